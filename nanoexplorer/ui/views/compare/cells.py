"""Draws the cells of the table of two profiles: wrapped words, marks, headings across."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from nanoexplorer.core.decision_table import Change
from nanoexplorer.core.shown.compare import Difference
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.looks import CHANGE, VERDICT
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring
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


class CompareDelegate(QStyledItemDelegate):
    """Draws a cell in the theme and zoom that it was given last."""

    def __init__(self, model: CompareModel, view: QTableView, theme: Theme, zoom: int) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.theme, self.zoom = theme, zoom

    def px(self, units: float) -> int:
        """Units at 100 % in px at this zoom."""
        return round(units * self.zoom / 100)

    def _inner(self, box: QRect, column: int) -> QRect:
        left = self.px(20 if column in (FIRST, SECOND) else 6)
        return box.adjusted(left, self.px(6), -self.px(6), -self.px(4))

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if isinstance(self._model.row(index.row()), Heading):
            return QSize(0, self.px(32))
        box = QRect(0, 0, self._view.columnWidth(index.column()), 1)
        room = self._inner(box, index.column()).width()
        words = self._model.words(index.row(), index.column())
        return QSize(
            0,
            typesetting.height(words, _font(self.zoom, index.column() == STRATEGY), room)
            + self.px(12),
        )

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row = self._model.row(index.row())
        if isinstance(row, Heading):
            self._heading(painter, box, row)
        elif row is not None:
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box, QColor(self.theme["accent-soft"]))
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self._line())
            self._cell(painter, box, index, row)
        if state & QStyle.StateFlag.State_HasFocus and has_ring(self._view):
            painter.setPen(QColor(self.theme["focus"]))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _line(self) -> QColor:
        return QColor(self.theme["line"])

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

    def _cell(
        self,
        painter: QPainter,
        box: QRect,
        index: QModelIndex | QPersistentModelIndex,
        row: Difference,
    ) -> None:
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
