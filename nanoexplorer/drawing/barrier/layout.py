"""Where everything in the picture of the barrier goes, in a width and at a zoom; px throughout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from nanoexplorer.core.shown.barrier_routes import Route, Use
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.drawing.barrier.motifs import LEAKY
from nanoexplorer.drawing.barrier.scene import Scene, Track
from nanoexplorer.drawing.chips import status_size
from nanoexplorer.drawing.fonts import BODY, shared, small
from nanoexplorer.drawing.typesetting import advance, lines
from nanoexplorer.words import barrier as barrier_words

MOST: Final = 8
"""Strategies of a route that are drawn; the list beside the picture has all."""
LEAST_LANE: Final = 72.0
_SHARE: Final = 0.41


LegendEntry = tuple[QPointF, str, str]
"""Of the legend: its place, its glyph if it has one, and its words."""


class Row(NamedTuple):
    """A strategy beside its route: its name in lines and its chips."""

    use: Use
    box: QRectF
    lines: tuple[str, ...]
    chips: tuple[tuple[QRectF, Mark], ...]


class Lane(NamedTuple):
    """A route across the picture, its title and its strategies; `more` are in the list only.

    Words that say so, or that there is none, stand at `rest`.
    """

    route: Route
    box: QRectF
    title: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int
    rest: QPointF


class Measures(NamedTuple):
    """Px at 100 %: above a lane's words, and from line to line of a title and of the captions.

    `chips`: their size in parts of the words'.
    """

    above: float = 8.0
    title: float = 21.0
    caption: float = 18.0
    chips: float = 1.0

    @property
    def captions(self) -> float:
        """What all captions take above the scene."""
        return 4 * self.caption + 4

    def chip_font(self, zoom: int) -> QFont:
        """The font of status chips, smaller where the lanes are tight."""
        return small(round(zoom * self.chips), True)


USUAL: Final = Measures()


def title_font(zoom: int) -> QFont:
    """The font of a lane's title."""
    return shared(zoom, BODY, heavy=True)


class Layout(NamedTuple):
    """The picture laid out: `scene` on the left, lanes over the whole width, and a legend."""

    width: float
    height: float
    zoom: int
    scene: Scene
    lanes: tuple[Lane, ...]
    text_left: float
    legend: tuple[LegendEntry, ...]
    measures: Measures = USUAL

    def row_at(self, point: QPointF) -> Row | None:
        """The strategy at a point, if any."""
        return next((r for lane in self.lanes for r in lane.rows if r.box.contains(point)), None)

    def lane_at(self, point: QPointF) -> Lane | None:
        """The lane at a point in px of the picture; None beside all of them."""
        return next((lane for lane in self.lanes if lane.box.contains(point)), None)

    def mark_at(self, point: QPointF) -> str:
        """The mark of the legend that a point is at, or at whose words; empty beside them."""
        u = self.zoom / 100
        for at, mark, said in self.legend:
            wide = 24 * u + advance(said, small(self.zoom))
            if mark and QRectF(at.x(), at.y() - 3 * u, wide, 19 * u).contains(point):
                return mark
        return ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all lanes, from the top."""
        return tuple(row for lane in self.lanes for row in lane.rows)


def lay_out(
    routes: Sequence[Route], width: float, zoom: int, selection: str = "", height: float = 0.0
) -> Layout:
    """Place everything in a width; lanes share out what a greater `height` leaves over."""
    u = zoom / 100
    scene_width = min(max(_SHARE * width, 150 * u), 440 * u, 0.6 * width)
    left = scene_width + 16 * u
    legend_top, legend = legend_in(width, zoom)
    lanes = [_lane(route, left, width - 6 * u, zoom, selection) for route in routes]
    heights = [max(LEAST_LANE * u, lane.box.bottom() + 10 * u) for lane in lanes]
    top = USUAL.captions * u
    placed = stacked(lanes, heights, top, QSizeF(width, height - legend_top))
    scene = scene_beside(placed, top, scene_width, u)
    below = moved_marks(legend, 0, scene.rect.bottom())
    return Layout(width, scene.rect.bottom() + legend_top, zoom, scene, placed, left, below)


def stacked(
    lanes: Sequence[Lane], heights: Sequence[float], top: float, room: QSizeF
) -> tuple[Lane, ...]:
    """Lanes one below another from `top` on; they share out what is left of the room's height."""
    extra = max(0.0, room.height() - top - sum(heights)) / max(1, len(lanes))
    placed = []
    for lane, high in zip(lanes, heights, strict=True):
        placed.append(_moved(lane, top, room.width(), high + extra))
        top += high + extra
    return tuple(placed)


def scene_beside(lanes: Sequence[Lane], top: float, width: float, unit: float) -> Scene:
    """The picture on the left of its lanes; alone where there are none."""
    bottom = lanes[-1].box.bottom() if lanes else top + 4 * LEAST_LANE * unit
    tracks = tuple(
        Track(lane.box.top(), lane.box.bottom(), lane.route.term.id == LEAKY) for lane in lanes
    )
    return Scene(QRectF(0, top, width, bottom - top), tracks, unit)


def moved_marks(
    legend: Sequence[LegendEntry], right: float, down: float
) -> tuple[LegendEntry, ...]:
    """A legend moved by px."""
    return tuple((at + QPointF(right, down), mark, words) for at, mark, words in legend)


def _lane(route: Route, left: float, right: float, zoom: int, selection: str) -> Lane:
    """A lane from height 0 on, as high as its words."""
    u = zoom / 100
    title = lines(route.term.label, title_font(zoom), right - left)
    shown = drawn(route.uses, selection)
    top = (USUAL.above + USUAL.title * len(title)) * u
    rows = rows_below(shown, left, right, top, zoom)
    ends = rows[-1].box.bottom() if rows else top + u
    rest, more = QPointF(left + 20 * u, ends + 14 * u), len(route.uses) - len(shown)
    if more or not rows:
        ends = rest.y() + 4 * u
    return Lane(route, QRectF(0, 0, right, ends), title, rows, more, rest)


def rows_below(
    uses: Sequence[Use],
    left: float,
    right: float,
    top: float,
    zoom: int,
    measures: Measures = USUAL,
) -> tuple[Row, ...]:
    """A row for each, from `top` down."""
    rows = []
    for use in uses:
        row = _row(use, left, right, top, zoom, measures.chip_font(zoom))
        rows.append(row)
        top = row.box.bottom() + zoom / 100
    return tuple(rows)


def drawn(uses: tuple[Use, ...], selection: str) -> tuple[Use, ...]:
    """At most so many: the selected one, those that are named, then the pack's order."""
    if len(uses) <= MOST:
        return uses
    chosen = [n for n, use in enumerate(uses) if use.strategy.id == selection][:1]
    named = (n for n, use in enumerate(uses) if use.named)
    others = (n for n, use in enumerate(uses) if not use.named)
    kept: set[int] = set()
    for place in chain(chosen, named, others):  # not sorted: of ten thousand the first few are kept
        if len(kept) == MOST - 1:
            break
        kept.add(place)
    return tuple(uses[place] for place in sorted(kept))


def _moved(lane: Lane, down: float, width: float, height: float) -> Lane:
    by = QPointF(0, down)
    rows = tuple(moved_row(row, by) for row in lane.rows)
    return lane._replace(box=QRectF(0, down, width, height), rows=rows, rest=lane.rest + by)


def moved_row(row: Row, by: QPointF) -> Row:
    """A row moved with its chips."""
    chips = tuple((box.translated(by), chip) for box, chip in row.chips)
    return row._replace(box=row.box.translated(by), chips=chips)


def _row(use: Use, left: float, right: float, top: float, zoom: int, chip_font: QFont) -> Row:
    """The name with its chips at its right, or below it where there is no room for both."""
    u = zoom / 100
    font = small(zoom, True)  # as where it is selected, so that selecting moves nothing
    chips = marks_of(use.statuses)
    sizes = [status_size(chip, chip_font) for chip in chips]
    indent, room = left + 20 * u, right - left - 24 * u
    wide = sum(size.width() + 6 * u for size in sizes)
    name = lines(use.strategy.name, font, room - wide)
    longest = max(advance(line, font) for line in name)
    beside = len(name) <= (1 if wide > 0.6 * room else 2) and longest <= room - wide
    if not beside:
        name = lines(use.strategy.name, font, room)
    ends = top + 3 * u + 17 * u * len(name)
    x, y = (right - wide, top + 2 * u) if beside else (indent, ends + 2 * u)
    placed = []
    for size, chip in zip(sizes, chips, strict=True):
        w = min(size.width(), room)
        if not beside and x > indent and x + w > right:
            x, y = indent, y + size.height() + 3 * u
        placed.append((QRectF(x, y, w, size.height()), chip))
        x += w + 6 * u
    bottom = max(ends, max((box.bottom() for box, _ in placed), default=ends)) + 3 * u
    return Row(use, QRectF(left, top, right - left, bottom - top), name, tuple(placed))


def legend_in(width: float, zoom: int) -> tuple[float, list[LegendEntry]]:
    """Height, and places from height 0 on: a mark and its words, in fixed order."""
    u = zoom / 100
    x, y, placed = 0.0, 12 * u, []
    for mark, words in barrier_words.legend():
        wide = advance(words, small(zoom)) + (24 if mark else 0) * u
        if x and x + wide > width:
            x, y = 0.0, y + 20 * u
        for line in lines(words, small(zoom), width - 24 * u) if wide > width else [words]:
            placed.append((QPointF(x, y), mark if line is words or not x else "", line))
            y += 20 * u if line is not words else 0
        x += wide + 18 * u
    return y + 20 * u, placed
