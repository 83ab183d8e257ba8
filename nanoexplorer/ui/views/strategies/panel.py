"""The strategies: a column of cards for each kind, beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.evidence import Kind
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.strategies import Column, StrategiesPart
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.scrolling import hide_idle_handle
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, label, row
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.strategies.cards.view import CardList
from nanoexplorer.words import window as words

SCROLL_BAR = 10


class StrategiesPanel(View):
    """Two columns; a click or Enter on a card requests its strategy."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self.setObjectName("strategies")
        self.lists: dict[str, CardList] = {}
        self._selection = ""
        self._shown: dict[str, tuple[Column, bool]] = {}
        self._counts: dict[str, QLabel] = {}
        line = row(self, gap=16)
        line.setContentsMargins(18, 12, 8, 0)
        for kind in pack.kinds:
            line.addLayout(self._column(kind, pack, theme, zoom), 1)

    def _column(self, kind: Kind, pack: Pack, theme: Theme, zoom: int) -> QVBoxLayout:
        cards = CardList(pack, theme, zoom)
        cards.setObjectName(f"strategies.{kind.id}")
        cards.setAccessibleName(kind.plural)
        cards.requested.connect(self.requested)
        hide_idle_handle(cards)
        self.lists[kind.id] = cards
        self._counts[kind.id] = label("", "small", name=f"strategies.{kind.id}_count")
        made = column(gap=4)
        head = row()
        head.addWidget(elided(kind.plural, "caps"))
        head.addStretch(1)
        head.addWidget(self._counts[kind.id])
        head.addSpacing(scaled(SCROLL_BAR, zoom))
        made.addLayout(head)
        made.addWidget(cards, 1)
        return made

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the columns that have changed; a selection alone is only marked."""
        part = screen.part
        if not isinstance(part, StrategiesPart):
            return  # another view's: this one is shown in a moment, or was
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
        named = sum(len(g.strategies) for g in shown.groups if g.verdict is Verdict.MATCHES)
        found = shown.shown if searching else None
        self._counts[shown.kind.id].setText(words.column_count(named, shown.of, found))

    @override
    def reveal(self, strategy: str) -> None:
        """Bring a strategy's card into view."""
        for cards in self.lists.values():
            if cards.reveal(strategy):
                cards.setFocus()

    @override
    def dress(self, theme: Theme, zoom: int) -> None:
        super().dress(theme, zoom)
        for cards in self.lists.values():
            cards.dress(theme, zoom)
