"""A document as rows that flow over slides and sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple, assert_never

from nanoexplorer.documents import blocks as said
from nanoexplorer.documents.blocks import Document, Phrase, Section, Weight, Words
from nanoexplorer.documents.links import is_web, on_paper
from nanoexplorer.drawing.looks import TONE, VERDICT
from nanoexplorer.render.rows.rendering import (
    Block,
    Cell,
    Columns,
    Rendering,
    Row,
    Span,
    one_cell,
)

ONE: Final = (1.0,)
BETWEEN: Final = " · "
BEHIND: Final = "    "
"""Before what a card rests on."""
PAIR: Final = (0.28, 0.72)
PAIRS: Final = {
    "why": (0.24, 0.76),
    "others": (0.24, 0.76),
    "not-asked": (0.24, 0.76),
    "references": (0.16, 0.84),
    "profiles": (0.16, 0.84),
    "figures": (0.3, 0.7),
}
"""The share of names and of what is said of them, by section."""
_TONES: Final = {role: tone for tone, role in TONE.items()}


class _Item(NamedTuple):
    """One row, and which columns it wants: None fits any."""

    row: Row
    widths: tuple[float, ...] | None
    head: tuple[str, ...] = ()


def in_columns(document: Document) -> Columns:
    """The sections of a document in the columns that they ask for."""
    sections = on_paper(document.sections, web=True)
    spare = [section for section in sections if section.weight is Weight.BEHIND]
    kept = [section for section in sections if section.weight is not Weight.BEHIND]
    columns = sorted({section.column for section in kept})
    return Columns(
        tuple(
            tuple(block for s in kept if s.column == place for block in _blocks(s))
            for place in columns
        ),
        tuple(block for section in spare for block in _blocks(section)),
    )


def _blocks(section: Section) -> Iterator[Block]:
    """A section as tables under one heading: a new one where the columns change."""
    heading = section.heading
    if section.verdict:
        yield Block("", ONE, (Row((_verdict(section),), lead=True),))
        heading = ""
    group: list[Row] = []
    widths: tuple[float, ...] | None = None
    head: tuple[str, ...] = ()
    for item in _items(section):
        if group and item.widths and widths and (item.widths, item.head) != (widths, head):
            yield Block(heading, widths, tuple(group), head)
            heading, group, widths, head = "", [], None, ()
        group.append(item.row)
        widths, head = widths or item.widths, head or item.head
    if group:
        yield Block(heading, widths or ONE, tuple(group), head)


def _items(section: Section) -> Iterator[_Item]:
    pair = PAIRS.get(section.name, PAIR)
    for block in section.blocks:
        for item in _rows(block, pair):
            row = item.row
            row = row._replace(ids=row.ids or block.ids, keys=row.keys or block.keys)
            yield item._replace(row=row)


def _verdict(section: Section) -> Cell:
    """A verdict that leads, with its mark, and the statuses beside it."""
    role = VERDICT[section.verdict].role
    spans = (Span(section.heading, role, bold=True),)
    return Cell(spans, section.marks, mark=section.verdict)


def _rows(block: said.Block, pair: tuple[float, ...]) -> Iterator[_Item]:
    match block:
        case said.Lead():
            yield _Item(Row((_lead(block),), lead=True), None)
        case said.Fact():
            yield _Item(Row((Cell(_spans(block.name)), _cell(block.said, block.under))), pair)
        case said.Paragraph() | said.Entry():
            voice = block.kind if isinstance(block, said.Entry) else ""
            yield _Item(Row((_cell(block.said, block.under, voice),)), None)
        case said.Status():
            label = block.said or said.said(block.mark.label)
            cell = _cell(label, block.under)._replace(chips=(block.mark,))
            yield _Item(Row((cell,)), None)
        case said.CardLine():
            yield _Item(Row((_card(block),)), None)
        case said.Tally():
            if not block.of:  # else it stands in a line of its own for all kinds
                yield _Item(one_cell(*_spans(block.phrase)), None)
        case said.Choices():
            for option in block.options:
                yield _Item(one_cell(Span(option)), None)
        case said.Table():
            for one in block.rows:
                cells = tuple(Cell(_spans(c.said), c.marks) for c in one.cells)
                yield _Item(Row(cells, one.lead, one.ids, one.keys), block.widths, block.heads)
        case said.Figure():
            pass
        case _:
            assert_never(block)


def _card(block: said.CardLine) -> Cell:
    """A card: its name, and below it in small why it is here and what it rests on."""
    spans = [Span(block.title)]
    for place, piece in enumerate(block.pieces):
        before = "\n" if place == 0 else BEHIND if piece.weight is Weight.BEHIND else BETWEEN
        spans.append(Span(before, "ink-muted", small=True))
        if piece.weight is Weight.BEHIND:
            spans.append(Span(piece.text, "ink-muted", small=True))
            continue
        for w in piece.said:
            spans.append(words_span(w)._replace(bold=False, small=True))
    return Cell(tuple(spans), block.chips, inset=True)


def _lead(block: said.Lead) -> Cell:
    """A heading between rows; that of a group of a verdict is as its mark is."""
    mark = VERDICT[block.mark].role if block.mark else ""
    spans = (
        Span(w.text, mark if mark and place == 0 else TONE[w.tone], place == 0, small=w.minor)
        for place, w in enumerate(block.said)
    )
    return Cell(tuple(spans), mark=block.mark)


def _cell(phrase: Phrase, under: Sequence[Phrase], voice: str = "") -> Cell:
    """What is said, in the voice of its kind; the lines under it in small."""
    role = "caution" if voice == "check" else ""
    slanted = voice in ("note", "approval", "dispute")
    spans = [
        span._replace(role=role or span.role, italic=slanted or span.italic)
        for span in map(words_span, phrase)
    ]
    return Cell((*spans, *_under(under)))


def _under(lines: Iterable[Phrase]) -> Iterator[Span]:
    for phrase in lines:
        before = "\n"
        for to, part in groupby(phrase, _to):
            text = "".join(words.text for words in part)
            yield Span(before + text, "ink-muted", small=True, to=to)
            before = ""


def _spans(phrase: Phrase) -> tuple[Span, ...]:
    return tuple(map(words_span, phrase))


def words_span(w: Words) -> Span:
    """Words of a document as a span."""
    return Span(w.text, TONE[w.tone], w.strong, w.slanted, w.minor, _to(w))


def _to(words: Words) -> str:
    """Where words lead, if it is somewhere that paper can name."""
    return words.to if is_web(words.to) else ""


def document_of(rendering: Rendering, body: Columns) -> said.Document:
    """Columns as a document of tables."""
    sections = tuple(
        Section("table", block.heading, (_table(block),), column=place)
        for place, column in enumerate(body.columns)
        for block in column
    )
    view, title, below, _, keys, remarks, _, legend = rendering
    return Document(view, title, below, sections, keys, remarks, legend)


def _table(block: Block) -> said.Table:
    rows = (
        said.Row(tuple(_told(cell) for cell in row.cells), row.lead, row.ids) for row in block.rows
    )
    return said.Table(block.head, block.widths, tuple(rows))


def _told(cell: Cell) -> said.Cell:
    phrase = tuple(
        said.Words(s.text, _TONES.get(s.role, ""), s.bold, s.italic, s.small, s.to)
        for s in cell.spans
    )
    return said.Cell(phrase, cell.chips)
