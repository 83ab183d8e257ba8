"""Draws the glyphs, marks and icons: as shapes, since typed signs differ by font.

`Qt` itself is reached through `QtCore`, here and in `chips` and `controls`: its first use builds
every enumeration in it, 25 ms that a window without marks, such as the gate, need not wait for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.shapes import Shape, shape_of

BOX: Final = 16.0


def draw_glyph(
    painter: QPainter, glyph: str, rect: QRectF, colour: str, *, outlined: bool = False
) -> None:
    """Draw a shape of `shapes` centred in `rect`, in a `#rrggbb`. An unknown name is a KeyError.

    `outlined`: the hollow form of a status.
    """
    shape = shape_of(glyph, hollow=outlined)
    painter.save()
    _into_box(painter, rect)
    if shape.width:
        painter.setPen(_pen(shape, colour))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    painter.drawPath(outline(shape.outline))
    painter.restore()


def draw_disputed(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the mark of a status that a note disputes: ≠ in a square, centred in `rect`."""
    painter.save()
    _into_box(painter, rect)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme["disputed"]))
    painter.drawRoundedRect(QRectF(0, 0, BOX, BOX), 2.5, 2.5)
    painter.restore()
    inset = min(rect.width(), rect.height()) * 0.1
    inner = rect.adjusted(inset, inset, -inset, -inset)
    draw_glyph(painter, "not-equal", inner, theme["on-disputed"])


def _into_box(painter: QPainter, rect: QRectF) -> None:
    """Make the box of 16 × 16 units the largest square in the middle of `rect`."""
    side = min(rect.width(), rect.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / BOX, side / BOX)


def _pen(shape: Shape, colour: str) -> QPen:
    pen = QPen(QColor(colour), shape.width)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    if shape.dashes:
        pen.setCapStyle(QtCore.Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(shape.dashes)
    else:
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    return pen


@cache
def outline(text: str) -> QPainterPath:
    """The path that a shape's text describes; shared, so not to be changed."""
    path = QPainterPath()
    words = iter(text.split())
    for command in words:
        match command:
            case "M":
                path.moveTo(_point(words))
            case "L":
                path.lineTo(_point(words))
            case "C":
                path.cubicTo(_point(words), _point(words), _point(words))
            case "O":
                centre, radius = _point(words), float(next(words))
                path.addEllipse(centre, radius, radius)
            case _:
                path.closeSubpath()
    return path


def _point(words: Iterator[str]) -> QPointF:
    return QPointF(float(next(words)), float(next(words)))


def icon(name: str, colour: str, disabled: str, size: int = 16, ratio: float = 1.0) -> QIcon:
    """A shape as a button's icon, `size` px wide on a screen of that device pixel ratio."""
    made = QIcon()
    made.addPixmap(_pixmap(name, colour, size, ratio), QIcon.Mode.Normal)
    made.addPixmap(_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_glyph(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap
