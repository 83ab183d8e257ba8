"""A strategy's card: how its words are laid out in a width, and how they are drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from nanoexplorer.documents.blocks import NOTED, CardLine, Mark, Piece, Weight
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.chips import status_size
from nanoexplorer.drawing.fonts import shared
from nanoexplorer.drawing.layout import Layout, Setter, Spot, draw_layout
from nanoexplorer.drawing.looks import SIGN
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.typesetting import advance

PAD: Final = 12
GAP: Final = 8
INDENT: Final = 21
"""Px at 100 % from the title's left end to that of a reason, which has its mark before it."""
_TOP: Final = 5.5
_MARK: Final = 13


@lru_cache(maxsize=4096)
def _chip_size(zoom: int, chip: Mark) -> QSizeF:
    return status_size(chip, shared(zoom, fonts.SMALL, True))


@lru_cache(maxsize=32768)
def lay_out(words: CardLine, width: int, zoom: int) -> Layout:
    """Place a card's words in a width (px) at a zoom (percent)."""
    return _Setter(words, width, zoom).set()


class _Setter(Setter):
    """Sets one card: the title beside its chips, or above them; below it a line for each piece."""

    def __init__(self, words: CardLine, width: int, zoom: int) -> None:
        super().__init__(width, zoom)
        self.card = words
        self.pad = self.px(PAD)
        self.room = width - 2 * self.pad

    def set(self) -> Layout:
        sizes = [_chip_size(self.zoom, chip) for chip in self.card.chips]
        beside = sum(size.width() for size in sizes) + self.px(GAP) * len(sizes)
        fits = beside <= self.room * 0.45
        room = self.room - beside if fits else self.room
        top = self.put_lines(self.card.title, self.pad, self.px(_TOP), room, fonts.BODY, heavy=True)
        if fits:
            left = self.pad + self.room - beside + self.px(GAP)
            top = max(top, self._chips(sizes, left, self.px(_TOP)))
        else:
            top = self._chip_lines(sizes, top + self.px(3))
        top = self._pieces(top + self.px(3))
        return self.laid_out(top + self.px(7))

    def _chip(self, box: QRectF, chip: Mark) -> None:
        self.spots.append(Spot(box, "status", str(len(self.chips))))
        self.chips.append((box, chip))

    def _chips(self, sizes: list[QSizeF], left: float, top: float) -> float:
        for size, chip in zip(sizes, self.card.chips, strict=True):
            self._chip(QRectF(left, top, size.width(), size.height()), chip)
            left += size.width() + self.px(GAP)
        return max(box.bottom() for box, _ in self.chips)

    def _chip_lines(self, sizes: list[QSizeF], top: float) -> float:
        left, bottom = self.pad, top
        for size, chip in zip(sizes, self.card.chips, strict=True):
            width = min(size.width(), self.room)
            if left > self.pad and left + width > self.pad + self.room:
                left, top = self.pad, bottom + self.px(4)
            self._chip(QRectF(left, top, width, size.height()), chip)
            left, bottom = left + width + self.px(GAP), top + size.height()
        return bottom + self.px(2)

    def _pieces(self, top: float) -> float:
        """A line for each piece, its mark before it; how many notes there are at the end."""
        for piece in self.card.pieces:
            top = self._piece(piece, top)
        return self._notes(top) if self.card.notes else top

    def _piece(self, piece: Piece, top: float) -> float:
        size = fonts.SMALL if piece.weight is Weight.LEAD else fonts.META
        left, above = self.pad + self.px(INDENT), top
        if piece.mark:
            look = SIGN[piece.mark]
            middle = top + self.px(fonts.SMALL * 0.66)
            self.put_sign(self.pad, middle, self.px(_MARK), look.mark, look.role)
        top = self.put_phrase(piece.said, left, top, self.room - self.px(INDENT), size)
        if piece.mark:
            box = QRectF(self.pad, above, self.room, top - above)
            self.spots.append(Spot(box, "mark", piece.mark))
        return top

    def _notes(self, top: float) -> float:
        """At the right end of the last line, or below it where there is no room."""
        used, side = shared(self.zoom, fonts.META), self.px(12)
        wide = side + self.px(5) + advance(self.card.notes, used)
        right, line = self.pad + self.room, self.px(fonts.META * 1.4)
        last = self.words[-1]
        last_end = last.at.x() + advance(last.text, last.font)
        is_line = bool(self.card.pieces)
        if is_line and last_end + self.px(GAP) + wide <= right:
            top -= line
        x = max(self.pad, right - wide)
        baseline = top + self.px(fonts.META)
        look = SIGN[NOTED]
        self.put_sign(x, baseline - self.px(4), side, look.mark, look.role)
        self.put(x + side + self.px(5), baseline, self.card.notes, used, "ink-muted")
        self.spots.append(Spot(QRectF(x, top, wide, line), "notes"))
        return top + line


def draw_card(
    painter: QPainter,
    rect: QRectF,
    layout: Layout,
    theme: Theme,
    zoom: int,
    *,
    selected: bool = False,
    hovered: bool = False,
    focused: bool = False,
) -> None:
    """Draw a card that was laid out in the width of `rect`."""
    role = "focus" if focused else "accent" if selected else "line"
    width = (2.0 if selected or focused else 1.0) * max(1.0, zoom / 100)
    inset, radius = width / 2, 4 * zoom / 100
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme[role]), width))
    painter.setBrush(QColor(theme["hover" if hovered or selected else "surface"]))
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()
    draw_layout(painter, rect.topLeft(), layout, theme, zoom)
