"""The end of the tabs: a menu of all where they have no room, and what folds the inspector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QTabWidget

from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import frame, put, row
from nanoexplorer.ui.controls.buttons import GLYPH_WIDTH, GlyphButton, MenuButton
from nanoexplorer.words import window as words

RIGHT = 14
"""Px between the menu and the edge of the window, as in the views below it."""
_GAP = 4
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CHANGES = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class TabMenu(QObject):
    """Watches a row of tabs; where it overflows, those that have whole room stay, the one that is
    shown among them, and a menu of all stands at its end, before what folds the inspector.
    """

    def __init__(self, tabs: QTabWidget, zoom: int) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        tip = words.TABS_MORE_TIP
        self.button = MenuButton(words.TABS_MORE, "content.more_tabs", tip, zoom)
        self._least = scaled(GLYPH_WIDTH + RIGHT, zoom)
        self._menu = QMenu(self.button)
        self._menu.setObjectName("content.all_tabs")
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        self.button.hide()
        spoken, tip = words.INSPECTOR, words.INSPECTOR_TIP
        self.inspector = GlyphButton("panel-right", "content.inspector", spoken, tip, zoom)
        self.inspector.setCheckable(True)
        self.corner = frame("paper", "content.more_tabs_corner")
        put(row(self.corner, gap=_GAP, margin=(0, 0, RIGHT, 0)), self.button, self.inspector)
        tabs.setCornerWidget(self.corner, Qt.Corner.TopRightCorner)
        self._widths: dict[int, int] = {}
        tabs.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)
        tabs.currentChanged.connect(self._fit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._tabs:
            if event.type() in _CHANGES:
                self._fit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._walk(event.key())
        return False

    def _fit(self) -> None:
        """Leave out the tabs that have no whole room: words are never cut."""
        bar = self._tabs.tabBar()
        shown = [place for place in range(bar.count()) if bar.isTabVisible(place)]
        self._widths |= {place: bar.tabRect(place).width() for place in shown}
        room = self._tabs.width() - self._least - bar.x()
        wide = sum(self._widths.get(place, 0) for place in range(bar.count()))
        self.corner.setVisible(not bar.isHidden())
        self.button.setVisible(wide > room)
        if wide > room:
            room -= self.button.sizeHint().width() + _GAP
        for place, fits in enumerate(self._fitting(room)):
            if fits is not bar.isTabVisible(place):
                bar.setTabVisible(place, fits)

    def _fitting(self, room: int) -> list[bool]:
        """Whether each tab stays: the one that is shown, and from the first on what has room."""
        here = self._tabs.currentIndex()
        room -= self._widths.get(here, 0)
        fits = []
        for place in range(self._tabs.count()):
            room -= 0 if place == here else self._widths.get(place, 0)
            fits.append(place == here or room >= 0)
        return fits

    def _walk(self, key: int) -> bool:
        """Let the arrow keys go to tabs that are left out, too."""
        step = _STEPS.get(key, 0)
        place = self._tabs.currentIndex() + step
        if step and 0 <= place < self._tabs.count():
            self._tabs.setCurrentIndex(place)
        return bool(step)

    def _fill(self) -> None:
        self._menu.clear()
        for place in range(self._tabs.count()):
            action = self._menu.addAction(self._tabs.tabText(place))
            action.setCheckable(True)
            action.setChecked(place == self._tabs.currentIndex())
            action.triggered.connect(lambda _=False, place=place: self._go(place))

    def _go(self, place: int) -> None:
        self._tabs.setCurrentIndex(place)
        self._tabs.tabBar().setFocus()
