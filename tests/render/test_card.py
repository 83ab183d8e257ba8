"""The card, as it leaves: everything that the inspector says of the selected strategy."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.resolve import card, inspect
from nanoexplorer.documents.card import line_words
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.render.rows.rendering import Rendering
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words
from tests.boundary_packs import co_mutations
from tests.packs import copy_of_mini_pack
from tests.render.renderings import block, blocks, bundled, case, everything, rows, shown


def card_of(strategy: str, profile: str = "nothing-tested") -> Rendering:
    return shown(bundled(), "card", case(profile), selection=strategy)


def test_without_a_selection_it_says_that_there_is_none() -> None:
    with pytest.raises(LookupError, match=words.NO_SELECTION):
        shown(bundled(), "card")


@pytest.mark.parametrize("strategy", [strategy.id for strategy in bundled().strategies])
def test_everything_of_the_strategy_is_there(strategy: str) -> None:
    pack = bundled()
    made = card_of(strategy)
    inspected = inspect(pack, case("nothing-tested"), strategy)
    text = everything(made)
    assert made.title == inspected.card.strategy.name
    assert [s.id for s in inspected.statements if s.text not in text] == []
    assert [n.id for n in inspected.notes if n.text not in text] == []
    assert [c.id for c in inspected.checks if c.text not in text] == []
    assert [a.id for a in inspected.approvals if a.indication not in text] == []
    assert [r for r in made.keys if vancouver(pack.reference[r]) not in text] == []
    assert made.keys == inspected.references
    for row in pack.evidence_of[strategy]:
        assert row.label in text


def test_what_is_open_gives_both_branches_and_the_nearest_profile() -> None:
    made = card_of("osimertinib")
    assert block(made, inspector_words.IF_KNOWN.format(field="EGFR")) == [
        f"mutated | {inspector_words.WOULD_BE['matches']}",
        f"wild-type | {inspector_words.WOULD_BE['no-match']}",
    ]
    assert block(made, inspector_words.NEAREST) == ["EGFR mutated, all else as it is"]


def test_why_not_names_the_condition_and_what_was_found() -> None:
    reason, *behind = block(
        card_of("osimertinib", "egfr-wild-type"), inspector_words.WHY["no-match"]
    )
    assert reason.startswith("EGFR | wild-type — not met: named for EGFR mutated")
    assert [line.partition(" | ")[0] for line in behind] == [
        inspector_words.STATEMENT,
        inspector_words.SECTION,
        inspector_words.REFERENCE,
    ]


def test_statuses_have_their_chips_and_the_sources_own_label() -> None:
    [stands] = [
        b for b in blocks(card_of("liposomal-doxorubicin")) if b.heading == inspector_words.STANDS
    ]
    labels = [chip.label for row in stands.rows for chip in row.cells[0].chips]
    assert labels == [
        "in practice (ovarian and breast cancer, among others)",
        "approved (lung cancer)",
    ]
    assert "“FDA-approved”" in stands.rows[1].cells[0].text


def test_our_notes_stand_apart_and_slanted() -> None:
    made = card_of("liposomal-doxorubicin")
    for heading in (inspector_words.NOTES, inspector_words.DISPUTES):
        [notes] = [b for b in blocks(made) if b.heading == heading]
        assert notes.rows
        assert all(row.cells[0].spans[0].italic for row in notes.rows)


def test_no_condition_is_said_in_words() -> None:
    made = card_of("liposomal-doxorubicin")
    assert block(made, inspector_words.WHY["any-profile"]) == [inspector_words.WHY_ANY_PROFILE]


def test_no_row_has_more_cells_than_its_block_has_columns() -> None:
    for made in (card_of("osimertinib"), card_of("surgical-resection", "four-lesions")):
        for found in blocks(made):
            assert all(len(row.cells) in (1, len(found.widths)) for row in found.rows)
        assert all(row.cells for row in rows(made))


def test_what_was_found_is_said_once_for_all_that_is_asked_of_it(tmp_path: Path) -> None:
    changed = copy_of_mini_pack(tmp_path / "pack")
    co_mutations(changed)
    pack = load_pack(changed)
    profile = pack.blank_profile.replace({"genes": "abl"})
    unmet = 0
    for strategy in pack.ordered:
        line = card(pack, profile, strategy.id)
        reasons = [r for r in line.reasons if r.criterion.field == "genes" and r.found]
        if line.verdict is Verdict.NO_MATCH and len(reasons) > 1:
            [piece, *_] = line_words(pack, line).pieces
            assert piece.text.count(common.value_phrase(pack.field["genes"], "abl")) == 1
            unmet += 1
    assert unmet
