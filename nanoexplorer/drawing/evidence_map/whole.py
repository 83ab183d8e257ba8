"""Draws the evidence map whole, on any painter: what leaves the app is scaled and never scrolled.

The scene of the screen has its spots in px of the device, which are specks on a page.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from nanoexplorer.drawing.evidence_map import paint
from nanoexplorer.drawing.evidence_map.layout import Bubble, Sheet, glyphs
from nanoexplorer.drawing.evidence_map.paint import Place
from nanoexplorer.drawing.status_marks import bubble_pen, fill_glyph


def draw_whole(painter: QPainter, sheet: Sheet, chosen: frozenset[Place]) -> None:
    """Draw all there is from the painter's origin, with frames around the chosen cells."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint.draw_field(painter, sheet, None)
    for bubble in sheet.bubbles:
        _disc(painter, sheet, bubble)
    for glyph in glyphs(sheet):
        box = QRectF(0, 0, glyph.size, glyph.size)
        box.moveCenter(glyph.centre)
        fill_glyph(painter, glyph.path, box, glyph.ink.name())
    paint.draw_numbers(painter, sheet)
    paint.draw_frames(painter, sheet, chosen, None)
    paint.draw_foot(painter, sheet)
    paint.draw_columns(painter, sheet)
    paint.draw_rows(painter, sheet, 0.0)


def _disc(painter: QPainter, sheet: Sheet, bubble: Bubble) -> None:
    pen = QPen(bubble_pen(bubble.look, sheet.zoom))
    pen.setCosmetic(False)
    painter.setPen(pen)
    painter.setBrush(QColor(bubble.look.fill))
    radius = (bubble.diameter - pen.widthF()) / 2
    painter.drawEllipse(bubble.centre, radius, radius)
