"""A strategy's card: how its words are laid out in a width, and how they are drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from nanoexplorer.documents.blocks import CardLine, Mark
from nanoexplorer.documents.card import NO_BREAK
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.chips import draw_status, status_size
from nanoexplorer.drawing.looks import SIGN
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.typesetting import advance, lines

PAD: Final = 12
GAP: Final = 8
TONES: Final = {"": "ink", "muted": "ink-muted", "caution": "caution"}


class _Words(NamedTuple):
    """Words placed on a line: left end and baseline in px of the card."""

    at: QPointF
    text: str
    font: QFont
    role: str


class _Sign(NamedTuple):
    box: QRectF
    glyph: str
    role: str


class CardLayout(NamedTuple):
    """A card laid out in a width: where everything goes, and how high that is, in px."""

    height: int
    words: tuple[_Words, ...]
    signs: tuple[_Sign, ...]
    chips: tuple[tuple[QRectF, Mark], ...]


@lru_cache(maxsize=64)
def _font(zoom: int, size: int, heavy: bool, italic: bool) -> QFont:
    return fonts.font(size, fonts.SEMIBOLD if heavy else fonts.REGULAR, italic=italic, zoom=zoom)


@lru_cache(maxsize=4096)
def _chip_size(zoom: int, chip: Mark) -> QSizeF:
    return status_size(chip, _font(zoom, fonts.SMALL, True, False))


@lru_cache(maxsize=32768)
def lay_out(words: CardLine, width: int, zoom: int) -> CardLayout:
    """Place a card's words in a width (px) at a zoom (percent)."""
    return _Setter(words, width, zoom).set()


class _Setter:
    """Sets one card: the title beside its chips, or above them; below it the pieces in lines."""

    def __init__(self, words: CardLine, width: int, zoom: int) -> None:
        self.card = words
        self.zoom = zoom
        self.pad = self.px(PAD)
        self.room = width - 2 * self.pad
        self.words: list[_Words] = []
        self.signs: list[_Sign] = []
        self.chips: list[tuple[QRectF, Mark]] = []

    def px(self, units: float) -> float:
        return units * self.zoom / 100

    def set(self) -> CardLayout:
        sizes = [_chip_size(self.zoom, chip) for chip in self.card.chips]
        beside = sum(size.width() for size in sizes) + self.px(GAP) * len(sizes)
        fits = beside <= self.room * 0.45
        top = self._title(self.px(10), self.room - beside if fits else self.room)
        if fits:
            top = max(top, self._chips(sizes, self.pad + self.room - beside + self.px(GAP), 9))
        else:
            top = self._chip_lines(sizes, top + self.px(3))
        top = self._flow(top + self.px(3))
        height = round(top + self.px(10))
        return CardLayout(height, tuple(self.words), tuple(self.signs), tuple(self.chips))

    def _title(self, top: float, room: float) -> float:
        role = "ink-muted" if self.card.muted else "ink"
        line, font = self.px(fonts.BODY * 1.34), _font(self.zoom, fonts.BODY, True, False)
        for text in lines(self.card.title, font, room):
            at = QPointF(self.pad, top + self.px(fonts.BODY))
            self.words.append(_Words(at, text, font, role))
            top += line
        return top

    def _chips(self, sizes: list[QSizeF], left: float, top: float) -> float:
        for size, chip in zip(sizes, self.card.chips, strict=True):
            box = QRectF(left, self.px(top), size.width(), size.height())
            self.chips.append((box, chip))
            left += size.width() + self.px(GAP)
        return max(box.bottom() for box, _ in self.chips)

    def _chip_lines(self, sizes: list[QSizeF], top: float) -> float:
        left, bottom = self.pad, top
        for size, chip in zip(sizes, self.card.chips, strict=True):
            width = min(size.width(), self.room)
            if left > self.pad and left + width > self.pad + self.room:
                left, top = self.pad, bottom + self.px(4)
            self.chips.append((QRectF(left, top, width, size.height()), chip))
            left, bottom = left + width + self.px(GAP), top + size.height()
        return bottom + self.px(2)

    def _flow(self, top: float) -> float:
        """Pieces left to right; one that doesn't fit begins a line, and wraps if it must."""
        x, right = self.pad, self.pad + self.room
        line, side = self.px(fonts.SMALL * 1.42), self.px(fonts.SMALL)
        for piece in self.card.pieces:
            font = _font(self.zoom, fonts.SMALL, False, piece.slanted)
            x += self.px(12) if x > self.pad else 0
            lead = side + self.px(4) if piece.mark else 0.0
            whole = advance(piece.text, font)
            if x > self.pad and x + lead + whole > right:
                x, top = self.pad, top + line
            if lead:
                box = QRectF(x, top + self.px(fonts.SMALL) - side + self.px(1), side, side)
                look = SIGN[piece.mark]
                self.signs.append(_Sign(box, look.mark, look.role))
                x += lead
            kept = lead + whole <= self.room  # else words that are kept together are parted too
            text = piece.text if kept else piece.text.replace(NO_BREAK, " ")
            *before, last = lines(text, font, self.room, first=right - x)
            for said in before:
                self._put(x, top, said, font, TONES[piece.tone])
                x, top = self.pad, top + line
            self._put(x, top, last, font, TONES[piece.tone])
            x += advance(last, font)
        return top + line

    def _put(self, x: float, top: float, text: str, font: QFont, role: str) -> None:
        self.words.append(_Words(QPointF(x, top + self.px(fonts.SMALL)), text, font, role))


def draw_card(
    painter: QPainter,
    rect: QRectF,
    layout: CardLayout,
    theme: Theme,
    zoom: int,
    *,
    muted: bool = False,
    selected: bool = False,
    hovered: bool = False,
    focused: bool = False,
) -> None:
    """Draw a card that was laid out in the width of `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = "hover" if hovered else "surface-quiet" if muted else "surface"
    _frame(painter, rect, theme, zoom, ground, selected, focused)
    painter.translate(rect.topLeft())
    for words in layout.words:
        painter.setFont(words.font)
        painter.setPen(QColor(theme[words.role]))
        painter.drawText(words.at, words.text)
    for sign in layout.signs:
        draw_glyph(painter, sign.glyph, sign.box, theme[sign.role])
    for box, chip in layout.chips:
        draw_status(painter, box, chip, theme, _font(zoom, fonts.SMALL, True, False))
    painter.restore()


def _frame(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    zoom: int,
    ground: str,
    selected: bool,
    focused: bool,
) -> None:
    role = "focus" if focused else "accent" if selected else "line"
    width = (2.0 if selected or focused else 1.0) * max(1.0, zoom / 100)
    painter.setPen(QPen(QColor(theme[role]), width))
    painter.setBrush(QColor(theme[ground]))
    inset = width / 2
    radius = 6 * zoom / 100
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
