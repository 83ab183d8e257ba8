"""The table of references: sorted by a click on a column, walked through with the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from nanoexplorer.documents.reference_list.columns import COLUMNS, NAMES, sorting
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.drawing.typesetting import elided, lines
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.controls.cells import CHOOSE, Cells, Index
from nanoexplorer.ui.controls.tables import Table
from nanoexplorer.ui.views.references.model import ReferenceModel
from nanoexplorer.words import actions
from nanoexplorer.words import references as words

WIDTHS: Final = {
    "number": 80,
    "author": 124,
    "year": 58,
    "title": 300,
    "kind": 140,
    "cited": 78,
    "checks": 74,
}
WIDEST_NUMBER: Final = 160
"""Of what a source is called in place of a number there are words, as far as these have room."""
LEAST_TITLE: Final = 220
FIRST_HIDDEN: Final = ("kind", "checks", "cited", "author")
"""In this order, until the titles have room."""
ROW: Final = 28
MOST_WRAPPED: Final = 2000
"""References up to which rows have the height of their titles: each is measured."""
ABOVE: Final = 5
BESIDE: Final = 6
BAR: Final = 3
"""Px at 100 %: above the words, on both sides of them, and of the bar at a chosen row."""
HEAD: Final = 18
"""Px at 100 % at the right of numbers, as a head leaves for its arrow in the style sheet."""
TITLE: Final = NAMES.index("title")
STRONG: Final = NAMES.index("checks")
LINES: Final = 2
CUT: Final = "…"


class ReferenceTable(Table):
    """Sends requests: show a reference in full, sort by a column."""

    def __init__(self, model: ReferenceModel, theme: Theme, zoom: int) -> None:
        super().__init__("references.table", words.TABLE, model)
        self.references = model
        self._zoom = zoom
        self._quiet = False
        self._title_width = 0
        self._cells = _Cells(self, theme, zoom)
        self.setItemDelegate(self._cells)
        model.modelReset.connect(self._fit_rows)
        self.setAccessibleDescription(words.TABLE_HELP)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(Table.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW, zoom))
        self._number = self._cells.width(model.called())
        self._lay_out_columns()
        self.selectionModel().currentRowChanged.connect(self._walked)

    def _lay_out_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setMinimumSectionSize(scaled(36, self._zoom))
        for place, name in enumerate(NAMES):
            self.setColumnHidden(place, name not in WIDTHS)
            self.setColumnWidth(place, self._wide(name))
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
        """Give the titles what the other columns leave, and hide some where that is little."""
        super().resizeEvent(event)
        room, shown = self.viewport().width(), list(WIDTHS)
        for name in FIRST_HIDDEN:
            if room - self._taken(shown) < scaled(LEAST_TITLE, self._zoom):
                shown.remove(name)
        for name in WIDTHS:
            self.setColumnHidden(NAMES.index(name), name not in shown)
        width = max(scaled(LEAST_TITLE, self._zoom), room - self._taken(shown))
        self.setColumnWidth(NAMES.index("title"), width)
        if width != self._title_width:
            self._title_width = width
            self._fit_rows()

    def _taken(self, shown: Sequence[str]) -> int:
        return sum(self._wide(name) for name in shown if name != "title")

    def _wide(self, name: str) -> int:
        """How wide a column is, that of the numbers as what stands in it."""
        wide = scaled(WIDTHS.get(name, 1), self._zoom)
        if name != "number":
            return wide
        return min(max(wide, self._number), scaled(WIDEST_NUMBER, self._zoom))

    def _fit_rows(self) -> None:
        """Make rows higher whose titles take two lines, where there are not too many rows."""
        side, single = self.verticalHeader(), scaled(ROW, self._zoom)
        side.setDefaultSectionSize(single)
        if len(self.references.rows) > MOST_WRAPPED or not self._title_width:
            return
        column = NAMES.index("title")
        for line in range(len(self.references.rows)):
            words = self.references.index(line, column).data()
            more = self._cells.height(words, self._title_width) - single
            if more > 0 or side.sectionSize(line) != single:
                side.resizeSection(line, single + max(0, more))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the current row in full, as walking to it does."""
        if event.key() in CHOOSE:
            self._walked(self.currentIndex(), self.currentIndex())
            return
        super().keyPressEvent(event)


class _Cells(Cells):
    """Rows below lines; the chosen one on a ground of its own, behind a bar."""

    def __init__(self, table: Table, theme: Theme, zoom: int) -> None:
        super().__init__(table, theme, zoom)
        self._font = fonts.font(fonts.SMALL, zoom=zoom)
        self._strong = fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=zoom)
        self._line = QFontMetrics(self._font).height()

    def width(self, texts: Iterable[str]) -> int:
        """How wide a column of numbers is where each of these has room."""
        metrics = QFontMetrics(self._font)
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        return widest + 1 + scaled(BESIDE, self.zoom) + scaled(HEAD, self.zoom)

    def height(self, title: str, width: int) -> int:
        """How high a row is with this title in a column of that width."""
        return self._line * len(self._broken(title, width)) + 2 * scaled(ABOVE, self.zoom)

    def _broken(self, title: str, width: int) -> tuple[str, ...]:
        room = width - 2 * scaled(BESIDE, self.zoom)
        return lines(title, self._font, max(1, room), most=LINES)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, self._line + 2 * scaled(ABOVE, self.zoom))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, column, text = QRect(option.rect), index.column(), str(index.data())
        strong = column == STRONG and text != actions.NO_NUMBER
        font = self._strong if strong else self._font
        self.paint_ground(painter, option)
        painter.setFont(font)
        muted = text == actions.NO_NUMBER
        painter.setPen(QColor(self.theme["ink-muted" if muted else "ink"]))
        beside, above = scaled(BESIDE, self.zoom), scaled(ABOVE, self.zoom)
        right = COLUMNS[column].right
        room = box.adjusted(beside, above, -scaled(HEAD, self.zoom) if right else -beside, 0)
        if column == TITLE and box.height() > self.height("", box.width()):
            shown = self._broken(text, box.width())
        else:
            shown = (in_whole_words(text, font, room.width()),)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        for line in shown:
            painter.drawText(room, side | Qt.AlignmentFlag.AlignTop, line)
            room.translate(0, self._line)

    @override
    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """With a line below every row, and a bar before the first cell of the chosen one."""
        super().paint_ground(painter, option)
        box, thin = option.rect, hair(self.zoom)
        rule = QRect(box.left(), box.bottom() + 1 - thin, box.width(), thin)
        painter.fillRect(rule, QColor(self.theme["line"]))
        if option.state & QStyle.StateFlag.State_Selected and box.left() <= 0:
            wide = scaled(BAR, self.zoom)
            bar = QRect(box.left(), box.top(), wide, box.height())
            painter.fillRect(bar, QColor(self.theme["accent"]))


def in_whole_words(text: str, font: QFont, room: int) -> str:
    """As many words as have room, with an ellipsis; of one that has none its beginning."""
    shown, metrics = text, QFontMetrics(font)
    while " " in shown and metrics.horizontalAdvance(shown) > room:
        shown = f"{shown.removesuffix(CUT).rpartition(' ')[0]}{CUT}"
    return elided(shown, font, room)
