"""Questions for practice and handouts, drawn by a seed so that verdicts are mixed. Pure.

A question is a profile with one strategy: what does the one mean for the other, and where does the
strategy stand?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from random import Random
from typing import Final, NamedTuple, TypeVar

from nanoexplorer.core.decision_table import Outcome
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.core.profile_space import slots
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import shown_statuses

MOST_QUESTIONS: Final = 40
MOST_SEED: Final = 999_999
UNKNOWN_SHARE: Final = 0.25
"""How often a field of a random profile is unknown; twice as often where it is folded away."""
_Item = TypeVar("_Item")


class Setup(NamedTuple):
    """What to ask: the ids of cases, none for random profiles; how many questions; the seed.

    `only_dependent`: nothing that is independent of the profile asked about.
    """

    cases: tuple[str, ...]
    number: int
    seed: int
    only_dependent: bool = False


class Question(NamedTuple):
    """What does this profile mean for this strategy? `case` is empty for a random profile."""

    profile: Profile
    strategy: str
    case: str


class Trait(StrEnum):
    """What a question can be an example of; the rota of a round goes through them."""

    MATCHES = "matches"
    AGAINST = "against"
    OPEN = "open"
    NO_MATCH = "no-match"
    ANY_PROFILE = "any-profile"
    CAVEAT = "caveat"
    HEDGE = "hedge"
    INTERPRETATION = "interpretation"
    NOT_STATED = "not-stated"
    SEVERAL_STATUSES = "several-statuses"


def draw_questions(pack: Pack, setup: Setup) -> tuple[Question, ...]:
    """The questions of a setup: the same pack and setup give the same ones, on any system.

    They take turns among the traits, so that verdicts are mixed and hard ones are among them. None
    is asked twice; there are fewer where there is no other left. Raises KeyError for a case that
    the pack has not.
    """
    random = Random(setup.seed)
    profiles = _profiles(pack, setup, random)
    rota: list[Trait] = []
    asked: dict[Question, None] = {}
    idle = 0
    while len(asked) < min(setup.number, MOST_QUESTIONS) and idle <= max(1, len(setup.cases)):
        case, profile = next(profiles)
        rota = rota or shuffled(random, list(Trait))
        strategies = _asked_about(pack, setup, profile)
        question = _pick(pack, random, case, profile, rota, asked, strategies)
        idle = 0 if question else idle + 1
        if question:
            asked[question] = None
    return tuple(asked)


def _profiles(pack: Pack, setup: Setup, random: Random) -> Iterator[tuple[str, Profile]]:
    """Cases in shuffled order, again and again; or random profiles without end."""
    known = {case.id: case for case in pack.cases}
    cases = [known[id_] for id_ in dict.fromkeys(setup.cases)]
    while True:
        for case in shuffled(random, cases):
            yield case.id, case.profile
        if not cases:
            yield "", random_profile(pack, random)


def _asked_about(pack: Pack, setup: Setup, profile: Profile) -> tuple[str, ...]:
    """The strategies that may be asked about, in the pack's order."""
    ordered = pack.table.strategies
    if not setup.only_dependent:
        return ordered
    left_out = set(pack.table.names(pack.table.answer(profile).any_profile))
    return tuple(strategy for strategy in ordered if strategy not in left_out)


def _pick(
    pack: Pack,
    random: Random,
    case: str,
    profile: Profile,
    rota: list[Trait],
    asked: dict[Question, None],
    strategies: tuple[str, ...],
) -> Question | None:
    """A question on this profile; it has the first trait of the rota that one of it can have."""
    left = [q for s in strategies if (q := Question(profile, s, case)) not in asked]
    if not left:
        return None
    found = [(question, traits(card(pack, profile, question.strategy))) for question in left]
    for trait in rota:
        fitting = [question for question, has in found if trait in has]
        if fitting:
            rota.remove(trait)
            return _one(random, _fresh(fitting, asked))
    rota.clear()
    return _one(random, _fresh(left, asked))


def _fresh(questions: list[Question], asked: dict[Question, None]) -> list[Question]:
    """Those on a strategy that was not asked about yet, if there are any."""
    seen = {question.strategy for question in asked}
    return [question for question in questions if question.strategy not in seen] or questions


def random_profile(pack: Pack, random: Random) -> Profile:
    """A profile in which most fields are known."""
    values = tuple(_random_value(pack, field, random) for field in pack.fields)
    return Profile(tuple(field.id for field in pack.fields), values)


def _random_value(pack: Pack, field: Field, random: Random) -> Value:
    unknown = [option.id for option in field.options if not option.known]
    if random.random() < UNKNOWN_SHARE * (2 if field.folded else 1):
        return _one(random, unknown)
    return _one(random, [slot.value for slot in slots(pack.table, field) if slot.known])


def _one(random: Random, among: Sequence[_Item]) -> _Item:
    """One of them; `random()` alone is promised to be the same on every version of Python."""
    return among[int(random.random() * len(among))]


def shuffled(random: Random, items: Sequence[_Item]) -> list[_Item]:
    """The items in an order that only the generator decides."""
    left, mixed = list(items), []
    while left:
        mixed.append(left.pop(int(random.random() * len(left))))
    return mixed


def traits(shown: Card) -> frozenset[Trait]:
    """What a strategy under a profile is an example of."""
    reasons = [reason for reason in shown.reasons if reason.criterion.field]
    found = {Trait(shown.verdict)}
    if any(reason.outcome is Outcome.CAVEAT for reason in reasons):
        found.add(Trait.CAVEAT)
    if any(reason.criterion.hedge for reason in reasons):
        found.add(Trait.HEDGE)
    if any(reason.criterion.basis == "interpretation" for reason in reasons):
        found.add(Trait.INTERPRETATION)
    if not states_a_stage(shown):
        found.add(Trait.NOT_STATED)
    if len(shown_statuses(shown.statuses)) > 1:
        found.add(Trait.SEVERAL_STATUSES)
    return frozenset(found)


def right_statuses(shown: Card) -> tuple[str, ...]:
    """The ids of the statuses that count as right: every status that is drawn."""
    return tuple(given.status.id for given in shown_statuses(shown.statuses))


def states_a_stage(shown: Card) -> bool:
    """Whether any source states a stage of development."""
    return any(given.status.stated for given in shown.statuses)
