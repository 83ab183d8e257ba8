"""The strategies, as they leave: the same groups as on screen, the folded one as a number."""

from __future__ import annotations

import pytest

from nanoexplorer.core.evidence import Case
from nanoexplorer.core.resolve import card, resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.strategies import Column, columns_of
from nanoexplorer.documents.statuses import label_of
from nanoexplorer.render.rows.rendering import Cell
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words
from tests.packs import mini_pack
from tests.render.renderings import block, blocks, bundled, case, everything, rows, shown

TREATMENTS, CARRIERS = (kind.plural for kind in bundled().kinds)


def cell_of(strategy: str, **changes: str | int) -> Cell:
    """The cell of one strategy for the blank profile with changes."""
    pack = bundled()
    name = pack.strategy[strategy].name
    made = shown(pack, "strategies", pack.blank_profile.replace(changes))
    [found] = [row.cells[0] for row in rows(made) if row.cells[0].spans[0].text == name]
    return found


def test_both_kinds_stand_side_by_side() -> None:
    made = shown(bundled(), "strategies")
    assert [block.heading for block in blocks(made)] == [TREATMENTS, CARRIERS]


@pytest.mark.parametrize("profile", [case.profile for case in bundled().cases])
def test_every_strategy_stands_in_its_group_and_the_folded_ones_in_none(profile: object) -> None:
    pack = bundled()
    screen = resolve(Intent(profile), pack)  # type: ignore[arg-type]
    made = shown(pack, "strategies", profile)  # type: ignore[arg-type]
    for column, heading in zip(columns_of(pack, screen), (TREATMENTS, CARRIERS), strict=True):
        assert _groups(block(made, heading)) == _wanted(column)


def _groups(said: list[str]) -> dict[str, list[str]]:
    """Headings with the names under them."""
    pack = bundled()
    heads = tuple(common.VERDICT_GROUP.values())
    found: dict[str, list[str]] = {}
    for line in said:
        if line.startswith(heads):
            names = found.setdefault(line, [])
        elif found:
            [name] = [max((s.name for s in pack.strategies if line.startswith(s.name)), key=len)]
            names.append(name)
    return found


def _wanted(column: Column) -> dict[str, list[str]]:
    pack = bundled()
    wanted: dict[str, list[str]] = {}
    for verdict, strategies in column.groups:
        heading = common.group_heading(verdict, len(strategies))
        if verdict == "no-match":
            wanted[words.LISTED_NOT.format(heading=heading)] = []
        else:
            wanted[heading] = [pack.strategy[id_].name for id_ in strategies]
    return wanted


def test_reference_numbers_are_raised() -> None:
    cell = cell_of("surgical-resection", lesions=2)
    assert [span.text for span in cell.spans if span.raised] == ["\u00a060–62"]


def test_a_hedge_and_our_interpretation_are_told() -> None:
    assert "(usually)" in cell_of("surgical-resection", lesions=2).text
    wbrt = cell_of("whole-brain-radiotherapy", lesions=8)
    assert common.OUR_INTERPRETATION in wbrt.text
    [interpreted] = [span for span in wbrt.spans if common.OUR_INTERPRETATION in span.text]
    assert interpreted.italic


def test_what_decides_is_in_the_role_of_doubt() -> None:
    spans = cell_of("osimertinib").spans
    assert [span.role for span in spans if "EGFR not tested" in span.text] == ["caution"]


def test_chips_are_those_of_the_card() -> None:
    pack = bundled()
    cell = cell_of("liposomal-doxorubicin")
    statuses = card(pack, pack.blank_profile, "liposomal-doxorubicin").statuses
    assert [chip.label for chip in cell.chips] == [label_of(given) for given in statuses]


def test_the_title_is_what_something_is_named_for() -> None:
    profile = case("egfr-two-lesions").replace({"lesions": 3})  # no case any more
    made = shown(bundled(), "strategies", profile)
    sources = "the review and the abstract report"
    assert made.title == f"EGFR mutated, 3 lesions: what {sources}"
    assert made.subtitle.startswith("EGFR mutated · ALK not rearranged")


@pytest.mark.parametrize("known", bundled().cases, ids=lambda known: known.id)
def test_a_cases_title_leads(known: Case) -> None:
    made = shown(bundled(), "strategies", known.profile)
    assert made.title.startswith(f"{known.title} — ")


def test_the_title_of_a_blank_profile_claims_nothing_of_it() -> None:
    assert shown(bundled(), "strategies").title.endswith("for this profile")


def test_keys_are_what_the_shown_cards_rest_on_in_the_packs_order() -> None:
    pack = bundled()
    made = shown(pack, "strategies", case("egfr-wild-type"))
    order = list(pack.reference)
    assert list(made.keys) == sorted(made.keys, key=order.index)
    assert {"wu-60", "wu-64"} <= set(made.keys)
    other = card(pack, case("egfr-wild-type"), "osimertinib").references
    assert not set(other) <= set(made.keys)


def test_a_gap_is_told() -> None:
    made = shown(bundled(), "strategies", case("alk-rearranged"))
    gap = common.gap_line(bundled().field["alk"], "rearranged", bundled().kinds[1])
    assert gap in block(made, CARRIERS)


def test_notes_that_the_profile_calls_for_stand_beside_it() -> None:
    made = shown(bundled(), "strategies", case("egfr-and-alk"))
    assert any("rare" in remark for remark in made.remarks)


def test_a_search_limits_it_and_is_told() -> None:
    made = shown(bundled(), "strategies", search="gold")
    assert any("“gold”" in remark for remark in made.remarks)
    assert "Quantum dots" in everything(made)
    assert "Surgical resection" not in everything(made)


def test_a_search_without_a_hit_says_so() -> None:
    made = shown(mini_pack(), "strategies", search="zzz")
    assert everything(made).count(inspector_words.NOTHING_FOUND) == 2
