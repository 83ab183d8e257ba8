"""Says in the export dialog how many pages a handout has, which are counted in a thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import HANDOUT
from nanoexplorer.ui.base.in_thread import InThread
from nanoexplorer.ui.export.choices import Choices
from nanoexplorer.ui.export.dialog import ExportDialog
from nanoexplorer.words import common
from nanoexplorer.words import export as words

THREAD: Final = "length"


class Length(QObject):
    """Goes with its dialog; `job_of` makes the job of what is chosen there."""

    def __init__(self, dialog: ExportDialog, job_of: Callable[[Choices], Job]) -> None:
        super().__init__(dialog)
        self._dialog, self._job_of = dialog, job_of
        self._asked: Choices | None = None
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
            counting = InThread(THREAD, partial(_pages, self._job_of(asked)), self)
            counting.ended.connect(partial(self._tell, asked))
            counting.start()

    def _tell(self, asked: Choices, pages: object) -> None:
        """Say how many there are; why they can't be set is said where they are written."""
        if asked == self._asked:
            length = common.counted(pages, words.LENGTH) if isinstance(pages, int) else ""
            self._dialog.tell_length(length)


def _pages(job: Job) -> int:
    from nanoexplorer.render.pages.pdf import handout_length

    return handout_length(job)
