"""A screen names the parts in which it differs from another."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import EMPTY, Intent, Screen
from tests.packs import mini_pack, packs, profiles

PARTS = [field.name for field in fields(Screen)]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_differs_is_named_alone(part: str) -> None:
    changes: dict[str, Any] = {part: "something else"}
    assert replace(EMPTY, **changes).changed_since(EMPTY) == {part}


def test_equal_screens_differ_in_nothing() -> None:
    pack = mini_pack()
    intent = Intent(pack.blank_profile, selection="moka-pot", search="pot")
    assert resolve(intent, pack).changed_since(resolve(intent, pack)) == frozenset()


@settings(max_examples=100)
@given(packs(), st.data())
def test_the_named_parts_are_exactly_those_that_differ(pack: Pack, data: st.DataObject) -> None:
    one, other = (
        resolve(
            Intent(
                data.draw(profiles(pack)),
                selection=data.draw(st.sampled_from(["", "strategy-0", "strategy-1"])),
                search=data.draw(st.sampled_from(["", "a", "zinc"])),
                tab=data.draw(st.sampled_from(["strategies", "references"])),
            ),
            pack,
        )
        for _ in range(2)
    )
    named = one.changed_since(other)
    assert named == other.changed_since(one)
    kept: dict[str, Any] = {part: getattr(one, part) for part in named}
    assert replace(other, **kept) == one
    for part in named:
        less: dict[str, Any] = {name: value for name, value in kept.items() if name != part}
        assert replace(other, **less) != one


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"tab": "references"}, {"tab", "part"}),
        ({"selection": "moka-pot"}, {"selection", "inspector"}),
        ({"selection": "percolator"}, set()),
        ({"search": "paper"}, {"search", "part"}),
        ({"search": "  "}, {"search"}),
    ],
)
def test_an_intent_changes_the_parts_that_follow_from_it(
    change: dict[str, str], parts: set[str]
) -> None:
    pack = mini_pack()
    before = Intent(pack.blank_profile)
    changes: dict[str, Any] = dict(change)
    after = resolve(replace(before, **changes), pack)
    assert after.changed_since(resolve(before, pack)) == parts
