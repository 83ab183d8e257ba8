"""The scale: every status that a source gives, the furthest advanced first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Value
from nanoexplorer.core.resolve import card
from nanoexplorer.core.statuses import least_advanced, shown_statuses, statuses_for, statuses_of
from tests.packs import mini_pack, packs


@settings(max_examples=120)
@given(packs())
def test_every_row_stands_on_one_status_and_statuses_go_down(pack: Pack) -> None:
    for strategy in pack.strategies:
        statuses = statuses_of(pack, strategy.id)
        ranks = [stated.status.rank for stated in statuses]
        assert ranks == sorted(set(ranks), reverse=True)
        rows = [row for stated in statuses for row in stated.rows]
        assert sorted(map(str, rows)) == sorted(map(str, pack.evidence_of[strategy.id]))


@settings(max_examples=120)
@given(packs())
def test_an_approval_or_a_use_in_practice_is_hollow_outside_the_first_scope(pack: Pack) -> None:
    for strategy in pack.strategies:
        for stated in statuses_of(pack, strategy.id):
            here = any(pack.scope[row.scope].means == "subject" for row in stated.rows)
            far_advanced = stated.status.hollow_elsewhere
            assert stated.hollow == (far_advanced and not here)
            assert not stated.discontinued


def test_an_approval_that_ended_is_hollow_and_said_to_have_ended() -> None:
    pack = mini_pack()
    approved, not_stated = statuses_of(pack, "felt-sleeve")
    assert (approved.hollow, approved.discontinued) == (True, True)
    assert (not_stated.hollow, not_stated.discontinued) == (False, False)


def test_an_approval_that_ended_is_hollow_in_the_first_scope_too() -> None:
    pack = mini_pack()
    own = next(scope.id for scope in pack.scopes if scope.means == "subject")
    here = replace(pack, evidence=tuple(row._replace(scope=own) for row in pack.evidence))
    assert statuses_of(here, "felt-sleeve")[0].hollow
    assert not statuses_of(here, "double-wall-glass")[0].hollow


def test_the_fill_is_the_least_advanced_stage_that_is_stated() -> None:
    pack = mini_pack()
    assert least_advanced(statuses_of(pack, "double-wall-glass")).status.id == "tasted"
    assert least_advanced(statuses_of(pack, "felt-sleeve")).status.id == "blessed"
    assert least_advanced(statuses_of(pack, "cork-coaster")).status.id == "silent"


def test_a_note_disputes_the_status_that_it_names_and_no_other() -> None:
    pack = mini_pack()
    approved, not_stated = statuses_of(pack, "felt-sleeve")
    assert [note.id for note in approved.disputes] == ["note-feltomat"]
    assert approved.disputing(approved.rows[0]) == approved.disputes
    assert not_stated.disputes == ()
    assert not any(stated.disputes for stated in statuses_of(pack, "double-wall-glass"))


def test_a_dispute_on_a_condition_counts_only_where_the_note_is_shown() -> None:
    pack = mini_pack()
    for cups, disputed in ((3, False), (4, True), (11, True), (12, False), ("unknown", False)):
        profile = pack.blank_profile.replace({"cups": cups})
        [first, *_] = statuses_for(pack, profile, "moka-pot")
        assert bool(first.disputes) == disputed, cups
        assert card(pack, profile, "moka-pot").statuses[0] == first


def test_every_scope_of_a_disputed_status_is_disputed_but_no_other_source() -> None:
    pack = mini_pack()
    [row] = [row for row in pack.evidence if row.key == "felt-sleeve handbook blessed"]
    more = (row._replace(scope_named="warm hands"), row._replace(source="leaflet"))
    stated = statuses_of(replace(pack, evidence=(*pack.evidence, *more)), "felt-sleeve")[0]
    assert [bool(stated.disputing(row)) for row in stated.rows] == [True, True, False]


@settings(max_examples=120)
@given(packs())
def test_not_stated_is_drawn_only_where_no_stage_is_stated(pack: Pack) -> None:
    for strategy in pack.strategies:
        statuses = statuses_of(pack, strategy.id)
        shown = shown_statuses(statuses)
        stated = [stated for stated in statuses if stated.status.stated]
        assert list(shown) == (stated or list(statuses))
        assert least_advanced(statuses) == shown[-1]


def tied(pack: Pack, strategy: str, alternatives: tuple[int, int]) -> Pack:
    """The pack with two alternatives for a strategy, and its two statuses tied to them."""
    first = next(c for c in pack.criteria if c.strategy == strategy)
    second = first._replace(alternative=9, field="roast", test="is", value="dark")
    [one, *_] = pack.evidence_of[strategy]
    rows = [
        one._replace(status=status, alternative=place)
        for status, place in zip(("brewed", "tasted"), alternatives, strict=True)
    ]
    others = (row for row in pack.evidence if row.strategy != strategy)
    criteria = (*(c for c in pack.criteria if c.strategy != strategy), first, second)
    return replace(pack, criteria=criteria, evidence=(*others, *rows))


def test_a_status_that_is_tied_to_a_condition_follows_the_one_that_is_met() -> None:
    pack = tied(mini_pack(), "office-urn", (1, 9))

    def shown(**profile: Value) -> list[str]:
        found = statuses_for(pack, pack.blank_profile.replace(profile), "office-urn")
        return [given.status.id for given in shown_statuses(found)]

    assert shown(cups=14, roast="light") == ["brewed"]
    assert shown(cups=2, roast="dark") == ["tasted"]
    assert shown(cups=14, roast="dark") == ["brewed", "tasted"]
    assert shown(cups=2, roast="light") == ["brewed", "tasted"]


def test_a_status_that_is_tied_to_nothing_is_always_shown() -> None:
    pack = tied(mini_pack(), "office-urn", (0, 9))
    profile = pack.blank_profile.replace({"cups": 14, "roast": "light"})
    found = statuses_for(pack, profile, "office-urn")
    assert [given.status.id for given in shown_statuses(found)] == ["brewed"]
    assert [given.apart for given in found] == [False, True]
