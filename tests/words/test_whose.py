"""A pack that is not ours says who made it."""

from __future__ import annotations

from dataclasses import replace

from nanoexplorer.words.packs import whose
from tests.packs import mini_pack


def test_a_pack_of_ours_is_named_by_id_and_version() -> None:
    assert whose.pack_said(mini_pack()) == "coffee-brewing 1.2"
    assert whose.banner(mini_pack()) == ""


def test_another_one_says_its_title_and_its_curators_and_that_it_is_not_checked() -> None:
    pack = replace(mini_pack(), ours=False, curators="Two\nbaristas")
    long = replace(pack, curators="very " * 400, title="long " * 400)
    assert len(whose.banner(long)) < 200
    assert len(whose.pack_said(long)) < 400
    said = whose.pack_said(pack)
    for part in (pack.title, pack.id, pack.version, "Two baristas", "not checked"):
        assert part in said
    assert "Two baristas" in whose.banner(pack)
