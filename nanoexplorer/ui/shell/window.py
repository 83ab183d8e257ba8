"""The window: header, banner and a place for the gate, the content, or a broken pack's problems.

It shows itself before there is any content, so that something stands there at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QWidget

from nanoexplorer.overriding import override
from nanoexplorer.ui.base.settings import as_bytes, as_text
from nanoexplorer.ui.base.widgets import column, put
from nanoexplorer.ui.shell.banner import Banner
from nanoexplorer.words import common
from nanoexplorer.words import window as words
from nanoexplorer.words.common import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import Qt

FIRST_SIZE = (1440, 900)
LEAST_SIZE = (820, 560)
FRAME = (16, 48)
"""Px that a desktop's frame with its title may take, before anyone can ask how much it does."""
_CHANGED = "[*]"
"""Where in a title the toolkit puts its mark; twice where it is meant as it stands."""


def first_size(room: QRect) -> QSize:
    """How large a window opens for the first time, on a screen with so much room."""
    return QSize(*FIRST_SIZE).boundedTo(room.size() - QSize(*FRAME))


def least_size(room: QRect) -> QSize:
    """How small it may be made; on a small screen, or one that a desktop enlarges, smaller yet."""
    return QSize(*LEAST_SIZE).boundedTo(room.size() - QSize(*FRAME))


class Window(QMainWindow):
    """The frame around everything. `closing` comes while all its parts are still there."""

    closing = Signal()
    stands_there = Signal()
    """Once, after the first paint."""
    desktop_changed = Signal()
    """The desktop went dark or light; a signal of ours, for the application outlives the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(common.APP)
        self._painted = False
        room = self.screen().availableGeometry()
        self.setMinimumSize(least_size(room))
        self.resize(first_size(room))
        self.stack = QStackedWidget()
        self.stack.setObjectName("window.stack")
        self.content = QFrame()
        self.content.setProperty("role", "paper")
        self._banner = Banner()
        self.content_lines = put(column(self.content, gap=0), self._banner)
        self._parts: tuple[QWidget, ...] = ()
        self._warned: tuple[str, Callable[[], object]] = "", lambda: None
        self.projecting = False
        """Whether the view fills the screen."""
        self._geometry = ""
        self._state: Qt.WindowState | None = None
        self.stack.addWidget(self.content)
        self.setCentralWidget(self.stack)

    def show_over(self, page: QWidget) -> None:
        """Show a page in place of the content."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def show_content(self) -> None:
        """Show the content, and let go of any page that stood over it."""
        self.stack.setCurrentWidget(self.content)
        for place in reversed(range(self.stack.count())):
            page = self.stack.widget(place)
            if page is not None and page is not self.content:
                self.stack.removeWidget(page)
                page.deleteLater()

    def fill(self, header: QWidget, body: QWidget, foot: QWidget, whose: str = "") -> None:
        """Put the content in, the header above the banner; what stood there is let go.

        `whose`: what the banner says of a pack that is not ours.
        """
        for part in self._parts:
            part.hide()
            self.content_lines.removeWidget(part)  # or the banner would change its place
            part.deleteLater()
        if self._parts:  # another zoom: a styled label keeps the font that it was made with
            old, self._banner = self._banner, Banner()
            self.content_lines.replaceWidget(old, self._banner)
            old.hide()
            old.deleteLater()
        self._banner.tell(whose)
        self._banner.warn(*self._warned)
        self._parts = (header, body, foot)
        self.content_lines.insertWidget(0, header)
        self.content_lines.insertWidget(2, body, 1)
        self.content_lines.insertWidget(3, foot)
        self._show_parts()

    def warn(self, said: str, does: Callable[[], object] = lambda: None) -> None:
        """Say below the disclaimer what is wrong, and do this at a click; nothing for none."""
        self._warned = said, does
        self._banner.warn(said, does)

    def project(self, alone: bool) -> None:
        """Fill the screen with banner and view alone, or be again as before."""
        from PySide6.QtCore import Qt  # not before the first paint

        self.projecting = alone
        self._show_parts()
        if alone:
            self._geometry, self._state = self.geometry_text(), self.windowState()
            self.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        elif self._state is not None:
            self._geometry = ""
            self.setWindowState(self._state)

    def _show_parts(self) -> None:
        """At once, not when events come to it: what is hidden can't have the focus."""
        header, body, foot = self._parts
        body.show()
        for around in (header, foot):
            around.setVisible(not self.projecting)

    def name_what_is_open(self, name: str, *, changed: bool) -> None:
        """Say in the title what is open; what has unsaved changes is marked as the desktop does."""
        shown = one_line(name).replace(_CHANGED, 2 * _CHANGED)
        self.setWindowTitle(words.TITLE.format(name=shown + _CHANGED, app=common.APP))
        self.setWindowModified(changed)

    def geometry_text(self) -> str:
        """Size and place as text for the settings; while a view is projected those from before."""
        return self._geometry or as_text(self.saveGeometry().data())

    def restore_geometry(self, text: str) -> None:
        """Size and place as they were; a text that is none leaves them."""
        if text:
            self.restoreGeometry(as_bytes(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.stands_there.emit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with a key that has no Latin letter or digit: what that place has elsewhere."""
        from nanoexplorer.ui.base.key_places import chord_at  # not before the first paint

        keys = chord_at(event)
        for action in self.actions() if keys else ():
            if action.isEnabled() and keys in action.shortcuts():
                action.trigger()
                return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
