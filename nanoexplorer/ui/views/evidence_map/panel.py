"""The evidence map: how much the sources say of what; a map for each kind that has one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from nanoexplorer.core.evidence import Kind
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.evidence_map import KIND, EvidenceMap, map_kind, map_kinds
from nanoexplorer.documents.evidence_map import MapWords, map_words
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChooseOption, FilterStrategies, SelectStrategy
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, label, row
from nanoexplorer.ui.controls.controls import Segment, place_of
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.evidence_map.canvas import EvidenceCanvas
from nanoexplorer.words import evidence_map as evidence_map_words
from nanoexplorer.words import inspector as inspector_words


class EvidenceMapPanel(View):
    """Maps to switch between; a cell's strategies are selected one after the other."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self._screen = Screen()
        self._kind = map_kind(pack, "")
        self.title = elided("", "lead", name="evidence-map.title")
        self.counts = elided("", "muted", name="evidence-map.counts")
        self.canvas = EvidenceCanvas(theme, zoom)
        self.canvas.setObjectName("evidence-map.canvas")
        self.empty = label(inspector_words.NOTHING_THERE, "muted", name="evidence-map.empty")
        self._build()
        self.canvas.chosen.connect(self._choose)
        self.canvas.opened.connect(self._open)

    def _build(self) -> None:
        made = column(self, gap=scaled(8, self.zoom))
        made.setContentsMargins(18, 12, 8, 8)
        self._head = row(gap=scaled(8, self.zoom))
        self._head.addWidget(self.title)
        self._head.addWidget(self.counts)
        self._head.addStretch(1)
        self._head.addLayout(self._switch())
        made.addLayout(self._head)
        made.addWidget(self.canvas, 1)
        made.addWidget(self.empty, 1)

    def _switch(self) -> QHBoxLayout:
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        line = row(gap=0)
        kinds = map_kinds(self.pack)
        for place, kind in enumerate(kinds):
            segment = Segment(kind.short, place_of(place, len(kinds)))
            segment.setObjectName(f"evidence-map.kind.{kind.id}")
            segment.setAccessibleName(evidence_map_words.TITLE.format(kinds=kind.plural))
            segment.toggled.connect(lambda on, kind=kind: self._switched(on, kind))
            self._group.addButton(segment)
            self._segments[kind.id] = segment
            line.addWidget(segment)
        return line

    def _switched(self, on: bool, kind: Kind) -> None:
        if on and kind != self._kind:
            self.requested.emit(ChooseOption(KIND, kind.id))

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the map for the screen's profile, selection and options."""
        self._screen = screen
        if screen.profile is None or not isinstance(screen.part, EvidenceMap):
            return
        if changed & {"part", "profile"}:
            words = map_words(self.pack, screen)
            self._kind = words.shown.kind
            if self._kind.id in self._segments:
                self._segments[self._kind.id].setChecked(True)
            self._say(words)
            self.canvas.show_map(words)
        if changed & {"part", "profile", "selection"}:
            self.canvas.select(screen.selection)

    def _say(self, words: MapWords) -> None:
        """What stands around the map."""
        self.title.setText(words.title)
        self.counts.setText(words.counts)
        there = bool(words.rows and words.columns)
        self.canvas.setVisible(there)
        self.empty.setHidden(there)
        self._make_room()

    @override
    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        super().dress(theme, zoom)
        self.canvas.dress(theme, zoom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The counts stay; the words before them go where there is no room for both."""
        parts = (self.counts, *self._segments.values())
        others = sum(part.sizeHint().width() for part in parts) + scaled(50, self.zoom)
        self.title.setVisible(self.width() >= self.title.sizeHint().width() + others)
        narrow = self.width() < others
        way = QHBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _choose(self, strategies: tuple[str, ...]) -> None:
        """Select a cell's first strategy, or the next one where it is at one of them already."""
        if strategies:
            here = self._screen.selection
            place = strategies.index(here) + 1 if here in strategies else 0
            self.requested.emit(SelectStrategy(strategies[place % len(strategies)]))

    def _open(self, row: int) -> None:
        """Filter the strategies by the label of a row."""
        self.requested.emit(FilterStrategies(self.canvas.row_label(row)))
