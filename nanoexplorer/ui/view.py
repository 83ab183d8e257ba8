"""What every view beside the strategies has in common: it is built when it is first looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.palette import Theme


class View(QFrame):
    """Draws what it is handed and sends wishes; it changes nothing by itself.

    `draw` is called with the whole screen when the view is first shown, and afterwards, while it is
    the one that is shown, with the names of the parts that have changed.
    """

    strategy_chosen = Signal(str)
    """Select this strategy everywhere."""
    profile_wished = Signal(object)
    """Change these fields of the profile: a dict of field ids and values."""
    second_profile_wished = Signal(object)
    """Compare with this Profile, or with none (None)."""
    profiles_wished = Signal(object, object)
    """Take these Profiles, the first and the second, in one step."""
    option_wished = Signal(str, str)
    """Remember an option of a view in the intent: its name (`view.option`) and its value."""
    search_wished = Signal(str)
    """Filter the strategies, and show them."""
    view_wished = Signal(str)
    """Go to the view of this name."""
    link_wished = Signal(str)
    report_wished = Signal(str)
    saying_wished = Signal(str)
    """Say this in the status bar."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.pack, self.theme, self.zoom = pack, theme, zoom

    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the parts of a screen that concern this view."""

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom; whoever calls draws everything afterwards."""
        self.theme, self.zoom = theme, zoom

    def take_keys(self) -> None:
        """Take the keyboard, where somebody was sent here."""
        self.setFocus()

    def reveal(self, text: str) -> None:
        """Bring a paragraph of what is shown into sight."""
