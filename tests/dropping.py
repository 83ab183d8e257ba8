"""Dragging files over a window and letting go, as the desktop does."""

from __future__ import annotations

from pathlib import Path
from threading import enumerate as enumerate_threads

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from nanoexplorer.ui.base.file_reading import THREAD

BUTTON, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


def drop(widget: QObject, data: QMimeData) -> bool:
    """Drag over a widget and let go; whether the drag was taken."""
    entering = QDragEnterEvent(QPoint(5, 5), COPY, data, BUTTON, KEYS)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), COPY, data, BUTTON, KEYS))
    return entering.isAccepted()


def drop_files(widget: QObject, *paths: Path) -> None:
    """Drop files on a widget, and let what follows from it happen."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert drop(widget, data)
    QApplication.processEvents()
    let_it_read()


def let_it_read() -> None:
    """Wait until what is being opened has been read, and let what follows from it happen."""
    for thread in enumerate_threads():
        if thread.name == THREAD:
            thread.join()
    QApplication.processEvents()
