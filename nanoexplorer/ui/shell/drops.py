"""Files that are dropped on the window, wherever in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from nanoexplorer.overriding import override


class Drops(QObject):
    """Watches a window; whoever listens says which files it can do something with."""

    dropped = Signal(list)
    """The paths of the files."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.winId()  # so that there is a handle
        handle = window.windowHandle()
        if handle is not None:  # it comes before a line that would take a file as text
            handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; anything else goes its way, such as text to a line that is typed in."""
        if event.type() not in _DRAGGED:
            return False
        assert isinstance(event, QDropEvent)
        paths = _paths(event)
        taken = bool(paths) and _copied(event)
        if taken and event.type() == QEvent.Type.Drop:
            # Later: whoever dragged, a file manager, waits until this returns.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))
        return bool(paths)


_DRAGGED: Final = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def _copied(event: QDropEvent) -> bool:
    """Take a drop as a copy or not at all: after a move a file manager may delete the file."""
    may = bool(event.possibleActions() & Qt.DropAction.CopyAction)
    if may:
        event.setDropAction(Qt.DropAction.CopyAction)
    event.setAccepted(may)
    return may


def _paths(event: QDropEvent) -> list[Path]:
    """The local files of a drop; a link into the web is none."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
