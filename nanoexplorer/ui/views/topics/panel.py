"""The topics: what the sources say that is about no strategy, and what they leave out."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.topics import SHOWN, TopicPart
from nanoexplorer.documents.topics import sections
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.text import side_by_side
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import column, label, put, row
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.ui.controls.columns_view import ColumnsView
from nanoexplorer.words import common
from nanoexplorer.words import sources as words

LIST_WIDTH = 210
BESIDE = 480
"""Px at 100 %; with less room a drop-down stands in for the list."""


class TopicsPanel(View):
    """A list of topics and the chosen one in full; sends requests to show another topic, to open
    a link, or to report. Until one is chosen the first is shown.
    """

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        self.list = QListWidget()
        self.list.setObjectName("topics.list")
        self.list.setAccessibleName(common.TABS["topics"])
        self.list.setFixedWidth(scaled(LIST_WIDTH, zoom))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)  # or what has two lines shows one
        self.list.setSpacing(scaled(3, zoom))
        for topic in pack.topics:
            item = QListWidgetItem(topic.name)
            item.setData(Qt.ItemDataRole.UserRole, topic.id)
            self.list.addItem(item)
        self.box = self._drop_down()
        self.title = label("", "title", wraps=True, name="topics.title")
        self.text = ColumnsView("topics.text", words.TOPIC_TEXT, theme, zoom)
        self.text.requested.connect(self.requested)
        seat = put(row(margin=(0, 0, 14, 0)), self.box)
        right = put(column(), seat, self.title, (self.text, 1))
        margin = tuple(scaled(px, zoom) for px in (16, 12, 2, 0))
        put(row(self, gap=16, margin=margin), self.list, (right, 1))
        self.list.currentRowChanged.connect(self._choose)

    def _drop_down(self) -> ChoiceBox:
        topics = {topic.id: topic.name for topic in self.pack.topics}
        box = ChoiceBox(topics, "topics.box", spoken=common.TABS["topics"], letters=12)
        box.activated.connect(self.list.setCurrentRow)
        box.hide()
        return box

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(BESIDE, self.zoom)
        self.list.setVisible(beside)
        self.box.setVisible(not beside)
        self.title.setVisible(beside)  # the drop-down says it

    @override
    def take_keys(self) -> None:
        self.text.setFocus()

    @override
    def reveal(self, text: str) -> None:
        self.text.reveal(text)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.pack.topics):
            self.requested.emit(ChooseOption(SHOWN, self.pack.topics[place].id))

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Show the topic that was chosen; the profile changes nothing here."""
        part = screen.part
        if isinstance(part, TopicPart) and "part" in changed:
            place = self.pack.topics.index(part.topic)
            with QSignalBlocker(self.list):  # it was requested already
                self.list.setCurrentRow(place)
            self.box.setCurrentIndex(place)
            self.title.setText(part.topic.name)
            found = sections(self.pack, part)
            self.text.show_bands(lambda columns: (side_by_side(found, columns),))
