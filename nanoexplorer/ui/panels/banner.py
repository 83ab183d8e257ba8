"""The disclaimer's second layer: a banner that cannot be closed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from nanoexplorer import strings
from nanoexplorer.figures.marks import draw_glyph
from nanoexplorer.ui.widgets import label, row


class Banner(QFrame):
    """One amber line over the whole width; it wraps where it has no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setObjectName("banner")
        self.setAccessibleName(strings.DISCLAIMER)
        line = row(self, gap=8)
        line.setContentsMargins(16, 6, 16, 6)
        lead = label(strings.DISCLAIMER_LEAD, "disclaimer-lead", name="banner.lead")
        rest = label(strings.DISCLAIMER_REST, "disclaimer", wraps=True, name="banner.rest")
        line.addWidget(_Sign(lead))
        line.addWidget(lead)
        line.addWidget(rest, 1)


class _Sign(QWidget):
    """A drawn warning triangle in the size and colour of the words beside it."""

    def __init__(self, beside: QLabel) -> None:
        super().__init__()
        self._beside = beside

    def sizeHint(self) -> QSize:
        side = self._beside.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._beside.fontInfo().pixelSize()
        box = QRectF(0, (self.height() - side) / 2, side, side)
        colour = self._beside.palette().windowText().color().name()
        draw_glyph(QPainter(self), "caution", box, colour)
