"""The decision map on screen, as high as it is: what is around it scrolls."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent, QWheelEvent

from nanoexplorer.documents.decision_map import MapWords
from nanoexplorer.drawing.decision_map.layout import lay_out
from nanoexplorer.drawing.decision_map.picture import MapItem
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring
from nanoexplorer.ui.controls.map_canvas import Cell, MapCanvas


class DecisionMapCanvas(MapCanvas):
    """A click or Enter chooses a cell."""

    cell_chosen = Signal(int, int)
    cell_looked_at = Signal(object)
    """The (row, column) under the mouse or of the keyboard; None where there is none."""
    cell_walked_to = Signal(object)
    """Where on this widget the keyboard has walked to: the rectangle of a cell."""

    def __init__(self, zoom: int, tip: Callable[[Cell], str]) -> None:
        super().__init__("decision-map.canvas")
        self._zoom, self._tip = zoom, tip
        self._item: MapItem | None = None
        self._pressed: Cell | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(1)
        self.viewport().setAutoFillBackground(False)

    def show_map(self, words: MapWords, theme: Theme) -> None:
        """Draw a map; the keyboard's place stays if the map still has it."""
        layout = lay_out(words, float(self.width()), self._zoom)
        if self._item is None:
            self._item = MapItem(words, layout, theme)
            self.stage(self._item)
        self._item.show_map(words, layout, theme)
        self.setSceneRect(self._item.boundingRect())
        self.setMinimumWidth(ceil(layout.least))
        self.setFixedHeight(ceil(layout.height))
        if self.here is None or not self.has(self.here):
            self.here = words.here
        self.mark()

    @override
    def has(self, cell: Cell) -> bool:
        words = self._item.words if self._item else None
        return words is not None and cell[0] < len(words.rows) and cell[1] < len(words.columns)

    @override
    def mark(self) -> None:
        if self._item:
            self._item.walk(self.here if has_ring(self) else None)

    @override
    def cell_box(self, cell: Cell) -> QRect:
        assert self._item
        box: QRectF = self._item.layout.box(*cell)
        return box.toAlignedRect()

    @override
    def cell_at(self, at: QPoint) -> Cell | None:
        return self._item.layout.cell_at(self.mapToScene(at)) if self._item else None

    @override
    def tip_at(self, at: QPoint) -> str:
        if self._item is None:
            return ""
        cell, item = self.cell_at(at), self._item
        return self._tip(cell) if cell else item.layout.explained(item.words, self.mapToScene(at))

    @override
    def choose(self, cell: Cell) -> None:
        self.cell_chosen.emit(*cell)

    @override
    def walk_to(self, cell: Cell) -> None:
        super().walk_to(cell)
        self.cell_looked_at.emit(cell)
        self.cell_walked_to.emit(self.cell_box(cell))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._item and event.size().width() != event.oldSize().width():
            self.show_map(self._item.words, self._item.theme)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.cell_at(event.position().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and cell and cell == self._pressed:
            self.here = cell
            self.mark()
            self.choose(cell)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.cell_looked_at.emit(self.cell_at(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.cell_looked_at.emit(None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """What is around the map scrolls."""
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.cell_looked_at.emit(self.here)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.cell_looked_at.emit(None)
