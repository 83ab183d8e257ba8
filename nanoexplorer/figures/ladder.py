"""The ladder: every rung of the pack's statuses, the strategy's own marked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from nanoexplorer.core.evidence import Status
from nanoexplorer.core.standing import Rung, shown_rungs
from nanoexplorer.figures import fonts
from nanoexplorer.figures.chips import chip_size, draw_chip
from nanoexplorer.palette import Theme

HEIGHT: Final = 30
_FRAME: Final = 2.0
_GAP: Final = 1.0


def draw_ladder(
    painter: QPainter,
    rect: QRectF,
    statuses: tuple[Status, ...],
    rungs: tuple[Rung, ...],
    theme: Theme,
    zoom: int,
) -> None:
    """Draw the rungs side by side, the least advanced left; the strategy's own are framed."""
    steps = sorted(statuses, key=lambda status: status.rank)
    own = {rung.status.id: rung for rung in shown_rungs(rungs)}
    gap = _GAP * zoom / 100
    widths = _widths(steps, own, rect.width() - gap * (len(steps) - 1), zoom)
    left, margin = rect.left(), (_FRAME + 1) * zoom / 100
    for place, (status, width) in enumerate(zip(steps, widths, strict=True)):
        box = QRectF(left, rect.top(), width, rect.height())
        rung = own.get(status.id)
        first, last = place == 0 and not rung, place == len(steps) - 1 and not rung
        chip = box.adjusted(0 if first else margin, margin, 0 if last else -margin, -margin)
        _step(painter, chip, status, rung, theme, zoom)
        if rung:
            _mark(painter, box, theme, zoom)
        left += width + gap


def _font(zoom: int, mine: bool) -> QFont:
    weight = fonts.SEMIBOLD if mine else fonts.REGULAR
    return fonts.font(fonts.SMALL - 1, weight, zoom=zoom)


def _widths(steps: list[Status], own: dict[str, Rung], room: float, zoom: int) -> list[float]:
    """Room for every label; what is left over is shared out evenly."""
    asked = [
        chip_size(
            status.short_label,
            _font(zoom, status.id in own),
            status.glyph if status.id in own else None,
        ).width()
        for status in steps
    ]
    spare = (room - sum(asked)) / len(steps)
    return [width + spare for width in asked]


def _step(
    painter: QPainter, box: QRectF, status: Status, rung: Rung | None, theme: Theme, zoom: int
) -> None:
    hollow = rung is not None and rung.hollow
    draw_chip(
        painter,
        box,
        status.short_label,
        status.glyph if rung else None,
        theme.status(status.role, hollow=hollow),
        _font(zoom, rung is not None),
        dashed=status.glyph == "dashed-ring",
        hollow=hollow,
    )


def _mark(painter: QPainter, box: QRectF, theme: Theme, zoom: int) -> None:
    """A frame around a rung that is the strategy's own."""
    width = _FRAME * zoom / 100
    painter.setPen(QPen(QColor(theme["ink"]), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset, radius = width / 2, 5 * zoom / 100
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
