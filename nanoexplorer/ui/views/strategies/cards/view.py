"""The list widget of a column: keyboard, opening groups, tips, and requests to select."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.strategies import Column
from nanoexplorer.documents.links import REFERENCE
from nanoexplorer.drawing.layout import LINK
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import GoTo, SelectStrategy
from nanoexplorer.ui.controls.long_list import LongList
from nanoexplorer.ui.views.strategies.cards.delegate import CardDelegate
from nanoexplorer.ui.views.strategies.cards.model import CardModel, CardRow, GroupRow


class CardList(LongList):
    """A column of cards and lines. Arrow keys walk, Enter selects or opens, Right opens a group,
    Left closes it or goes to it.
    """

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(pack, self)
        self.setModel(self.cards)
        self._delegate = CardDelegate(self.cards, pack.statuses, self, theme, zoom)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._chosen = ""

    def show_column(self, column: Column, searching: bool, selection: str) -> None:
        """Show a column, its scroll position and the selection kept."""
        if not self.isVisible():  # nothing to keep, and asking would lay out a first guess
            self.cards.show(column, searching)
            self._chosen = selection
            return
        place = self.place
        current = self.cards.row(self.currentIndex().row())
        self.cards.show(column, searching)
        self.show_selection(selection)
        if isinstance(current, CardRow) and self.cards.place(current.strategy) >= 0:
            self._make_current(self.cards.place(current.strategy))
        self.come_back(place)

    @override
    def height_of(self, row: int) -> int:
        return self._delegate.height(row)

    @override
    def alike(self) -> list[int]:
        return self.cards.sizes

    def show_selection(self, selection: str, *, follow: bool = True) -> None:
        """Mark the selected strategy where it is in this column, and go there."""
        self._chosen = selection
        row = self.cards.place(selection)
        if row < 0:
            self.clearSelection()
        elif follow:
            self.setCurrentIndex(self.cards.index(row))
        else:
            flag = self.selectionModel().SelectionFlag.ClearAndSelect
            self.selectionModel().select(self.cards.index(row), flag)

    def reveal(self, strategy: str) -> bool:
        """Scroll to a strategy, its group opened; False if it isn't in this column."""
        row = self.cards.reveal(strategy)
        if row >= 0:
            self.setCurrentIndex(self.cards.index(row))
            self.scrollTo(self.cards.index(row))
        return row >= 0

    def _make_current(self, row: int) -> None:
        flag = self.selectionModel().SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.cards.index(row), flag)

    def _activate(self, index: QModelIndex, opening: bool = True) -> None:
        row = self.cards.row(index.row())
        if isinstance(row, CardRow):
            self.requested.emit(SelectStrategy(row.strategy))
        elif row is not None and opening:
            self._toggle(index.row())

    def _toggle(self, row: int) -> None:
        """Open or close what a row opens, and stay on it."""
        place, last = self.place, self.cards.rowCount() - 1
        if not self.cards.toggle(row):
            return
        self.show_selection(self._chosen, follow=False)
        self._make_current(row if row < last else self.cards.rowCount() - 1)
        self.come_back(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        index = self.currentIndex()
        row = self.cards.row(index.row())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._activate(index)
        elif isinstance(row, GroupRow) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if row.opened == (key == Qt.Key.Key_Left):
                self._toggle(index.row())
        elif key == Qt.Key.Key_Left and (home := self.cards.parent_row(index.row())) >= 0:
            self._make_current(home)
            self.scrollTo(self.currentIndex())
        else:
            super().keyPressEvent(event)
            if self.currentIndex() != index:  # walking through the cards reads them one by one
                self._activate(self.currentIndex(), opening=False)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        reference = self._reference_at(place)
        if reference:
            self.show_selection(self._chosen, follow=False)  # the press has marked the card
            self.requested.emit(GoTo("references", reference))
        else:
            self._activate(self.indexAt(place))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        leads = bool(self._reference_at(event.position().toPoint()))
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.PointingHandCursor if leads else shapes.ArrowCursor)

    def _reference_at(self, place: QPoint) -> str:
        """The reference that stands at a place, if one does."""
        index = self.indexAt(place)
        if not index.isValid():
            return ""
        spot = self._delegate.spot(index.row(), QPointF(place - self.visualRect(index).topLeft()))
        return spot.which.removeprefix(REFERENCE) if spot and spot.kind == LINK else ""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_selection(self._chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        current = self.visualRect(self.currentIndex())
        seen = current.isValid() and current.intersects(QRect(QPoint(0, 0), event.oldSize()))
        super().resizeEvent(event)
        if seen and event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())  # the inspector has opened below
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        clicked = event.reason() is Qt.FocusReason.MouseFocusReason  # it must not scroll away
        if not clicked and not self.currentIndex().isValid() and self.cards.rowCount():
            self._make_current(0)
