"""What a search found, in a panel below the search box, in every view."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.documents.found_hits import Hit
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import GoTo, Search
from nanoexplorer.ui.base.scrolling import hide_idle_handle
from nanoexplorer.ui.base.widgets import column, put
from nanoexplorer.ui.shell.search_rows import All, FoundCells, FoundModel, Instead
from nanoexplorer.words import search as words

WIDTH: Final = 620
GAP: Final = 4
_GO: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchPanel(QFrame):
    """Stands over its parent below a box that is typed in. The arrow keys walk through it, Enter or
    a click goes to a hit, Escape goes back to the box.
    """

    requested = Signal(object)
    box_requested = Signal()
    """The keyboard goes back to the box."""
    typed = Signal(object)
    """A key that is for the box."""
    left = Signal()
    """The keyboard has gone somewhere."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.setObjectName("search")
        self._over, self._zoom = parent, zoom
        self.found = FoundModel(pack, self)
        self.list = _FoundList(self)
        self._delegate = FoundCells(self.found, self.list, theme, zoom)
        self.list.setModel(self.found)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(self._go)
        put(column(self, margin=GAP), self.list)
        self.hide()

    def show_found(self, profile: Profile, text: str, below: QWidget) -> None:
        """Show what a search finds, below a box."""
        self.found.show(profile, text)
        self._take_place(below)
        self._choose(self.found.first)
        self.list.scrollToTop()
        below.setAccessibleDescription(words.counted(self.found.counts))
        self.show()
        self.raise_()

    def _take_place(self, below: QWidget) -> None:
        """As high as its rows where there is room, its right edge below that of the box."""
        over = self._over
        wide = min(scaled(WIDTH, self._zoom), over.width() - 2 * GAP)
        edge = over.mapFromGlobal(below.mapToGlobal(QPoint(below.width(), 0))).x()
        right = min(over.width() - GAP, edge)
        rows = range(len(self.found.rows))
        inside = wide - 2 * GAP
        high = sum(self._delegate.height(n, inside) for n in rows[:_MOST_ROWS]) + 2 * GAP + 4
        most = over.height() - 4 * GAP
        self.setGeometry(max(GAP, right - wide), GAP, wide, min(high, most))

    def enter(self) -> None:
        """Take the keyboard into the list, where its first hit is marked."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def go_first(self) -> None:
        """Go to the best hit."""
        self._go(self.found.index(self.found.first, 0))

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.list.setCurrentIndex(self.found.index(place, 0))

    def _go(self, index: QModelIndex) -> None:
        row = self.found.row(index.row())
        if isinstance(row, Hit):
            self.hide()
            self.requested.emit(GoTo(row.group, row.id))
            self.requested.emit(Search(""))  # what one has found is no filter
        elif isinstance(row, Instead):
            self.box_requested.emit()
            self.requested.emit(Search(row.search))
        elif isinstance(row, All):
            self.found.show_all(row.group)
            self._choose(index.row())
            self.list.scrollTo(self.found.index(index.row(), 0))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key in the list asks for; False where it walks as in any list."""
        if event.key() in _GO:
            self._go(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() <= self.found.first
        ):
            self.box_requested.emit()
        elif event.key() == Qt.Key.Key_Backspace or event.text().strip():
            self.box_requested.emit()
            self.typed.emit(event)
        else:
            return False
        return True


_MOST_ROWS: Final = 60
"""Rows that are measured: more never fit."""


class _FoundList(QListView):
    """The list in the panel."""

    def __init__(self, panel: SearchPanel) -> None:
        super().__init__()
        self._panel = panel
        self.setObjectName("search.list")
        self.setAccessibleName(words.LIST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.entered.connect(self._point)
        hide_idle_handle(self)

    def _point(self, index: QModelIndex) -> None:
        """The row under the pointer is the one that Enter goes to."""
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._panel.press(event):
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._panel.left.emit()
