"""The end of the tabs: a menu of all where they have no room, and what folds the inspector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTabWidget

from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import frame, give_tip, row
from nanoexplorer.ui.controls.chevrons import GLYPH_WIDTH, GlyphButton, MenuButton
from nanoexplorer.words import window as words

RIGHT = 14
"""Px between the menu and the edge of the window, as in the views below it."""
_CHANGES = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class TabMenu(QObject):
    """Watches a row of tabs; where it overflows a menu stands at its end, before what folds the
    inspector.

    The toolkit's two arrows, a few grey dots each, take no room then: see the style sheet.
    """

    def __init__(self, tabs: QTabWidget, zoom: int) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self.button = MenuButton(words.TABS_MORE, zoom)
        self.button.setObjectName("content.more_tabs")
        give_tip(self.button, words.TABS_MORE_TIP)
        self._least = scaled(GLYPH_WIDTH + RIGHT, zoom)
        self._menu = QMenu(self.button)
        self._menu.setObjectName("content.all_tabs")
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        self.button.hide()
        self.inspector = GlyphButton("panel-right", zoom)
        self.inspector.setObjectName("content.inspector")
        self.inspector.setAccessibleName(words.INSPECTOR)
        self.inspector.setCheckable(True)
        give_tip(self.inspector, words.INSPECTOR_TIP)
        self.corner = frame("paper", "content.more_tabs_corner")
        seat = row(self.corner, gap=4)
        seat.setContentsMargins(0, 0, RIGHT, 0)
        seat.addWidget(self.button)
        seat.addWidget(self.inspector)
        tabs.setCornerWidget(self.corner, Qt.Corner.TopRightCorner)
        tabs.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            bar = self._tabs.tabBar()
            wide = sum(bar.tabRect(place).width() for place in range(bar.count()))
            self.corner.setVisible(not bar.isHidden())
            self.button.setVisible(bar.x() + wide > self._tabs.width() - self._least)
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
