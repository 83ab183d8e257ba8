"""The references: a table with one of them in full, and what kinds stand behind each strategy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.reference_kinds import kinds_behind
from nanoexplorer.documents.reference_list.columns import ReferencesPart
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, frame, put, splitter
from nanoexplorer.ui.views.references.detail import ReferenceDetail
from nanoexplorer.ui.views.references.kind_chart import KindChart, KindLegend
from nanoexplorer.ui.views.references.model import ReferenceModel
from nanoexplorer.ui.views.references.table import ReferenceTable
from nanoexplorer.ui.views.references.toolbar import Toolbar

LEAST_TABLE: Final = 96
LEAST_CHART: Final = 120
LEAST_SPLIT: Final = 240
SHARES: Final = (560, 440)
"""Of the table, and of the reference in full below it."""


class ReferencesPanel(View):
    """Two pages. What is filtered, sorted and shown is kept in the intent's options."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        self.references = ReferenceModel(pack, self)
        self.bar = Toolbar(pack, zoom)
        self.bar.requested.connect(self.requested)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self._behind_page())
        seat = column(margin=(scaled(16, zoom), 0, scaled(16, zoom), 0))
        lines = column(self, gap=scaled(8, zoom), margin=(0, scaled(8, zoom), 0, 0))
        put(lines, put(seat, self.bar), (self.pages, 1))

    def _list_page(self) -> QScrollArea:
        self.table = ReferenceTable(self.references, self.theme, self.zoom)
        self.table.requested.connect(self.requested)
        self.table.setMinimumHeight(scaled(LEAST_TABLE, self.zoom))
        self.detail = ReferenceDetail(self.pack, self.theme, self.zoom)
        self.detail.requested.connect(self.requested)
        parts = zip((self.table, self.detail), SHARES, strict=True)
        self.split = splitter(Qt.Orientation.Vertical, "references.split", *parts)
        self.split.setSizes(list(SHARES))
        self.split.setMinimumHeight(scaled(LEAST_SPLIT, self.zoom))
        page = frame("paper")
        put(column(page), self.split)
        return scrolled(page, "references.list")

    def _behind_page(self) -> QScrollArea:
        page = frame("paper")
        self.chart = KindChart(self.pack, kinds_behind(self.pack), self.theme, self.zoom)
        self.chart.requested.connect(self.requested)
        self.legend = KindLegend(self.theme, self.zoom)
        self.chart.setMinimumHeight(scaled(LEAST_CHART, self.zoom))
        side = scaled(16, self.zoom)
        put(column(page, margin=(side, 0, side, 8)), (self.chart, 1), self.legend)
        return scrolled(page, "references.behind")

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw what is listed, the reference in full, and the selection, where one differs."""
        self.bar.back.show_place(screen.back)
        part = screen.part
        if not isinstance(part, ReferencesPart) or "part" not in changed:
            return
        self.bar.show_part(part)
        self.references.show(part.rows)
        self.table.show_sorting(part.filters.by, part.filters.down)
        self.table.show_chosen(part.shown.reference.id if part.shown else "")
        self.detail.show_reference(part.shown, part.selected)
        self.pages.setCurrentIndex(int(part.behind))
        self.chart.show_selection(part.selected)

    @override
    def take_keys(self) -> None:
        self.table.setFocus()
