"""A reason is worded once, with all that has to hold together for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card, inspect
from nanoexplorer.documents import reasons
from nanoexplorer.documents.blocks import plain
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.feedback import for_whom
from nanoexplorer.documents.strategy import why
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.words import common
from tests.packs import add_row, copy_of_mini_pack, read_rows

NOT_ASKED = "nobody watches the kettle"


@pytest.fixture(name="pack")
def _pack(tmp_path: Path) -> Pack:
    """The mini pack, a reason against of which holds only together with what no field asks."""
    folder = copy_of_mini_pack(tmp_path / "pack")
    head, *rows = read_rows(folder / "criteria.csv")
    row = next(
        row for row in rows if row[head.index("effect")] == "against" and row[head.index("field")]
    )
    beside = dict(zip(head, row, strict=True))
    beside |= {"field": "", "test": "outside", "value": NOT_ASKED, "when_unknown": ""}
    add_row(folder, "criteria.csv", *beside.values())
    return load_pack(folder)


def said(pack: Pack, value: str) -> list[str]:
    """Of a value of the field every text on it that speaks of the condition."""
    asked = next(c for c in pack.criteria if c.effect == "against" and c.field)
    profile = pack.blank_profile.replace({asked.field: value})
    shown = card(pack, profile, asked.strategy)
    inspected = inspect(pack, profile, asked.strategy)
    texts = [
        *(plain(piece.said) for piece in card_words(pack, shown).pieces),
        *(reasons.line(pack, reason) for reason in shown.reasons),
        *(text for text, _ in reasons.told(pack, shown)),
        *(str(section) for section in why(pack, inspected)),
        *(plain(paragraph.said) for paragraph in for_whom(pack, inspected)),
    ]
    return [text for text in texts if NOT_ASKED in text]


def test_what_holds_only_together_is_said_together(pack: Pack) -> None:
    asked = next(c for c in pack.criteria if c.effect == "against" and c.field)
    condition = common.condition_phrase(pack.field[asked.field], asked)
    texts = said(pack, str(asked.value))
    assert len(texts) == 5
    assert all(f", and: {NOT_ASKED} (not asked here)" in text for text in texts)
    assert sum(condition in text for text in texts) == 5


def test_nothing_of_it_is_said_where_the_field_tells_that_it_does_not_hold(pack: Pack) -> None:
    asked = next(c for c in pack.criteria if c.effect == "against" and c.field)
    others = [v for v in pack.field[asked.field].known_options() if v != asked.value]
    for value in others:
        assert said(pack, value) == []
