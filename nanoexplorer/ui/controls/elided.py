"""A label that ends in an ellipsis where it has no room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip

from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import PLAIN_TEXT

_LEAST: Final = 4
"""Letters that are left at least."""


class Elided(QLabel):
    """One line of text that may be squeezed; with word wrap it is a label like any other."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.wordWrap():
            return least
        letters = _LEAST * self.fontMetrics().averageCharWidth()
        return QSize(min(least.width(), letters), least.height())

    def is_cut(self) -> bool:
        """Whether the text ends in an ellipsis."""
        wide = self.fontMetrics().horizontalAdvance(self.text())
        return not self.wordWrap() and wide > self.contentsRect().width()

    @override
    def event(self, event: QEvent) -> bool:
        """What is cut is told in full where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self.is_cut():
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut():
            super().paintEvent(event)
            return
        room = self.contentsRect()
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
