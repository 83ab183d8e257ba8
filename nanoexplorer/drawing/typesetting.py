"""The one type-setter: how words break into lines of a width, by Qt's own layout.

It breaks after spaces, hyphens and slashes, and a word that is wider than a line between any two
signs. What stands on one line anyway is told by its advance alone, and everything is kept: a card
is measured at every edit, a row of a slide several times before it has its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

NEXT_LINE: Final = "\u2028"
"""Begins a line within a paragraph."""


@lru_cache(maxsize=65536)
def _advance(text: str, key: str) -> float:
    return _metrics(key).horizontalAdvance(text)


@lru_cache(maxsize=256)
def _metrics(key: str) -> QFontMetricsF:
    return QFontMetricsF(_font(key))


def _font(key: str) -> QFont:
    made = QFont()
    made.fromString(key)
    return made


def advance(text: str, font: QFont) -> float:
    """How wide a text is on one line, in px."""
    return _advance(text, font.key())


def elided(text: str, font: QFont, width: float) -> str:
    """A text that ends in an ellipsis if it is wider."""
    right = QtCore.Qt.TextElideMode.ElideRight
    return _metrics(font.key()).elidedText(text, right, width)


def lines(
    text: str, font: QFont, width: float, *, first: float | None = None, most: int = 0
) -> tuple[str, ...]:
    """A text in lines of a width; the first may be of another one, and the last of at most so many
    ends in an ellipsis.
    """
    key = font.key()
    text = text.replace("\n", NEXT_LINE)
    found = _lines(text, key, width, width if first is None else first)
    if most and len(found) > most:
        rest = text[sum(map(len, found[: most - 1])) :]
        found = (*found[: most - 1], elided(rest.strip(), font, width))
    return tuple(line.rstrip() for line in found)


@lru_cache(maxsize=16384)
def _lines(text: str, key: str, width: float, first: float) -> tuple[str, ...]:
    if NEXT_LINE not in text and _advance(text.rstrip(), key) <= first:
        return (text,)
    layout = QTextLayout(text, _font(key))
    return tuple(text[start:end] for start, end in _told(text, _broken(layout, width, first)))


def height(text: str, font: QFont, width: float) -> int:
    """How high a text in lines of a width is, in px; nothing is 0."""
    return ceil(_metrics(font.key()).lineSpacing()) * len(lines(text, font, width)) if text else 0


def draw(painter: QPainter, box: QRectF, text: str) -> None:
    """Draw a text into the upper left of a box, in lines of its width, on whole px."""
    metrics = _metrics(painter.font().key())
    at = box.topLeft() + QPointF(0, round(metrics.ascent()))
    for line in lines(text, painter.font(), box.width()):
        painter.drawText(at, line)
        at += QPointF(0, ceil(metrics.lineSpacing()))


def narrowest(text: str, font: QFont, most: int) -> tuple[str, ...]:
    """A text in at most so many lines, the widest of which is as narrow as can be; words stay
    whole.
    """
    words = text.split()
    ends = [(a, b) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    widths = sorted({advance(" ".join(words[a:b]), font) for a, b in ends})
    least = max((advance(word, font) for word in words), default=0.0)
    for width in widths:
        if width >= least and len(found := lines(text, font, width + 1)) <= most:
            return found
    return (text,)


def laid_out(text: str, font: QFont, width: float, leading: float) -> tuple[QTextLayout, float]:
    """A paragraph to draw, its lines so many px apart, and how high it is."""
    layout = QTextLayout(text, font)
    y = 0.0
    for _ in _broken(layout, width, width):
        laid = layout.lineAt(layout.lineCount() - 1)
        laid.setPosition(QPointF(0, y + (leading - laid.height()) / 2))
        y += leading
    return layout, y


def spans_broken(
    spans: Sequence[tuple[str, QFont]], width: float, slack: Sequence[float]
) -> list[tuple[int, int]]:
    """Where the lines of words in several fonts begin and end; each may be set in another font
    that is wider by its `slack`.
    """
    text = "".join(words for words, _ in spans)
    layout = QTextLayout(text, spans[0][1])
    formats, at = [], 0
    for (words, font), wider in zip(spans, slack, strict=True):
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = at, _units(words), _format(font.key(), wider)
        formats.append(span)
        at += span.length
    layout.setFormats(formats)
    return list(_told(text, _broken(layout, width, width)))


@lru_cache(maxsize=256)
def _format(key: str, wider: float) -> QTextCharFormat:
    font = _font(key)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * wider)
    made = QTextCharFormat()
    made.setFont(font)
    return made


@lru_cache(maxsize=1)
def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _units(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)


def _told(text: str, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places in a text by signs; Qt counts those past the first plane as two."""
    if text.isascii() or max(text) <= "\uffff":
        yield from found
        return
    units = text.encode("utf-16-le")
    for start, end in found:
        before = len(units[: 2 * start].decode("utf-16-le", "ignore"))
        yield before, before + len(units[2 * start : 2 * end].decode("utf-16-le", "ignore"))


def _broken(layout: QTextLayout, width: float, first: float) -> Iterator[tuple[int, int]]:
    """Break a layout into its lines; each as where it begins and ends."""
    layout.setTextOption(_option())
    layout.beginLayout()
    room = first
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, room))
        yield line.textStart(), line.textStart() + line.textLength()
        room = width
    layout.endLayout()
