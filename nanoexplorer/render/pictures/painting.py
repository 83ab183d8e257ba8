"""Paints what stands on a sheet: words as they were wrapped, rows as they were placed (`rows`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.chips import draw_status, mark_room
from nanoexplorer.drawing.looks import VERDICT, glyph_role, mark_look
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.job import Progress, unheard
from nanoexplorer.render.rows.cells import CHIP
from nanoexplorer.render.rows.flow import (
    HEADING,
    Page,
    PlacedRow,
    heading_spans,
    line_above,
)
from nanoexplorer.render.rows.frame import VALUE_PAD, Faces, Frame, Value
from nanoexplorer.render.rows.rendering import Span
from nanoexplorer.render.rows.wrapping import LEADING, Line, Sizes, advance_of, wrapped

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
        if block.heading:
            spans = heading_spans(block.heading)
            draw_words(painter, block.heading_rect, spans, theme, HEADING_SIZES)
        for row in block.rows:
            progress(next(rows), of)
            if seen is None or seen.intersects(row.rect):
                _row(painter, row, line_above(block, row), theme)


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


def draw_words(
    painter: QPainter, rect: QRectF, spans: Iterable[Span], theme: Theme, sizes: Sizes
) -> None:
    """Draw into `rect`, which is as high as `height_of(wrapped(…))` says."""
    top = rect.top()
    for line in wrapped(spans, rect.width(), sizes):
        _line(painter, rect.left(), top, line, theme, sizes)
        top += line.height


def _line(
    painter: QPainter, left: float, top: float, line: Line, theme: Theme, sizes: Sizes
) -> None:
    for span in line.spans:
        if span.text:
            _span(painter, QPointF(left, top), line.height, span, theme, sizes)
            left += advance_of(span, sizes)


def _span(
    painter: QPainter, at: QPointF, height: float, span: Span, theme: Theme, sizes: Sizes
) -> None:
    size = sizes.of(span)
    down = (height + _above_middle(size, span.bold, span.italic)) / 2
    painter.setFont(font_of(span, size))
    painter.setPen(QColor(theme[span.role]))
    painter.drawText(QPointF(at.x(), at.y() + down), span.text)


def draw_value(painter: QPainter, value: Value, theme: Theme, type_: Faces) -> None:
    """Draw a value of the profile as a chip, an unknown one dashed."""
    ground, ink = ("accent-soft", "accent-text") if value.known else ("paper", "caution")
    pen = QPen(QColor(theme[ink]), 1.0)
    if not value.known:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(QColor(theme[ground]))
    painter.drawRoundedRect(value.rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    high = type_.value * LEADING
    at = value.rect.adjusted(VALUE_PAD, (value.rect.height() - high) / 2, 0, 0)
    draw_words(painter, at, [Span(value.text, ink, bold=True)], theme, type_.values)


def draw_tallied(painter: QPainter, frame: Frame, theme: Theme, type_: Faces) -> None:
    """Draw what is only counted: its verdict's mark, and how many have each status."""
    look = VERDICT[Verdict.ANY_PROFILE]
    draw_glyph(painter, look.mark, frame.mark, theme[look.role])
    for placed in frame.tallied:
        if placed.counted:
            mark = placed.counted.mark
            outlined = mark_look(mark).outlined
            ink = theme[glyph_role(mark.glyph)]
            draw_glyph(painter, mark.glyph, placed.rect, ink, outlined=outlined)
        if placed.span:
            high = type_.body.of(placed.span) * LEADING
            box = placed.rect.adjusted(0, (placed.rect.height() - high) / 2, 1, 0)
            draw_words(painter, box, [placed.span], theme, type_.body)


@lru_cache(maxsize=64)
def _above_middle(size: float, bold: bool, italic: bool) -> float:
    """By how much a line of words reaches further up than down from where it is written."""
    usual = QFontMetricsF(_font(size, bold, italic))
    return usual.ascent() - usual.descent()


def font_of(span: Span, size: float) -> QFont:
    """The shipped font for words of a style; `size` in px."""
    return _font(size, span.bold, span.italic)


@lru_cache(maxsize=64)
def _font(size: float, bold: bool, italic: bool) -> QFont:
    """Kept: making a font takes about as long as drawing a word."""
    made = fonts.font(round(size), fonts.BOLD if bold else fonts.REGULAR, italic=italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
