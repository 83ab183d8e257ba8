"""The gate: what this is not, before anything is shown; accept or quit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.scale import hair
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.widgets import STRETCH, button, column, frame, label, put, row
from nanoexplorer.ui.controls.choices import CheckBox
from nanoexplorer.ui.shell.brand import Brand
from nanoexplorer.words import starting as starting_words

WIDTH = 640
MARGIN = 40
AROUND = 16


class Gate(QFrame):
    """A card in the middle of the window, scrolled where it has no room; `about` is the pack's.

    Continue is disabled until the promise is ticked; from then on Enter continues, wherever the
    keyboard is but on Quit.
    """

    accepted = Signal()
    refused = Signal()

    def __init__(self, about: str, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setObjectName("gate")
        self.promise = CheckBox(starting_words.PROMISE, "gate.promise")
        self.proceed = button(
            starting_words.CONTINUE, "gate.continue", kind="primary", does=self.accepted.emit
        )
        self.proceed.setEnabled(False)
        self.leave = button(starting_words.QUIT, "gate.quit", does=self.refused.emit)
        for made in (self.leave, self.proceed):
            made.setAutoDefault(True)  # so that Enter, too, presses the one with the keyboard
        self.promise.toggled.connect(self.proceed.setEnabled)
        self._zoom = zoom
        self.card = self._card(about, zoom)
        put(column(self), self._scrolled())
        QWidget.setTabOrder(self.promise, self.proceed)
        QWidget.setTabOrder(self.proceed, self.leave)

    def _card(self, about: str, zoom: int) -> QWidget:
        card = frame("card", "gate.card")
        margin, ring = MARGIN * zoom // 100, 2 * hair(zoom) + 2 * zoom // 100
        # The promise's box, not its focus ring that is mostly unseen, stands below the words.
        around = margin - ring, margin, margin, margin
        words = self._words(about, zoom)
        words.setContentsMargins(ring, 0, 0, 0)
        put(
            column(card, margin=around, gap=16 * zoom // 100),
            words,
            put(row(), self.promise, STRETCH),
            put(row(), STRETCH, self.leave, self.proceed),
        )
        return card

    def _words(self, about: str, zoom: int) -> QVBoxLayout:
        words = column(gap=12 * zoom // 100)
        put(words, put(row(gap=0), Brand(), STRETCH))
        words.addSpacing(12 * zoom // 100)
        title = label(starting_words.TITLE, "title", wraps=True, name="gate.title")
        put(words, title, label(starting_words.text(about), wraps=True, name="gate.text"))
        points = column(gap=4 * zoom // 100)
        for point in starting_words.POINTS:
            line = row(gap=6 * zoom // 100)
            line.addWidget(_Bullet(zoom), alignment=Qt.AlignmentFlag.AlignTop)
            put(points, put(line, (label(point, wraps=True), 1)))
        return put(words, points)

    def _scrolled(self) -> QScrollArea:
        inside = frame("side")
        around = column(inside, margin=AROUND)
        around.addWidget(self.card, alignment=Qt.AlignmentFlag.AlignCenter)
        return scrolled(inside, "gate.scroll")

    def _fit(self) -> None:
        """Give the card its width, or what there is of it, and the height that follows."""
        bar = 10 * self._zoom // 100
        width = min(WIDTH * self._zoom // 100, self.width() - 2 * AROUND - bar)
        lines = self.card.layout()
        if lines is not None:
            self.card.setFixedSize(width, lines.totalHeightForWidth(width))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no button has taken: a tick box takes none."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.proceed.click()  # nothing while it is disabled
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Bullet(QWidget):
    """A drawn bullet: a typed one would differ by font."""

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self._side = 6 * zoom // 100
        self.setFixedSize(20 * zoom // 100, 20 * zoom // 100)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._side
        box = QRectF(side, (self.height() - side) / 2, side, side)
        draw_glyph(painter, "disc", box, self.palette().windowText().color().name())
