"""The editor of a seminar: which cases in which order, and what the teacher adds to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QWidget

from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.formats.seminar import CASES, cleaned
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.focus import give_back
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import STRETCH, column, give_tip, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.dialogs import LEAST
from nanoexplorer.ui.seminar.editor import requests
from nanoexplorer.ui.seminar.editor.adding import AddPart
from nanoexplorer.ui.seminar.editor.case import CasePart
from nanoexplorer.ui.seminar.editor.cases import CasesPart
from nanoexplorer.ui.seminar.editor.editing import (
    Past,
    added,
    duplicated,
    moved,
    removed,
    reordered,
    with_case,
    with_shown,
    with_text,
)
from nanoexplorer.ui.seminar.editor.preview import PreviewPart
from nanoexplorer.ui.seminar.editor.requests import Request
from nanoexplorer.ui.seminar.editor.strategies import StrategiesPart
from nanoexplorer.ui.seminar.seminar_file import SeminarFile
from nanoexplorer.words import actions, common
from nanoexplorer.words.teaching import seminar as words

SIZE = (1400, 860)
THREE = 940
"""Px from which on there is room for what the room will see."""


class SeminarEditor(QDialog):
    """Beside the window, which stays in use. Every change is the file's at once; Ctrl+Z undoes."""

    def __init__(self, file: SeminarFile, zoom: int, theme: Theme) -> None:
        super().__init__(file.window)
        self.setObjectName("seminar.editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.file, self.past, self._theme = file, Past(), theme
        file.editor = self
        self._drawn = file.seminar
        self._lines = column(self, gap=0)
        self._page: QWidget | None = None
        self._build(zoom)
        self._give_keys()
        self.file.changed.connect(self._refresh)
        self.file.told.connect(self._say)
        self._draw(0)
        self.left.cases.setFocus()
        self._take_size(QSize(*SIZE) * (zoom / 100))

    def _take_size(self, size: QSize) -> None:
        self.setMinimumSize(*LEAST)  # less than its parts ask for on a small screen: they scroll
        self.resize(size.boundedTo(self.file.window.size() - QSize(24, 24)))

    def _build(self, zoom: int) -> None:
        """Make all parts, at a zoom: a styled widget keeps the font that it was made with."""
        pack, self.zoom = self.file.pack, zoom
        session = self.file.commands.session
        self.add = AddPart(pack, lambda: session.profile, self._add, zoom)
        self.left = CasesPart(pack, self.add, zoom)
        self.strategies = StrategiesPart(pack, zoom)
        self.right = CasePart(pack, self.strategies, zoom)
        self.preview = PreviewPart(pack, self._theme, zoom)
        for part in (self.left, self.right, self.strategies):
            part.requested.connect(self.handle)
        old, self._page = self._page, QWidget()
        lines = column(self._page, margin=scaled(16, zoom), gap=scaled(8, zoom))
        self.lead = label(words.EDIT_LEAD, "muted", wraps=True, name="seminar.editor.lead")
        self.beside = scrolled(self.preview, "seminar.editor.beside")
        left = scrolled(self.left, "seminar.editor.left")
        thirds = put(row(gap=scaled(16, zoom)), (left, 1), (self.right, 1), (self.beside, 1))
        put(lines, self.lead, (thirds, 1), self._foot())
        self._lines.addWidget(self._page)
        for pressed in self.findChildren(QPushButton):
            pressed.setAutoDefault(False)  # else Enter in a line would press one
        self._page.show()  # at once, so that it can have the keyboard
        if old is not None:
            old.hide()
            old.deleteLater()

    def _foot(self) -> QHBoxLayout:
        does = {
            "undo": (actions.ACTIONS["undo"], self._undo),
            "save": (words.SAVE, self.file.save),
            "save_as": (common.SAVE_AS, self.file.save_as),
            "start": (words.START, self.file.seminars.start),
            "start_here": (words.START_HERE, self._start_here),
            "close": (common.CLOSE, self.close),
        }
        self.buttons = {
            name: form_button(text, f"seminar.editor.{name}", does=do)
            for name, (text, do) in does.items()
        }
        give_tip(self.buttons["start"], words.START_TIP)
        give_tip(self.buttons["start_here"], words.START_HERE_TIP)
        undo, save, save_as, *others = self.buttons.values()
        return put(row(), undo, save, save_as, STRETCH, *others)

    def _give_keys(self) -> None:
        for keys, press in (
            ("Alt+Up", lambda: self.left.up.click()),
            ("Alt+Down", lambda: self.left.down.click()),
            ("Ctrl+D", lambda: self.left.duplicate.click()),
            ("Ctrl+Z", lambda: self.buttons["undo"].click()),
            ("Ctrl+S", lambda: self.buttons["save"].click()),
            ("F5", lambda: self.buttons["start"].click()),
            ("Shift+F5", lambda: self.buttons["start_here"].click()),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(press)

    def _start_here(self) -> None:
        """Start at the marked case."""
        self.file.seminars.start(self.left.place if self.left.place >= 0 else None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the page of the room where there is room for it."""
        self.beside.setVisible(self.width() >= scaled(THREE, self.zoom))

    def dress(self, zoom: int, theme: Theme) -> None:
        """Take another zoom or theme; what is marked, typed and undone stays as it was."""
        if theme is not self._theme:
            self._theme = theme
            self.preview.page.dress(theme, 100)
        if zoom == self.zoom:
            return
        here, place, before = QApplication.focusWidget(), self.left.place, self.zoom
        focused = here.objectName() if here and self.isAncestorOf(here) else ""
        sought, add, preview = self.strategies.search.text(), self.add, self.preview
        self._build(zoom)
        self.add.stand_as(add)
        self.preview.stand_as(preview)
        self.strategies.search.setText(sought)
        self._draw(place)
        give_back(self, focused)
        self._take_size(self.size() * (zoom / before))
        self._fit()

    @property
    def seminar(self) -> Seminar:
        """The seminar that is edited: the file's."""
        return self.file.seminar

    def _refresh(self) -> None:
        """Another file, or our own change, which is drawn by whoever made it."""
        if self.seminar != self._drawn:
            self.past = Past()
            self._draw(0)
        self._drawn = self.seminar
        self._name_window()

    def _say(self, line: str, caution: bool = False) -> None:
        """Say here too what is said in the status bar: the editor may hide that."""
        self.lead.setText(line)
        give_role(self.lead, "caution" if caution else "muted")

    def _change(self, seminar: Seminar, key: str = "") -> None:
        self.past.add(self.seminar, self.left.place, key)
        self._say(words.EDIT_LEAD)
        self._drawn = seminar
        self.file.change(seminar)
        self.buttons["undo"].setEnabled(True)

    def _name_window(self) -> None:
        mark = f" · {words.CHANGED}" if self.file.dirty else ""
        self.setWindowTitle(f"{common.labelled(words.EDIT, self.file.name)}{mark}")

    def _draw(self, place: int, marked: Sequence[int] = ()) -> None:
        """Show the seminar, with a case and those that are marked."""
        self.left.show_seminar(self.seminar, place, marked)
        self._draw_case()
        self._name_window()

    def _draw_case(self) -> None:
        place = self.left.place
        self.left.show_place()
        self.right.show_case(self.seminar.cases[place] if place >= 0 else None)
        self.preview.show_case(self.seminar, place)
        self.buttons["undo"].setEnabled(self.past.any)

    def handle(self, request: Request) -> None:
        """Do what a part requests. mypy names a request that nothing is done about."""
        place, places = self.left.place, self.left.places
        match request:
            case requests.Retitle(title):
                seminar = self.seminar._replace(title=cleaned(title, "title"))
                self._change(seminar, "seminar")
            case requests.Board(on):
                self._change(self.seminar._replace(board=on))
                self.preview.show_case(self.seminar, place)
            case requests.Act.MARK:
                self._draw_case()
            case requests.Move(step):
                marked = [at + step for at in places]
                self._arrange(moved(self.seminar, places, step), place + step, marked)
            case requests.Reorder(order):
                seminar = reordered(self.seminar, order)
                self._arrange(seminar, places[0] if places else 0, places)
            case requests.Act.DUPLICATE:
                self._duplicate(places)
            case requests.Act.REMOVE:
                self._arrange(removed(self.seminar, places), places[0])
            case requests.Write(key, text):
                self._change_case(lambda case: with_text(case, key, cleaned(text, key)), key)
            case requests.Plan(minutes):
                self._change_case(lambda case: case._replace(minutes=minutes), "minutes")
            case requests.Narrow(only):
                self._change_case(lambda case: case._replace(only_dependent=only))
            case requests.Tick(strategy, shown):
                pack = self.file.pack
                self._change_case(lambda case: with_shown(pack, case, strategy, shown))
            case _ as never:
                assert_never(never)

    def _arrange(self, seminar: Seminar, place: int, marked: Sequence[int] = ()) -> None:
        """Take other cases, or others' order, and show one of them; what is marked stays so."""
        self._change(seminar)
        self._draw(place, marked)

    def _has_room(self, more: int) -> bool:
        """Whether there is room for more cases; where there is none, it is said."""
        room = len(self.seminar.cases) + more <= CASES
        if not room:
            self.add.say(words.SEMINAR_FULL.format(most=CASES))
        return room

    def _add(self, cases: tuple[SeminarCase, ...]) -> bool:
        """Add cases behind the marked one; whether there is room for them."""
        place, room = self.left.place, self._has_room(len(cases))
        if room:
            self._arrange(added(self.seminar, place, cases), place + 1)
        return room

    def _duplicate(self, places: Sequence[int]) -> None:
        if self._has_room(len(places)):
            first = max(places) + 1
            marked = range(first, first + len(places))
            self._arrange(duplicated(self.seminar, places), first, marked)

    def _undo(self) -> None:
        before = self.past.back()
        if before:
            self._drawn = before[0]
            self.file.change(before[0])
            self._draw(before[1])

    def _change_case(self, change: Callable[[SeminarCase], SeminarCase], key: str = "") -> None:
        """Change the marked case; `key`: what is typed on in, which is one change."""
        place = self.left.place
        case = change(self.seminar.cases[place])
        self._change(with_case(self.seminar, place, case), f"{key} {place}" if key else "")
        self.strategies.count(case)
        self.right.warn(case)
        self.left.name_case(self.seminar)
        self.preview.show_case(self.seminar, place)
