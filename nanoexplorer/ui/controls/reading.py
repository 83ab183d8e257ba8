"""A text of its own to read, which keeps away from its focus ring."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent

from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.prose_view import ProseView

AROUND = 8
"""Px at 100 % between a text and its focus ring, by which it is wider than what stands above it."""
LEAST_TEXT = 80
LARGER = 114
"""Percent of its words, where it is no text of its own but says what a page is about."""


class Reading(ProseView):
    """A text to read to its end, with room around it for its focus ring."""

    def __init__(self, name: str, spoken: str, theme: Theme, zoom: int) -> None:
        super().__init__(theme, zoom)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        around = scaled(AROUND, zoom)
        self.setViewportMargins(around - 2 * hair(zoom), 0, around, 0)
        root = self.document().rootFrame()
        style = root.frameFormat()
        style.setTopMargin(around)
        style.setBottomMargin(around)
        root.setFrameFormat(style)
        self.setMinimumHeight(scaled(LEAST_TEXT, zoom))

    @override
    def sizeHint(self) -> QSize:
        """As little as it can do with: a step that grants no more is scrolled."""
        return self.minimumSize()


class Whole(Reading):
    """A text that is as high as its words, so that whatever it stands in is scrolled."""

    def __init__(self, name: str, spoken: str, theme: Theme, zoom: int) -> None:
        super().__init__(name, spoken, theme, zoom)
        self.zoom = zoom * LARGER // 100
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edges = self.height() - self.viewport().height()
        high = round(self.document().size().height()) + edges
        if high != self.minimumHeight():
            self.setFixedHeight(high)
