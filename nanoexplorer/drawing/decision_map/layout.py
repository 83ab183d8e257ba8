"""Where everything of the decision map stands, in px, for a width and a zoom."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from nanoexplorer.documents.decision_map import MOST_LINES, Crossing, MapWords
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.decision_map.legend import Entry, flow
from nanoexplorer.words import common
from nanoexplorer.words import decision_map as decision_map_words

GAP: Final = 2.0
APART: Final = 6.0
"""Px before the places that are unknown, and between the groups of the first row field."""
MOST_CELL: Final = 50.0
OVERHANG: Final = 8.0
_HEIGHTS: Final = ((7, 40.0), (12, 32.0), (10**9, 25.0))
"""Rows up to a number, and the height of a cell in px."""


class Note(NamedTuple):
    """A line of words below the map; `x` is where its boundary is, to lead the eye."""

    box: QRectF
    text: str


class MapLayout(NamedTuple):
    """All in px: `xs`, `ys` are the near edges of columns and rows, `least` the least width."""

    zoom: int
    heads: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cell: tuple[float, float]
    notes: tuple[Note, ...]
    legend: tuple[tuple[Entry, QRectF], ...]
    width: float
    height: float
    least: float

    def px(self, units: float) -> float:
        """Units at 100 % in px at this zoom."""
        return units * self.zoom / 100

    def box(self, row: int, column: int) -> QRectF:
        """The square of a cell, the gap around it left out."""
        gap = self.px(GAP) / 2
        full = QRectF(self.xs[column], self.ys[row], *self.cell)
        return full.adjusted(gap, gap, -gap, -gap)

    def cell_at(self, at: QPointF) -> tuple[int, int] | None:
        """The row and column of the cell at a point, if there is one."""
        across, down = self.cell
        rows = (n for n, y in enumerate(self.ys) if y <= at.y() < y + down)
        columns = (n for n, x in enumerate(self.xs) if x <= at.x() < x + across)
        row, column = next(rows, None), next(columns, None)
        return None if row is None or column is None else (row, column)

    @property
    def cells(self) -> QRectF:
        """All cells together."""
        right, bottom = self.xs[-1] + self.cell[0], self.ys[-1] + self.cell[1]
        return QRectF(QPointF(self.xs[0], self.ys[0]), QPointF(right, bottom))


@lru_cache(maxsize=16)
def small(zoom: int, bold: bool = False) -> QFont:
    """The small size, in which everything on the map is written but its cells' numbers."""
    return fonts.font(fonts.SMALL, fonts.SEMIBOLD if bold else fonts.REGULAR, zoom=zoom)


def advance(text: str, zoom: int, bold: bool = False) -> float:
    """How wide a text in the small size is."""
    return typesetting.advance(text, small(zoom, bold))


def lay_out(words: MapWords, width: float, zoom: int) -> MapLayout:
    """Lay a map out; it is as wide as it must be where `width` is too little."""
    scale = zoom / 100
    heads = _row_heads(words, zoom)
    left = heads[-1] if heads else 0.0
    gaps = len(words.apart) * APART * scale
    beside = left + gaps + OVERHANG * scale
    least = _least_cell(words, zoom)
    room = (width - beside) / len(words.columns)
    across = max(least, min(room, MOST_CELL * scale))
    top = 2 * _line(zoom) + 6 * scale
    down = next(height for most, height in _HEIGHTS if len(words.rows) <= most) * scale
    xs, x = [], left
    for column in range(len(words.columns)):
        x += APART * scale if column in words.apart and column else 0.0
        xs.append(x)
        x += across
    ys = _rows(words, top, down, scale)
    bottom = ys[-1] + down + OVERHANG * scale
    full = max(width, x + OVERHANG * scale)
    centres = [_centre(c, xs) for c in words.crossings]
    notes, bottom = _notes(words.crossings, centres, full, bottom, zoom)
    legend, bottom = flow(words, full, bottom + 8 * scale, scale, lambda t: advance(t, zoom))
    return MapLayout(
        zoom,
        heads,
        words.rows,
        tuple(xs),
        ys,
        (across, down),
        notes,
        legend,
        full,
        bottom + 4 * scale,
        beside + least * len(words.columns),
    )


def _line(zoom: int) -> float:
    return QFontMetricsF(small(zoom)).height() + 2 * zoom / 100


def _row_heads(words: MapWords, zoom: int) -> tuple[float, ...]:
    """Where each column of the rows' labels begins, and last where the cells begin."""
    edges = [0.0]
    for level, head in enumerate(words.heads):
        texts = {line[level] for line in words.rows}
        widest = max(advance(head, zoom, True), *(advance(t, zoom) for t in texts))
        edges.append(edges[-1] + widest + 16 * zoom / 100)
    if not words.heads:
        edges = [0.0, advance(decision_map_words.NO_ROW, zoom) + 16 * zoom / 100]
    return tuple(edges)


def _least_cell(words: MapWords, zoom: int) -> float:
    """The width that a cell must have for its number and its column's label."""
    texts = (*words.columns, common.grouped_number(words.most))
    return max(advance(text, zoom) for text in texts) + 6 * zoom / 100


def _rows(words: MapWords, top: float, down: float, scale: float) -> tuple[float, ...]:
    """The rows' upper edges, a little room between the groups of the first of several fields."""
    ys, y = [], top
    for n, line in enumerate(words.rows):
        new = len(words.heads) > 1 and n and line[0] != words.rows[n - 1][0]
        y += APART * scale if new else 0.0
        ys.append(y)
        y += down
    return tuple(ys)


def _centre(crossing: Crossing, xs: list[float]) -> float | None:
    """Where a boundary between columns stands; None for one between rows."""
    if crossing.down or len(crossing.places) != 1:
        return None
    return xs[crossing.places[0] + 1]


def _notes(
    crossings: tuple[Crossing, ...],
    centres: list[float | None],
    width: float,
    top: float,
    zoom: int,
) -> tuple[tuple[Note, ...], float]:
    """What the boundaries say, one below the other: under its line, or from the left."""
    texts = [c.text for c in crossings[:MOST_LINES]]
    if len(crossings) > MOST_LINES:
        texts.append(decision_map_words.MORE_LINES.format(count=len(crossings) - MOST_LINES))
    notes = []
    for text, centre in zip(texts, [*centres, None], strict=False):
        wide = min(advance(text, zoom) + 2, width)
        high = typesetting.height(text, small(zoom), wide)
        at = 0.0 if centre is None else min(max(centre - wide / 2, 0.0), width - wide)
        notes.append(Note(QRectF(at, top, wide, high), text))
        top += high + 3 * zoom / 100
    return tuple(notes), top
