"""A list of rows of many heights that may be very long: what nobody sees is not laid out.

The toolkit's own list lays out every row before it paints the first one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.heights import Heights

if TYPE_CHECKING:  # the bindings make a class when it is first named: a start names few
    from PySide6.QtCore import QItemSelection, QItemSelectionModel

MANY: Final = 64
"""Rows up to which a list is laid out whole: its scroll bar is right from the beginning."""
Index = QModelIndex | QPersistentModelIndex
_OVER: Final = (QEvent.Type.HoverEnter, QEvent.Type.HoverMove, QEvent.Type.MouseMove)
_GONE: Final = (QEvent.Type.HoverLeave, QEvent.Type.Leave)
_Hint = QAbstractItemView.ScrollHint
_Action = QAbstractItemView.CursorAction
_STEPS: Final = {
    _Action.MoveUp: -1,
    _Action.MovePrevious: -1,
    _Action.MoveDown: 1,
    _Action.MoveNext: 1,
}


class Place(NamedTuple):
    """Where one is in a list: the first row in view, how many px of it are above, and of all."""

    row: int
    above: int
    offset: int


class LongList(QListView):
    """One column that scrolls by px. A row is laid out when it comes into view; until then it is
    taken to be as high as the first of those like it, and the scroll bar with it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = Heights()
        self._hovered = -1
        self._going = False
        # Asked for a viewport that was not made here, the bindings build every class of widget
        # there is in order to tell which of them it is: 15 ms.
        self.setViewport(QWidget())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @abstractmethod
    def height_of(self, row: int) -> int:
        """How high a row is, in px, in the width that there is: it is laid out for that."""

    @abstractmethod
    def alike(self) -> Iterable[int]:
        """How many rows look alike, one stretch of them after the other."""

    @property
    def place(self) -> Place:
        """Where one is in the list."""
        self.executeDelayedItemsLayout()
        offset = self._offset
        row = self._heights.at(offset)
        return Place(row, offset - self._heights.tops[row], offset)

    def come_back(self, place: Place) -> None:
        """Go where one was before the rows changed."""
        self.executeDelayedItemsLayout()
        rows = len(self._heights)
        if rows <= MANY:
            self._go(place.offset)
        elif place.row >= rows:
            self.scrollTo(self.model().index(rows - 1, 0))
        else:  # px would count rows that are guessed at
            self._learn(place.row)
            self._go(self._heights.tops[place.row] + place.above)

    @property
    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def _port(self) -> int:
        return self.viewport().height()

    def _go(self, offset: int) -> None:
        self._going = True  # to where all is laid out that has to be
        self._set_range()
        self.verticalScrollBar().setValue(offset)
        self._going = False

    def _set_range(self) -> None:
        bar, port = self.verticalScrollBar(), self._port
        bar.setPageStep(port)
        bar.setRange(0, max(0, self._heights.tops[-1] - port))

    def _learn(self, row: int) -> int:
        """The height of a row, which is laid out for that if it was not yet."""
        if not self._heights.knows(row):
            self._heights.learn(row, self.height_of(row))
        return self._heights[row]

    def _learn_above(self, row: int, room: int) -> None:
        """Lay out what fits into a room above a row."""
        while row > 0 and room > 0:
            row -= 1
            room -= self._learn(row)

    def _seen(self) -> range:
        """The rows in view, each laid out."""
        first, above, _ = self.place
        room, row = self._port + above, first
        while room > 0 and row < len(self._heights):
            room -= self._learn(row)
            row += 1
        return range(first, row)

    @override
    def doItemsLayout(self) -> None:
        guesses, row = [], 0
        for rows in self.alike() if self.model() is not None else ():
            guesses.append((rows, self.height_of(row)))
            row += rows
        self._heights = Heights(guesses)
        for row in range(len(self._heights) if len(self._heights) <= MANY else 0):
            self._learn(row)
        QAbstractItemView.doItemsLayout(self)

    @override
    def updateGeometries(self) -> None:
        self._set_range()
        if self._heights:
            self.verticalScrollBar().setSingleStep(self._heights[0])
        QAbstractItemView.updateGeometries(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self._seen()
        self._set_range()  # which may move a list that has come to its end
        rows = self._seen()
        painter = QPainter(self.viewport())
        for row in rows:
            index = self.model().index(row, 0)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)
            if row == self._hovered:
                option.state |= QtWidgets.QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in _OVER:
            place = cast("QtGui.QSinglePointEvent", event).position()
            self._hovered = self.indexAt(place.toPoint()).row()
        elif event.type() in _GONE:
            self._hovered = -1
        return super().viewportEvent(event)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What comes into view above pushes down what was there: that stays where it is; and the
        end of the bar is the end of the list.
        """
        old, wanted = self._offset + dy, self._offset
        if self._going:
            pass
        elif self._offset == self.verticalScrollBar().maximum():
            self._learn_above(len(self._heights), self._port)
            wanted = self._heights.tops[-1]
        elif 0 < dy <= self._port:
            row = self._heights.at(old)
            above = old - self._heights.tops[row]
            self._learn_above(row, dy - above)
            wanted = self._heights.tops[row] + above - dy
        if wanted != self._offset:
            self._go(wanted)
        self.viewport().update()

    @override
    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        self.executeDelayedItemsLayout()
        row = index.row()
        if not 0 <= row < len(self._heights):
            return
        high = self._learn(row)
        tops, offset = self._heights.tops, self._offset
        if hint == _Hint.EnsureVisible:
            if tops[row] >= offset and tops[row] + high <= offset + self._port:
                return
            below = tops[row] > offset and high < self._port
            hint = _Hint.PositionAtBottom if below else _Hint.PositionAtTop
        free = max(0, self._port - high)
        room = {_Hint.PositionAtTop: 0, _Hint.PositionAtCenter: free // 2}.get(hint, free)
        self._learn_above(row, room)
        self._go(self._heights.tops[row] - room)

    @override
    def visualRect(self, index: Index) -> QRect:
        self.executeDelayedItemsLayout()
        row = index.row()
        if not 0 <= row < len(self._heights):
            return QRect()
        top = self._heights.tops[row] - self._offset
        return QRect(0, top, self.viewport().width(), self._heights[row])

    @override
    def indexAt(self, place: QPoint) -> QModelIndex:
        self.executeDelayedItemsLayout()
        y = place.y() + self._offset
        if not (self._heights and 0 <= y < self._heights.tops[-1]):
            return QModelIndex()
        return self.model().index(self._heights.at(y), 0)

    @override
    def verticalOffset(self) -> int:
        return self._offset

    @override
    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        self.executeDelayedItemsLayout()
        row = self.currentIndex().row()
        last = len(self._heights) - 1
        if row < 0 or last < 0 or action == _Action.MoveHome:
            row = 0
        elif action == _Action.MoveEnd:
            row = last
        elif action in (_Action.MovePageDown, _Action.MovePageUp):
            row = self._a_page_from(row, down=action == _Action.MovePageDown)
        else:
            row += _STEPS.get(action, 0)
        return self.model().index(max(0, min(row, last)), 0)

    def _a_page_from(self, row: int, *, down: bool) -> int:
        step, room, page = (1 if down else -1), self._port, row
        while 0 <= page + step < len(self._heights) and room > 0:
            room -= self._learn(page)
            page += step
        return page

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.center()), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QtGui.QRegion:
        region, first = QtGui.QRegion(), self.place.row
        for picked in selection.toList():
            for row in range(max(first, picked.top()), picked.bottom() + 1):
                rect = self.visualRect(self.model().index(row, 0))
                if rect.top() > self._port:
                    break
                region += rect
        return region
