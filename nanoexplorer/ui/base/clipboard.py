"""The clipboard, as plain text."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def copy_text(text: str) -> None:
    """Put text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def pasted_text() -> str:
    """The text on the clipboard, or nothing."""
    return QGuiApplication.clipboard().text()
