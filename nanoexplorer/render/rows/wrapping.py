"""How words wrap on a slide, measured with room to spare: a viewer may have another font."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtGui import QFont

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.typesetting import advance, broken
from nanoexplorer.render.rows.rendering import Cell, Span

SLACK: Final = 1.28
SLACK_BOLD: Final = 1.33
"""How much wider than ours a font may be: the widest that is common is so much wider."""
LEADING: Final = 1.25
_FINE: Final = 4


class Sizes(NamedTuple):
    """The two sizes of a text, in px; `exact` where it is sure to be set in our own font."""

    body: float
    small: float
    exact: bool = False

    def of(self, span: Span) -> float:
        """The size of a span, in px."""
        return self.small if span.small else self.body


class Line(NamedTuple):
    """Words on one line; `ends`: a line break of the text stands after it."""

    spans: tuple[Span, ...]
    height: float
    ends: bool


@lru_cache(maxsize=64)
def _font(size: float, bold: bool, italic: bool) -> QFont:
    """Larger than it is, for fractions of a px."""
    return fonts.font(round(size * _FINE), fonts.BOLD if bold else fonts.REGULAR, italic=italic)


def _slack(span: Span, sizes: Sizes) -> float:
    return 1.0 if sizes.exact else SLACK_BOLD if span.bold else SLACK


def advance_of(span: Span, sizes: Sizes) -> float:
    """The width of words on one line, in px, in our own font."""
    return advance(span.text, _font(sizes.of(span), span.bold, span.italic)) / _FINE


def width_of(span: Span, sizes: Sizes) -> float:
    """The width of words on one line, in px, with slack unless the font is sure."""
    return advance_of(span, sizes) * _slack(span, sizes)


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


def _lines(spans: Sequence[Span], width: float, sizes: Sizes) -> Iterator[list[Span]]:
    said = [span for span in spans if span.text]
    ends = [span._replace(text=span.text.rstrip()) for span in said[-1:]]
    if sum(width_of(span, sizes) for span in (*said[:-1], *ends)) <= width:
        yield said
        return
    in_fonts = [_font(sizes.of(span), span.bold, span.italic) for span in said]
    yield from broken(said, in_fonts, width * _FINE, [_slack(span, sizes) for span in said])


def height_of(lines: Iterable[Line]) -> float:
    """How high lines are together, in px."""
    return sum(line.height for line in lines)


def cut(cell: Cell, width: float, sizes: Sizes, height: float) -> tuple[Cell, Cell]:
    """What of a cell's words stands in a height of px, and the rest with its chips."""
    lines = wrapped(cell.spans, width, sizes)
    taken, used = 0, 0.0
    while taken < len(lines) and used + lines[taken].height <= height:
        used += lines[taken].height
        taken += 1
    head, rest = _whole(lines[:taken]), _whole(lines[taken:])
    return cell._replace(spans=head, chips=()), cell._replace(spans=rest, mark="")


def _whole(lines: list[Line]) -> tuple[Span, ...]:
    """Lines as spans again, broken only where the text itself was."""
    spans: list[Span] = []
    for place, line in enumerate(lines):
        spans += (span for span in line.spans if span.text)
        if line.ends and place + 1 < len(lines):
            spans.append(Span("\n"))
    return tuple(spans)
