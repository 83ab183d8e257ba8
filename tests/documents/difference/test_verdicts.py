"""A verdict that is another one says for which profiles, and why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nanoexplorer.documents.difference.page import document
from tests.documents.difference.changes import between, in_words, said
from tests.packs import copy_of_mini_pack, edit_cell, mini_pack


def test_a_verdict_says_where_and_why(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    told = said(pack)
    place = told.index("  Office urn")
    assert told[place + 1].startswith("    named → other profile: ")
    assert told[place + 1].endswith("profiles: Cups: 12–19")
    assert "because it is new: named for at least 20 cups" in told[place + 2]
    assert "because it is gone: named for at least 12 cups" in told[place + 3]


def test_an_answer_that_became_known_is_the_reason_where_no_condition_changed() -> None:
    roast, *others = mini_pack().fields
    options = tuple(o._replace(known=o.known or o.id == "unclear") for o in roast.options)
    new = replace(mini_pack(), fields=(roast._replace(options=options), *others))
    told = in_words(document(between(mini_pack(), new)))
    assert "open → other profile" in told
    assert "because other answers of a field count as known" in told
