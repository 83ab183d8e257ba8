"""The strategies of one case: a tick beside each that the room sees."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import SeminarCase, shown_strategies
from nanoexplorer.documents.finding import strategies_found
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import column, give_tip, label, put
from nanoexplorer.ui.seminar.editor.parts import WrappingList, line_box, under
from nanoexplorer.ui.seminar.editor.requests import Tick
from nanoexplorer.words.teaching import seminar as words

_ID: Final = Qt.ItemDataRole.UserRole
_TICKS: Final = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class StrategiesPart(QWidget):
    """Lists them, or those that a search finds."""

    requested = Signal(object)

    def __init__(self, pack: Pack, zoom: int) -> None:
        super().__init__()
        self._pack = pack
        self._case: SeminarCase | None = None
        self.search = line_box("seminar.editor.search", words.STRATEGIES_SEARCH)
        self.search.setPlaceholderText(words.STRATEGIES_SEARCH)
        self.strategies = WrappingList("seminar.editor.strategies", words.STRATEGIES)
        self.strategies.setSpacing(scaled(2, zoom))
        self.strategies.setItemDelegate(_Ticks(self.strategies))
        self.strategies.setMinimumHeight(scaled(150, zoom))
        give_tip(self.strategies, words.STRATEGIES_HELP)
        self.shown = label("", "muted", wraps=True, name="seminar.editor.shown")
        lines = column(self, gap=scaled(6, zoom))
        under(lines, words.STRATEGIES, self.search)
        put(lines, self.shown, (self.strategies, 1))
        self.search.textChanged.connect(lambda _: self._draw())
        self.strategies.itemChanged.connect(self._tick)

    def show_case(self, case: SeminarCase | None) -> None:
        """List what the room sees of a case; None: of none."""
        self._case = case
        self._draw()

    def count(self, case: SeminarCase) -> None:
        """Say how many the room sees, without listing them anew."""
        self._case = case
        seen = len(shown_strategies(self._pack, case))
        self.shown.setText(words.SHOWN_OF.format(shown=seen, of=len(self._pack.ordered)))

    def _draw(self) -> None:
        with QSignalBlocker(self.strategies):
            self.strategies.clear()
            self.shown.setText("")
            if self._case is None:
                return
            seen = set(shown_strategies(self._pack, self._case))
            profile = self._case.profile
            found = strategies_found(self._pack, profile, self.search.text())
            for strategy in self._pack.ordered:
                if found is None or strategy.id in found:
                    item = QListWidgetItem(strategy.name, self.strategies)
                    item.setData(_ID, strategy.id)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(_TICKS[strategy.id in seen])
        self.count(self._case)

    def _tick(self, item: QListWidgetItem) -> None:
        shown = item.checkState() is Qt.CheckState.Checked
        self.requested.emit(Tick(item.data(_ID), shown))


class _Ticks(QStyledItemDelegate):
    """As the list draws itself, with a tick of ours in each box that has one."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is not Qt.CheckState.Checked:
            return
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        widget = self.parent()
        assert isinstance(widget, QListWidget)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = QRectF(widget.style().subElementRect(part, full, widget))
        trim = box.width() * 0.15
        colour = QGuiApplication.palette().color(QPalette.ColorRole.BrightText).name()
        draw_glyph(painter, "tick", box.adjusted(trim, trim, -trim, -trim), colour)
