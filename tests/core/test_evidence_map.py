"""The evidence map: what is counted, what gives the fill, what is faded, and the gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.evidence_map import (
    KIND,
    EvidenceMap,
    evidence_map,
    evidence_map_part,
    map_kind,
    map_kinds,
)
from nanoexplorer.core.statuses import statuses_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import all_profiles, mini_pack, packs_with_profiles


@pytest.fixture(scope="module")
def bundled() -> Pack:
    return load_pack(bundled_pack())


def carriers(pack: Pack) -> EvidenceMap:
    return evidence_map(pack, map_kinds(pack)[0], pack.blank_profile)


def treatments(pack: Pack) -> EvidenceMap:
    return evidence_map(pack, map_kinds(pack)[1], pack.blank_profile)


def test_rows_and_columns_are_the_packs_in_its_order(bundled: Pack) -> None:
    shown = carriers(bundled)
    assert shown.rows == tuple(term.id for term in bundled.terms("carrier"))
    assert shown.columns == tuple(term.id for term in bundled.terms("purpose"))
    groups = [term.id for term in bundled.terms("group")]
    rows = treatments(bundled).rows
    assert [group for group in groups if group in rows] == list(rows)
    assert treatments(bundled).columns == tuple(a.id for a in bundled.aspects if a.mapped)


def test_every_strategy_has_its_one_cell(bundled: Pack) -> None:
    homes = [id_ for cell in carriers(bundled).cells for id_ in cell.strategies]
    ours = [s.id for s in bundled.strategies if s.kind == "nanocarrier-strategy"]
    assert sorted(homes) == sorted(ours)


def test_gaps_are_counted_over_the_whole_grid() -> None:
    shown = carriers(mini_pack())
    assert [(cell.row, cell.column) for cell in shown.cells] == [(0, 0), (1, 1)]
    assert shown.gaps == 2


def test_a_statement_on_two_strategies_of_a_cell_counts_once() -> None:
    pack = mini_pack()
    assert [cell.statements for cell in carriers(pack).cells] == [4, 1]
    shared = tuple(
        s._replace(strategies=(*s.strategies, "cork-coaster", "double-wall-glass"))
        if s.id == "s-felt-light"
        else s
        for s in pack.statements
    )
    shown = carriers(replace(pack, statements=shared))
    assert [cell.statements for cell in shown.cells] == [4, 2]
    assert shown.statements == carriers(pack).statements == 5


def test_a_cell_counts_different_statements(bundled: Pack) -> None:
    shown = carriers(bundled)
    said = {
        statement.id
        for cell in shown.cells
        for strategy in cell.strategies
        for statement in bundled.statements_of[strategy]
    }
    assert shown.statements == len(said)
    assert sum(cell.statements for cell in shown.cells) >= shown.statements


def test_the_last_status_is_the_least_advanced_that_is_stated() -> None:
    felt, glass = carriers(mini_pack()).cells
    assert [(given.status.id, given.hollow) for given in felt.statuses] == [("blessed", True)]
    assert [given.status.id for given in glass.statuses] == ["blessed", "tasted"]


def test_a_status_is_hollow_only_where_it_is_for_all_strategies_of_a_cell() -> None:
    pack = mini_pack()
    here = tuple(
        row._replace(status="blessed", scope="morning-coffee")
        if row.strategy == "cork-coaster"
        else row
        for row in pack.evidence
    )
    felt, _ = carriers(replace(pack, evidence=here)).cells
    assert [(given.status.id, given.hollow) for given in felt.statuses] == [("blessed", False)]


def test_not_stated_is_the_status_of_a_cell_of_which_no_stage_is_stated(bundled: Pack) -> None:
    for kind in map_kinds(bundled):
        for cell in evidence_map(bundled, kind, bundled.blank_profile).cells:
            stated = any(
                given.status.rank
                for strategy in cell.strategies
                for given in statuses_of(bundled, strategy)
            )
            assert (cell.statuses[-1].status.rank == 0) == (not stated)


def test_a_cell_is_faded_where_none_of_its_strategies_is_named_open_or_independent() -> None:
    pack = mini_pack()
    seen = set()
    for profile in all_profiles(pack):
        for kind in map_kinds(pack):
            for cell in evidence_map(pack, kind, profile).cells:
                verdicts = {pack.table.verdict(profile, s) for s in cell.strategies}
                assert cell.faded == (verdicts <= {Verdict.AGAINST, Verdict.NO_MATCH})
                seen.add(cell.faded)
    assert seen == {False, True}


def test_the_treatments_say_what_is_said_of_a_group() -> None:
    shown = treatments(mini_pack())
    assert shown.rows == ("filter", "pressure", "steeping")
    steeping = {shown.columns[c.column]: c.strategies for c in shown.cells if c.row == 2}
    assert steeping == {"poured-for": ("cafe-press",), "praise": ("cold-brew",)}


@settings(max_examples=60)
@given(packs_with_profiles())
def test_any_pack_has_its_map(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    for kind in map_kinds(pack):
        shown = evidence_map(pack, kind, profile)
        assert shown.gaps >= 0
        assert shown.cells == tuple(sorted(shown.cells, key=lambda cell: cell[:2]))
        assert all(cell.statements and cell.statuses for cell in shown.cells)


def test_a_pack_without_a_vocabulary_has_an_empty_map() -> None:
    pack = replace(mini_pack(), vocabulary=(), strategies=(), criteria=())
    for kind in map_kinds(pack):
        shown = evidence_map(pack, kind, pack.blank_profile)
        assert (shown.rows, shown.cells, shown.gaps, shown.statements) == ((), (), 0, 0)


def chosen(pack: Pack, name: str) -> str:
    """The kind of the map that an intent with that option shows."""
    return evidence_map_part(pack, Intent(pack.blank_profile, options=((KIND, name),))).kind.id


def test_a_name_that_is_no_map_is_the_first_one() -> None:
    assert chosen(mini_pack(), "brewing-method") == "brewing-method"
    assert chosen(mini_pack(), "tea-leaves") == "cup-sleeve"


def test_a_picture_that_was_made_when_maps_had_short_names_opens_its_map(bundled: Pack) -> None:
    maps = [chosen(bundled, name) for name in ("treatments", "carriers")]
    assert maps == ["treatment-modality", "nanocarrier-strategy"]


def test_a_pack_whose_kinds_have_no_map_has_an_empty_one() -> None:
    pack = mini_pack()
    kinds = tuple(k._replace(map_order=0, map_rows="", map_columns="") for k in pack.kinds)
    pack = replace(pack, kinds=kinds)
    assert map_kinds(pack) == ()
    shown = evidence_map(pack, map_kind(pack, ""), pack.blank_profile)
    assert (shown.rows, shown.columns, shown.cells) == ((), (), ())
