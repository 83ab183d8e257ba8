"""Draws the evidence map into a graphics scene: a bubble a cell, a dot for a gap, and its legend.

All is in px, so that a scene of any size, on screen or leaving the app, is drawn alike.
"""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nanoexplorer.documents.evidence_map import MapWords
from nanoexplorer.drawing.evidence_map import paint
from nanoexplorer.drawing.evidence_map.layout import MapLayout, glyphs, make_sheet
from nanoexplorer.drawing.evidence_map.paint import Place
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.status_marks import bubble_pen
from nanoexplorer.overriding import override


class _Spots(pg.ScatterPlotItem):  # type: ignore[misc]
    """Spots in px of the scene, drawn whether or not a view looks at it."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(pxMode=True, useCache=False, antialias=True)
        self.setParentItem(parent)
        self.setAcceptHoverEvents(False)

    def viewRect(self) -> QRectF:
        return QRectF(-1e6, -1e6, 2e6, 2e6)


class _Layer(QGraphicsItem):
    """A part of the figure that a function draws, as large as the figure."""

    def __init__(self, parent: QGraphicsItem, draw: Callable[[QPainter], None]) -> None:
        super().__init__(parent)
        self._draw = draw

    @override
    def boundingRect(self) -> QRectF:
        return self.parentItem().boundingRect()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter)


class EvidenceMapFigure(QGraphicsItem):
    """The map and what explains it, without a title. `show_map` draws it into so many px, `sheet`
    then says where everything is; None before.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.sheet: MapLayout | None = None
        self.chosen: frozenset[Place] = frozenset()
        self._cursor: Place | None = None
        self._field = self._layer(lambda p, s: paint.draw_field(p, s, self._cursor))
        self._discs, self._glyphs = _Spots(self), _Spots(self)
        self._numbers = self._layer(paint.draw_numbers)
        self._frames = self._layer(lambda p, s: paint.draw_frames(p, s, self.chosen, self._cursor))
        self._foot = self._layer(paint.draw_foot)
        self._columns = self._layer(paint.draw_columns)
        self._rows = self._layer(lambda p, s: paint.draw_rows(p, s, self._columns.y()))

    def _layer(self, draw: Callable[[QPainter, MapLayout], None]) -> _Layer:
        return _Layer(self, lambda painter: draw(painter, self.sheet) if self.sheet else None)

    @override
    def boundingRect(self) -> QRectF:
        return self.sheet.room if self.sheet else QRectF()

    @override
    def paint(self, *_: object) -> None:
        """Its layers draw."""

    def show_map(
        self, words: MapWords, theme: Theme, zoom: int, width: float, height: float
    ) -> None:
        """Draw a map into so many px; it is larger (`boundingRect`) where that is too little."""
        before, sheet = self.sheet, make_sheet(words, theme, zoom, width, height)
        if before is not None and before.frame == sheet.frame:
            if before.bubbles == sheet.bubbles:  # most edits of a profile fade nothing
                return
            changed = [self._numbers]
        else:
            changed = [self._numbers, self._frames, *self._lasting]
            for item in (self, *changed):
                item.prepareGeometryChange()
        self.sheet = sheet
        self._show_discs(sheet)
        self._show_glyphs(sheet)
        for layer in changed:
            layer.update()

    @property
    def _lasting(self) -> tuple[_Layer, ...]:
        return self._field, self._foot, self._columns, self._rows

    def mark(self, chosen: frozenset[Place], cursor: Place | None) -> None:
        """Frame the cells of the selected strategy, and ring the one that the keyboard is at."""
        if (chosen, cursor) != (self.chosen, self._cursor):
            self.chosen, self._cursor = chosen, cursor
            self._frames.update()
            self._field.update()

    def pin_labels(self, x: float, y: float) -> None:
        """Keep the labels in sight where the scene is scrolled by so many px."""
        self._columns.setPos(0, y)
        self._rows.setPos(x, 0)
        self._foot.setPos(x, 0)

    def _show_discs(self, sheet: MapLayout) -> None:
        self._discs.setData(
            x=[bubble.centre.x() for bubble in sheet.bubbles],
            y=[bubble.centre.y() for bubble in sheet.bubbles],
            size=[bubble.diameter - bubble.look.width * sheet.em for bubble in sheet.bubbles],
            pen=[bubble_pen(bubble.look, sheet.zoom) for bubble in sheet.bubbles],
            brush=[QColor(bubble.look.fill) for bubble in sheet.bubbles],
            symbol="o",
        )

    def _show_glyphs(self, sheet: MapLayout) -> None:
        drawn = list(glyphs(sheet))
        self._glyphs.setData(
            x=[glyph.centre.x() for glyph in drawn],
            y=[glyph.centre.y() for glyph in drawn],
            size=[glyph.size for glyph in drawn],
            symbol=[glyph.path for glyph in drawn],
            brush=[glyph.ink for glyph in drawn],
            pen=QPen(Qt.PenStyle.NoPen),
        )
