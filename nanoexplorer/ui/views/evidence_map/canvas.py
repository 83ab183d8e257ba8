"""The evidence map to point at and to walk through: a cell at a time, with mouse or keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QStyle, QToolTip

from nanoexplorer.core.evidence import Status
from nanoexplorer.documents.evidence_map import MapWords
from nanoexplorer.drawing.evidence_map.grid import NO_GRID, Grid
from nanoexplorer.drawing.evidence_map.layout import needed_height
from nanoexplorer.drawing.evidence_map.paint import Place
from nanoexplorer.drawing.evidence_map.picture import EvidenceMapFigure
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.drawing.status_marks import legend_at
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring, rings
from nanoexplorer.words import evidence_map as evidence_map_words

LEAST_HEIGHT: Final = 90
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class EvidenceCanvas(QGraphicsView):
    """Shows a map, and tells which cell was chosen or opened; labels stay in sight."""

    chosen = Signal(object)
    """The strategies of the cell that was clicked, or at which Enter was pressed."""
    opened = Signal(int)
    """The row that was double-clicked."""

    def __init__(self, theme: Theme, zoom: int) -> None:
        super().__init__()
        self._zoom = zoom
        self._words: MapWords | None = None
        self.strategies: dict[Place, tuple[str, ...]] = {}
        self._cursor = (0, 0)
        self._selection = ""
        self.figure = EvidenceMapFigure()
        stage = QGraphicsScene(self)
        stage.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        stage.addItem(self.figure)
        self.setScene(stage)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rings().changed.connect(self._mark)
        self.setMouseTracking(True)
        self.setMinimumHeight(scaled(LEAST_HEIGHT, zoom))
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take another theme; the map is drawn anew afterwards."""
        self._theme = theme
        self.setBackgroundBrush(QColor(theme["paper"]))

    def show_map(self, words: MapWords) -> None:
        """Draw a map; the cursor keeps its place where the grid stays the same."""
        if self._words is None or self._words.shown.kind != words.shown.kind:
            self._cursor = next(iter(words.cells), (0, 0))
        self._words = words
        self.strategies = {place: cell.strategies for place, cell in words.cells.items()}
        self.setAccessibleDescription(words.whole)
        self._lay_out()
        self._mark()

    def _lay_out(self) -> None:
        if self._words is None:
            return
        room = self.maximumViewportSize()
        wide, tall = room.width(), room.height()
        if needed_height(self._words, self._zoom, wide, tall) > tall:
            wide -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self.figure.show_map(self._words, self._theme, self._zoom, wide, tall)
        self.setSceneRect(self.figure.boundingRect())
        self._pin()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the map out anew; what was in sight and is selected stays in sight."""
        super().resizeEvent(event)
        self._lay_out()
        if self._homes():
            self._reveal()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._pin()

    def _pin(self) -> None:
        corner = self.mapToScene(0, 0)
        self.figure.pin_labels(corner.x(), corner.y())

    def select(self, strategy: str) -> None:
        """Mark the cells of a strategy, and go to the first of them."""
        self._selection = strategy
        homes = self._homes()
        if homes and self._cursor not in homes:
            self._cursor = homes[0]
            self._reveal()
        self._mark()

    def _homes(self) -> list[Place]:
        return [place for place, found in self.strategies.items() if self._selection in found]

    def _mark(self) -> None:
        cursor = self._cursor if has_ring(self) and self._is_there() else None
        self.figure.mark(frozenset(self._homes()), cursor)
        if self._words:
            here = self._words.cell(*self._cursor) if self._is_there() else ""
            self.setAccessibleName(evidence_map_words.AT.format(cell=here))
            self.viewport().setAccessibleName(self.accessibleName())

    def _is_there(self) -> bool:
        grid = self.grid
        return self._cursor[0] < len(grid.rows) and self._cursor[1] < len(grid.columns)

    def _reveal(self) -> None:
        """Scroll until the cursor's cell is in sight and not behind the labels."""
        if self._is_there():
            grid = self.grid
            cell = grid.cell(*self._cursor)
            self.ensureVisible(cell.adjusted(-grid.left, -grid.top, 0, 0), 0, 0)
            self.ensureVisible(cell, 0, 0)

    @property
    def grid(self) -> Grid:
        """Where the cells are in the scene."""
        return self.figure.sheet.grid if self.figure.sheet else NO_GRID

    def row_label(self, row: int) -> str:
        """The label of a row in full; the empty string outside the rows."""
        rows = self._words.rows if self._words else ()
        return rows[row] if 0 <= row < len(rows) else ""

    def place_at(self, point: QPoint) -> Place:
        """Row and column at a point of the viewport; -1 stands for labels and what is outside."""
        grid = self.grid
        row, column = grid.at(self.mapToScene(point))
        if point.y() < grid.top:  # a slanted label is that of the column at its foot
            return -1, grid.at(QPointF(self.mapToScene(point).x(), point.y()))[1]
        return row, -1 if point.x() < grid.left else column

    def cell_box(self, row: int, column: int) -> QRect:
        """Where a cell is in the viewport."""
        return self.mapFromScene(self.grid.cell(row, column)).boundingRect()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to a cell and chooses it."""
        place = self.place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and -1 not in place:
            self._go(place)
            self._choose()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing: the press has chosen."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row, _ = self.place_at(event.position().toPoint())
        if row >= 0:
            self.opened.emit(row)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.place_at(event.position().toPoint()) in self.strategies
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            if explained := self.explained(event.pos()):
                QToolTip.showText(event.globalPos(), plain_tip(explained), self.viewport())
            else:
                self._tip(self.place_at(event.pos()), event.globalPos())
            return True
        return super().viewportEvent(event)

    def tip(self, place: Place) -> str:
        """What is said of a cell, or of a label; the empty string where there is neither."""
        if self._words is None or place == (-1, -1):
            return ""
        return self._words.label(*place) if -1 in place else self._words.cell(*place)

    def explained(self, point: QPoint) -> str:
        """What the sign of the legend at a point of the viewport means; else the empty string."""
        sheet = self.figure.sheet
        if sheet is None or self._words is None:
            return ""
        here = self.mapToScene(point) - QPointF(self.mapToScene(0, 0).x(), 0)
        found = legend_at(sheet.legend, sheet.statuses, sheet.zoom, here)
        return self._words.status(found) if isinstance(found, Status) else found or ""

    def _tip(self, place: Place, where: QPoint) -> None:
        box = QRect() if -1 in place else self.cell_box(*place)
        QToolTip.showText(where, plain_tip(self.tip(place)), self.viewport(), box)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter chooses, Ctrl+Enter opens the row."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._walk(*_STEPS[key])
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(self._cursor[0])
        elif key in _ENTER:
            self._choose()
        else:
            event.ignore()

    def _walk(self, down: int, right: int) -> None:
        grid = self.grid
        row, column = self._cursor[0] + down, self._cursor[1] + right
        if 0 <= row < len(grid.rows) and 0 <= column < len(grid.columns):
            self._go((row, column))
            below = self.cell_box(row, column).bottomRight()
            self._tip((row, column), self.viewport().mapToGlobal(below))

    def _go(self, place: Place) -> None:
        self._cursor = place
        self._reveal()
        self._mark()

    def _choose(self) -> None:
        self.chosen.emit(self.strategies.get(self._cursor, ()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()
