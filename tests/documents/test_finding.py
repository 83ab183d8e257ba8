"""The search as people use it: what a card prints finds the card, and a hit says why it is one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.folding import words
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card, resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.search import GROUPS
from nanoexplorer.core.shown.strategies import columns_of
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.finding import find, strategies_found
from nanoexplorer.documents.found_hits import hits
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import packs_with_profiles, profiles

PACK = load_pack(bundled_pack())


def printed(pack: Pack, profile: Profile, strategy: str) -> list[str]:
    """Every text on a card."""
    said = card_words(pack, card(pack, profile, strategy))
    return [said.title, *(c.label for c in said.chips), *(piece.text for piece in said.pieces)]


@settings(max_examples=30)
@given(profiles(PACK))
def test_any_word_printed_on_a_card_finds_that_card(profile: Profile) -> None:
    for strategy in PACK.strategy:
        for word in {w.text for text in printed(PACK, profile, strategy) for w in words(text)}:
            found = strategies_found(PACK, profile, word)
            assert found is not None
            assert strategy in found, word


@settings(max_examples=30)
@given(packs_with_profiles())
def test_any_line_of_a_card_finds_it_in_any_pack(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    for strategy in pack.strategy:
        for text in printed(pack, profile, strategy):
            found = strategies_found(pack, profile, text)
            assert found is None or strategy in found, text


@pytest.mark.parametrize("place", range(len(PACK.cases)))
def test_what_a_profile_puts_on_a_card_is_found_in_the_words_of_the_card(place: int) -> None:
    profile = PACK.cases[place].profile
    for strategy in PACK.strategy:
        for text in printed(PACK, profile, strategy):
            found = strategies_found(PACK, profile, text)
            assert found is None or strategy in found, text


def test_a_screen_shows_what_the_search_finds() -> None:
    blank = PACK.blank_profile
    screen = resolve(Intent(blank, search="EGFR mutated"), PACK)
    columns = columns_of(PACK, screen)
    shown = [s for column in columns for group in column.groups for s in group.strategies]
    assert frozenset(shown) == strategies_found(PACK, blank, "EGFR mutated")
    assert "osimertinib" in shown


@settings(max_examples=30)
@given(packs_with_profiles(), st.text(max_size=8))
def test_a_hit_marks_stretches_of_its_own_lines(drawn: tuple[Pack, Profile], text: str) -> None:
    pack, profile = drawn
    found = find(pack, profile, text)
    for group in GROUPS:
        for hit in hits(pack, profile, found, group):
            for line in (hit.title, hit.under):
                assert "\n" not in line.text
                assert all(0 <= a < b <= len(line.text) for a, b in line.marks)
            assert hit.title.text in hit.spoken


@pytest.mark.parametrize("text", ["gold", "EGFR mutated", "Zhang", "BBB", "usually", "CyberKnife"])
def test_a_hit_shows_in_one_of_its_lines_why_it_is_one(text: str) -> None:
    found = find(PACK, PACK.blank_profile, text)
    for group in GROUPS:
        for hit in hits(PACK, PACK.blank_profile, found, group):
            assert hit.title.marks or hit.under.marks, (group, hit.id)


def test_a_long_line_is_shown_from_shortly_before_what_is_found() -> None:
    long = max(PACK.statements, key=lambda s: len(s.text))
    last = words(long.text)[-1].text
    found = find(PACK, PACK.blank_profile, f"{last} {words(long.text)[-2].text}")
    hit = next(h for h in hits(PACK, PACK.blank_profile, found, "statements") if h.id == long.id)
    assert hit.title.text.endswith(long.text[-20:])
    first = hit.title.marks[0][0]
    assert first <= 100
