"""One page of a seminar, ready to be laid out, and as it is heard."""

from __future__ import annotations

from typing import NamedTuple

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import SeminarCase
from nanoexplorer.core.teaching.seminar_steps import Stage, Step
from nanoexplorer.documents.blocks import Mark, Words
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words


class Shown(NamedTuple):
    """What a page is of: a step of a case, as far as the seminar has come."""

    pack: Pack
    case: SeminarCase
    step: Step
    showing: Showing


class Line(NamedTuple):
    """One paragraph: its kind says how large it is, `mark` of which verdict or outcome a mark
    stands before it; without a `role` it is written as that mark is. `own`: it is the teacher's,
    and marked so in a corner.
    """

    text: str
    kind: str = "body"
    role: str = "ink"
    mark: str = ""
    own: bool = False

    @property
    def said(self) -> str:
        """The paragraph as it is heard."""
        return common.hedged(self.text, words.OWN if self.own else "")


class Answer(NamedTuple):
    """What the room said; `right` is None until it is known."""

    text: str
    right: bool | None = None

    @property
    def said(self) -> str:
        """The answer as it is heard."""
        known = {None: "", True: words.RIGHT, False: words.MISSED}[self.right]
        return common.hedged(words.ROOM_SAYS.format(said=self.text), known)


class Vote(NamedTuple):
    """Hands for a verdict; `right` once it is revealed to be the answer."""

    verdict: Verdict
    number: int
    right: bool = False


class Row(NamedTuple):
    """One strategy of a page: number, name, what stands below it, what the room said of it and
    what the answer is; `heading` where its kind begins.
    """

    strategy: str
    number: int
    name: str
    heading: str = ""
    below: tuple[Words, ...] = ()
    room: Answer | None = None
    room_status: Answer | None = None
    votes: tuple[Vote, ...] = ()
    verdict: Verdict | None = None
    chips: tuple[Mark, ...] = ()

    @property
    def said(self) -> str:
        """The row as it is heard."""
        cast = sum(vote.number for vote in self.votes)
        votes = (
            words.VOTES_SAID.format(
                votes=vote.number, all=cast, verdict=common.VERDICT_SHORT[vote.verdict]
            )
            for vote in self.votes
            if vote.number
        )
        parts = (
            "".join(piece.text for piece in self.below),
            *(answer.said for answer in (self.room, self.room_status) if answer),
            *votes,
            words.ANSWERS[self.verdict] if self.verdict else "",
            *(chip.said for chip in self.chips),
        )
        told = ", ".join(part for part in parts if part)
        return common.labelled(f"{self.number}: {self.name}", told) if told else self.name


class Page(NamedTuple):
    """All that the room sees at one step. `left` and `right` stand beside each other.

    `steps`: what the case consists of, and which of it is on show; `heads`: of the columns of
    `rows`; `score`: how often the room was right, and the words for it.
    """

    stage: Stage
    place: str
    now: str
    title: str
    profile: tuple[tuple[str, bool], ...] = ()
    """Each value, and whether it is known."""
    opening: Line | None = None
    """The teacher's own question, above the one that every case asks."""
    question: Line | None = None
    answers: tuple[Verdict, ...] = ()
    """All that the room can say."""
    steps: tuple[tuple[str, str], ...] = ()
    """Each of them, and whether it is `done`, `now` or `later`."""
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    left: tuple[Line, ...] = ()
    right: tuple[Line, ...] = ()
    chips: tuple[Mark, ...] = ()
    """Below the second line of `left`."""
    score: tuple[str, str] = ("", "")
    foot: str = ""
    own_title: bool = False
    told: bool = False
    """What the sources say of one strategy, in place of the step."""

    @property
    def kicker(self) -> str:
        """Where in the seminar it is."""
        return common.AND_ALSO.join(part for part in (self.place, self.now) if part)

    @property
    def parts(self) -> tuple[str, ...]:
        """What a screen reader comes to one after the other."""
        rows = (row.said for row in self.rows)
        asked = (line.said for line in (self.opening, self.question) if line)
        answers = common.listed([common.VERDICT_SHORT[verdict] for verdict in self.answers])
        keys = words.PREDICT_KEYS if self.answers else ""
        lines = (line.said for line in (*self.left, *self.right))
        chips = (chip.said for chip in self.chips)
        title = common.hedged(self.title, words.OWN if self.own_title else "")
        profile = common.AND_ALSO.join(text for text, _ in self.profile)
        score = " ".join(self.score).strip()
        head = (self.kicker, title, profile, score, *asked, answers, keys)
        return tuple(part for part in (*head, *rows, *lines, *chips, self.foot) if part)

    @property
    def spoken(self) -> str:
        """The page as a screen reader says it."""
        return ". ".join(self.parts)
