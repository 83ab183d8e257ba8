"""Where everything in the picture of the barrier goes, in a width and at a zoom; px throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from nanoexplorer import strings
from nanoexplorer.core.barrier_routes import Route, Use
from nanoexplorer.core.standing import Rung, least_advanced, shown_rungs
from nanoexplorer.figures import fonts
from nanoexplorer.figures.barrier_motifs import LEAKY
from nanoexplorer.figures.barrier_scene import Scene, Track
from nanoexplorer.figures.card import Chip
from nanoexplorer.figures.chips import chip_size

MOST: Final = 8
"""Strategies of a route that are drawn; the list beside the picture has all."""
CAPTIONS: Final = 76.0
LEAST_LANE: Final = 72.0
_SHARE: Final = 0.41
_BREAKS: Final = re.compile(r"[^\s-]*-+|[^\s-]+\s*|\s+")


class Row(NamedTuple):
    """A strategy beside its route: its name in lines and its chips."""

    use: Use
    box: QRectF
    lines: tuple[str, ...]
    chips: tuple[tuple[QRectF, Chip], ...]


class Lane(NamedTuple):
    """A route across the picture, its title and its strategies; `more` are in the list only."""

    route: Route
    box: QRectF
    title: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int

    @property
    def bottom(self) -> float:
        """Where the words end."""
        return self.rows[-1].box.bottom() if self.rows else self.box.top()


class Layout(NamedTuple):
    """The picture laid out: `scene` on the left, lanes over the whole width, a legend below."""

    width: float
    height: float
    zoom: int
    scene: Scene
    lanes: tuple[Lane, ...]
    text_left: float
    legend: tuple[tuple[QPointF, str, str], ...]

    def row_at(self, point: QPointF) -> Row | None:
        """The strategy at a point, if any."""
        return next((r for lane in self.lanes for r in lane.rows if r.box.contains(point)), None)

    def lane_at(self, point: QPointF) -> Lane | None:
        return next((lane for lane in self.lanes if lane.box.contains(point)), None)

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for lane in self.lanes for row in lane.rows)


@lru_cache(maxsize=64)
def small(zoom: int, heavy: bool = False) -> QFont:
    return fonts.font(fonts.SMALL, fonts.SEMIBOLD if heavy else fonts.REGULAR, zoom=zoom)


@lru_cache(maxsize=16)
def lead(zoom: int) -> QFont:
    return fonts.font(fonts.BODY, fonts.SEMIBOLD, zoom=zoom)


def wrap(text: str, font: QFont, room: float) -> Iterator[str]:
    """Text in lines no wider than `room`, broken after spaces and hyphens, or else anywhere."""
    metrics, line = QFontMetricsF(font), ""
    parts = (cut for part in _BREAKS.findall(text) for cut in _cut(part, metrics, room))
    for part in parts:
        longer = line + part
        if line and metrics.horizontalAdvance(longer.rstrip()) > room:
            yield line.rstrip()
            longer = part
        line = longer
    yield line.rstrip()


def _cut(part: str, metrics: QFontMetricsF, room: float) -> Iterator[str]:
    """A word in parts that are no wider than a line."""
    while len(part) > 1 and metrics.horizontalAdvance(part.rstrip()) > room:
        fits = (n for n in range(len(part), 1, -1) if metrics.horizontalAdvance(part[:n]) <= room)
        count = next(fits, 1)
        yield part[:count]
        part = part[count:]
    yield part


def lay_out(
    routes: Sequence[Route], width: float, zoom: int, selection: str = "", height: float = 0.0
) -> Layout:
    """Place everything in a width; lanes share out what a greater `height` leaves over."""
    u = zoom / 100
    scene_width = min(max(_SHARE * width, 150 * u), 440 * u, 0.6 * width)
    left = scene_width + 16 * u
    legend_top, legend = _legend(width, zoom)
    lanes = [_lane(route, left, width - 6 * u, zoom, selection) for route in routes]
    heights = [max(LEAST_LANE * u, lane.bottom + 10 * u) for lane in lanes]
    spare = max(0.0, height - CAPTIONS * u - sum(heights) - legend_top)
    extra = spare / len(lanes) if lanes else spare
    top, placed = CAPTIONS * u, []
    for lane, high in zip(lanes, heights, strict=True):
        placed.append(_moved(lane, top, width, high + extra))
        top += high + extra
    bottom = top if lanes else top + 4 * LEAST_LANE * u
    tracks = tuple(
        Track(lane.box.top(), lane.box.bottom(), lane.route.term.id == LEAKY) for lane in placed
    )
    scene = Scene(QRectF(0, CAPTIONS * u, scene_width, bottom - CAPTIONS * u), tracks, u)
    below = tuple((QPointF(at.x(), at.y() + bottom), mark, words) for at, mark, words in legend)
    return Layout(width, bottom + legend_top, zoom, scene, tuple(placed), left, below)


def _lane(route: Route, left: float, right: float, zoom: int, selection: str) -> Lane:
    """A lane from height 0 on."""
    u = zoom / 100
    title = tuple(wrap(route.term.label, lead(zoom), right - left))
    top = 8 * u + len(title) * 21 * u
    shown = _drawn(route.uses, selection)
    rows = []
    for use in shown:
        row = _row(use, left, right, top, zoom)
        rows.append(row)
        top = row.box.bottom() + 1 * u
    return Lane(route, QRectF(0, 0, right, top), title, tuple(rows), len(route.uses) - len(shown))


def _drawn(uses: tuple[Use, ...], selection: str) -> tuple[Use, ...]:
    """At most so many: the selected one, those that are named, then the pack's order."""
    if len(uses) <= MOST:
        return uses
    chosen = [n for n, use in enumerate(uses) if use.strategy.id == selection][:1]
    rest = ((n for n, use in enumerate(uses) if use.named is named) for named in (True, False))
    kept: set[int] = set()
    for place in chain(chosen, *rest):  # not sorted: of ten thousand the first few are kept
        if len(kept) == MOST - 1:
            break
        kept.add(place)
    return tuple(uses[place] for place in sorted(kept))


def _moved(lane: Lane, down: float, width: float, height: float) -> Lane:
    rows = tuple(
        row._replace(
            box=row.box.translated(0, down),
            chips=tuple((box.translated(0, down), chip) for box, chip in row.chips),
        )
        for row in lane.rows
    )
    return lane._replace(box=QRectF(0, down, width, height), rows=rows)


def _row(use: Use, left: float, right: float, top: float, zoom: int) -> Row:
    """The name with its chips at its right, or below it where there is no room for both."""
    u = zoom / 100
    font = small(zoom)
    chips = chips_of(use.rungs)
    sizes = [chip_size(chip.label, small(zoom, True), chip.glyph) for chip in chips]
    indent, room = left + 20 * u, right - left - 24 * u
    wide = sum(size.width() + 6 * u for size in sizes)
    name = list(wrap(use.strategy.name, font, room - wide))
    longest = max(QFontMetricsF(font).horizontalAdvance(line) for line in name)
    beside = len(name) <= (1 if wide > 0.5 * room else 2) and longest <= room - wide
    if not beside:
        name = list(wrap(use.strategy.name, font, room))
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
    return Row(use, QRectF(left, top, right - left, bottom - top), tuple(name), tuple(placed))


def chips_of(rungs: tuple[Rung, ...]) -> tuple[Chip, ...]:
    """A chip for every rung that is drawn; the fill is the least advanced one's."""
    if not rungs:
        return ()
    filled = least_advanced(rungs)
    return tuple(
        Chip(
            strings.rung_label(rung),
            rung.status.glyph,
            rung.status.role,
            rung is filled and not rung.hollow,
        )
        for rung in shown_rungs(rungs)
    )


def _legend(width: float, zoom: int) -> tuple[float, list[tuple[QPointF, str, str]]]:
    """Height, and places from height 0 on: a mark and its words, in fixed order."""
    u, metrics = zoom / 100, QFontMetricsF(small(zoom))
    x, y, placed = 0.0, 12 * u, []
    for mark, words in strings.BARRIER_LEGEND:
        wide = metrics.horizontalAdvance(words) + (24 if mark else 0) * u
        if x and x + wide > width:
            x, y = 0.0, y + 20 * u
        for line in wrap(words, small(zoom), width - 24 * u) if wide > width else [words]:
            placed.append((QPointF(x, y), mark if line is words or not x else "", line))
            y += 20 * u if line is not words else 0
        x += wide + 18 * u
    return y + 20 * u, placed
