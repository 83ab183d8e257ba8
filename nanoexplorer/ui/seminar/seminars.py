"""The seminar of this window: which lesson it would take, and the one that is under way."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nanoexplorer.core.lesson import Lesson, lesson_of
from nanoexplorer.core.profile import Profile, blank_profile
from nanoexplorer.palette import Theme
from nanoexplorer.strings import seminar as words
from nanoexplorer.ui.commands import Commands
from nanoexplorer.ui.seminar.room import SeminarRoom
from nanoexplorer.ui.seminar.screens import Screens, all_screens


class Seminars(QObject):
    """One seminar at a time. `lesson` is the teacher's own; None: the cases of the pack."""

    def __init__(
        self, commands: Commands, theme: Theme, zoom: int, screens: Screens = all_screens
    ) -> None:
        super().__init__(commands)
        self.commands, self.screens = commands, screens
        self.session, self.window = commands.session, commands.window
        self.lesson: Lesson | None = None
        self.room: SeminarRoom | None = None
        self._begun_from: QWidget = self.window
        self._theme, self._zoom = theme, zoom
        self._passed_over: Profile | None = None
        self.window.closing.connect(self.leave)

    def start(self, lesson: Lesson | None = None) -> None:
        """Start a lesson, the current one if none is given, at the case that the profile is.

        A seminar that is under way is brought to the front; a lesson without cases is said to be.
        """
        if self.room is not None:
            self.room.come_forward()
            return
        taken = lesson or self.current
        if not taken.cases:
            self.commands.say(words.NO_CASES if self.lesson or lesson else words.PACK_NO_CASES, 0)
            return
        self._begun_from = QApplication.activeWindow() or self.window
        place = self._place_in(taken)
        room = SeminarRoom(
            self.session.pack, taken, self._theme, self._zoom, self.window, place, self.screens
        )
        room.left.connect(self._forget)
        self.room = room  # kept here, or it would be collected

    @property
    def current(self) -> Lesson:
        """The lesson that a start would take: the teacher's own, or the cases of the pack."""
        return self.lesson or lesson_of(self.session.pack)

    def leave(self) -> None:
        """Leave the seminar that is under way, if one is."""
        if self.room is not None:
            self.room.leave()

    def begin_at_the_first_case(self) -> None:
        """Start there whatever the profile is, until another one is chosen."""
        self._passed_over = self.session.profile

    def _place_in(self, lesson: Lesson) -> int:
        profile = self.session.profile
        if profile == self._passed_over:
            return 0
        self._passed_over = None
        if profile == blank_profile(self.session.pack.fields) and not self.session.can_undo:
            return 0  # nobody has chosen it: the app has just started
        same = (place for place, case in enumerate(lesson.cases) if case.profile == profile)
        return next(same, 0)

    def _forget(self) -> None:
        """Give the keyboard back to the window that began it: the editor may have."""
        self.room = None
        begun_from = self._begun_from
        back = begun_from if isValid(begun_from) and begun_from.isVisible() else self.window
        if isValid(back):
            back.activateWindow()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom, on stage too."""
        self._theme, self._zoom = theme, zoom
        if self.room is not None:
            self.room.dress(theme, zoom)
