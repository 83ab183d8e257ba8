"""The seminar of this window: which seminar it would take, and the one that is under way."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.teaching.said import Answers
from nanoexplorer.core.teaching.seminar import Showing, said_in, to_step
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase, seminar_of
from nanoexplorer.core.teaching.seminar_steps import Step, steps_of
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.ui.base.ask import AskChoice, ask_choice
from nanoexplorer.ui.seminar.running import RunningSeminar
from nanoexplorer.ui.seminar.screens import Screens, all_screens
from nanoexplorer.ui.shell.commands import Commands
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words


class Left(NamedTuple):
    """Where a seminar was left: the profile of its case, the steps of that, where in them, and the
    seconds that it had taken.
    """

    profile: Profile
    steps: tuple[Step, ...]
    showing: Showing
    seconds: int


class Heard(NamedTuple):
    """What the room said, and in which seminar of which pack."""

    pack: Pack
    seminar: Seminar
    answers: Answers


class Seminars(QObject):
    """One seminar at a time. `seminar` is the teacher's own; None: the cases of the pack."""

    def __init__(self, commands: Commands, theme: Theme, zoom: int) -> None:
        super().__init__(commands)
        self.commands = commands
        self.screens: Screens = all_screens
        self.session, self.window = commands.session, commands.window
        self.seminar: Seminar | None = None
        self.running: RunningSeminar | None = None
        self._begun_from: QWidget = self.window
        self._theme, self._zoom = theme, zoom
        self._left: Left | None = None
        self._heard: Heard | None = None
        self._by_itself = False
        self.ask_choice: AskChoice = ask_choice
        self._slide: tuple[Profile, str] | None = None
        self.window.closing.connect(self.leave)

    def start(self, place: int | None = None, of: Seminar | None = None) -> None:
        """Start the current seminar, or another, at a case; None: where the current one was left,
        else at its first case.

        A seminar that is under way is brought to the front; a seminar without cases is said to be.
        """
        if self.running is not None:
            self.running.come_forward()
            return
        seminar = of or self.current
        if not seminar.cases:
            said = words.NO_CASES if self.seminar else words.PACK_NO_CASES
            self.commands.say(said, 0, caution=True)
            return
        self._begun_from = QApplication.activeWindow() or self.window
        begins = self._left_in(seminar) if place is None else Showing(place)
        seconds = self._left.seconds if self._left and begins != Showing() else 0
        if of is None:
            begins = replace(begins, said=self._said_in(seminar))
        about = (self._theme, self._zoom, self.window, begins, self.screens, seconds)
        running = RunningSeminar(self.session.pack, seminar, *about)
        running.left.connect(self._forget)
        self._by_itself = of is not None
        self.running = running  # kept here, or it would be collected

    def present(self) -> None:
        """Start the seminar; where the profile in the window is none of its cases, ask which of
        both: it is easily taken for the one that the seminar begins with.
        """
        profile, cases = self.session.profile, self.current.cases
        own = profile != self.session.pack.blank_profile
        if self.running is not None or not own or any(case.profile == profile for case in cases):
            self.start()
            return
        whole = common.counted(len(cases), words.PRESENT_CASES)
        choices = words.PRESENT_THIS, whole, common.CANCEL
        answer = self.ask_choice(self.window, words.PRESENT_TITLE, words.PRESENT_WHAT, choices)
        if answer == words.PRESENT_THIS:
            self.start_here()
        elif answer == whole:
            self.start()

    def start_here(self) -> None:
        """Start at the case whose profile is in the window; where none has it, with that alone.

        A slide that was opened leads to its step.
        """
        cases, profile = self.current.cases, self.session.profile
        place = next((n for n, case in enumerate(cases) if case.profile == profile), None)
        if place is None:
            self.start(0, Seminar("", (SeminarCase(profile),)))
        else:
            self.start(place)
        if place is not None and self.running and self._slide and self._slide[0] == profile:
            self.running.go_to(self._slide[1])

    def lead_to(self, profile: Profile, stage: str) -> None:
        """Remember the step that a slide is of, which was opened."""
        self._slide = (profile, stage)

    @property
    def current(self) -> Seminar:
        """The seminar that a start would take: the teacher's own, or the cases of the pack."""
        return self.seminar or seminar_of(self.session.pack)

    def leave(self) -> None:
        """Leave the seminar that is under way, if one is."""
        if self.running is not None:
            self.running.leave()

    def begin_at_the_first_case(self) -> None:
        """Forget where the last one was left, and what the room said."""
        self._left = self._heard = None

    def _left_in(self, seminar: Seminar) -> Showing:
        """Where the last one was left: its step if the case still has the same, else its case."""
        if self._left is None:
            return Showing()
        profile, steps, showing, _ = self._left
        same = [n for n, case in enumerate(seminar.cases) if case.profile == profile]
        if not same:
            return Showing()
        place = showing.place if showing.place in same else same[0]
        if steps_of(self.session.pack, seminar.cases[place], seminar.board) != steps:
            return Showing(place)
        return replace(showing, place=place)

    def _said_in(self, seminar: Seminar) -> Answers:
        """What the room has said of the cases that this seminar has; of another pack nothing."""
        heard = self._heard
        if heard is None or heard.pack is not self.session.pack:
            return ()
        return said_in(heard.seminar, heard.answers, seminar)

    def _forget(self) -> None:
        """Give the keyboard back to the window that began it: the editor may have."""
        if self.running is not None and not self._by_itself:
            self._left = _left_at(self.running)
            now = self.running
            heard = Heard(now.pack, now.seminar, now.showing.said)
            self._heard = heard if self._left else None
        self.running = None
        begun_from = self._begun_from
        back = begun_from if isValid(begun_from) and begun_from.isVisible() else self.window
        if isValid(back):
            back.activateWindow()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom, on stage too."""
        self._theme, self._zoom = theme, zoom
        if self.running is not None:
            self.running.dress(theme, zoom)


def _left_at(running: RunningSeminar) -> Left | None:
    """Where a seminar stands as it is left; one that has ended begins anew."""
    showing = running.showing
    if showing.ended:
        return None
    profile = running.seminar.cases[showing.place].profile
    seconds = running.clock.seconds if running.clock.shown else 0
    return Left(profile, running.plan[showing.place], to_step(showing), seconds)
