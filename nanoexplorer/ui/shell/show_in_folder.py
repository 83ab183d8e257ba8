"""A button in the status bar that shows where a file went, for as long as that is said there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QStatusBar

from nanoexplorer.words import export as words


class FolderButton(QPushButton):
    """Shown with what is said of a file, and hidden with it.

    To be made with the bar: one that gets a new part shows all of its parts again a moment later,
    over what it says by then.
    """

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(words.SHOW_IN_FOLDER)
        self.setObjectName("export.show_in_folder")
        self.setProperty("kind", "link")
        self._said = ""
        self._open: Callable[[], None] | None = None
        self.clicked.connect(self._go)
        self.hide()
        bar.addPermanentWidget(self)
        self.hide()
        bar.messageChanged.connect(self._look)

    def offer(self, said: str, open_folder: Callable[[], None]) -> None:
        """Be there for as long as the bar says this."""
        self._said, self._open = said, open_folder

    def _look(self, said: str) -> None:
        self.setVisible(bool(said) and said == self._said)

    def _go(self) -> None:
        if self._open is not None:
            self._open()
