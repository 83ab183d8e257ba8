"""The inspector: one strategy in full, with everything that leads on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

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
        self._body: InspectorBody | None = None  # built for the first strategy, which a start lacks
        self.nothing = EmptyPage(pack, theme, zoom)
        self.nothing.requested.connect(self.requested)
        self._lines = column(self, gap=0)
        self._lines.addWidget(self.nothing, 1)

    @property
    def body(self) -> InspectorBody:
        """Everything that is shown of a strategy."""
        if self._body is None:
            from nanoexplorer.ui.inspector.body import InspectorBody

            body = InspectorBody(self._pack, self._theme, self._zoom)
            body.requested.connect(self.requested)
            self._body = body
            self._lines.insertWidget(1, self._body, 1)
        return self._body

    def show_part(self, shown: Inspected | None) -> None:
        """Draw a strategy, or say that none is selected."""
        self._shown = shown
        self.nothing.setVisible(shown is None)
        if shown is not None:
            self.body.show_strategy(self._pack, shown)
        if self._body is not None:
            self._body.setVisible(shown is not None)

    def reveal(self, text: str) -> None:
        """Bring a paragraph of the strategy into sight, and give it the keyboard."""
        self.body.text.reveal(text)
        self.body.text.setFocus()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        self.nothing.dress(theme)
        if self._body is not None:
            self._body.dress(theme, zoom)
            self.show_part(self._shown)
