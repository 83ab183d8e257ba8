"""The content of the window: panels side by side, fed from the session's screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStatusBar, QTabWidget, QWidget

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.palette import Theme
from nanoexplorer.ui.panels.header import Header
from nanoexplorer.ui.panels.inspector import Inspector
from nanoexplorer.ui.panels.profile_panel import ProfilePanel
from nanoexplorer.ui.panels.strategies_panel import StrategiesPanel
from nanoexplorer.ui.widgets import label, row

WIDTHS = (296, 744, 400)
LEAST_WIDTHS = (250, 330, 290)


class Content(QFrame):
    """Hands every panel its part of the screen, and draws only what has changed."""

    tab_chosen = Signal(str)

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.setObjectName("content")
        self.header = Header(zoom)
        self.header.show_pack(pack.title, pack.version)
        self.profile = ProfilePanel(pack, zoom)
        self.strategies = StrategiesPanel(pack, theme, zoom)
        self.inspector = Inspector(pack, theme, zoom)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("content.tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.strategies, strings.TAB_STRATEGIES)
        self.splitter = self._splitter(zoom)
        self.status = _status_bar(pack)
        line = row(self, gap=0)
        line.addWidget(self.splitter)

    def _splitter(self, zoom: int) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("content.splitter")
        splitter.setChildrenCollapsible(False)
        middle = QFrame()
        middle.setProperty("role", "paper")
        row(middle, gap=0).addWidget(self.tabs)
        panels = (self.profile, middle, self.inspector)
        for place, (panel, least) in enumerate(zip(panels, LEAST_WIDTHS, strict=True)):
            panel.setMinimumWidth(least)
            splitter.addWidget(panel)
            splitter.setStretchFactor(place, 1 if place == 1 else 0)
        splitter.setSizes(
            [width * zoom // 100 if n != 1 else width for n, width in enumerate(WIDTHS)]
        )
        return splitter

    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the parts of a screen that have changed."""
        searching = bool(screen.search.strip())
        if "profile" in changed and screen.profile:
            self.profile.show_part(screen.profile)
        for name in ("treatments", "carriers"):
            column = getattr(screen, name)
            if column and (name in changed or "search" in changed):
                self.strategies.show_column(column, searching, screen.selection)
        if "selection" in changed:
            self.strategies.show_selection(screen.selection)
        if "inspector" in changed:
            self.inspector.show_part(screen.inspector)
        if "search" in changed:
            self.header.show_search(screen.search)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom where panels paint themselves."""
        self.strategies.dress(theme, zoom)
        self.inspector.dress(theme, zoom)

    def say(self, text: str, milliseconds: int = 6000) -> None:
        """Say something in the status bar for a while; 0: until something else is said."""
        self.status.showMessage(text, milliseconds)

    def widths_text(self) -> str:
        return bytes(self.splitter.saveState().toBase64().data()).decode()

    def restore_widths(self, text: str) -> None:
        if text:
            self.splitter.restoreState(QByteArray.fromBase64(text.encode()))


def _status_bar(pack: Pack) -> QStatusBar:
    bar = QStatusBar()
    bar.setObjectName("content.status")
    bar.setSizeGripEnabled(False)
    sources = " + ".join(source.label for source in pack.sources)
    listed = sum(1 for r in pack.references if not r.id.startswith("note-")) - len(pack.sources)
    bar.addWidget(label(strings.STATUS_LINE.format(sources=sources), "small"))
    bar.addWidget(label(strings.STATUS_REFERENCES.format(count=listed), "small"))
    zoom: QLabel = label("", "small", name="content.zoom")
    bar.addPermanentWidget(label(strings.OFFLINE, "small"))
    bar.addPermanentWidget(zoom)
    return bar
