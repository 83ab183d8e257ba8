"""Bubbles, glyphs and the legend of the statuses: a fill and a shape for each, hollow or dashed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QTransform,
)

from nanoexplorer.core.evidence import Status
from nanoexplorer.core.statuses import GivenStatus
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.looks import status_look
from nanoexplorer.drawing.marks import BOX, draw_disputed, outline
from nanoexplorer.drawing.palette import Theme, mixed
from nanoexplorer.drawing.shapes import SHAPES, shape_of
from nanoexplorer.words import common

DASHES: Final = (3.0, 2.2)
_FADED_FILL: Final = 0.08
_FADED_LINE: Final = 0.45


class BubbleLook(NamedTuple):
    """How a bubble is drawn: each colour a `#rrggbb`, the line's width in px at 100 %."""

    fill: str
    line: str
    ink: str
    width: float
    dashed: bool


def bubble_look(
    status: Status, theme: Theme, *, hollow: bool = False, faded: bool = False
) -> BubbleLook:
    """The look of a status. Faded, the fill is all but gone and the number stays legible."""
    colours = theme.status(status.role, hollow=hollow)
    dashed = status_look(status.glyph, filled=not hollow, hollow=hollow).dashed
    line = colours.line if dashed or hollow else theme["accent"]
    width = 2.4 if hollow else 1.2 if dashed else 1.0
    if not faded:
        return BubbleLook(colours.fill, line, colours.ink, width, dashed)
    fill = mixed(theme["paper"], colours.fill, _FADED_FILL)
    pale = mixed(theme["paper"], line, _FADED_LINE)
    return BubbleLook(fill, pale, theme["ink-muted"], width, dashed)


def glyph_ink(theme: Theme, *, faded: bool = False) -> str:
    """The colour of a glyph beside a bubble or in the legend."""
    return mixed(theme["paper"], theme["ink"], _FADED_LINE) if faded else theme["ink"]


def bubble_pen(look: BubbleLook, zoom: int) -> QPen:
    """The pen of a bubble's edge, as wide in px however the map is scaled."""
    pen = QPen(QColor(look.line), look.width * zoom / 100)
    pen.setCosmetic(True)
    if look.dashed:
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


@cache
def glyph_path(glyph: str, hollow: bool = False) -> QPainterPath:
    """A glyph as a shape to fill, in a box of 1 × 1 around the origin; shared, never changed."""
    shape = shape_of(glyph, hollow=hollow)
    path = outline(shape.outline)
    if shape.width:
        stroker = QPainterPathStroker()
        stroker.setWidth(shape.width)
        stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if shape.dashes:
            stroker.setDashPattern(shape.dashes)
            stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
        path = stroker.createStroke(path)
    return QTransform.fromScale(1 / BOX, 1 / BOX).translate(-BOX / 2, -BOX / 2).map(path)


def status_glyph(given: GivenStatus) -> QPainterPath:
    """The glyph of a status, hollow where the status is."""
    return glyph_path(given.status.glyph, given.hollow)


@cache
def disputed_path() -> QPainterPath:
    """The mark of a disputed status as one shape to fill, the sign left out of its square."""
    square = QPainterPath()
    square.addRoundedRect(QRectF(0, 0, BOX, BOX), 2.5, 2.5)
    shape = SHAPES["not-equal"]
    stroker = QPainterPathStroker()
    stroker.setWidth(shape.width)
    sign = stroker.createStroke(outline(shape.outline))
    small = QTransform.fromTranslate(BOX * 0.08, BOX * 0.08).scale(0.84, 0.84).map(sign)
    cut = square.subtracted(small.simplified())
    return QTransform.fromScale(1 / BOX, 1 / BOX).translate(-BOX / 2, -BOX / 2).map(cut)


def fill_glyph(painter: QPainter, path: QPainterPath, box: QRectF, colour: str) -> None:
    """Draw a path of `glyph_path` in the middle of a box."""
    painter.save()
    painter.translate(box.center())
    painter.scale(box.width(), box.width())
    painter.fillPath(path, QColor(colour))
    painter.restore()


class _Entry(NamedTuple):
    status: Status | None
    """None: the mark of a disputed one."""
    corner: QPointF

    @property
    def label(self) -> str:
        return self.status.label if self.status else common.DISPUTED


def draw_legend(
    painter: QPainter, rect: QRectF, statuses: tuple[Status, ...], theme: Theme, zoom: int
) -> None:
    """Draw every status of the pack, the furthest advanced first: bubble, glyph and label; last the
    mark of a disputed one.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fonts.font(fonts.SMALL, zoom=zoom))
    for entry in _entries(statuses, rect.width(), zoom):
        _draw_entry(painter, entry, rect.topLeft() + entry.corner, theme, zoom)
    painter.restore()


def legend_height(statuses: tuple[Status, ...], width: float, zoom: int) -> float:
    """The height in px that the legend takes in that width; it wraps between entries."""
    *_, last = (0.0, *(entry.corner.y() for entry in _entries(statuses, width, zoom)))
    return last + _line(zoom) if statuses else 0.0


def legend_at(
    rect: QRectF, statuses: tuple[Status, ...], zoom: int, point: QPointF
) -> Status | str | None:
    """The status whose entry is at a point of a legend, the words of what is disputed, or None."""
    if rect.contains(point):
        for entry in reversed(list(_entries(statuses, rect.width(), zoom))):
            corner = rect.topLeft() + entry.corner
            if corner.x() <= point.x() and corner.y() <= point.y():
                return entry.status or common.DISPUTED_LEGEND
    return None


def _line(zoom: int) -> float:
    return 22 * zoom / 100


def _entries(statuses: tuple[Status, ...], width: float, zoom: int) -> Iterator[_Entry]:
    metrics, em = QFontMetricsF(fonts.font(fonts.SMALL, zoom=zoom)), zoom / 100
    x = y = 0.0
    for status in (*sorted(statuses, key=lambda s: -s.rank), None):
        entry = _Entry(status, QPointF(x, y))
        wide = metrics.horizontalAdvance(entry.label) + 36 * em
        if x and x + wide > width:
            x, y = 0.0, y + _line(zoom)
        yield entry._replace(corner=QPointF(x, y))
        x += wide + 16 * em


def _draw_entry(painter: QPainter, entry: _Entry, corner: QPointF, theme: Theme, zoom: int) -> None:
    em = zoom / 100
    middle = corner.y() + _line(zoom) / 2
    sign = QRectF(corner.x() + 20 * em, middle - 5 * em, 10 * em, 10 * em)
    if entry.status:
        look = bubble_look(entry.status, theme)
        painter.setPen(bubble_pen(look, zoom))
        painter.setBrush(QColor(look.fill))
        painter.drawEllipse(QPointF(corner.x() + 8 * em, middle), 7 * em, 7 * em)
        fill_glyph(painter, glyph_path(entry.status.glyph), sign, glyph_ink(theme))
    else:
        draw_disputed(painter, sign.adjusted(-2 * em, -2 * em, 2 * em, 2 * em), theme)
    painter.setPen(QColor(theme["ink"]))
    left = corner.x() + 35 * em
    text = QRectF(left, corner.y(), 1000 * em, _line(zoom))
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, entry.label)
