"""The gate: what this is not, before anything is shown; accept or quit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from nanoexplorer import strings
from nanoexplorer.figures.marks import draw_glyph
from nanoexplorer.ui.controls import CheckBox
from nanoexplorer.ui.widgets import column, frame, label, row

WIDTH = 640
MARGIN = 40


class Gate(QFrame):
    """A card in the middle of the window. Continue is disabled until the promise is ticked."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setObjectName("gate")
        self.promise = CheckBox(strings.GATE_PROMISE)
        self.promise.setObjectName("gate.promise")
        self.proceed = QPushButton(strings.GATE_CONTINUE)
        self.proceed.setObjectName("gate.continue")
        self.proceed.setProperty("kind", "primary")
        self.proceed.setEnabled(False)
        self.proceed.setDefault(True)
        self.leave = QPushButton(strings.GATE_QUIT)
        self.leave.setObjectName("gate.quit")
        self.promise.toggled.connect(self.proceed.setEnabled)
        self.proceed.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.refused)
        outer = column(self)
        outer.addWidget(self._card(zoom), alignment=Qt.AlignmentFlag.AlignCenter)
        QWidget.setTabOrder(self.promise, self.leave)
        QWidget.setTabOrder(self.leave, self.proceed)

    def _card(self, zoom: int) -> QWidget:
        card = frame("card", "gate.card")
        card.setFixedWidth(WIDTH * zoom // 100)
        inside = column(card, margin=MARGIN * zoom // 100, gap=12 * zoom // 100)
        inside.addLayout(brand())
        inside.addSpacing(12 * zoom // 100)
        inside.addWidget(label(strings.GATE_TITLE, "title", wraps=True, name="gate.title"))
        inside.addWidget(label(strings.GATE_TEXT, wraps=True, name="gate.text"))
        for point in strings.GATE_POINTS:
            line = row(gap=8)
            line.addWidget(_Bullet(zoom), alignment=Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(point, wraps=True), 1)
            inside.addLayout(line)
        inside.addSpacing(8 * zoom // 100)
        inside.addWidget(self.promise)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.proceed)
        inside.addLayout(buttons)
        return card


class _Bullet(QWidget):
    """A drawn bullet: a typed one would differ by font."""

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self._side = 6 * zoom // 100
        self.setFixedSize(22 * zoom // 100, 20 * zoom // 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._side
        box = QRectF(side, (self.height() - side) / 2, side, side)
        draw_glyph(painter, "disc", box, self.palette().windowText().color().name())


def brand() -> QHBoxLayout:
    """The app's name in its two colours."""
    line = row(gap=0)
    first, second = strings.BRAND
    line.addWidget(label(first, "brand"))
    line.addWidget(label(second, "brand-accent"))
    line.addStretch(1)
    return line
