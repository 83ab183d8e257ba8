"""The decision table on the screen: rows choose strategies, Ctrl+C copies."""

from __future__ import annotations

import re
from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem

from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.marks import icon
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.controls.cells import Cells, Index
from nanoexplorer.ui.controls.tables import Table
from nanoexplorer.ui.views.decision_map.table_model import DecisionTableModel
from nanoexplorer.words import decision_map as words

_NAME: Final = 142
_FIELD: Final = 82
_OUTSIDE: Final = 94
_WIDEST: Final = 210
_BESIDE: Final = 18
_HEAD: Final = 26
_LINE: Final = 17
_MOST_ROWS: Final = 16
_MEASURED: Final = 200
"""Rows whose words make the columns' widths, and rows at most that are as high as their words."""
_PARTS: Final = re.compile(r"(?<=[-/])|\s")
"""Where a line may end within a text."""
_CHOOSE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DecisionTableView(Table):
    """Shows the model at its natural size, up to a number of rows; more of them scroll."""

    def __init__(self, model: DecisionTableModel, theme: Theme, zoom: int) -> None:
        super().__init__("decision-map.table", words.TABLE_NAME, model)
        self.table, self._zoom = model, zoom
        self.setItemDelegate(_Marks(model, self, theme, zoom))
        self.setWordWrap(True)
        self.setFont(fonts.font(fonts.SMALL, zoom=zoom))
        self.verticalHeader().setDefaultSectionSize(scaled(26, zoom))
        header = self.horizontalHeader()
        header.setFont(fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=zoom))
        header.setFixedHeight(scaled(42, zoom))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.clicked.connect(self._choose)
        model.layoutChanged.connect(self._fit_rows)
        self._fit_columns(zoom)
        self._fit_rows()
        rows = (self.rowHeight(n) for n in range(min(self.table.rowCount(), _MOST_ROWS)))
        self.setFixedHeight(self.horizontalHeader().height() + sum(rows) + scaled(14, zoom))

    def _fit_columns(self, zoom: int) -> None:
        """As narrow as lets words stay whole: all fields are to be in sight, so that no row looks
        empty.
        """
        bold, plain = self.horizontalHeader().font(), self.font()
        for column, heading in enumerate(self.table.headings):
            said = {row.words[column] for row in self.table.rows[:_MEASURED]}
            parts = {part for text in said for part in _PARTS.split(text)}
            natural = max((typesetting.advance(text, plain) for text in said), default=0.0)
            longest = max((typesetting.advance(part, plain) for part in parts), default=0.0)
            head = max(typesetting.advance(word, bold) for word in heading.split())
            limit = {0: _NAME, self._last_field: _OUTSIDE}.get(
                column, _FIELD if column < self._last_field else _WIDEST
            )
            wide = min(natural + scaled(_BESIDE, zoom), scaled(limit, zoom))
            least = max(longest + scaled(_BESIDE, zoom), head + scaled(_HEAD, zoom))
            width = ceil(max(wide, min(least, scaled(_WIDEST, zoom))))
            self.setColumnWidth(column, width)
            room = width - scaled(_BESIDE, zoom)
            self.table.lines_of[column] = typesetting.lines(heading, bold, room, most=2)

    @property
    def _last_field(self) -> int:
        """The last column of conditions: of those that no field asks for."""
        return len(self.table.headings) - (3 if self.table.profiles_column > 0 else 1)

    def _fit_rows(self) -> None:
        """As high as the words of their conditions; in a large table all alike."""
        if self.table.rowCount() > _MEASURED:
            return
        rooms = [
            self.columnWidth(column) - scaled(_BESIDE, self._zoom) + 1
            for column in range(self._last_field + 1)
        ]
        for place, row in enumerate(self.table.rows):
            lines = max(
                len(typesetting.lines(text, self.font(), room))
                for text, room in zip(row.words, rooms, strict=False)
            )
            height = scaled(26 + _LINE * (lines - 1), self._zoom)
            self.verticalHeader().resizeSection(place, height)

    def show_selection(self, strategy: str) -> None:
        """Mark the rows of the selected strategy."""
        places = self.table.places(strategy)
        if not places:
            self.clearSelection()
        elif self.currentIndex().row() not in places:
            self.selectRow(places[0])

    def _choose(self, index: QModelIndex) -> None:
        strategy = self.table.rows[index.row()].strategy if index.isValid() else ""
        if strategy:
            self.requested.emit(SelectStrategy(strategy))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in _CHOOSE:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Copy the chosen rows with the headings."""
        copy_text(self.table.tsv(sorted(i.row() for i in self.selectionModel().selectedRows())))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(words.TABLE_COPY).triggered.connect(self.copy_rows)
        every = menu.addAction(words.TABLE_COPY_ALL)
        every.triggered.connect(lambda: copy_text(self.table.tsv()))
        menu.exec(event.globalPos())


class _Marks(Cells):
    """A mark before what overlaps and before what nothing covers."""

    def __init__(self, model: DecisionTableModel, view: Table, theme: Theme, zoom: int) -> None:
        super().__init__(view, theme, zoom)
        self._model = model

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if mark := self._mark(index):
            side = scaled(11, self.zoom)
            ink = self.theme["ink-muted"]
            option.icon = icon(mark, ink, ink, side, self.view.devicePixelRatioF())
            option.decorationSize = QSize(side, side)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def _mark(self, index: Index) -> str:
        row = self._model.rows[index.row()]
        if not row.strategy and index.column() == 0:
            return "dashed-ring"
        last = index.column() == len(self._model.headings) - 1
        return "plus" if last and self._model.profiles_column > 0 and row.words[-1] else ""
