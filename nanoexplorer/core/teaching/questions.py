"""Questions for practice and for what leaves the app, drawn by a seed and balanced. Pure.

A question is a profile with one strategy: what does the one mean for the other, and where does the
strategy stand?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from hashlib import sha256
from random import Random, SystemRandom
from typing import Final, NamedTuple, TypeVar

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.core.profile_space import slots
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import least_advanced, shown_statuses
from nanoexplorer.core.teaching.seminar_cases import Seminar

MOST_QUESTIONS: Final = 1_000
MOST_SEED: Final = 999_999
UNKNOWN_SHARE: Final = 0.25
"""How often a field of a random profile is unknown; twice as often where it is folded away."""
ONE_MORE: Final = 0.4
"""How often another value stands beside one, where several can."""
MOST_WEIGHED: Final = 200
"""Strategies of a profile that are weighed against each other; of more, so many by chance."""
MOST_IDLE: Final = 50
"""Random profiles in a row on which nothing is left to ask."""
_Item = TypeVar("_Item")


class Setup(NamedTuple):
    """What to ask: the ids of cases or a seminar, neither for random profiles; how many; the seed.

    `only_dependent`: nothing that is independent of the profile asked about.
    """

    cases: tuple[str, ...]
    number: int
    seed: int
    only_dependent: bool = False
    seminar: Seminar | None = None


class Question(NamedTuple):
    """What does this profile mean for this strategy? `case` is empty for a random profile.

    `title`: what a teacher calls the case, where it is hers.
    """

    profile: Profile
    strategy: str
    case: str
    title: str = ""


class Hard(StrEnum):
    """What is hard about a question; a set takes turns in it, in verdicts, kinds and statuses."""

    CAVEAT = "caveat"
    HEDGE = "hedge"
    INTERPRETATION = "interpretation"
    SEVERAL_STATUSES = "several-statuses"


class Place(NamedTuple):
    """A profile to ask about: of a case, or by chance; `hidden` is not asked about."""

    profile: Profile
    case: str = ""
    title: str = ""
    hidden: tuple[str, ...] = ()
    only_dependent: bool = False


def question_id(pack: Pack, question: Question) -> str:
    """What a question is known by elsewhere: the same with every version of the pack.

    A field whose value is unknown by default is left out, so that a field that a newer pack brings
    changes nothing.
    """
    found = question.profile.as_dict()
    known = sorted((f.id, str(found[f.id])) for f in pack.fields if found[f.id] != f.default)
    said = repr((pack.id, known, question.strategy))
    return f"q{sha256(said.encode()).hexdigest()[:16]}"


def draw_questions(pack: Pack, setup: Setup) -> tuple[Question, ...]:
    """The questions of a setup: the same pack and setup give the same ones, on any system.

    They are balanced: each is of those that are rarest so far by verdict, kind, status and what is
    hard about them. None is asked twice; there are fewer where there is no other left. Raises
    KeyError for a case that the pack has not.
    """
    random = Random(setup.seed)
    drawn = _Drawn(pack)
    known = _known_places(pack, setup)
    idle, most_idle = 0, len(known) or MOST_IDLE
    places = _places(pack, known, random)
    while len(drawn.asked) < min(setup.number, MOST_QUESTIONS) and idle < most_idle:
        place = next(places)
        left = [
            question
            for strategy in _asked_about(pack, setup, place)
            if (question := Question(place.profile, strategy, place.case, place.title))
            not in drawn.asked
        ]
        if left:
            drawn.add(one_of(random, drawn.rarest(_some(random, left))))
        idle = 0 if left else idle + 1
    return tuple(drawn.asked)


def _known_places(pack: Pack, setup: Setup) -> list[Place]:
    """The cases of a seminar or of the pack that are asked about; none for random profiles."""
    if setup.seminar:
        return [
            Place(case.profile, case.case, case.own_title, case.hidden, case.only_dependent)
            for case in setup.seminar.cases
        ]
    return [Place(pack.case[id_].profile, id_) for id_ in dict.fromkeys(setup.cases)]


def _places(pack: Pack, known: list[Place], random: Random) -> Iterator[Place]:
    """What is known in shuffled order, again and again; or random profiles without end."""
    while True:
        yield from shuffled(random, known)
        if not known:
            yield Place(random_profile(pack, random))


def _asked_about(pack: Pack, setup: Setup, place: Place) -> tuple[str, ...]:
    """The strategies that may be asked about, in the pack's order."""
    left_out = set(place.hidden)
    if setup.only_dependent or place.only_dependent:
        left_out |= set(pack.table.names(pack.table.answer(place.profile).any_profile))
    return tuple(s for s in pack.table.strategies if s not in left_out)


class _Drawn:
    """The questions drawn so far, and of what they are examples."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.asked: dict[Question, None] = {}
        self._counts: Counter[tuple[str, object]] = Counter()
        self._known: dict[object, tuple[tuple[str, object], ...]] = {}
        rows = pack.table.rows
        self._on = {
            id_: tuple(f for f in pack.fields if _asks(rows[place].values(), f))
            for id_, place in pack.table.index.items()
        }
        self._weight = {
            "verdict": 3 * len(Verdict),
            "status": len(pack.statuses),
            "kind": len(pack.kinds),
            "hard": len(Hard) + 1,
            "alike": 2 * len(Verdict) * len(pack.statuses),
        }

    def add(self, question: Question) -> None:
        """Take a question in."""
        self.asked[question] = None
        self._counts.update(self._examples(question))

    def rarest(self, questions: Sequence[Question]) -> list[Question]:
        """Those that would add least to what there is most of."""
        found = [(self._burden(question), question) for question in questions]
        least = min(burden for burden, _ in found)
        return [question for burden, question in found if burden == least]

    def _burden(self, question: Question) -> int:
        return sum(self._counts[one] * self._weight[one[0]] for one in self._examples(question))

    def _examples(self, question: Question) -> tuple[tuple[str, object], ...]:
        """What a question counts as; those are alike that nothing decisive tells apart."""
        alike = (question.strategy, *self._decisive(question))
        found = self._known.get(alike)
        if found is None:
            found = self._known[alike] = (("alike", alike), *self._traits(question))
        return found

    def _decisive(self, question: Question) -> Iterator[Value]:
        for field in self._on[question.strategy]:
            yield self._pack.table.representative(field, question.profile[field.id])

    def _traits(self, question: Question) -> Iterator[tuple[str, object]]:
        shown = card(self._pack, question.profile, question.strategy)
        yield "verdict", shown.verdict
        yield "kind", shown.strategy.kind
        yield "status", least_advanced(shown.statuses).status.id
        yield "hard", min(hard_about(shown), key=lambda one: self._counts["hard", one], default="")


def _asks(alternatives: Iterable[tuple[Criterion, ...]], field: Field) -> bool:
    return any(c.field == field.id for criteria in alternatives for c in criteria)


def _some(random: Random, questions: Sequence[Question]) -> Sequence[Question]:
    if len(questions) <= MOST_WEIGHED:
        return questions
    return shuffled(random, questions)[:MOST_WEIGHED]


def draw_seed() -> int:
    """A seed that nobody knows beforehand."""
    return SystemRandom().randint(1, MOST_SEED)


def random_profile(pack: Pack, random: Random) -> Profile:
    """A profile in which most fields are known."""
    values = tuple(_random_value(pack, field, random) for field in pack.fields)
    return Profile(tuple(field.id for field in pack.fields), values)


def _random_value(pack: Pack, field: Field, random: Random) -> Value:
    """A value by chance; an unknown one that is folded away has one wording, as none is shown."""
    unknown = [option.id for option in field.options if not option.known]
    if field.folded:
        unknown = [field.default]
    if random.random() < UNKNOWN_SHARE * (2 if field.folded else 1):
        return one_of(random, unknown)
    if field.together:
        return _some_together(field, random)
    return one_of(random, [slot.value for slot in slots(pack.table, field) if slot.known])


def _some_together(field: Field, random: Random) -> Value:
    """One option by chance, and others with it, each more the rarer."""
    value = one_of(random, field.known_options())
    more = shuffled(random, [option for option in field.together if option != value])
    if value in field.together:
        while more and random.random() < ONE_MORE:
            value = field.toggled(value, more.pop())
    return value


def one_of(random: Random, among: Sequence[_Item]) -> _Item:
    """One of them; `random()` alone is promised to be the same on every version of Python."""
    return among[int(random.random() * len(among))]


def shuffled(random: Random, items: Sequence[_Item]) -> list[_Item]:
    """The items in an order that only the generator decides."""
    left, mixed = list(items), []
    while left:
        mixed.append(left.pop(int(random.random() * len(left))))
    return mixed


def hard_about(shown: Card) -> Iterator[Hard]:
    """What is hard to say of a strategy under a profile."""
    reasons = [reason for reason in shown.reasons if reason.criterion.field]
    if any(reason.outcome is Outcome.CAVEAT for reason in reasons):
        yield Hard.CAVEAT
    if any(reason.criterion.hedge for reason in reasons):
        yield Hard.HEDGE
    if any(reason.criterion.basis == "interpretation" for reason in reasons):
        yield Hard.INTERPRETATION
    if len(shown_statuses(shown.statuses)) > 1:
        yield Hard.SEVERAL_STATUSES


def right_statuses(shown: Card) -> tuple[str, ...]:
    """The ids of the statuses that count as right: every status that is drawn."""
    return tuple(given.status.id for given in shown_statuses(shown.statuses))


def states_a_stage(shown: Card) -> bool:
    """Whether any source states a stage of development."""
    return any(given.status.stated for given in shown.statuses)
