"""One cell of a table: how high it is, and where its mark, words and chips stand, in px."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from nanoexplorer.documents.blocks import Mark
from nanoexplorer.drawing.chips import mark_room
from nanoexplorer.render.rows.rendering import Cell, Span
from nanoexplorer.render.rows.wrapping import LEADING, Sizes, height_of, width_of, wrapped

SIZES: Final = Sizes(18, 40 / 3)
CHIP: Final = 14
"""Px of a chip's label."""
MARK: Final = 17
"""Px of the mark of a verdict."""
INDENT: Final = 26
"""Px from where such a mark begins to the words after it."""
_CHIP_HEIGHT: Final = 25
_CHIP_GAP: Final = 6
_BESIDE: Final = 0.45


class PlacedCell(NamedTuple):
    """A cell's words in their rectangle, each chip in its own, and the mark before them, if any."""

    rect: QRectF
    cell: Cell
    chips: tuple[tuple[QRectF, Mark], ...]
    mark: QRectF | None = None

    def moved(self, by: float) -> PlacedCell:
        """The same so many px to the right."""
        return PlacedCell(
            self.rect.translated(by, 0),
            self.cell,
            tuple((rect.translated(by, 0), chip) for rect, chip in self.chips),
            self.mark.translated(by, 0) if self.mark else None,
        )


def indent_of(cell: Cell) -> float:
    """Px at the left of a cell's words."""
    return float(INDENT) if cell.mark or cell.inset else 0.0


def chip_inset() -> float:
    """Px from a chip's left edge to its label: the glyph stands there."""
    return CHIP * 1.7


def chip_width(chip: Mark, sizes: Sizes = SIZES) -> float:
    """Px of a status on one line: label, the glyph before it, the mark beside the chip."""
    words = width_of(Span(chip.label, bold=True), _chip_sizes(sizes))
    return words + chip_inset() + CHIP * 0.4 + mark_room(chip, CHIP)


def _chip_sizes(sizes: Sizes) -> Sizes:
    return Sizes(CHIP, CHIP, sizes.exact)


def _chip_height(chip: Mark, width: float, sizes: Sizes) -> float:
    room = max(1.0, width - chip_inset() - CHIP * 0.4 - mark_room(chip, CHIP) + 0.01)
    lines = wrapped([Span(chip.label, bold=True)], room, _chip_sizes(sizes))
    return _CHIP_HEIGHT + (len(lines) - 1) * CHIP * LEADING


def _beside(cell: Cell, width: float, sizes: Sizes) -> float:
    """Px that the chips take at the right; 0 where they stand below the words."""
    asked = sum(chip_width(chip, sizes) + _CHIP_GAP for chip in cell.chips)
    return asked if asked <= width * _BESIDE else 0.0


def cell_height(cell: Cell, width: float, sizes: Sizes) -> float:
    """Px of the words with their chips, in a width of px."""
    width -= indent_of(cell)
    beside = _beside(cell, width, sizes)
    said = height_of(wrapped(cell.spans, width - beside, sizes)) if cell.spans else 0.0
    if not cell.chips:
        return said
    if beside:
        return max(said, _CHIP_HEIGHT)
    *_, (last, _) = _below(cell, QRectF(0, 0, width, 0), said, sizes)
    return last.bottom()


def place_cell(cell: Cell, rect: QRectF, sizes: Sizes) -> PlacedCell:
    """Where a cell's parts stand in a rectangle as high as `cell_height` says; chips beside the
    words in the middle of their height.
    """
    rect = rect.adjusted(indent_of(cell), 0, 0, 0)
    beside = _beside(cell, rect.width(), sizes)
    lines = wrapped(cell.spans, rect.width() - beside, sizes) if cell.spans else []
    said, mark = height_of(lines), None
    if cell.mark:
        first = lines[0].height if lines else MARK
        mark = QRectF(rect.left() - INDENT, rect.top() + (first - MARK) / 2, MARK, MARK)
    if beside:
        text = QRectF(rect.left(), rect.top(), rect.width() - beside, max(said, _CHIP_HEIGHT))
        down = (text.height() - _CHIP_HEIGHT) / 2
        return PlacedCell(text, cell, tuple(_at_the_right(cell, rect, down, sizes)), mark)
    text = QRectF(rect.left(), rect.top(), rect.width(), said)
    return PlacedCell(text, cell, tuple(_below(cell, rect, said, sizes)), mark)


def _at_the_right(
    cell: Cell, rect: QRectF, down: float, sizes: Sizes
) -> Iterator[tuple[QRectF, Mark]]:
    left = rect.right() - sum(chip_width(chip, sizes) + _CHIP_GAP for chip in cell.chips)
    for chip in cell.chips:
        left += _CHIP_GAP
        yield QRectF(left, rect.top() + down, chip_width(chip, sizes), _CHIP_HEIGHT), chip
        left += chip_width(chip, sizes)


def _below(cell: Cell, rect: QRectF, said: float, sizes: Sizes) -> Iterator[tuple[QRectF, Mark]]:
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
