"""A map of cells on screen, to point at and to walk through with the arrow keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QToolTip

from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import rings
from nanoexplorer.ui.controls.cells import CHOOSE

Cell = tuple[int, int]
"""Row and column."""
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MapCanvas(QGraphicsView):
    """Says where one is; what a cell says, and what it means to choose one, each map knows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.here: Cell | None = None
        """The cell that the keyboard is at."""
        rings().changed.connect(self.mark)

    def stage(self, figure: QGraphicsItem) -> None:
        """Show a figure. It is in its scene before that is in sight: the plotting library asks any
        view that it finds for ranges of its own.
        """
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.addItem(figure)
        self.setScene(scene)

    def has(self, cell: Cell) -> bool:
        """Whether the map has a cell."""
        raise NotImplementedError

    def cell_at(self, at: QPoint) -> Cell | None:
        """The cell at a point of the viewport."""
        raise NotImplementedError

    def cell_box(self, cell: Cell) -> QRect:
        """Where a cell is in the viewport."""
        raise NotImplementedError

    def tip_at(self, at: QPoint) -> str:
        """What the cell, label or sign at a point of the viewport says."""
        raise NotImplementedError

    def choose(self, cell: Cell) -> None:
        """Ask for what a cell stands for."""
        raise NotImplementedError

    def mark(self) -> None:
        """Show where the keyboard is, or that it is not here."""
        raise NotImplementedError

    def walk_to(self, cell: Cell) -> None:
        """Go to a cell with the keyboard."""
        self.here = cell
        self.mark()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, choose with Enter; everything else is not ours."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self.here:
            target = self.here[0] + step[0], self.here[1] + step[1]
            if min(target) >= 0 and self.has(target):
                self.walk_to(target)
        elif event.key() in CHOOSE and self.here:
            self.choose(self.here)
        else:
            event.ignore()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        leads = self.cell_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self.show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def show_tip(self, at: QPoint, where: QPoint) -> None:
        """Show what is said at a point; `where` on the screen."""
        cell = self.cell_at(at)
        box = self.cell_box(cell) if cell else QRect()
        QToolTip.showText(where, plain_tip(self.tip_at(at)), self.viewport(), box)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.mark()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mark()
