"""The strategies, as they leave: the same groups as on screen, the independent ones counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nanoexplorer.core.evidence import Case
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card, resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.strategies import CHOSEN, IN_FULL, ONLY_DEPENDENT, Column, columns_of
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.documents.blocks import said
from nanoexplorer.documents.groups import tally
from nanoexplorer.documents.statuses import label_of
from nanoexplorer.render.rows.rendering import Cell
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words
from tests.packs import example, mini_pack
from tests.render.renderings import (
    block,
    blocks,
    bundled,
    case,
    columns,
    everything,
    rows,
    shown,
)

EVERY = {IN_FULL.replace(".", "_"): CHOSEN}
DEPENDENT = {ONLY_DEPENDENT.replace(".", "_"): CHOSEN}
TREATMENTS, CARRIERS = (kind.plural for kind in bundled().kinds)


def cell_of(strategy: str, **changes: str | int) -> Cell:
    """The cell of one strategy for the blank profile with changes."""
    pack = bundled()
    name = pack.strategy[strategy].name
    profile = pack.blank_profile.replace(changes)
    made = shown(pack, "strategies", profile, None, "", "", **EVERY)
    [found] = [row.cells[0] for row in rows(made) if row.cells[0].spans[0].text == name]
    return found


def test_both_kinds_stand_side_by_side() -> None:
    made = shown(bundled(), "strategies")
    assert [block.heading for block in blocks(made)] == [TREATMENTS, CARRIERS]


@pytest.mark.parametrize("profile", [case.profile for case in bundled().cases])
def test_every_strategy_stands_in_its_group_and_the_independent_ones_are_counted(
    profile: object,
) -> None:
    pack = bundled()
    screen = resolve(Intent(profile), pack)  # type: ignore[arg-type]
    made = shown(pack, "strategies", profile)  # type: ignore[arg-type]
    counted = iter(made.tallies)
    for column, heading in zip(columns_of(pack, screen), (TREATMENTS, CARRIERS), strict=True):
        assert _groups(block(made, heading)) == _wanted(column)
        for verdict, strategies in column.groups:
            if verdict == "any-profile":
                line = next(counted)
                called = said(common.VERDICT_GROUP[verdict], strong=True)
                assert line == tally(pack, column, strategies, called)._replace(of=line.of)
                assert line.of.startswith(f"{len(strategies)} ")
    assert list(counted) == []


def _groups(said: list[str]) -> dict[str, list[str]]:
    """Headings with the names under them."""
    pack = bundled()
    heads = tuple(common.VERDICT_GROUP.values())
    found: dict[str, list[str]] = {}
    for line in said:
        if line.startswith(heads):
            names = found.setdefault(line, [])
        elif found:
            called = [s.name for s in pack.strategies if line.startswith(s.name)]
            names += [max(called, key=len)] if called else []  # else it tells of a gap
    return found


def _wanted(column: Column) -> dict[str, list[str]]:
    pack = bundled()
    wanted: dict[str, list[str]] = {}
    for verdict, strategies in column.groups:
        if verdict != "any-profile":
            heading = f"{common.VERDICT_GROUP[verdict]}  {len(strategies)}"
            wanted[heading] = [pack.strategy[id_].name for id_ in strategies]
    return wanted


def test_what_a_card_rests_on_is_named_by_author_and_year_beside_its_number() -> None:
    cell = cell_of("surgical-resection", lesions=2)
    last = [span for span in cell.spans if span.text.strip()][-1]
    assert last.text == "Diehl 2023, Vadhavekar 2024, Broggi 2023 [60–62]"
    assert (last.small, last.role) == (True, "ink-muted")


@pytest.mark.parametrize("known", bundled().cases, ids=lambda known: known.id)
def test_a_case_brings_its_teaching_point_for_where_there_is_room(known: Case) -> None:
    made = columns(shown(bundled(), "strategies", known.profile))
    [spare] = made.spare
    assert [row.cells[0].text for row in spare.rows] == [known.teaching_point]
    unknown = known.profile.replace({"lesions": 99})
    assert columns(shown(bundled(), "strategies", unknown)).spare == ()


def test_a_hedge_and_our_interpretation_are_told() -> None:
    assert "(usually)" in cell_of("surgical-resection", lesions=2).text
    wbrt = cell_of("whole-brain-radiotherapy", lesions=8)
    assert common.OUR_INTERPRETATION in wbrt.text
    [interpreted] = [span for span in wbrt.spans if common.OUR_INTERPRETATION in span.text]
    assert interpreted.italic


def test_what_decides_is_in_the_role_of_doubt() -> None:
    spans = cell_of("ros1-targeted-therapy", egfr="mutated").spans
    assert [span.role for span in spans if "ROS1 not tested" in span.text] == ["caution"]


def test_chips_are_those_of_the_card() -> None:
    pack = bundled()
    cell = cell_of("liposomal-doxorubicin")
    statuses = card(pack, pack.blank_profile, "liposomal-doxorubicin").statuses
    assert [chip.label for chip in cell.chips] == [label_of(given) for given in statuses]


def test_the_title_is_what_something_is_named_for() -> None:
    profile = case("egfr-two-lesions").replace({"lesions": 3})  # no case any more
    made = shown(bundled(), "strategies", profile)
    assert made.title == "EGFR mutated, 3 lesions"
    assert made.subtitle.startswith("EGFR mutated · ALK not rearranged")


@pytest.mark.parametrize("known", bundled().cases, ids=lambda known: known.id)
def test_a_case_has_its_own_title_and_nothing_behind_it(known: Case) -> None:
    made = shown(bundled(), "strategies", known.profile)
    assert made.title == known.title


def test_the_title_of_a_blank_profile_claims_nothing_of_it() -> None:
    pack = replace(bundled(), cases=())  # it is a case of the bundled pack
    assert shown(pack, "strategies").title.endswith("for this profile")


def test_keys_are_what_the_shown_cards_rest_on_in_the_packs_order() -> None:
    pack = bundled()
    made = shown(pack, "strategies", case("egfr-wild-type"))
    order = list(pack.reference)
    assert list(made.keys) == sorted(made.keys, key=order.index)
    assert {"wu-60", "wu-64"} <= set(made.keys)
    other = card(pack, case("egfr-wild-type"), "osimertinib").references
    assert set(other) <= set(made.keys)
    independent = card(pack, case("egfr-wild-type"), "dendrimers").references
    assert not set(independent) <= set(made.keys)
    whole = shown(pack, "strategies", case("egfr-wild-type"), None, "", "", **EVERY)
    assert set(independent) <= set(whole.keys)


@pytest.mark.parametrize("pack", [bundled(), mini_pack(), example()], ids=lambda pack: pack.id)
def test_one_strategy_is_counted_in_the_singular_of_its_kind(pack: Pack) -> None:
    said_of = set()
    for strategy in pack.table.names(pack.table.answer(pack.blank_profile).any_profile):
        ours = pack.strategy[strategy]
        made = shown(pack, "strategies", search=ours.name)
        of = {one.ids: one.of for one in made.tallies}.get((strategy,))
        if of is not None:
            assert of == f"1 {window_words.within(pack.kind[ours.kind].label, pack.language)}"
            said_of.add(of)
    assert said_of


def test_a_gap_is_told() -> None:
    made = shown(bundled(), "strategies", case("alk-rearranged"))
    gap = common.gap_line(bundled().field["alk"], "rearranged", bundled().kinds[1])
    assert gap in block(made, CARRIERS)


def test_notes_that_the_profile_calls_for_stand_beside_it() -> None:
    made = shown(bundled(), "strategies", case("egfr-and-alk"))
    assert any("rare" in remark for remark in made.remarks)


def test_a_search_limits_it_and_is_told() -> None:
    made = shown(bundled(), "strategies", None, None, "", "gold", **EVERY)
    assert any("“gold”" in remark for remark in made.remarks)
    assert "Quantum dots" in everything(made)
    assert "Surgical resection" not in everything(made)


def test_a_search_without_a_hit_says_so() -> None:
    made = shown(mini_pack(), "strategies", search="zzz")
    assert everything(made).count(inspector_words.NOTHING_FOUND) == 2


def test_other_profiles_say_why_they_are_and_in_no_colour_of_doubt() -> None:
    made = shown(bundled(), "strategies", case("egfr-two-lesions"))
    [row] = [row for row in rows(made) if row.cells[0].text.startswith("Whole-brain")]
    assert "because 2 lesions; named for at least 4 (typically)" in row.cells[0].text
    assert {span.role for span in row.cells[0].spans} <= {"ink", "ink-muted"}


def test_what_is_independent_is_one_line_with_its_statuses_counted() -> None:
    pack = bundled()
    column = columns_of(pack, resolve(Intent(pack.blank_profile), pack))[1]
    [group] = [g for g in column.groups if g.verdict == "any-profile"]
    counted = tally(pack, column, group.strategies, said("Carriers"))
    given = [shown_statuses(card(pack, pack.blank_profile, s).statuses) for s in group.strategies]
    assert sum(count.number for count in counted.counts) == sum(map(len, given))
    ranks = [pack.statuses[0].rank] + [
        next(s.rank for s in pack.statuses if s.label == count.mark.label)
        for count in counted.counts
    ]
    assert ranks == sorted(ranks, reverse=True)
    assert counted.disputed == sum(any(one.disputes for one in ours) for ours in given) > 0
    assert common.DISPUTED_COUNT.format(number=counted.disputed) in counted.counted


def test_on_request_what_is_independent_is_listed() -> None:
    made = shown(bundled(), "strategies", None, None, "", "", **EVERY)
    assert "Dendrimers" in everything(made)
    assert "Dendrimers" not in everything(shown(bundled(), "strategies"))


def test_what_is_independent_is_left_out_and_its_number_stays() -> None:
    pack = bundled()
    made = shown(pack, "strategies", None, None, "", "", **DEPENDENT, **EVERY)
    whole = columns_of(pack, resolve(Intent(pack.blank_profile), pack))
    groups = [g for column in whole for g in column.groups if g.verdict == "any-profile"]
    independent = [len(group.strategies) for group in groups]
    for heading, number in zip((TREATMENTS, CARRIERS), independent, strict=True):
        assert block(made, heading)[-1] == window_words.LEFT_OUT.format(number=number)
    assert common.VERDICT_GROUP["any-profile"] not in everything(made)


def test_a_search_finds_what_is_left_out() -> None:
    made = shown(bundled(), "strategies", None, None, "", "dendrimers", **DEPENDENT, **EVERY)
    assert "Dendrimers" in everything(made)
