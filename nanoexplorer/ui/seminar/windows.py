"""The seminar's two windows: the room's, with the banner always in sight, and the teacher's."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import column, put, row
from nanoexplorer.ui.seminar.case_list import CaseList
from nanoexplorer.ui.seminar.keys import SHOW_KEYS, request_of
from nanoexplorer.ui.seminar.keys_panel import KeysPanel
from nanoexplorer.ui.seminar.map_view import MapView
from nanoexplorer.ui.seminar.notes import NotesPane
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.ui.seminar.screens import KEYS, NOTES, ROOM, sheet, zoom_for
from nanoexplorer.ui.seminar.stage import StageView
from nanoexplorer.ui.seminar.votes import VotesLine
from nanoexplorer.ui.shell.banner import Banner
from nanoexplorer.words.packs import whose
from nanoexplorer.words.teaching import seminar as words

NOTES_SHARE: Final = 0.34


class Noted(Enum):
    """Where a single screen shows the notes."""

    NOT = auto()
    OVER = auto()
    BESIDE = auto()

    @property
    def after(self) -> Noted:
        """Where they stand next."""
        turns = list(Noted)
        return turns[(turns.index(self) + 1) % len(turns)]


class SeminarWindow(QWidget):
    """A window of its own that turns keys into requests: below the banner what a kind shows, at the
    foot the line for hands, somewhere the notes.
    """

    requested = Signal(object)
    closed = Signal()
    AT_1080: int
    """Percent of its letters, see `screens`."""

    def __init__(
        self, name: str, pack: Pack, theme: Theme, zoom: int, parent: QWidget, *, alone: bool
    ) -> None:
        """`alone`: nobody but the teacher sees it."""
        super().__init__(parent, Qt.WindowType.Window)
        self._pack, self._theme, self._zoom, self._scale = pack, theme, zoom, 0
        self.setObjectName(name)
        self.setWindowTitle(words.SEMINAR)
        self.setMinimumSize(1, 1)  # a projector's screen may be smaller than a page asks for
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # else the first button would have it, and take Space and Enter
        self.keys = SHOW_KEYS
        self.keys_panel = KeysPanel(theme, zoom, self)
        self.notes = NotesPane(pack, theme, zoom, alone=alone)
        self.votes = VotesLine()
        for part in (self.notes, self.votes):
            part.requested.connect(self.requested)
        self._banner = self._new_banner()
        self._lines = put(column(self, gap=0), self._banner)

    def _new_banner(self) -> Banner:
        """The disclaimer, and whose the pack is where it is not ours."""
        made = Banner()
        made.tell(whose.banner(self._pack))
        return made

    def show_keys(self, shown: bool) -> None:
        """Show what each key does over all that is here, or no more."""
        self.keys_panel.setVisible(shown)
        self._place()

    def _place(self) -> None:
        """Put the keys below the banner, which stays in sight."""
        self.keys_panel.place_over(self.rect().adjusted(0, self._banner.height(), 0, 0))

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        self._enlarge()

    def _enlarge(self) -> None:
        """Take the size of letters that the screen asks for."""
        self._scale = zoom_for(self.AT_1080, self.size(), self._zoom)
        self.setStyleSheet(sheet(self._theme, self._scale))
        self.notes.enlarge(self._theme, zoom_for(NOTES, self.size(), self._zoom))
        self.keys_panel.enlarge(self._theme, zoom_for(KEYS, self.size(), 100))
        old, self._banner = self._banner, self._new_banner()
        self._lines.replaceWidget(old, self._banner)  # a styled label keeps its first font
        old.hide()
        old.deleteLater()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters grow with the screen."""
        super().resizeEvent(event)
        if zoom_for(self.AT_1080, event.size(), self._zoom) != self._scale:
            self._enlarge()
        self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        request = request_of(event, self.keys)
        if request is not None:
            self.requested.emit(request)
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme["paper"]))
        painter.end()


class RoomWindow(SeminarWindow):
    """What the room sees: the banner, and below it a page, a map, the list of cases, or nothing."""

    AT_1080 = ROOM

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__("seminar.room", pack, theme, zoom, parent, alone=False)
        self.stage = StageView(theme, zoom)
        self.cases = CaseList()
        self.blank = _Blank(theme)
        self.map = MapView(theme)
        self.noted = Noted.NOT
        self.stack = QStackedWidget()
        self._pages = (self.stage, self.cases, self.blank, self.map)
        for page in self._pages:
            page.requested.connect(self.requested)
            self.stack.addWidget(page)
        self._line = put(row(gap=0), (self.stack, 1))
        put(self._lines, (self._line, 1), self.votes)
        self.notes.setParent(self)
        self.notes.hide()

    def show_notes(self, noted: Noted) -> None:
        """Show the notes over the page, beside it, or not."""
        self.noted = noted
        self.notes.say_seen(words.NOTES_OVER if noted is Noted.OVER else words.NOTES_BESIDE)
        self._place()
        self.turn_to(self.shown)

    @override
    def _place(self) -> None:
        """Notes over the right of the page, which keeps its size, or in the room that it leaves."""
        wide = round(self.width() * NOTES_SHARE)
        beside = self.noted is Noted.BESIDE and self.shown is not self.blank
        self._line.setContentsMargins(0, 0, wide if beside else 0, 0)
        top = self._banner.height()
        self.notes.setGeometry(self.width() - wide, top, wide, self.height() - top)
        self.notes.raise_()
        super()._place()

    @property
    def shown(self) -> QWidget:
        """The page, the map, the list of cases, or the blank."""
        return next(page for page in self._pages if page is self.stack.currentWidget())

    def turn_to(self, page: QWidget) -> None:
        """Show a page; a blank screen is blank all over."""
        self.stack.setCurrentWidget(page)
        self._place()
        self.notes.setVisible(self.noted is not Noted.NOT and page is not self.blank)

    @override
    def _enlarge(self) -> None:
        super()._enlarge()
        self.cases.enlarge(self._scale)
        self._place()

    @override
    def dress(self, theme: Theme, zoom: int) -> None:
        self.stage.dress(theme, zoom)
        self.blank.theme = self.map.theme = theme
        super().dress(theme, zoom)


class _Blank(QWidget):
    """A dark screen, so that the room looks at whoever speaks; a click brings the page back."""

    requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("seminar.blank")
        self.setAccessibleName(words.BLANK)
        self.theme = theme

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.requested.emit(Act.BLANK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark = self.theme["paper" if self.theme.dark else "ink"]
        painter.fillRect(event.rect(), QColor(dark))
        painter.end()


class TeacherWindow(SeminarWindow):
    """The notes in a window of their own, on the teacher's screen."""

    AT_1080 = NOTES

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__("seminar.teacher", pack, theme, zoom, parent, alone=True)
        put(self._lines, (self.notes, 1), self.votes)
