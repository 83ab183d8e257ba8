"""The control of a field that can have several values at once: by click, by key, as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nanoexplorer.core.profile import Field, Value
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.ui.profile.panel import field_control
from nanoexplorer.ui.profile.several import SeveralControl
from tests.boundary_packs import boundary_pack


@pytest.fixture(scope="module")
def genes(tmp_path_factory: pytest.TempPathFactory) -> Field:
    folder: Path = tmp_path_factory.mktemp("packs") / "pack"
    return load_pack(boundary_pack(folder, "co-mutations")).field["genes"]


def shown(qtbot: QtBot, field: Field, value: Value) -> tuple[SeveralControl, list[Value]]:
    """A control that shows what it is told to and what it edits, as in the profile panel."""
    control = field_control(field, 100)
    assert isinstance(control, SeveralControl)
    qtbot.addWidget(control)
    edits: list[Value] = []
    control.edited.connect(edits.append)
    control.edited.connect(control.show_value)
    control.show_value(value)
    control.show()
    qtbot.waitExposed(control)
    return control, edits


def checked(control: SeveralControl) -> set[str]:
    return {option for option, button in control.options.items() if button.isChecked()}


def test_clicks_take_options_in_and_out_and_what_stands_alone_clears_the_others(
    qtbot: QtBot, genes: Field
) -> None:
    control, edits = shown(qtbot, genes, "not-tested")
    for option in ("tp53", "egfr", "tp53", "none", "kras", "kras", "not-tested"):
        control.options[option].click()
        assert checked(control) == set(genes.parts(edits[-1]))
    expected = ["tp53", "egfr+tp53", "egfr", "none", "kras", "not-tested", "not-tested"]
    assert edits == expected


def test_space_toggles_and_every_option_has_the_keyboard(qtbot: QtBot, genes: Field) -> None:
    control, edits = shown(qtbot, genes, "kras")
    control.options["abl"].setFocus()
    for button in control.options.values():
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(control.options["tp53"], Qt.Key.Key_Space)
    QTest.keyClick(control.options["kras"], Qt.Key.Key_Space)
    assert edits == ["kras+tp53", "tp53"]


def test_to_show_a_value_is_no_edit(qtbot: QtBot, genes: Field) -> None:
    control, edits = shown(qtbot, genes, "kras")
    for value in ("egfr+tp53", "none", "not-tested", "kras+egfr+tp53"):
        control.show_value(value)
        assert checked(control) == set(value.split("+"))
    assert edits == []


def test_a_screen_reader_meets_check_boxes_with_the_words_of_the_pack(
    qtbot: QtBot, genes: Field
) -> None:
    control, _ = shown(qtbot, genes, "kras")
    for option in genes.options:
        button = control.options[option.id]
        read = QAccessible.queryAccessibleInterface(button)
        assert read.role() == QAccessible.Role.CheckBox
        assert read.text(QAccessible.Text.Name) == option.phrase
        assert bool(read.state().checked) == (option.id == "kras")
