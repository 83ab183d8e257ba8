"""The bars of what stands behind each strategy, as a list: each is found, read out and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6 import QtWidgets
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.reference_kinds import KINDS_SHOWN, Behind
from nanoexplorer.drawing.chips import draw_ring
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.reference_kinds import ROW, draw_bar_row, draw_legend, legend, scale
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.base.rings import has_ring
from nanoexplorer.ui.controls.cells import CHOOSE, NO_INDEX, Cells, Index
from nanoexplorer.words import references as words

MARGIN: Final = 8


class BarModel(QAbstractListModel):
    """A row a strategy; what it says in words is what a screen reader hears."""

    def __init__(self, pack: Pack, rows: Sequence[Behind], parent: QObject) -> None:
        super().__init__(parent)
        self.rows = rows
        self.names = [pack.strategy[row.strategy].name for row in rows]
        self.most = max((row.publications for row in rows), default=0)
        self.places = {row.strategy: place for place, row in enumerate(rows)}

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.line(index.row())
        return plain_tip(self.line(index.row())) if role == Qt.ItemDataRole.ToolTipRole else None

    def line(self, place: int) -> str:
        """A bar in words."""
        row = self.rows[place]
        kinds = zip(KINDS_SHOWN, row.counts, strict=True)
        return words.behind_line(self.names[place], row.publications, kinds)


class KindChart(QListView):
    """Walking, Enter and a click request a strategy; the selected one is marked."""

    requested = Signal(object)

    def __init__(self, pack: Pack, rows: Sequence[Behind], theme: Theme, zoom: int) -> None:
        super().__init__()
        self.bars = BarModel(pack, rows, self)
        self.selected = ""
        self.setObjectName("references.kinds_behind")
        self.setAccessibleName(words.KIND_LIST)
        self.setAccessibleDescription(words.KIND_LIST_HELP)
        self.setModel(self.bars)
        self.setItemDelegate(_Bars(self, theme, zoom))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_selection(self, selection: str) -> None:
        """Mark the selected strategy and bring it into view."""
        self.selected = selection
        place = self.bars.places.get(selection, -1)
        if place < 0:
            self.clearSelection()
        elif self.currentIndex().row() != place:
            self.setCurrentIndex(self.bars.index(place))
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the selected strategy in sight where there is less room."""
        super().resizeEvent(event)
        if self.selected in self.bars.places:
            self.scrollTo(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.requested.emit(SelectStrategy(self.bars.rows[index.row()].strategy))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if event.key() in CHOOSE:
            self._choose(before)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._choose(self.currentIndex())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))


class _Bars(Cells):
    """Draws a row with its bar."""

    def __init__(self, chart: KindChart, theme: Theme, zoom: int) -> None:
        super().__init__(chart, theme, zoom)
        self._chart = chart

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, scaled(ROW, self.zoom))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chart, theme, zoom = self._chart, self.theme, self.zoom
        row = chart.bars.rows[index.row()]
        box = QRectF(option.rect)
        selected = row.strategy == chart.selected
        if selected:
            painter.fillRect(box, QColor(theme["accent-soft"]))
        margin = scaled(MARGIN, zoom)
        inner = box.adjusted(margin, 0, -margin, 0)
        at = scale(inner.width(), chart.bars.most, zoom)
        name = chart.bars.names[index.row()]
        draw_bar_row(painter, inner, name, row, at, theme, zoom, selected=selected)
        if has_ring(chart) and index == chart.currentIndex():
            draw_ring(painter, box, theme["focus"], 2 * hair(zoom))


class KindLegend(QWidget):
    """The legend under the bars, as high as it takes."""

    def __init__(self, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.theme, self.zoom = theme, zoom
        self.setAccessibleName(words.KIND_AXIS)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Fixed)

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self.theme = theme

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        last = legend(self.width(), self.zoom)[-1][1]
        self.setFixedHeight(round(last.bottom()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_legend(painter, QRectF(self.rect()), self.theme, self.zoom)
        painter.end()
