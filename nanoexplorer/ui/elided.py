"""A label that ends in an ellipsis where it has no room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from nanoexplorer.ui.widgets import PLAIN_TEXT

_LEAST: Final = 4
"""Letters that are left at least."""


class Elided(QLabel):
    """One line of text that may be squeezed; with word wrap it is a label like any other."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.wordWrap():
            return least
        letters = _LEAST * self.fontMetrics().averageCharWidth()
        return QSize(min(least.width(), letters), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        if self.wordWrap() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), end, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


def elided(text: str, role: str = "", *, name: str = "") -> Elided:
    """A label in one of the style sheet's roles that may be squeezed."""
    made = Elided(text)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setProperty("role", role)
    made.setObjectName(name)
    return made
