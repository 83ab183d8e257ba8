"""Reads a file in a thread, so that no disk and no file keeps the window waiting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nanoexplorer.files import ReadStopped
from nanoexplorer.ui.base.focus import KeyboardPlace
from nanoexplorer.ui.base.in_thread import InThread
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

    def __init__(
        self,
        name: str,
        read: Callable[[Callable[[], None]], object],
        refusals: type[Exception],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._refusals = refusals
        self._stopped = Event()
        self._reading = InThread(THREAD, partial(read, partial(_go_on, self._stopped)), self)
        self._reading.ended.connect(self._end)
        self._place = KeyboardPlace(parent)
        label = words.READING.format(name=one_line(name))
        self.progress = progress_dialog("reading", words.READING_TITLE, label, parent)
        self.progress.canceled.connect(self.stop)
        self.destroyed.connect(self._stopped.set)

    def start(self) -> None:
        """Read in a thread; progress is shown if it takes long."""
        self.progress.setValue(0)  # its clock starts
        self._reading.start()

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


def _go_on(stopped: Event) -> None:
    if stopped.is_set():
        raise ReadStopped
