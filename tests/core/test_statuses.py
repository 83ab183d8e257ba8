"""The ladder: every rung that a source gives, the furthest advanced first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.statuses import ladder, least_advanced, shown_rungs, standing
from tests.packs import mini_pack, packs


@settings(max_examples=120, deadline=None)
@given(packs())
def test_every_row_stands_on_one_rung_and_rungs_go_down(pack: Pack) -> None:
    for strategy in pack.strategies:
        rungs = ladder(pack, strategy.id)
        ranks = [rung.status.rank for rung in rungs]
        assert ranks == sorted(set(ranks), reverse=True)
        rows = [row for rung in rungs for row in rung.rows]
        assert sorted(map(str, rows)) == sorted(map(str, pack.evidence_of[strategy.id]))


@settings(max_examples=120, deadline=None)
@given(packs())
def test_an_approval_or_a_use_in_practice_is_hollow_outside_the_first_scope(pack: Pack) -> None:
    for strategy in pack.strategies:
        for rung in ladder(pack, strategy.id):
            here = any(pack.scope[row.scope].means == "subject" for row in rung.rows)
            far_advanced = rung.status.hollow_elsewhere
            assert rung.hollow == (far_advanced and not here)
            assert not rung.discontinued


def test_an_approval_that_ended_is_hollow_and_said_to_have_ended() -> None:
    pack = mini_pack()
    approved, not_stated = ladder(pack, "felt-sleeve")
    assert (approved.hollow, approved.discontinued) == (True, True)
    assert (not_stated.hollow, not_stated.discontinued) == (False, False)


def test_an_approval_that_ended_is_hollow_in_the_first_scope_too() -> None:
    pack = mini_pack()
    own = next(scope.id for scope in pack.scopes if scope.means == "subject")
    here = replace(pack, evidence=tuple(row._replace(scope=own) for row in pack.evidence))
    assert ladder(here, "felt-sleeve")[0].hollow
    assert not ladder(here, "double-wall-glass")[0].hollow


def test_the_fill_is_the_least_advanced_stage_that_is_stated() -> None:
    pack = mini_pack()
    assert least_advanced(ladder(pack, "double-wall-glass")).status.id == "tasted"
    assert least_advanced(ladder(pack, "felt-sleeve")).status.id == "blessed"
    assert least_advanced(ladder(pack, "cork-coaster")).status.id == "silent"


def test_a_note_disputes_the_status_that_it_names_and_no_other() -> None:
    pack = mini_pack()
    approved, not_stated = ladder(pack, "felt-sleeve")
    assert [note.id for note in approved.disputes] == ["note-feltomat"]
    assert approved.disputing(approved.rows[0]) == approved.disputes
    assert not_stated.disputes == ()
    assert not any(rung.disputes for rung in ladder(pack, "double-wall-glass"))


def test_a_dispute_on_a_condition_counts_only_where_the_note_is_shown() -> None:
    pack = mini_pack()
    for cups, disputed in ((3, False), (4, True), (11, True), (12, False), ("unknown", False)):
        profile = pack.blank_profile.replace({"cups": cups})
        [first, *_] = standing(pack, profile, "moka-pot")
        assert bool(first.disputes) == disputed, cups
        assert card(pack, profile, "moka-pot").rungs[0] == first


def test_every_scope_of_a_disputed_status_is_disputed_but_no_other_source() -> None:
    pack = mini_pack()
    [row] = [row for row in pack.evidence if row.key == "felt-sleeve handbook blessed"]
    more = (row._replace(scope_named="warm hands"), row._replace(source="leaflet"))
    rung = ladder(replace(pack, evidence=(*pack.evidence, *more)), "felt-sleeve")[0]
    assert [bool(rung.disputing(row)) for row in rung.rows] == [True, True, False]


@settings(max_examples=120, deadline=None)
@given(packs())
def test_not_stated_is_drawn_only_where_no_stage_is_stated(pack: Pack) -> None:
    for strategy in pack.strategies:
        rungs = ladder(pack, strategy.id)
        shown = shown_rungs(rungs)
        stated = [rung for rung in rungs if rung.status.stated]
        assert list(shown) == (stated or list(rungs))
        assert least_advanced(rungs) == shown[-1]
