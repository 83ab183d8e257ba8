"""Small parts that the editor of a seminar is built from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import label, row
from nanoexplorer.ui.controls.controls import CheckBox
from nanoexplorer.ui.controls.number import Number
from nanoexplorer.ui.controls.text_boxes import PlainText
from nanoexplorer.ui.practice.frame import push

NOTE_HEIGHT = 64


class _Undo(QObject):
    """Where a text has nothing of its own to undo, Ctrl+Z goes on to the editor."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text takes the key for itself if this event is accepted."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Undo) or _can_undo(watched):
            return False
        event.ignore()
        return True


def _can_undo(text: QObject) -> bool:
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable()
    return isinstance(text, QPlainTextEdit) and text.document().isUndoAvailable()


def line_box(name: str, spoken: str) -> QLineEdit:
    """One line to type in."""
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.installEventFilter(_Undo(made))
    return made


def text_box(name: str, spoken: str, zoom: int) -> PlainText:
    """A few lines to type in; Tab leaves them."""
    made = PlainText()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setTabChangesFocus(True)
    made.setFixedHeight(scaled(NOTE_HEIGHT, zoom))
    made.installEventFilter(_Undo(made))
    return made


class _Number(Number):
    """The wheel scrolls what is around it, unless the keyboard is here."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def number_box(name: str, spoken: str, most: int) -> Number:
    """A whole number from 0."""
    made = _Number()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setRange(0, most)
    return made


def tick_box(name: str, text: str) -> CheckBox:
    """Something that is so or not."""
    made = CheckBox(text)
    made.setObjectName(name)
    return made


def list_box(name: str, spoken: str) -> QListWidget:
    """A list whose rows break rather than run out of sight."""
    made = QListWidget()
    dress_list(made, name, spoken)
    return made


def dress_list(made: QListWidget, name: str, spoken: str) -> None:
    """Name a list, and let its rows break."""
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWordWrap(True)


def button(text: str, name: str, spoken: str = "") -> QPushButton:
    """A button that Enter presses only where it has the keyboard."""
    made = push(text, name, spoken=spoken)
    made.setAutoDefault(False)
    return made


def under(lines: QVBoxLayout, text: str, field: QWidget, stretch: int = 0) -> None:
    """Put a field below the words that say what it is."""
    lines.addWidget(label(text, "caps", wraps=True))
    lines.addWidget(field, stretch)


def beside(*parts: QWidget) -> QHBoxLayout:
    """Buttons side by side, from the left."""
    line = row()
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return line
