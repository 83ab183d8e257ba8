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
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import column, row
from nanoexplorer.ui.seminar.case_list import CaseList
from nanoexplorer.ui.seminar.keys import SHOW_KEYS, request_of
from nanoexplorer.ui.seminar.keys_panel import KeysPanel
from nanoexplorer.ui.seminar.map_view import MapView
from nanoexplorer.ui.seminar.notes import NotesPane
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.ui.seminar.sizes import KEYS, NOTES, ROOM, sheet, zoom_for
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
    """A window of its own that turns keys into requests."""

    requested = Signal(object)
    closed = Signal()

    def __init__(self, name: str, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName(name)
        self.setWindowTitle(words.SEMINAR)
        self.setMinimumSize(1, 1)  # a projector's screen may be smaller than a page asks for
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # else the first button would have it, and take Space and Enter
        self.keys = SHOW_KEYS
        self.keys_panel = KeysPanel(theme, zoom, self)
        self._banner = Banner()

    def show_keys(self, shown: bool) -> None:
        """Show what each key does over all that is here, or no more."""
        self.keys_panel.setVisible(shown)
        self._place_keys()

    def _place_keys(self) -> None:
        """Below the banner, which stays in sight."""
        self.keys_panel.place_over(self.rect().adjusted(0, self._banner.height(), 0, 0))

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


def _banner_of(pack: Pack) -> Banner:
    """The disclaimer, and whose the pack is where it is not ours."""
    made = Banner()
    made.tell(whose.banner(pack))
    return made


def _new_banner(lines: QVBoxLayout, old: Banner, pack: Pack) -> Banner:
    """A banner in place of another: a styled label keeps the font that it was made with."""
    new = _banner_of(pack)
    lines.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    return new


class RoomWindow(SeminarWindow):
    """What the room sees: the banner, and below it a page, a map, the list of cases, or nothing."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__("seminar.room", theme, zoom, parent)
        self._pack, self._theme, self._zoom, self._scale = pack, theme, zoom, 0
        self.stage = StageView(theme, zoom)
        self.cases = CaseList()
        self.blank = _Blank(theme)
        self.map = MapView(theme)
        self.votes = VotesLine()
        self.notes = NotesPane(pack, theme, zoom)
        self.noted = Noted.NOT
        for part in (self.stage, self.cases, self.blank, self.map, self.notes, self.votes):
            part.requested.connect(self.requested)
        self.stack = QStackedWidget()
        for page in (self.stage, self.cases, self.blank, self.map):
            self.stack.addWidget(page)
        self._lines = column(self, gap=0)
        self._banner = _banner_of(pack)
        self._lines.addWidget(self._banner)
        self._line = row(gap=0)
        self._line.addWidget(self.stack, 1)
        self._lines.addLayout(self._line, 1)
        self._lines.addWidget(self.votes)
        self.notes.setParent(self)
        self.notes.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Banner and list grow with the screen."""
        super().resizeEvent(event)
        if zoom_for(ROOM, event.size(), self._zoom) != self._scale:
            self._enlarge()
        self._place_notes()

    def show_notes(self, noted: Noted) -> None:
        """Show the notes over the page, beside it, or not."""
        self.noted = noted
        self.notes.say_seen(words.NOTES_OVER if noted is Noted.OVER else words.NOTES_BESIDE)
        self._place_notes()
        self.turn_to(self.shown)

    def _place_notes(self) -> None:
        """Over the right of the page, which keeps its size, or in the room that it leaves."""
        wide = round(self.width() * NOTES_SHARE)
        beside = self.noted is Noted.BESIDE and self.shown is not self.blank
        self._line.setContentsMargins(0, 0, wide if beside else 0, 0)
        top = self._banner.height()
        self.notes.setGeometry(self.width() - wide, top, wide, self.height() - top)
        self.notes.raise_()
        self._place_keys()

    @property
    def shown(self) -> QWidget:
        """The page, the list of cases, or the blank."""
        pages = (self.stage, self.cases, self.blank, self.map)
        return next(page for page in pages if page is self.stack.currentWidget())

    def turn_to(self, page: QWidget) -> None:
        """Show a page; a blank screen is blank all over."""
        self.stack.setCurrentWidget(page)
        self._place_notes()
        self.notes.setVisible(self.noted is not Noted.NOT and page is not self.blank)

    def _enlarge(self) -> None:
        self._scale = zoom_for(ROOM, self.size(), self._zoom)
        self.setStyleSheet(sheet(self._theme, self._scale))
        self.cases.enlarge(self._scale)
        self.notes.enlarge(self._theme, zoom_for(NOTES, self.size(), self._zoom))
        self.keys_panel.enlarge(self._theme, zoom_for(KEYS, self.size(), 100))
        self._banner = _new_banner(self._lines, self._banner, self._pack)
        self._place_notes()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        self.stage.dress(theme, zoom)
        self.blank.theme = self.map.theme = theme
        self._enlarge()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme["paper"]))
        painter.end()


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

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__("seminar.teacher", theme, zoom, parent)
        self._pack, self._theme, self._zoom, self._scale = pack, theme, zoom, 0
        self.notes = NotesPane(pack, theme, zoom, alone=True)
        self.notes.requested.connect(self.requested)
        self._lines = column(self, gap=0)
        self._banner = _banner_of(pack)
        self._lines.addWidget(self._banner)
        self._lines.addWidget(self.notes, 1)
        self.votes = VotesLine()
        self.votes.requested.connect(self.requested)
        self._lines.addWidget(self.votes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if zoom_for(NOTES, event.size(), self._zoom) != self._scale:
            self._enlarge()
        self._place_keys()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take a theme and a zoom in percent."""
        self._theme, self._zoom = theme, zoom
        self._enlarge()

    def _enlarge(self) -> None:
        self._scale = zoom_for(NOTES, self.size(), self._zoom)
        self.setStyleSheet(sheet(self._theme, self._scale))
        self.notes.enlarge(self._theme, self._scale)
        self.keys_panel.enlarge(self._theme, zoom_for(KEYS, self.size(), 100))
        self._banner = _new_banner(self._lines, self._banner, self._pack)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme["paper"]))
        painter.end()
