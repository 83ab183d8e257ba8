"""Which pack the window shows: opened, gone back from, read again when it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.pack.manifest import FILE
from nanoexplorer.pack.opened import open_pack
from nanoexplorer.pack.problems import PackError, Problem
from nanoexplorer.places import example_pack
from nanoexplorer.ui.base.ask import ask_choice
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.base.preloading import made_ready
from nanoexplorer.ui.packs.opening import PackOpening
from nanoexplorer.ui.packs.problems import PackProblems
from nanoexplorer.ui.packs.watching import PackWatch
from nanoexplorer.words import common
from nanoexplorer.words.packs import opening as words
from nanoexplorer.words.packs import problems as problems_words

if TYPE_CHECKING:
    from nanoexplorer.drawing.palette import Theme
    from nanoexplorer.ui.base.session import Session
    from nanoexplorer.ui.packs.comparing import PackComparison
    from nanoexplorer.ui.packs.known import KnownPacks
    from nanoexplorer.ui.shell.commands import Commands
    from nanoexplorer.ui.shell.content import Content
    from nanoexplorer.ui.shell.recent import RecentFiles
    from nanoexplorer.ui.shell.window import Window


class Shows(Protocol):
    """Who shows a pack in a window: the controller, as far as it is of use here."""

    window: Window
    session: Session | None
    content: Content | None
    commands: Commands | None
    theme: Theme
    home: Path
    pack_path: Path

    @property
    def zoom(self) -> int: ...  # noqa: D102

    @property
    def known(self) -> KnownPacks: ...  # noqa: D102

    @property
    def recent(self) -> RecentFiles: ...  # noqa: D102

    @property
    def is_elsewhere(self) -> bool: ...  # noqa: D102

    def load_home(self) -> None: ...  # noqa: D102

    def may_leave_pack(self) -> bool: ...  # noqa: D102

    def take(self, pack: Pack, path: Path) -> None: ...  # noqa: D102

    def renew(self, pack: Pack, intent: Intent) -> None: ...  # noqa: D102

    def say_later(self, line: str, *, caution: bool) -> None: ...  # noqa: D102


LOOK_AGAIN: Final = 1000
"""Milliseconds between two looks whether what a changed pack waits for is over."""


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Which folder to open; None if the person thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


class PackSwitch(QObject):
    """Made when it is first asked for: a start with the bundled pack needs none of it."""

    ask_folder = staticmethod(ask_folder)
    ask_choice = staticmethod(ask_choice)

    def __init__(self, controller: Shows) -> None:
        super().__init__(controller.window)
        self._controller = controller
        self._known = controller.known
        self.opening = PackOpening(controller.window, self._known, lambda: controller.zoom)
        self.opening.agreed.connect(self._take)
        self.opening.declined.connect(self._stay)
        self.opening.broken.connect(self._broken)
        self._watch = PackWatch(self)
        self._watch.saved.connect(self._saved)
        self._waiting = QTimer(self)
        self._waiting.setInterval(LOOK_AGAIN)
        self._waiting.timeout.connect(self._look_again)
        self._again: FileReading | None = None
        self._then: Callable[[], None] | None = None
        self.problems: PackProblems | None = None
        self.comparison: PackComparison | None = None

    def choose_folder(self) -> None:
        """Ask for the folder of a pack, and open it."""
        path = self.ask_folder(self._controller.window, words.FOLDER_TITLE)
        if path is not None:
            self.open(path)

    def back(self) -> None:
        """Back to the bundled pack."""
        self.open(self._controller.home)

    def example(self) -> None:
        """Open the small pack that comes with the app."""
        self.open(example_pack())

    def compare(self) -> None:
        """Show the window that compares the open pack with another version of it."""
        from nanoexplorer.ui.packs.comparing import PackComparison

        controller = self._controller
        if self.comparison is None or not isValid(self.comparison):
            assert controller.session is not None
            assert controller.commands is not None
            made = self.comparison = PackComparison(
                *(controller.session.pack, controller.pack_path, self._known),
                *(controller.zoom, controller.theme, controller.window),
            )
            made.requested.connect(controller.commands.handle)
            made.requested.connect(lambda _: controller.window.activateWindow())
            made.broken.connect(self._broken)
        self.comparison.show()
        self.comparison.activateWindow()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Hand theme and zoom on to a window that is open."""
        if self.comparison is not None and isValid(self.comparison):
            self.comparison.dress(theme, zoom)

    def open(self, path: Path) -> FileReading:
        """Open the pack at a path; what is none changes nothing."""
        path = path.absolute()
        return self.opening.open(path.parent if path.name == FILE else path)

    def start_with(self, path: Path) -> None:
        """Begin with the pack at a path, before there is any content; else with the bundled one."""
        self.opening.open(path).stopped.connect(self._stay)

    def _stay(self) -> None:
        """At a start there is nothing yet to stay with."""
        self._then = None
        if self._controller.content is None:
            self._controller.load_home()

    def _take(self, pack: Pack, path: Path) -> None:
        """Show another pack where somebody was in it last."""
        controller, then, self._then = self._controller, self._then, None
        if controller.session is not None and not controller.may_leave_pack():
            return
        controller.take(pack, path)
        self._known.open(path, pack)
        self.opening.keep(pack)
        self._follow(path)
        if self.problems is not None and isValid(self.problems):
            self.problems.solve()
        if self.comparison is not None and isValid(self.comparison):
            self.comparison.close()
        if path != controller.home:
            controller.recent.remember(path)
        self._say(words.OPENED.format(title=pack.title, version=pack.version))
        if then is not None:
            then()

    def _follow(self, path: Path) -> None:
        self._waiting.stop()
        ours = self._controller.session is not None and self._controller.session.pack.ours
        self._watch.watch(None if ours else path)

    def offer(self, mark: str, again: Callable[[], None]) -> None:
        """Offer to open the known pack that something is of, and then that."""
        found = self._known.with_mark(mark)
        if found is None:
            return
        path, title = found
        said = words.OTHER.format(title=common.one_line(title))
        choices = (words.OTHER_OPEN, words.OTHER_NOT)
        window = self._controller.window
        if self.ask_choice(window, words.OTHER_TITLE, said, choices) == words.OTHER_OPEN:
            self._then = again
            self.opening.open(path).refused.connect(self._stay)
        else:
            self._say(words.OTHER_STAYED.format(title=title), caution=True)

    def _broken(self, problems: Sequence[Problem], path: Path, *, live: bool = False) -> None:
        self._stay()
        if self.problems is None or not isValid(self.problems):
            self.problems = PackProblems(self._controller.zoom, self._controller.window)
        self.problems.show_problems(problems, path, live=live)
        said = words.PROBLEMS_LIVE if live else words.PROBLEMS_OPENED
        count = problems_words.problem_count(len(problems))
        self._say(said.format(path=path.name, count=count), caution=True)
        if live:
            said = words.PROBLEMS_SHOW.format(path=path.name, count=count)
            self._controller.window.warn(common.one_line(said), self.problems.bring)

    def _saved(self) -> None:
        """Read the pack that is open again; one that is wrong leaves what is shown as it is."""
        if self._controller.is_elsewhere:
            self._say(words.NOT_NOW, caution=True)
            self._waiting.start()
            return
        if self._again is not None and isValid(self._again):
            self._again.stop()
        path, session = self._controller.pack_path, self._controller.session
        searching = session is not None and bool(session.intent.search.strip())

        def read(on: Callable[[], None]) -> Pack:
            return made_ready(lambda: open_pack(path, lambda *_: on()), searched=searching)

        self._again = FileReading(path.name, read, PackError, self._controller.window)
        self._again.done.connect(self._renew)
        self._again.refused.connect(lambda error: self._broken(error.problems, path, live=True))
        self._again.start()

    def _look_again(self) -> None:
        """What the pack had to wait for may be over."""
        if not self._controller.is_elsewhere:
            self._waiting.stop()
            self._saved()

    def _renew(self, pack: Pack) -> None:
        session = self._controller.session
        assert session is not None
        self._controller.renew(pack, carried_over(pack, session.intent))
        if self.comparison is not None and isValid(self.comparison):
            self.comparison.renew(pack)
        known = self.problems is not None and isValid(self.problems)
        solved = known and self.problems is not None and self.problems.solve()
        self._controller.window.warn("")
        self._say(words.SOLVED if solved else words.READ_AGAIN)

    def _say(self, line: str, *, caution: bool = False) -> None:
        """In the status bar, once there is one."""
        self._controller.say_later(common.one_line(line), caution=caution)


def carried_over(pack: Pack, intent: Intent) -> Intent:
    """What somebody was looking at, as far as a changed pack still has it."""
    second = intent.second_profile
    return Intent(
        profile=_profile(pack, intent.profile),
        second_profile=None if second is None else _profile(pack, second),
        selection=intent.selection if intent.selection in pack.strategy else "",
        search=intent.search,
        tab=intent.tab,
        options=intent.options,
    )


def _profile(pack: Pack, old: Profile) -> Profile:
    was = old.as_dict()
    read = {f.id: f.parse(f.written(was[f.id])) for f in pack.fields if f.id in was}
    kept = {
        field: value
        for field, value in read.items()
        if value is not None and (value == was[field] or pack.field[field].together)
    }
    return pack.blank_profile.replace(kept)
