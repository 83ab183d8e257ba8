"""Draws the cells of the table of two profiles: wrapped words, marks, headings across."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from nanoexplorer.core.decision_table import Change
from nanoexplorer.core.shown.compare import Difference
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.looks import CHANGE, VERDICT
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.cells import Cells, Index
from nanoexplorer.ui.views.compare.model import (
    CITED,
    FIRST,
    KIND,
    SECOND,
    STRATEGY,
    CompareModel,
    Heading,
)

_ONE_LINE: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value


@lru_cache(maxsize=16)
def _font(zoom: int, heavy: bool) -> QFont:
    return fonts.font(fonts.SMALL, fonts.SEMIBOLD if heavy else fonts.REGULAR, zoom=zoom)


class CompareCells(Cells):
    """Draws a cell, or a heading across the row."""

    def __init__(self, model: CompareModel, view: QTableView, theme: Theme, zoom: int) -> None:
        super().__init__(view, theme, zoom)
        self._model, self._table = model, view

    def _inner(self, box: QRect, column: int) -> QRect:
        left = self.px(20 if column in (FIRST, SECOND) else 6)
        return box.adjusted(left, self.px(6), -self.px(6), -self.px(4))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(self._model.row(index.row()), Heading):
            return QSize(0, self.px(32))
        box = QRect(0, 0, self._table.columnWidth(index.column()), 1)
        room = self._inner(box, index.column()).width()
        font = _font(self.zoom, index.column() == STRATEGY)
        words = self._model.words(index.row(), index.column())
        return QSize(0, typesetting.height(words, font, room) + self.px(12))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        row = self._model.row(index.row())
        if isinstance(row, Heading):
            self._heading(painter, box, row)
        elif row is not None:
            self.paint_ground(painter, option)
            line = QRect(box.left(), box.bottom(), box.width(), 1)
            painter.fillRect(line, QColor(self.theme["line"]))
            self._cell(painter, box, index, row)
        self.paint_ring(painter, option)

    def _heading(self, painter: QPainter, box: QRect, heading: Heading) -> None:
        side, left = self.px(13), box.left() + self.px(3)
        middle = box.top() + self.px(19)
        glyph, role, _ = CHANGE[heading.change]
        if heading.folds:
            glyph, role = ("chevron-right" if heading.folded else "chevron-down"), "ink"
        mark = QRectF(left, middle - side / 2, side, side)
        draw_glyph(painter, glyph, mark, self.theme[role])
        painter.setFont(_font(self.zoom, True))
        painter.setPen(QColor(self.theme["ink"]))
        words = QRect(left + side + self.px(8), box.top() + self.px(6), box.width(), self.px(26))
        painter.drawText(words, _ONE_LINE, heading.text)

    def _cell(self, painter: QPainter, box: QRect, index: Index, row: Difference) -> None:
        column = index.column()
        inner = self._inner(box, column)
        muted = column in (KIND, CITED) or row.change is Change.SAME
        if column in (FIRST, SECOND):
            look = VERDICT[row.before if column == FIRST else row.after]
            side = self.px(13)
            mark = QRectF(box.left() + self.px(3), inner.top() + self.px(2), side, side)
            draw_glyph(painter, look.mark, mark, self.theme[look.role])
        painter.setFont(_font(self.zoom, column == STRATEGY and row.change is not Change.SAME))
        painter.setPen(QColor(self.theme["ink-muted" if muted else "ink"]))
        typesetting.draw(painter, QRectF(inner), self._model.words(index.row(), column))
