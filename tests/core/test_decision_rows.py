"""The decision table as rows: every condition, every overlap, everything that nothing covers."""

from __future__ import annotations

from hypothesis import given, settings

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile_space import ProfileSpace
from nanoexplorer.core.shown.decision_rows import MOST_GAPS, conditions, coverage
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import all_profiles, packs


@settings(max_examples=60)
@given(packs(most_fields=3))
def test_every_criterion_stands_in_one_row(pack: Pack) -> None:
    found = [criterion for row in conditions(pack) for criterion in row.criteria]
    assert sorted(found, key=repr) == sorted(pack.criteria, key=repr)


@settings(max_examples=60)
@given(packs(most_fields=3, most_strategies=8, decimals=False))
def test_shares_overlaps_and_what_is_uncovered_are_counted_profile_by_profile(pack: Pack) -> None:
    covered = coverage(pack, ProfileSpace(pack.table))
    assert covered is not None
    named = [set(pack.table.names(pack.table.answer(p).matches)) for p in all_profiles(pack)]
    for strategy, share in covered.shares.items():
        kind = pack.strategy[strategy].kind
        beside = set().union(*(names for names in named if strategy in names)) - {strategy}
        assert share.profiles == sum(strategy in names for names in named)
        alike = {s for s in beside if pack.strategy[s].kind == kind}
        assert set(pack.table.names(share.beside)) == alike
    for kind in pack.kind:
        counts = (sum(pack.strategy[s].kind == kind for s in names) for names in named)
        assert covered.several[kind] == sum(count > 1 for count in counts)
    assert covered.uncovered == sum(not names for names in named)


@settings(max_examples=60)
@given(packs(most_fields=3, most_strategies=4, decimals=False))
def test_a_gap_holds_nothing_but_uncovered_profiles(pack: Pack) -> None:
    covered = coverage(pack, ProfileSpace(pack.table))
    assert covered is not None
    described = set()
    for gap in covered.gaps:
        inside = [
            profile
            for profile in all_profiles(pack)
            if all(
                any(s.includes(pack.field[f], profile[f]) for s in slots)
                for f, slots in gap.slots.items()
            )
        ]
        assert len(inside) == gap.profiles
        assert not any(pack.table.answer(profile).matches for profile in inside)
        described |= set(inside)
    if len(covered.gaps) < MOST_GAPS:
        assert len(described) == covered.uncovered


def test_in_the_bundled_pack_nothing_covers_what_is_unknown_or_negative_throughout() -> None:
    pack = load_pack(bundled_pack())
    covered = coverage(pack, ProfileSpace(pack.table))
    assert covered is not None
    [gap] = covered.gaps
    assert gap.profiles == covered.uncovered
    assert [slot.known for slot in gap.slots["lesions"]] == [False]
    assert "mutated" not in [slot.value for slot in gap.slots["egfr"]]
