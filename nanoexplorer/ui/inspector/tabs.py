"""The tabs of the inspector, with the number of what stands under them where there is room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QTabBar

from nanoexplorer.documents.strategy import TABS
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import native
from nanoexplorer.ui.inspector.head import TEXT_SIZE
from nanoexplorer.words import inspector as words

LEAST: Final = 120
"""Px at 100 %; below it words end in an ellipsis."""


class Tabs(QTabBar):
    """One is chosen whatever strategy is shown; Ctrl with a digit chooses, in the whole window."""

    chosen = Signal(str)

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self._zoom = zoom
        self._counts: Mapping[str, int] = {}
        self.setObjectName("inspector.tabs")
        self.setProperty("role", "inspector")
        self.setAccessibleName(words.TABS_NAME)
        self.setFont(fonts.font(TEXT_SIZE, zoom=zoom))
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        for name in TABS:
            self.addTab(words.TABS[name])
        self.keys = [self._key(place) for place in range(len(TABS))]
        self.currentChanged.connect(lambda place: self.chosen.emit(TABS[place]))

    def _key(self, place: int) -> QAction:
        """The keys of a tab, for the window: by its actions it knows keys by their place too."""
        action = QAction(words.TABS[TABS[place]], self)
        action.setShortcut(keys := f"Ctrl+{place + 1}")
        action.triggered.connect(lambda: self.setCurrentIndex(place))
        tip = words.TAB_TIP.format(what=words.TAB_TIPS[TABS[place]], keys=native(keys))
        self.setTabToolTip(place, plain_tip(tip))
        return action

    @property
    def name(self) -> str:
        """Which one is chosen."""
        return TABS[self.currentIndex()]

    def choose(self, name: str) -> None:
        """Choose a tab by its name; another name leaves all as it is."""
        if name in TABS:
            self.setCurrentIndex(TABS.index(name))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how much stands under the tabs."""
        if counts != self._counts:
            self._counts = counts
            for place, name in enumerate(TABS):
                self.setAccessibleTabName(place, self._counted(name))
            self._fit()

    def _counted(self, name: str) -> str:
        if name not in self._counts:
            return words.TABS[name]
        return words.TAB_COUNTED.format(tab=words.TABS[name], count=self._counts[name])

    def _fit(self) -> None:
        """Numbers only where all tabs have room with them."""
        for said in (self._counted, words.TABS.__getitem__):
            for place, name in enumerate(TABS):
                self.setTabText(place, said(name))
            if super().sizeHint().width() <= self.width():
                return

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(LEAST, self._zoom), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
