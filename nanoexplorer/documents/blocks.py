"""The blocks that a document is made of.

They say what something is (a statement, a reason, a status), never how it looks: a renderer
chooses size, colour and place. Every block carries the ids of what it shows and the references it
cites, so that nobody has to find them again by comparing text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from string import Formatter
from typing import Any, Literal, NamedTuple

from nanoexplorer.words import common

Tone = Literal["", "muted", "caution"]
EntryKind = Literal["statement", "against", "approval", "note", "check", "dispute", "strip"]


class Weight(IntEnum):
    """What comes first, and what may fold away where there is little room."""

    LEAD = 0
    BODY = 1
    BEHIND = 2


class Words(NamedTuple):
    """A stretch of text in one voice.

    `minor`: smaller, beside what it belongs to. `to`: where it leads, an address of
    `documents.links`. `tip`: explains it where one hovers. `sign`: it is a sign, in a square.
    """

    text: str
    tone: Tone = ""
    strong: bool = False
    slanted: bool = False
    minor: bool = False
    to: str = ""
    tip: str = ""
    sign: bool = False


Phrase = tuple[Words, ...]


class Mark(NamedTuple):
    """A status as it stands on a chip; only the least advanced one is `filled`.

    One that is for something else than the pack's own subject, or has ended, is `hollow` and never
    filled. `disputed`: what notes say against it, in full; the sign ≠ then stands beside it.
    `short`: its label where there is little room.
    """

    label: str
    glyph: str
    role: str
    filled: bool
    disputed: str = ""
    short: str = ""
    hollow: bool = False

    @property
    def said(self) -> str:
        """The mark in words alone."""
        return common.DISPUTED_LABEL.format(label=self.label) if self.disputed else self.label


class Paragraph(NamedTuple):
    """Plain words, with lines of less weight under them."""

    said: Phrase
    under: tuple[Phrase, ...] = ()
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class Lead(NamedTuple):
    """A heading between blocks; it stays with what follows it. `level`: 0 for a title, 3 least.

    `mark`: the verdict that it is the heading of.
    """

    said: Phrase
    level: int = 3
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    mark: str = ""


class Fact(NamedTuple):
    """A name, and what is said of it; `mark`: of which verdict or outcome a mark stands before."""

    name: Phrase
    said: Phrase
    under: tuple[Phrase, ...] = ()
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    mark: str = ""


class Entry(NamedTuple):
    """One thing that a source says, or that the pack adds to it: told apart by its kind."""

    kind: EntryKind
    said: Phrase
    under: tuple[Phrase, ...] = ()
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class Status(NamedTuple):
    """One row of the evidence: its mark, the source's own label, scope and place under it."""

    mark: Mark
    said: Phrase
    under: tuple[Phrase, ...] = ()
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


NOTED = "noted"


class Piece(NamedTuple):
    """A line of a card's words; `mark`: of which verdict or outcome a mark stands before it.

    Its `weight`: a reason leads; what stands behind it, a citation of the pieces above it, is left
    out where a card is one line. `ids`: the statements that it rests on; `keys`: what these cite.
    """

    said: Phrase
    mark: str = ""
    weight: Weight = Weight.LEAD
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words alone."""
        return plain(self.said)


class CardLine(NamedTuple):
    """A strategy as its card says it; equal words give an equal drawing.

    `notes`: how many notes there are, in words.
    """

    title: str
    chips: tuple[Mark, ...]
    pieces: tuple[Piece, ...]
    muted: bool
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    notes: str = ""

    @property
    def brief(self) -> tuple[Piece, ...]:
        """The pieces that stay where a card is one line."""
        return tuple(piece for piece in self.pieces if piece.weight is Weight.LEAD)

    @property
    def disputes(self) -> str:
        """What notes say against the statuses on the card, each once."""
        return "\n".join(_each_once(chip.disputed for chip in self.chips if chip.disputed))

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        chips = ", ".join(chip.said for chip in self.chips)
        pieces = (piece.text for piece in self.pieces)
        told = (self.title, chips, *pieces, self.notes, self.disputes)
        return ". ".join(part for part in told if part)


class Count(NamedTuple):
    """How many have a status; the mark of no single one of them."""

    mark: Mark
    number: int

    @property
    def said(self) -> str:
        """The count in words."""
        return common.NUMBER_OF.format(number=self.number, what=self.mark.label)


class Tally(NamedTuple):
    """Strategies in one line instead of a line each: how many have each status.

    One that has several counts at each of them. `disputed`: of how many a note disputes one; `of`:
    how many strategies of which kind, where a line stands for several kinds.
    """

    said: Phrase
    counts: tuple[Count, ...]
    disputed: int = 0
    of: str = ""
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def counted(self) -> str:
        """The counts in words."""
        ends = (common.DISPUTED_COUNT.format(number=self.disputed),) if self.disputed else ()
        return common.AND_ALSO.join((*(count.said for count in self.counts), *ends))

    @property
    def phrase(self) -> Phrase:
        """All of it in words, where no marks are drawn."""
        counted = common.AND_ALSO.join(filter(None, (self.of, self.counted)))
        return (*self.said, Words(f"  {counted}", "muted", minor=True))


class Choices(NamedTuple):
    """What a question lets one choose from, one below the other or `across`."""

    options: tuple[str, ...]
    across: bool = False
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class Cell(NamedTuple):
    """Words in a table, with the marks of statuses after them."""

    said: Phrase
    marks: tuple[Mark, ...] = ()


class Row(NamedTuple):
    """One line of a table; `lead`: a heading between rows, across all columns."""

    cells: tuple[Cell, ...]
    lead: bool = False
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class Table(NamedTuple):
    """Rows under heads. `widths`: each column's share of the width, together 1."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that its rows show, each once."""
        return _each_once(id_ for row in self.rows for id_ in row.ids)

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of the references that its rows cite, each once."""
        return _each_once(key for row in self.rows for key in row.keys)


class Figure(NamedTuple):
    """A drawing: `name` says which one draws it from `data`, `spoken` what it shows in words."""

    name: str
    data: Any
    spoken: str
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


Block = Paragraph | Lead | Fact | Entry | Status | CardLine | Tally | Choices | Table | Figure


class Section(NamedTuple):
    """Blocks under a heading. `column`: its place where a wide page has several side by side.

    `level`: of the heading, 1 is the document's title. `marks`: of what the heading names;
    `verdict`: which one it is, if it is one, and `tip` what it means.
    """

    name: str
    heading: str
    blocks: tuple[Block, ...]
    column: int = 0
    weight: Weight = Weight.BODY
    level: int = 2
    marks: tuple[Mark, ...] = ()
    verdict: str = ""
    tip: str = ""


class Document(NamedTuple):
    """One view, ready to be shown or to leave.

    `keys`: ids of the references shown, in the pack's order. `remarks`: what must stand beside it:
    notes that the profile calls for, a filter, a selection. `legend`: what signs in it mean.
    """

    view: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    keys: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    legend: tuple[str, ...] = ()

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of all its sections, in order."""
        for section in self.sections:
            yield from section.blocks


def said(text: str, tone: Tone = "", *, strong: bool = False) -> Phrase:
    """Words in one voice."""
    return (Words(text, tone, strong=strong),)


def minor(text: str, tone: Tone = "muted") -> Phrase:
    """Words beside what they belong to."""
    return (Words(text, tone, minor=True),)


def plain(phrase: Phrase) -> str:
    """A phrase as text alone."""
    return "".join(words.text for words in phrase)


def joined(phrases: Iterable[Phrase], between: Words) -> Phrase:
    """Phrases one after another, with the same words between them."""
    made: list[Words] = []
    for phrase in phrases:
        made += (between, *phrase) if made else phrase
    return tuple(made)


def beside(phrase: Phrase, tone: Tone = "muted") -> Phrase:
    """A phrase as it stands beside what it belongs to; what leads on keeps its own colour."""
    return tuple(words._replace(tone=tone, minor=True) for words in phrase)


def put_in(template: str, **phrases: Phrase) -> Phrase:
    """A template with phrases in its braces, each with its links and tips."""
    made: list[Words] = []
    for text, name, _, _ in Formatter().parse(template):
        made += [Words(text)] if text else []
        made += phrases[name] if name else ()
    return tuple(made)


def filled(*sections: Section) -> tuple[Section, ...]:
    """Those sections that have something in them."""
    return tuple(section for section in sections if section.blocks)


def _each_once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
