"""A button in the status bar that shows where a file went, for as long as that is said there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton, QStatusBar

from nanoexplorer.strings import export as words

if TYPE_CHECKING:
    from nanoexplorer.ui.status_bar import StatusBar


class FolderButton(QPushButton):
    """Shown with what is said of a file, and hidden with it."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(words.SHOW_IN_FOLDER)
        self.setObjectName("export.show_in_folder")
        self.setProperty("kind", "link")
        self._said = ""
        self._open: Callable[[], None] | None = None
        self.clicked.connect(self._go)
        bar.messageChanged.connect(self._look)

    def offer(self, said: str, open_folder: Callable[[], None]) -> None:
        """Be there for as long as the bar says this."""
        self._said, self._open = said, open_folder

    def _look(self, said: str) -> None:
        self.setVisible(bool(said) and said == self._said)

    def _go(self) -> None:
        if self._open is not None:
            self._open()


def folder_button(bar: QStatusBar) -> FolderButton:
    """The bar's button, hidden at first.

    To be there before something is said: a bar that gets a new part shows all of its parts again
    a moment later, over what it says by then.
    """
    button = bar.findChild(FolderButton)
    if button is None:
        button = FolderButton(bar)
        button.hide()
        bar.addPermanentWidget(button)
        button.hide()
    return button


def say_where(
    bar: StatusBar, said: str, stays: int, folder: Path, open_link: Callable[[str], None]
) -> None:
    """Say something of a file in a folder, with a button that shows the folder.

    `stays` in milliseconds; the button goes with what is said.
    """
    button = folder_button(bar)
    link = QUrl.fromLocalFile(str(folder)).toString()
    button.offer(said, lambda: open_link(link))
    bar.say(said, stays)
