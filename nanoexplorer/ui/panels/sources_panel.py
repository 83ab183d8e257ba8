"""The sources side by side: on what they differ, what each covers, how far each reaches."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.figures.source_text import write_sources
from nanoexplorer.figures.strategy_text import LINK_DOI, LINK_STRATEGY
from nanoexplorer.palette import Theme
from nanoexplorer.strings import sources as words
from nanoexplorer.ui.prose_view import ProseView
from nanoexplorer.ui.view import View
from nanoexplorer.ui.widgets import column


class SourcesPanel(View):
    """One text; the names of strategies in it lead to them."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self._selection = ""
        self.text = ProseView(theme, zoom)
        self.text.setObjectName("sources.text")
        self.text.setAccessibleName(words.TEXT)
        self.text.anchorClicked.connect(self._follow)
        lines = column(self)
        lines.setContentsMargins(18, 12, 0, 0)
        lines.addWidget(self.text)
        self._write()

    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Make the selected strategy's name stand out; nothing else here ever changes."""
        if screen.selection != self._selection:
            self._selection = screen.selection
            place = self.text.verticalScrollBar().value()
            self._write()
            self.text.verticalScrollBar().setValue(place)

    def _write(self) -> None:
        self.text.write(lambda prose: write_sources(prose, self.pack, self._selection))

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        super().dress(theme, zoom)
        self.text.dress(theme, zoom)
        self._write()

    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(LINK_STRATEGY):
            self.strategy_chosen.emit(target.removeprefix(LINK_STRATEGY))
        elif target.startswith(LINK_DOI):
            self.link_wished.emit(target)
