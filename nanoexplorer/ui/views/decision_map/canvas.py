"""Where the decision map is drawn on the screen: mouse, keyboard, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from nanoexplorer.documents.decision_map import MapWords
from nanoexplorer.drawing.decision_map.layout import lay_out
from nanoexplorer.drawing.decision_map.picture import MapItem
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring, rings

Cell = tuple[int, int]
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_CHOOSE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MapCanvas(pg.GraphicsView):  # type: ignore[misc]
    """Draws the map as high as it is; the arrow keys walk, Enter and a click choose a cell."""

    cell_chosen = Signal(int, int)
    cell_looked_at = Signal(object)
    """The (row, column) under the mouse or of the keyboard; None where there is none."""
    cell_walked_to = Signal(object)
    """Where on this widget the keyboard has walked to: the rectangle of a cell."""

    _item: MapItem | None = None
    """Of the class, since the toolkit's canvas resizes itself while it is made."""

    def __init__(self, zoom: int, tip: Callable[[Cell], str]) -> None:
        super().__init__(background=None)
        self.setObjectName("decision-map.canvas")
        self._zoom, self._tip = zoom, tip
        self._walked: Cell | None = None
        self._pressed: Cell | None = None
        self.setMinimumHeight(1)
        self.viewport().setAutoFillBackground(False)
        rings().changed.connect(self._ring)

    def show_map(self, words: MapWords, theme: Theme, zoom: int) -> None:
        """Draw a map; the keyboard's place stays if the map still has it."""
        self._zoom = zoom
        layout = lay_out(words, self._room(), zoom)
        if self._item is None:
            self._item = MapItem(words, layout, theme)
            self.scene().addItem(self._item)
        self._item.show_map(words, layout, theme)
        self._fit()
        self._walk_to(words.here if not self._has(self._walked) else self._walked)

    def _room(self) -> float:
        return float(self.width())

    def _fit(self) -> None:
        assert self._item
        self.setMinimumWidth(ceil(self._item.layout.least))
        self.setFixedHeight(ceil(self._item.layout.height))

    def _has(self, cell: Cell | None) -> bool:
        if cell is None or self._item is None:
            return False
        words = self._item.words
        return cell[0] < len(words.rows) and cell[1] < len(words.columns)

    def _walk_to(self, cell: Cell | None) -> None:
        self._walked = cell
        if self._item:
            self._item.walk(cell if has_ring(self) else None)

    def _ring(self) -> None:
        self._walk_to(self._walked)

    def cell_box(self, cell: Cell) -> QRect:
        """Where a cell is, in px of this widget."""
        assert self._item
        box: QRectF = self._item.layout.box(*cell)
        return box.toAlignedRect()

    def _cell_at(self, at: QPoint) -> Cell | None:
        return self._item.layout.cell_at(self.mapToScene(at)) if self._item else None

    def tip_at(self, at: QPoint) -> str:
        """What the cell, line, heading or sign at a point says, as a tooltip."""
        if self._item is None:
            return ""
        cell = self._cell_at(at)
        item = self._item
        said = self._tip(cell) if cell else item.layout.explained(item.words, self.mapToScene(at))
        return plain_tip(said)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._item and event.size().width() != event.oldSize().width():
            item = self._item
            self.show_map(item.words, item.theme, self._zoom)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, choose with Enter; everything else is not ours."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self._walked:
            target = self._walked[0] + step[0], self._walked[1] + step[1]
            if min(target) >= 0 and self._has(target):
                self._walk_to(target)
                self.cell_looked_at.emit(target)
                self.cell_walked_to.emit(self.cell_box(target))
        elif event.key() in _CHOOSE and self._walked:
            self.cell_chosen.emit(*self._walked)
        else:
            event.ignore()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._cell_at(event.position().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and cell and cell == self._pressed:
            self._walk_to(cell)
            self.cell_chosen.emit(*cell)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.cell_looked_at.emit(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first of the two clicks has said it all."""

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.cell_looked_at.emit(None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """What is around the map scrolls."""
        event.ignore()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos())
            box = self.cell_box(cell) if cell else QRect()
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self, box)
            return True
        done: bool = super().viewportEvent(event)
        return done

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._walk_to(self._walked)
        self.cell_looked_at.emit(self._walked)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._walk_to(self._walked)
        self.cell_looked_at.emit(None)
