"""The controller: one window over one pack, and everything that is opened from it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from nanoexplorer.places import example_pack
from nanoexplorer.ui.base import theme as themes
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.shell.window import Window

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from nanoexplorer.app.pack_switch import PackSwitch
    from nanoexplorer.core.pack import Pack
    from nanoexplorer.core.screen import Intent, Screen
    from nanoexplorer.formats.questions import QuestionSet
    from nanoexplorer.ui.base.file_reading import FileReading
    from nanoexplorer.ui.base.session import Session
    from nanoexplorer.ui.export.exports import Exports
    from nanoexplorer.ui.packs.known import KnownPacks
    from nanoexplorer.ui.practice.practice import Practice
    from nanoexplorer.ui.seminar.editor.window import SeminarEditor
    from nanoexplorer.ui.seminar.seminar_file import SeminarFile
    from nanoexplorer.ui.seminar.seminars import Seminars
    from nanoexplorer.ui.shell.commands import Commands
    from nanoexplorer.ui.shell.content import Content
    from nanoexplorer.ui.shell.recent import RecentFiles
    from nanoexplorer.ui.shell.side_panels import SidePanels

KEPT = "checked.pack"
"""The name, beside the settings, of the pack as the last start read and checked it."""
SETTLE_AFTER = 300
REMEMBER_AFTER = 400
"""Milliseconds of quiet after a change before the profile is remembered."""


class Controller:
    """One window over one pack, its content and menu, what is opened from it and remembered.

    What a start has no use for is imported when it is first asked for.
    """

    session: Session | None = None
    content: Content | None = None
    commands: Commands | None = None
    to_open: Path | None = None
    """A file to open, once there is a pack."""
    pack_to_open: Path | None = None
    """Another pack than the bundled one to begin with."""
    _editor: SeminarEditor | None = None
    _named: Path | None = None
    """The file of the seminar in the title."""

    def __init__(self, app: QApplication, settings: SettingsFile, pack_folder: Path) -> None:
        self.app = app
        self.settings = settings
        self.home = self.pack_path = pack_folder
        self.theme = chosen_theme(settings.current.theme)
        themes.apply(app, self.theme, settings.current.zoom)
        self.window = Window()
        self._style()
        self.window.restore_geometry(settings.current.geometry)
        self.window.closing.connect(self.remember)
        self._quiet = self._after(REMEMBER_AFTER, self._remember_while_open)
        self._warned = False
        self._to_say: tuple[str, bool] | None = None
        self._settling = self._after(SETTLE_AFTER, _settle)
        self._tidying = self._after(SETTLE_AFTER, _tidy)

    def _after(self, milliseconds: int, do: Callable[[], None]) -> QTimer:
        """A timer that goes with the window, and does something once each time it is started."""
        timer = QTimer(self.window)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(do)
        return timer

    def _style(self) -> None:
        """Style the window rather than the app: see `theme.apply`."""
        self.window.setStyleSheet(themes.stylesheet(self.theme, self.zoom))

    @property
    def zoom(self) -> int:
        """Percent at which the window is drawn, as the settings say."""
        return self.settings.current.zoom

    def open(self) -> None:
        """Show the window; the gate where it has not been accepted, else the content."""
        gc.disable()  # a start makes much and drops little; see `_settle`
        if self.settings.current.gate == gate_mark():
            self.window.stands_there.connect(self.load)
            self.window.show()
        else:
            self._show_gate()
            self.window.show()

    def _show_gate(self) -> None:
        """What this is not, and what the bundled pack is about; another one has its own gate."""
        from nanoexplorer.pack.folder import Folder
        from nanoexplorer.pack.manifest import read_manifest
        from nanoexplorer.ui.shell.gate import Gate

        other = self.pack_to_open or self._last_pack()
        about = "" if other else read_manifest(Folder(self.home), []).gate
        gate = Gate(about, self.zoom)
        gate.accepted.connect(self._accept)
        gate.refused.connect(self.window.close)
        self.window.show_over(gate)
        gate.promise.setFocus()

    def _accept(self) -> None:
        self.settings.change(gate=gate_mark())
        self.window.show_content()
        self.load()

    def load(self) -> None:
        """Load the pack that is asked for or was open last, else the bundled one."""
        last = self.pack_to_open or self._last_pack()
        if last is not None:
            self.packs.start_with(last)
            return
        if self.settings.current.pack:
            from nanoexplorer.words.packs import opening as words

            self.say_later(words.gone(self.settings.current.pack), caution=True)
        self.load_home()

    def _last_pack(self) -> Path | None:
        """The pack that was open last, where it is still there; the bundled one is none."""
        last = self.settings.current.pack
        return Path(last) if last and os.path.exists(last) else None  # noqa: PTH110  # raises nothing

    def load_home(self) -> None:
        """Load the bundled pack and fill the window, or show everything that is wrong with it."""
        from nanoexplorer.pack.kept import KeptPack

        kept = KeptPack(self.home, self.settings.path.with_name(KEPT))
        if pack := kept.pack():
            self.fill(pack)
        elif pack := self._read_pack():
            self.fill(pack)
            self._settling.timeout.connect(partial(kept.keep, pack))

    def _read_pack(self) -> Pack | None:
        from nanoexplorer.pack.loader import load_pack
        from nanoexplorer.pack.problems import PackError

        try:
            return load_pack(self.home)
        except PackError as error:
            from nanoexplorer.ui.shell.problems import ProblemsPage

            self.window.show_over(ProblemsPage(error.problems))
            _settle()
            return None

    def fill(self, pack: Pack) -> None:
        """Fill the window with a pack."""
        from nanoexplorer.ui.base.session import Session
        from nanoexplorer.ui.shell.commands import Commands

        self.session = Session(pack, self.window)
        self.commands = Commands(self.session, self.window)
        self.commands.asked.connect(lambda name: self.actions[name].trigger())
        self.commands.start_page_turned.connect(self._remember_start_page)
        self.commands.of_another_pack.connect(lambda *found: self.packs.offer(*found))
        self.session.screen_changed.connect(self._draw)
        self.app.styleHints().colorSchemeChanged.connect(self.window.desktop_changed)
        self.window.desktop_changed.connect(lambda: self.dress())
        self._recall(self.session)
        self.window.name_what_is_open(pack.title, changed=False)
        self._build_content(self.session, self.commands)
        equip = self._after(0, self._equip)
        self._after(0, equip.start).start()  # two rounds of events: all is painted by then
        self._after(0, self._complain).start()  # in a bar that isn't shown yet, words overlap
        self._after(0, self._open_seminars).start()
        self._settling.start()

    def _complain(self) -> None:
        """Say in the status bar what is the matter with settings or pack, if anything is."""
        complaint = self._to_say or (self.settings.complaint, True)
        if complaint[0] and self.commands:
            self.commands.say(complaint[0], 0, caution=complaint[1])
        self._to_say = None

    def say_later(self, line: str, *, caution: bool) -> None:
        """Say something until the next action; at a start once there is where to say it."""
        if self.window.isVisible() and self.content and self.commands:
            self.commands.say(line, 0, caution=caution)
        else:
            self._to_say = (line, caution)

    @cached_property
    def known(self) -> KnownPacks:
        """What is remembered of each pack."""
        from nanoexplorer.ui.packs.known import KnownPacks

        return KnownPacks(self.settings, self.home)

    @cached_property
    def packs(self) -> PackSwitch:
        """What opens other packs, made when it is first asked for."""
        from nanoexplorer.app.pack_switch import PackSwitch

        return PackSwitch(self)

    def may_leave_pack(self) -> bool:
        """Whether what is unsaved may go with the pack that it is of."""
        return "seminar_file" not in self.__dict__ or self.seminar_file.may_go()

    @property
    def is_elsewhere(self) -> bool:
        """Whether something is open that goes with the pack as it is."""
        shown = self.window.stack.currentWidget() is not self.window.content
        presenting = "seminars" in self.__dict__ and self.seminars.running is not None
        return shown or presenting or ("seminar_file" in self.__dict__ and self.seminar_file.dirty)

    def take(self, pack: Pack, path: Path) -> None:
        """Show another pack; what was remembered of it comes back."""
        if self.session is None:
            self.pack_path = path
            self.fill(pack)
            return
        self.remember()
        self._let_go_of_pack()
        self.pack_path = path
        self.session.take(pack)
        self._recall(self.session)
        if "seminar_file" in self.__dict__:
            self.seminar_file.begin_anew()
        self._show_again()
        if self._unsaved.is_dir():
            self.seminar_file.recover()

    def _let_go_of_pack(self) -> None:
        """Close what goes with the pack that was open."""
        if self._editor is not None and isValid(self._editor):
            self._editor.close()
        if "seminars" in self.__dict__:
            self.seminars.leave()
        if "practice" in self.__dict__:
            self.practice.leave()
            self.practice.deleteLater()
            del self.practice

    def renew(self, pack: Pack, intent: Intent) -> None:
        """Show the same pack as it was changed, at the same place."""
        assert self.session is not None
        if "practice" in self.__dict__:
            self.practice.deleteLater()
            del self.practice
        self.session.take(pack, intent)
        if "seminar_file" in self.__dict__:
            self.seminar_file.begin_anew()
        self._show_again()

    def _show_again(self) -> None:
        """Make all panels anew, for another pack."""
        assert self.session is not None
        assert self.commands is not None
        self.window.name_what_is_open(self.session.pack.title, changed=False)
        self._build_content(self.session, self.commands)
        self._tidying.start()

    def _build_content(self, session: Session, commands: Commands) -> None:
        """Make all panels anew, at this zoom; the first paint is a diff from the empty screen."""
        from nanoexplorer.core.screen import EMPTY
        from nanoexplorer.ui.base.focus import give_back
        from nanoexplorer.ui.base.rings import rings
        from nanoexplorer.ui.shell.content import Content

        here = QApplication.focusWidget()
        focused = here.objectName() if here else ""
        opened = self.content.strategies.opened if self.content else {}
        self.content = content = Content(session.pack, self.theme, self.zoom, self._sides)
        content.strategies.open_as(opened)
        commands.content = content
        content.requested.connect(commands.handle)
        if "_menu" in self.__dict__:
            self._give_menu()
        rings().foresee(content.profile.cases)
        self.window.fill(content.header, content, content.status, _whose(session.pack))
        content.panels.restore_widths(self.settings.current.splitter)
        content.inspector.nothing.turn(self.settings.current.start_page == "open")
        session.screen = EMPTY
        session.refresh()
        if self.window.projecting:
            content.panels.project(True)
        if not give_back(self.window, focused):
            content.profile.cases.setFocus()

    @cached_property
    def _sides(self) -> SidePanels:
        from nanoexplorer.ui.shell.side_panels import SidePanels

        return SidePanels(
            self.settings.current.panels, lambda turned: self.settings.change(panels=turned)
        )

    @cached_property
    def _menu(self) -> tuple[QMenu, dict[str, QAction]]:
        from nanoexplorer.ui.base.theme import next_zoom
        from nanoexplorer.ui.shell.actions import ENTRIES, build_menu

        session, commands = self.session, self.commands
        assert session is not None
        assert commands is not None
        does: dict[str, Callable[[], object]] = {
            "undo": session.undo,
            "redo": session.redo,
            "reset": session.reset_profile,
            "theme_system": lambda: self.dress(theme="system"),
            "theme_light": lambda: self.dress(theme="light"),
            "theme_dark": lambda: self.dress(theme="dark"),
            "zoom_in": lambda: self.dress(zoom=next_zoom(self.zoom, 1)),
            "zoom_out": lambda: self.dress(zoom=next_zoom(self.zoom, -1)),
            "zoom_reset": lambda: self.dress(zoom=100),
            "seminar_start": lambda: self.seminars.present(),
            "seminar_start_here": lambda: self.seminars.start_here(),
            "seminar_edit": self.edit_seminar,
            "seminar_new": lambda: self.seminar_file.new(),
            "seminar_sample": lambda: self.seminar_file.begin_with_sample(),
            "seminar_save": lambda: self.seminar_file.save(),
            "seminar_save_as": lambda: self.seminar_file.save_as(),
            "seminar_slides": lambda: self.exports.choose_deck(self.seminars.current),
            "practice": lambda: self.practice.open(self.theme, self.zoom),
            "questions": lambda: self.practice.ask_for_questions(self.zoom),
            "export": lambda: self.exports.choose(),
            "copy_picture": lambda: self.exports.copy_picture(),
            "copy_card": lambda: self.exports.copy_card(),
            "open": self.choose_file,
            "recent": self._show_recent,
            "pack_folder": lambda: self.packs.choose_folder(),
            "pack_example": lambda: self.packs.example(),
            "pack_bundled": lambda: self.packs.back(),
            "pack_compare": lambda: self.packs.compare(),
            "quit": self.close,
        }
        does |= {entry.name: getattr(commands, entry.name) for entry in ENTRIES if entry.command}
        begins = {name: partial(self._begin, do) for name, do in does.items()}
        return build_menu(self.window, begins, {"recent": lambda menu: self.recent.fill(menu)})

    def _begin(self, do: Callable[[], object]) -> None:
        """Do another thing: what was said of the last one goes first."""
        if self.commands:
            self.commands.begin()
        do()

    @property
    def menu(self) -> QMenu:
        """The window's menu, made when it is first asked for."""
        return self._menu[0]

    @property
    def actions(self) -> dict[str, QAction]:
        """Everything that the menu and its keys do, by name."""
        return self._menu[1]

    def _equip(self) -> None:
        """What nobody can reach for before the first paint comes after it."""
        from nanoexplorer.ui.shell.drops import Drops

        self._give_menu()
        Drops(self.window).dropped.connect(self._open_dropped)

    def _give_menu(self) -> None:
        if self.content:
            self.content.header.menu.setMenu(self.menu)
            self.content.status.lead_on()
            self._mark_actions()

    def _mark_actions(self) -> None:
        if self.session:
            self.actions["undo"].setEnabled(self.session.can_undo)
            self.actions["redo"].setEnabled(self.session.can_redo)
            self.actions["pack_example"].setEnabled(self.pack_path != example_pack())
            self.actions["pack_bundled"].setEnabled(self.pack_path != self.home)
            self.actions[f"theme_{self.settings.current.theme}"].setChecked(True)

    @cached_property
    def exports(self) -> Exports:
        """What takes views out of the app and back in."""
        from nanoexplorer.ui.export.exports import Exports

        assert self.commands is not None
        made = Exports(self.commands, self.settings, lambda: self.theme.name)
        made.questions_found.connect(self._ask)
        made.opened.connect(lambda path: self.recent.remember(path))
        made.step_found.connect(lambda profile, stage: self.seminars.lead_to(profile, stage))
        return made

    @cached_property
    def practice(self) -> Practice:
        """Practice; its file is written on request only."""
        from nanoexplorer.ui.practice.practice import Practice

        assert self.session is not None
        kept = self.settings.path.with_name("practice.json")
        return Practice(self.session, self.window, kept, seminar=lambda: self.seminars.seminar)

    @cached_property
    def seminars(self) -> Seminars:
        """What starts and ends seminars, made when it is first asked for; there must be a pack."""
        from nanoexplorer.ui.seminar.seminars import Seminars

        assert self.commands is not None
        return Seminars(self.commands, self.theme, self.zoom)

    @cached_property
    def seminar_file(self) -> SeminarFile:
        """The teacher's file; unsaved changes are kept aside beside the settings."""
        from nanoexplorer.ui.seminar.seminar_file import SeminarFile

        assert self.commands is not None
        made = SeminarFile(self.commands, self.seminars, self._unsaved)
        made.changed.connect(lambda: self._name_seminar(made))
        return made

    def _name_seminar(self, file: SeminarFile) -> None:
        """Name the seminar in the title; its file is one that was opened or saved last."""
        name = file.seminar.title or file.name if self.seminars.seminar else file.pack.title
        self.window.name_what_is_open(name, changed=file.dirty)
        if file.path is not None and file.path != self._named:
            self.recent.remember(file.path)
        self._named = file.path

    @property
    def _unsaved(self) -> Path:
        return self.settings.path.with_name("unsaved")

    def edit_seminar(self) -> None:
        """Show the editor of the seminar file, which stays beside the window."""
        from nanoexplorer.ui.seminar.editor.window import SeminarEditor

        if self._editor is None or not isValid(self._editor):
            self._editor = SeminarEditor(self.seminar_file, self.zoom, self.theme)
        self._editor.show()
        self._editor.activateWindow()

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

    @cached_property
    def recent(self) -> RecentFiles:
        """The files that were opened or saved last."""
        from nanoexplorer.ui.shell.recent import RecentFiles

        assert self.commands is not None
        return RecentFiles(self.settings, self.commands, self._open_one)

    def _show_recent(self) -> None:
        """Open the list of recent files by its key, below the button of the menu."""
        filled = self.menu.findChild(QMenu, "menu.recent")
        if self.content and filled is not None:
            self.content.header.drop(filled)

    def _open_dropped(self, paths: list[Path]) -> None:
        """Open what was dropped on the window."""
        from nanoexplorer.words import export as words

        if len(paths) == 1:
            self._open_one(paths[0])
        else:
            self.exports.commands.say(words.ONE_FILE_ONLY, caution=True)

    def _open_one(self, path: Path) -> FileReading | None:
        """Open a seminar file, or a view that was saved; returns what reads it."""
        from nanoexplorer.formats.seminar import SUFFIX

        if path.suffix.lower() == SUFFIX:
            self.seminar_file.open(path)
            return self.seminar_file.reading
        from nanoexplorer.pack.opened import is_a_pack
        from nanoexplorer.render.reopening.opening import OPENED

        if path.suffix.lower() not in OPENED and is_a_pack(path):
            return self.packs.open(path)
        self.exports.open_file(path)
        return self.exports.reading

    def _ask(self, found: QuestionSet, remark: str) -> None:
        self.practice.ask(found.setup, found.questions, remark, self.theme, self.zoom)

    def _dress_others(self) -> None:
        """Hand theme and zoom on to those that somebody has asked for."""
        if "practice" in self.__dict__:
            self.practice.dress(self.theme, self.zoom)
        if "seminars" in self.__dict__:
            self.seminars.dress(self.theme, self.zoom)
        if self._editor is not None and isValid(self._editor):
            self._editor.dress(self.zoom, self.theme)
        if "packs" in self.__dict__:
            self.packs.dress(self.theme, self.zoom)

    def _draw(self, screen: Screen, changed: frozenset[str]) -> None:
        if self.content and self.session:
            self.content.status.clearMessage()
            self.content.draw(screen, changed)
            if "_menu" in self.__dict__:
                self._mark_actions()
            self._quiet.start()

    def dress(self, theme: str = "", zoom: int = 0) -> None:
        """Take another theme or zoom, or follow the desktop's change of one."""
        current = self.settings.current
        rebuild = zoom not in (0, current.zoom)
        self.settings.change(theme=theme or current.theme, zoom=zoom or current.zoom)
        self.theme = chosen_theme(self.settings.current.theme)
        if rebuild and self.content:
            self.settings.change(splitter="")
        themes.apply(self.app, self.theme, self.zoom)
        self._style()
        if rebuild and self.session and self.commands:
            self._build_content(self.session, self.commands)
        elif self.content:
            self.content.dress(self.theme)
        self._dress_others()

    def close(self) -> None:
        """Close the window, which may be refused by what is unsaved."""
        self.window.close()

    def remember(self) -> None:
        """Remember the window and the profile, so that they are there at the next start."""
        from nanoexplorer.core.shown.strategies import ONLY_DEPENDENT

        self.settings.change(geometry=self.window.geometry_text())
        if self.session and self.content:
            self.settings.change(
                splitter=self.content.panels.widths_text(),
            )
            self.known.keep(
                self.pack_path,
                self.session.screen.profile.case_code,
                self.session.screen.selection,
                dict(self.session.intent.options).get(ONLY_DEPENDENT, ""),
            )

    def _remember_start_page(self, opened: bool) -> None:
        self.settings.change(start_page="open" if opened else "closed")

    def _remember_while_open(self) -> None:
        """Remember; where that can't be done, say so once."""
        self.remember()
        if self.settings.unwritten and not self._warned:
            from nanoexplorer.ui.controls.dialogs import warn_not_kept

            self._warned = True
            warn_not_kept(self.settings.complaint, self.settings.unwritten, self.window)

    def _recall(self, session: Session) -> None:
        """The switch, profile and selection of the last time; a code that no longer fits is let
        go.
        """
        from nanoexplorer.core.case_code import CaseCodeError
        from nanoexplorer.core.shown.strategies import ONLY_DEPENDENT

        now = self.settings.current
        known = now if self.pack_path == self.home else self.known.of(self.pack_path)
        if known.only_dependent:
            session.recall_option(ONLY_DEPENDENT, known.only_dependent)
        with suppress(CaseCodeError):
            if known.case_code:
                session.recall(known.case_code, known.selection)


def _whose(pack: Pack) -> str:
    """What the banner says of a pack that is not ours."""
    if pack.ours:
        return ""
    from nanoexplorer.words.packs import whose

    return whose.banner(pack)


def _tidy() -> None:
    """Let go of what showed another pack, or this one as it was, and so of that pack as well."""
    gc.collect()


def _settle() -> None:
    """Collect garbage again, what the start made for good left out: there is hardly any in it."""
    gc.freeze()
    gc.enable()
