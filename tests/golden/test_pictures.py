"""A column of cards looks as it did: one small picture per theme, drawn offscreen.

Where a change of the look is meant, `make golden` draws them anew; look at them before committing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.resolve import card
from nanoexplorer.documents.card import card_words
from nanoexplorer.drawing.card import draw_card, lay_out
from tests.drawing.drawing import picture, theme
from tests.packs import mini_pack

GOLDEN = Path(__file__).parent
STRATEGIES = ("moka-pot", "double-wall-glass", "felt-sleeve", "cork-coaster", "office-urn")
WIDTH, HEIGHT, GAP = 320, 560, 8
SLIGHT = 40
"""Levels by which a channel may differ: libraries smooth the edges of letters differently."""
FEW = 0.01
"""Share of pixels that may differ by more."""


def column(name: str) -> QImage:
    """Cards of every kind: met, unmet and against, hollow, filled, dashed; one selected."""
    pack, look = mini_pack(), theme(name)
    profile = pack.blank_profile.replace({"roast": "dark", "cups": 2, "water": "hard"})

    def draw(painter: QPainter) -> None:
        top = float(GAP)
        for place, strategy in enumerate(STRATEGIES):
            words = card_words(pack, card(pack, profile, strategy))
            layout = lay_out(words, WIDTH - 2 * GAP, 100)
            box = QRectF(GAP, top, WIDTH - 2 * GAP, layout.height)
            state = {"muted": words.muted, "selected": place == 1}
            draw_card(painter, box, layout, look, 100, **state)
            top += layout.height + GAP

    return picture(draw, WIDTH, HEIGHT, look["paper"])


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that differ by more than slightly."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > SLIGHT for a, b in pairs) / (one.width() * one.height())


@pytest.mark.skipif(sys.platform != "linux", reason="the pictures were drawn there")
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_column_of_cards_looks_as_it_did(
    app: QApplication, name: str, renew_golden: bool
) -> None:
    file = GOLDEN / f"cards-{name}.png"
    drawn = column(name)
    if renew_golden:
        assert drawn.save(str(file))
    golden = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    assert golden.size() == drawn.size()
    assert differing(golden, drawn) < FEW


def test_a_drawing_is_the_same_again(app: QApplication) -> None:
    assert column("light") == column("light")


def test_another_drawing_is_told_apart(app: QApplication) -> None:
    assert differing(column("light"), column("dark")) > FEW
