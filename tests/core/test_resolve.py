"""From an intent to a screen: pure, whole, and in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card, inspect, resolve
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.core.shown.strategies import (
    CHOSEN,
    ONLY_DEPENDENT,
    Column,
    Gap,
    StrategiesPart,
)
from tests.packs import known_values_of, mini_pack, packs_with_profiles

SEARCHES = st.sampled_from(["", "", "zinc", "a", "beta 1", "no such word"])


def columns(screen: Screen) -> tuple[Column, ...]:
    assert isinstance(screen.part, StrategiesPart)
    return screen.part.columns


@settings(max_examples=100)
@given(packs_with_profiles(), SEARCHES, st.integers(0, 12))
def test_the_same_intent_gives_an_equal_screen(
    drawn: tuple[Pack, Profile], search: str, number: int
) -> None:
    pack, profile = drawn
    intent = Intent(profile, selection=f"strategy-{number}", search=search)
    first = resolve(intent, pack)
    assert resolve(replace(intent), pack) == first
    assert resolve(intent, replace(pack)) == first


@settings(max_examples=120)
@given(packs_with_profiles())
def test_both_columns_together_hold_every_strategy_once_and_in_order(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    order = [strategy.id for strategy in pack.ordered]
    everything: list[str] = []
    for column in columns(resolve(Intent(profile), pack)):
        verdicts = [group.verdict for group in column.groups]
        assert verdicts == [verdict for verdict in Verdict if verdict in verdicts]
        for group in column.groups:
            assert group.strategies
            places = [order.index(strategy) for strategy in group.strategies]
            assert places == sorted(places)
            everything += group.strategies
            for strategy in group.strategies:
                assert pack.strategy[strategy].kind == column.kind.id
                assert pack.table.verdict(profile, strategy) is group.verdict
    assert sorted(everything) == sorted(order)


@settings(max_examples=120)
@given(packs_with_profiles(), SEARCHES)
def test_a_search_thins_the_columns_and_leaves_the_totals(
    drawn: tuple[Pack, Profile], search: str
) -> None:
    pack, profile = drawn
    whole, thinned = resolve(Intent(profile), pack), resolve(Intent(profile, search=search), pack)
    assert whole.profile == thinned.profile
    for before, after in zip(columns(whole), columns(thinned), strict=True):
        assert after.of == before.of == before.shown
        left = {group.verdict: group.strategies for group in after.groups}
        for group in before.groups:
            assert set(left.pop(group.verdict, ())) <= set(group.strategies)
        assert not left


@settings(max_examples=120)
@given(packs_with_profiles())
def test_the_profile_part_has_code_totals_and_the_notes_that_apply(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    part = resolve(Intent(profile), pack).profile
    assert part is not None
    assert case_code.decode(pack, part.case_code)[0] == profile
    verdicts = [pack.table.verdict(profile, s.id) for s in pack.strategies]
    assert list(part.totals) == [verdicts.count(verdict) for verdict in Verdict]
    for note in pack.notes:
        [condition] = note.when
        found, asked = profile[condition.field], condition.value
        assert not isinstance(asked, tuple)
        several = pack.field[condition.field].kind == "several"
        held = str(found).split("+") if several else [found]
        applies = found in known_values_of(pack.field[condition.field]) and (
            (condition.test in ("is", "at-most", "at-least") and asked in held)
            or (condition.test == "is-not" and asked not in held)
            or (condition.test in ("at-most", "below") and float(found) < float(asked))
            or (condition.test in ("at-least", "above") and float(found) > float(asked))
        )
        assert (note in part.notes) == (applies and not note.strategies)


@settings(max_examples=120)
@given(packs_with_profiles())
def test_a_gap_is_a_biomarker_that_only_the_other_column_is_named_for(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    for column in columns(resolve(Intent(profile), pack)):
        expected = []
        for field, option in ((f, o) for f in pack.fields for o in f.options):
            kinds = {
                pack.strategy[c.strategy].kind
                for c in pack.criteria
                if (c.field, c.effect) == (field.id, "for")
                and (
                    (c.test, c.value) == ("is", option.id)
                    or (isinstance(c.value, tuple) and option.id in c.value)
                )
            }
            there = field.kind != "several" and option.id == profile[field.id]
            if field.biomarker and there and kinds == set(pack.kind) - {column.kind.id}:
                expected.append(Gap(field.id, option.id))
        assert list(column.gaps) == expected


@settings(max_examples=120)
@given(packs_with_profiles())
def test_the_inspector_agrees_with_the_columns(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    for strategy in pack.strategies:
        shown = inspect(pack, profile, strategy.id)
        assert shown.card == card(pack, profile, strategy.id)
        assert shown.card.verdict is pack.table.verdict(profile, strategy.id)
        assert shown.card.verdict not in {change.verdict for change in shown.changes}
        if shown.nearest is not None:
            assert shown.card.verdict not in (Verdict.MATCHES, Verdict.ANY_PROFILE)
        assert set(shown.card.references) <= set(shown.references)
        order = [reference.id for reference in pack.references]
        assert list(shown.references) == sorted(shown.references, key=order.index)


def test_a_selection_that_the_pack_has_not_is_no_selection() -> None:
    pack = mini_pack()
    screen = resolve(Intent(pack.blank_profile, selection="percolator"), pack)
    assert (screen.selection, screen.inspector) == ("", None)
    with pytest.raises(KeyError):
        inspect(pack, pack.blank_profile, "percolator")


def test_a_case_is_recognised_by_its_profile() -> None:
    pack = mini_pack()
    for case in pack.cases:
        part = resolve(Intent(case.profile), pack).profile
        assert part.case == case
    blank = resolve(Intent(pack.blank_profile), pack).profile
    assert blank.case is None


def test_a_known_biomarker_without_a_carrier_is_a_gap() -> None:
    pack = mini_pack()
    soft = resolve(Intent(pack.blank_profile.replace({"water": "soft"})), pack)
    assert columns(soft)[1].gaps == (Gap("water", "soft"),)
    assert columns(soft)[0].gaps == ()
    assert columns(resolve(Intent(pack.blank_profile), pack))[1].gaps == ()


@pytest.mark.parametrize(("cups", "notes"), [(3, 0), (4, 1), (11, 1), (12, 0), ("unknown", 0)])
def test_a_note_is_shown_only_where_all_its_conditions_hold(cups: int | str, notes: int) -> None:
    pack = mini_pack()
    shown = inspect(pack, pack.blank_profile.replace({"cups": cups}), "office-urn")
    assert len(shown.notes) == notes
    assert shown.card.notes == notes


def test_a_citation_check_belongs_to_the_statement_it_is_about_and_is_no_note() -> None:
    pack = mini_pack()
    shown = inspect(pack, pack.blank_profile, "cork-coaster")
    assert [check.id for check in shown.checks] == ["check-cork"]
    assert shown.card.notes == 0


def test_what_is_independent_is_left_out_on_request_and_counted() -> None:
    pack = mini_pack()
    whole = columns(resolve(Intent(pack.blank_profile), pack))
    options = ((ONLY_DEPENDENT, CHOSEN),)
    less = columns(resolve(Intent(pack.blank_profile, options=options), pack))
    for column, shorter in zip(whole, less, strict=True):
        independent = [g for g in column.groups if g.verdict is Verdict.ANY_PROFILE]
        assert shorter.left_out == sum(len(g.strategies) for g in independent)
        assert shorter.groups == tuple(g for g in column.groups if g not in independent)
        assert (column.left_out, shorter.of) == (0, column.of)
    assert sum(column.left_out for column in less) > 0


def test_a_search_finds_what_is_left_out() -> None:
    pack = mini_pack()
    options = ((ONLY_DEPENDENT, CHOSEN),)
    found = columns(resolve(Intent(pack.blank_profile, search="cork", options=options), pack))
    assert found == columns(resolve(Intent(pack.blank_profile, search="cork"), pack))
    assert sum(column.shown for column in found) > 0


def test_a_profile_is_blank_until_something_of_it_is_known() -> None:
    pack = mini_pack()
    blank = pack.blank_profile
    assert all(column.is_blank for column in columns(resolve(Intent(blank), pack)))
    known = blank.replace({"roast": "dark"})
    assert not any(column.is_blank for column in columns(resolve(Intent(known), pack)))


def test_the_inspector_cites_statements_notes_and_approvals() -> None:
    pack = mini_pack()
    shown = inspect(pack, pack.blank_profile, "felt-sleeve")
    assert shown.references == ("leaflet", "handbook-4", "note-guild")
    assert [approval.id for approval in shown.approvals] == ["felt-1999"]
