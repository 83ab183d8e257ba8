"""The table of references: sorted by a click on a column, walked through with the arrow keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from nanoexplorer.documents.reference_columns import NAMES, sorting
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.views.references.model import ReferenceModel
from nanoexplorer.words import references as words

WIDTHS: Final = {
    "number": 80,
    "author": 100,
    "year": 54,
    "title": 300,
    "venue": 150,
    "kind": 116,
    "doi": 170,
    "cited": 76,
    "checks": 68,
}
LEAST_TITLE: Final = 200
ROW: Final = 26
SHOWN: Final = ("number", "author", "year", "title", "kind", "cited", "checks", "venue", "doi")
"""From left to right: what a narrow window hides comes last."""


class ReferenceTable(QTableView):
    """Sends requests: show a reference in full, sort by a column."""

    requested = Signal(object)

    def __init__(self, model: ReferenceModel, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.references = model
        self._zoom = zoom
        self._quiet = False
        self.setModel(model)
        self.setObjectName("references.table")
        self.setAccessibleName(words.TABLE)
        self.setAccessibleDescription(words.TABLE_HELP)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self._lay_out_rows()
        self._lay_out_columns()
        self.selectionModel().currentRowChanged.connect(self._walked)

    def _lay_out_rows(self) -> None:
        """Rows of one height: to ask each for its own would take as long as there are rows."""
        side = self.verticalHeader()
        side.setVisible(False)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(1)
        side.setDefaultSectionSize(scaled(ROW, self._zoom))

    def _lay_out_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setMinimumSectionSize(scaled(36, self._zoom))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, width in WIDTHS.items():
            self.setColumnWidth(NAMES.index(name), scaled(width, self._zoom))
        for place, name in enumerate(SHOWN):
            head.moveSection(head.visualIndex(NAMES.index(name)), place)
        head.sectionClicked.connect(self._sort)

    def _sort(self, column: int) -> None:
        head = self.horizontalHeader()
        down = head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        self.requested.emit(ChooseOption("references.sort", sorting(NAMES[column], down)))

    def show_sorting(self, name: str, down: bool) -> None:
        """Mark the column that the rows are sorted by."""
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(NAMES.index(name), order)

    def show_chosen(self, reference: str) -> None:
        """Mark the reference that is shown in full, if it is listed."""
        line = self.references.line(reference)
        if line < 0:
            self.clearSelection()
        elif line != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self._quiet = True  # it is shown already
            self.selectRow(line)
            self._quiet = False
            self.scrollTo(self.references.index(line, 0))

    def _walked(self, current: QModelIndex, _: QModelIndex) -> None:
        row = self.references.row(current.row())
        if row and not self._quiet:
            self.requested.emit(ChooseOption("references.shown", row.reference.id))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the titles what the columns before the venue leave."""
        super().resizeEvent(event)
        before = SHOWN[: SHOWN.index("venue")]
        taken = sum(scaled(WIDTHS[name], self._zoom) for name in before if name != "title")
        least = scaled(LEAST_TITLE, self._zoom)
        self.setColumnWidth(NAMES.index("title"), max(least, self.viewport().width() - taken))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the current row in full, as walking to it does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._walked(self.currentIndex(), self.currentIndex())
            return
        super().keyPressEvent(event)
