"""A listing cut into slides: where every row, cell and chip stands, in px, nothing overflowing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from nanoexplorer.export.slide_text import (
    LEADING,
    Sizes,
    cut,
    height_of,
    width_of,
    wrapped,
)
from nanoexplorer.figures.card import Chip
from nanoexplorer.figures.exhibit import Block, Cell, Listing, Row, Span
from nanoexplorer.strings import export as words

SIZES: Final = Sizes(17, 14)
CHIP: Final = 14
"""Px of a chip's label."""
GUTTER: Final = 34
"""Between columns of blocks."""
CELL_GAP: Final = 16
"""Between the cells of a row."""
PAD: Final = 6
"""Above and below the words of a row."""
HEADING: Final = 28
BETWEEN: Final = 14
"""Above a block that is not the first on its slide."""
_CHIP_HEIGHT: Final = 25
_CHIP_GAP: Final = 6
_BESIDE: Final = 0.45
_LEAST_PART: Final = 60
"""Px of a row's beginning that are worth putting at the foot of a slide."""


class PlacedCell(NamedTuple):
    """A cell's words in their rectangle, and each chip in its own."""

    rect: QRectF
    cell: Cell
    chips: tuple[tuple[QRectF, Chip], ...]


class PlacedRow(NamedTuple):
    """A row across its column; `row` is what it shows."""

    rect: QRectF
    row: Row
    cells: tuple[PlacedCell, ...]
    head: bool = False


@dataclass
class PlacedBlock:
    """The part of a block that stands on one slide, below its heading if it has one."""

    heading: str
    rect: QRectF
    block: Block
    rows: list[PlacedRow] = field(default_factory=list)

    @property
    def heading_rect(self) -> QRectF:
        return QRectF(self.rect.left(), self.rect.top() + 4, self.rect.width(), HEADING - 6)


Page = list[PlacedBlock]


def flow(listing: Listing, area: QRectF, sizes: Sizes = SIZES) -> tuple[Page, ...]:
    """The slides that a listing takes in an area, at least one."""
    count = max(1, len(listing.columns))
    width = (area.width() - GUTTER * (count - 1)) / count
    columns = []
    for place, blocks in enumerate(listing.columns):
        left = area.left() + place * (width + GUTTER)
        room = QRectF(left, area.top(), width, area.height())
        columns.append(_Column(room, sizes).set(blocks))
    return tuple(_dealt(columns, width + GUTTER))


def _dealt(columns: list[list[Page]], step: float) -> Iterator[Page]:
    """The columns' pages side by side; where one column has ended another goes on in its place."""
    waiting = [list(enumerate([place] * len(column))) for place, column in enumerate(columns)]
    while any(waiting):
        page: Page = []
        for slot in range(len(columns)):
            queue = waiting[slot] or next(filter(None, waiting), [])
            if queue:
                number, column = queue.pop(0)
                page += (_moved(part, (slot - column) * step) for part in columns[column][number])
        yield page


def _moved(part: PlacedBlock, by: float) -> PlacedBlock:
    rows = [
        PlacedRow(
            row.rect.translated(by, 0),
            row.row,
            tuple(
                PlacedCell(
                    cell.rect.translated(by, 0),
                    cell.cell,
                    tuple((rect.translated(by, 0), chip) for rect, chip in cell.chips),
                )
                for cell in row.cells
            ),
            row.head,
        )
        for row in part.rows
    ]
    return PlacedBlock(part.heading, part.rect.translated(by, 0), part.block, rows)


class _Column:
    """Sets blocks one below another, on as many slides as they take."""

    def __init__(self, area: QRectF, sizes: Sizes) -> None:
        self.area, self.sizes = area, sizes
        self.pages: list[Page] = [[]]
        self.top = area.top()

    def set(self, blocks: Sequence[Block]) -> list[Page]:
        for block in blocks:
            self._set_block(block)
        return self.pages

    @property
    def _room(self) -> float:
        return self.area.bottom() - self.top

    def _set_block(self, block: Block) -> None:
        first = self._needed(block, block.rows[:2]) if block.rows else 0
        between = BETWEEN if self.pages[-1] else 0
        if self.pages[-1] and between + self._above(block) + first > self._room:
            self._turn()
        elif between:
            self.top += between
        current = self._begin(block, block.heading)
        lead: Row | None = None
        for place, row in enumerate(block.rows):
            lead = row if row.lead else lead
            needed = self._needed(block, block.rows[place : place + 2])
            if needed > self._room and (current.rows or len(self.pages[-1]) > 1):
                fits_whole = needed <= self._fresh(block)
                if fits_whole or self._room < _LEAST_PART + 2 * PAD or row.lead:
                    self._turn()
                    again = None if row.lead else lead
                    current = self._begin(block, _continued(block.heading), again)
            current = self._put_whole_or_parts(current, block, row, lead)

    def _above(self, block: Block) -> float:
        """The height of a block's heading and of its columns' heads."""
        head = self._height(block, _head_row(block)) if block.head else 0.0
        return (HEADING if block.heading else 0.0) + head

    def _fresh(self, block: Block) -> float:
        return self.area.height() - self._above(block)

    def _needed(self, block: Block, rows: Sequence[Row]) -> float:
        """The height of a row; of a heading, with the row after it, which it stays with."""
        height = self._height(block, rows[0])
        if rows[0].lead and len(rows) > 1:
            following = self._height(block, rows[1])
            height += min(following, _LEAST_PART + 2 * PAD) if following > 300 else following
        return height

    def _turn(self) -> None:
        self.pages.append([])
        self.top = self.area.top()

    def _begin(self, block: Block, heading: str, lead: Row | None = None) -> PlacedBlock:
        """The block's part on this slide, with its headings said again where it goes on."""
        made = PlacedBlock(heading, QRectF(self.area.left(), self.top, self.area.width(), 0), block)
        self.pages[-1].append(made)
        self.top += HEADING if heading else 0.0
        if block.head:
            self._put(made, block, _head_row(block), head=True)
        if lead:
            self._put(made, block, _lead_again(lead))
        return made

    def _put_whole_or_parts(
        self, current: PlacedBlock, block: Block, row: Row, lead: Row | None
    ) -> PlacedBlock:
        """Put a row; one that is longer than what is left goes on on the next slide."""
        turned = False
        while self._height(block, row) > self._room:
            here, row = self._cut(block, row, self._room)
            if here:
                self._put(current, block, here)
            elif turned:
                break  # nothing of it fits, nor would it anywhere
            turned = True
            self._turn()
            again = lead if lead is not row else None
            current = self._begin(block, _continued(block.heading), again)
        self._put(current, block, row)
        return current

    def _cut(self, block: Block, row: Row, room: float) -> tuple[Row | None, Row]:
        parts = [
            cut(cell, width, self.sizes, room - 2 * PAD)
            for cell, width in zip(row.cells, self._widths(block, row), strict=False)
        ]
        if not any(head.spans for head, _ in parts):
            return None, row
        return Row(tuple(head for head, _ in parts)), Row(tuple(rest for _, rest in parts))

    def _widths(self, block: Block, row: Row) -> list[float]:
        """Px of every cell of a row; a single cell reaches across."""
        if len(row.cells) == 1:
            return [self.area.width()]
        whole = self.area.width()
        last = len(block.widths) - 1
        return [
            whole * share - (CELL_GAP if place < last else 0)
            for place, share in enumerate(block.widths)
        ]

    def _height(self, block: Block, row: Row) -> float:
        widths = self._widths(block, row)
        cells = zip(row.cells, widths, strict=False)
        return 2 * PAD + max(_cell_height(cell, width, self.sizes) for cell, width in cells)

    def _put(self, current: PlacedBlock, block: Block, row: Row, head: bool = False) -> None:
        height = self._height(block, row)
        rect = QRectF(self.area.left(), self.top, self.area.width(), height)
        placed, left = [], rect.left()
        shares = block.widths if len(row.cells) > 1 else (1.0,)
        for cell, width, share in zip(row.cells, self._widths(block, row), shares, strict=False):
            inner = QRectF(left, rect.top() + PAD, width, height - 2 * PAD)
            placed.append(_place(cell, inner, self.sizes))
            left += self.area.width() * share
        current.rows.append(PlacedRow(rect, row, tuple(placed), head))
        self.top += height
        current.rect.setBottom(self.top)


def _continued(heading: str) -> str:
    return words.CONTINUED.format(heading=heading) if heading else ""


def _lead_again(lead: Row) -> Row:
    """A heading between rows, said again on the next slide."""
    first, *rest = lead.cells[0].spans
    text = words.CONTINUED.format(heading=first.text)
    return Row((Cell((first._replace(text=text), *rest)),), lead=True)


def _head_row(block: Block) -> Row:
    return Row(
        tuple(Cell((Span(name, "ink-muted", bold=True, small=True),)) for name in block.head)
    )


def chip_inset() -> float:
    """Px from a chip's left edge to its label: the glyph stands there."""
    return CHIP * 1.7


def chip_width(chip: Chip, sizes: Sizes = SIZES) -> float:
    """Px of a chip on one line: its label, and the room for a glyph before it."""
    return width_of(Span(chip.label, bold=True), _chip_sizes(sizes)) + chip_inset() + CHIP * 0.4


def _chip_sizes(sizes: Sizes) -> Sizes:
    return Sizes(CHIP, CHIP, sizes.exact)


def _chip_height(chip: Chip, width: float, sizes: Sizes) -> float:
    room = max(1.0, width - chip_inset() - CHIP * 0.4 + 0.01)
    lines = wrapped([Span(chip.label, bold=True)], room, _chip_sizes(sizes))
    return _CHIP_HEIGHT + (len(lines) - 1) * CHIP * LEADING


def _beside(cell: Cell, width: float, sizes: Sizes) -> float:
    """Px that the chips take at the right; 0 where they stand below the words."""
    asked = sum(chip_width(chip, sizes) + _CHIP_GAP for chip in cell.chips)
    return asked if asked <= width * _BESIDE else 0.0


def _cell_height(cell: Cell, width: float, sizes: Sizes) -> float:
    beside = _beside(cell, width, sizes)
    said = height_of(wrapped(cell.spans, width - beside, sizes)) if cell.spans else 0.0
    if not cell.chips:
        return said
    if beside:
        return max(said, _CHIP_HEIGHT)
    *_, (last, _) = _below(cell, QRectF(0, 0, width, 0), said, sizes)
    return last.bottom()


def _place(cell: Cell, rect: QRectF, sizes: Sizes) -> PlacedCell:
    beside = _beside(cell, rect.width(), sizes)
    said = height_of(wrapped(cell.spans, rect.width() - beside, sizes)) if cell.spans else 0.0
    if beside:
        text = QRectF(rect.left(), rect.top(), rect.width() - beside, max(said, _CHIP_HEIGHT))
        return PlacedCell(text, cell, tuple(_at_the_right(cell, rect, sizes)))
    text = QRectF(rect.left(), rect.top(), rect.width(), said)
    return PlacedCell(text, cell, tuple(_below(cell, rect, said, sizes)))


def _at_the_right(cell: Cell, rect: QRectF, sizes: Sizes) -> Iterator[tuple[QRectF, Chip]]:
    left = rect.right() - sum(chip_width(chip, sizes) + _CHIP_GAP for chip in cell.chips)
    for chip in cell.chips:
        left += _CHIP_GAP
        yield QRectF(left, rect.top(), chip_width(chip, sizes), _CHIP_HEIGHT), chip
        left += chip_width(chip, sizes)


def _below(cell: Cell, rect: QRectF, said: float, sizes: Sizes) -> Iterator[tuple[QRectF, Chip]]:
    """Chips under the words, from the left, on as many lines as they take."""
    left, top = rect.left(), rect.top() + said + 3
    tallest = 0.0
    for chip in cell.chips:
        width = min(chip_width(chip, sizes), rect.width())
        if left > rect.left() and left + width > rect.right():
            left, top, tallest = rect.left(), top + tallest + 4, 0.0
        height = _chip_height(chip, width, sizes)
        yield QRectF(left, top, width, height), chip
        left, tallest = left + width + _CHIP_GAP, max(tallest, height)
