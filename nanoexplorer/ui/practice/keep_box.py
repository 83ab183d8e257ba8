"""The box that asks for results to be kept on this computer, on the first page and the last."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.ui.controls.choices import CheckBox
from nanoexplorer.words.teaching import practice as words


class KeepBox(CheckBox):
    """Ticked by the person alone; out of use where what is kept can't be read."""

    def __init__(self) -> None:
        super().__init__(words.KEEP)
        self.setObjectName("practice.keep")

    def show_kept(self, *, keep: bool, damaged: bool) -> None:
        """Show what was asked for without asking again."""
        with QSignalBlocker(self):
            self.setChecked(keep and not damaged)
        self.setEnabled(not damaged)

    def say_where(self, path: str) -> None:
        """Tell in the tip which file is written."""
        give_tip(self, words.KEEP_TIP.format(path=path))
