"""The grid of a map: where its cells lie, and how its labels are wrapped or slanted to fit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import cos, radians, sin, tan
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.fonts import small

LEAST_WIDTH: Final = 36
LEAST_HEIGHT: Final = 15
MOST_WIDTH: Final = 128
MOST_HEIGHT: Final = 48
"""Of a cell, in px at 100 %."""
MOST_LINES: Final = 3
SLANT: Final = 25
"""Degrees at which a label rises that has a word too wide for its column: words stay whole, and the
labels of the narrowest columns just miss each other.
"""
_AIR: Final = 6
_LONGEST: Final = 150
"""Of a label, in px at 100 %, unless there is room to spare; what is longer is wrapped, and where
that doesn't help it ends in an ellipsis."""
_ROW_LINES: Final = 2


class Grid(NamedTuple):
    """A laid-out grid in px: `left` and `top` are the room of the labels, `width` and `height` of
    a cell; `slanted` labels of columns rise to the right, the last of them `overhang` px beyond the
    cells; `cut`: a label ends in an ellipsis.
    """

    left: float
    top: float
    width: float
    height: float
    rows: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    slanted: bool
    overhang: float = 0.0
    cut: bool = False

    def cell(self, row: int, column: int) -> QRectF:
        """The rectangle of a cell."""
        left, top = self.left + column * self.width, self.top + row * self.height
        return QRectF(left, top, self.width, self.height)

    def at(self, point: QPointF) -> tuple[int, int]:
        """Row and column at a point; -1 stands for the labels and for what is outside."""
        up = self.top - point.y()
        row = int(-up // self.height) if up <= 0 else -1
        x = point.x() - (up / tan(radians(SLANT)) if self.slanted and up > 0 else 0)
        column = int((x - self.left) // self.width) if x >= self.left else -1
        return (
            row if row < len(self.rows) else -1,
            column if column < len(self.columns) else -1,
        )

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of all."""
        return (
            self.left + self.width * len(self.columns),
            self.top + self.height * len(self.rows),
        )


NO_GRID: Final = Grid(0, 0, 1, 1, (), (), False)


@lru_cache(maxsize=8)
def lay_out(
    rows: tuple[str, ...], columns: tuple[str, ...], width: float, height: float, zoom: int
) -> Grid:
    """Fit a grid into `width` × `height` px; it is larger where cells would become too small."""
    font, em = small(zoom), zoom / 100
    pitch = QFontMetricsF(font).height()
    spare = width - 2 * _AIR * em - MOST_WIDTH * em * len(columns)
    longest = min(max(_LONGEST * em, spare), _widest(font, rows))
    left = longest + 2 * _AIR * em
    wide = _column_width(width - left, len(columns), em)
    words = [word for label in columns for word in label.split()]
    slanted = _widest(font, words) > wide - _AIR * em
    overhang, wrapped = 0.0, list[tuple[str, ...]]()
    if slanted:
        spare = height - MOST_HEIGHT * em * len(rows)
        most = max(_LONGEST * em, spare / sin(radians(SLANT)))
        wrapped = [(typesetting.elided(label, font, most + 1),) for label in columns]
        top = _widest(font, (one[0] for one in wrapped)) * sin(radians(SLANT)) + pitch
        wide, overhang = _beside_each_other(wrapped, font, width - left, em)
    else:
        wrapped = [
            typesetting.lines(label, font, wide - _AIR * em)[:MOST_LINES] for label in columns
        ]
        top = max(map(len, wrapped), default=0) * pitch + 1.5 * _AIR * em
    tall = _between(LEAST_HEIGHT * em, (height - top) / max(1, len(rows)), MOST_HEIGHT * em)
    lines = max(1, min(_ROW_LINES, int(tall // pitch)))
    shown = tuple(
        "\n".join(typesetting.lines(label, font, longest + 1, most=lines)) for label in rows
    )
    cut = any(map(_differ, (*shown, *map("\n".join, wrapped)), (*rows, *columns)))
    return Grid(left, top, wide, tall, shown, tuple(wrapped), slanted, overhang, cut)


def _beside_each_other(
    columns: Iterable[tuple[str, ...]], font: QFont, room: float, em: float
) -> tuple[float, float]:
    """How wide columns with slanted labels are, and how far the last label reaches beyond them."""
    across = [typesetting.advance(one[0], font) * cos(radians(SLANT)) for one in columns]
    wide = min(_column_width(room - far, n + 0.5, em) for n, far in enumerate(across))
    ends = (wide * (n + 0.5) + far for n, far in enumerate(across))
    return wide, max(0.0, max(ends) - wide * len(across))


def draw_column_label(painter: QPainter, grid: Grid, column: int, zoom: int) -> None:
    """Draw the label of a column above it, in the painter's pen and font."""
    text, air = "\n".join(grid.columns[column]), _AIR * zoom / 100
    painter.save()
    painter.translate(grid.left + column * grid.width, grid.top)
    if grid.slanted:
        painter.translate(grid.width / 2, 0)
        painter.rotate(-SLANT)
        painter.drawText(QPointF(0, -air / 2), text)
    else:
        box = QRectF(0, -grid.top, grid.width, grid.top - air)
        side = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(box, side, text)
    painter.restore()


def draw_row_label(painter: QPainter, grid: Grid, row: int) -> None:
    """Draw the label of a row left of it, in the painter's pen and font."""
    box = QRectF(0, grid.top + row * grid.height, grid.left, grid.height)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, grid.rows[row])


def _column_width(room: float, columns: float, em: float) -> float:
    return _between(LEAST_WIDTH * em, room / max(0.5, columns), MOST_WIDTH * em)


def _between(least: float, wanted: float, most: float) -> float:
    return max(least, min(wanted, most))


def _widest(font: QFont, texts: Iterable[str]) -> float:
    return max((typesetting.advance(text, font) for text in texts), default=0.0)


def _differ(shown: str, label: str) -> bool:
    """Whether more than the breaks between lines differs."""
    return "".join(shown.split()) != "".join(label.split())
