"""The space of all profiles: it answers as the table does, and leaves nothing out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings

from nanoexplorer.core import profile_space
from nanoexplorer.core.decision_table import DecisionTable
from nanoexplorer.core.evidence import Test
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile_space import ProfileSpace, space_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import all_profiles, mini_pack, packs, values_of


@settings(max_examples=60)
@given(packs(most_fields=3, most_strategies=8))
def test_every_profile_is_answered_as_by_the_table(pack: Pack) -> None:
    space = ProfileSpace(pack.table)
    assert space.answers
    for profile in all_profiles(pack):
        assert space.answer(profile) == pack.table.answer(profile)


def test_numbers_beyond_the_single_ones_are_answered_too() -> None:
    pack = mini_pack()
    space = ProfileSpace(pack.table)
    for profile in all_profiles(pack):
        assert space.answer(profile) == pack.table.answer(profile)


@settings(max_examples=60)
@given(packs(most_fields=4))
def test_every_value_has_exactly_one_slot(pack: Pack) -> None:
    space = ProfileSpace(pack.table)
    for field in pack.fields:
        for value in values_of(field):
            assert sum(s.includes(field, value) for s in space.slots[field.id]) == 1


@settings(max_examples=40)
@given(packs(most_fields=3))
def test_a_slot_is_answered_like_the_value_that_stands_for_it(pack: Pack) -> None:
    space = ProfileSpace(pack.table)
    for field, profile in product(pack.fields, list(all_profiles(pack))[:20]):
        for value in values_of(field):
            slot = next(s for s in space.slots[field.id] if s.includes(field, value))
            one, other = (profile.replace({field.id: v}) for v in (value, slot.value))
            assert pack.table.answer(one) == pack.table.answer(other)


def test_a_stretch_begins_where_a_criterion_does() -> None:
    slots = ProfileSpace(mini_pack().table).slots["cups"]
    assert [(s.value, s.last) for s in slots][9:] == [
        (10, 10),
        (11, 11),
        (12, None),
        ("unknown", None),
    ]


def test_decimals_have_a_slot_for_each_stretch_that_is_answered_alike() -> None:
    pack = mini_pack()
    cups = pack.field["cups"]._replace(kind="decimal", step=0.5, minimum=0.5, maximum=20)
    fields = tuple(cups if field.id == "cups" else field for field in pack.fields)
    tests: tuple[Test, ...] = ("at-most", "below", "at-least", "above")
    asked = next(c for c in pack.criteria if c.field == "cups")
    criteria = [
        asked._replace(test=test, value=10.0 + 2 * n, alternative=n) for n, test in enumerate(tests)
    ]
    table = DecisionTable(fields, pack.table.strategies, criteria)
    slots = ProfileSpace(table).slots["cups"]
    assert [(s.value, s.last) for s in slots] == [
        (0.5, 10.0),
        (10.5, 11.5),
        (12.0, 13.5),
        (14.0, 16.0),
        (16.5, None),
        ("unknown", None),
    ]


def test_the_bundled_pack_has_the_numbers_to_ten_more_than_ten_and_unknown() -> None:
    space = ProfileSpace(load_pack(bundled_pack()).table)
    slots = space.slots["lesions"]
    assert [s.value for s in slots] == [*range(1, 12), "unknown"]
    assert slots[10].last is None
    assert space.size == 4 * 4 * 4 * 12 * 4 * 3 * 3


@settings(max_examples=40)
@given(packs(most_fields=3, decimals=False))
def test_its_size_is_the_number_of_profiles_where_every_number_stands_alone(pack: Pack) -> None:
    assert ProfileSpace(pack.table).size == sum(1 for _ in all_profiles(pack))


def test_too_many_answers_are_given_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(profile_space, "MOST_ANSWERS", 3)
    pack = mini_pack()
    space = ProfileSpace(pack.table)
    assert space.answers == ()
    assert space.answer(pack.blank_profile) == pack.table.answer(pack.blank_profile)


def test_the_space_of_a_table_is_computed_once() -> None:
    table = mini_pack().table
    assert space_of(table) is space_of(table)
