"""The controls of a profile's fields: numbers that are typed and stepped, decimals among them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from nanoexplorer.core.profile import Field, Option, Value
from nanoexplorer.ui.profile.fields import (
    ROOM,
    ChoiceControl,
    NumberControl,
    fitting,
    rows_of,
    wide,
)
from nanoexplorer.words import actions as words
from tests.packs import mini_pack

CUPS = mini_pack().field["cups"]
DEPTH = CUPS._replace(kind="decimal", minimum=0, maximum=2, step=0.05, unit="m")


def shown(qtbot: QtBot, field: Field) -> tuple[NumberControl, list[Value]]:
    """A control that shows what it is told to and what it edits, as in the profile panel."""
    control = NumberControl(field, 100)
    qtbot.addWidget(control)
    edits: list[Value] = []
    control.edited.connect(edits.append)
    control.edited.connect(control.show_value)
    control.show_value("unknown")
    control.show()
    qtbot.waitExposed(control)
    return control, edits


WATER = mini_pack().field["water"]


def options(*labels: str) -> tuple[Option, ...]:
    first = WATER.options[0]
    return tuple(
        first._replace(id=f"o-{n}", label=text, short_label=text) for n, text in enumerate(labels)
    )


@pytest.mark.parametrize(
    "labels",
    [
        ("mutated", "wild-type", "unclear", "untested"),
        ("exon 19", "L858R", "exon 20", "another", "none", "unclear", "untested"),
        ("a rather long answer", "one that is longer still", "unknown"),
        ("o" * 60, "unknown"),
    ],
)
def test_options_that_have_no_room_in_one_row_stand_in_several(
    qtbot: QtBot, labels: tuple[str, ...]
) -> None:
    rows = rows_of(options(*labels))
    assert [one.short_label for line in rows for one in line] == list(labels)
    fits = [sum(wide(fitting(one.short_label)) for one in line) <= ROOM for line in rows]
    assert all(fit or len(line) == 1 for fit, line in zip(fits, rows, strict=True))
    assert len(rows) > 1 or labels[0] == "mutated"
    control = ChoiceControl(WATER._replace(options=options(*labels)))
    qtbot.addWidget(control)
    edits: list[Value] = []
    control.edited.connect(edits.append)
    for button in control.findChildren(QAbstractButton):
        button.click()
    assert sorted(map(str, edits)) == [f"o-{n}" for n in range(len(labels))]


def typed(control: NumberControl, text: str) -> str:
    """What stands in the box after somebody has typed into it."""
    control.number.selectAll()
    QTest.keyClicks(control.number, text)
    return control.number.text()


@pytest.mark.parametrize(("text", "number"), [("0.8", 0.8), ("1,25", 1.25), ("2", 2.0)])
def test_a_decimal_can_be_typed_sign_by_sign(qtbot: QtBot, text: str, number: float) -> None:
    control, edits = shown(qtbot, DEPTH)
    assert typed(control, text) == text
    assert edits[-1] == number


def test_a_decimal_may_be_pasted_in_any_digits(qtbot: QtBot) -> None:
    control, edits = shown(qtbot, DEPTH)
    control.number.selectAll()
    control.number.lineEdit().insert("٠.٨")
    assert edits == [0.8]


def test_a_decimal_is_written_out_once_it_is_typed(qtbot: QtBot) -> None:
    control, edits = shown(qtbot, DEPTH)
    typed(control, "0.8")
    QTest.keyClick(control.number, Qt.Key.Key_Return)
    assert control.number.text() == "0.80"
    assert edits[-1] == 0.8


@pytest.mark.parametrize("text", ["0.83", "3", "0.8.1", "x", "-1"])
def test_what_is_none_of_its_steps_is_not_taken(qtbot: QtBot, text: str) -> None:
    control, edits = shown(qtbot, DEPTH)
    typed(control, text)
    assert all(DEPTH.parse(str(value)) == value for value in edits)


@pytest.mark.parametrize(("field", "numbers"), [(CUPS, [1, 2, 1]), (DEPTH, [0, 0.05, 0])])
def test_numbers_are_stepped_from_unknown_on(
    qtbot: QtBot, field: Field, numbers: list[Value]
) -> None:
    control, edits = shown(qtbot, field)
    assert control.number.text() == words.NO_NUMBER
    for button in (control.more, control.more, control.fewer):
        button.click()
    assert edits == numbers
    assert not control.fewer.isEnabled()
