"""Paints a page of columns as `rows.flow` has placed it."""

from __future__ import annotations

from itertools import count
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from nanoexplorer.documents.blocks import Mark
from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.chips import draw_status, mark_room
from nanoexplorer.drawing.looks import VERDICT, mark_look
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.job import Progress, unheard
from nanoexplorer.render.pictures.words import draw_words, font_of
from nanoexplorer.render.rows.cells import CHIP
from nanoexplorer.render.rows.flow import (
    HEADING,
    Page,
    PlacedBlock,
    PlacedRow,
    heading_spans,
    line_above,
)
from nanoexplorer.render.rows.rendering import Span
from nanoexplorer.render.rows.wrapping import Sizes

HEADING_SIZES: Final = Sizes(HEADING, HEADING, exact=True)
BODY: Final = Sizes(18, 13, exact=True)
"""What columns are to be placed with."""
_ONE_LINE: Final = 26.0
_LABEL: Final = 24.0
"""Px from a chip's left edge to its words, where they take more than a line."""


def draw_page(
    painter: QPainter,
    page: Page,
    theme: Theme,
    progress: Progress = unheard,
    seen: QRectF | None = None,
) -> None:
    """Draw all blocks of a page, of their rows those within `seen` if it is given.

    `progress` hears of every row before it is drawn, and may raise Cancelled.
    """
    of = sum(len(block.rows) for block in page)
    rows = count()
    for block in page:
        _heading(painter, block, theme)
        for row in block.rows:
            progress(next(rows), of)
            if seen is None or seen.intersects(row.rect):
                _row(painter, row, line_above(block, row), theme)


def _heading(painter: QPainter, block: PlacedBlock, theme: Theme) -> None:
    if block.heading:
        draw_words(painter, block.heading_rect, heading_spans(block.heading), theme, HEADING_SIZES)


def _row(painter: QPainter, row: PlacedRow, above: str, theme: Theme) -> None:
    """A line above it in a role, if any; its mark, words, chips."""
    if above:
        painter.setPen(QPen(QColor(theme[above]), 1.0))
        painter.drawLine(QLineF(row.rect.topLeft(), row.rect.topRight()))
    for cell in row.cells:
        if cell.mark:
            look = VERDICT[cell.cell.mark]
            draw_glyph(painter, look.mark, cell.mark, theme[look.role])
        draw_words(painter, cell.rect, cell.cell.spans, theme, BODY)
        for rect, chip in cell.chips:
            _chip(painter, rect, chip, theme)


def _chip(painter: QPainter, rect: QRectF, chip: Mark, theme: Theme) -> None:
    font = font_of(Span("", bold=True), CHIP)
    if rect.height() <= _ONE_LINE:
        draw_status(painter, rect, chip, theme, font)
        return
    draw_status(painter, rect, chip._replace(label=""), theme, font, sign=False)
    colours = theme.status(chip.role, hollow=not chip.filled)
    box = QRectF(rect.left() + 7, rect.top() + 7, 0.8 * CHIP, 0.8 * CHIP)
    outlined = mark_look(chip).outlined
    draw_glyph(painter, chip.glyph, box, colours.ink, outlined=outlined)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink))
    words = rect.adjusted(_LABEL, 0, -4 - mark_room(chip, CHIP), 0)
    high = typesetting.height(chip.label, font, words.width())
    words.setTop(words.center().y() - high / 2)
    typesetting.draw(painter, words, chip.label)
