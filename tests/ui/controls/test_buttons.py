"""Parts of a form can be found, are heard, and do what they are for; a layout is told as a list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.base.widgets import STRETCH, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox


def test_a_button_does_what_it_is_for(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = form_button(
        "Go", "form.go", spoken="Go there", primary=True, does=lambda: pressed.append("")
    )
    qtbot.addWidget(made)
    made.click()
    assert pressed
    assert (made.objectName(), made.accessibleName()) == ("form.go", "Go there")
    assert made.isDefault()


def test_texts_stand_for_what_is_chosen(qtbot: QtBot) -> None:
    texts = {1: "One", 2: "A very long text"}
    made = ChoiceBox(texts, "form.number", spoken="Number")
    narrow = ChoiceBox(texts, "form.number", letters=3)
    for box in (made, narrow):
        qtbot.addWidget(box)
    made.setCurrentIndex(1)
    assert made.currentData() == 2
    assert made.accessibleName() == "Number"
    assert narrow.sizeHint().width() < made.sizeHint().width()


def test_a_layout_holds_its_parts_in_order(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    tick, text, inner = CheckBox("So", "form.so"), label("Text"), row()
    lines = put(row(whole), tick, (text, 2), inner, STRETCH)
    assert [lines.indexOf(part) for part in (tick, text, inner)] == [0, 1, 2]
    assert [lines.stretch(place) for place in range(lines.count())] == [0, 2, 0, 1]
