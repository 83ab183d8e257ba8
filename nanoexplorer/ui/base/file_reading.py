"""Reads a file in a thread, so that no disk and no file keeps the window waiting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from nanoexplorer.files import ReadStopped
from nanoexplorer.ui.base.focus import KeyboardPlace
from nanoexplorer.ui.export.run import progress_dialog
from nanoexplorer.words import export as words
from nanoexplorer.words.common import one_line

THREAD: Final = "reading"


class FileReading(QObject):
    """`read` is handed what to call on the way; one signal ends it."""

    done = Signal(object)
    """What was read."""
    refused = Signal(object)
    """The error that says why it was not, one of `refusals`."""
    stopped = Signal()
    """Nobody waits any longer."""
    _ended = Signal(object)

    def __init__(
        self,
        name: str,
        read: Callable[[Callable[[], None]], object],
        refusals: type[Exception],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._read, self._refusals = read, refusals
        self._stopped = Event()
        self._place = KeyboardPlace(parent)
        label = words.READING.format(name=one_line(name))
        self.progress = progress_dialog("reading", words.READING_TITLE, label, parent)
        self.progress.canceled.connect(self.stop)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._stopped.set)

    def start(self) -> None:
        """Read in a thread; progress is shown if it takes long."""
        self.progress.setValue(0)  # its clock starts
        Thread(target=self._work, name=THREAD, daemon=True).start()

    def _work(self) -> None:
        result: object
        try:
            result = self._read(self._go_on)
        except Exception as error:  # told, or raised again, on the main thread
            result = error
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._ended.emit(result)

    def _go_on(self) -> None:
        if self._stopped.is_set():
            raise ReadStopped

    def stop(self) -> None:
        """Nobody waits any longer: not for a disk that does not answer either."""
        if not self._stopped.is_set():
            self._stopped.set()
            self._close()
            self.stopped.emit()

    def _end(self, result: object) -> None:
        if self._stopped.is_set():
            return
        self._stopped.set()
        self._close()
        if isinstance(result, self._refusals):
            self.refused.emit(result)
        elif isinstance(result, Exception):
            raise result
        else:
            self.done.emit(result)

    def _close(self) -> None:
        shown = self.progress.isVisible()
        self.progress.close()
        self.progress.deleteLater()
        if shown:
            self._place.take_back()
        else:
            self._place.deleteLater()
        self.deleteLater()
