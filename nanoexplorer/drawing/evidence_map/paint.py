"""Paints the evidence map: its layers that are lines and words, and all of it on any painter.

What leaves the app is scaled and never scrolled; the scene of the screen has its spots in px of the
device, which would be specks on a page.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.evidence_map.grid import draw_column_label, draw_row_label
from nanoexplorer.drawing.evidence_map.layout import GAP, Bubble, MapLayout, glyphs
from nanoexplorer.drawing.fonts import small
from nanoexplorer.drawing.status_marks import bubble_pen, draw_legend, fill_glyph

Place = tuple[int, int]
"""Row and column."""
_DOT: Final = 3
_FRAME: Final = 2
_ROUND: Final = 6
"""All in px at 100 %."""
_CHORD: Final = 0.86
"""The share of a bubble's diameter that a number may take."""


def draw_whole(painter: QPainter, sheet: MapLayout, chosen: frozenset[Place]) -> None:
    """Draw all there is from the painter's origin, with frames around the chosen cells."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_field(painter, sheet, None)
    for bubble in sheet.bubbles:
        _disc(painter, sheet, bubble)
    for glyph in glyphs(sheet):
        box = QRectF(0, 0, glyph.size, glyph.size)
        box.moveCenter(glyph.centre)
        fill_glyph(painter, glyph.path, box, glyph.ink.name())
    draw_numbers(painter, sheet)
    draw_frames(painter, sheet, chosen, None)
    draw_foot(painter, sheet)
    draw_columns(painter, sheet)
    draw_rows(painter, sheet, 0.0)


def _disc(painter: QPainter, sheet: MapLayout, bubble: Bubble) -> None:
    pen = QPen(bubble_pen(bubble.look, sheet.zoom))
    pen.setCosmetic(False)
    painter.setPen(pen)
    painter.setBrush(QColor(bubble.look.fill))
    radius = (bubble.diameter - pen.widthF()) / 2
    painter.drawEllipse(bubble.centre, radius, radius)


def draw_field(painter: QPainter, sheet: MapLayout, cursor: Place | None) -> None:
    """Lines between the rows, the dots, and a ground where the keyboard is."""
    if cursor:
        painter.fillRect(sheet.grid.cell(*cursor), QColor(sheet.theme["accent-soft"]))
    _draw_lines(painter, sheet, sheet.grid.size[0])
    dot = QPen(QColor(sheet.theme["line-strong"]), _DOT * sheet.em)
    dot.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(dot)
    painter.drawPoints(list(sheet.gaps))


def draw_frames(
    painter: QPainter, sheet: MapLayout, chosen: frozenset[Place], cursor: Place | None
) -> None:
    """A frame around the cells of the selected strategy, a dashed one where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(sheet.theme["ink"]), _FRAME * sheet.em))
    for place in chosen:
        _draw_frame(painter, sheet, place)
    if cursor and cursor not in chosen:
        painter.setPen(QPen(QColor(sheet.theme["focus"]), sheet.em, Qt.PenStyle.DashLine))
        _draw_frame(painter, sheet, cursor)


def _draw_frame(painter: QPainter, sheet: MapLayout, place: Place) -> None:
    em, round_ = sheet.em, _ROUND * sheet.em
    box = sheet.grid.cell(*place).adjusted(em, em, -em, -em)
    painter.drawRoundedRect(box, round_, round_)


def draw_numbers(painter: QPainter, sheet: MapLayout) -> None:
    """How many statements, in each bubble."""
    for bubble in sheet.bubbles:
        text = str(bubble.cell.statements)
        painter.setFont(_fitting(text, bubble.diameter, sheet.zoom))
        painter.setPen(QColor(bubble.look.ink))
        half = QPointF(bubble.diameter, bubble.diameter)
        box = QRectF(bubble.centre - half, bubble.centre + half)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _fitting(text: str, diameter: float, zoom: int) -> QFont:
    """The font in which a number has room in its bubble."""
    made = fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=zoom)
    wide, room = QFontMetricsF(made).horizontalAdvance(text), diameter * _CHORD
    if wide > room:
        made.setPixelSize(max(1, int(made.pixelSize() * room / wide)))
    return made


def draw_columns(painter: QPainter, sheet: MapLayout) -> None:
    """The labels of the columns, on paper: what is scrolled goes beneath them."""
    grid = sheet.grid
    _lay_paper(painter, sheet, QRectF(0, 0, sheet.room.width(), grid.top))
    _draw_head_line(painter, sheet, grid.top, grid.size[0])
    _take_pencil(painter, sheet)
    for column in range(len(grid.columns)):
        draw_column_label(painter, grid, column, sheet.zoom)


def draw_rows(painter: QPainter, sheet: MapLayout, down: float) -> None:
    """The labels of the rows, on paper, where all is scrolled down by so many px."""
    grid, head = sheet.grid, down + sheet.grid.top
    below = QRectF(0, head, grid.left, max(0.0, grid.size[1] - head))
    _lay_paper(painter, sheet, below)
    painter.save()
    painter.setClipRect(below, Qt.ClipOperation.IntersectClip)
    _draw_lines(painter, sheet, grid.left)
    _take_pencil(painter, sheet)
    for row in range(len(grid.rows)):
        draw_row_label(painter, grid, row)
    painter.restore()
    _lay_paper(painter, sheet, QRectF(0, down, grid.left, grid.top))
    _draw_head_line(painter, sheet, head, grid.left)


def draw_foot(painter: QPainter, sheet: MapLayout) -> None:
    """The legend, and in words what else is drawn."""
    gap = GAP * sheet.em
    draw_legend(painter, sheet.legend, sheet.statuses, sheet.theme, sheet.zoom)
    painter.setFont(small(sheet.zoom))
    painter.setPen(QColor(sheet.theme["ink-muted"]))
    below = QRectF(0, sheet.legend.bottom() + gap / 2, sheet.width, sheet.room.height())
    typesetting.draw(painter, below, sheet.caption)


def _draw_lines(painter: QPainter, sheet: MapLayout, right: float) -> None:
    grid = sheet.grid
    for row in range(len(grid.rows) + 1):
        _draw_head_line(painter, sheet, grid.top + row * grid.height, right)


def _draw_head_line(painter: QPainter, sheet: MapLayout, y: float, right: float) -> None:
    painter.setPen(QPen(QColor(sheet.theme["line"]), sheet.em))
    painter.drawLine(QPointF(0, y), QPointF(right, y))


def _lay_paper(painter: QPainter, sheet: MapLayout, box: QRectF) -> None:
    painter.fillRect(box, QColor(sheet.theme["paper"]))


def _take_pencil(painter: QPainter, sheet: MapLayout) -> None:
    painter.setFont(small(sheet.zoom))
    painter.setPen(QColor(sheet.theme["ink"]))
