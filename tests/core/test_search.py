"""The search box: every word somewhere in what is known of a strategy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.search import fold, haystacks, hits
from tests.packs import mini_pack, packs


def found(text: str) -> set[str]:
    hit = hits(haystacks(mini_pack()), text)
    assert hit is not None
    return set(hit)


@settings(max_examples=120, deadline=None)
@given(packs(), st.text())
def test_search_never_raises_and_hits_strategies_that_have_every_word(
    pack: Pack, text: str
) -> None:
    words = haystacks(pack)
    hit = hits(words, text)
    assert set(words) == {s.id for s in pack.strategies}
    if hit is None:
        assert not fold(text).split()
    else:
        for strategy, found_by in words.items():
            every = all(word in found_by for word in fold(text).split())
            assert (strategy in hit) == every


@settings(max_examples=100, deadline=None)
@given(packs(), st.text(max_size=3), st.text(max_size=3))
def test_another_word_never_adds_a_hit(pack: Pack, one: str, other: str) -> None:
    words = haystacks(pack)
    fewer, more = hits(words, f"{one} {other}"), hits(words, one)
    assert more is None or (fewer is not None and fewer <= more)


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0"])
def test_an_empty_search_is_no_search(text: str) -> None:
    assert hits(haystacks(mini_pack()), text) is None


@pytest.mark.parametrize(
    ("text", "strategies"),
    [
        ("CAFE", {"cafe-press"}),
        ("café", {"cafe-press"}),
        ("double-wall", {"double-wall-glass"}),
        ("double\u2013wall", {"double-wall-glass"}),
        ("oat", {"felt-sleeve"}),
        ("caffettiera", {"moka-pot"}),
        ("celik glass", {"double-wall-glass"}),
        ("hosts", {"office-urn", "moka-pot"}),
        ("lid", {"double-wall-glass"}),
        ("admir", set()),
        ("cat felt", {"felt-sleeve"}),
        ("nothing-like-it", set()),
    ],
)
def test_a_strategy_is_found_by_name_drug_carrier_route_statement_and_author(
    text: str, strategies: set[str]
) -> None:
    assert found(text) == strategies
