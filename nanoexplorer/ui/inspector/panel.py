"""The inspector: one strategy in full, with everything that leads on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.widgets import LEFT, RIGHT, column, frame, label
from nanoexplorer.words import inspector as inspector_words

if TYPE_CHECKING:
    from nanoexplorer.ui.inspector.body import InspectorBody


class Inspector(QFrame):
    """Says that nothing is selected; hands on what the body of a strategy requests."""

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.setObjectName("inspector")
        self._pack = pack
        self._theme, self._zoom = theme, zoom
        self._shown: Inspected | None = None
        self._body: InspectorBody | None = None  # built for the first strategy, which a start lacks
        self.empty = label(
            inspector_words.INSPECTOR_EMPTY, "muted", wraps=True, name="inspector.empty"
        )
        self._nothing = padded(self.empty, zoom)
        self._lines = column(self, gap=0)
        self._lines.addWidget(self._nothing)
        self._lines.addStretch(0)

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
        self._nothing.setVisible(shown is None)
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
        if self._body is not None:
            self._body.dress(theme, zoom)
            self.show_part(self._shown)


def padded(widget: QWidget, zoom: int) -> QWidget:
    """A widget with the inspector's margins."""
    box = frame("inspector")
    lines = column(box, gap=0)
    sides = scaled(LEFT, zoom), scaled(16, zoom), scaled(RIGHT, zoom), scaled(4, zoom)
    lines.setContentsMargins(*sides)
    lines.addWidget(widget)
    return box
