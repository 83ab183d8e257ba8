"""Buttons, and menus, with shapes of ours: the toolkit's chevron is a grey dot."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QSizePolicy, QStyleOptionButton

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.marks import draw_glyph, icon
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import button, give_tip

CHEVRON = 12
_SIDE: Final = 12
"""Px at 100 % around the words, which the style sheet says too."""
GLYPH, GLYPH_WIDTH = 14, 30
_GAP: Final = 8
_ICON: Final = 16
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def form_button(
    text: str,
    name: str,
    *,
    spoken: str = "",
    primary: bool = False,
    tip: str = "",
    does: Callable[[], object] | None = None,
) -> QPushButton:
    """A button that Enter presses while it has the keyboard.

    `primary`: the one of its dialog, which Enter presses from everywhere.
    """
    kind = "primary" if primary else ""
    made = button(text, name, spoken=spoken, kind=kind, tip=tip, does=does)
    made.setAutoDefault(True)
    made.setDefault(primary)
    return made


class MenuButton(QPushButton):
    """Opens its menu; the style sheet leaves room for the chevron at its end."""

    def __init__(self, text: str, name: str, tip: str, zoom: int) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("kind", "menu")
        give_tip(self, tip)
        self._zoom = zoom

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """To the style it has no menu, for which it would push the words aside."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(CHEVRON, self._zoom)
        left = self.width() - scaled(_SIDE, self._zoom) - side
        _draw(self, QPainter(self), "chevron-down", left, side)


class UnfoldButton(QPushButton):
    """Unfolds what stands below it; the chevron before its words turns as it does."""

    def __init__(self, text: str, name: str, zoom: int) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("kind", "fold")
        self.setCheckable(True)
        # A button's own policy never lets it be narrower than all of its words.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._zoom = zoom

    @override
    def minimumSizeHint(self) -> QSize:
        """The height of its words; in width it may be squeezed."""
        return QSize(scaled(4 * CHEVRON, self._zoom), super().minimumSizeHint().height())

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Words that have no room end in an ellipsis."""
        super().initStyleOption(option)
        room = self.width() - scaled(24, self._zoom)
        end = Qt.TextElideMode.ElideRight
        option.text = self.fontMetrics().elidedText(self.text(), end, room)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        glyph = "chevron-down" if self.isChecked() else "chevron-right"
        _draw(self, QPainter(self), glyph, scaled(4, self._zoom), scaled(CHEVRON, self._zoom))


class GlyphButton(QPushButton):
    """A shape instead of words, which a screen reader and the tip have; `flat` without a frame."""

    def __init__(
        self, glyph: str, name: str, spoken: str, tip: str, zoom: int, *, flat: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "glyph" if flat else "step")
        self.setAccessibleName(spoken)
        give_tip(self, tip)
        self.setFixedWidth(scaled(GLYPH_WIDTH, zoom))
        self.glyph, self._zoom = glyph, zoom

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(GLYPH, self._zoom)
        _draw(self, QPainter(self), self.glyph, (self.width() - side) // 2, side)


class ShrinkingButton(QPushButton):
    """Its words, then its `keys`, or a chevron where it `opens` a menu; folded, its icon alone."""

    def __init__(
        self, text: str, icon: str, zoom: int, *, keys: str = "", opens: bool = False
    ) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        self.folded = False
        self._icon, self._zoom, self._keys, self._opens = icon, zoom, keys, opens

    def fold(self, folded: bool) -> None:
        """Keep the icon alone, or show the words too."""
        if folded != self.folded:
            self.folded = folded
            self.updateGeometry()
            self.update()

    def width_of(self, folded: bool) -> int:
        """How wide it is, with its words or without."""
        return self._hints[folded].width()

    @cached_property
    def _hints(self) -> tuple[QSize, QSize]:
        """Its sizes, with words and folded."""
        self.ensurePolished()
        hint = super().sizeHint()
        words = hint.width() - self.fontMetrics().horizontalAdvance(self.text())
        wide = words + self._wide(self.text()) + self._after()
        return QSize(wide, hint.height()), QSize(hint.height(), hint.height())

    def _after(self) -> int:
        gap = scaled(_GAP, self._zoom)
        if self._opens:
            return gap + scaled(CHEVRON, self._zoom)
        return gap + self._wide(self._keys) if self._keys else 0

    def _wide(self, text: str) -> int:
        return QFontMetrics(self._font(text)).horizontalAdvance(text)

    def _font(self, text: str) -> QFont:
        """Words of the main button are bold, keys smaller."""
        made = QFont(self.font())
        if text == self._keys:
            made.setPixelSize(scaled(fonts.SMALL, self._zoom))
        if self.property("kind") == "primary":
            made.setWeight(fonts.SEMIBOLD)
        return made

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Another style or font gives it another size."""
        super().changeEvent(event)
        self.__dict__.pop("_hints", None)

    @override
    def sizeHint(self) -> QSize:
        return self._hints[self.folded]

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The style draws the frame alone: it would push words aside for a menu."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        option.text = ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self.folded:
            side = scaled(_ICON, self._zoom)
            _draw(self, painter, self._icon, (self.width() - side) / 2, side)
        else:
            self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        painter.setPen(_ink(self))
        inside = self.rect().adjusted(scaled(_SIDE, self._zoom), 0, -scaled(_SIDE, self._zoom), 0)
        painter.setFont(self._font(self.text()))
        painter.drawText(inside, _LEFT, self.text())
        if self._opens:
            side = scaled(CHEVRON, self._zoom)
            _draw(self, painter, "chevron-down", inside.right() + 1 - side, side)
        elif self._keys:
            painter.setFont(self._font(self._keys))
            painter.drawText(inside, _RIGHT, self._keys)


def _ink(on: QAbstractButton) -> QColor:
    group = QPalette.ColorGroup.Active if on.isEnabled() else QPalette.ColorGroup.Disabled
    return on.palette().color(group, QPalette.ColorRole.ButtonText)


def _draw(on: QAbstractButton, painter: QPainter, glyph: str, left: float, side: int) -> None:
    """Draw a shape in the middle of a button's height, in the ink of its words."""
    box = QRectF(left, (on.height() - side) / 2, side, side)
    draw_glyph(painter, glyph, box, _ink(on).name())


def put_icon(
    on: QAbstractButton, name: str, theme: Theme, zoom: int = 100, role: str = "ink"
) -> None:
    """Give a button a shape as its icon; again after theme or zoom have changed."""
    size = scaled(14, zoom)
    ratio = on.devicePixelRatioF()
    on.setIcon(icon(name, theme[role], theme["disabled-ink"], size, ratio))
    on.setIconSize(QSize(size, size))


class Menu(QMenu):
    """A menu with a chevron where an entry opens another one, and where it goes on out of sight."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.palette().color(QPalette.ColorRole.ButtonText).name()
        side = self.fontMetrics().height() * 0.6
        for action in self.actions():
            if action.menu() is not None:
                box = self.actionGeometry(action)
                left, top = box.right() - 1.5 * side, box.center().y() - side / 2
                draw_glyph(painter, "chevron-right", QRectF(left, top, side, side), colour)
        for glyph, strip in self.more():
            painter.fillRect(strip, self.palette().color(QPalette.ColorRole.Base))
            middle = QRectF(strip).center()
            left, top = middle.x() - side / 2, middle.y() - side / 2
            draw_glyph(painter, glyph, QRectF(left, top, side, side), colour)
        painter.end()

    def more(self) -> list[tuple[str, QRect]]:
        """Where it scrolls, which the toolkit shows with a dot: a glyph, and the room for it."""
        actions, edge = self.actions(), 2
        if not actions:
            return []
        first, last = self.actionGeometry(actions[0]), self.actionGeometry(actions[-1])
        wide, high = self.width() - 2 * edge, self.fontMetrics().height()
        found = []
        if first.top() < 0:
            found.append(("chevron-up", QRect(edge, edge, wide, high)))
        if last.bottom() > self.height():
            found.append(("chevron-down", QRect(edge, self.height() - high - edge, wide, high)))
        return found
