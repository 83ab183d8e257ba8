"""Numbers in words: counts with what is counted, decimals with their field and unit."""

from __future__ import annotations

import pytest

from nanoexplorer.core.evidence import Condition, Test
from nanoexplorer.core.explaining import Stretch
from nanoexplorer.core.profile_space import Slot
from nanoexplorer.words import common
from nanoexplorer.words.commands import allowed_values
from nanoexplorer.words.decision_map import slot_label, slot_phrase
from tests.packs import mini_pack

CUPS = mini_pack().field["cups"]
DEPTH = CUPS._replace(
    label="Depth", kind="decimal", minimum=0, maximum=2000, step=0.05, unit="m", plural=""
)


def test_a_decimal_is_said_with_its_field_and_its_unit() -> None:
    assert common.value_phrase(DEPTH, 0.8) == "Depth 0.80 m"
    assert common.value_beside(DEPTH, 1234.5) == f"1{common.THOUSANDS}234.50 m"
    assert common.value_beside(DEPTH._replace(unit=""), 0.8) == "0.80"
    assert common.value_phrase(CUPS, 2) == "2 cups"


@pytest.mark.parametrize(
    ("test", "cups", "depth"),
    [
        ("at-most", "at most 3 cups", "Depth at most 3.00 m"),
        ("below", "below 3 cups", "Depth below 3.00 m"),
        ("above", "above 3 cups", "Depth above 3.00 m"),
        ("is-not", "not 3 cups", "Depth not 3.00 m"),
    ],
)
def test_a_condition_on_numbers_reads_as_a_phrase(test: Test, cups: str, depth: str) -> None:
    assert common.condition_phrase(CUPS, Condition("cups", test, 3)) == cups
    assert common.condition_phrase(DEPTH, Condition("cups", test, 3)) == depth


def test_stretches_beside_their_field_have_the_unit_once_each() -> None:
    stretches = (Stretch(0.5, 0.75), Stretch(0.9, 0.9), Stretch(1.3, None), "unknown")
    unknown = DEPTH.options[-1].label
    said = f"0.50–0.75 m, 0.90 m, 1.30 m or more or {unknown}"
    assert common.values_beside(DEPTH, stretches) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(0, 0.75, "< 0.80 m"), (0.8, 1.25, "0.80–1.25 m"), (1.3, None, "≥ 1.30 m")],
)
def test_a_place_on_an_axis_is_a_range(first: float, last: float | None, said: str) -> None:
    slot = Slot("cups", first, last, True)
    assert slot_label(DEPTH, slot) == said
    assert slot_phrase(DEPTH, slot) == f"Depth {said}"


def test_a_decimal_that_nothing_tells_apart_is_its_whole_range() -> None:
    assert slot_label(DEPTH._replace(maximum=2), Slot("cups", 0, None, True)) == "0.00–2.00 m"


def test_the_command_line_says_the_steps() -> None:
    assert allowed_values(DEPTH).startswith("a number from 0.00 to 2000.00 in steps of 0.05, ")
