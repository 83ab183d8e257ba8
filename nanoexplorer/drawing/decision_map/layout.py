"""Where everything of the decision map stands, in px, for a width and a zoom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from nanoexplorer.documents.decision_map import MOST_LINES, Crossing, MapWords
from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.decision_map.legend import Entry, flow
from nanoexplorer.drawing.fonts import small
from nanoexplorer.words import common
from nanoexplorer.words import decision_map as decision_map_words

GAP: Final = 2.0
APART: Final = 6.0
"""Px before the places that are unknown, and between the groups of the first row field."""
MOST_CELL: Final = 50.0
OVERHANG: Final = 8.0
BESIDE: Final = 250.0
"""Px that the section on the lines has at least beside the map; else it stands below."""
_AWAY: Final = 28.0
_HEIGHTS: Final = ((7, 40.0), (12, 32.0), (10**9, 25.0))
"""Rows up to a number, and the height of a cell in px."""


class Note(NamedTuple):
    """Words at a boundary's line, or in the section that tells what changes there."""

    box: QRectF
    text: str
    heading: bool = False


class MapLayout(NamedTuple):
    """All in px: `xs`, `ys` are the near edges of columns and rows, `least` the least width."""

    zoom: int
    heads: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cell: tuple[float, float]
    labels: tuple[Note, ...]
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

    def lines(self, words: MapWords) -> Iterator[tuple[Crossing, tuple[QLineF, ...]]]:
        """Where the answer changes: across the whole map for the first field, else beside the
        labels; what stands in a line interrupts it.
        """
        cells, over, air = self.cells, self.px(OVERHANG), self.px(6)
        for crossing in words.crossings:
            drawn: list[QLineF] = []
            for place in crossing.places:
                if not crossing.down:
                    x = (self.xs[place] + self.cell[0] + self.xs[place + 1]) / 2
                    drawn += self._upright(words, x, cells.bottom() + over)
                    continue
                y = (self.ys[place] + self.cell[1] + self.ys[place + 1]) / 2
                left = self.heads[crossing.level]
                if crossing.level:
                    inner = self.heads[crossing.level + 1] - self.px(10)
                    drawn.append(QLineF(left, y, inner, y))
                else:
                    ends = next(
                        n.box.right() for n in self.labels if n.box.top() < y < n.box.bottom()
                    )
                    drawn.append(QLineF(left, y, cells.left() - air / 2, y))
                    if ends + air < cells.right():
                        drawn.append(QLineF(ends + air, y, cells.right(), y))
            yield crossing, tuple(drawn)

    def _upright(self, words: MapWords, x: float, bottom: float) -> Iterator[QLineF]:
        """A line down the map, but for where the words of others stand in its way."""
        air, top = self.px(2), self.px(4)
        axis = QRectF(self.xs[0], 0, advance(words.axis, self.zoom), _line(self.zoom))
        boxes = (axis, *(note.box for note in self.labels))
        crossed = (box for box in boxes if box.left() - air < x < box.right() + air)
        for box in sorted(crossed, key=lambda box: box.top()):
            if box.top() > top:
                yield QLineF(x, top, x, min(bottom, box.top()))
            top = max(top, box.bottom())
        if top < bottom:
            yield QLineF(x, top, x, bottom)

    def explained(self, words: MapWords, at: QPointF) -> str:
        """What a line, a heading or a sign of the legend at a point means; else nothing."""
        near = QRectF(0, 0, self.px(10), self.px(10))
        near.moveCenter(at)
        for crossing, lines in self.lines(words):
            if any(_box(line).intersects(near) for line in lines):
                return crossing.text
        for entry, box in self.legend:
            if box.contains(at):
                return entry.tip
        if at.y() >= self.ys[0]:
            return ""
        if at.x() >= self.xs[0]:
            return "\n".join(map(words.tip, words.axes))
        level = sum(at.x() >= edge for edge in self.heads) - 1
        return words.tip(words.heads[level]) if 0 <= level < len(words.heads) else ""

    @property
    def cells(self) -> QRectF:
        """All cells together."""
        right, bottom = self.xs[-1] + self.cell[0], self.ys[-1] + self.cell[1]
        return QRectF(QPointF(self.xs[0], self.ys[0]), QPointF(right, bottom))


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
    ys = _rows(words, top, down, zoom)
    labels, bottom = _labels(words, xs, ys, ys[-1] + down + OVERHANG * scale, zoom)
    full = max(width, x + OVERHANG * scale)
    away = x + _AWAY * scale
    if full - away >= BESIDE * scale:
        notes, end = _notes(words.crossings, QPointF(away, ys[0]), full - away, zoom)
        bottom = max(bottom, end)
    else:
        notes, bottom = _notes(words.crossings, QPointF(0, bottom + 2 * scale), full, zoom)
    legend, bottom = flow(words, full, bottom + 8 * scale, scale, lambda t: advance(t, zoom))
    return MapLayout(
        zoom,
        heads,
        words.rows,
        tuple(xs),
        ys,
        (across, down),
        labels,
        notes,
        legend,
        full,
        bottom + 4 * scale,
        beside + least * len(words.columns),
    )


def _box(line: QLineF) -> QRectF:
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-0.5, -0.5, 0.5, 0.5)


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


def _rows(words: MapWords, top: float, down: float, zoom: int) -> tuple[float, ...]:
    """The rows' upper edges, a little room between the groups of the first of several fields, and a
    line's between two where the answer changes.
    """
    told = {n + 1 for c in words.crossings if c.down and not c.level for n in c.places}
    ys, y = [], top
    for n, line in enumerate(words.rows):
        new = len(words.heads) > 1 and n and line[0] != words.rows[n - 1][0]
        y += _line(zoom) if n in told else APART * zoom / 100 if new else 0.0
        ys.append(y)
        y += down
    return tuple(ys)


def _labels(
    words: MapWords, xs: list[float], ys: tuple[float, ...], bottom: float, zoom: int
) -> tuple[tuple[Note, ...], float]:
    """The words at the lines: of one between columns like a flag at its top, or at its foot where
    another stands there; of one between rows in it. Returns where the map ends, too.
    """
    line, air = _line(zoom), 4 * zoom / 100
    found, ends = [], {0.0: xs[0] + advance(words.axis, zoom) + air, bottom: 0.0}
    for crossing in words.crossings:
        wide = advance(crossing.label, zoom) + 2
        for place in crossing.places:
            if crossing.down:
                if not crossing.level:
                    box = QRectF(xs[0] + air, ys[place + 1] - line, wide, line)
                    found.append(Note(box, crossing.label))
                continue
            x = xs[place + 1] + air
            y = next((y for y, end in ends.items() if end <= x), None)
            if y is not None:
                found.append(Note(QRectF(x, y, wide, line), crossing.label))
                ends[y] = x + wide + 2 * air
    return tuple(found), bottom + (line if ends[bottom] else 0.0)


def _notes(
    crossings: tuple[Crossing, ...], at: QPointF, width: float, zoom: int
) -> tuple[tuple[Note, ...], float]:
    """The section on what the boundaries change, a paragraph each, and where it ends."""
    texts = [c.text for c in crossings[:MOST_LINES]]
    if len(crossings) > MOST_LINES:
        texts.append(common.counted(len(crossings) - MOST_LINES, decision_map_words.MORE_LINES))
    notes: list[Note] = []
    top = at.y()
    for text in (decision_map_words.CHANGES, *texts) if texts else ():
        heading = not notes
        high = typesetting.height(text, small(zoom, heading), width)
        notes.append(Note(QRectF(at.x(), top, width, high), text, heading))
        top += high + 4 * zoom / 100
    return tuple(notes), top
