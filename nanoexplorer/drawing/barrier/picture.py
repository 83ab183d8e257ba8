"""The picture of the barrier and the routes across it, on a painter and in a rectangle given."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.barrier.layout import Lane, Layout, Row, title_font
from nanoexplorer.drawing.barrier.motifs import draw_route
from nanoexplorer.drawing.barrier.scene import (
    ENDOTHELIUM,
    FEET,
    LUMEN,
    MEMBRANE,
    TUMOUR,
    draw_scene,
)
from nanoexplorer.drawing.chips import draw_ring, draw_status
from nanoexplorer.drawing.fonts import small
from nanoexplorer.drawing.looks import SIGN, VERDICT
from nanoexplorer.drawing.marks import draw_disputed, draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.words import barrier as barrier_words

_POINTED: Final = (
    ((LUMEN + ENDOTHELIUM) / 2, "endothelium"),
    ((ENDOTHELIUM + MEMBRANE) / 2, "membrane"),
    ((MEMBRANE + FEET) / 2, "end-feet"),
    ((1 + TUMOUR) / 2, "brain"),
)


def draw_layout(
    painter: QPainter,
    layout: Layout,
    theme: Theme,
    *,
    selection: str = "",
    focus: int = -1,
    scene: bool = True,
) -> None:
    """Draw what was laid out, from the painter's origin; the row `focus` has a ring around it.

    `scene` is false for a screen that keeps the anatomy as a picture: no profile changes it.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene:
        draw_scene(painter, layout.scene, theme)
    _captions(painter, layout, theme)
    if not layout.lanes:
        _nothing(painter, layout, theme)
    for n, lane in enumerate(layout.lanes):
        track = layout.scene.tracks[n]
        draw_route(painter, layout.scene, track, lane.route.term.id, lane.route.lit, theme)
        _words(painter, layout, lane, theme, first=n == 0)
        for row in lane.rows:
            _row(painter, layout, row, theme, row.use.strategy.id == selection)
    if 0 <= focus < len(layout.rows):
        draw_ring(painter, layout.rows[focus].box, theme["focus"])
    _selected(painter, layout, theme, selection)
    _legend(painter, layout, theme)


def _pen(painter: QPainter, colour: str, width: float) -> None:
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _captions(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """The parts by name: a line leads down from each, but from the vessel's, which is above it."""
    u, scene = layout.zoom / 100, layout.scene
    painter.setFont(small(layout.zoom))
    pitch = layout.measures.caption
    top = scene.rect.top() - layout.measures.captions * u
    for n, (share, name) in enumerate(_POINTED):
        x, y = scene.x(share), top + pitch * (n + 0.5) * u
        _pen(painter, theme["ink-muted"], 1.0 * u)
        painter.drawPolyline([QPointF(x, scene.rect.top() + 5 * u), QPointF(x, y)])
        painter.drawLine(QPointF(x, y), QPointF(x + 8 * u, y))
        painter.setPen(QColor(theme["ink"]))
        painter.drawText(QPointF(x + 12 * u, y + 4.5 * u), barrier_words.PARTS[name])
    painter.setPen(QColor(theme["ink"]))
    painter.drawText(
        QPointF(scene.x(0) + u, scene.rect.top() - 8 * u), barrier_words.PARTS["blood"]
    )


def _words(painter: QPainter, layout: Layout, lane: Lane, theme: Theme, *, first: bool) -> None:
    """A route's title, the line above it, and how many of its strategies are left out."""
    u = layout.zoom / 100
    if not first:
        _pen(painter, theme["line"], 1.0 * u)
        at = QPointF(layout.text_left, lane.box.top())
        painter.drawLine(at, QPointF(layout.width, lane.box.top()))
    painter.setFont(title_font(layout.zoom))
    painter.setPen(QColor(theme["ink" if lane.route.lit else "ink-muted"]))
    for n, line in enumerate(lane.title):
        at = QPointF(
            layout.text_left,
            lane.box.top() + (layout.measures.above + 16 + layout.measures.title * n) * u,
        )
        painter.drawText(at, line)
    rest = barrier_words.MORE.format(count=lane.more) if lane.more else ""
    said = rest if lane.rows else barrier_words.UNUSED
    painter.setFont(small(layout.zoom))
    painter.setPen(QColor(theme["ink-muted"]))
    if said:
        painter.drawText(lane.rest, said)


def _row(painter: QPainter, layout: Layout, row: Row, theme: Theme, selected: bool) -> None:
    u = layout.zoom / 100
    if selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme["accent-soft"]))
        painter.drawRoundedRect(row.box, 4 * u, 4 * u)
    look = VERDICT[row.use.verdict]
    box = QRectF(row.box.left() + 3 * u, row.box.top() + 5 * u, 13 * u, 13 * u)
    draw_glyph(painter, look.mark, box, theme[look.role])
    painter.setFont(small(layout.zoom, selected))
    painter.setPen(QColor(theme["ink" if row.use.named else "ink-muted"]))
    for n, line in enumerate(row.lines):
        at = QPointF(row.box.left() + 20 * u, row.box.top() + (3 + 13 + 17 * n) * u)
        painter.drawText(at, line)
    for box, chip in row.chips:
        draw_status(painter, box, chip, theme, layout.measures.chip_font(layout.zoom))


def _selected(painter: QPainter, layout: Layout, theme: Theme, selection: str) -> None:
    """A frame around every route that the selected strategy takes."""
    u = layout.zoom / 100
    for lane in layout.lanes:
        if selection and any(use.strategy.id == selection for use in lane.route.uses):
            _pen(painter, theme["ink"], 1.8 * u)
            inner = lane.box.adjusted(1.2 * u, 1.5 * u, -1.2 * u, -1.5 * u)
            painter.drawRoundedRect(inner, 6 * u, 6 * u)


def _legend(painter: QPainter, layout: Layout, theme: Theme) -> None:
    u = layout.zoom / 100
    painter.setFont(small(layout.zoom))
    for at, mark, words in layout.legend:
        x = at.x()
        if mark:
            box = QRectF(x - u, at.y(), 13 * u, 13 * u)
            if look := SIGN.get(mark):
                draw_glyph(painter, look.mark, box, theme[look.role])
            else:
                draw_disputed(painter, box, theme)
            x += 17 * u
        painter.setPen(QColor(theme["ink-muted"]))
        painter.drawText(QPointF(x, at.y() + 11 * u), words)


def _nothing(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """A pack without routes: the barrier alone, and words that say so."""
    room = layout.scene.rect.translated(layout.text_left, 0)
    room.setRight(layout.width)
    painter.setFont(small(layout.zoom))
    painter.setPen(QColor(theme["ink-muted"]))
    typesetting.draw(painter, room, barrier_words.NONE)
