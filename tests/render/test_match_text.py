"""The matches as text: for a terminal, and for the clipboard."""

from __future__ import annotations

from functools import lru_cache

import pytest

from nanoexplorer.core.explaining import explain
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.reasons import phrase
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.terminal import WIDTH, match_text
from nanoexplorer.words import common

PROFILES: list[dict[str, str | int]] = [
    {},
    {"egfr": "mutated", "lesions": 2},
    {"alk": "rearranged", "pdl1": "expressed", "lesions": 999, "general-health": "poor"},
]


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def text_for(changes: dict[str, str | int]) -> str:
    return match_text(bundled(), bundled().blank_profile.replace(changes))


@pytest.mark.parametrize("changes", PROFILES)
def test_it_has_every_strategy_once_with_its_reasons(changes: dict[str, str | int]) -> None:
    text = text_for(changes)
    flowing = " ".join(text.split())
    profile = bundled().blank_profile.replace(changes)
    for strategy in bundled().strategies:
        assert text.count(f"    {strategy.name} [") == 1
        for reason in explain(bundled().table, profile, strategy.id):
            assert phrase(bundled(), reason) in flowing


@pytest.mark.parametrize("changes", PROFILES)
def test_it_is_plain_text_without_stray_spaces(changes: dict[str, str | int]) -> None:
    text = text_for(changes)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
    assert [line for line in text.splitlines() if not line.isprintable()] == []


def test_reasons_are_wrapped(capsys: object) -> None:
    long = [line for line in text_for(PROFILES[2]).splitlines() if len(line) > WIDTH]
    assert [line for line in long if " [" not in line] == []


def test_disclaimer_profile_and_sources_frame_it() -> None:
    text = text_for(PROFILES[1])
    assert " ".join(text.split()).startswith(common.disclaimer())
    last = text.splitlines()[-1]
    for source in bundled().sources:
        assert source.label in last
    assert bundled().version in last


def test_a_gap_is_said_in_its_column() -> None:
    text = " ".join(text_for({"alk": "rearranged"}).split())
    line = common.gap_line(bundled().field["alk"], "rearranged", bundled().kinds[1])
    assert line in text
    assert text.index(line) > text.index(bundled().kinds[1].plural.upper())
