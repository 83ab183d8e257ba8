"""The strategies: how many there are, and a column of cards and lines for each kind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout

from nanoexplorer.core.evidence import Kind
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.strategies import (
    CHOSEN,
    ONLY_DEPENDENT,
    Column,
    StrategiesPart,
    only_dependent,
)
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.base.scrolling import hide_idle_handle
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import STRETCH, column, give_tip, label, put, row
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.strategies.cards.view import CardList
from nanoexplorer.ui.views.strategies.count_bar import CountBar
from nanoexplorer.words import window as words

SCROLL_BAR = 10
SIDE, BETWEEN = 16, 24
"""Px at 100 %, the scroll bar of each column included."""


class StrategiesPanel(View):
    """Two columns; a click or Enter on a card requests its strategy."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        self.setObjectName("strategies")
        self.lists: dict[str, CardList] = {}
        self._selection = ""
        self._shown: dict[str, tuple[Column, bool]] = {}
        self._counts: dict[str, QLabel] = {}
        self.bar = CountBar(theme, zoom)
        self.bar.switch.clicked.connect(self._switch)
        margin = scaled(SIDE, zoom), 8, scaled(SIDE - SCROLL_BAR, zoom), 0
        line = row(gap=scaled(BETWEEN - SCROLL_BAR, zoom), margin=margin)
        for kind in pack.kinds:
            line.addLayout(self._column(kind), 1)
        put(column(self, gap=0), self.bar, (line, 1))

    @property
    def opened(self) -> dict[str, frozenset[str]]:
        """The groups of each column that are open."""
        return {kind: frozenset(cards.cards.open_groups) for kind, cards in self.lists.items()}

    def open_as(self, opened: Mapping[str, frozenset[str]]) -> None:
        """Begin with the groups open that were, before anything is drawn."""
        for kind, cards in self.lists.items():
            cards.cards.open_groups = set(opened.get(kind, ()))

    def _switch(self, on: bool) -> None:
        self.requested.emit(ChooseOption(ONLY_DEPENDENT, CHOSEN if on else ""))

    def _column(self, kind: Kind) -> QVBoxLayout:
        cards = CardList(self.pack, self.theme, self.zoom)
        cards.setObjectName(f"strategies.{kind.id}")
        cards.setAccessibleName(kind.plural)
        cards.requested.connect(self.requested)
        hide_idle_handle(cards)
        self.lists[kind.id] = cards
        count = label("", "small", name=f"strategies.{kind.id}_count")
        give_tip(count, words.COLUMN_TIP)
        self._counts[kind.id] = count
        head = put(row(), elided(kind.plural, "caps"), STRETCH, count)
        head.addSpacing(scaled(SCROLL_BAR, self.zoom))
        return put(column(gap=2), head, (cards, 1))

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the columns that have changed; a selection alone is only marked."""
        part = screen.part
        if not isinstance(part, StrategiesPart):
            return  # another view's: this one is shown in a moment, or was
        self.bar.show_totals(screen.profile.totals)
        self.bar.switch.setChecked(only_dependent(screen.options))
        for shown in part.columns:
            now = shown, bool(part.search)
            if self._shown.get(shown.kind.id) != now:
                self._shown[shown.kind.id] = now
                self._show_column(*now, screen.selection)
        if screen.selection != self._selection:
            self._selection = screen.selection
            for cards in self.lists.values():
                cards.show_selection(screen.selection)

    def _show_column(self, shown: Column, searching: bool, selection: str) -> None:
        """Draw one column."""
        self.lists[shown.kind.id].show_column(shown, searching, selection)
        found = shown.shown if searching else None
        self._counts[shown.kind.id].setText(words.column_count(shown.of, found))

    @override
    def reveal(self, strategy: str) -> None:
        """Bring a strategy's card into view."""
        for cards in self.lists.values():
            if cards.reveal(strategy):
                cards.setFocus()
