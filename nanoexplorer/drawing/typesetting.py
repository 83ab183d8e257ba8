"""The one type-setter: how words break into lines of a width, by Qt's own layout.

It breaks after spaces, hyphens and slashes, and a word that is wider than a line between any two
signs. What stands on one line anyway is told by its advance alone, and everything is kept: a card
is measured at every edit, a row of a slide several times before it has its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import Final, Protocol, Self, TypeVar

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


def lines(text: str, font: QFont, width: float, *, most: int = 0) -> tuple[str, ...]:
    """A text in lines of a width; the last of at most so many ends in an ellipsis."""
    text = text.replace("\n", NEXT_LINE)
    found = _lines(text, font.key(), width)
    if most and len(found) > most:
        rest = text[sum(map(len, found[: most - 1])) :]
        found = (*found[: most - 1], elided(rest.strip(), font, width))
    return tuple(line.rstrip() for line in found)


@lru_cache(maxsize=16384)
def _lines(text: str, key: str, width: float) -> tuple[str, ...]:
    if NEXT_LINE not in text and _advance(text.rstrip(), key) <= width:
        return (text,)
    layout = QTextLayout(text, _font(key))
    return tuple(text[start:end] for start, end in _told(text, _broken(layout, width)))


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


def laid_out(text: str, font: QFont, width: float, leading: float) -> tuple[QTextLayout, float]:
    """A paragraph to draw, its lines so many px apart, and how high it is."""
    layout = QTextLayout(text, font)
    y = 0.0
    for _ in _broken(layout, width):
        laid = layout.lineAt(layout.lineCount() - 1)
        laid.setPosition(QPointF(0, y + (leading - laid.height()) / 2))
        y += leading
    return layout, y


class Styled(Protocol):
    """Words in one style, as documents and slides have them."""

    @property
    def text(self) -> str:
        """The words alone."""

    def _replace(self, *, text: str) -> Self: ...


Style = TypeVar("Style", bound=Styled)


def broken(
    spans: Sequence[Style], fonts: Sequence[QFont], width: float, slack: Sequence[float] = ()
) -> list[list[Style]]:
    """Words in several styles, each in its font, in lines of a width. A style may be set in another
    font, which is wider by its `slack`.
    """
    text = "".join(span.text for span in spans)
    layout = QTextLayout(text, fonts[0])
    formats, at = [], 0
    for span, font, wider in zip(spans, fonts, slack or [0.0] * len(fonts), strict=True):
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = at, _units(span.text), _format(font.key(), wider)
        formats.append(part)
        at += part.length
    layout.setFormats(formats)
    return [_between(spans, *ends) for ends in _told(text, _broken(layout, width))]


def _between(spans: Iterable[Style], start: int, end: int) -> list[Style]:
    """The part of words from one sign up to another."""
    found, at = [], 0
    for span in spans:
        if text := span.text[max(0, start - at) : max(0, end - at)]:
            found.append(span._replace(text=text))
        at += len(span.text)
    return found


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


def _broken(layout: QTextLayout, width: float) -> Iterator[tuple[int, int]]:
    """Break a layout into its lines; each as where it begins and ends."""
    layout.setTextOption(_option())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        yield line.textStart(), line.textStart() + line.textLength()
    layout.endLayout()
