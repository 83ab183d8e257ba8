"""The sources side by side: who they are, on what they differ, what each covers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.sources import SourcesPart
from nanoexplorer.documents.sources import beside_each_other, who
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.text import Bands
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column
from nanoexplorer.ui.controls.columns_view import ColumnsView
from nanoexplorer.words import sources as words


class SourcesPanel(View):
    """One text; the names of strategies in it lead to them."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self._shown: SourcesPart | None = None
        self.text = ColumnsView(theme, zoom)
        self.text.setObjectName("sources.text")
        self.text.setAccessibleName(words.TEXT)
        self.text.requested.connect(self.requested)
        lines = column(self)
        lines.setContentsMargins(*(scaled(px, zoom) for px in (14, 12, 2, 0)))
        lines.addWidget(self.text)

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Make the selected strategy's name stand out; nothing else here ever changes."""
        part = screen.part
        if isinstance(part, SourcesPart) and part != self._shown:
            self._shown = part
            place = self.text.verticalScrollBar().value()
            self.text.show_bands(lambda columns: self._bands(part, columns))
            self.text.verticalScrollBar().setValue(place)

    def _bands(self, part: SourcesPart, columns: int) -> Bands:
        """The sources side by side, and below them what is said of all."""
        sources, others = who(self.pack), beside_each_other(self.pack, part)
        rows = (sources[n : n + columns] for n in range(0, len(sources), columns))
        first = tuple(tuple((source,) for source in row) for row in rows)
        below = tuple((s,) for s in others) if columns > 1 else (others,)
        return (*first, below)

    @override
    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        super().dress(theme, zoom)
        self.text.dress(theme, zoom)
        self._shown = None  # drawn anew with the screen that follows
