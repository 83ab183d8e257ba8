"""Paragraphs on a seminar's page: set at one scale, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout

from nanoexplorer.documents.seminar import Line
from nanoexplorer.drawing.looks import SIGN
from nanoexplorer.drawing.seminar.picture import SIZES, Ground, Sign, Words, font_of
from nanoexplorer.drawing.typesetting import NEXT_LINE, laid_out
from nanoexplorer.words.teaching import seminar as words

_ABOVE: Final = {
    "small": 2, "caps": 20, "body": 10, "strong": 4, "large": 14, "lead": 0, "title": 6,
    "note-head": 44, "note": 6,
}  # fmt: skip
_LEADING: Final = 1.24


class Typesetter:
    """Sets lines at a scale; what was set is in `words`, `signs` and `grounds`."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.words: list[Words] = []
        self.signs: list[Sign] = []
        self.grounds: list[Ground] = []

    def px(self, units: float) -> float:
        """Px at this scale of px on a screen of 1920 × 1080."""
        return units * self.scale

    def lines(self, lines: Sequence[Line], left: float, top: float, width: float) -> float:
        """Place paragraphs, a note behind its bar; returns where the last one ends."""
        noted = top
        for line in lines:
            above = self.px(_ABOVE[line.kind])
            top += above
            if line.kind == "note-head":
                noted = top
            inset = self.px(28) if line.kind.startswith("note") else 0.0
            top = self.text(line, left + inset, top, width - inset)
            if line.kind == "note":
                bar = QRectF(left, noted, self.px(6), top - noted)
                self.grounds.append(Ground(bar, "bar-note"))
        return top

    def centred(self, text: str, box: QRectF) -> None:
        """Place a few letters in the middle of a box."""
        layout, high = self._layout(Line(text, "strong", "ink-muted"), box.width())
        wide = layout.lineAt(0).naturalTextWidth()
        at = QPointF(box.center().x() - wide / 2, box.center().y() - high / 2)
        self.words.append(Words(layout, at, "ink-muted"))

    def text(self, line: Line, left: float, top: float, width: float) -> float:
        """Place a paragraph; returns where it ends."""
        inset, role = 0.0, line.role
        if line.mark:
            size = self.px(SIZES[line.kind][0])
            box = QRectF(left, top + size * (_LEADING - 0.8) / 2, size * 0.8, size * 0.8)
            look = SIGN[line.mark]
            self.signs.append(Sign(look.mark, box, look.role))
            role = role or look.role
            inset = size * 1.15
        if line.own:
            width -= self._corner(left + width, top)
        layout, high = self._layout(line, width - inset)
        self.words.append(Words(layout, QPointF(left + inset, top), role))
        return top + high

    def _corner(self, right: float, top: float) -> float:
        """Mark as the teacher's, at the right; how wide that is."""
        said = Line(words.OWN, "small", "ink-muted")
        layout, _ = self._layout(said, self.px(400))
        wide = layout.lineAt(0).naturalTextWidth()
        self.words.append(Words(layout, QPointF(right - wide, top), "ink-muted"))
        return wide + self.px(24)

    def height_of(self, line: Line, width: float) -> float:
        """How high a paragraph would be, in px."""
        return self._layout(line, width)[1]

    def _layout(self, line: Line, width: float) -> tuple[QTextLayout, float]:
        font = font_of(line.kind, self.scale)
        text = line.text.replace("\n", NEXT_LINE)
        return laid_out(text, font, width, font.pixelSize() * _LEADING)
