"""The table of looks: every verdict, outcome and change has a mark of its own that can be drawn."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from nanoexplorer.core.decision_table import Change, Outcome, Verdict
from nanoexplorer.core.evidence import GLYPHS
from nanoexplorer.drawing import looks
from nanoexplorer.drawing.palette import ROLES
from nanoexplorer.drawing.shapes import SHAPES, shape_of
from nanoexplorer.words import barrier as barrier_words


@pytest.mark.parametrize("table", [looks.SIGN, looks.CHANGE])
def test_every_look_can_be_drawn(table: Mapping[str, looks.Look]) -> None:
    assert {look.mark for look in table.values()} <= set(SHAPES)
    assert {look.bare for look in table.values()} <= set(SHAPES)
    assert {look.role for look in table.values()} <= set(ROLES)
    assert {role for cell in looks.CELL.values() for role in cell} <= set(ROLES)


def test_nothing_that_has_a_look_is_left_out() -> None:
    assert list(looks.VERDICT) == list(looks.CELL) == list(Verdict)
    assert set(looks.OUTCOME) == set(Outcome) - {Outcome.OUTSIDE}
    assert set(looks.CHANGE) == set(Change)


def test_verdicts_are_told_apart_by_their_shape_with_and_without_a_ring() -> None:
    assert len({look.mark for look in looks.VERDICT.values()}) == len(Verdict)
    assert len({look.bare for look in looks.VERDICT.values()}) == len(Verdict)


def test_a_word_that_is_verdict_and_outcome_has_one_look() -> None:
    for both in {*looks.VERDICT} & {*looks.OUTCOME}:
        assert looks.VERDICT[both] == looks.OUTCOME[both]


def test_the_legend_of_the_barrier_explains_every_verdict() -> None:
    assert list(barrier_words.LEGEND)[: len(Verdict)] == list(Verdict)


def test_a_hollow_status_never_looks_like_another_one() -> None:
    outlines = [SHAPES[glyph] for glyph in GLYPHS] + [
        shape_of(glyph, hollow=True) for glyph in GLYPHS if not looks.is_line(glyph)
    ]
    assert len({*outlines}) == len(outlines)
    dashed = [g for g in GLYPHS if looks.status_look(g, filled=False, hollow=True).dashed]
    assert dashed == [looks.NOT_STATED]


def test_a_status_beside_a_less_advanced_one_has_an_empty_frame_and_a_full_sign() -> None:
    assert looks.status_look("disc", filled=False, hollow=False) == (False, True, False)
    assert looks.status_look("disc", filled=False, hollow=True) == (False, True, True)
