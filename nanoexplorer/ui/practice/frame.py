"""The page that practice stands on: banner, head, one step, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from nanoexplorer.figures.scale import scaled
from nanoexplorer.strings import practice as words
from nanoexplorer.ui.panels.banner import Banner
from nanoexplorer.ui.widgets import column, frame, give_tip, label, row

WIDTH = 880
"""Px at 100 %; lines that are longer are hard to read."""


class Step(QWidget):
    """One step of practice. `buttons` stand at the foot, the last of them is what Enter does."""

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self.zoom = zoom
        self.buttons: tuple[QPushButton, ...] = ()
        self.lines = column(self, gap=scaled(12, zoom))

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key stands for in this step; False where it stands for nothing."""
        return False

    def begin(self) -> None:
        """Put the keyboard where one begins."""


class PracticePage(QFrame):
    """Stands over the window. Enter does the next thing, Escape leaves; the round waits."""

    left = Signal()

    def __init__(self, step: Step, progress: str, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.setObjectName("practice")
        self.step = step
        self._zoom = zoom
        lines = column(self, gap=0)
        lines.addWidget(Banner())
        lines.addWidget(self._head(progress))
        lines.addWidget(self._middle(), 1)
        lines.addWidget(self._foot(step.buttons))

    def _head(self, progress: str) -> QFrame:
        head = frame("header", "practice.head")
        line = row(head, gap=scaled(12, self._zoom))
        line.setContentsMargins(*(scaled(px, self._zoom) for px in (24, 10, 24, 10)))
        line.addWidget(label(words.PRACTICE, "lead", name="practice.title"))
        line.addWidget(label(progress, "muted", name="practice.progress"))
        line.addStretch(1)
        leave = push(words.BACK, "practice.leave")
        give_tip(leave, words.LEAVE_TIP)
        leave.clicked.connect(self.left)
        line.addWidget(leave)
        return head

    def _middle(self) -> QFrame:
        middle = frame("paper")
        line = row(middle, gap=0)
        margin = scaled(24, self._zoom)
        line.setContentsMargins(margin, scaled(16, self._zoom), margin, 0)
        self.step.setMaximumWidth(scaled(WIDTH, self._zoom))
        line.addStretch(1)
        line.addWidget(self.step, 10_000)
        line.addStretch(1)
        return middle

    def _foot(self, buttons: Sequence[QPushButton]) -> QFrame:
        foot = frame("foot", "practice.foot")
        outer = row(foot, gap=0)
        margin = scaled(24, self._zoom)
        outer.setContentsMargins(margin, scaled(10, self._zoom), margin, scaled(10, self._zoom))
        inner = QWidget()
        inner.setMaximumWidth(scaled(WIDTH, self._zoom))
        line = row(inner)
        for place, button in enumerate(buttons):
            if place == len(buttons) - 1:
                line.addStretch(1)
                button.setProperty("kind", "primary")
            line.addWidget(button)
        outer.addStretch(1)
        outer.addWidget(inner, 10_000)
        outer.addStretch(1)
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the step has taken for itself."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step.buttons[-1].click()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not (plain and self.step.take_key(event)):
            super().keyPressEvent(event)


def push(text: str, name: str, *, spoken: str = "") -> QPushButton:
    """A button with a name to find it by."""
    made = QPushButton(text)
    made.setObjectName(name)
    if spoken:
        made.setAccessibleName(spoken)
    return made


def scrolled(step: Step, name: str) -> QVBoxLayout:
    """A place in a step that scrolls where it has no room; returns the lines in it."""
    inside = frame("paper")
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    step.lines.addWidget(area, 1)
    lines = column(inside, gap=scaled(12, step.zoom))
    lines.setContentsMargins(0, 0, 0, scaled(16, step.zoom))
    return lines


def named_field(text: str, field: QWidget, *beside: QWidget, tip: str = "") -> QVBoxLayout:
    """A control, and what belongs to it, under the words that say what it is."""
    field.setAccessibleName(text)
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


def number_box(name: str, most: int, value: int) -> QSpinBox:
    """A whole number from 1, to be typed or stepped with the arrow keys."""
    made = QSpinBox()
    made.setObjectName(name)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setRange(1, most)
    made.setValue(value)
    return made
