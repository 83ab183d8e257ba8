"""A card: nothing overlaps or leaves its width; chips are filled, hollow or dashed by rule."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card
from nanoexplorer.core.statuses import least_advanced, shown_statuses
from nanoexplorer.documents.blocks import NOTED, CardLine, Mark, Piece, Weight, said
from nanoexplorer.documents.card import card_words, line_words
from nanoexplorer.documents.statuses import label_of
from nanoexplorer.drawing.card import PAD, lay_out
from nanoexplorer.drawing.card_line import label_room, lay_out_line
from nanoexplorer.drawing.layout import Layout
from nanoexplorer.drawing.looks import SIGN
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.words import common
from tests.packs import mini_pack

OURS = f" — {common.OUR_INTERPRETATION}"
WIDTHS = range(180, 601, 35)
SLACK = 0.75
"""Px by which rounding may err."""


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def some_profiles() -> list[Profile]:
    """Nothing known, and profiles in which reasons are long."""
    blank = bundled().blank_profile
    poor = {"deep-seated": "yes", "general-health": "poor", "pdl1": "not-expressed"}
    return [
        blank,
        blank.replace({"egfr": "mutated", "lesions": 2}),
        blank.replace({"egfr": "wild-type", "alk": "not-rearranged", "lesions": 999, **poor}),
    ]


@lru_cache(maxsize=1)
def all_words() -> list[CardLine]:
    """What every card says for some profiles."""
    return [
        card_words(bundled(), card(bundled(), profile, strategy.id))
        for profile in some_profiles()
        for strategy in bundled().strategies
    ]


def boxes(layout: Layout) -> list[tuple[str, QRectF]]:
    """Everything on a card with the box that it takes: ink height for words."""
    found = [(chip.label, box) for box, chip in layout.chips]
    found += [(sign.glyph, sign.box) for sign in layout.signs]
    found += [("disputed", box) for box in layout.disputed]
    for words in layout.words:
        metrics = QFontMetricsF(words.font)
        high = metrics.capHeight()
        wide = metrics.horizontalAdvance(words.text)
        found.append((words.text, QRectF(words.at.x(), words.at.y() - high, wide, high)))
    return found


def longest_word(words: CardLine, zoom: int) -> float:
    """How wide the widest part is that cannot be broken; below that a card can't be set."""
    layout = lay_out(words, 1, zoom)
    metrics = [(QFontMetricsF(w.font), w.text) for w in layout.words]
    return max(m.horizontalAdvance(text) for m, text in metrics) + 2 * PAD * zoom / 100


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_nothing_leaves_the_width_of_a_card(app: QApplication, zoom: int) -> None:
    out = []
    for words in all_words():
        least = longest_word(words, zoom)
        for width in WIDTHS:
            layout = lay_out(words, width, zoom)
            room = QRectF(0, 0, max(width, least), layout.height)
            room.adjust(-SLACK, -SLACK, SLACK, SLACK)
            out += [(width, text) for text, box in boxes(layout) if not room.contains(box)]
    assert out == []


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_nothing_on_a_card_overlaps(app: QApplication, zoom: int) -> None:
    clashes = []
    for words in all_words():
        for width in WIDTHS:
            for (one, box), (other, second) in combinations(boxes(lay_out(words, width, zoom)), 2):
                shared = box.intersected(second)
                if shared.width() > SLACK and shared.height() > SLACK:
                    clashes.append((width, one, other))
    assert clashes == []


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_every_word_of_a_card_is_set(app: QApplication, zoom: int) -> None:
    for words in all_words()[: len(bundled().strategies)]:
        for width in (180, 340, 600):
            layout = lay_out(words, width, zoom)
            text = "".join("".join(w.text for w in layout.words).split())
            pieces = (piece.text for piece in words.pieces)
            wanted = "".join([words.title, *pieces, words.notes])
            assert text == "".join(wanted.split())
            assert [chip for _, chip in layout.chips] == list(words.chips)
            marks = [SIGN[piece.mark].mark for piece in words.pieces if piece.mark]
            marks += [SIGN[NOTED].mark] if words.notes else []
            assert [sign.glyph for sign in layout.signs] == marks


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_at_its_usual_width_a_card_needs_no_broken_rule(app: QApplication, zoom: int) -> None:
    """In the columns of the window at their usual width every word has room."""
    usual = 340 * zoom // 100
    wide = [words.title for words in all_words() if longest_word(words, zoom) > usual]
    assert wide == []


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_word_wider_than_its_card_is_broken(app: QApplication, zoom: int) -> None:
    word = "Immunoradiotherapeutically" * 3
    words = all_words()[0]._replace(title=word, pieces=(Piece(said(word), "met"),), notes="")
    for width in (180, 340):
        layout = lay_out(words, width, zoom)
        room = QRectF(0, 0, width, layout.height).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        assert [text for text, box in boxes(layout) if not room.contains(box)] == []
        assert "".join(w.text for w in layout.words) == 2 * word


def test_a_narrow_card_is_higher(app: QApplication) -> None:
    for words in all_words():
        heights = [lay_out(words, width, 100).height for width in (600, 340, 180)]
        assert heights == sorted(heights)


def chips(pack: Pack, strategy: str) -> tuple[Mark, ...]:
    return card_words(pack, card(pack, pack.blank_profile, strategy)).chips


def test_only_the_least_advanced_status_is_filled() -> None:
    for pack in (bundled(), mini_pack()):
        for strategy in pack.strategies:
            statuses = card(pack, pack.blank_profile, strategy.id).statuses
            least = least_advanced(statuses)
            filled = [chip.label for chip in chips(pack, strategy.id) if chip.filled]
            assert filled == ([] if least.hollow else [label_of(least)])
            assert len(chips(pack, strategy.id)) == len(shown_statuses(statuses))


def test_an_approval_for_something_else_is_hollow_and_says_for_what() -> None:
    felt = chips(mini_pack(), "felt-sleeve")
    assert [(chip.label, chip.filled) for chip in felt] == [("approved, discontinued", False)]
    glass = chips(mini_pack(), "double-wall-glass")
    assert [(chip.label, chip.filled) for chip in glass] == [
        ("approved (cold hands)", False),
        ("being tasted", True),
    ]


def test_the_bundled_approvals_outside_the_first_scope_are_hollow() -> None:
    for strategy in ("liposomal-doxorubicin", "iron-oxide-mri"):
        approved = [c for c in chips(bundled(), strategy) if c.role == "status-approved"]
        assert approved
        assert not any(chip.filled for chip in approved)
        assert all(chip.label != "approved" for chip in approved)


def test_no_stated_stage_is_the_dashed_ring_and_stands_alone() -> None:
    dashed = 0
    for strategy in bundled().strategies:
        glyphs = [chip.glyph for chip in chips(bundled(), strategy.id)]
        dashed += "dashed-ring" in glyphs
        assert "dashed-ring" not in glyphs or len(glyphs) == 1
    assert dashed


def test_a_card_is_muted_where_it_is_named_for_other_profiles() -> None:
    for profile in some_profiles():
        for strategy in bundled().strategies:
            shown = card(bundled(), profile, strategy.id)
            assert card_words(bundled(), shown).muted == (shown.verdict is Verdict.NO_MATCH)


def test_what_is_said_aloud_is_what_stands_there() -> None:
    for words in all_words():
        assert words.spoken.startswith(words.title)
        assert [p.text for p in words.pieces if p.text not in words.spoken] == []
        assert [c.label for c in words.chips if c.label not in words.spoken] == []


def said_of(strategy: str, **changes: str | int) -> list[tuple[str, str]]:
    pack = mini_pack()
    words = card_words(pack, card(pack, pack.blank_profile.replace(changes), strategy))
    return [(piece.mark, piece.text) for piece in words.pieces if piece.weight is not Weight.BEHIND]


def line_of(strategy: str, **changes: str | int) -> str:
    pack = mini_pack()
    words = line_words(pack, card(pack, pack.blank_profile.replace(changes), strategy))
    return "".join(piece.text for piece in words.pieces if piece.weight is not Weight.BEHIND)


def bundled_line(strategy: str, **changes: str | int) -> str:
    pack = bundled()
    words = line_words(pack, card(pack, pack.blank_profile.replace(changes), strategy))
    return "".join(piece.text for piece in words.pieces if piece.weight is not Weight.BEHIND)


def bundled_card(strategy: str, **changes: str | int) -> list[str]:
    pack = bundled()
    words = card_words(pack, card(pack, pack.blank_profile.replace(changes), strategy))
    return [piece.text for piece in words.pieces if piece.weight is not Weight.BEHIND]


def test_a_reason_against_that_is_met_comes_first_with_its_own_mark() -> None:
    assert said_of("paper-filter", roast="light", hurry="yes") == [
        ("against", "in a hurry: a reason against"),
        ("met", "light roast: named for it"),
    ]
    assert said_of("paper-filter", roast="light") == [
        ("met", "light roast: named for it"),
        ("caveat", "unknown, might speak against it: hurry"),
    ]
    assert said_of("paper-filter", roast="light", hurry="no") == [
        ("met", "light roast: named for it")
    ]


def test_what_has_reasons_against_alone_says_that_none_is_met() -> None:
    assert said_of("cork-coaster") == [
        ("", common.NONE_AGAINST),
        ("caveat", "unknown, might speak against it: water"),
    ]
    assert said_of("cork-coaster", water="soft")[0] == ("", common.NONE_AGAINST)
    assert said_of("cork-coaster", water="hard")[0] == (
        "against",
        f"hard water: against not soft{OURS}",
    )
    assert said_of("cold-brew") == [("", common.CONDITION_NOT_ASKED_SAID)]


def test_a_card_says_what_was_found_in_bold_and_what_it_is_named_for() -> None:
    assert bundled_card("surgical-resection", lesions=2) == [
        "2 lesions: named for at most 3 (usually), with a condition not asked here",
        "unknown, might speak against it: deep-seated lesion, general health",
    ]
    assert bundled_card("osimertinib", egfr="mutated") == ["EGFR mutated: named for it"]
    pack = bundled()
    profile = pack.blank_profile.replace({"egfr": "mutated"})
    [reason, _] = card_words(pack, card(pack, profile, "osimertinib")).pieces
    assert [words.text for words in reason.said if words.strong] == ["EGFR mutated"]


def test_a_card_that_is_open_says_what_either_answer_would_mean() -> None:
    [said_so] = bundled_card("checkpoint-inhibitor-conjugated-nanotherapies", egfr="mutated")
    assert said_so == "PD-L1 not tested — if expressed: named; if not: other profiles"


def test_a_line_says_what_would_decide_or_why_it_is_another_profiles() -> None:
    decided = "decided by lesions: at most 3 (usually), with a condition not asked here"
    assert bundled_line("surgical-resection") == decided
    assert bundled_line("osimertinib") == "decided by EGFR: mutated"
    wbrt = "because 2 lesions; named for at least 4 (typically)"
    assert bundled_line("whole-brain-radiotherapy", lesions=2) == wbrt + OURS
    because = "because EGFR wild-type; named for EGFR mutated"
    assert bundled_line("osimertinib", egfr="wild-type") == because


def test_what_decides_is_called_by_its_name_and_not_by_its_unit() -> None:
    """*Lesions* is short for brain lesions; *centimetres* says nothing of a width."""
    pack = bundled()
    assert bundled_line("surgical-resection").startswith("decided by lesions: ")
    fields = tuple(
        f._replace(label="Width", plural="centimetres") if f.id == "lesions" else f
        for f in pack.fields
    )
    wide = replace(pack, fields=fields)
    words = line_words(wide, card(wide, wide.blank_profile, "surgical-resection"))
    assert words.pieces[0].text.startswith("decided by width: ")


def test_nothing_in_a_line_is_in_the_colour_of_the_unknown() -> None:
    for profile in some_profiles():
        for strategy in bundled().strategies:
            words = line_words(bundled(), card(bundled(), profile, strategy.id))
            verdict = card(bundled(), profile, strategy.id).verdict
            if verdict in (Verdict.OPEN, Verdict.NO_MATCH):
                assert {w.tone for piece in words.pieces for w in piece.said} <= {"muted"}
                assert not any(piece.mark for piece in words.pieces)


def test_what_the_profile_does_not_ask_stands_on_no_card() -> None:
    asked = {str(c.value) for c in bundled().criteria if c.test == "outside"}
    assert asked
    printed = [piece.text for words in all_words() for piece in words.pieces]
    assert not [text for text in printed for one in asked if one in text]


def test_an_alternative_begins_with_or() -> None:
    pack = mini_pack()
    first = next(c for c in pack.criteria if c.strategy == "office-urn" and c.field)
    rows = (
        first,
        first._replace(alternative=7, field="roast", test="is", value="dark", hedge=""),
        first._replace(alternative=7, field="water", test="is", value="soft", hedge=""),
    )
    kept = (c for c in pack.criteria if c.strategy != "office-urn")
    two = replace(pack, criteria=(*kept, *rows))
    profile = two.blank_profile.replace({"cups": 14, "roast": "dark", "water": "soft"})
    said = [piece.text for piece in card_words(two, card(two, profile, "office-urn")).pieces]
    begins = [text.startswith("or ") for text in said if "named for" in text]
    assert begins == [False, True, False]


def test_notes_are_counted_on_a_card() -> None:
    pack = bundled()
    noted = {"osimertinib": "2 notes", "liposomes": "1 note", "dendrimers": ""}
    for strategy, notes in noted.items():
        assert card_words(pack, card(pack, pack.blank_profile, strategy)).notes == notes


def some_lines() -> list[CardLine]:
    return [
        line_words(bundled(), card(bundled(), profile, strategy.id), cited=False)
        for profile in some_profiles()
        for strategy in bundled().strategies
    ]


@pytest.mark.parametrize("zoom", [80, 100, 200])
@pytest.mark.parametrize("row", [True, False])
def test_nothing_in_a_line_overlaps_or_leaves_its_width(
    app: QApplication, zoom: int, row: bool
) -> None:
    labels, wrong = label_room(bundled().statuses, zoom), []
    for words in some_lines():
        for width in (260, 300, 350, 500, 900):
            wide = width * zoom // 100
            layout = lay_out_line(words, wide, zoom, labels, row=row)
            room = QRectF(0, 0, wide, layout.height).adjusted(-SLACK, -SLACK, SLACK, SLACK)
            wrong += [(width, t) for t, box in boxes(layout) if not room.contains(box)]
            for (one, box), (other, second) in combinations(boxes(layout), 2):
                shared = box.intersected(second)
                if shared.width() > SLACK and shared.height() > SLACK:
                    wrong.append((width, f"{one} / {other}"))
    assert wrong == []


def test_a_disputed_status_is_marked_in_a_line() -> None:
    pack = bundled()
    for strategy in pack.strategies:
        words = line_words(pack, card(pack, pack.blank_profile, strategy.id), cited=False)
        layout = lay_out_line(words, 350, 100, label_room(pack.statuses, 100), row=True)
        assert len(layout.disputed) == sum(bool(chip.disputed) for chip in words.chips)
