"""The app's mark, and its name in its two colours, as one word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel

from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import PLAIN_TEXT
from nanoexplorer.words import window as words

_MARK = 1.12
"""The mark's side, of the font's size."""
_GAP = 0.4
_CORNER = 0.21
"""Of the mark's side."""


class Brand(QLabel):
    """Two labels side by side would stand apart by what their widths are rounded up."""

    def __init__(self, *, marked: bool = False) -> None:
        super().__init__("".join(words.BRAND))
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("role", "brand")
        self._marked, self.folded = marked, False

    def fold(self, folded: bool) -> None:
        """Keep the mark alone, or show the name too."""
        if folded != self.folded:
            self.folded = folded
            self.updateGeometry()
            self.update()

    def width_of(self, folded: bool) -> int:
        """How wide it is, with its name or without."""
        mark = self._side if self._marked else 0
        if folded:
            return mark
        return mark + self._gap + super().sizeHint().width()

    @property
    def _side(self) -> int:
        return round(_MARK * self.fontInfo().pixelSize())

    @property
    def _gap(self) -> int:
        return round(_GAP * self.fontInfo().pixelSize()) if self._marked else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_of(self.folded), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._marked:
            self._draw_mark(painter)
        if not self.folded:
            self._write(painter)
        painter.end()

    def _draw_mark(self, painter: QPainter) -> None:
        side, colours = self._side, self.palette()
        box = QRectF(0, round((self.height() - side) / 2), side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.color(QPalette.ColorRole.Accent))
        painter.setPen(colours.color(QPalette.ColorRole.Accent))
        corner = _CORNER * side
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.restore()
        draw_glyph(painter, "logo", box, colours.color(QPalette.ColorRole.BrightText).name())

    def _write(self, painter: QPainter) -> None:
        """Each part where the one before it ends, to a fraction of a px."""
        metrics = QFontMetricsF(self.font())
        middle = (self.height() - metrics.height()) / 2
        left = self._side + self._gap if self._marked else 0
        at = QPointF(left, round(middle + metrics.ascent()))
        colours = self.palette()
        for part, colour in zip(words.BRAND, (colours.windowText(), colours.link()), strict=True):
            painter.setPen(colour.color())
            painter.drawText(at, part)
            at += QPointF(metrics.horizontalAdvance(part), 0)
