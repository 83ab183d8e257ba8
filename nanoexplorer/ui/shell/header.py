"""The header: the app's name, the pack's, the search box, presenting, export, and the menu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QToolTip

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import native
from nanoexplorer.ui.base.requests import Act, Search
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import STRETCH, give_tip, put, row
from nanoexplorer.ui.controls.buttons import ShrinkingButton
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.shell.brand import Brand
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import search as search_words
from nanoexplorer.words import window as words

HEIGHT: Final = 52
SEARCH_WIDTH: Final = 336
SEARCH_LEAST: Final = 150
SEARCH_FOLDED: Final = 84
"""Where the buttons are icons, too."""
PACK_LEAST: Final = 120
SIDE, GAP = 16, 10
MENU_KEYS: Final = ("F10", "Alt+M")
SEARCH_KEYS, PRESENT_KEYS, EXPORT_KEYS = "Ctrl+K", "F5", "Ctrl+E"
_ICON, _ICON_LEFT, _TEXT_LEFT, _TEXT_RIGHT = 14, 10, 22, 4
_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Header(Part):
    """Requests a search as it is typed. Where there is no room it loses the pack's name, then the
    app's, then the words on its buttons.
    """

    def __init__(self, zoom: int) -> None:
        super().__init__("header", "header")
        self._zoom = zoom
        self.brand = Brand(marked=True)
        self.pack = elided("", "muted", name="header.pack")
        self.search = SearchBox(zoom)
        self.present = ShrinkingButton(words.PRESENT, "screen", zoom, keys=native(PRESENT_KEYS))
        self.present.setProperty("kind", "primary")
        self.export = ShrinkingButton(words.EXPORT, "export", zoom)
        self.menu = ShrinkingButton(words.MENU, "menu", zoom, opens=True)
        self._buttons = {"present": self.present, "export": self.export, "menu": self.menu}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setMinimumHeight(scaled(HEIGHT, self._zoom))
        side = scaled(SIDE, self._zoom)
        line = row(self, gap=scaled(GAP, self._zoom), margin=(side, 0, side, 0))
        put(line, self.brand, self.pack, STRETCH, (self.search, 100), *self._buttons.values())
        for name, button in self._buttons.items():
            button.setObjectName(f"header.{name}")

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda text: self.requested.emit(Search(text)))
        self.present.clicked.connect(lambda: self.requested.emit(Act.PRESENT))
        self.export.clicked.connect(lambda: self.requested.emit(Act.EXPORT))
        for keys in MENU_KEYS:
            QShortcut(keys, self).activated.connect(self.menu.showMenu)
        give_tip(self.present, actions_words.tip("seminar_start", native(PRESENT_KEYS)))
        give_tip(self.export, actions_words.tip("export", native(EXPORT_KEYS)))
        menu_keys = ", ".join(map(native, MENU_KEYS))
        give_tip(self.menu, words.MENU_TIP.format(keys=menu_keys))

    def drop(self, menu: QMenu) -> None:
        """Show a menu below the button of the menu, its first entry marked."""
        menu.popup(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
        first = next((action for action in menu.actions() if action.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)

    def show_pack(self, title: str, version: str) -> None:
        """Name the pack that is shown."""
        self.pack.setText(words.PACK_LINE.format(title=title, version=version))
        give_tip(self.brand, self.pack.text())

    def show_search(self, text: str) -> None:
        """Show what is searched for without moving the cursor of someone who is typing."""
        if self.search.text() != text:
            self.search.setText(text)

    @override
    def minimumSizeHint(self) -> QSize:
        """With all folded that folds: nobody else knows that it can be."""
        return QSize(self._least(False, True, True), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        steps = ((True, False, False), (False, False, False), (False, True, False))
        for named, marked, icons in steps:
            if self._least(named, marked, icons) <= self.width():
                break
        else:
            named, marked, icons = False, True, True
        self.pack.setVisible(named)
        self.brand.fold(marked)
        self.search.setMinimumWidth(self._search_least(icons))
        for button in self._buttons.values():
            button.fold(icons)

    def _search_least(self, icons: bool) -> int:
        return scaled(SEARCH_FOLDED if icons else SEARCH_LEAST, self._zoom)

    def _least(self, named: bool, marked: bool, icons: bool) -> int:
        """The px that it needs at least, in one of its shapes."""
        parts = [self.brand.width_of(marked), self._search_least(icons)]
        parts += [button.width_of(icons) for button in self._buttons.values()]
        parts += [scaled(PACK_LEAST, self._zoom)] if named else []
        return sum(parts) + len(parts) * scaled(GAP, self._zoom) + 2 * scaled(SIDE, self._zoom)


class SearchBox(QLineEdit):
    """A line to type in, narrower where there is no room; Escape empties it. What it finds is
    shown elsewhere: Down and Enter are handed on.
    """

    walked = Signal()
    """Down: into what is found."""
    entered = Signal()
    """Enter: to the best of what is found."""
    left = Signal()
    """The keyboard has gone somewhere."""

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self.in_use = False
        """Whether somebody types in it, be its window the active one or not."""
        self._zoom = zoom
        self._width = scaled(SEARCH_WIDTH, zoom)
        self._keys = native(SEARCH_KEYS)
        self.setObjectName("header.search")
        self.setProperty("role", "search")
        self.setPlaceholderText(search_words.HINT)
        self.setAccessibleName(search_words.NAME)
        give_tip(self, actions_words.tip("search", self._keys))
        self.setClearButtonEnabled(False)
        self.setMaxLength(200)
        self.setTextMargins(scaled(_TEXT_LEFT, zoom), 0, scaled(_TEXT_RIGHT, zoom), 0)
        self.setMinimumWidth(scaled(SEARCH_LEAST, zoom))
        self.setMaximumWidth(self._width)
        self._fresh = False
        self.textEdited.connect(self._use)
        self.textChanged.connect(self._make_room)

    def _make_room(self, text: str) -> None:
        """Keep what is typed off the sign that clears it."""
        end = _TEXT_LEFT if text else _TEXT_RIGHT
        self.setTextMargins(scaled(_TEXT_LEFT, self._zoom), 0, scaled(end, self._zoom), 0)

    @property
    def clearing(self) -> QRect:
        """Where the sign stands that clears the text: none where there is no text."""
        wide = scaled(_TEXT_LEFT + _ICON_LEFT, self._zoom) if self.text() else 0
        return QRect(self.width() - wide, 0, wide, self.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sign clears; the first click chooses what was typed before."""
        if self.clearing.contains(event.position().toPoint()):
            self._fresh = False
            self.clear()
        else:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._fresh and not self.hasSelectedText():
            self.selectAll()
        self._fresh = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shapes = Qt.CursorShape
        there = self.clearing.contains(event.position().toPoint())
        self.setCursor(shapes.PointingHandCursor if there else shapes.IBeamCursor)

    @override
    def event(self, event: QEvent) -> bool:
        """Say what the sign does where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and self.clearing.contains(event.pos()):
            said = plain_tip(search_words.CLEAR_TIP)
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(SEARCH_LEAST, self._zoom), super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A lens before what is typed; where nothing is, the keys at the end."""
        super().paintEvent(event)
        painter, side = QPainter(self), scaled(_ICON, self._zoom)
        ink = QGuiApplication.palette().color(QPalette.ColorRole.Shadow)
        left, top = scaled(_ICON_LEFT, self._zoom), (self.height() - side) / 2
        draw_glyph(painter, "search", QRectF(left, top, side, side), ink.name())
        if self.text():
            box = self.clearing
            cross = QRectF(0, 0, side * 0.75, side * 0.75)
            cross.moveCenter(QRectF(box).center())
            draw_glyph(painter, "close", cross, ink.name())
        elif self._has_room_for_keys():
            painter.setFont(fonts.font(fonts.SMALL, zoom=self._zoom))
            painter.setPen(ink)
            end = self.rect().adjusted(0, 0, -scaled(_ICON_LEFT, self._zoom), 0)
            painter.drawText(
                end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys
            )
        painter.end()

    def _has_room_for_keys(self) -> bool:
        """Whether what invites to type and the keys fit beside each other."""
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
        small = QFontMetrics(fonts.font(fonts.SMALL, zoom=self._zoom))
        sides = scaled(2 * _ICON_LEFT + _TEXT_LEFT + _ICON, self._zoom)
        return hint + small.horizontalAdvance(self._keys) + sides <= self.width()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.walked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _use(self) -> None:
        self.in_use = True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.in_use = True
        self._fresh = event.reason() is Qt.FocusReason.MouseFocusReason

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another window, or a menu, takes the keyboard for a while only."""
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_WHILE:
            self.in_use = False
            self.left.emit()
