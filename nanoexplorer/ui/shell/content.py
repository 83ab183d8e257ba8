"""The content of the window: panels side by side, fed from the session's screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTabWidget

from nanoexplorer import views
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import EMPTY, Screen
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.logs import log
from nanoexplorer.overriding import override
from nanoexplorer.ui.base import theme as themes
from nanoexplorer.ui.base.preloading import Preload, import_plots, make_searchable
from nanoexplorer.ui.base.requests import Search, SelectStrategy, ShowView
from nanoexplorer.ui.base.session import FIRST_TAB, INSPECTOR_TAB
from nanoexplorer.ui.base.view import Part, View
from nanoexplorer.ui.base.widgets import put, row
from nanoexplorer.ui.inspector.panel import Inspector
from nanoexplorer.ui.profile.panel import ProfilePanel
from nanoexplorer.ui.shell.header import Header
from nanoexplorer.ui.shell.panels import Panels
from nanoexplorer.ui.shell.side_panels import SidePanels
from nanoexplorer.ui.shell.status_bar import StatusBar
from nanoexplorer.ui.shell.tab_menu import TabMenu
from nanoexplorer.ui.views.strategies.panel import StrategiesPanel
from nanoexplorer.words import common
from nanoexplorer.words import search as search_words
from nanoexplorer.words import window as window_words

if TYPE_CHECKING:
    from nanoexplorer.ui.shell.search_panel import SearchPanel


LOOK_AGAIN: Final = 30
"""Milliseconds between two looks whether a search can begin."""
MANY_STATEMENTS: Final = 5_000
"""From which on making them searchable takes longer than a hand from the box to a key."""


class Content(Part):
    """Hands every panel its part of the screen, and draws only what has changed."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, sides: SidePanels) -> None:
        super().__init__("paper", "content")
        self.header = Header(zoom)
        self.header.show_pack(pack.title, pack.version)
        self.profile = ProfilePanel(pack, zoom)
        self.strategies = StrategiesPanel(pack, theme, zoom)
        self.inspector = Inspector(pack, theme, zoom)
        for panel in (self.profile, self.inspector):
            panel.requested.connect(self.requested)
        self.header.requested.connect(self._ask_when_ready)
        self.strategies.requested.connect(self._ask)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("content.tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(window_words.VIEWS)
        self.tabs.tabBar().setAccessibleName(window_words.VIEWS)
        self._names = views.tabs_for(pack)
        self.views: dict[str, View] = {"strategies": self.strategies}
        self._homes = {name: QFrame() for name in self._names[1:]}
        self.tabs.addTab(self.strategies, common.TABS["strategies"])
        for name, home in self._homes.items():
            self.tabs.addTab(home, common.TABS[name])
        self._screen = EMPTY
        self._in_front: View | None = None
        self.tabs.currentChanged.connect(self._tab_chosen)
        Preload(self.tabs.tabBar(), import_plots)
        self._searchable = Preload(self.header.search, partial(make_searchable, pack))
        self._awaited: Search | None = None
        self._search: SearchPanel | None = None
        self._watch_search()
        self.tab_menu = TabMenu(self.tabs, zoom)
        self._pack, self.theme, self.zoom = pack, theme, zoom
        self.panels = Panels((self.profile, self.tabs, self.inspector), sides, zoom)
        self.tab_menu.inspector.clicked.connect(lambda: self.panels.turn("inspector"))
        self.panels.arranged.connect(self._show_inspector_open)
        self.status = StatusBar(pack, zoom)
        self.status.requested.connect(self.requested)
        put(row(self, gap=0), self.panels)

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
        profile = self._screen.profile.profile
        if self._screen.search.strip():
            self.search.show_found(profile, self._screen.search, self.header.search)
        else:
            self._put_search_away()

    @property
    def _searching(self) -> bool:
        """Whether it is shown what a search found."""
        return self._search is not None and self._search.isVisible()

    def _walk_into_search(self) -> None:
        self.show_search()
        if self._searching:
            self.search.enter()

    def _enter_search(self) -> None:
        if self._searching:
            self.search.go_first()
        else:
            self.show_search()

    def _search_left(self) -> None:
        """Look who has the keyboard once it has gone there."""
        if self._searching:
            QTimer.singleShot(0, self, self._hide_search)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press that nothing else takes puts away what stands over what one wants to see."""
        self._put_search_away()
        super().mousePressEvent(event)

    def _put_search_away(self) -> None:
        if self._search is not None:
            self._search.hide()

    def _hide_search(self) -> None:
        """A search that nobody types in or walks through is over."""
        if self._searching and not (self.header.search.in_use or self.search.list.hasFocus()):
            self.search.hide()

    def _tab_chosen(self, place: int) -> None:
        name = self._names[place]
        if name in self._homes and name not in self.views:
            self._build(name)
        for view in self.views.values():  # laid out once, in the room that it will have
            if view is not self.strategies:
                view.hide()
        self.panels.show_view(name, wide=views.BY_NAME[name].wide)
        self.views[name].show()
        self.requested.emit(ShowView(name))  # the screen of this view is drawn by it, if it is new
        self._draw_view(self._screen, frozenset())

    def _build(self, name: str) -> None:
        """Build a view when it is first looked at."""
        make: type[View] = views.load(views.BY_NAME[name].panel)
        view = make(self._pack, self.theme, self.zoom)
        view.setObjectName(name)
        put(row(self._homes[name], gap=0), view)
        self.views[name] = view
        log("ui", "view-built", name=name)
        view.requested.connect(self._ask)

    def _draw_view(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw what has changed of the view in front; all of it where another was before."""
        view = self.views.get(self._names[self.tabs.currentIndex()])
        if view is not self._in_front:
            changed, self._in_front = screen.changed_since(EMPTY), view
        if view is not None and changed:
            view.draw(screen, changed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a search found stands below its box."""
        super().resizeEvent(event)
        if self._searching:
            self.show_search()

    def _show_inspector_open(self) -> None:
        self.tab_menu.inspector.setChecked(self.panels.is_open("inspector"))

    def _ask_when_ready(self, request: object) -> None:
        """Hand on what the header requests. In a pack of very many statements a search waits until
        these are made ready, and the window does not.
        """
        many = len(self._pack.statements) > MANY_STATEMENTS
        if not (isinstance(request, Search) and many and self._searchable.working):
            self.requested.emit(request)
            return
        if self._awaited is None:
            self.status.say(search_words.MAKING_READY, 0)
            QTimer.singleShot(LOOK_AGAIN, self, self._ask_again)
        self._awaited = request

    def _ask_again(self) -> None:
        if self._searchable.working:
            QTimer.singleShot(LOOK_AGAIN, self, self._ask_again)
        else:
            self._awaited, awaited = None, self._awaited
            self.requested.emit(awaited)

    def _ask(self, request: object) -> None:
        """Hand on what a view requests; a strategy that is chosen in it brings the inspector."""
        self.requested.emit(request)
        if isinstance(request, SelectStrategy) and request.strategy:
            self.panels.bring_inspector()

    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the parts of a screen that have changed."""
        self._screen = screen
        if "profile" in changed:
            self.panels.show_profile(screen.profile)
        if "options" in changed:
            self.inspector.choose(dict(screen.options).get(INSPECTOR_TAB, FIRST_TAB))
        if "inspector" in changed:
            self.inspector.show_part(screen.inspector)
            self.panels.show_selected(screen.inspector is not None)
        if "tab" in changed:
            self._put_search_away()
        if "search" in changed:
            self.header.show_search(screen.search)
            if self.header.search.in_use or not screen.search.strip():
                self.show_search()
        if "tab" in changed and screen.tab in self._names:
            self.tabs.setCurrentIndex(self._names.index(screen.tab))
        self._draw_view(screen, changed)

    def dress(self, theme: Theme) -> None:
        """Take another theme where panels paint themselves; another zoom makes all anew."""
        self.theme = theme
        themes.dress(self, theme)
        self._in_front = None
        self._draw_view(self._screen, frozenset())
        self.inspector.show_part(self._screen.inspector)
