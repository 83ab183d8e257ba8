"""How words wrap on a slide, measured with room to spare: a viewer may have another font."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from nanoexplorer.figures import fonts
from nanoexplorer.figures.exhibit import Cell, Span

SLACK: Final = 1.28
SLACK_BOLD: Final = 1.33
"""How much wider than ours a font may be: the widest that is common is so much wider."""
LEADING: Final = 1.25
_RAISED: Final = 0.67
_PARTS: Final = re.compile("[^ ]+ *| +")


class Sizes(NamedTuple):
    """The two sizes of a text, in px; `exact` where it is sure to be set in our own font."""

    body: float
    small: float
    exact: bool = False

    def of(self, span: Span) -> float:
        return self.small if span.small else self.body


class Line(NamedTuple):
    """Words on one line; `ends`: a line break of the text stands after it."""

    spans: tuple[Span, ...]
    height: float
    ends: bool


@lru_cache(maxsize=64)
def _metrics(size: float, bold: bool, italic: bool) -> QFontMetricsF:
    made = QFont(fonts.font(100, fonts.BOLD if bold else fonts.REGULAR, italic=italic))
    made.setPixelSize(round(size * 4))  # fractions of a px, told by a larger font
    return QFontMetricsF(made)


@lru_cache(maxsize=16384)
def _wide(text: str, size: float, bold: bool, italic: bool) -> float:
    return _metrics(size, bold, italic).horizontalAdvance(text) / 4


def advance_of(span: Span, sizes: Sizes) -> float:
    """The width of words on one line, in px, in our own font."""
    size = sizes.of(span) * (_RAISED if span.raised else 1.0)
    return _wide(span.text, size, span.bold, span.italic)


def width_of(span: Span, sizes: Sizes) -> float:
    """The width of words on one line, in px, with slack unless the font is sure."""
    slack = 1.0 if sizes.exact else SLACK_BOLD if span.bold else SLACK
    return advance_of(span, sizes) * slack


def wrapped(spans: Iterable[Span], width: float, sizes: Sizes) -> list[Line]:
    """The lines in which words stand in a width of px."""
    return list(_wrapped(tuple(spans), width, sizes))


@lru_cache(maxsize=4096)
def _wrapped(spans: tuple[Span, ...], width: float, sizes: Sizes) -> tuple[Line, ...]:
    """Kept, since a row is measured several times before it has its place."""
    found: list[Line] = []
    for paragraph in paragraphs(spans):
        height = max((sizes.of(s) for s in paragraph if s.text), default=sizes.body) * LEADING
        lines = list(_lines(paragraph, width, sizes))
        found += [Line(tuple(line), height, False) for line in lines[:-1]]
        found.append(Line(tuple(lines[-1]), height, True))
    return tuple(found)


def paragraphs(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Spans by paragraph, as their line breaks cut them."""
    line: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n")
        line.append(span._replace(text=first))
        for text in rest:
            yield line
            line = [span._replace(text=text)]
    yield line


def _lines(spans: Iterable[Span], width: float, sizes: Sizes) -> Iterator[list[Span]]:
    """Greedy: what doesn't fit begins a line; what is wider than a line is cut by viewers."""
    line: list[Span] = []
    used = 0.0
    for unit in _units(spans):
        ends = unit[-1]._replace(text=unit[-1].text.rstrip(" "))
        wide = sum(width_of(part, sizes) for part in (*unit[:-1], ends))
        if line and used + wide > width:
            yield line
            line, used = [], 0.0
        for _ in range(ceil(wide / width) - 1):  # the lines that it fills alone
            yield [unit[0]._replace(text="")]
        for part in unit:
            line = _joined(line, part)
            used += width_of(part, sizes)
    yield line


def _units(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """What no line break may part: words, with what follows them without a space."""
    unit: list[Span] = []
    for span in spans:
        for text in _PARTS.findall(span.text):
            if unit and unit[-1].text.endswith(" "):
                yield unit
                unit = []
            unit.append(span._replace(text=text))
    if unit:
        yield unit


def _joined(line: list[Span], part: Span) -> list[Span]:
    """Parts of one span on a line are one span again."""
    if line and line[-1]._replace(text="") == part._replace(text=""):
        return [*line[:-1], part._replace(text=line[-1].text + part.text)]
    return [*line, part]


def height_of(lines: Iterable[Line]) -> float:
    return sum(line.height for line in lines)


def cut(cell: Cell, width: float, sizes: Sizes, height: float) -> tuple[Cell, Cell]:
    """What of a cell's words stands in a height of px, and the rest with its chips."""
    lines = wrapped(cell.spans, width, sizes)
    taken, used = 0, 0.0
    while taken < len(lines) and used + lines[taken].height <= height:
        used += lines[taken].height
        taken += 1
    return Cell(_whole(lines[:taken])), Cell(_whole(lines[taken:]), cell.chips)


def _whole(lines: list[Line]) -> tuple[Span, ...]:
    """Lines as spans again, broken only where the text itself was."""
    spans: list[Span] = []
    for place, line in enumerate(lines):
        spans += (span for span in line.spans if span.text)
        if line.ends and place + 1 < len(lines):
            spans.append(Span("\n"))
    return tuple(spans)
