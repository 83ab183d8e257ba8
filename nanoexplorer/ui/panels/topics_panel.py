"""The topics: what the sources say that is about no strategy, and what they leave out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.figures.scale import scaled
from nanoexplorer.figures.strategy_text import LINK_DOI, LINK_REPORT
from nanoexplorer.figures.topic_text import write_topic
from nanoexplorer.palette import Theme
from nanoexplorer.ui.prose_view import ProseView
from nanoexplorer.ui.view import View
from nanoexplorer.ui.widgets import column, label, row

LIST_WIDTH = 210


class TopicsPanel(View):
    """A list of topics and the chosen one in full; sends wishes to open a link or to report."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(pack, theme, zoom, parent)
        self.list = QListWidget()
        self.list.setObjectName("topics.list")
        self.list.setAccessibleName(strings.TABS["topics"])
        self.list.setFixedWidth(scaled(LIST_WIDTH, zoom))
        self.list.setWordWrap(True)
        self.list.setSpacing(scaled(3, zoom))
        for topic in pack.topics:
            item = QListWidgetItem(topic.name)
            item.setData(Qt.ItemDataRole.UserRole, topic.id)
            self.list.addItem(item)
        self.title = label("", "title", wraps=True, name="topics.title")
        self.text = ProseView(theme, zoom)
        self.text.setObjectName("topics.text")
        self.text.setAccessibleName(strings.TOPIC_TEXT)
        self.text.anchorClicked.connect(self._follow)
        line = row(self, gap=16)
        line.setContentsMargins(18, 12, 0, 0)
        line.addWidget(self.list)
        right = column(gap=8)
        right.addWidget(self.title)
        right.addWidget(self.text, 1)
        line.addLayout(right, 1)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def show_topic(self, topic: str) -> None:
        """Choose a topic; one that the pack has not changes nothing."""
        for place, found in enumerate(self.pack.topics):
            if found.id == topic:
                self.list.setCurrentRow(place)

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self.pack.topics):
            return
        topic = self.pack.topics[place]
        self.title.setText(topic.name)
        self.text.write(lambda prose: write_topic(prose, self.pack, topic.id))

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        super().dress(theme, zoom)
        self.text.dress(theme, zoom)
        self._show(self.list.currentRow())

    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(LINK_REPORT):
            self.report_wished.emit(target.removeprefix(LINK_REPORT))
        elif target.startswith(LINK_DOI):
            self.link_wished.emit(target)
