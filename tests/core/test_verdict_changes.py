"""Verdicts of two packs are compared over every profile: what is said fits each single one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core import verdict_changes as module
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.explaining import Span, Stretch
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.core.several import Holding
from nanoexplorer.core.verdict_changes import Box, verdict_changes
from tests.core.test_explaining import held_by
from tests.packs import all_profiles, mini_pack, packs, random_pack


def changed(pack: Pack, random: Random) -> Pack:
    """The pack with some criteria gone, some doubled for another strategy, some made anew."""
    criteria = [c for c in pack.criteria if random.random() < 0.7]
    ids = [strategy.id for strategy in pack.strategies]
    criteria += [c._replace(strategy=random.choice(ids)) for c in criteria if random.random() < 0.3]
    return replace(pack, criteria=tuple(dict.fromkeys(criteria)))


def is_in(pack: Pack, profile: Profile, box: Box) -> bool:
    return all(
        any(meets(pack.field[field], profile[field], v) for v in values) for field, values in box
    )


def meets(field: Field, value: Value, said: Span) -> bool:
    if isinstance(said, Holding):
        return field.is_known(value) and held_by(said, value)
    if not isinstance(said, Stretch):
        return value == said
    if isinstance(value, str):
        return False
    return said.first <= value and (said.last is None or value <= said.last)


@settings(deadline=None, max_examples=40)
@given(packs(most_fields=3, most_strategies=5), st.integers(0, 2**32))
def test_what_is_said_fits_every_profile(old: Pack, seed: int) -> None:
    if not old.strategies:
        return
    new = changed(old, Random(seed))
    found = verdict_changes(old, new)
    counts = dict.fromkeys(found.changes, 0)
    for profile in all_profiles(old):
        for strategy in old.strategy:
            pair = tuple(pack.table.verdict(profile, strategy) for pack in (old, new))
            said = [
                change
                for change in found.changes
                if change.strategy == strategy and any(is_in(old, profile, b) for b in change.boxes)
            ]
            assert [(c.before, c.after) for c in said] == ([pair] if pair[0] != pair[1] else [])
            for change in said:
                counts[change] += 1
    single = all(field.kind != "decimal" for field in old.fields)
    for change, number in counts.items():  # a stretch of decimals counts once
        assert change.profiles == number if single else change.profiles <= number


def test_a_pack_beside_itself_has_no_change() -> None:
    found = verdict_changes(mini_pack(), mini_pack())
    assert not found.changes
    assert found.profiles > 100


def test_a_change_is_counted_with_all_values_of_the_other_fields() -> None:
    old = mini_pack()
    gone = [c for c in old.criteria if c.strategy == "cafe-press"]
    new = replace(old, criteria=tuple(c for c in old.criteria if c not in gone))
    found = verdict_changes(old, new)
    assert sum(change.profiles for change in found.changes) == found.profiles
    assert found.why["cafe-press"].gone == tuple(gone)
    assert found.why["cafe-press"].new == ()


def test_a_field_that_only_one_has_is_gone_through_too() -> None:
    old = mini_pack()
    used = {c.field for c in old.criteria}
    field = next(f for f in old.fields if f.id in used)
    criteria = tuple(c for c in old.criteria if c.field != field.id)
    fields = tuple(f for f in old.fields if f is not field)
    new = replace(old, fields=fields, criteria=criteria, notes=(), cases=())
    there, back = verdict_changes(old, new), verdict_changes(new, old)
    assert there.changes
    assert {(c.strategy, c.before, c.after, c.profiles) for c in there.changes} == {
        (c.strategy, c.after, c.before, c.profiles) for c in back.changes
    }


def test_what_asks_too_much_is_said_and_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_COMBINATIONS", 2)
    old = mini_pack()
    new = replace(old, criteria=())
    assert "moka-pot" in verdict_changes(old, new).uncounted


@pytest.mark.parametrize(("before", "after"), [("choice", "several"), ("several", "choice")])
def test_a_choice_that_became_several_is_compared_by_what_both_can_hold(
    before: str, after: str
) -> None:
    pack = mini_pack()
    kinds: dict[str, Pack] = {}
    for kind in ("choice", "several"):
        roast = pack.field["roast"]._replace(kind=kind)
        fields = tuple(roast if field.id == "roast" else field for field in pack.fields)
        kinds[kind] = replace(pack, fields=fields)
    old, new = kinds[before], kinds[after]
    gone = tuple(c for c in new.criteria if c.strategy != "paper-filter")
    alike, changed = verdict_changes(old, new), verdict_changes(old, replace(new, criteria=gone))
    usual = verdict_changes(pack, replace(pack, criteria=gone))
    assert not alike.changes
    assert alike.profiles == usual.profiles
    assert [c[1:4] for c in changed.changes] == [c[1:4] for c in usual.changes]


def test_the_criteria_are_not_gone_through_once_for_each_strategy() -> None:
    class Counted(tuple[Criterion, ...]):
        times = 0

        def __iter__(self) -> Iterator[Criterion]:
            Counted.times += 1
            return super().__iter__()

    def times(strategies: int) -> int:
        Counted.times = 0
        pack = random_pack(Random(1), 3, strategies)
        verdict_changes(replace(pack, criteria=Counted(pack.criteria)), pack)
        return Counted.times

    assert times(3) == times(40)
