"""The lines of a list of strategies: what stands beside each other, and what below."""

from __future__ import annotations

import re

import pytest

from nanoexplorer.core.resolve import card
from nanoexplorer.documents.card import card_words
from nanoexplorer.drawing.card_line import label_room, lay_out_line
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack

pytestmark = pytest.mark.usefixtures("app")
PACK = load_pack(bundled_pack())


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
@pytest.mark.parametrize("units", [180, 210, 280, 420])
@pytest.mark.parametrize("row", [False, True])
def test_no_word_of_a_name_is_broken_to_stand_beside_its_statuses(
    zoom: int, units: int, row: bool
) -> None:
    room = label_room(PACK.statuses, zoom)
    for strategy in PACK.strategies:
        line = card_words(PACK, card(PACK, PACK.blank_profile, strategy.id))
        laid = lay_out_line(line, units * zoom // 100, zoom, room, row=row)
        placed = [word for words in laid.words for word in re.findall(r"\w+", words.text)]
        wanted = re.findall(r"\w+", line.title)
        assert placed[: len(wanted)] == wanted
