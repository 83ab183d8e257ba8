"""What is opened from the desk's window: each is imported when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nanoexplorer.formats.questions import QuestionSet
    from nanoexplorer.palette import Theme
    from nanoexplorer.ui.commands import Commands
    from nanoexplorer.ui.content import Content
    from nanoexplorer.ui.exports import Exports
    from nanoexplorer.ui.practice.practice import Practice
    from nanoexplorer.ui.seminar.keeping import SeminarFile
    from nanoexplorer.ui.seminar.seminars import Seminars
    from nanoexplorer.ui.session import Session
    from nanoexplorer.ui.settings import SettingsFile
    from nanoexplorer.ui.window import Window


class Rooms:
    """Exports, practice and seminar of one window, and the files that lead into them."""

    settings: SettingsFile
    window: Window
    theme: Theme
    session: Session | None = None
    content: Content | None = None
    commands: Commands | None = None
    to_open: Path | None = None
    """A file to open, once there is a pack."""

    @property
    def zoom(self) -> int:
        return self.settings.current.zoom

    @cached_property
    def exports(self) -> Exports:
        """What takes views out of the app and back in."""
        from nanoexplorer.ui.exports import Exports

        assert self.commands is not None
        made = Exports(self.commands, self.settings, lambda: self.theme.name)
        made.questions_found.connect(self._ask)
        return made

    @cached_property
    def practice(self) -> Practice:
        """Practice; its file is written on a wish only."""
        from nanoexplorer.ui.practice.practice import Practice

        assert self.session is not None
        return Practice(self.session, self.window, self.settings.path.with_name("practice.json"))

    @cached_property
    def seminars(self) -> Seminars:
        from nanoexplorer.ui.seminar.seminars import Seminars

        assert self.commands is not None
        return Seminars(self.commands, self.theme, self.zoom)

    @cached_property
    def seminar_file(self) -> SeminarFile:
        """The teacher's file; unsaved changes are kept aside beside the settings."""
        from nanoexplorer.ui.seminar.keeping import SeminarFile

        assert self.commands is not None
        return SeminarFile(self.commands, self.seminars, self._unsaved)

    @property
    def _unsaved(self) -> Path:
        return self.settings.path.with_name("unsaved")

    def open_file(self, path: Path) -> None:
        """Open a file that the desktop asks for; before there is a pack it waits for one."""
        if self.content is None:
            self.to_open = path
        else:
            self._open_dropped([path])

    def _open_seminars(self) -> None:
        """Offer what a crash has left; then open the file that was asked for."""
        if self._unsaved.is_dir():  # else nothing was ever unsaved: nothing is imported
            self.seminar_file.recover()
        if self.to_open is not None:
            self._open_dropped([self.to_open])

    def choose_file(self) -> None:
        """Ask for a file that the app once wrote, and open it as if it were dropped."""
        path = self.exports.choose_file()
        if path is not None:
            self._open_dropped([path])

    def _open_dropped(self, paths: list[Path]) -> None:
        """Open what was dropped on the window: a seminar file, or a view that was saved."""
        from nanoexplorer.formats.seminar import SUFFIX
        from nanoexplorer.strings import export as words

        if len(paths) != 1:
            self.exports.commands.say(words.ONE_FILE_ONLY, caution=True)
        elif paths[0].suffix.lower() == SUFFIX:
            self.seminar_file.open(paths[0])
        else:
            self.exports.open_file(paths[0])

    def _ask(self, found: QuestionSet, remark: str) -> None:
        self.practice.ask(found.setup, found.questions, remark, self.theme, self.zoom)

    def _dress_rooms(self) -> None:
        """Hand theme and zoom on to those that somebody has asked for."""
        if "practice" in self.__dict__:
            self.practice.dress(self.theme, self.zoom)
        if "seminars" in self.__dict__:
            self.seminars.dress(self.theme, self.zoom)
        if "seminar_file" in self.__dict__:
            self.seminar_file.dress(self.zoom)
