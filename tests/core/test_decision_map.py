"""The decision map: its cells are the table's answers, its boundaries what changes between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core import profile_space
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.profile_space import ProfileSpace, Slot
from nanoexplorer.core.shown.decision_map import DecisionMap, changes_to, lay_map
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import all_profiles, mini_pack, packs, packs_with_profiles


@st.composite
def maps(draw: st.DrawFn) -> tuple[Pack, Profile, DecisionMap]:
    """A random pack, a profile, and a map of it over fields drawn at random."""
    pack, profile = draw(packs_with_profiles(most_fields=4, most_strategies=8))
    order = draw(st.permutations([field.id for field in pack.fields]))
    down = draw(st.integers(0, min(2, len(order))))
    across = draw(st.integers(0, min(2, len(order) - down)))
    rows, columns = order[:down], order[down : down + across]
    return pack, profile, lay_map(ProfileSpace(pack.table), profile, rows, columns)


@settings(max_examples=60)
@given(packs(most_fields=3, most_strategies=6))
def test_the_map_agrees_with_the_table_for_every_profile(pack: Pack) -> None:
    space = ProfileSpace(pack.table)
    names = [field.id for field in pack.fields]
    for profile in all_profiles(pack):
        chart = lay_map(space, profile, names[:2], names[2:])
        row, column = chart.here
        assert chart.answers[row][column] == pack.table.answer(profile)


@settings(max_examples=80)
@given(maps())
def test_a_click_leads_to_a_profile_with_the_answer_of_the_cell(
    drawn: tuple[Pack, Profile, DecisionMap],
) -> None:
    pack, profile, chart = drawn
    space = ProfileSpace(pack.table)
    rows, columns = ([f.id for f in fields] for fields in (chart.rows, chart.columns))
    for row, line in enumerate(chart.answers):
        for column, answer in enumerate(line):
            there = profile.replace(changes_to(chart, profile, row, column))
            assert pack.table.answer(there) == answer
            assert lay_map(space, there, rows, columns).here == (row, column)


@settings(max_examples=80)
@given(maps())
def test_a_click_on_where_one_is_changes_nothing(
    drawn: tuple[Pack, Profile, DecisionMap],
) -> None:
    _, profile, chart = drawn
    assert profile.replace(changes_to(chart, profile, *chart.here)) == profile


@settings(max_examples=80)
@given(maps())
def test_boundaries_are_what_differs_between_neighbours(
    drawn: tuple[Pack, Profile, DecisionMap],
) -> None:
    pack, _, chart = drawn
    named = {
        chart.slots(row, column): set(pack.table.names(answer.matches))
        for row, line in enumerate(chart.answers)
        for column, answer in enumerate(line)
    }
    fields = {slot.field for slots in named for slot in slots}
    listed: dict[str, list[Slot]] = {field: [] for field in fields}
    for slots in named:
        for slot in slots:
            if slot not in listed[slot.field]:
                listed[slot.field].append(slot)
    expected: dict[tuple[Slot, Slot, str, bool], int] = {}
    for field in fields:
        for before, after in zip(listed[field], listed[field][1:], strict=False):
            if not after.known:
                continue
            for slots, old in named.items():
                if before in slots:
                    new = named[tuple(after if s == before else s for s in slots)]
                    for strategy in old ^ new:
                        key = (before, after, strategy, strategy in new)
                        expected[key] = expected.get(key, 0) + 1
    found = {
        (b.before, b.after, c.strategy, c.enters): c.everywhere
        for b in chart.boundaries
        for c in b.changes
    }
    assert set(found) == set(expected)
    for (before, after, strategy, enters), everywhere in found.items():
        pairs = sum(before in slots for slots in named)
        assert everywhere == (expected[before, after, strategy, enters] == pairs)


def test_between_three_and_four_lesions_two_leave_and_one_enters_by_our_interpretation() -> None:
    pack = load_pack(bundled_pack())
    chart = lay_map(ProfileSpace(pack.table), pack.blank_profile, ["egfr", "alk"], ["lesions"])
    [boundary] = [b for b in chart.boundaries if b.before.field == "lesions"]
    assert (boundary.before.value, boundary.after.value) == (3, 4)
    assert {(c.strategy, c.enters, c.interpreted, c.everywhere) for c in boundary.changes} == {
        ("surgical-resection", False, False, True),
        ("stereotactic-radiosurgery", False, False, True),
        ("whole-brain-radiotherapy", True, True, True),
    }


def test_what_holds_in_some_rows_only_says_so() -> None:
    pack = load_pack(bundled_pack())
    chart = lay_map(ProfileSpace(pack.table), pack.blank_profile, ["deep-seated"], ["lesions"])
    [boundary] = [b for b in chart.boundaries if b.before.field == "lesions"]
    everywhere = {change.strategy: change.everywhere for change in boundary.changes}
    assert not everywhere["surgical-resection"]
    assert everywhere["stereotactic-radiosurgery"]


def test_one_strategy_has_its_own_boundaries() -> None:
    pack = load_pack(bundled_pack())
    space = ProfileSpace(pack.table)
    chart = lay_map(space, pack.blank_profile, ["egfr"], ["lesions"], "osimertinib")
    assert {c.strategy for b in chart.boundaries for c in b.changes} == {"osimertinib"}
    assert [b.before.value for b in chart.boundaries] == ["mutated"]


def test_a_space_that_is_too_large_gives_the_same_map(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = mini_pack()
    profile = pack.blank_profile.replace({"cups": 14, "hurry": "no"})
    whole = lay_map(ProfileSpace(pack.table), profile, ["roast"], ["cups"])
    monkeypatch.setattr(profile_space, "MOST_ANSWERS", 3)
    assert lay_map(ProfileSpace(pack.table), profile, ["roast"], ["cups"]) == whole


def test_an_unknown_field_is_a_key_error() -> None:
    pack = mini_pack()
    with pytest.raises(KeyError):
        lay_map(ProfileSpace(pack.table), pack.blank_profile, ["tea"], ["cups"])
