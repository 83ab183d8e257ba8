"""A button that keeps its icon alone where there is no room for its words."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override

_SIDE: Final = 12
"""Px at 100 % before its words, which the style sheet says too."""
_GAP: Final = 8
_ICON: Final = 16
_CHEVRON: Final = 12
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class FoldingButton(QPushButton):
    """Its words, then its `keys`, or a chevron where it `opens` a menu; folded, its icon."""

    def __init__(
        self,
        text: str,
        icon: str,
        zoom: int,
        *,
        keys: str = "",
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
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
            return gap + scaled(_CHEVRON, self._zoom)
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
            self._draw(painter, self._icon, (self.width() - side) / 2, side)
        else:
            self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        painter.setPen(self._ink)
        inside = self.rect().adjusted(scaled(_SIDE, self._zoom), 0, -scaled(_SIDE, self._zoom), 0)
        painter.setFont(self._font(self.text()))
        painter.drawText(inside, _MIDDLE, self.text())
        if self._opens:
            side = scaled(_CHEVRON, self._zoom)
            self._draw(painter, "chevron-down", inside.right() + 1 - side, side)
        elif self._keys:
            painter.setFont(self._font(self._keys))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(inside, right, self._keys)

    @property
    def _ink(self) -> QColor:
        state = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        return self.palette().color(state, QPalette.ColorRole.ButtonText)

    def _draw(self, painter: QPainter, glyph: str, left: float, side: int) -> None:
        box = QRectF(left, (self.height() - side) / 2, side, side)
        draw_glyph(painter, glyph, box, self._ink.name())
