"""The references: a table with one of them in full, and what kinds stand behind each strategy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.reference_kinds import kinds_behind
from nanoexplorer.core.shown.reference_list import kinds_of, listed
from nanoexplorer.documents.reference_columns import ReferencesPart
from nanoexplorer.documents.references import counted, finding, sections
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, frame, row
from nanoexplorer.ui.controls.back import BackButton
from nanoexplorer.ui.controls.controls import Segment, place_of
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.ui.views.references.copies import CopyBar
from nanoexplorer.ui.views.references.filters import FilterBar
from nanoexplorer.ui.views.references.kind_chart import KindChart, KindLegend
from nanoexplorer.ui.views.references.model import ReferenceModel
from nanoexplorer.ui.views.references.table import ReferenceTable
from nanoexplorer.words import references as references_words

PAGES: Final = ("list", "behind")
LEAST_TABLE: Final = 144
LEAST_CHART: Final = 120
WIDE: Final = 1.6
"""Width against height from which on the reference in full stands beside the table."""


class ReferencesPanel(View):
    """Two pages. What is filtered, sorted and shown is kept in the intent's options."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self.references = ReferenceModel(pack, self)
        self._chosen, self._selection = "", ""
        self._part: ReferencesPart | None = None
        self.back = BackButton()
        self.back.requested.connect(self.requested)
        self.title = elided("", "lead", name="references.title")
        self.pages = QStackedWidget()
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self._behind_page())
        lines = column(self, gap=10)
        lines.setContentsMargins(18, 12, 12, 8)
        lines.addWidget(self._head())
        lines.addWidget(self.pages, 1)

    def _head(self) -> QFrame:
        """The switch before the title, so that it stays where it is whatever that says."""
        head = frame("paper")
        self.switch = QButtonGroup(self)
        names = [references_words.PAGES[page] for page in PAGES]
        box = frame("paper", "references.pages")
        box.setAccessibleName(references_words.PAGES_NAME)
        segments = row(box, gap=0)
        for place, words in enumerate(names):
            segment = Segment(words, place_of(place, len(PAGES)))
            segment.setObjectName(f"references.page_{PAGES[place]}")
            self.switch.addButton(segment, place)
            segments.addWidget(segment)
        self.switch.idClicked.connect(
            lambda place: self.requested.emit(ChooseOption("references.page", PAGES[place]))
        )
        Flow(head, gap=16).add(self.back, box, self.title)
        return head

    def _list_page(self) -> QScrollArea:
        page = frame("paper")
        self.filters = FilterBar(kinds_of(listed(self.pack)), self.zoom)
        self.filters.requested.connect(self.requested)
        self.table = ReferenceTable(self.references, self.zoom)
        self.table.requested.connect(self.requested)
        self.text = ProseView(self.theme, self.zoom)
        self.text.setObjectName("references.text")
        self.text.setAccessibleName(references_words.IN_FULL)
        self.text.requested.connect(self.requested)
        self.copies = CopyBar()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.table)
        self.split.addWidget(self.text)
        self.split.setMinimumHeight(scaled(LEAST_TABLE, self.zoom))
        lines = column(page, gap=8)
        lines.addWidget(self.filters)
        lines.addWidget(self.split, 1)
        lines.addWidget(self.copies)
        return _scrolling(page)

    def _behind_page(self) -> QScrollArea:
        page = frame("paper")
        self.chart = KindChart(self.pack, kinds_behind(self.pack), self.theme, self.zoom)
        self.chart.requested.connect(self.requested)
        self.legend = KindLegend(self.theme, self.zoom)
        lines = column(page, gap=8)
        lines.addWidget(self.chart, 1)
        lines.addWidget(self.legend)
        self.chart.setMinimumHeight(scaled(LEAST_CHART, self.zoom))
        return _scrolling(page)

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw what is listed, the reference in full, and the selection, where one differs."""
        self.back.show_place(screen.back)
        part = screen.part
        if not isinstance(part, ReferencesPart) or part == self._part:
            return
        self._part = part
        self._list(part)
        self._show(part)
        self._turn(part)

    def _list(self, part: ReferencesPart) -> None:
        self.filters.show_filters(part.filters, bool(part.selected))
        self.references.show(part.rows)
        self.table.show_sorting(part.filters.by, part.filters.down)
        self.copies.show_references(self.references.references())

    def _show(self, part: ReferencesPart) -> None:
        """Show a reference in full."""
        shown = part.shown.reference.id if part.shown else ""
        self.table.show_chosen(shown)
        if (shown, part.selected) != (self._chosen, self._selection) or not shown:
            place = self.text.verticalScrollBar().value() if shown == self._chosen else 0
            self._chosen, self._selection = shown, part.selected
            self.text.show_sections(sections(self.pack, part.shown, part.selected))
            self.text.verticalScrollBar().setValue(place)

    @override
    def take_keys(self) -> None:
        self.table.setFocus()

    def _turn(self, part: ReferencesPart) -> None:
        """Turn to a page, and say over it what is on it."""
        self.pages.setCurrentIndex(int(part.behind))
        self.switch.button(int(part.behind)).setChecked(True)
        self.chart.show_selection(part.selected)
        self.title.setText(finding(self.pack) if part.behind else counted(self.pack, part))

    @override
    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme; another zoom builds the view anew."""
        super().dress(theme, zoom)
        self.text.dress(theme, zoom)
        self.chart.dress(theme, zoom)
        self.legend.dress(theme, zoom)
        self._chosen, self._part = "", None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reference in full where there is room for it."""
        super().resizeEvent(event)
        wide = self.width() > WIDE * self.height()
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.split.orientation() is not wanted or event.oldSize().isEmpty():
            self.split.setOrientation(wanted)
            self.split.setSizes([620, 380])


def _scrolling(page: QFrame) -> QScrollArea:
    """A page that scrolls where there is no room for a few lines of its table."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes to its parts
    return area
