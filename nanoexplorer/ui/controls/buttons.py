"""Buttons and menus that open something, with a chevron of ours: the toolkit's is a grey dot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override

SIDE = 12
INSET = 12
GLYPH, GLYPH_WIDTH = 14, 30


class MenuButton(QPushButton):
    """Opens its menu; the style sheet leaves room for the chevron at its end."""

    def __init__(self, text: str, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "menu")
        self._zoom = zoom

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """To the style it has no menu, for which it would push the words aside."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(SIDE, self._zoom)
        left = self.width() - scaled(INSET, self._zoom) - side
        _draw(self, "chevron-down", left, side)


class FoldButton(QPushButton):
    """Unfolds what stands below it; the chevron before its words turns as it does."""

    def __init__(self, text: str, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "fold")
        self.setCheckable(True)
        # A button's own policy never lets it be narrower than all of its words.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._zoom = zoom

    @override
    def minimumSizeHint(self) -> QSize:
        """The height of its words; in width it may be squeezed."""
        return QSize(scaled(4 * SIDE, self._zoom), super().minimumSizeHint().height())

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
        _draw(self, glyph, scaled(4, self._zoom), scaled(SIDE, self._zoom))


class GlyphButton(QPushButton):
    """A shape instead of words, so it needs an accessible name; `flat` without a frame."""

    def __init__(self, glyph: str, zoom: int, *, flat: bool = True) -> None:
        super().__init__()
        self.glyph = glyph
        self._zoom = zoom
        self.setProperty("kind", "glyph" if flat else "step")
        self.setFixedWidth(scaled(GLYPH_WIDTH, zoom))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(GLYPH, self._zoom)
        _draw(self, self.glyph, (self.width() - side) // 2, side)


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


def _draw(button: QPushButton, glyph: str, left: int, side: int) -> None:
    group = QPalette.ColorGroup.Active if button.isEnabled() else QPalette.ColorGroup.Disabled
    colour = button.palette().color(group, QPalette.ColorRole.ButtonText).name()
    painter = QPainter(button)
    draw_glyph(painter, glyph, QRectF(left, (button.height() - side) / 2, side, side), colour)
    painter.end()
