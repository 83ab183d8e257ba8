"""A reason is worded once, with all that has to hold together for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nanoexplorer import views
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card, inspect, resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.documents import reasons
from nanoexplorer.documents.blocks import plain
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.feedback import for_whom
from nanoexplorer.documents.handout import handout
from nanoexplorer.documents.seminar.told import told_of
from nanoexplorer.documents.strategy import why
from nanoexplorer.documents.terms import reading
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.render.terminal import match_text
from nanoexplorer.words import common
from tests.packs import add_row, copy_of_mini_pack, mini_pack, read_rows

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


@pytest.mark.parametrize("ours", [True, False])
def test_whose_an_interpretation_is_is_said_of_every_pack(ours: bool) -> None:
    """*Ours* of what comes with the app alone; else beside a line that says we have not checked."""
    pack = replace(mini_pack(), ours=ours)
    pairs = (common.OUR_INTERPRETATION, common.THEIR_INTERPRETATION)
    said, never = pairs if ours else reversed(pairs)
    texts = [str(reading(pack))]
    for number, profile in enumerate((pack.blank_profile, *(c.profile for c in pack.cases))):
        chosen = pack.ordered[number % len(pack.ordered)].id
        for view in (*views.names_for(pack), ""):
            intent = Intent(profile, pack.blank_profile, tab=view, selection=chosen)
            screen = resolve(intent, pack)
            made = views.load(views.BY_NAME[view].document) if view else handout
            texts.append(str(made(pack, screen)))
        for strategy in pack.strategy:
            one = inspect(pack, profile, strategy)
            texts += map(str, (*for_whom(pack, one), *why(pack, one), *told_of(pack, one.card)))
        texts.append(match_text(pack, profile))
    whole = "\n".join(texts)
    assert said in whole
    assert never not in whole
