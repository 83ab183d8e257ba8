"""The disclaimer's second layer: a banner that cannot be closed."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import button, column, label, put, row
from nanoexplorer.words import common

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton


class Banner(QFrame):
    """One amber line over the whole width; two, and wrapped, where it has no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setObjectName("banner")
        self.setAccessibleName(common.disclaimer())
        self._lead = label(common.DISCLAIMER_LEAD, "disclaimer-lead", name="banner.lead")
        self._rest = label(common.disclaimer_rest(), "disclaimer", wraps=True, name="banner.rest")
        self._warning: QPushButton | None = None
        self._words = put(row(), self._lead, (self._rest, 1))
        self._lines = put(column(gap=2), self._words)
        put(row(self, margin=(16, 6, 16, 6)), _Sign(self._lead), (self._lines, 1))

    def tell(self, whose: str) -> None:
        """Say in a line of its own whose pack it is, where it is not ours."""
        if whose:
            self.setAccessibleName(f"{common.disclaimer()} {whose}")
            note = label(whose, "disclaimer-lead", wraps=True, name="banner.whose")
            self._lines.insertWidget(1, note)

    def warn(self, said: str, does: Callable[[], object]) -> None:
        """Say what is wrong now in a line of its own, and do this at a click; nothing for none."""
        if self._warning is not None:
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
        if said:
            from PySide6.QtCore import Qt  # not before the first paint

            self._warning = button(said, "banner.warning", kind="link", does=does)
            self._lines.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The second sentence goes below the first where both don't fit beside each other."""
        super().resizeEvent(event)
        lead = self._lead.sizeHint().width()
        rest = 1.1 * self._rest.fontMetrics().horizontalAdvance(common.disclaimer_rest())
        room = self.width() - 3 * self._lead.fontMetrics().height()
        beside = room > lead and ceil(rest / (room - lead)) <= 1 + ceil(rest / room)
        ways = QBoxLayout.Direction
        self._words.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._words.setSpacing(8 if beside else 0)


class _Sign(QWidget):
    """A drawn warning triangle in the size and colour of the words beside it."""

    def __init__(self, beside: QLabel) -> None:
        super().__init__()
        self._beside = beside

    @override
    def sizeHint(self) -> QSize:
        side = self._beside.fontMetrics().height()
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._beside.fontInfo().pixelSize()
        box = QRectF(0, (self.height() - side) / 2, side, side)
        colour = self._beside.palette().windowText().color().name()
        draw_glyph(QPainter(self), "caution", box, colour)
