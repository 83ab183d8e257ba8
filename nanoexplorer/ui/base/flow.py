"""A layout that sets widgets like words: beside each other, and on where a line is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from nanoexplorer.overriding import override


class Flow(QLayout):
    """Widgets in lines, each as wide as it asks for and no wider than there is room.

    One whose policy is to expand takes what its line has left beyond its minimum, as far as its
    maximum.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self.addChildWidget(widget)
            self.addItem(QWidgetItem(widget))

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _arrange(self, room: QRect, move: bool) -> int:
        """Place the widgets, or only reckon; returns the height that they take."""
        at, tall = QPoint(room.topLeft()), 0
        lines: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size, least = item.sizeHint(), item.minimumSize().width()
            width = least if _expands(item) else min(size.width(), max(room.width(), least))
            if at.x() > room.x() and at.x() + width > room.x() + room.width():
                at, tall = QPoint(room.x(), at.y() + tall + self.spacing()), 0
            lines.append((item, QRect(at, QSize(width, size.height()))))
            at.setX(at.x() + width + self.spacing())
            tall = max(tall, size.height())
        if move:
            _place(_filled(lines, room.right()))
        return at.y() + tall - room.y()


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _filled(lines: list[tuple[QLayoutItem, QRect]], right: int) -> list[tuple[QLayoutItem, QRect]]:
    """The same places, what is left of each line taken by what expands."""
    made: list[tuple[QLayoutItem, QRect]] = []
    for top in dict.fromkeys(box.y() for _, box in lines):
        line = [(item, box) for item, box in lines if box.y() == top]
        left, moved = right - line[-1][1].right(), 0
        for item, box in line:
            more = 0
            if _expands(item):
                more = max(0, min(left, item.maximumSize().width() - box.width()))
            made.append((item, box.translated(moved, 0).adjusted(0, 0, more, 0)))
            left, moved = left - more, moved + more
    return made


def _place(lines: list[tuple[QLayoutItem, QRect]]) -> None:
    """Give every item its place, in the middle of its line's height."""
    for item, box in lines:
        tall = max(other.height() for _, other in lines if other.y() == box.y())
        item.setGeometry(box.translated(0, (tall - box.height()) // 2))
