"""The header: the app's name, the pack's, the search box, and the menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from nanoexplorer import strings
from nanoexplorer.ui.widgets import label, row

SEARCH_WIDTH = 300


class Header(QFrame):
    """Sends what is searched for as it is typed."""

    searched = Signal(str)

    def __init__(self, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setObjectName("header")
        self.pack = label("", "muted", name="header.pack")
        self.search = SearchBox()
        self.search.setFixedWidth(SEARCH_WIDTH * zoom // 100)
        self.menu = QPushButton(strings.MENU)
        self.menu.setObjectName("header.menu")
        line = row(self, gap=12)
        line.setContentsMargins(18, 8, 18, 8)
        first, second = strings.BRAND
        names = row(gap=0)
        names.addWidget(label(first, "brand"))
        names.addWidget(label(second, "brand-accent"))
        line.addLayout(names)
        line.addWidget(self.pack)
        line.addStretch(1)
        line.addWidget(self.search)
        line.addWidget(self.menu)
        self.search.textChanged.connect(self.searched)

    def show_pack(self, title: str, version: str) -> None:
        self.pack.setText(strings.PACK_LINE.format(title=title, version=version))

    def show_search(self, text: str) -> None:
        """Show what is searched for without moving the cursor of someone who is typing."""
        if self.search.text() != text:
            self.search.setText(text)


class SearchBox(QLineEdit):
    """A line to type in; Escape empties it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header.search")
        self.setProperty("role", "search")
        self.setPlaceholderText(strings.SEARCH_HINT)
        self.setAccessibleName(strings.SEARCH_NAME)
        self.setClearButtonEnabled(False)
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
