"""Barrier routes: the picture of the barrier, and the same as a list beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QSplitter, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.barrier_routes import BarrierPart
from nanoexplorer.documents.barrier_routes import summary
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, give_tip, label, row
from nanoexplorer.ui.controls.choices import Segment, place_of
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.barrier_routes.canvas import BarrierCanvas
from nanoexplorer.ui.views.barrier_routes.list import RouteList
from nanoexplorer.words import barrier as barrier_words

BESIDE = 1180
"""Px at 100 %; with less room either the picture or the list is shown."""


class BarrierPanel(View):
    """Routes past the barrier for the profile; requests the strategy that is chosen."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self._shown: tuple[BarrierPart, str] = BarrierPart(()), ""
        self.summary = label("", "muted", name="barrier-routes.summary")
        give_tip(self.summary, barrier_words.LIT)
        self.canvas = BarrierCanvas(pack, theme, zoom)
        self.area = self._scrolled()
        self.list = RouteList(pack, theme, zoom)
        self._switch = QFrame()
        self._group = QButtonGroup(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("barrier-routes.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.list)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        lines = column(self, gap=8)
        lines.setContentsMargins(18, 12, 0, 0)
        lines.addLayout(self._head())
        lines.addWidget(self.splitter, 1)
        self.canvas.requested.connect(self.requested)
        self.list.requested.connect(self.requested)
        self.canvas.looked_at.connect(self._look)

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setObjectName("barrier-routes.area")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.canvas)
        area.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        return area

    def _head(self) -> QHBoxLayout:
        head = row(gap=10)
        head.setContentsMargins(0, 0, 16, 0)
        title = elided(barrier_words.TITLE, "lead", name="barrier-routes.title")
        give_tip(title, barrier_words.SCENE)
        head.addWidget(title)
        head.addWidget(self.summary, 1)
        line = row(self._switch, gap=0)
        for place, (name, words, tip) in enumerate(
            (
                ("picture", barrier_words.PICTURE, barrier_words.SHOW_PICTURE),
                ("list", barrier_words.LIST, barrier_words.SHOW_LIST),
            )
        ):
            segment = Segment(words, place_of(place, 2))
            segment.setObjectName(f"barrier-routes.show_{name}")
            segment.setChecked(place == 0)
            give_tip(segment, tip)
            self._group.addButton(segment, place)
            line.addWidget(segment)
        self._group.idToggled.connect(lambda *_: self._share())
        head.addWidget(self._switch)
        return head

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
        picture = self._group.checkedId() != 1
        self._switch.setVisible(not beside)
        self.area.setVisible(beside or picture)
        self.list.setVisible(beside or not picture)
        self.summary.setVisible(self.width() >= 560 * self.zoom // 100)

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw what follows from the profile and the selection."""
        part = screen.part
        if isinstance(part, BarrierPart) and changed & {"part", "selection"}:
            self._shown = part, screen.selection
            self.summary.setText(summary(part))
            self._show()

    def _show(self) -> None:
        part, selection = self._shown
        self.canvas.show_routes(part.routes, selection)
        self.list.show_routes(part.routes, selection)

    @override
    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        super().dress(theme, zoom)
        self.canvas.dress(theme, zoom)
        self.list.dress(theme, zoom)
        self._share()
        self._show()
