"""The references: a table with one of them in full, and what kinds stand behind each strategy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from nanoexplorer.citations.cited import whose
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.reference_kinds import SOURCE_ITSELF, kinds_behind, kinds_behind_all
from nanoexplorer.core.reference_list import kinds_of
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents import links
from nanoexplorer.documents.references import sections
from nanoexplorer.figures.reference_columns import Filters, filters_from
from nanoexplorer.figures.scale import scaled
from nanoexplorer.palette import Theme
from nanoexplorer.strings import references as references_words
from nanoexplorer.ui.controls import Segment, place_of
from nanoexplorer.ui.elided import elided
from nanoexplorer.ui.flow import Flow
from nanoexplorer.ui.kind_chart import KindChart, KindLegend
from nanoexplorer.ui.prose_view import ProseView
from nanoexplorer.ui.reference_copies import CopyBar
from nanoexplorer.ui.reference_filters import FilterBar
from nanoexplorer.ui.reference_model import ReferenceModel
from nanoexplorer.ui.reference_table import ReferenceTable
from nanoexplorer.ui.requests import ChooseOption, FollowLink, SelectStrategy
from nanoexplorer.ui.view import View
from nanoexplorer.ui.widgets import column, frame, row

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
        self._chosen, self._selection, self._drawn = "", "", False
        self.title = elided("", "lead", name="references.title")
        self.pages = QStackedWidget()
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self._behind_page())
        lines = column(self, gap=10)
        lines.setContentsMargins(18, 12, 12, 8)
        lines.addWidget(self._head())
        lines.addWidget(self.pages, 1)

    def _head(self) -> QFrame:
        """The switch first, so that it stays where it is whatever the title says."""
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
        Flow(head, gap=16).add(box, self.title)
        return head

    def _list_page(self) -> QScrollArea:
        page = frame("paper")
        self.filters = FilterBar(kinds_of(self.references.rows), self.zoom)
        self.filters.requested.connect(self.requested)
        self.table = ReferenceTable(self.references, self.zoom)
        self.table.requested.connect(self.requested)
        self.text = ProseView(self.theme, self.zoom)
        self.text.setObjectName("references.text")
        self.text.setAccessibleName(references_words.IN_FULL)
        self.text.anchorClicked.connect(self._follow)
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

    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw what a profile doesn't change: options, the selection, and what is listed."""
        if self._drawn and not changed & {"options", "selection", "inspector"}:
            return
        self._drawn = True
        options = dict(screen.options)
        filters = filters_from(options)
        self._list(screen, filters)
        wanted = options.get("references.shown", "")
        self._show(wanted if wanted in self.references.places else "", screen.selection)
        behind = options.get("references.page", "") == PAGES[1]
        self._turn(behind, screen.selection)

    def _list(self, screen: Screen, filters: Filters) -> None:
        self.filters.show_filters(filters, bool(screen.selection))
        of = None
        if filters.of_selected and screen.inspector:
            of = frozenset(screen.inspector.references)
        self.references.show(filters.text, filters.kind, of, filters.by, filters.down)
        self.table.show_sorting(filters.by, filters.down)
        self.copies.show_references(self.references.references())

    def _show(self, wanted: str, selection: str) -> None:
        """Show a reference in full: the one that was chosen, or else the first of the list."""
        first = self.references.row(0)
        shown = wanted if self.references.line(wanted) >= 0 else ""
        if not shown and first:
            shown = first.reference.id
        self.table.show_chosen(shown)
        if (shown, selection) != (self._chosen, self._selection) or not shown:
            place = self.text.verticalScrollBar().value() if shown == self._chosen else 0
            self._chosen, self._selection = shown, selection
            listed = self.references.listed(shown) if shown else None
            self.text.show_sections(sections(self.pack, listed, selection))
            self.text.verticalScrollBar().setValue(place)

    def take_keys(self) -> None:
        self.table.setFocus()

    def _turn(self, behind: bool, selection: str) -> None:
        """Turn to a page, and say over it what is on it."""
        self.pages.setCurrentIndex(int(behind))
        self.switch.button(int(behind)).setChecked(True)
        self.chart.show_selection(selection)
        shown, of = len(self.references.order), len(self.references.rows)
        self.title.setText(
            self._finding()
            if behind
            else references_words.references_counted(shown, of, whose(self.pack))
        )

    def _finding(self) -> str:
        cited = kinds_behind_all(self.pack)
        publications = cited.publications - cited.of(SOURCE_ITSELF)
        return references_words.kinds_title(publications, cited.of("review"))

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme; another zoom builds the view anew."""
        super().dress(theme, zoom)
        self.text.dress(theme, zoom)
        self.chart.dress(theme, zoom)
        self.legend.dress(theme, zoom)
        self._chosen, self._drawn = "", False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reference in full where there is room for it."""
        super().resizeEvent(event)
        wide = self.width() > WIDE * self.height()
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.split.orientation() is not wanted or event.oldSize().isEmpty():
            self.split.setOrientation(wanted)
            self.split.setSizes([620, 380])

    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(links.STRATEGY):
            self.requested.emit(SelectStrategy(target.removeprefix(links.STRATEGY)))
        elif target.startswith(links.DOI):
            self.requested.emit(FollowLink(target))


def _scrolling(page: QFrame) -> QScrollArea:
    """A page that scrolls where there is no room for a few lines of its table."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes to its parts
    return area
