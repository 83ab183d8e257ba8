"""The evidence map on screen: it scrolls under its labels, which stay in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStyle

from nanoexplorer.core.evidence import Status
from nanoexplorer.documents.evidence_map import MapWords
from nanoexplorer.drawing.evidence_map.grid import NO_GRID, Grid
from nanoexplorer.drawing.evidence_map.layout import needed_height
from nanoexplorer.drawing.evidence_map.paint import Place
from nanoexplorer.drawing.evidence_map.picture import EvidenceMapFigure
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.drawing.status_marks import legend_at
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring
from nanoexplorer.ui.controls.cells import CHOOSE
from nanoexplorer.ui.controls.map_canvas import Cell, MapCanvas
from nanoexplorer.words import evidence_map as evidence_map_words

LEAST_HEIGHT: Final = 90


class EvidenceMapCanvas(MapCanvas):
    """A click or Enter chooses a cell, a double click or Ctrl+Enter opens its row."""

    chosen = Signal(object)
    """The strategies of the cell that was clicked, or at which Enter was pressed."""
    opened = Signal(int)
    """The row that was double-clicked."""

    def __init__(self, theme: Theme, zoom: int) -> None:
        super().__init__("evidence-map.canvas")
        self._zoom = zoom
        self._words: MapWords | None = None
        self.strategies: dict[Place, tuple[str, ...]] = {}
        self._selection = ""
        self.figure = EvidenceMapFigure()
        self.stage(self.figure)
        self.setMinimumHeight(scaled(LEAST_HEIGHT, zoom))
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take another theme; the map is drawn anew afterwards."""
        self._theme = theme
        self.setBackgroundBrush(QColor(theme["paper"]))

    def show_map(self, words: MapWords) -> None:
        """Draw a map; the keyboard keeps its place where the grid stays the same."""
        if self._words is None or self._words.shown.kind != words.shown.kind:
            self.here = next(iter(words.cells), (0, 0))
        self._words = words
        self.strategies = {place: cell.strategies for place, cell in words.cells.items()}
        self.setAccessibleDescription(words.whole)
        self._lay_out()
        self.mark()

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
        if self._of_selection():
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
        cells = self._of_selection()
        if cells and self.here not in cells:
            self.here = cells[0]
            self._reveal()
        self.mark()

    def _of_selection(self) -> list[Place]:
        return [place for place, found in self.strategies.items() if self._selection in found]

    @override
    def mark(self) -> None:
        here = self.here if self.here and self.has(self.here) else None
        self.figure.mark(frozenset(self._of_selection()), here if has_ring(self) else None)
        if self._words:
            said = self._words.cell(*here) if here else ""
            self.setAccessibleName(evidence_map_words.AT.format(cell=said))
            self.viewport().setAccessibleName(self.accessibleName())

    @override
    def has(self, cell: Cell) -> bool:
        return cell[0] < len(self.grid.rows) and cell[1] < len(self.grid.columns)

    def _reveal(self) -> None:
        """Scroll until the keyboard's cell is in sight and not behind the labels."""
        if self.here and self.has(self.here):
            grid = self.grid
            cell = grid.cell(*self.here)
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

    @override
    def cell_at(self, at: QPoint) -> Cell | None:
        place = self.place_at(at)
        return None if -1 in place else place

    @override
    def cell_box(self, cell: Cell) -> QRect:
        return self.mapFromScene(self.grid.cell(*cell)).boundingRect()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to a cell and chooses it."""
        cell = self.cell_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and cell:
            self._go(cell)
            self.choose(cell)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing: the press has chosen."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row, _ = self.place_at(event.position().toPoint())
        if row >= 0:
            self.opened.emit(row)

    @override
    def tip_at(self, at: QPoint) -> str:
        return self.explained(at) or self.tip(self.place_at(at))

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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in CHOOSE and held and self.here:
            self.opened.emit(self.here[0])
        else:
            super().keyPressEvent(event)

    @override
    def walk_to(self, cell: Cell) -> None:
        """Say what the cell says, as if the mouse rested on it."""
        self._go(cell)
        box = self.cell_box(cell)
        self.show_tip(box.center(), self.viewport().mapToGlobal(box.bottomRight()))

    def _go(self, cell: Cell) -> None:
        self.here = cell
        self._reveal()
        self.mark()

    @override
    def choose(self, cell: Cell) -> None:
        self.chosen.emit(self.strategies.get(cell, ()))
