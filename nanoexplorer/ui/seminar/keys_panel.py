"""The seminar's keys, over the page that they are asked for on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.screen.prose import Prose, Run
from nanoexplorer.ui.base.widgets import column
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.ui.seminar.screens import sheet
from nanoexplorer.words.teaching import seminar as words

SHARE: Final = 0.9
"""Of the window."""


class KeysPanel(QFrame):
    """A list to read, and nothing to press: the keys stay the window's."""

    def __init__(self, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("seminar.keys")
        self.setProperty("role", "popup")
        self.text = ProseView("seminar.keys_text", words.KEYS_TITLE, theme, zoom)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self, margin=24, gap=0).addWidget(self.text)
        self.hide()

    def enlarge(self, theme: Theme, zoom: int) -> None:
        """Take a theme and a size of their own."""
        self.setStyleSheet(sheet(theme, zoom))
        self.text.zoom = zoom
        self.text.dress(theme)
        self.text.write(write_keys)

    def place_over(self, area: QRect) -> None:
        """Stand in the middle of an area, before all else."""
        wide, high = round(area.width() * SHARE), round(area.height() * SHARE)
        left, top = (area.width() - wide) // 2, (area.height() - high) // 2
        self.setGeometry(area.left() + left, area.top() + top, wide, high)
        self.raise_()


def write_keys(prose: Prose) -> None:
    """What each key does."""
    prose.heading(words.KEYS_TITLE)
    for keys, what in words.KEYS:
        prose.pair(Run(keys, size=fonts.SMALL), [Run(what, "ink-muted", fonts.SMALL)], 20)
