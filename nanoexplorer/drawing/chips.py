"""Draws a status chip: its colours, its glyph and its label."""

from __future__ import annotations

from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from nanoexplorer.documents.blocks import Mark
from nanoexplorer.drawing.looks import FILLED, StatusLook, mark_look
from nanoexplorer.drawing.marks import draw_disputed, draw_glyph
from nanoexplorer.drawing.palette import StatusColours, Theme

# all in parts of the font's size, so that a chip grows with the zoom
_SIDE: Final = 0.54
_GAP: Final = 0.36
_GLYPH: Final = 0.80
_HEIGHT: Final = 1.70
_RADIUS: Final = 0.25
_MARK: Final = 1.15
_BESIDE: Final = 0.35


def status_size(chip: Mark, font: QFont) -> QSizeF:
    """The size in px of a status: its chip, and the mark beside it where a note disputes it."""
    size = chip_size(chip.label, font, chip.glyph)
    return QSizeF(size.width() + mark_room(chip, font.pixelSize()), size.height())


def mark_room(chip: Mark, em: float) -> float:
    """The px that the mark of a disputed status takes beside its chip."""
    return (_MARK + _BESIDE) * em if chip.disputed else 0.0


def draw_status(
    painter: QPainter, rect: QRectF, chip: Mark, theme: Theme, font: QFont, *, sign: bool = True
) -> None:
    """Draw a status that fills `rect`: its chip, and the mark beside it where it is disputed.

    Without `sign` its glyph is left to the caller.
    """
    room = mark_room(chip, font.pixelSize())
    draw_chip(
        painter,
        rect.adjusted(0, 0, -room, 0),
        chip.label,
        chip.glyph if sign else None,
        theme.status(chip.role, hollow=not chip.filled),
        font,
        mark_look(chip),
    )
    if chip.disputed:
        draw_disputed(painter, mark_box(rect, font.pixelSize()), theme)


def mark_box(rect: QRectF, em: float) -> QRectF:
    """Where the mark stands in the rectangle of a status: at its right end."""
    side = _MARK * em
    return QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)


def chip_size(label: str, font: QFont, glyph: str | None = None) -> QSizeF:
    """The size in px that a chip takes with that label and, if given, a glyph before it."""
    em = font.pixelSize()
    sign = em * (_GLYPH + _GAP) if glyph else 0.0
    width = QFontMetricsF(font).horizontalAdvance(label) + sign + 2 * _SIDE * em
    return QSizeF(width, round(_HEIGHT * em))


def draw_chip(
    painter: QPainter,
    rect: QRectF,
    label: str,
    glyph: str | None,
    colours: StatusColours,
    font: QFont,
    look: StatusLook = FILLED,
) -> None:
    """Draw a chip that fills `rect`, its content in the middle, the label elided if too long.

    A hollow `look` goes with `theme.status(role, hollow=True)`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _frame(painter, rect, colours, font.pixelSize(), look)
    _content(painter, rect, label, glyph, colours, font, look.outlined)
    painter.restore()


def _frame(
    painter: QPainter, rect: QRectF, colours: StatusColours, em: int, look: StatusLook
) -> None:
    width = em / 13 * (1.5 if look.hollow else 1.0)
    pen = QPen(QColor(colours.line), width)
    if look.dashed:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(QtCore.Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.fill))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), *(_RADIUS * em,) * 2)


def _content(
    painter: QPainter,
    rect: QRectF,
    label: str,
    glyph: str | None,
    colours: StatusColours,
    font: QFont,
    outlined: bool,
) -> None:
    em = font.pixelSize()
    metrics = QFontMetricsF(font)
    sign = em * (_GLYPH + _GAP) if glyph else 0.0
    room = rect.width() - sign - 0.3 * em
    text = metrics.elidedText(label, QtCore.Qt.TextElideMode.ElideRight, room)
    left = rect.center().x() - (sign + metrics.horizontalAdvance(text)) / 2
    if glyph:
        side = em * _GLYPH
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        draw_glyph(painter, glyph, box, colours.ink, outlined=outlined)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink))
    painter.drawText(
        QRectF(left + sign, rect.top(), rect.right() - left - sign, rect.height()),
        QtCore.Qt.AlignmentFlag.AlignVCenter
        | QtCore.Qt.AlignmentFlag.AlignLeft
        | QtCore.Qt.TextFlag.TextSingleLine,
        text,
    )


def draw_ring(painter: QPainter, rect: QRectF, colour: str, width: float = 2.0) -> None:
    """Draw a ring inside the edges of `rect`: the focus of something that paints itself."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 3 * width, 3 * width)
    painter.restore()
