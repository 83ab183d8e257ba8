"""The ladder: every rung of the pack's statuses, the strategy's own marked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from nanoexplorer.core.evidence import Status
from nanoexplorer.core.standing import Rung, least_advanced, shown_rungs
from nanoexplorer.figures import fonts
from nanoexplorer.figures.chips import draw_chip
from nanoexplorer.palette import Theme

HEIGHT: Final = 30
_FRAME: Final = 2.0


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
    filled = least_advanced(rungs)
    gap = 4 * zoom / 100
    width = (rect.width() - gap * (len(steps) - 1)) / len(steps)
    for place, status in enumerate(steps):
        box = QRectF(rect.left() + place * (width + gap), rect.top(), width, rect.height())
        rung = own.get(status.id)
        is_filled = rung is filled and not filled.hollow
        _step(painter, box, status, theme, zoom, mine=rung is not None, filled=is_filled)


def _step(
    painter: QPainter,
    box: QRectF,
    status: Status,
    theme: Theme,
    zoom: int,
    *,
    mine: bool,
    filled: bool,
) -> None:
    inset = (_FRAME + 1) * zoom / 100
    dashed = status.glyph == "dashed-ring"
    draw_chip(
        painter,
        box.adjusted(inset, inset, -inset, -inset),
        status.short_label,
        status.glyph if mine else None,
        theme.status(status.role, hollow=not filled and not dashed),
        fonts.font(fonts.SMALL - 1, fonts.SEMIBOLD if mine else fonts.REGULAR, zoom=zoom),
        dashed=dashed,
        hollow=mine and not filled and not dashed,
    )
    if mine:
        painter.setPen(QPen(QColor(theme["ink"]), _FRAME * zoom / 100))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5 * zoom / 100, 5 * zoom / 100)
