"""What is laid out before it is drawn: words, marks, chips and rules, each in its place.

A `Setter` places them in a width, a `Layout` is what it has made, and `draw_layout` draws that.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from nanoexplorer.documents.blocks import Mark, Phrase, Words
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.chips import draw_status
from nanoexplorer.drawing.fonts import shared
from nanoexplorer.drawing.looks import TONE, glyph_role, mark_look
from nanoexplorer.drawing.marks import draw_disputed, draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.typesetting import advance, broken, lines

LEADING: Final = 1.4
_NO_BREAK: Final = "\u00a0"


class PlacedWords(NamedTuple):
    """Words on a line: left end and baseline in px."""

    at: QPointF
    text: str
    font: QFont
    role: str


class Sign(NamedTuple):
    """A mark or glyph in its box."""

    box: QRectF
    glyph: str
    role: str
    outlined: bool = False


LINK: Final = "link"
"""The kind of a spot that leads somewhere."""


class Spot(NamedTuple):
    """A place that says more where the mouse rests: of what kind, and which of it."""

    box: QRectF
    kind: str
    which: str = ""


class Layout(NamedTuple):
    """Everything in its place, and how high it is, in px. `disputed`: boxes of that mark."""

    height: int
    words: tuple[PlacedWords, ...]
    signs: tuple[Sign, ...]
    chips: tuple[tuple[QRectF, Mark], ...]
    disputed: tuple[QRectF, ...]
    rules: tuple[QLineF, ...]
    spots: tuple[Spot, ...]


class Setter:
    """Places things in a width (px) at a zoom (percent)."""

    def __init__(self, width: int, zoom: int) -> None:
        self.width, self.zoom = width, zoom
        self.words: list[PlacedWords] = []
        self.signs: list[Sign] = []
        self.chips: list[tuple[QRectF, Mark]] = []
        self.disputed: list[QRectF] = []
        self.rules: list[QLineF] = []
        self.spots: list[Spot] = []

    def px(self, units: float) -> float:
        """Px of this zoom for px at 100 %."""
        return units * self.zoom / 100

    def laid_out(self, height: float) -> Layout:
        """All that was placed, so high."""
        return Layout(
            round(height),
            tuple(self.words),
            tuple(self.signs),
            tuple(self.chips),
            tuple(self.disputed),
            tuple(self.rules),
            tuple(self.spots),
        )

    def put(self, x: float, baseline: float, text: str, font: QFont, role: str) -> float:
        """Place a text on one line; returns where it ends."""
        self.words.append(PlacedWords(QPointF(x, baseline), text, font, role))
        return x + advance(text, font)

    def put_lines(
        self, text: str, x: float, top: float, room: float, size: int, *, heavy: bool = False,
        role: str = "ink",
    ) -> float:  # fmt: skip
        """Place a text in lines of a width; returns where they end below."""
        used, leading = shared(self.zoom, size, heavy), self.px(size * LEADING)
        for line in lines(text, used, max(1.0, room)):
            self.put(x, top + self.px(size), line, used, role)
            top += leading
        return top

    def put_phrase(self, phrase: Phrase, x: float, top: float, room: float, size: int) -> float:
        """Place words in several voices in lines of a width; returns where they end below.

        What is slanted stays together.
        """
        phrase = tuple(w._replace(text=_together(w.text)) if w.slanted else w for w in phrase)
        leading = self.px(size * LEADING)
        for line in self._broken(phrase, max(1.0, room), size):
            at = x
            for words in line:
                used = shared(self.zoom, size, words.strong, words.slanted)
                left = at
                at = self.put(at, top + self.px(size), words.text, used, TONE[words.tone])
                if words.to:
                    self.spots.append(Spot(QRectF(left, top, at - left, leading), LINK, words.to))
            top += leading
        return top

    def _broken(self, phrase: Phrase, room: float, size: int) -> list[list[Words]]:
        used = [shared(self.zoom, size, w.strong, w.slanted) for w in phrase]
        if sum(advance(w.text, one) for w, one in zip(phrase, used, strict=True)) <= room:
            return [list(phrase)]
        return [_trimmed(line) for line in broken(phrase, used, room)]

    def put_sign(
        self, x: float, middle: float, side: float, glyph: str, role: str, *, outlined: bool = False
    ) -> QRectF:
        """Place a mark so high and wide in the middle of a line; returns its box."""
        box = QRectF(x, middle - side / 2, side, side)
        self.signs.append(Sign(box, glyph, role, outlined))
        return box

    def put_status(self, x: float, middle: float, mark: Mark) -> QRectF:
        """Place a status's glyph; returns its box."""
        side = self.px(10)
        look = mark_look(mark)
        role = glyph_role(mark.glyph)
        return self.put_sign(x, middle, side, mark.glyph, role, outlined=look.outlined)


def _together(text: str) -> str:
    return text.replace(" ", _NO_BREAK)


def _trimmed(line: list[Words]) -> list[Words]:
    """The words of a line, no space at the end."""
    while line and not (text := line[-1].text.rstrip()):
        line.pop()
    return [*line[:-1], line[-1]._replace(text=text)] if line else line


def draw_layout(painter: QPainter, at: QPointF, layout: Layout, theme: Theme, zoom: int) -> None:
    """Draw what was laid out, its upper left corner there."""
    painter.save()
    painter.translate(at)
    painter.setPen(QColor(theme["line"]))
    for rule in layout.rules:
        painter.drawLine(rule)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for words in layout.words:
        painter.setFont(words.font)
        painter.setPen(QColor(theme[words.role]))
        painter.drawText(words.at, words.text)
    for sign in layout.signs:
        draw_glyph(painter, sign.glyph, sign.box, theme[sign.role], outlined=sign.outlined)
    for box, chip in layout.chips:
        draw_status(painter, box, chip, theme, shared(zoom, fonts.SMALL, True))
    for box in layout.disputed:
        draw_disputed(painter, box, theme)
    painter.restore()
