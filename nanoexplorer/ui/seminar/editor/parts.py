"""Small parts that the editor of a seminar is built from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import label, put
from nanoexplorer.ui.controls.number import NumberBox
from nanoexplorer.ui.controls.text_boxes import PlainText

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


class _Number(NumberBox):
    """The wheel scrolls what is around it, unless the keyboard is here."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def number_box(name: str, spoken: str, most: int) -> NumberBox:
    """A whole number from 0."""
    made = _Number()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setRange(0, most)
    return made


class WrappingList(QListWidget):
    """A list whose rows break rather than run out of sight."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)


def under(lines: QVBoxLayout, text: str, field: QWidget) -> None:
    """Put a field below the words that say what it is."""
    put(lines, label(text, "caps", wraps=True), field)
