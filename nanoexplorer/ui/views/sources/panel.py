"""The sources side by side: who they are, on what they differ, what each covers."""

from __future__ import annotations

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.sources import SourcesPart
from nanoexplorer.documents.sources import beside_each_other, who
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.text import Bands
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, put
from nanoexplorer.ui.controls.columns_view import ColumnsView
from nanoexplorer.words import common
from nanoexplorer.words import sources as words


class SourcesPanel(View):
    """One text; the names of strategies in it lead to them."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        called = common.counted(len(pack.sources), words.TEXT)
        self.text = ColumnsView("sources.text", called, theme, zoom)
        self.text.requested.connect(self.requested)
        margin = tuple(scaled(px, zoom) for px in (14, 12, 2, 0))
        put(column(self, margin=margin), self.text)

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Make the selected strategy's name stand out; nothing else here ever changes."""
        part = screen.part
        if isinstance(part, SourcesPart) and "part" in changed:
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
