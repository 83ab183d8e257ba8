from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.shown.reference_kinds import KINDS_SHOWN, Behind
from nanoexplorer.drawing.palette import Theme, shipped_theme
from nanoexplorer.drawing.reference_kinds import (
    FILLS,
    draw_bar_row,
    draw_kind,
    draw_legend,
    legend,
    scale,
)

FIVE = Behind("x", (1, 1, 0, 2, 0, 0, 0, 0, 1))


def theme(name: str) -> Theme:
    return shipped_theme(name)


def canvas(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def greys(kind: str, look: Theme) -> list[int]:
    """A cell of a kind as a grey projector shows it, pixel by pixel."""
    image = canvas(28, 28)
    painter = QPainter(image)
    draw_kind(painter, QRectF(0, 0, 28, 28), kind, look, 200)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [grey.pixelColor(x, y).red() for x in range(28) for y in range(28)]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_kinds_are_told_apart_without_colour(app: QApplication, name: str) -> None:
    look = theme(name)
    drawn = {kind: greys(kind, look) for kind in KINDS_SHOWN}
    for one, other in combinations(KINDS_SHOWN, 2):
        pairs = zip(drawn[one], drawn[other], strict=True)
        differing = sum(abs(a - b) > 24 for a, b in pairs) / len(drawn[one])
        assert differing > 0.06, (one, other)


def test_every_kind_has_a_fill_and_a_place_in_every_legend(app: QApplication) -> None:
    assert tuple(FILLS) == KINDS_SHOWN
    for width in (120, 400, 1200):
        placed = legend(width, 100)
        assert [kind for kind, _ in placed] == list(KINDS_SHOWN)
        assert all(not a.intersects(b) for (_, a), (_, b) in combinations(placed, 2))


@pytest.mark.parametrize("most", [0, 1, 19, 500])
@pytest.mark.parametrize("width", [200, 690])
def test_a_bar_ends_before_its_words(app: QApplication, most: int, width: int) -> None:
    at = scale(width, most, 100)
    assert at.bar + most * at.cell <= width
    assert at.cell > 0


def test_a_row_is_drawn_at_any_size(app: QApplication) -> None:
    for zoom in (80, 200):
        image = canvas(600, 60)
        painter = QPainter(image)
        at = scale(600, 5, zoom)
        box = QRectF(0, 0, 600, 60)
        draw_bar_row(painter, box, "A name", FIVE, at, theme("light"), zoom, selected=True)
        draw_legend(painter, box, theme("light"), zoom)
        painter.end()
        assert image != canvas(600, 60)
