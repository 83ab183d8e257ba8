"""Barrier routes: the picture of the barrier, and the same as a list beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.barrier_routes import BarrierPart
from nanoexplorer.documents.barrier_routes import summary
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, give_tip, label, put, row, splitter
from nanoexplorer.ui.controls.choices import Segments
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.barrier_routes.canvas import BarrierCanvas
from nanoexplorer.ui.views.barrier_routes.list import RouteList
from nanoexplorer.words import barrier as words

BESIDE = 1180
"""Px at 100 %; with less room either the picture or the list is shown."""


class BarrierPanel(View):
    """Routes past the barrier for the profile; requests the strategy that is chosen."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        self.summary = label("", "muted", name="barrier-routes.summary")
        give_tip(self.summary, words.LIT)
        self.canvas = BarrierCanvas(pack, theme, zoom)
        self.area = scrolled(self.canvas, "barrier-routes.area", across=True, bar_stays=True)
        self.list = RouteList(pack, theme, zoom)
        self.switch = Segments(
            (
                ("barrier-routes.show_picture", words.PICTURE, words.SHOW_PICTURE),
                ("barrier-routes.show_list", words.LIST, words.SHOW_LIST),
            )
        )
        self.switch.choose(0)
        self.switch.turned.connect(self._share)
        across, parts = Qt.Orientation.Horizontal, ((self.area, 3), (self.list, 2))
        both = splitter(across, "barrier-routes.splitter", *parts)
        title = elided(words.TITLE, "lead", name="barrier-routes.title")
        give_tip(title, words.SCENE)
        head = row(gap=10, margin=(0, 0, 16, 0))
        put(head, title, (self.summary, 1), self.switch)
        put(column(self, margin=(18, 12, 0, 0)), head, (both, 1))
        self.canvas.requested.connect(self.requested)
        self.list.requested.connect(self.requested)
        self.canvas.looked_at.connect(self._look)

    def _look(self, box: QRect) -> None:
        """Bring a part of the picture into sight."""
        middle = box.center()
        self.area.ensureVisible(middle.x(), middle.y(), 0, box.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Both side by side where there is room, else the one that was asked for."""
        beside = self.width() >= BESIDE * self.zoom // 100
        picture = self.switch.chosen == 0
        self.switch.setVisible(not beside)
        self.area.setVisible(beside or picture)
        self.list.setVisible(beside or not picture)
        self.summary.setVisible(self.width() >= 560 * self.zoom // 100)

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw what follows from the profile and the selection."""
        part = screen.part
        if isinstance(part, BarrierPart) and changed & {"part", "selection"}:
            self.summary.setText(summary(part))
            self.canvas.show_routes(part.routes, screen.selection)
            self.list.show_routes(part.routes, screen.selection)
