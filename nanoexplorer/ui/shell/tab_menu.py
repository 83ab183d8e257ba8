"""Where the tabs have no room for all their words: a menu at their end that names every one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTabWidget

from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import frame, give_tip, row
from nanoexplorer.ui.controls.chevrons import MenuButton
from nanoexplorer.words import window as words

RIGHT = 14
"""Px between the menu and the edge of the window, as in the views below it."""
_CHANGES = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class TabMenu(QObject):
    """Watches a row of tabs; where it overflows a menu stands at its end.

    The toolkit's two arrows, a few grey dots each, take no room then: see the style sheet.
    """

    def __init__(self, tabs: QTabWidget, zoom: int) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self.button = MenuButton(words.TABS_MORE, zoom)
        self.button.setObjectName("content.more_tabs")
        give_tip(self.button, words.TABS_MORE_TIP)
        self._menu = QMenu(self.button)
        self._menu.setObjectName("content.all_tabs")
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        self._corner = frame("paper", "content.more_tabs_corner")
        seat = row(self._corner, gap=0)
        seat.setContentsMargins(0, 0, RIGHT, 0)
        seat.addWidget(self.button)
        tabs.setCornerWidget(self._corner, Qt.Corner.TopRightCorner)
        self._corner.hide()
        tabs.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            bar = self._tabs.tabBar()
            wide = sum(bar.tabRect(place).width() for place in range(bar.count()))
            self._corner.setVisible(bar.x() + wide > self._tabs.width())
        return False

    def _fill(self) -> None:
        self._menu.clear()
        for place in range(self._tabs.count()):
            action = QAction(self._tabs.tabText(place), self._menu)
            action.setCheckable(True)
            action.setChecked(place == self._tabs.currentIndex())
            action.triggered.connect(lambda _=False, place=place: self._go(place))
            self._menu.addAction(action)

    def _go(self, place: int) -> None:
        self._tabs.setCurrentIndex(place)
        self._tabs.tabBar().setFocus()
