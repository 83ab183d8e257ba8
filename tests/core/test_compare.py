"""Two profiles side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Change, Outcome, Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile, Value
from nanoexplorer.core.shown.compare import Difference, compare
from tests.packs import mini_pack, packs, profiles, values_of


@st.composite
def packs_with_two_profiles(draw: st.DrawFn) -> tuple[Pack, Profile, Profile]:
    pack = draw(packs())
    return pack, draw(profiles(pack)), draw(profiles(pack))


def by_strategy(found: tuple[Difference, ...]) -> dict[str, Difference]:
    return {difference.strategy: difference for difference in found}


MIRRORED = {
    Change.GAINED: Change.LOST,
    Change.LOST: Change.GAINED,
    Change.OPENED: Change.SETTLED,
    Change.SETTLED: Change.OPENED,
    Change.AGAINST: Change.CLEARED,
    Change.CLEARED: Change.AGAINST,
}


@given(packs_with_two_profiles())
def test_a_swap_mirrors_every_difference(drawn: tuple[Pack, Profile, Profile]) -> None:
    pack, one, other = drawn
    there = by_strategy(compare(pack, one, other))
    back = by_strategy(compare(pack, other, one))
    assert there.keys() == back.keys() == set(pack.strategy)
    for strategy, found in there.items():
        mirror = back[strategy]
        assert (found.before, found.after) == (mirror.after, mirror.before)
        assert found.change is MIRRORED.get(mirror.change, mirror.change)
        assert [r.criterion for r in found.reasons] == [r.criterion for r in mirror.reasons]


@given(packs_with_two_profiles())
def test_equal_profiles_differ_in_nothing(drawn: tuple[Pack, Profile, Profile]) -> None:
    pack, one, _ = drawn
    found = compare(pack, one, one)
    assert len(found) == len(pack.strategies)
    assert [d for d in found if d.change is not Change.SAME or d.reasons] == []


@given(packs_with_two_profiles())
def test_verdicts_are_those_of_the_table_and_each_flip_has_a_reason(
    drawn: tuple[Pack, Profile, Profile],
) -> None:
    pack, one, other = drawn
    for found in compare(pack, one, other):
        assert found.before is pack.table.verdict(one, found.strategy)
        assert found.after is pack.table.verdict(other, found.strategy)
        assert bool(found.reasons) == (found.before is not found.after)
        for reason in found.reasons:
            assert one[reason.criterion.field] != other[reason.criterion.field]


@given(packs_with_two_profiles())
def test_differences_come_first_and_groups_keep_their_order(
    drawn: tuple[Pack, Profile, Profile],
) -> None:
    pack, one, other = drawn
    found = compare(pack, one, other)
    order = [(list(Change).index(d.change), pack.table.index[d.strategy]) for d in found]
    assert order == sorted(order)


def test_what_flipped_is_named_and_what_only_moved_is_not() -> None:
    pack = mini_pack()
    one = pack.blank_profile.replace({"roast": "light", "cups": 2})
    other = pack.blank_profile.replace({"roast": "dark", "cups": 3})
    found = by_strategy(compare(pack, one, other))
    assert found["paper-filter"].change is Change.LOST
    assert [r.outcome for r in found["paper-filter"].reasons] == [Outcome.UNMET]
    moka = found["moka-pot"]
    assert (moka.before, moka.after) == (Verdict.NO_MATCH, Verdict.MATCHES)
    assert moka.change is Change.GAINED
    assert [r.criterion.field for r in moka.reasons] == ["roast"]  # 2 and 3 cups are alike


def test_an_unknown_is_neither_gained_nor_lost() -> None:
    pack = mini_pack()
    known = pack.blank_profile.replace({"roast": "light"})
    opened = by_strategy(compare(pack, known, pack.blank_profile))
    assert opened["paper-filter"].change is Change.OPENED
    assert opened["moka-pot"].change is Change.OPENED
    settled = by_strategy(compare(pack, pack.blank_profile, known))
    assert {settled[s].change for s in ("paper-filter", "moka-pot")} == {Change.SETTLED}


def test_a_reason_against_is_no_loss_of_what_was_not_named() -> None:
    pack = mini_pack()
    soft, hard = (pack.blank_profile.replace({"water": value}) for value in ("soft", "hard"))
    turned = by_strategy(compare(pack, soft, hard))["cork-coaster"]
    assert turned.change is Change.AGAINST
    assert [reason.outcome for reason in turned.reasons] == [Outcome.MET]
    light = pack.blank_profile.replace({"roast": "light"})
    lost = by_strategy(compare(pack, light, light.replace({"hurry": "yes"})))["paper-filter"]
    assert (lost.change, lost.after) == (Change.LOST, Verdict.AGAINST)
    assert [reason.criterion.field for reason in lost.reasons] == ["hurry"]


def test_steps_reach_every_value_of_a_field_and_end() -> None:
    pack = mini_pack()
    for field in pack.fields:
        walked: list[Value] = [field.options[0].id]
        while (on := field.neighbour(walked[-1], 1)) is not None:
            walked.append(on)
        assert sorted(map(str, walked)) == sorted(map(str, values_of(field)))
        back: list[Value] = [walked[-1]]
        while (before := field.neighbour(back[-1], -1)) is not None:
            back.append(before)
        assert back == walked[::-1]
