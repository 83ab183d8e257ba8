"""The files that were opened or saved last, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.formats.settings import MOST_RECENT, TEXT_LENGTH
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.base.settings import SettingsFile
from nanoexplorer.ui.shell.commands import Commands
from nanoexplorer.words import actions as words
from nanoexplorer.words.common import one_line

Open = Callable[[Path], FileReading | None]
LONGEST = 48
"""Letters of a name, about, that a menu has room for."""


class RecentFiles(QObject):
    """Remembered in the settings, the last first. Nobody looks whether they are still there before
    one is asked for: a disk may be slow, or away.
    """

    def __init__(self, settings: SettingsFile, commands: Commands, open_file: Open) -> None:
        super().__init__(commands)
        self._settings, self._commands, self._open_file = settings, commands, open_file

    def remember(self, path: Path) -> None:
        """Put a file first."""
        first = str(path)
        if len(first) <= TEXT_LENGTH:  # else the settings could not be read again
            more = (other for other in self._settings.current.recent if other != first)
            self._settings.change(recent=(first, *more)[:MOST_RECENT])

    def open(self, path: Path) -> None:
        """Open a file; one that is gone is said to be, and leaves the list."""
        reading = self._open_file(path)
        if reading is not None:
            reading.refused.connect(lambda _: self._let_go(path))

    def _let_go(self, path: Path) -> None:
        if path.exists():  # the disk has just answered
            return
        recent = self._settings.current.recent
        self._settings.change(recent=tuple(other for other in recent if other != str(path)))
        said = words.RECENT_GONE.format(name=one_line(path.name))
        self._commands.say(said, 0, caution=True)

    def fill(self, menu: QMenu) -> None:
        """Put the files into a menu that is about to be shown."""
        menu.clear()
        for text in self._settings.current.recent:
            path = Path(text)
            action = menu.addAction(_said(menu, path))
            action.setToolTip(plain_tip(one_line(text)))
            action.triggered.connect(lambda _=False, path=path: self.open(path))
        if menu.isEmpty():
            menu.addAction(words.RECENT_NONE).setEnabled(False)


def _said(menu: QMenu, path: Path) -> str:
    """A name and its folder, as plain text: a menu would take & for a key."""
    metrics = menu.fontMetrics()
    room = LONGEST * metrics.averageCharWidth()
    name, folder = (
        metrics.elidedText(one_line(part), Qt.TextElideMode.ElideMiddle, room)
        for part in (path.name, path.parent.name)
    )
    said = words.RECENT_FILE.format(name=name, folder=folder) if folder else name
    return said.replace("&", "&&")
