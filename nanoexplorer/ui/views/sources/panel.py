"""The sources side by side: on what they differ, what each covers, how far each reaches."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.sources import SourcesPart
from nanoexplorer.documents.sources import sections
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.words import sources as words


class SourcesPanel(View):
    """One text; the names of strategies in it lead to them."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self._shown: SourcesPart | None = None
        self.text = ProseView(theme, zoom)
        self.text.setObjectName("sources.text")
        self.text.setAccessibleName(words.TEXT)
        self.text.requested.connect(self.requested)
        lines = column(self)
        lines.setContentsMargins(18, 12, 0, 0)
        lines.addWidget(self.text)

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Make the selected strategy's name stand out; nothing else here ever changes."""
        part = screen.part
        if isinstance(part, SourcesPart) and part != self._shown:
            self._shown = part
            place = self.text.verticalScrollBar().value()
            self.text.show_sections(sections(self.pack, part))
            self.text.verticalScrollBar().setValue(place)

    @override
    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        super().dress(theme, zoom)
        self.text.dress(theme, zoom)
        self._shown = None  # drawn anew with the screen that follows
