"""What a question lets one choose from: the right answer, and wrong ones that are near it. Pure.

Every wrong answer is a mistake that somebody makes: an unknown taken for a negative, a condition
overlooked, a status guessed up. Each verdict stands with each status, so that what is alike among
the options tells nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Final

from nanoexplorer.core.decision_table import Outcome, Verdict, weight
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import least_advanced
from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import (
    Question,
    one_of,
    question_id,
    right_statuses,
    shuffled,
    states_a_stage,
)

_LEFT: Final = {
    Outcome.MET: Verdict.MATCHES,
    Outcome.OPEN: Verdict.OPEN,
    Outcome.UNMET: Verdict.NO_MATCH,
}


def right_answer(pack: Pack, question: Question) -> Given:
    """The verdict, and of several statuses that count the least advanced."""
    shown = card(pack, question.profile, question.strategy)
    return Given(shown.verdict, least_advanced(shown.statuses).status.id)


def options(pack: Pack, question: Question) -> tuple[Given, ...]:
    """The right answer among wrong ones, in an order that is the question's own.

    A pack with one status alone leaves two of the four.
    """
    shown = card(pack, question.profile, question.strategy)
    right = right_answer(pack, question)
    random = Random(question_id(pack, question))
    verdicts = (right.verdict, one_of(random, tempting_verdicts(shown)))
    wrong = tempting_statuses(pack, shown)
    statuses = (right.status, one_of(random, wrong)) if wrong else (right.status,)
    return tuple(shuffled(random, [Given(v, s) for v, s in product(verdicts, statuses)]))


def tempting_verdicts(shown: Card) -> tuple[Verdict, ...]:
    """The wrong verdicts that one comes to by a mistake of one kind each."""
    unknown = any(reason.outcome is Outcome.CAVEAT for reason in shown.reasons)
    match shown.verdict:
        case Verdict.AGAINST:
            return (_without_against(shown),)
        case Verdict.OPEN:
            return Verdict.NO_MATCH, Verdict.MATCHES
        case Verdict.MATCHES if unknown:
            return (Verdict.OPEN,)
        case Verdict.MATCHES:
            return Verdict.NO_MATCH, Verdict.ANY_PROFILE
        case Verdict.NO_MATCH:
            return Verdict.MATCHES, Verdict.ANY_PROFILE
    return Verdict.MATCHES, Verdict.NO_MATCH


def _without_against(shown: Card) -> Verdict:
    """What would be said if the reasons against were overlooked."""
    alternatives: dict[int, list[Outcome]] = {}
    for reason in shown.reasons:
        if reason.criterion.field and not reason.is_against:
            found = weight(reason.criterion, reason.outcome)
            alternatives.setdefault(reason.criterion.alternative, []).append(found)
    if not alternatives:
        return Verdict.ANY_PROFILE
    order = (Outcome.MET, Outcome.OPEN, Outcome.UNMET)
    each = (max(found, key=order.index) for found in alternatives.values())
    return _LEFT[min(each, key=order.index)]


def tempting_statuses(pack: Pack, shown: Card) -> tuple[str, ...]:
    """The wrong statuses that are next: one further, one less far, none at all.

    Where no stage is stated, the one that is stated most often of the same group of strategies.
    """
    if not states_a_stage(shown):
        usual = _usual_stage(pack, shown)
        return (usual,) if usual else ()
    right = set(right_statuses(shown))
    ranks = [pack.status[id_].rank for id_ in right]
    stages = [s for s in pack.statuses if s.stated and s.id not in right]
    above = [s for s in stages if s.rank > max(ranks)]
    below = [s for s in stages if s.rank < min(ranks)]
    near = [min(above, key=lambda s: s.rank)] if above else []
    near += [max(below, key=lambda s: s.rank)] if below else []
    near += [s for s in pack.statuses if not s.stated][:1]
    return tuple(status.id for status in near)


def _usual_stage(pack: Pack, shown: Card) -> str:
    """The stage stated most often of the strategy's group, else of any; empty where none is."""
    for alike in (True, False):
        counts = Counter(_stages(pack, shown.strategy.group if alike else ""))
        if counts:
            return max(counts, key=lambda id_: (counts[id_], -pack.status[id_].rank))
    return ""


def _stages(pack: Pack, group: str) -> Iterator[str]:
    for row in pack.evidence:
        if pack.status[row.status].stated and group in ("", pack.strategy[row.strategy].group):
            yield row.status
