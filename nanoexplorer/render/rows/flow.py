"""Columns cut into slides: where every row, cell and chip stands, in px, nothing overflowing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from nanoexplorer.render.rows.cells import (
    SIZES,
    PlacedCell,
    cell_height,
    indent_of,
    place_cell,
)
from nanoexplorer.render.rows.rendering import Block, Cell, Columns, Row, Span
from nanoexplorer.render.rows.wrapping import LEADING, Sizes, cut, wrapped
from nanoexplorer.words import common
from nanoexplorer.words import export as words

GUTTER: Final = 34
"""Between columns of blocks."""
CELL_GAP: Final = 16
"""Between the cells of a row."""
PAD: Final = 4
"""Above and below the words of a row."""
LEAD: Final = 5
"""More above the heading of a group."""
HEADING: Final = 14
"""Px of a block's heading."""
BETWEEN: Final = 14
"""Above a block that is not the first on its slide."""
_HEADING_ROOM: Final = 24
"""Of a heading on one line, with what is above and below it."""
_HEADING_TOP: Final = 2
_LEAST_PART: Final = 60
"""Px of a row's beginning that are worth putting at the foot of a slide."""


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
    above: float = 0.0
    """Px that the heading takes."""

    @property
    def heading_rect(self) -> QRectF:
        """Where the heading's words stand, in px, the air above and below them left out."""
        below = _HEADING_ROOM - _HEADING_TOP - HEADING * LEADING
        top = self.rect.top() + _HEADING_TOP
        return QRectF(self.rect.left(), top, self.rect.width(), self.above - _HEADING_TOP - below)


Page = list[PlacedBlock]


def flow(body: Columns, area: QRectF, sizes: Sizes = SIZES) -> tuple[Page, ...]:
    """The slides that columns take in an area, at least one; what is spare stands below the last
    column where that takes no slide more.
    """
    pages = _flow(body, area, sizes)
    if body.spare and body.columns:
        *others, last = body.columns
        more = _flow(Columns((*others, (*last, *body.spare))), area, sizes)
        return more if len(more) == len(pages) else pages
    return pages


def _flow(body: Columns, area: QRectF, sizes: Sizes) -> tuple[Page, ...]:
    count = max(1, len(body.columns))
    width = (area.width() - GUTTER * (count - 1)) / count
    rooms = [
        QRectF(area.left() + place * (width + GUTTER), area.top(), width, area.height())
        for place in range(count)
    ]
    columns = [
        _Column(room, sizes).set(blocks) for room, blocks in zip(rooms, body.columns, strict=False)
    ]
    beside = _beside(body, rooms, columns, sizes)
    return (beside,) if beside else tuple(_dealt(columns, width + GUTTER)) or ([],)


def _beside(
    body: Columns, rooms: list[QRectF], columns: list[list[Page]], sizes: Sizes
) -> Page | None:
    """One slide on which what is left of the one column that is too long goes on below another;
    None where there is no room for it.
    """
    long = [place for place, pages in enumerate(columns) if len(pages) > 1]
    if len(long) != 1 or len(columns[long[0]]) > 2:
        return None
    first, rest = columns[long[0]]
    more = [_going_on(part) for part in rest]
    for place in range(len(columns)):
        if place in long:
            continue
        pages = _Column(rooms[place], sizes).set((*body.columns[place], *more))
        if len(pages) == 1:
            for part, whole in zip(pages[0][-len(rest) :], rest, strict=True):
                part.block = whole.block
            others = [columns[n][0] for n in range(len(columns)) if n not in (place, *long)]
            return [part for page in (first, *others, pages[0]) for part in page]
    return None


def _going_on(part: PlacedBlock) -> Block:
    """What stands of a block on a slide, as a block of its own."""
    rows = tuple(row.row for row in part.rows if not row.head)
    return Block(part.heading, part.block.widths, rows, part.block.head)


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
            tuple(cell.moved(by) for cell in row.cells),
            row.head,
        )
        for row in part.rows
    ]
    return PlacedBlock(part.heading, part.rect.translated(by, 0), part.block, rows, part.above)


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
        above = self._above(block, block.heading)
        if self.pages[-1] and between + above + first > self._room:
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

    def _above(self, block: Block, heading: str) -> float:
        """The height of a block's heading and of its columns' heads."""
        head = self._height(block, _head_row(block)) if block.head else 0.0
        return self._heading(heading) + head

    def _heading(self, heading: str) -> float:
        if not heading:
            return 0.0
        sizes = Sizes(HEADING, HEADING, self.sizes.exact)
        lines = wrapped(heading_spans(heading), self.area.width(), sizes)
        return _HEADING_ROOM + (len(lines) - 1) * HEADING * LEADING

    def _fresh(self, block: Block) -> float:
        return self.area.height() - self._above(block, _continued(block.heading))

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
        made.above = self._heading(heading)
        self.pages[-1].append(made)
        self.top += made.above
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
            cut(cell, width - indent_of(cell), self.sizes, room - 2 * PAD)
            for cell, width in zip(row.cells, self._widths(block, row), strict=False)
        ]
        if not any(head.spans for head, _ in parts):
            return None, row
        here, rest = (row._replace(cells=tuple(cells)) for cells in zip(*parts, strict=True))
        return here, rest

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
        high = max(cell_height(cell, width, self.sizes) for cell, width in cells)
        return 2 * PAD + high + _above(row)

    def _put(self, current: PlacedBlock, block: Block, row: Row, head: bool = False) -> None:
        height = self._height(block, row)
        rect = QRectF(self.area.left(), self.top, self.area.width(), height)
        placed, left = [], rect.left()
        shares = block.widths if len(row.cells) > 1 else (1.0,)
        for cell, width, share in zip(row.cells, self._widths(block, row), shares, strict=False):
            above = PAD + _above(row)
            inner = QRectF(left, rect.top() + above, width, height - above - PAD)
            placed.append(place_cell(cell, inner, self.sizes))
            left += self.area.width() * share
        current.rows.append(PlacedRow(rect, row, tuple(placed), head))
        self.top += height
        current.rect.setBottom(self.top)


def _above(row: Row) -> float:
    """Px more that stand above the heading of a group."""
    return float(LEAD) if row.lead and row.cells[0].mark else 0.0


def line_above(block: PlacedBlock, row: PlacedRow) -> str:
    """The role of the line above a row: strong below a block's heading, none above a group's."""
    if row is block.rows[0] and block.heading:
        return "ink"
    if row.row.lead:
        return "" if row.row.cells[0].mark else "line-strong"
    return "line"


def heading_spans(heading: str) -> list[Span]:
    """A block's heading as it is set."""
    return [Span(common.in_capitals(heading), "ink-muted", bold=True)]


def _continued(heading: str) -> str:
    return words.CONTINUED.format(heading=heading) if heading else ""


def _lead_again(lead: Row) -> Row:
    """A heading between rows, said again on the next slide."""
    first, *rest = lead.cells[0].spans
    text = words.CONTINUED.format(heading=first.text)
    return Row((Cell((first._replace(text=text), *rest), mark=lead.cells[0].mark),), lead=True)


def _head_row(block: Block) -> Row:
    return Row(
        tuple(Cell((Span(name, "ink-muted", bold=True, small=True),)) for name in block.head)
    )
