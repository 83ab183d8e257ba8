"""The app's name in its two colours, as one word."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import PLAIN_TEXT
from nanoexplorer.words import window as words


class Brand(QLabel):
    """Two labels side by side would stand apart by what their widths are rounded up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("".join(words.BRAND), parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("role", "brand")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Each part where the one before it ends, to a fraction of a px."""
        painter, metrics = QPainter(self), QFontMetricsF(self.font())
        middle = (self.height() - metrics.height()) / 2
        at = QPointF(0, round(middle + metrics.ascent()))
        colours = self.palette()
        for part, colour in zip(words.BRAND, (colours.windowText(), colours.link()), strict=True):
            painter.setPen(colour.color())
            painter.drawText(at, part)
            at += QPointF(metrics.horizontalAdvance(part), 0)
        painter.end()
