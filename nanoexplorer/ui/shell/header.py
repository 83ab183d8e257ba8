"""The header: the app's name, the pack's, the search box, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import Search
from nanoexplorer.ui.base.widgets import row
from nanoexplorer.ui.controls.chevrons import MenuButton
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.shell.brand import Brand
from nanoexplorer.words import search as search_words
from nanoexplorer.words import window as words

SEARCH_WIDTH = 300
SEARCH_LEAST = 120
MENU_KEYS = ("F10", "Alt+M")
_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Header(QFrame):
    """Requests a search as it is typed."""

    requested = Signal(object)

    def __init__(self, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setObjectName("header")
        self.pack = elided("", "muted", name="header.pack")
        self.search = SearchBox(zoom)
        self.menu = MenuButton(words.MENU, zoom)
        self.menu.setObjectName("header.menu")
        line = row(self, gap=12)
        line.setContentsMargins(18, 8, 18, 8)
        line.addWidget(Brand())
        line.addWidget(self.pack)
        line.addStretch(1)
        line.addWidget(self.search)
        line.addWidget(self.menu)
        self.search.textChanged.connect(lambda text: self.requested.emit(Search(text)))
        for keys in MENU_KEYS:
            QShortcut(keys, self).activated.connect(self.menu.showMenu)

    def show_pack(self, title: str, version: str) -> None:
        """Show the pack's title and version."""
        self.pack.setText(words.PACK_LINE.format(title=title, version=version))

    def show_search(self, text: str) -> None:
        """Show what is searched for without moving the cursor of someone who is typing."""
        if self.search.text() != text:
            self.search.setText(text)


class SearchBox(QLineEdit):
    """A line to type in, narrower where there is no room; Escape empties it. What it finds is
    shown elsewhere: Down and Enter are handed on.
    """

    walked = Signal()
    """Down: into what is found."""
    entered = Signal()
    """Enter: to the best of what is found."""
    left = Signal()
    """The keyboard has gone somewhere."""

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self.in_use = False
        """Whether somebody types in it, be its window the active one or not."""
        self._width = scaled(SEARCH_WIDTH, zoom)
        self.setObjectName("header.search")
        self.setProperty("role", "search")
        self.setPlaceholderText(search_words.HINT)
        self.setAccessibleName(search_words.NAME)
        self.setClearButtonEnabled(False)
        self.setMaxLength(200)
        self.setMinimumWidth(scaled(SEARCH_LEAST, zoom))
        self.setMaximumWidth(self._width)
        self.textEdited.connect(self._use)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.walked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _use(self) -> None:
        self.in_use = True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.in_use = True

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another window, or a menu, takes the keyboard for a while only."""
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_WHILE:
            self.in_use = False
            self.left.emit()
