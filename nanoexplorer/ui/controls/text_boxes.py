"""Plain text to read or write. Its size is the window's zoom and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit

from nanoexplorer.overriding import override


def zooms(event: QWheelEvent) -> bool:
    """Whether the toolkit would make a text smaller, as small as 1 pt; the event is passed on."""
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if held:
        event.ignore()
    return held


class PlainText(QPlainTextEdit):
    """The wheel scrolls, and never zooms."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)
