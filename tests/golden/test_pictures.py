"""A column of cards and lines looks as it did: one small picture per theme, drawn offscreen.

Where a change of the look is meant, `make golden` draws them anew; look at them before committing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.resolve import card
from nanoexplorer.core.shown.strategies import columns
from nanoexplorer.documents.blocks import Words, said
from nanoexplorer.documents.card import card_words, line_words
from nanoexplorer.documents.groups import tally
from nanoexplorer.drawing.card import draw_card, lay_out
from nanoexplorer.drawing.card_line import (
    label_room,
    lay_out_heading,
    lay_out_line,
    lay_out_more,
    lay_out_tally,
)
from nanoexplorer.drawing.layout import Layout, draw_layout
from nanoexplorer.words import common
from nanoexplorer.words import window as words_of_window
from tests.drawing.drawing import picture, theme
from tests.packs import mini_pack

GOLDEN = Path(__file__).parent
CARDS = ("moka-pot", "double-wall-glass", "cork-coaster")
LINES = ("felt-sleeve", "office-urn")
ROWS = ("cold-brew", "cafe-press")
WIDTH, HEIGHT, GAP = 320, 640, 8
SLIGHT = 40
"""Levels by which a channel may differ: libraries smooth the edges of letters differently."""
FEW = 0.01
"""Share of pixels that may differ by more."""


def column(name: str) -> QImage:
    """Cards that are met and against, lines, an open and a folded group; one card selected."""
    pack, look = mini_pack(), theme(name)
    profile = pack.blank_profile.replace({"roast": "dark", "cups": 2, "water": "hard"})
    wide = WIDTH - 2 * GAP
    labels = label_room(pack.statuses, 100)
    [shown, *_] = columns(pack, profile)

    def draw(painter: QPainter) -> None:
        top = float(GAP)
        for place, strategy in enumerate(CARDS):
            layout = lay_out(card_words(pack, card(pack, profile, strategy)), wide, 100)
            box = QRectF(GAP, top, wide, layout.height)
            draw_card(painter, box, layout, look, 100, selected=place == 1)
            top += layout.height + GAP
        for layout in layouts():
            draw_layout(painter, QPointF(GAP, top), layout, look, 100)
            top += layout.height

    def layouts() -> Iterator[Layout]:
        other = (Words(common.VERDICT_GROUP["no-match"], strong=True), Words("  2", "muted"))
        yield lay_out_heading(Verdict.NO_MATCH, other, wide, 100)
        for strategy in LINES:
            words = line_words(pack, card(pack, profile, strategy), cited=False)
            yield lay_out_line(words, wide, 100, labels, row=False)
        group = tally(pack, shown, (*ROWS, *CARDS), said("Things"))
        yield lay_out_tally(group, wide, 100, opened=True)
        for strategy in ROWS:
            words = line_words(pack, card(pack, profile, strategy), cited=False)
            yield lay_out_line(words, wide, 100, labels, row=True)
        yield lay_out_tally(group, wide, 100, opened=False)
        yield lay_out_more(common.counted(5, words_of_window.SHOW_ALL), wide, 100, opened=False)

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
