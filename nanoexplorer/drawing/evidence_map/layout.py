"""The evidence map laid out: where each bubble, glyph and dot is, and how large; nothing drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import sqrt
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from nanoexplorer.core.evidence import Status
from nanoexplorer.core.shown.evidence_map import Cell
from nanoexplorer.documents.evidence_map import MapWords
from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.map_grid import Grid, label_font, lay_out
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.status_marks import (
    BubbleLook,
    bubble_look,
    disputed_path,
    glyph_ink,
    legend_height,
    status_glyph,
)

SMALLEST: Final = 16
LARGEST: Final = 40
GAP: Final = 8
_GLYPH: Final = 9
_AIR: Final = 3
_MARK: Final = 11
_WIDE: Final = 80
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


class Sheet(NamedTuple):
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
    def em(self) -> float:
        """A px at 100 %."""
        return self.zoom / 100


def make_sheet(words: MapWords, theme: Theme, zoom: int, width: float, height: float) -> Sheet:
    """Lay a map out into so many px; it takes more (`room`) where that is too little."""
    foot = _foot_height(words.statuses, words.caption, width, zoom)
    grid = lay_out(words.rows, words.columns, width, height - foot, zoom)
    wide, tall = grid.size
    return Sheet(
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


def glyphs(sheet: Sheet) -> Iterator[Glyph]:
    """The signs of all statuses, one below the other right of their bubble; the mark of one that a
    note disputes stands beside its sign, or below it where cells are narrow.
    """
    em = sheet.em
    wide = sheet.grid.width >= _WIDE * em
    for bubble in sheet.bubbles:
        statuses = bubble.cell.statuses
        signs = [(status_glyph(given), bool(given.disputes)) for given in statuses]
        if not wide:
            signs = [(p, False) for path, marked in signs for p in _stacked(path, marked)]
        step = min((_GLYPH + 1.5) * em, (sheet.grid.height - 2 * em) / len(signs))
        size = step - 1.5 * em if len(signs) > 1 else _GLYPH * em
        x = bubble.centre.x() + bubble.diameter / 2 + (_AIR + _GLYPH / 2) * em
        top = bubble.centre.y() - step * (len(signs) - 1) / 2
        ink = QColor(glyph_ink(sheet.theme, faded=bubble.cell.faded))
        for place, (path, marked) in enumerate(signs):
            centre = QPointF(x, top + place * step)
            yield Glyph(path, centre, size, ink)
            if marked:
                yield Glyph(disputed_path(), centre + QPointF(_MARK * em, 0), _MARK * em, ink)


def _stacked(path: QPainterPath, marked: bool) -> tuple[QPainterPath, ...]:
    return (path, disputed_path()) if marked else (path,)


def _centre(grid: Grid, row: int, column: int, zoom: int) -> QPointF:
    """Of a bubble: a little left of the cell's, since the glyphs stand right of it."""
    return grid.cell(row, column).center() - QPointF((_GLYPH + _AIR) / 2 * zoom / 100, 0)


def _bubbles(cells: tuple[Cell, ...], grid: Grid, theme: Theme, zoom: int) -> Iterator[Bubble]:
    em = zoom / 100
    beside = (_GLYPH + 2 * _AIR) * em
    largest = min(LARGEST * em, grid.height - 4 * em, grid.width - beside)
    least = min(SMALLEST * em, largest)
    most = max((cell.statements for cell in cells), default=1)
    for cell in cells:
        share = sqrt((cell.statements - 1) / (most - 1)) if most > 1 else 0.0
        given = cell.statuses[-1]
        yield Bubble(
            cell,
            _centre(grid, cell.row, cell.column, zoom),
            least + (largest - least) * share,
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
    said = typesetting.height(caption, label_font(zoom), width)
    return legend_height(statuses, width, zoom) + said + 2.5 * GAP * zoom / 100
