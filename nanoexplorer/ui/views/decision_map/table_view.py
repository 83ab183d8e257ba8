"""The decision table on the screen: rows choose strategies, Ctrl+C copies."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.marks import icon
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.views.decision_map.table_model import DecisionTableModel
from nanoexplorer.words import decision_map as decision_map_words

_WIDEST: Final = 300
_MOST_ROWS: Final = 16
_MEASURED: Final = 200
"""Rows whose words make the columns' widths."""
_CHOOSE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DecisionTableView(QTableView):
    """Shows the model at its natural size, up to a number of rows; more of them scroll."""

    requested = Signal(object)

    def __init__(
        self, model: DecisionTableModel, theme: Theme, zoom: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("decision-map.table")
        self.setAccessibleName(decision_map_words.TABLE_NAME)
        self.table = model
        self.setModel(model)
        self._marks = _Marks(model, theme, zoom, self)
        self.setItemDelegate(self._marks)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.clicked.connect(self._choose)
        self.dress(theme, zoom)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._marks.theme, self._marks.zoom = theme, zoom
        self.setFont(fonts.font(fonts.SMALL, zoom=zoom))
        self.horizontalHeader().setFont(fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=zoom))
        height = scaled(26, zoom)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height)
        self._fit_columns(zoom)
        rows = min(self.table.rowCount(), _MOST_ROWS) + 1
        self.setFixedHeight(rows * height + scaled(14, zoom))

    def _fit_columns(self, zoom: int) -> None:
        """As wide as their words, up to a limit; the toolkit would lay out every cell for it."""
        bold, plain = (QFontMetricsF(f) for f in (self.horizontalHeader().font(), self.font()))
        for column, heading in enumerate(self.table.headings):
            words = {row.words[column] for row in self.table.rows[:_MEASURED]}
            wide = max((plain.horizontalAdvance(word) for word in words), default=0.0)
            wide = max(wide + scaled(24, zoom), bold.horizontalAdvance(heading) + scaled(30, zoom))
            self.setColumnWidth(column, round(min(wide, scaled(_WIDEST, zoom))))

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
        menu.addAction(decision_map_words.TABLE_COPY).triggered.connect(self.copy_rows)
        every = menu.addAction(decision_map_words.TABLE_COPY_ALL)
        every.triggered.connect(lambda: copy_text(self.table.tsv()))
        menu.exec(event.globalPos())


class _Marks(QStyledItemDelegate):
    """A mark before what overlaps and before what nothing covers."""

    def __init__(
        self, model: DecisionTableModel, theme: Theme, zoom: int, parent: QTableView
    ) -> None:
        super().__init__(parent)
        self._model, self._view = model, parent
        self.theme, self.zoom = theme, zoom

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if mark := self._mark(index):
            side = scaled(11, self.zoom)
            ink = self.theme["ink-muted"]
            option.icon = icon(mark, ink, ink, side, self._view.devicePixelRatioF())
            option.decorationSize = QSize(side, side)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def _mark(self, index: QModelIndex | QPersistentModelIndex) -> str:
        row = self._model.rows[index.row()]
        if not row.strategy and index.column() == 0:
            return "dashed-ring"
        last = index.column() == len(self._model.headings) - 1
        return "plus" if last and self._model.profiles_column > 0 and row.words[-1] else ""
