"""Paragraphs on a seminar's page: set at one scale, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextLayout

from nanoexplorer.documents.blocks import Words
from nanoexplorer.documents.seminar.page import Line
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.layout import Sign
from nanoexplorer.drawing.looks import SIGN, TONE
from nanoexplorer.drawing.seminar.picture import SIZES, Ground, Placed, font_of
from nanoexplorer.drawing.typesetting import NEXT_LINE, advance, broken, laid_out
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words

_ABOVE: Final = {
    "small": 2, "caps": 20, "body": 10, "strong": 4, "large": 14, "lead": 0, "title": 6,
    "name": 10, "note": 30,
}  # fmt: skip
_LEADING: Final = 1.24
_BESIDE: Final = 24
"""Px between what is the teacher's and the word that says so."""


class Typesetter:
    """Sets lines at a scale; what was set is in `words`, `signs` and `grounds`."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.words: list[Placed] = []
        self.signs: list[Sign] = []
        self.grounds: list[Ground] = []

    def px(self, units: float) -> float:
        """Px at this scale of px on a screen of 1920 × 1080."""
        return units * self.scale

    def lines(self, lines: Sequence[Line], left: float, top: float, width: float) -> float:
        """Place paragraphs, what is to be taken away behind a bar; returns where the last ends."""
        for line in lines:
            top += self.px(_ABOVE[line.kind])
            inset = self.px(28) if line.kind == "note" else 0.0
            start, top = top, self.text(line, left + inset, top, width - inset)
            if line.kind == "note":
                self.grounds.append(
                    Ground(QRectF(left, start, self.px(6), top - start), "bar-note")
                )
        return top

    def values(
        self, values: Sequence[tuple[str, bool]], left: float, top: float, width: float
    ) -> float:
        """Place the values of a profile in a line, those not known in their colour."""
        pieces: list[Words] = []
        for text, known in values:
            if pieces:
                pieces.append(Words(common.AND_ALSO, "muted"))
            pieces.append(Words(text, "muted" if known else "caution"))
        return self.pieces(pieces, "body", left, top, width)

    def pieces(
        self, pieces: Sequence[Words] | None, kind: str, left: float, top: float, width: float
    ) -> float:
        """Place one paragraph in several voices; None keeps its room; returns where it ends."""
        leading = self.leading(kind)
        if not pieces:
            return top + leading
        for line in broken(pieces, [self._font(kind, piece) for piece in pieces], width):
            x = left
            for piece in line:
                font = self._font(kind, piece)
                layout, _ = laid_out(piece.text, font, width + leading, leading)
                self.words.append(Placed(layout, QPointF(x, top), TONE[piece.tone]))
                x += advance(piece.text, font)
            top += leading
        return top

    def _font(self, kind: str, piece: Words) -> QFont:
        made = font_of(kind, self.scale)
        if not (piece.strong or piece.slanted):
            return made
        other = QFont(made)
        other.setItalic(piece.slanted)
        if piece.strong:
            other.setWeight(QFont.Weight(fonts.SEMIBOLD))
        return other

    def leading(self, kind: str) -> float:
        """Px from one line of a kind to the next."""
        return font_of(kind, self.scale).pixelSize() * _LEADING

    def centred(self, line: Line, left: float, top: float, width: float) -> float:
        """Place a few letters in the middle of a width; returns where they end."""
        layout, high = self._layout(line, width * 3)
        wide = layout.lineAt(0).naturalTextWidth()
        at = QPointF(left + (width - wide) / 2, top)
        self.words.append(Placed(layout, at, line.role))
        return top + high

    def at_right(self, line: Line, left: float, top: float, width: float) -> float:
        """Place a few letters at the right of a width; returns where they end."""
        layout, high = self._layout(line, width)
        wide = layout.lineAt(0).naturalTextWidth()
        self.words.append(Placed(layout, QPointF(left + width - wide, top), line.role))
        return top + high

    def beside(self, line: Line, left: float, bar: QRectF) -> float:
        """Place a few letters in the middle of a bar's height; returns how wide they are."""
        layout, high = self._layout(line, bar.width())
        at = QPointF(left, bar.center().y() - high / 2)
        self.words.append(Placed(layout, at, line.role))
        return layout.lineAt(0).naturalTextWidth()

    def chain(self, steps: Sequence[tuple[str, str]], bar: QRectF) -> None:
        """Place what a case consists of in the middle of a bar; if it has no room, what is now."""
        pad, gap = self.px(16), self.px(28)

        def wide(steps: Sequence[tuple[str, str]]) -> float:
            signs = sum(self.px(30) for _, state in steps if state == "done")
            letters = sum(advance(text, font_of("foot-now", self.scale)) for text, _ in steps)
            return letters + signs + 2 * pad + gap * max(0, len(steps) - 1)

        if wide(steps) > bar.width():
            steps = [step for step in steps if step[1] == "now"]
        left = bar.center().x() - wide(steps) / 2
        for text, state in steps:
            left = self._link(text, state, left, bar, pad) + gap

    def _link(self, text: str, state: str, left: float, bar: QRectF, pad: float) -> float:
        """One step in the chain; returns where it ends."""
        if state == "done":
            side = self.px(22)
            box = QRectF(left, bar.center().y() - side / 2, side, side)
            self.signs.append(Sign(box, "tick", "accent-text"))
            left += self.px(30)
        if state != "now":
            role = "accent-text" if state == "done" else "ink-muted"
            return left + self.beside(Line(text, "foot", role), left, bar)
        room = advance(text, font_of("foot-now", self.scale)) + 2 * pad
        box = QRectF(left, bar.top() + self.px(10), room, bar.height() - self.px(20))
        self.grounds.append(Ground(box, "accent", "accent", self.px(5)))
        self.beside(Line(text, "foot-now", "on-accent"), left + pad, bar)
        return left + room

    def signed(self, line: Line, glyph: str, left: float, top: float, width: float) -> float:
        """Place a paragraph after a sign in its colour; returns where it ends."""
        size = self.px(SIZES[line.kind][0])
        side = size * 1.05
        box = QRectF(left, top + (size * _LEADING - side) / 2, side, side)
        self.signs.append(Sign(box, glyph, line.role))
        inset = side + self.px(12)
        return self.text(line, left + inset, top, width - inset)

    def text(self, line: Line, left: float, top: float, width: float) -> float:
        """Place a paragraph; returns where it ends."""
        inset, role = 0.0, line.role
        if line.mark:
            size = self.px(SIZES[line.kind][0])
            box = QRectF(left, top + size * (_LEADING - 0.8) / 2, size * 0.8, size * 0.8)
            look = SIGN[line.mark]
            self.signs.append(Sign(box, look.mark, look.role))
            role = role or look.role
            inset = size * 1.15
        if line.own:
            width -= self.wide(_whose()) + self.px(_BESIDE)
        layout, high = self._layout(line, width - inset)
        self.words.append(Placed(layout, QPointF(left + inset, top), role))
        if line.own:
            self._say_whose(layout, left + inset, top)
        return top + high

    def _say_whose(self, of: QTextLayout, left: float, top: float) -> None:
        """Mark as the teacher's, behind the first line of what is hers and on its base."""
        first, (own, _) = of.lineAt(0), self._layout(_whose(), 2 * self.wide(_whose()))
        right = left + first.x() + first.naturalTextWidth() + self.px(_BESIDE)
        low = top + first.y() + first.ascent() - own.lineAt(0).y() - own.lineAt(0).ascent()
        self.words.append(Placed(own, QPointF(right, low), "ink-muted"))

    def wide(self, line: Line) -> float:
        """How wide a few letters are, in px."""
        return advance(line.text, font_of(line.kind, self.scale))

    def height_of(self, line: Line, width: float) -> float:
        """How high a paragraph would be, in px."""
        return self._layout(line, width)[1]

    def _layout(self, line: Line, width: float) -> tuple[QTextLayout, float]:
        font = font_of(line.kind, self.scale)
        text = line.text.replace("\n", NEXT_LINE)
        return laid_out(text, font, width, font.pixelSize() * _LEADING)


def _whose() -> Line:
    return Line(words.OWN, "small")
