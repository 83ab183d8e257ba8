"""The grid of a map: where its cells lie, and how its labels are wrapped or turned to fit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from nanoexplorer.drawing import fonts, typesetting

LEAST_WIDTH: Final = 36
LEAST_HEIGHT: Final = 24
MOST_WIDTH: Final = 128
MOST_HEIGHT: Final = 48
"""Of a cell, in px at 100 %."""
MOST_LINES: Final = 3
_AIR: Final = 6
_LONGEST: Final = 150
"""Of a label, in px at 100 %, unless there is room to spare; what is longer is wrapped, and where
that doesn't help it ends in an ellipsis."""
_ROW_LINES: Final = 2


class Grid(NamedTuple):
    """A laid-out grid in px: `left` and `top` are the room of the labels, `width` and `height` of
    a cell; `turned` labels of columns are read from below; `cut`: a label ends in an ellipsis.
    """

    left: float
    top: float
    width: float
    height: float
    rows: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    turned: bool
    cut: bool = False

    def cell(self, row: int, column: int) -> QRectF:
        """The rectangle of a cell."""
        left, top = self.left + column * self.width, self.top + row * self.height
        return QRectF(left, top, self.width, self.height)

    def at(self, point: QPointF) -> tuple[int, int]:
        """Row and column at a point; -1 stands for the labels and for what is outside."""
        row = int((point.y() - self.top) // self.height) if point.y() >= self.top else -1
        column = int((point.x() - self.left) // self.width) if point.x() >= self.left else -1
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


def label_font(zoom: int) -> QFont:
    """The font of the labels beside a grid."""
    return fonts.font(fonts.SMALL, zoom=zoom)


@lru_cache(maxsize=8)
def lay_out(
    rows: tuple[str, ...], columns: tuple[str, ...], width: float, height: float, zoom: int
) -> Grid:
    """Fit a grid into `width` × `height` px; it is larger where cells would become too small."""
    font, em = label_font(zoom), zoom / 100
    pitch = QFontMetricsF(font).height()
    spare = width - 2 * _AIR * em - MOST_WIDTH * em * len(columns)
    longest = min(max(_LONGEST * em, spare), _widest(font, rows))
    left = longest + 2 * _AIR * em
    wide = _between(LEAST_WIDTH * em, (width - left) / max(1, len(columns)), MOST_WIDTH * em)
    room = wide - _AIR * em
    words = [word for label in columns for word in label.split()]
    turned = _widest(font, words) > room
    if turned:
        lines = max(1, min(MOST_LINES, int(wide // pitch)))
        spare = height - 1.5 * _AIR * em - MOST_HEIGHT * em * len(rows)
        most = max(_LONGEST * em, spare)
        found = (typesetting.narrowest(label, font, lines) for label in columns)
        wrapped = [tuple(_elided(line, font, most) for line in one) for one in found]
        top = max((_widest(font, one) for one in wrapped), default=0.0)
    else:
        wrapped = [typesetting.lines(label, font, room)[:MOST_LINES] for label in columns]
        top = max(map(len, wrapped), default=0) * pitch
    top += 1.5 * _AIR * em
    tall = _between(LEAST_HEIGHT * em, (height - top) / max(1, len(rows)), MOST_HEIGHT * em)
    lines = max(1, min(_ROW_LINES, int(tall // pitch)))
    shown = tuple(
        "\n".join(typesetting.lines(label, font, longest + 1, most=lines)) for label in rows
    )
    cut = any(map(_differ, (*shown, *map("\n".join, wrapped)), (*rows, *columns)))
    return Grid(left, top, wide, tall, shown, tuple(wrapped), turned, cut)


def draw_column_label(painter: QPainter, grid: Grid, column: int, zoom: int) -> None:
    """Draw the label of a column above it, in the painter's pen and `label_font`."""
    lines, air = grid.columns[column], _AIR * zoom / 100
    painter.save()
    if grid.turned:
        painter.translate(grid.left + column * grid.width, grid.top - air)
        painter.rotate(-90)
        box, side = QRectF(0, 0, grid.top, grid.width), Qt.AlignmentFlag.AlignVCenter
    else:
        painter.translate(grid.left + column * grid.width, 0)
        box = QRectF(0, 0, grid.width, grid.top - air)
        side = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
    painter.drawText(box, side, "\n".join(lines))
    painter.restore()


def draw_row_label(painter: QPainter, grid: Grid, row: int) -> None:
    """Draw the label of a row left of it, in the painter's pen and `label_font`."""
    box = QRectF(0, grid.top + row * grid.height, grid.left, grid.height)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, grid.rows[row])


def _between(least: float, wanted: float, most: float) -> float:
    return max(least, min(wanted, most))


def _widest(font: QFont, texts: Iterable[str]) -> float:
    return max((typesetting.advance(text, font) for text in texts), default=0.0)


def _elided(text: str, font: QFont, room: float) -> str:
    return typesetting.elided(text, font, room + 1)


def _differ(shown: str, label: str) -> bool:
    """Whether more than the breaks between lines differs."""
    return "".join(shown.split()) != "".join(label.split())
