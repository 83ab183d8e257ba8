"""The table of two profiles: headings across, columns that share the width, keys that fold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from nanoexplorer.core.decision_table import Change
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.compare import ComparePart, Difference
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.looks import CHANGE, VERDICT
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.controls.cells import CHOOSE, Cells, Index
from nanoexplorer.ui.controls.tables import Table
from nanoexplorer.ui.views.compare.model import (
    CITED,
    FIRST,
    KIND,
    REASON,
    SECOND,
    STRATEGY,
    CompareModel,
    Heading,
)
from nanoexplorer.words import compare as words

MANY: Final = 300
"""Rows from which on all are given the same height: measuring them would take too long."""
LEAST_HEIGHT: Final = 130
_WIDTHS: Final = {KIND: 84, FIRST: 106, SECOND: 106, CITED: 124}
_LEAST: Final = {STRATEGY: 130, REASON: 170}
_ONE_LINE: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value


class CompareTable(Table):
    """Up and Down walk through the rows and select; Enter, Left and Right fold the unchanged."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        model = CompareModel(pack)
        super().__init__("compare.table", words.TABLE_NAME, model)
        self.compared = model
        self._delegate = _Cells(self.compared, self, theme, zoom)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(Table.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(scaled(LEAST_HEIGHT, zoom))
        self._marking = False
        self._chosen = ""
        self.selectionModel().currentChanged.connect(self._walked)
        self.clicked.connect(self._clicked)

    def show_differences(self, part: ComparePart, selection: str) -> None:
        """Show what two profiles differ in, scroll position and selection kept."""
        down = self.verticalScrollBar().value()
        self._marking = True
        self.compared.show(part)
        self._marking = False
        self._set_rows()
        self.verticalScrollBar().setValue(down)
        self.show_selection(selection)

    def show_selection(self, selection: str) -> None:
        """Mark the selected strategy where it is shown."""
        self._chosen = selection
        current = self.compared.row(self.currentIndex().row())
        if isinstance(current, Difference) and current.strategy == selection:
            return
        place = self.compared.place(selection)
        self._marking = True
        if place >= 0:
            self.setCurrentIndex(self.compared.index(place, 0))
        else:
            self.clearSelection()
        self._marking = False

    def _set_rows(self) -> None:
        """Headings across all columns, and every row as high as its words."""
        self.clearSpans()
        for place in self.compared.heading_places():
            self.setSpan(place, 0, 1, self.compared.columnCount())
        if self.compared.rowCount() <= MANY:
            self.resizeRowsToContents()
        else:
            self.verticalHeader().setDefaultSectionSize(self._delegate.px(48))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Share the width out: names and reasons take what the rest leaves."""
        zoom = self._delegate.zoom
        rest = self.viewport().width() - sum(scaled(w, zoom) for w in _WIDTHS.values())
        name = max(scaled(_LEAST[STRATEGY], zoom), round(rest * 0.44))
        widths = {c: scaled(w, zoom) for c, w in _WIDTHS.items()} | {
            STRATEGY: name,
            REASON: max(scaled(_LEAST[REASON], zoom), rest - name),
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._set_rows()

    def _walked(self, index: QModelIndex) -> None:
        if not self._marking and self.hasFocus():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = self.compared.row(index.row())
        if isinstance(row, Difference):
            self.requested.emit(SelectStrategy(row.strategy))

    def _clicked(self, index: QModelIndex) -> None:
        row = self.compared.row(index.row())
        if isinstance(row, Heading) and row.folds:
            self._fold(index.row())
        else:
            self._choose(index)

    def _fold(self, place: int) -> None:
        self._marking = True
        self.compared.toggle()
        self._set_rows()
        self.setCurrentIndex(self.compared.index(place, 0))
        self._marking = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), Qt.Key(event.key())
        row = self.compared.row(index.row())
        if isinstance(row, Heading):
            opens = key is Qt.Key.Key_Right and row.folded
            closes = key is Qt.Key.Key_Left and not row.folded
            if row.folds and (key in CHOOSE or opens or closes):
                self._fold(index.row())
                return
        elif key in CHOOSE:
            self._choose(index)
            return
        super().keyPressEvent(event)


class _Cells(Cells):
    """Draws a cell, or a heading across the row."""

    def __init__(self, model: CompareModel, view: Table, theme: Theme, zoom: int) -> None:
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
        font = fonts.shared(self.zoom, fonts.SMALL, index.column() == STRATEGY)
        said = self._model.words(index.row(), index.column())
        return QSize(0, typesetting.height(said, font, room) + self.px(12))

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
        painter.setFont(fonts.shared(self.zoom, fonts.SMALL, True))
        painter.setPen(QColor(self.theme["ink"]))
        line = QRect(left + side + self.px(8), box.top() + self.px(6), box.width(), self.px(26))
        painter.drawText(line, _ONE_LINE, heading.text)

    def _cell(self, painter: QPainter, box: QRect, index: Index, row: Difference) -> None:
        column = index.column()
        inner = self._inner(box, column)
        muted = column in (KIND, CITED) or row.change is Change.SAME
        if column in (FIRST, SECOND):
            look = VERDICT[row.before if column == FIRST else row.after]
            side = self.px(13)
            mark = QRectF(box.left() + self.px(3), inner.top() + self.px(2), side, side)
            draw_glyph(painter, look.mark, mark, self.theme[look.role])
        painter.setFont(
            fonts.shared(
                self.zoom, fonts.SMALL, column == STRATEGY and row.change is not Change.SAME
            )
        )
        painter.setPen(QColor(self.theme["ink-muted" if muted else "ink"]))
        typesetting.draw(painter, QRectF(inner), self._model.words(index.row(), column))
