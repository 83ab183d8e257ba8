"""A switch: something that is on or off at once, its words before it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.chips import draw_ring
from nanoexplorer.drawing.fonts import shared
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.typesetting import advance, elided
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring

HEIGHT: Final = 24
TRACK: Final = QSize(30, 16)
_GAP: Final = 10
_EDGE: Final = 4


class Switch(QCheckBox):
    """A check box that is drawn as a switch, for what takes effect at once."""

    def __init__(self, text: str, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.theme, self.zoom = theme, zoom

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self.theme = theme

    def _px(self, units: float) -> float:
        return units * self.zoom / 100

    @override
    def sizeHint(self) -> QSize:
        words = advance(self.text(), shared(self.zoom, fonts.SMALL))
        wide = words + self._px(_GAP + TRACK.width() + 2 * _EDGE)
        return QSize(round(wide) + 1, round(self._px(HEIGHT)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._px(TRACK.width() + 2 * _EDGE)), self.sizeHint().height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """The words answer a click as well."""
        return self.rect().contains(pos)

    def _track(self) -> QRectF:
        size = QRectF(0, 0, self._px(TRACK.width()), self._px(TRACK.height()))
        right = self.width() - self._px(_EDGE) - size.width()
        return size.translated(right, (self.height() - size.height()) / 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track, used = self._track(), shared(self.zoom, fonts.SMALL)
        room = track.left() - self._px(_GAP + _EDGE)
        painter.setFont(used)
        painter.setPen(QColor(self.theme["ink"]))
        box = QRect(round(self._px(_EDGE)), 0, round(room) + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided(self.text(), used, room + 2))
        self._paint_track(painter, track)
        if has_ring(self):
            draw_ring(painter, QRectF(self.rect()), self.theme["focus"])
        painter.end()

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        on, half = self.isChecked(), track.height() / 2
        line = "accent" if on else "ink-muted"
        painter.setPen(QPen(QColor(self.theme[line]), 1.2 * max(1.0, self.zoom / 100)))
        painter.setBrush(QColor(self.theme["accent" if on else "surface"]))
        painter.drawRoundedRect(track, half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme["on-accent" if on else "ink-muted"]))
        middle = track.right() - half if on else track.left() + half
        painter.drawEllipse(QPointF(middle, track.center().y()), half * 0.6, half * 0.6)
