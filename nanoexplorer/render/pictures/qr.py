"""The QR code of a case code, drawn as rectangles: dark on light whatever the theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from nanoexplorer.drawing.palette import CODE_DARK, CODE_LIGHT

if TYPE_CHECKING:
    import segno

QUIET: Final = 4
"""Modules left blank around it, as readers ask for."""


@lru_cache(maxsize=16)
def qr_code(text: str) -> segno.QRCode:
    """The code of a text, as everything that leaves has it."""
    import segno

    return segno.make(text, error="m", micro=False)


def modules_across(text: str) -> int:
    """How many modules wide it is, quiet zone included."""
    return len(qr_code(text).matrix) + 2 * QUIET


def draw_qr(painter: QPainter, rect: QRectF, text: str) -> None:
    """Draw the code and its quiet zone into a square."""
    rows = qr_code(text).matrix
    side = rect.width() / (len(rows) + 2 * QUIET)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(rect, QColor(CODE_LIGHT))
    for y, row in enumerate(rows):
        for x, count in _runs(row):
            box = QRectF((QUIET + x) * side, (QUIET + y) * side, count * side, side)
            painter.fillRect(box.translated(rect.topLeft()), QColor(CODE_DARK))
    painter.restore()


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Where dark modules beside each other begin, and how many."""
    at = 0
    for dark, group in groupby(row):
        count = len(list(group))
        if dark:
            yield at, count
        at += count
