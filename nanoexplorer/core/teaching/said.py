"""What a room says of a strategy: a verdict, a status, hands counted; and how right it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase

MOST_VOTES: Final = 999
END_LINES: Final = 18
"""On a page of the end: a strategy has one, an answer two at most."""
VERDICTS: Final = tuple(Verdict)


class Said(NamedTuple):
    """What the room says of one strategy; `votes`: for each verdict, in the order of the groups."""

    verdict: Verdict | None = None
    status: str = ""
    votes: tuple[int, ...] = ()


NOTHING: Final = Said()


class SaidOf(NamedTuple):
    """What the room says of a strategy in a case, which is counted from 0."""

    place: int
    strategy: str
    said: Said


Answers = tuple[SaidOf, ...]


class Rated(NamedTuple):
    """One answer of the room beside the sources'; a status that it did not say is not rated."""

    place: int
    strategy: str
    said: Said
    verdict: Verdict
    statuses: tuple[str, ...]

    @property
    def right(self) -> bool | None:
        """Whether the room has said the verdict; None where it has said none."""
        return None if self.said.verdict is None else self.said.verdict is self.verdict

    @property
    def status_right(self) -> bool | None:
        """Whether a source gives the status that the room has said; None where it said none."""
        return self.said.status in self.statuses if self.said.status else None


def rated(pack: Pack, case: SeminarCase, place: int, strategy: str, said: Said) -> Rated:
    """What the room said of a strategy, beside what the sources say."""
    shown = card(pack, case.profile, strategy)
    found = tuple(given.status.id for given in shown_statuses(shown.statuses))
    return Rated(place, strategy, said, shown.verdict, found)


def all_rated(pack: Pack, seminar: Seminar, answers: Answers) -> Iterator[Rated]:
    """Every verdict that the room has said, in the order of the cases."""
    for place, strategy, said in sorted(answers, key=lambda answer: answer.place):
        if said.verdict is not None:
            yield rated(pack, seminar.cases[place], place, strategy, said)


class Missed(NamedTuple):
    """A strategy of which the room has not said the verdict, and its answers, in cases' order."""

    strategy: str
    answers: tuple[Rated, ...]


def missed(ratings: Iterable[Rated]) -> Iterator[Missed]:
    """Each strategy once; one that was missed more often than a page holds goes on on the next."""
    found: dict[str, list[Rated]] = {}
    for one in ratings:
        if not one.right:
            found.setdefault(one.strategy, []).append(one)
    most = (END_LINES - 1) // 2
    for strategy, answers in found.items():
        for at in range(0, len(answers), most):
            yield Missed(strategy, tuple(answers[at : at + most]))


def end_pages(pack: Pack, seminar: Seminar, answers: Answers) -> list[list[Missed]]:
    """What was missed, on pages of the seminar's end: one at least."""
    pages: list[list[Missed]] = [[]]
    lines = 0
    for one in missed(all_rated(pack, seminar, answers)):
        takes = 1 + 2 * len(one.answers)
        if lines + takes > END_LINES:
            pages.append([])
            lines = 0
        pages[-1].append(one)
        lines += takes
    return pages


class VoteError(ValueError):
    """A text that counts no hands; `found` is the part of it that is wrong."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


def votes_of(text: str) -> tuple[int, ...]:
    """Hands that were counted, *12 5 3 0*: one number a verdict, those left out 0.

    Commas and semicolons part as spaces do; nothing takes the votes back. Raises VoteError.
    """
    parts = text.replace(",", " ").replace(";", " ").split()
    for part in parts:
        if not part.isdecimal() or len(part) > len(str(MOST_VOTES)):
            raise VoteError(part)
    if len(parts) > len(VERDICTS):
        raise VoteError(parts[len(VERDICTS)])
    numbers = [int(part) for part in parts]
    if not any(numbers):
        return ()
    return (*numbers, *[0] * (len(VERDICTS) - len(numbers)))


def most_said(votes: tuple[int, ...]) -> Verdict | None:
    """The verdict with the most votes; None where several have as many, or there are none."""
    most = max(votes, default=0)
    leading = [verdict for verdict, n in zip(VERDICTS, votes, strict=False) if n == most]
    return leading[0] if most and len(leading) == 1 else None
