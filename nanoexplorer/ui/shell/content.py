"""The content of the window: panels side by side, fed from the session's screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QTabWidget, QWidget

from nanoexplorer import views
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import EMPTY, Screen
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.logs import log
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.preloading import Preload, import_plots, make_searchable
from nanoexplorer.ui.base.requests import ShowView
from nanoexplorer.ui.base.settings import as_bytes, as_text
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, give_tip, row
from nanoexplorer.ui.controls.chevrons import FoldButton
from nanoexplorer.ui.inspector.panel import Inspector
from nanoexplorer.ui.profile.panel import ProfilePanel
from nanoexplorer.ui.shell.header import Header
from nanoexplorer.ui.shell.status_bar import StatusBar
from nanoexplorer.ui.shell.tab_menu import TabMenu
from nanoexplorer.ui.views.strategies.panel import StrategiesPanel
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words

if TYPE_CHECKING:
    from nanoexplorer.ui.shell.search_panel import SearchPanel

SIDE = 296
LEAST_SIDE = 276
AMPLE = 1000
INSPECTOR = 400
BESIDE = 760
"""Px at 100 %; below this much room for tabs and inspector the inspector goes underneath."""
LOW = 470
"""Px at 100 %; below this height an inspector underneath folds away, on a map it begins folded."""


class Content(QFrame):
    """Hands every panel its part of the screen, and draws only what has changed."""

    requested = Signal(object)
    """What any of its panels requests."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.setObjectName("content")
        self.header = Header(zoom)
        self.header.show_pack(pack.title, pack.version)
        self.profile = ProfilePanel(pack, zoom)
        self.strategies = StrategiesPanel(pack, theme, zoom)
        self.inspector = Inspector(pack, theme, zoom)
        for panel in (self.header, self.profile, self.strategies, self.inspector):
            panel.requested.connect(self.requested)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("content.tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(window_words.VIEWS)
        self.tabs.tabBar().setAccessibleName(window_words.VIEWS)
        self._names = views.TABS
        self.views: dict[str, View] = {"strategies": self.strategies}
        self._homes = {name: QFrame() for name in self._names[1:]}
        self.tabs.addTab(self.strategies, common.TABS["strategies"])
        for name, home in self._homes.items():
            self.tabs.addTab(home, common.TABS[name])
        self._screen = EMPTY
        self._in_front: View | None = None
        self.tabs.currentChanged.connect(self._tab_chosen)
        Preload(self.tabs.tabBar(), import_plots)
        Preload(self.header.search, partial(make_searchable, pack))
        self._search: SearchPanel | None = None
        self._watch_search()
        TabMenu(self.tabs, zoom)
        self._pack, self.theme, self.zoom = pack, theme, zoom
        self._laid = self._moved = False
        self._folded = {True: True, False: False}  # on a map, and on the strategies
        self.fold = FoldButton("", zoom)
        self.fold.setObjectName("content.fold")
        self.fold.clicked.connect(self._fold)
        self.inner = QSplitter()
        self.splitter = self._splitter()
        self.splitter.splitterMoved.connect(self._remember_move)
        self.status = StatusBar(pack, zoom)
        line = row(self, gap=0)
        line.addWidget(self.splitter)

    def _watch_search(self) -> None:
        box = self.header.search
        box.walked.connect(self._walk_into_search)
        box.entered.connect(self._enter_search)
        box.left.connect(self._search_left)

    @property
    def search(self) -> SearchPanel:
        """What a search found; made for the first."""
        if self._search is None:
            from nanoexplorer.ui.shell.search_panel import SearchPanel

            made = self._search = SearchPanel(self._pack, self.theme, self.zoom, self)
            made.requested.connect(self.requested)
            made.box_requested.connect(self.header.search.setFocus)
            made.typed.connect(self.header.search.keyPressEvent)
            made.left.connect(self._search_left)
        return self._search

    def show_search(self) -> None:
        """Show what is found by what stands in the search box; nothing for an empty one."""
        shown = self._screen.profile
        if shown is not None and self._screen.search.strip():
            self.search.show_found(shown.profile, self._screen.search, self.header.search)
        elif self._search is not None:
            self._search.hide()

    def _walk_into_search(self) -> None:
        self.show_search()
        if self._search is not None and self._search.isVisible():
            self._search.enter()

    def _enter_search(self) -> None:
        if self._search is not None and self._search.isVisible():
            self._search.go_first()
        else:
            self.show_search()

    def _search_left(self) -> None:
        """Look who has the keyboard once it has gone there."""
        if self._search is not None and self._search.isVisible():
            QTimer.singleShot(0, self, self._hide_search)

    def _hide_search(self) -> None:
        """A search that nobody types in or walks through is over."""
        if self._search is not None and not (
            self.header.search.in_use or self._search.list.hasFocus()
        ):
            self._search.hide()

    def _splitter(self) -> QSplitter:
        """Profile left; the tabs and the inspector beside or, in a narrow window, above it."""
        outer = QSplitter(Qt.Orientation.Horizontal)
        outer.setObjectName("content.splitter")
        middle = QFrame()
        middle.setProperty("role", "paper")
        stack = column(middle, gap=0)
        stack.addWidget(self.tabs, 1)
        stack.addWidget(self.fold)
        self.inner.setObjectName("content.inner")
        for splitter, panels in (
            (self.inner, (middle, self.inspector)),
            (outer, (self.profile, self.inner)),
        ):
            splitter.setChildrenCollapsible(False)
            for panel in panels:
                splitter.addWidget(panel)
        outer.setStretchFactor(1, 1)
        self.inner.setStretchFactor(0, 1)
        self.profile.setMinimumWidth(scaled(LEAST_SIDE, self.zoom))
        return outer

    def _tab_chosen(self, place: int) -> None:
        name = self._names[place]
        if name in self._homes and name not in self.views:
            self._build(name)
        if self.inner.orientation() is Qt.Orientation.Vertical:
            self._seat_inspector()
            self._share_room()
        self.requested.emit(ShowView(name))  # the screen of this view is drawn by it, if it is new
        self._draw_view(self._screen, frozenset())

    def _build(self, name: str) -> None:
        """Build a view when it is first looked at."""
        make: type[View] = views.load(views.BY_NAME[name].panel)
        view = make(self._pack, self.theme, self.zoom)
        view.setObjectName(name)
        row(self._homes[name], gap=0).addWidget(view)
        view.show()
        self.views[name] = view
        log("ui", "view-built", name=name)
        view.requested.connect(self.requested)

    def _draw_view(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw what has changed of the view in front; all of it where another was before."""
        view = self.views.get(self._names[self.tabs.currentIndex()])
        if view is not self._in_front:
            changed, self._in_front = screen.changed_since(EMPTY), view
        if view is not None and changed:
            view.draw(screen, changed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the inspector where there is room for it."""
        super().resizeEvent(event)
        ample = self.width() >= scaled(AMPLE, self.zoom)
        side = scaled(SIDE if ample else LEAST_SIDE, self.zoom)
        if not self._moved:
            self.splitter.setSizes([side, self.width() - side])
        room = self.width() - self.splitter.sizes()[0]
        beside = room >= scaled(BESIDE, self.zoom)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.inner.orientation() is not wanted or not self._laid:
            self._laid = True
            self.inner.setOrientation(wanted)
            self._share_room()
        self._seat_inspector()
        if self._search is not None and self._search.isVisible():
            self.show_search()

    def _share_room(self) -> None:
        """Divide the room between tabs and inspector; below a map it gets less, for it draws."""
        beside = self.inner.orientation() is Qt.Orientation.Horizontal
        whole = self.width() - self.splitter.sizes()[0] if beside else self.height()
        share = 0.45 if beside else 0.3 if self._on_map() and not self._is_low() else 0.5
        far = min(scaled(INSPECTOR, self.zoom), round(whole * share))
        self.inner.setSizes([whole - far, far])

    def _seat_inspector(self) -> None:
        """Below the columns it takes no room while there is nothing to show in it."""
        below = self.inner.orientation() is Qt.Orientation.Vertical
        shown = self._screen.inspector
        folds = below and shown is not None and self._is_low()
        opened = not (folds and self._folded[self._on_map()])
        if shown is not None:
            words = inspector_words.INSPECTOR_FOLD if opened else inspector_words.INSPECTOR_UNFOLD
            self.fold.setText(words.format(name=shown.card.strategy.name))
            give_tip(self.fold, self.fold.text())
        self.fold.setChecked(opened)
        self.fold.setVisible(folds)
        self.inspector.setVisible(opened and (shown is not None or not below))

    def _on_map(self) -> bool:
        return self._names[self.tabs.currentIndex()] in self._homes

    def _is_low(self) -> bool:
        return self.height() < scaled(LOW, self.zoom)

    def _fold(self) -> None:
        """Fold the inspector away or open it, here and from now on."""
        self._folded[self._on_map()] = not self.fold.isChecked()
        self._seat_inspector()
        self._share_room()

    def open_inspector(self) -> None:
        """Unfold the inspector where it is folded away."""
        self._folded[self._on_map()] = False
        self._seat_inspector()
        self._share_room()

    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the parts of a screen that have changed."""
        self._screen = screen
        if "profile" in changed and screen.profile:
            self.profile.show_part(screen.profile)
        if "inspector" in changed:
            self.inspector.show_part(screen.inspector)
            self._seat_inspector()
        if "search" in changed:
            self.header.show_search(screen.search)
            if self.header.search.in_use or not screen.search.strip():
                self.show_search()
        if "tab" in changed and screen.tab in self._names:
            self.tabs.setCurrentIndex(self._names.index(screen.tab))
        self._draw_view(screen, changed)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom where panels paint themselves."""
        self.theme, self.zoom = theme, zoom
        for view in self.views.values():
            view.dress(theme, zoom)
        self._draw_view(self._screen, self._screen.changed_since(EMPTY))
        self.inspector.dress(theme, zoom)
        if self._search is not None:
            self._search.dress(theme, zoom)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What the keyboard goes to with one key: profile, view, inspector."""
        return self.profile, self.tabs.currentWidget(), self.inspector

    def say(self, text: str, milliseconds: int = 6000, *, caution: bool = False) -> None:
        """Say something in the status bar for a while; 0: until the next action."""
        self.status.say(text, milliseconds, caution=caution)

    def _remember_move(self, *_: object) -> None:
        self._moved = True

    def widths_text(self) -> str:
        """The widths of the parts as one line of the settings; empty if nobody has moved them."""
        if not self._moved:
            return ""
        return as_text(self.splitter.saveState().data())

    def restore_widths(self, text: str) -> None:
        """Take widths from the settings; what is none is left out."""
        if text and self.splitter.restoreState(as_bytes(text)):
            self._moved = True
