"""The evidence map laid out: where each bubble, glyph and dot is, and how large; nothing drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from nanoexplorer.core.evidence import Status
from nanoexplorer.core.shown.evidence_map import Cell
from nanoexplorer.core.statuses import GivenStatus
from nanoexplorer.documents.evidence_map import MapWords
from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.evidence_map.grid import Grid, lay_out
from nanoexplorer.drawing.fonts import small
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.status_marks import (
    BubbleLook,
    bubble_look,
    disputed_path,
    glyph_ink,
    legend_height,
    status_glyph,
)

DISC: Final = 22
GAP: Final = 8
_GLYPH: Final = 9
_AIR: Final = 3
"""All in px at 100 %."""


class Bubble(NamedTuple):
    """A cell as it is drawn."""

    cell: Cell
    centre: QPointF
    diameter: float
    look: BubbleLook


class Glyph(NamedTuple):
    """The sign of a status beside a bubble."""

    path: QPainterPath
    centre: QPointF
    size: float
    ink: QColor


class MapLayout(NamedTuple):
    """All that is drawn, in px; `room` is what it takes, `width` what there was for the legend."""

    grid: Grid
    bubbles: tuple[Bubble, ...]
    gaps: tuple[QPointF, ...]
    statuses: tuple[Status, ...]
    caption: str
    theme: Theme
    zoom: int
    width: float
    room: QRectF

    @property
    def frame(self) -> tuple[object, ...]:
        """All but the bubbles: what stays as it is, whatever the profile."""
        return self._replace(bubbles=())

    @property
    def legend(self) -> QRectF:
        """Where the legend stands."""
        tall = legend_height(self.statuses, self.width, self.zoom)
        return QRectF(0, self.grid.size[1] + GAP * self.em, self.width, tall)

    @property
    def em(self) -> float:
        """A px at 100 %."""
        return self.zoom / 100


def make_sheet(words: MapWords, theme: Theme, zoom: int, width: float, height: float) -> MapLayout:
    """Lay a map out into so many px; it takes more (`room`) where that is too little."""
    foot = _foot_height(words.statuses, words.caption, width, zoom)
    grid = lay_out(words.rows, words.columns, width, height - foot, zoom)
    wide, tall = grid.size[0] + grid.overhang, grid.size[1]
    return MapLayout(
        grid=grid,
        bubbles=tuple(_bubbles(words.shown.cells, grid, theme, zoom)),
        gaps=_gaps(frozenset(words.cells), len(words.rows), len(words.columns), grid, zoom),
        statuses=words.statuses,
        caption=words.caption,
        theme=theme,
        zoom=zoom,
        width=width,
        room=QRectF(0, 0, max(width, wide), max(height, tall + foot)),
    )


def needed_height(words: MapWords, zoom: int, width: float, height: float) -> float:
    """The px that a map of this width takes, though there are only so many."""
    foot = _foot_height(words.statuses, words.caption, width, zoom)
    return lay_out(words.rows, words.columns, width, height - foot, zoom).size[1] + foot


def glyphs(sheet: MapLayout) -> Iterator[Glyph]:
    """The signs of all statuses right of their bubble, line by line, as large as they find room;
    the mark of one that a note disputes follows its sign.
    """
    for bubble in sheet.bubbles:
        paths = [path for given in bubble.cell.statuses for path in _signs(given)]
        left = bubble.centre.x() + bubble.diameter / 2 + _AIR * sheet.em
        right = sheet.grid.cell(bubble.cell.row, bubble.cell.column).right()
        across, step = _step(len(paths), right - left, sheet.grid.height - sheet.em, sheet.em)
        ink = QColor(glyph_ink(sheet.theme, faded=bubble.cell.faded))
        lines = ceil(len(paths) / across)
        for place, path in enumerate(paths):
            line, column = divmod(place, across)
            down = (line - (lines - 1) / 2) * step
            centre = QPointF(left + (column + 0.5) * step, bubble.centre.y() + down)
            yield Glyph(path, centre, step - sheet.em, ink)


def _signs(given: GivenStatus) -> tuple[QPainterPath, ...]:
    return (status_glyph(given), *((disputed_path(),) if given.disputes else ()))


def _step(count: int, width: float, height: float, em: float) -> tuple[int, float]:
    """How many signs stand in a line, and how far one is from the next: as far as can be."""
    found = {n: min(width / n, height / ceil(count / n)) for n in range(1, count + 1)}
    across = max(found, key=lambda n: min(found[n], (_GLYPH + 1) * em))
    return across, min(found[across], (_GLYPH + 1) * em)


def _centre(grid: Grid, row: int, column: int, zoom: int) -> QPointF:
    """Of a bubble: a little left of the cell's, since the glyphs stand right of it."""
    return grid.cell(row, column).center() - QPointF((_GLYPH + _AIR) / 2 * zoom / 100, 0)


def _bubbles(cells: tuple[Cell, ...], grid: Grid, theme: Theme, zoom: int) -> Iterator[Bubble]:
    em = zoom / 100
    beside = (_GLYPH + 2 * _AIR) * em
    diameter = min(DISC * em, grid.height - 1.5 * em, grid.width - beside)
    for cell in cells:
        given = cell.statuses[-1]
        yield Bubble(
            cell,
            _centre(grid, cell.row, cell.column, zoom),
            diameter,
            bubble_look(given.status, theme, hollow=given.hollow, faded=cell.faded),
        )


@lru_cache(maxsize=8)
def _gaps(
    filled: frozenset[tuple[int, int]], rows: int, columns: int, grid: Grid, zoom: int
) -> tuple[QPointF, ...]:
    return tuple(
        _centre(grid, row, column, zoom)
        for row in range(rows)
        for column in range(columns)
        if (row, column) not in filled
    )


@lru_cache(maxsize=8)
def _foot_height(statuses: tuple[Status, ...], caption: str, width: float, zoom: int) -> float:
    """Of legend and caption, with the air around them."""
    said = typesetting.height(caption, small(zoom), width)
    return legend_height(statuses, width, zoom) + said + 2.5 * GAP * zoom / 100
