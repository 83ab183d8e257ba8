"""Does something slow in parts, with progress and a way to stop it, over a window.

Libraries are imported in a thread first. The work itself stays on the main thread, where scenes and
pixmaps belong; between two parts the window answers.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from shiboken6 import isValid

from nanoexplorer.render.job import Cancelled, ExportError, Progress
from nanoexplorer.ui.base.focus import KeyboardPlace
from nanoexplorer.ui.base.in_thread import InThread
from nanoexplorer.ui.base.preloading import THREAD
from nanoexplorer.ui.base.widgets import label as plain_label
from nanoexplorer.words import common
from nanoexplorer.words import export as words

TOLD_EVERY: Final = 40
"""Milliseconds: to draw the progress of every line would take longer than the lines."""
SHOWN_AFTER: Final = 500
"""Milliseconds before there is something to see of it."""


class ExportRun(QObject):
    """`work` is handed what to tell of its progress; one of three signals ends it."""

    done = Signal(object)
    """What the work returned."""
    failed = Signal(str)
    """The one line that says why."""
    cancelled = Signal()

    def __init__(
        self,
        label: str,
        prepare: Callable[[], None],
        work: Callable[[Progress], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._told = QElapsedTimer()
        self._place = KeyboardPlace(parent)
        self.progress = progress_dialog("export", words.DIALOG_TITLE, label, parent)
        self._imports = InThread(THREAD, partial(_import, prepare), self)
        self._imports.ended.connect(self._go_on)

    def start(self) -> None:
        """Import, then write; progress is shown if it takes long."""
        self.progress.setValue(0)  # its clock starts
        self._imports.start()

    def _go_on(self) -> None:
        try:
            self.advance(0, 0)
            result = self._work(self.advance)
        except Cancelled:
            if isValid(self):  # else nobody is left to be told
                self._end()
                self.cancelled.emit()
        except ExportError as error:
            self._end()
            self.failed.emit(str(error))
        except BaseException:
            self._end()
            raise
        else:
            self._end()
            self.done.emit(result)

    def advance(self, done: int, of: int) -> None:
        """How far it is; raises Cancelled where somebody has asked to stop."""
        if done >= of or self._told.hasExpired(TOLD_EVERY):
            self.progress.setMaximum(of)
            self.progress.setValue(done)  # lets the window answer, where it is shown
            self._told.start()
        if not isValid(self.progress) or self.progress.wasCanceled():
            raise Cancelled  # stopped, or its window was closed while it answered

    def ask(self, question: Callable[[], bool]) -> None:
        """Ask something on the way, nothing standing over it; raises Cancelled at a no."""
        self.progress.reset()  # or it would show itself meanwhile
        self.progress.hide()
        if not question():
            raise Cancelled

    def _end(self) -> None:
        self.progress.close()
        self.progress.deleteLater()
        self._place.take_back()
        self.deleteLater()


def _import(prepare: Callable[[], None]) -> None:
    """What fails here fails again, and is told, where it is used."""
    with suppress(ImportError):
        prepare()


def progress_dialog(name: str, title: str, label: str, parent: QWidget) -> QProgressDialog:
    """One that shows itself after a while, and can be stopped."""
    dialog = QProgressDialog(parent)
    dialog.setObjectName(f"{name}.progress")
    dialog.setWindowTitle(title)
    dialog.setLabel(plain_label(label))  # the name of a file is text, never markup
    dialog.setCancelButtonText(common.CANCEL)
    # Its own button: with another one there are two shortcuts for Escape, and neither works.
    dialog.findChildren(QPushButton)[0].setObjectName(f"{name}.stop")
    dialog.setRange(0, 0)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(SHOWN_AFTER)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    return dialog
