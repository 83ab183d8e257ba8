"""The verdicts, against a plain reading of the table in Kleene's logic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Answer, DecisionTable, Outcome, Verdict
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.explaining import explain, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from tests.packs import (
    all_profiles,
    known_values_of,
    mini_pack,
    packs,
    packs_with_profiles,
    values_of,
)

MET, OPEN, UNMET = 1.0, 0.5, 0.0


def plain_criterion(pack: Pack, profile: Profile, criterion: Criterion) -> float:
    """One criterion, read as a person would read its row."""
    [place] = [n for n, field in enumerate(pack.fields) if field.id == criterion.field]
    value = profile.values[place]
    if value not in known_values_of(pack.fields[place]):
        if criterion.effect == "against":
            return OPEN
        return MET if criterion.when_unknown == "caveat" else OPEN
    held = str(value).split("+") if pack.fields[place].kind == "several" else [value]
    if criterion.test == "is":
        return MET if criterion.value in held else UNMET
    if criterion.test == "is-not":
        return UNMET if criterion.value in held else MET
    if criterion.test == "one-of":
        assert isinstance(criterion.value, tuple)
        return MET if any(one in criterion.value for one in held) else UNMET
    assert isinstance(value, int | float)
    assert isinstance(criterion.value, int | float)
    signs = {"at-most": (-1, 0), "at-least": (1, 0), "below": (-1,), "above": (1,)}
    sign = (value > criterion.value) - (value < criterion.value)
    return MET if sign in signs[criterion.test] else UNMET


def plain_verdict(pack: Pack, profile: Profile, strategy: str) -> str:
    """A strategy: the maximum of its alternatives, each the minimum of its criteria, unless a
    reason against is met."""
    alternatives: dict[str, dict[int, list[float]]] = {"for": {}, "against": {}}
    for criterion in pack.criteria:
        if criterion.strategy == strategy and criterion.test != "outside":
            met = plain_criterion(pack, profile, criterion)
            alternatives[criterion.effect].setdefault(criterion.alternative, []).append(met)
    if any(min(found) == MET for found in alternatives["against"].values()):
        return "against"
    if not alternatives["for"]:
        return "any-profile"
    best = max(min(found) for found in alternatives["for"].values())
    return {MET: "matches", OPEN: "open", UNMET: "no-match"}[best]


def verdicts(pack: Pack, profile: Profile) -> dict[str, Verdict]:
    return {s.id: pack.table.verdict(profile, s.id) for s in pack.strategies}


def named(pack: Pack, answer: Answer) -> dict[str, str]:
    pairs = zip(Verdict, answer, strict=True)
    return {s: str(verdict) for verdict, bits in pairs for s in pack.table.names(bits)}


@settings(max_examples=120)
@given(packs(most_fields=3, most_strategies=6))
def test_bit_sets_and_a_plain_reading_agree_for_every_profile(pack: Pack) -> None:
    for profile in all_profiles(pack):
        plain = {s.id: plain_verdict(pack, profile, s.id) for s in pack.strategies}
        assert named(pack, pack.table.answer(profile)) == plain


@settings(max_examples=120)
@given(packs_with_profiles())
def test_bit_sets_and_a_plain_reading_agree_for_larger_packs(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    plain = {s.id: plain_verdict(pack, profile, s.id) for s in pack.strategies}
    assert verdicts(pack, profile) == plain


@settings(max_examples=120)
@given(packs_with_profiles())
def test_every_strategy_has_exactly_one_verdict(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    answer = pack.table.answer(profile)
    names = [name for bits in answer for name in pack.table.names(bits)]
    assert sorted(names) == sorted(s.id for s in pack.strategies)


@settings(max_examples=120)
@given(packs_with_profiles(), st.data())
def test_filling_in_unknowns_names_nothing_of_other_profiles_and_unnames_through_caveats_alone(
    drawn: tuple[Pack, Profile], data: st.DataObject
) -> None:
    pack, profile = drawn
    unknown = [f for f in pack.fields if profile[f.id] not in known_values_of(f)]
    chosen = data.draw(st.sets(st.sampled_from([f.id for f in unknown]))) if unknown else set()
    fill = {f: data.draw(st.sampled_from(known_values_of(pack.field[f]))) for f in chosen}
    after = verdicts(pack, profile.replace(fill))
    for strategy, before in verdicts(pack, profile).items():
        reasons = explain(pack.table, profile, strategy)
        shown = reasons if before is Verdict.NO_MATCH else telling(before, reasons)
        caveats = {r.criterion.field for r in shown if r.outcome is Outcome.CAVEAT}
        against = {r.criterion.field for r in shown if r.outcome is Outcome.CAVEAT and r.is_against}
        if before is Verdict.AGAINST:
            assert after[strategy] is before
        elif after[strategy] is Verdict.AGAINST:
            assert against & set(fill)
            kept = {f: value for f, value in fill.items() if f not in against}
            assert pack.table.verdict(profile.replace(kept), strategy) is not Verdict.AGAINST
        elif before in (Verdict.NO_MATCH, Verdict.ANY_PROFILE):
            assert after[strategy] is before
        elif before is Verdict.MATCHES and after[strategy] is not before:
            assert caveats & set(fill)
            kept = {f: value for f, value in fill.items() if f not in caveats}
            assert pack.table.verdict(profile.replace(kept), strategy) is Verdict.MATCHES


@settings(max_examples=120)
@given(packs_with_profiles(), st.data())
def test_two_ways_of_not_knowing_get_the_same_answer(
    drawn: tuple[Pack, Profile], data: st.DataObject
) -> None:
    pack, profile = drawn
    other = {}
    for field in pack.fields:
        unknown = [option.id for option in field.options if not option.known]
        if profile[field.id] in unknown:
            other[field.id] = data.draw(st.sampled_from(unknown))
    assert pack.table.answer(profile) == pack.table.answer(profile.replace(other))


@settings(max_examples=120)
@given(packs_with_profiles(), st.randoms(use_true_random=False))
def test_the_answer_does_not_depend_on_the_order_of_the_rows(
    drawn: tuple[Pack, Profile], random: object
) -> None:
    pack, profile = drawn
    rows, strategies = list(pack.criteria), list(pack.strategies)
    random.shuffle(rows)  # type: ignore[attr-defined]
    random.shuffle(strategies)  # type: ignore[attr-defined]
    shuffled = replace(pack, criteria=tuple(rows), strategies=tuple(strategies))
    assert shuffled.ordered == pack.ordered
    assert shuffled.table.answer(profile) == pack.table.answer(profile)


@settings(max_examples=120)
@given(packs_with_profiles(), st.data())
def test_a_representative_stands_for_its_value(
    drawn: tuple[Pack, Profile], data: st.DataObject
) -> None:
    pack, profile = drawn
    field = data.draw(st.sampled_from(pack.fields))
    value = data.draw(st.sampled_from(values_of(field)))
    representative = pack.table.representative(field, value)
    assert representative in pack.table.representatives(field)
    assert pack.table.answer(profile.replace({field.id: value})) == pack.table.answer(
        profile.replace({field.id: representative})
    )


def test_a_table_without_strategies_answers_with_nothing() -> None:
    pack = mini_pack()
    table = DecisionTable(pack.fields, (), ())
    assert table.answer(pack.blank_profile) == (0, 0, 0, 0, 0)
    assert table.names(0) == ()


def test_a_strategy_that_is_not_in_the_table_is_a_key_error() -> None:
    pack = mini_pack()
    with pytest.raises(KeyError):
        pack.table.verdict(pack.blank_profile, "percolator")


def test_the_mini_pack_is_answered_as_its_rows_say() -> None:
    pack = mini_pack()
    profile = pack.blank_profile.replace({"roast": "dark", "cups": 3})
    assert verdicts(pack, profile) == {
        "paper-filter": "no-match",
        "office-urn": "no-match",
        "moka-pot": "matches",
        "cafe-press": "open",
        "cold-brew": "any-profile",
        "felt-sleeve": "no-match",
        "double-wall-glass": "matches",
        "cork-coaster": "any-profile",
    }


def test_a_reason_against_overrules_what_else_is_met_and_an_unknown_one_changes_nothing() -> None:
    pack = mini_pack()
    unasked = pack.blank_profile.replace({"roast": "light"})
    in_a_hurry = unasked.replace({"hurry": "yes"})
    assert pack.table.verdict(unasked, "paper-filter") is Verdict.MATCHES
    assert pack.table.verdict(in_a_hurry, "paper-filter") is Verdict.AGAINST
    elsewhere = in_a_hurry.replace({"roast": "dark"})
    assert pack.table.verdict(elsewhere, "paper-filter") is Verdict.AGAINST
    assert pack.table.verdict(elsewhere.replace({"hurry": "no"}), "paper-filter") is (
        Verdict.NO_MATCH
    )


def test_a_strategy_with_reasons_against_alone_is_for_any_profile_unless_one_is_met() -> None:
    pack = mini_pack()
    water = {"soft": Verdict.ANY_PROFILE, "hard": Verdict.AGAINST}
    water["not-tested"] = Verdict.ANY_PROFILE
    for value, verdict in water.items():
        profile = pack.blank_profile.replace({"water": value})
        assert pack.table.verdict(profile, "cork-coaster") is verdict
