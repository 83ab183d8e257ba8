"""What the parts of the window have in common, and what its views have."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.drawing.palette import Theme


class Part(QFrame):
    """Draws what it is handed and sends requests; it changes nothing by itself."""

    requested = Signal(object)
    """One of `nanoexplorer.ui.base.requests`."""

    def __init__(self, role: str = "", name: str = "") -> None:
        """The role that the style sheet draws it by, and a name to find it by."""
        super().__init__()
        self.setProperty("role", role)
        self.setObjectName(name)


class View(Part):
    """Every view beside the strategies is built when it is first looked at.

    `draw` is called with the whole screen when the view is first shown, and afterwards, while it is
    the one that is shown, with the names of the parts that have changed.
    """

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__("paper")
        self.pack, self.theme, self.zoom = pack, theme, zoom

    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the parts of a screen that concern this view."""

    def dress(self, theme: Theme) -> None:
        """Take another theme; its parts are handed it too, and all is drawn afterwards."""
        self.theme = theme

    def take_keys(self) -> None:
        """Take the keyboard, where somebody was sent here."""
        self.setFocus()

    def reveal(self, text: str) -> None:
        """Bring a paragraph of what is shown into sight."""
