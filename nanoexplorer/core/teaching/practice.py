"""Practice: a round of questions, what a trainee answered, and what was missed. Pure.

What is right is read from the same decision table and evidence as everything on screen. An answer
is right where verdict and status are; nothing here adds kinds of misses up to one number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.explaining import Reason, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import least_advanced
from nanoexplorer.core.teaching.questions import Question, right_statuses, states_a_stage

DECIDING: Final = (Outcome.MET, Outcome.OPEN, Outcome.UNMET)
AGAIN_AFTER: Final = (3, 2)
"""Other questions before one that was missed comes again: the first time, then; no more often."""


class Given(NamedTuple):
    """What a trainee answered: a verdict, and the id of a status."""

    verdict: Verdict
    status: str


class Answered(NamedTuple):
    """A question with what was answered."""

    question: Question
    given: Given


class Miss(StrEnum):
    """One kind of mistake. A wrong verdict has one of the first seven, a wrong status of the last
    four.

    `HEDGE` and `INTERPRETATION` come on top, where a hedged condition or an interpretation of ours
    decided.
    """

    UNKNOWN_NEGATIVE = "unknown-negative"
    UNKNOWN_POSITIVE = "unknown-positive"
    CONDITION_OVERLOOKED = "condition-overlooked"
    CONDITION_INVENTED = "condition-invented"
    CAVEAT_DECIDED = "caveat-decided"
    CONDITION_MISREAD = "condition-misread"
    AGAINST_OVERLOOKED = "against-overlooked"
    HEDGE = "hedge"
    INTERPRETATION = "interpretation"
    STATUS_UP = "rung-up"
    STATUS_DOWN = "rung-down"
    STAGE_INVENTED = "stage-invented"
    STAGE_OVERLOOKED = "stage-overlooked"


STATUS_MISSES: Final = frozenset(
    {Miss.STATUS_UP, Miss.STATUS_DOWN, Miss.STAGE_INVENTED, Miss.STAGE_OVERLOOKED}
)


@dataclass(frozen=True)
class Round:
    """Questions, the answers to the first of them, and the question that is looked at.

    A question that has its answer shows what the sources say; behind the last is the summary. One
    that was missed stands in it once more, a few questions later.
    """

    questions: tuple[Question, ...]
    answers: tuple[Given, ...] = ()
    place: int = 0

    @property
    def question(self) -> Question | None:
        """What is looked at; None at the summary."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def given(self) -> Given | None:
        """What was answered to it, if anything yet."""
        return self.answers[self.place] if self.place < len(self.answers) else None

    @property
    def is_over(self) -> bool:
        """Whether every question has its answer."""
        return self.place >= len(self.questions)

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The questions up to here, each with what was answered."""
        return tuple(map(Answered, self.questions, self.answers))

    @property
    def comes_again(self) -> bool:
        """Whether the question that is looked at was asked before in this round."""
        return self.question in self.questions[: self.place]

    def answer(self, given: Given, *, missed: bool = False) -> Round:
        """Answer the question that is looked at; an answer that was given stays."""
        if self.question is None or self.given is not None:
            return self
        questions = self._asking_again(self.question) if missed else self.questions
        return replace(self, questions=questions, answers=(*self.answers, given))

    def _asking_again(self, question: Question) -> tuple[Question, ...]:
        """The questions with one of them once more, sooner the second time."""
        before, after = self.questions[: self.place + 1], self.questions[self.place + 1 :]
        tries = before.count(question)
        if tries > len(AGAIN_AFTER) or question in after:
            return self.questions
        others = AGAIN_AFTER[tries - 1]
        return (*before, *after[:others], question, *after[others:])

    def on(self) -> Round:
        """To the next question, or to the summary; only from one that has its answer."""
        return self if self.given is None else replace(self, place=self.place + 1)

    def back(self) -> Round:
        """To the question before."""
        return replace(self, place=max(0, self.place - 1))

    def end(self) -> Round:
        """To the summary of what was answered so far; what was not asked is left out."""
        asked = len(self.answers)
        return replace(self, questions=self.questions[:asked], place=asked)


def misses(pack: Pack, answered: Answered) -> tuple[Miss, ...]:
    """What was missed in one answer; nothing where verdict and status are right."""
    question, given = answered
    shown = card(pack, question.profile, question.strategy)
    return (*_verdict_misses(shown, given.verdict), *_status_misses(pack, shown, given.status))


def is_right(pack: Pack, answered: Answered) -> bool:
    """Whether nothing was missed in an answer."""
    return not misses(pack, answered)


def _verdict_misses(shown: Card, given: Verdict) -> Iterator[Miss]:
    if given is shown.verdict:
        return
    yield _verdict_miss(shown, given)
    if shown.verdict in (Verdict.MATCHES, Verdict.AGAINST, Verdict.NO_MATCH):
        decided = [reason.criterion for reason in deciding_reasons(shown)]
        if any(criterion.hedge for criterion in decided):
            yield Miss.HEDGE
        if any(criterion.basis == "interpretation" for criterion in decided):
            yield Miss.INTERPRETATION


def deciding_reasons(shown: Card) -> Iterator[Reason]:
    """The reasons that make the verdict what it is: those against only where one is met."""
    against = shown.verdict is Verdict.AGAINST
    for reason in telling(shown.verdict, shown.reasons):
        if reason.outcome in DECIDING and reason.is_against is against:
            yield reason


def _verdict_miss(shown: Card, given: Verdict) -> Miss:
    if shown.verdict is Verdict.AGAINST:
        return Miss.AGAINST_OVERLOOKED
    if given is Verdict.AGAINST:
        return _against_miss(shown)
    if shown.verdict is Verdict.ANY_PROFILE:
        return Miss.CONDITION_INVENTED
    if given is Verdict.ANY_PROFILE:
        return Miss.CONDITION_OVERLOOKED
    if shown.verdict is Verdict.OPEN:
        negative = given is Verdict.NO_MATCH
        return Miss.UNKNOWN_NEGATIVE if negative else Miss.UNKNOWN_POSITIVE
    caveat = any(reason.outcome is Outcome.CAVEAT for reason in shown.reasons)
    if shown.verdict is Verdict.MATCHES and caveat:
        return Miss.CAVEAT_DECIDED
    return Miss.CONDITION_MISREAD


def _against_miss(shown: Card) -> Miss:
    """What is wrong with taking a reason against for met."""
    found = {reason.outcome for reason in shown.reasons if reason.is_against}
    if Outcome.CAVEAT in found:
        return Miss.CAVEAT_DECIDED
    return Miss.CONDITION_MISREAD if found - {Outcome.OUTSIDE} else Miss.CONDITION_INVENTED


def _status_misses(pack: Pack, shown: Card, given: str) -> Iterator[Miss]:
    if given in right_statuses(shown):
        return
    said, right = pack.status[given], least_advanced(shown.statuses).status
    if not states_a_stage(shown):
        yield Miss.STAGE_INVENTED
    elif not said.stated:
        yield Miss.STAGE_OVERLOOKED
    else:
        yield Miss.STATUS_UP if said.rank > right.rank else Miss.STATUS_DOWN


class Counted(NamedTuple):
    """A kind of miss, and the numbers from 1 of the answers in which it is: never a sum."""

    miss: Miss
    answers: tuple[int, ...]


def missed(pack: Pack, answered: Sequence[Answered]) -> tuple[Counted, ...]:
    """Every kind of miss that there was, in the order of `Miss`."""
    found: dict[Miss, list[int]] = {miss: [] for miss in Miss}
    for number, one in enumerate(answered, 1):
        for miss in misses(pack, one):
            found[miss].append(number)
    return tuple(Counted(miss, tuple(ones)) for miss, ones in found.items() if ones)


def behind(pack: Pack, shown: Card) -> tuple[Statement, ...]:
    """The statements that the answer rests on: of the criteria, then of the statuses."""
    return tuple(pack.statement[id_] for id_ in shown.statements)


class Tried(NamedTuple):
    """A question: the number of its first answer, that answer, and whether its last is right."""

    number: int
    first: Answered
    right_in_the_end: bool


def tried(pack: Pack, answered: Sequence[Answered]) -> tuple[Tried, ...]:
    """Each question once, however often it was asked."""
    found: dict[Question, Tried] = {}
    for number, one in enumerate(answered, 1):
        known = found.get(one.question, Tried(number, one, right_in_the_end=False))
        found[one.question] = known._replace(right_in_the_end=is_right(pack, one))
    return tuple(found.values())
