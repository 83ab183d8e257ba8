"""Controls of ours: what opens or folds says its words in full, or in a tip."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyleOptionButton, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.controls.buttons import UnfoldButton
from nanoexplorer.ui.controls.choices import ChoiceBox, Segments

LONG = "The blood–brain barrier and everything that is said of ways past it"


def test_an_opened_choice_is_as_wide_as_its_words(app: QApplication, qtbot: QtBot) -> None:
    box = ChoiceBox({}, "box")
    qtbot.addWidget(box)
    box.addItems(["short", LONG])
    box.setFixedWidth(90)
    box.make_room()
    assert box.view().minimumWidth() >= box.view().sizeHintForColumn(0) > 90
    assert box.width() == 90


def test_a_fold_that_is_squeezed_ends_in_an_ellipsis(app: QApplication, qtbot: QtBot) -> None:
    fold = UnfoldButton(LONG, "unfold", 100)
    qtbot.addWidget(fold)
    option = QStyleOptionButton()
    for width, words in ((fold.sizeHint().width() + 40, LONG), (120, LONG[:5])):
        fold.resize(width, 30)
        fold.initStyleOption(option)
        assert option.text.startswith(words)
        assert option.text.endswith("…") == (width == 120)
    assert fold.text() == LONG
    assert fold.minimumSizeHint().width() < 120


def test_a_squeezed_choice_ends_in_an_ellipsis(app: QApplication, qtbot: QtBot) -> None:
    box = ChoiceBox({}, "box")
    qtbot.addWidget(box)
    box.addItem(LONG)
    option = QStyleOptionComboBox()
    for width, shown in ((box.fontMetrics().horizontalAdvance(LONG) + 60, LONG), (150, "The")):
        box.resize(width, 30)
        box.initStyleOption(option)
        assert option.currentText.startswith(shown)
        assert option.currentText.endswith("…") == (width == 150)
    assert box.currentText() == LONG


def test_segments_say_what_somebody_turns_to_and_not_what_they_are_told(
    app: QApplication, qtbot: QtBot
) -> None:
    made = Segments([(f"one.{name}", name, "") for name in ("list", "picture", "table")])
    qtbot.addWidget(made)
    turned: list[int] = []
    made.turned.connect(turned.append)
    made.choose(1)
    assert (made.chosen, turned) == (1, [])
    made.segments[2].click()
    made.segments[2].click()
    assert (made.chosen, turned) == (2, [2])
    assert made.segments[0].objectName() == "one.list"
