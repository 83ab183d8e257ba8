"""Reasons, branches and the nearest profile, each against a search that spares no effort."""

from __future__ import annotations

from itertools import product

from hypothesis import assume, given, settings

from nanoexplorer.core.decision_table import DecisionTable, Outcome, Verdict
from nanoexplorer.core.evidence import Effect
from nanoexplorer.core.explaining import (
    Reason,
    Span,
    Stretch,
    branches,
    changes,
    explain,
    nearest_profile,
    telling,
)
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.core.several import Holding
from tests.packs import known_values_of, mini_pack, numbers_of, packs_with_profiles

Distance = tuple[int, int, tuple[int, ...], tuple[int, ...]]
WORTH = {Outcome.MET: 2, Outcome.CAVEAT: 2, Outcome.OPEN: 1, Outcome.UNMET: 0}


def verdict_of(reasons: tuple[Reason, ...]) -> Verdict:
    """The verdict that follows from reasons alone."""
    alternatives: dict[int, int] = {}
    against: dict[int, bool] = {}
    for reason in reasons:
        number = reason.criterion.alternative
        if reason.outcome is not Outcome.OUTSIDE and reason.is_against:
            against[number] = against.get(number, True) and reason.outcome is Outcome.MET
        elif reason.outcome is not Outcome.OUTSIDE:
            alternatives[number] = min(WORTH[reason.outcome], alternatives.get(number, 2))
    if any(against.values()):
        return Verdict.AGAINST
    if not alternatives:
        return Verdict.ANY_PROFILE
    best = max(alternatives.values())
    return {2: Verdict.MATCHES, 1: Verdict.OPEN, 0: Verdict.NO_MATCH}[best]


def distance(pack: Pack, profile: Profile, change: dict[str, Value]) -> Distance:
    """Fields changed, steps apart in numbers, then the order of fields, then of values."""
    apart = 0
    places, values = [], []
    for place, field in enumerate(pack.fields):
        if field.id in change:
            old, new = profile[field.id], change[field.id]
            if field.kind == "several" and old in known_values_of(field):
                apart += options_apart(field, str(old), str(new))
            elif not isinstance(new, str) and not isinstance(old, str):
                apart += abs(numbers_of(field).index(new) - numbers_of(field).index(old))
            places.append(place)
            values.append(known_values_of(field).index(new))
    return len(change), apart, tuple(places), tuple(values)


def options_apart(field: Field, old: str, new: str) -> int:
    """How many options are taken in or out; one that stands alone comes and goes for nothing, but
    for another such one."""
    alone = {option.id for option in field.options if option.alone}
    return len((set(old.split("+")) ^ set(new.split("+"))) - alone) or 1


def nearest_by_search(pack: Pack, profile: Profile, strategy: str) -> dict[str, Value] | None:
    """The nearest change to known values that makes it match, found by trying all there are."""
    found = None
    for values in product(*([None, *known_values_of(field)] for field in pack.fields)):
        pairs = zip(pack.fields, values, strict=True)
        change = {f.id: v for f, v in pairs if v is not None and v != profile[f.id]}
        if pack.table.verdict(profile.replace(change), strategy) is Verdict.MATCHES and (
            found is None or distance(pack, profile, change) < distance(pack, profile, found)
        ):
            found = change
    return found or None


def within(stretch: Stretch, number: Value) -> bool:
    """Whether a stretch has a number."""
    assert not isinstance(number, str)
    return stretch.first <= number and (stretch.last is None or number <= stretch.last)


def spelt_out(values: tuple[Span, ...], field: Field) -> list[Value]:
    """The values of a branch one by one; several at once may be told in two ways."""
    found: list[Value] = []
    for item in values:
        if isinstance(item, Holding):
            told = [v for v in known_values_of(field) if held_by(item, v)]
            found += [value for value in told if value not in found]
        elif isinstance(item, Stretch):
            found += [n for n in numbers_of(field) if within(item, n)]
        else:
            found.append(item)
    return found


def held_by(holding: Holding, value: Value) -> bool:
    """Whether a value has some options and lacks others."""
    ids = set(str(value).split("+"))
    return ids.issuperset(holding.having) and ids.isdisjoint(holding.lacking)


@settings(max_examples=120)
@given(packs_with_profiles())
def test_the_verdict_follows_from_the_reasons_alone(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    for strategy in pack.strategies:
        reasons = explain(pack.table, profile, strategy.id)
        assert verdict_of(reasons) is pack.table.verdict(profile, strategy.id)


@settings(max_examples=120)
@given(packs_with_profiles())
def test_every_criterion_has_one_reason_with_what_was_found(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    for strategy in pack.strategies:
        reasons = explain(pack.table, profile, strategy.id)
        ours = [c for c in pack.criteria if c.strategy == strategy.id]
        found = [c for reason in reasons for c in (reason.criterion, *reason.beside)]
        assert sorted(map(str, ours)) == sorted(map(str, found))
        alternatives = [reason.criterion.alternative for reason in reasons]
        assert alternatives == sorted(alternatives)
        for reason in reasons:
            outside = reason.criterion.test == "outside"
            assert (reason.outcome is Outcome.OUTSIDE) == outside
            assert reason.found == (None if outside else profile[reason.criterion.field])


@settings(max_examples=120)
@given(packs_with_profiles(most_fields=3, most_strategies=3))
def test_no_profile_is_nearer_than_the_nearest(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    for strategy in pack.strategies:
        ours = nearest_profile(pack.table, profile, strategy.id)
        verdict = pack.table.verdict(profile, strategy.id)
        if verdict is Verdict.ANY_PROFILE:
            assert ours is None
        else:
            assert ours == nearest_by_search(pack, profile, strategy.id)
            assert verdict is not Verdict.MATCHES or ours is None


@settings(max_examples=120)
@given(packs_with_profiles())
def test_the_nearest_profile_matches_and_changes_only_to_known_values(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    for strategy in pack.strategies:
        change = nearest_profile(pack.table, profile, strategy.id)
        if change is not None:
            assert change
            for field, value in change.items():
                assert value in known_values_of(pack.field[field])
                assert value != profile[field]
            nearest = profile.replace(change)
            assert pack.table.verdict(nearest, strategy.id) is Verdict.MATCHES


@settings(max_examples=120)
@given(packs_with_profiles(most_fields=3))
def test_branches_tell_the_verdict_of_every_known_value(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    is_open = [s.id for s in pack.strategies if pack.table.verdict(profile, s.id) is Verdict.OPEN]
    assume(is_open)
    for strategy in is_open:
        found = branches(pack.table, profile, strategy)
        for field in pack.fields:
            told = {
                value: branch.verdict
                for branch in found
                if branch.field == field.id
                for value in spelt_out(branch.values, field)
            }
            real = {
                value: pack.table.verdict(profile.replace({field.id: value}), strategy)
                for value in known_values_of(field)
            }
            asked = any(
                reason.criterion.field == field.id and reason.outcome is Outcome.OPEN
                for reason in explain(pack.table, profile, strategy)
            )
            decides = asked and set(real.values()) != {Verdict.OPEN}
            assert told == (real if decides else {})


@settings(max_examples=120)
@given(packs_with_profiles(most_fields=3))
def test_no_value_stands_in_two_branches(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    for strategy in pack.strategies:
        found = branches(pack.table, profile, strategy.id)
        assert len({(branch.field, branch.verdict) for branch in found}) == len(found)
        for field in pack.fields:
            ours = [branch.values for branch in found if branch.field == field.id]
            values = [v for part in ours for v in spelt_out(part, field)]
            assert len(values) == len(set(values))


@settings(max_examples=120, deadline=None)
@given(packs_with_profiles(most_fields=3))
def test_every_value_that_changes_the_verdict_is_among_the_changes_and_no_other(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    for strategy in pack.strategies:
        now = pack.table.verdict(profile, strategy.id)
        found = changes(pack.table, profile, strategy.id)
        assert len({(change.field, change.verdict) for change in found}) == len(found)
        for field in pack.fields:
            told = [
                (value, change.verdict)
                for change in found
                if change.field == field.id
                for value in spelt_out(change.values, field)
            ]
            unknown = [option.id for option in field.options if not option.known]
            real = {
                value: pack.table.verdict(profile.replace({field.id: value}), strategy.id)
                for value in (*known_values_of(field), *unknown)
            }
            assert sorted(told, key=str) == sorted(
                ((value, verdict) for value, verdict in real.items() if verdict is not now), key=str
            )


def test_what_is_known_comes_first_among_the_changes() -> None:
    pack = mini_pack()
    profile = pack.blank_profile.replace({"cups": 12})
    found = changes(pack.table, profile, "office-urn")
    assert [(change.values, change.verdict) for change in found] == [
        ((Stretch(1, 11),), Verdict.NO_MATCH),
        (("unknown",), Verdict.OPEN),
    ]


def test_the_branches_of_a_count_are_stretches() -> None:
    pack = mini_pack()
    found = branches(pack.table, pack.blank_profile, "office-urn")
    assert [(branch.values, branch.verdict) for branch in found] == [
        ((Stretch(1, 11),), Verdict.NO_MATCH),
        ((Stretch(12, None),), Verdict.MATCHES),
    ]


def test_the_nearest_count_is_the_closest_one() -> None:
    pack = mini_pack()
    profile = pack.blank_profile.replace({"roast": "dark", "cups": 9, "hurry": "yes"})
    assert nearest_profile(pack.table, profile, "moka-pot") == {"cups": 3, "hurry": "no"}
    assert nearest_profile(pack.table, profile, "office-urn") == {"cups": 12}
    assert nearest_profile(pack.table, profile, "double-wall-glass") is None
    assert nearest_profile(pack.table, profile, "cold-brew") is None


def test_the_nearest_profile_meets_no_reason_against() -> None:
    pack = mini_pack()
    profile = pack.blank_profile.replace({"roast": "dark", "hurry": "yes"})
    change = nearest_profile(pack.table, profile, "paper-filter")
    assert change == {"roast": "light", "hurry": "no"}
    met = profile.replace({"roast": "light"})
    assert pack.table.verdict(met, "paper-filter") is Verdict.AGAINST
    assert nearest_profile(pack.table, met, "paper-filter") == {"hurry": "no"}
    hard = pack.blank_profile.replace({"water": "hard"})
    assert nearest_profile(pack.table, hard, "cork-coaster") is None  # named for no profile


def test_what_tells_of_a_verdict_against_is_what_is_met_and_against_comes_first() -> None:
    pack = mini_pack()
    profile = pack.blank_profile.replace({"roast": "light", "hurry": "yes"})
    told = telling(Verdict.AGAINST, explain(pack.table, profile, "paper-filter"))
    assert [(r.criterion.effect, r.outcome) for r in told] == [
        ("against", Outcome.MET),
        ("for", Outcome.MET),
    ]
    unasked = profile.replace({"hurry": "unknown"})
    told = telling(Verdict.MATCHES, explain(pack.table, unasked, "paper-filter"))
    assert [(r.criterion.effect, r.outcome) for r in told] == [
        ("for", Outcome.MET),
        ("against", Outcome.CAVEAT),
    ]
    calm = telling(
        Verdict.MATCHES, explain(pack.table, profile.replace({"hurry": "no"}), "paper-filter")
    )
    assert [r.criterion.effect for r in calm] == ["for"]


def test_many_reasons_against_are_walked_around_without_trying_every_profile() -> None:
    pack = mini_pack()
    [cups] = [field for field in pack.fields if field.id == "cups"]
    wide = cups._replace(maximum=999)
    asked = next(c for c in pack.criteria if c.strategy == "office-urn" and c.field == "cups")
    spared = tuple(
        asked._replace(alternative=number, effect="against", test="is", value=number)
        for number in range(12, 200)
    )
    fields = tuple(wide if field is cups else field for field in pack.fields)
    table = DecisionTable(fields, ("office-urn",), (asked, *spared))
    assert nearest_profile(table, pack.blank_profile, "office-urn") == {"cups": 200}


def reason_of(alternative: int, found: Outcome, effect: Effect = "for") -> Reason:
    criterion = next(c for c in mini_pack().criteria if c.field == "roast")
    return Reason(criterion._replace(alternative=alternative, effect=effect), "light", found)


def test_what_is_met_in_an_alternative_that_fails_is_no_reason_for_the_verdict() -> None:
    met, other = reason_of(1, Outcome.MET), reason_of(2, Outcome.MET)
    for hindrance in (Outcome.UNMET, Outcome.OPEN):
        reasons = (met, other, reason_of(2, hindrance))
        assert telling(Verdict.MATCHES, reasons) == (met,)
    still_open = reason_of(2, Outcome.OPEN)
    told = telling(Verdict.OPEN, (met, reason_of(1, Outcome.UNMET), other, still_open))
    assert set(told) == {other, still_open}
