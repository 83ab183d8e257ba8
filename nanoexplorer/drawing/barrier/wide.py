"""Where everything in the picture of the barrier goes on a sheet that is wide and low, px.

Beside each route its title and then its strategies in two columns; the legend stands on top,
where the names of the parts leave room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from nanoexplorer.core.shown.barrier_routes import Route, Use
from nanoexplorer.drawing.barrier.layout import (
    Lane,
    Layout,
    Measures,
    Row,
    drawn,
    legend_in,
    moved_marks,
    moved_row,
    rows_below,
    scene_beside,
    stacked,
    title_font,
)
from nanoexplorer.drawing.barrier.scene import TUMOUR
from nanoexplorer.drawing.fonts import small
from nanoexplorer.drawing.typesetting import advance, lines
from nanoexplorer.words import barrier as barrier_words

_SCENE: Final = 0.18
_TITLES: Final = tuple(n / 100 for n in range(8, 19))
"""Of the width: the scene, and what titles may take; the first that they fit into in two lines."""
_LEAST_LANE: Final = 40.0
_MOTIF: Final = 46.0
"""Units of the scene that a route takes, so that its drawing keeps clear of the next."""
_BELOW: Final = 4.0
_MEASURES: Final = Measures(above=5.0, title=17.5, caption=14.5, chips=0.93)
_GAP: Final = 22.0


def lay_wide(
    routes: Sequence[Route], width: float, zoom: int, selection: str = "", height: float = 0.0
) -> Layout:
    """Place everything in a width; lanes share out what a greater `height` leaves over."""
    u = zoom / 100
    scene_width = _SCENE * width
    left = scene_width + 16 * u
    beside = (
        scene_width * (1 + TUMOUR) / 2 + 36 * u + advance(barrier_words.PARTS["brain"], small(zoom))
    )
    legend_high, legend = legend_in(max(1.0, width - beside), zoom)
    top = max(_MEASURES.captions * u, legend_high + 8 * u)
    titles = _titles_width(routes, width, zoom)
    lanes = [_lane(route, left, titles, width, zoom, selection) for route in routes]
    heights = [max(_LEAST_LANE * u, lane.box.bottom() + _BELOW * u) for lane in lanes]
    placed = stacked(lanes, heights, top, QSizeF(width, height))
    unit = min([u, scene_width / 200, *(lane.box.height() / _MOTIF for lane in placed)])
    scene = scene_beside(placed, top, scene_width, unit)
    above = moved_marks(legend, beside, top - legend_high - 8 * u)
    return Layout(width, scene.rect.bottom(), zoom, scene, placed, left, above, _MEASURES)


def _titles_width(routes: Sequence[Route], width: float, zoom: int) -> float:
    def fits(room: float) -> bool:
        return all(len(lines(r.term.label, title_font(zoom), room)) <= 2 for r in routes)

    return next((share * width for share in _TITLES if fits(share * width)), _TITLES[-1] * width)


def _lane(
    route: Route, left: float, titles: float, width: float, zoom: int, selection: str
) -> Lane:
    """A lane from height 0 on, as high as its words; its strategies in two columns."""
    u = zoom / 100
    title = lines(route.term.label, title_font(zoom), titles)
    start = left + titles + 15 * u
    shown = drawn(route.uses, selection)
    rows = _columns(shown, start, width - 6 * u, zoom)
    ends = max((row.box.bottom() for row in rows), default=(_MEASURES.above + 2) * u)
    rest, more = QPointF(start + 20 * u, ends + 14 * u), len(route.uses) - len(shown)
    if more or not rows:
        ends = rest.y() + 4 * u
    ends = max(ends, (_MEASURES.above + _MEASURES.title * len(title)) * u)
    return Lane(route, QRectF(0, 0, width, ends), title, rows, more, rest)


def _columns(uses: Sequence[Use], left: float, right: float, zoom: int) -> tuple[Row, ...]:
    """Rows down a first column and then a second, split where the longer one is shortest."""
    top, gap = _MEASURES.above * zoom / 100, _GAP * zoom / 100
    column = (right - left - gap) / 2
    rows = rows_below(uses, left, left + column, top, zoom, _MEASURES)
    ends = [top, *(row.box.bottom() for row in rows)]
    first = min(range(len(ends)), key=lambda n: (max(ends[n], top + ends[-1] - ends[n]), -n))
    across = QPointF(column + gap, -(rows[first].box.top() - top if first < len(rows) else 0))
    return (*rows[:first], *(moved_row(row, across) for row in rows[first:]))
