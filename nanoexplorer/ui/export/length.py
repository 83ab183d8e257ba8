"""Says in the export dialog how many pages a handout has, which are counted in a thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import HANDOUT
from nanoexplorer.ui.export.choices import Choices
from nanoexplorer.ui.export.dialog import ExportDialog
from nanoexplorer.words import common
from nanoexplorer.words import export as words

THREAD: Final = "length"


class Length(QObject):
    """Goes with its dialog; `job_of` makes the job of what is chosen there."""

    counted = Signal(object, int)
    """What was chosen, and how many pages that has; none where they can't be set."""

    def __init__(self, dialog: ExportDialog, job_of: Callable[[Choices], Job]) -> None:
        super().__init__(dialog)
        self._dialog, self._job_of = dialog, job_of
        self._asked: Choices | None = None
        self.counted.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        dialog.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        """Count anew where what is chosen changes the pages."""
        chosen = self._dialog.chosen
        asked = chosen if chosen.kind == HANDOUT else None
        if asked == self._asked:
            return
        self._asked = asked
        self._dialog.tell_length(words.COUNTING if asked else "")
        if asked:
            job = self._job_of(asked)
            Thread(target=self._count, args=(asked, job), name=THREAD, daemon=True).start()

    def _count(self, asked: Choices, job: Job) -> None:
        from nanoexplorer.render.pages.pdf import handout_length

        pages = 0
        with suppress(Exception):  # told where it is written
            pages = handout_length(job)
        with suppress(RuntimeError):  # the dialog has gone meanwhile
            self.counted.emit(asked, pages)

    def _tell(self, asked: Choices, pages: int) -> None:
        if asked == self._asked:
            self._dialog.tell_length(common.counted(pages, words.LENGTH) if pages else "")
