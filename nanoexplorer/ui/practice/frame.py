"""The page that practice stands on: banner, head, one step, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import CHORDS
from nanoexplorer.ui.base.scrolling import hide_idle_handle
from nanoexplorer.ui.base.widgets import column, frame, give_tip, label, row
from nanoexplorer.ui.controls.number import Number
from nanoexplorer.ui.controls.prose_view import AROUND
from nanoexplorer.ui.practice.progress import AnswerMarks, RoundProgress
from nanoexplorer.ui.practice.requests import Leave
from nanoexplorer.ui.shell.banner import Banner
from nanoexplorer.words.teaching import practice as words

MARGIN = 24
BAR = 10


class Step(QWidget):
    """One step of practice. `buttons` stand at the foot, the last of them is what Enter does."""

    WIDTH = 880
    """Px at 100 %; lines of text that are longer are hard to read."""
    buttons_at_the_end = 1
    """How many of the buttons stand at the right."""

    requested = Signal(object)
    """One of `nanoexplorer.ui.practice.requests`."""

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self.zoom = zoom
        self.buttons: tuple[QPushButton, ...] = ()
        self.lines = column(self, gap=scaled(8, zoom))
        self.lines.setContentsMargins(0, scaled(8, zoom), 0, scaled(8, zoom))

    def section(self, gap: int = 12, left: int = AROUND, place: int = -1) -> QVBoxLayout:
        """Lines as wide as head and foot; only a text and its focus ring are wider."""
        lines = column(gap=scaled(gap, self.zoom))
        lines.setContentsMargins(scaled(left, self.zoom), 0, scaled(AROUND, self.zoom), 0)
        self.lines.insertLayout(place, lines)
        return lines

    def remark(self, text: str) -> None:
        """Say something above everything else."""
        said = label(text, "caution", wraps=True, name="practice.remark")
        self.section(place=0).addWidget(said)

    def boxed(self) -> QVBoxLayout:
        """A section whose check box, not its focus ring, stands below the words above it."""
        return self.section(left=AROUND - 4)

    def take_key(self, _event: QKeyEvent) -> bool:
        """Do what a key stands for in this step; False where it stands for nothing."""
        return False

    def begin(self) -> None:
        """Put the keyboard where one begins."""


class PracticePage(QFrame):
    """Stands over the window. Enter does the next thing, Escape leaves; the round waits."""

    requested = Signal(object)

    def __init__(self, step: Step, progress: RoundProgress, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.setObjectName("practice")
        self.step = step
        step.requested.connect(self.requested)
        self._theme, self._zoom = theme, zoom
        lines = column(self, gap=0)
        lines.addWidget(Banner())
        lines.addWidget(self._head(progress))
        lines.addWidget(self._middle(), 1)
        lines.addWidget(self._foot(step.buttons))

    def _head(self, progress: RoundProgress) -> QFrame:
        head = frame("header", "practice.head")
        line = row(head, gap=scaled(12, self._zoom))
        line.setContentsMargins(*(scaled(px, self._zoom) for px in (MARGIN, 8, MARGIN, 8)))
        line.addWidget(label(words.PRACTICE, "lead", name="practice.title"))
        line.addWidget(label(progress.said, "muted", name="practice.progress"))
        line.addWidget(AnswerMarks(progress.rights, self._theme, self._zoom), 1)
        line.addWidget(label(progress.score, "lead", name="practice.score"))
        line.addSpacing(scaled(16, self._zoom))
        leave = push(words.BACK, "practice.leave")
        give_tip(leave, words.LEAVE_TIP)
        leave.clicked.connect(lambda: self.requested.emit(Leave()))
        line.addWidget(leave)
        return head

    def _middle(self) -> QScrollArea:
        """The step, scrolled where it has no room; the bar stands in the margin."""
        middle = _Middle()
        line = row(middle, gap=0)
        margin = scaled(MARGIN - AROUND, self._zoom)
        line.setContentsMargins(margin, 0, margin - scaled(BAR, self._zoom), 0)
        self.step.setMaximumWidth(scaled(self.step.WIDTH + 2 * AROUND, self._zoom))
        line.addStretch(1)
        line.addWidget(self.step, 10_000)
        line.addStretch(1)
        area = QScrollArea()
        area.setObjectName("practice.scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        hide_idle_handle(area)
        return area

    def _foot(self, buttons: Sequence[QPushButton]) -> QFrame:
        foot = frame("foot", "practice.foot")
        outer = row(foot, gap=0)
        margin = scaled(MARGIN, self._zoom)
        outer.setContentsMargins(margin, scaled(8, self._zoom), margin, scaled(8, self._zoom))
        inner = QWidget()
        inner.setMaximumWidth(scaled(self.step.WIDTH, self._zoom))
        line = row(inner)
        for place, button in enumerate(buttons):
            if place == len(buttons) - self.step.buttons_at_the_end:
                line.addStretch(1)
            if place == len(buttons) - 1:
                button.setProperty("kind", "primary")
            line.addWidget(button)
        outer.addStretch(1)
        outer.addWidget(inner, 10_000)
        outer.addStretch(1)
        return foot

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the step has taken for itself."""
        plain = not event.modifiers() & CHORDS
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step.buttons[-1].click()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.requested.emit(Leave())
        elif not (plain and self.step.take_key(event)):
            super().keyPressEvent(event)


class _Middle(QFrame):
    """As wide as there is room, and as high as its words are in that width, no higher."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "paper")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def push(text: str, name: str, *, spoken: str = "") -> QPushButton:
    """A button with a name to find it by; Enter presses it while it has the keyboard."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.setObjectName(name)
    if spoken:
        made.setAccessibleName(spoken)
    return made


def named_field(
    text: str, field: QWidget, *beside: QWidget, tip: str = "", spoken: str = ""
) -> QVBoxLayout:
    """A control, and what belongs to it, under the words that say what it is."""
    field.setAccessibleName(spoken or text)
    if tip:
        give_tip(field, tip)
    lines = column(gap=4)
    lines.addWidget(label(text, "caps"))
    line = row()
    line.addWidget(field, 1)
    for widget in beside:
        line.addWidget(widget)
    lines.addLayout(line)
    lines.addStretch(1)
    return lines


def number_box(name: str, most: int, value: int, zoom: int) -> Number:
    """A whole number from 1, to be typed or stepped with the arrow keys; as high as a button."""
    made = Number()
    made.setMaximumHeight(scaled(22, zoom) + 2 * scaled(5, zoom))
    made.setObjectName(name)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setRange(1, most)
    made.setValue(value)
    return made
