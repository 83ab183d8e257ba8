"""Dragging files over a window and letting go, as the desktop does."""

from __future__ import annotations

from pathlib import Path
from threading import enumerate as enumerate_threads

from PySide6.QtCore import QEventLoop, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import getAllValidWrappers, isValid

from nanoexplorer.ui.base.file_reading import THREAD
from nanoexplorer.ui.base.in_thread import InThread

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
    for thing in getAllValidWrappers():
        if isValid(thing) and isinstance(thing, InThread) and thing.objectName() == THREAD:
            let_it_be_said(thing)
    QApplication.processEvents()


def let_it_be_said(working: InThread) -> None:
    """Wait until what came of it was said."""
    if working.working:
        loop = QEventLoop()
        working.destroyed.connect(loop.quit)
        loop.exec()
