"""The evidence map: how much the sources say of what; a map for each kind that has one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.evidence_map import KIND, EvidenceMap, map_kinds
from nanoexplorer.documents.evidence_map import MapWords, map_words
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChooseOption, FilterStrategies, SelectStrategy
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import STRETCH, frame, give_tip, label, put, row
from nanoexplorer.ui.controls.choices import Segments
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.evidence_map.canvas import EvidenceMapCanvas
from nanoexplorer.words import evidence_map as words
from nanoexplorer.words import inspector as inspector_words

LOW: Final = 240
"""Px at 100 %; below this height the switch stands in the corner that the labels leave free."""


class EvidenceMapPanel(View):
    """Maps to switch between; a cell's strategies are selected one after the other."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        self._selection = ""
        self._low: bool | None = None
        self.title = elided("", "lead", name="evidence-map.title")
        self.counts = elided("", "muted", name="evidence-map.counts")
        self.canvas = EvidenceMapCanvas(theme, zoom)
        self.empty = label(inspector_words.NOTHING_THERE, "muted", name="evidence-map.empty")
        give_tip(self.counts, words.COUNTS_TIP)
        give_tip(self.title, words.CAPTION)
        self._kinds = map_kinds(pack)
        self.switch = self._switch()
        self._head = frame("paper", "evidence-map.head")
        put(row(self._head, gap=scaled(8, zoom)), self.title, self.counts, STRETCH, self.switch)
        self._page = QGridLayout(self)
        for widget in (self.canvas, self.empty):
            self._page.addWidget(widget, 1, 0)
        self._page.setRowStretch(1, 1)
        self._page.addWidget(self._head, 0, 0)
        self.canvas.chosen.connect(self._choose)
        self.canvas.opened.connect(self._open)

    def _switch(self) -> Segments:
        titles = [words.TITLE.format(kinds=kind.plural) for kind in self._kinds]
        made = Segments(
            [
                (f"evidence-map.kind.{kind.id}", kind.short, title)
                for kind, title in zip(self._kinds, titles, strict=True)
            ]
        )
        for segment, title in zip(made.segments, titles, strict=True):
            segment.setAccessibleName(title)
        made.turned.connect(
            lambda place: self.requested.emit(ChooseOption(KIND, self._kinds[place].id))
        )
        return made

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the map for the screen's profile, selection and options."""
        self._selection = screen.selection
        if not isinstance(screen.part, EvidenceMap):
            return
        if changed & {"part", "profile"}:
            said = map_words(self.pack, screen)
            if said.shown.kind in self._kinds:
                self.switch.choose(self._kinds.index(said.shown.kind))
            self._say(said)
            self.canvas.show_map(said)
        if changed & {"part", "profile", "selection"}:
            self.canvas.select(screen.selection)

    def _say(self, said: MapWords) -> None:
        """What stands around the map."""
        self.title.setText(said.title)
        self.counts.setText(said.counts)
        there = bool(said.rows and said.columns)
        self.canvas.setVisible(there)
        self.empty.setHidden(there)
        self._make_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The counts stay; the words before them go where there is no room for both. In a low
        window the switch stands over the corner of the map, and the map begins at the top.
        """
        low = self.height() < scaled(LOW, self.zoom)
        parts = (self.title, self.counts, *self.switch.segments)
        needed = sum(part.sizeHint().width() for part in parts) + scaled(50, self.zoom)
        self.title.setVisible(not low and self.width() >= needed)
        self.counts.setHidden(low)
        if low != self._low:
            self._low = low
            self._place(low)

    def _place(self, low: bool) -> None:
        self._page.setContentsMargins(18, 2 if low else 12, 8, 0 if low else 8)
        self._page.setVerticalSpacing(0 if low else scaled(8, self.zoom))
        corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._page.removeWidget(self._head)
        self._page.addWidget(self._head, int(low), 0, corner if low else Qt.AlignmentFlag(0))
        self._head.raise_()

    def _choose(self, strategies: tuple[str, ...]) -> None:
        """Select a cell's first strategy, or the next one where it is at one of them already."""
        if strategies:
            here = self._selection
            place = strategies.index(here) + 1 if here in strategies else 0
            self.requested.emit(SelectStrategy(strategies[place % len(strategies)]))

    def _open(self, row: int) -> None:
        """Filter the strategies by the label of a row."""
        self.requested.emit(FilterStrategies(self.canvas.row_label(row)))
