"""The inspector: one strategy in full, with everything that leads on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.ui.base.widgets import column
from nanoexplorer.ui.inspector.empty_page import EmptyPage

if TYPE_CHECKING:
    from nanoexplorer.ui.inspector.body import InspectorBody


class Inspector(QFrame):
    """A strategy, or the empty page where none is selected; hands on what they request."""

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.setObjectName("inspector")
        self._pack = pack
        self._theme, self._zoom = theme, zoom
        self._shown: Inspected | None = None
        self._tab = ""
        self._body: InspectorBody | None = None  # built for the first strategy, which a start lacks
        self.nothing = EmptyPage(pack, theme, zoom)
        self.nothing.requested.connect(self.requested)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.nothing)
        column(self, gap=0).addWidget(self.pages)

    @property
    def body(self) -> InspectorBody:
        """Everything that is shown of a strategy."""
        if self._body is None:
            from nanoexplorer.ui.inspector.body import InspectorBody

            self._body = InspectorBody(self._pack, self._theme, self._zoom)
            self._body.choose(self._tab)
            self._body.requested.connect(self.requested)
            self.pages.addWidget(self._body)
            self.window().addActions(self._body.tabs.keys)
        return self._body

    def show_part(self, shown: Inspected | None) -> None:
        """Draw a strategy, or the empty page."""
        self._shown = shown
        if shown is None:
            self.pages.setCurrentWidget(self.nothing)
        else:
            self.body.show_strategy(self._pack, shown)
            self.pages.setCurrentWidget(self.body)

    def choose(self, tab: str) -> None:
        """Turn to a tab, now or as soon as there is a strategy."""
        self._tab = tab
        if self._body is not None:
            self._body.choose(tab)

    def reveal(self, text: str, tab: str = "evidence") -> None:
        """Bring what a tab says of the strategy into sight, and give it the keyboard."""
        self.body.reveal(text, tab)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        self.nothing.dress(theme)
        if self._body is not None:
            self._body.dress(theme, zoom)
            self.show_part(self._shown)
