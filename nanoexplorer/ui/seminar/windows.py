"""The seminar's two windows: the room's, with the banner always in sight, and the teacher's."""

from __future__ import annotations

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
from nanoexplorer.ui.seminar.notes import NotesPane
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.ui.seminar.sizes import NOTES, ROOM, sheet, zoom_for
from nanoexplorer.ui.seminar.stage import StageView
from nanoexplorer.ui.shell.banner import Banner
from nanoexplorer.words.teaching import seminar as words

NOTES_SHARE: Final = 0.34


class SeminarWindow(QWidget):
    """A window of its own that turns keys into requests."""

    requested = Signal(object)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName(name)
        self.setWindowTitle(words.SEMINAR)
        self.setMinimumSize(1, 1)  # a projector's screen may be smaller than a page asks for
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # else the first button would have it, and take Space and Enter
        self.keys = SHOW_KEYS

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


def _new_banner(lines: QVBoxLayout, old: Banner) -> Banner:
    """A banner in place of another: a styled label keeps the font that it was made with."""
    new = Banner()
    lines.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    return new


class RoomWindow(SeminarWindow):
    """What the room sees: the banner, and below it a page, the list of cases, or nothing."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__("seminar.room", parent)
        self._theme, self._zoom, self._scale = theme, zoom, 0
        self.stage = StageView(theme, zoom)
        self.cases = CaseList()
        self.blank = _Blank(theme)
        self.notes = NotesPane(pack, theme, zoom)
        self.notes.hide()
        self.noted = False
        for part in (self.stage, self.cases, self.blank, self.notes):
            part.requested.connect(self.requested)
        self.stack = QStackedWidget()
        for page in (self.stage, self.cases, self.blank):
            self.stack.addWidget(page)
        self._lines = column(self, gap=0)
        self._banner = Banner()
        self._lines.addWidget(self._banner)
        line = row(gap=0)
        line.addWidget(self.stack, 1)
        line.addWidget(self.notes)
        self._lines.addLayout(line, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Banner and list grow with the screen."""
        super().resizeEvent(event)
        if zoom_for(ROOM, event.size(), self._zoom) != self._scale:
            self._enlarge()
        self.notes.setFixedWidth(round(event.size().width() * NOTES_SHARE))

    def show_notes(self, noted: bool) -> None:
        """Show the notes beside the page, or not."""
        self.noted = noted
        self.turn_to(self.shown)

    @property
    def shown(self) -> QWidget:
        """The page, the list of cases, or the blank."""
        return next(
            p for p in (self.stage, self.cases, self.blank) if p is self.stack.currentWidget()
        )

    def turn_to(self, page: QWidget) -> None:
        """Show a page; a blank screen is blank all over."""
        self.stack.setCurrentWidget(page)
        self.notes.setVisible(self.noted and page is not self.blank)

    def _enlarge(self) -> None:
        self._scale = zoom_for(ROOM, self.size(), self._zoom)
        self.setStyleSheet(sheet(self._theme, self._scale))
        self.cases.enlarge(self._scale)
        self.notes.enlarge(self._theme, zoom_for(NOTES, self.size(), self._zoom))
        self._banner = _new_banner(self._lines, self._banner)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        self.stage.dress(theme, zoom)
        self.blank.theme = theme
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
        super().__init__("seminar.teacher", parent)
        self._theme, self._zoom, self._scale = theme, zoom, 0
        self.notes = NotesPane(pack, theme, zoom, alone=True)
        self.notes.requested.connect(self.requested)
        self._lines = column(self, gap=0)
        self._banner = Banner()
        self._lines.addWidget(self._banner)
        self._lines.addWidget(self.notes, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if zoom_for(NOTES, event.size(), self._zoom) != self._scale:
            self._enlarge()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take a theme and a zoom in percent."""
        self._theme, self._zoom = theme, zoom
        self._enlarge()

    def _enlarge(self) -> None:
        self._scale = zoom_for(NOTES, self.size(), self._zoom)
        self.setStyleSheet(sheet(self._theme, self._scale))
        self.notes.enlarge(self._theme, self._scale)
        self._banner = _new_banner(self._lines, self._banner)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme["paper"]))
        painter.end()
