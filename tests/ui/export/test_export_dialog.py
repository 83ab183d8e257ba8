"""The dialog that asks what is to leave the app."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.render.kinds import HANDOUTS, KINDS
from nanoexplorer.ui.export.choices import Choices, choices_from
from nanoexplorer.ui.export.dialog import ExportDialog
from nanoexplorer.views import NAMES
from nanoexplorer.words import export as words
from tests.packs import mini_pack


def screen_of(selection: str = "moka-pot", second: bool = True) -> Screen:
    pack = mini_pack()
    profile = pack.blank_profile
    return resolve(Intent(profile, profile if second else None, selection), pack)


@pytest.fixture
def dialog(app: object, qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(screen_of(), "evidence-map", Choices())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: ExportDialog, name: str, id_: str) -> None:
    box = dialog.findChild(QComboBox, f"export.{name}")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(id_))


def shown(dialog: ExportDialog, name: str) -> str:
    box = dialog.findChild(QComboBox, f"export.{name}")
    assert isinstance(box, QComboBox)
    return str(box.currentData())


def enabled(dialog: ExportDialog) -> set[str]:
    controls = {"view": dialog.view, "size": dialog.size_box, "own": dialog.own}
    controls |= {field: dialog.boxes[field] for field in ("dpi", "theme", "separator")}
    return {name for name, control in controls.items() if control.isEnabled()}


def test_it_begins_with_the_view_on_screen_and_the_choices_of_the_last_time(
    app: object, qtbot: QtBot
) -> None:
    last = Choices("svg", "3840x2160", "", "300", "dark")
    dialog = ExportDialog(screen_of(), "topics", last)
    qtbot.addWidget(dialog)
    assert shown(dialog, "view") == "topics"
    assert dialog.chosen == last


def test_every_view_and_every_kind_is_offered(dialog: ExportDialog) -> None:
    views = [dialog.view.itemData(n) for n in range(dialog.view.count())]
    kinds = [dialog.kind.itemData(n) for n in range(dialog.kind.count())]
    assert views == list(NAMES)
    assert kinds == [kind.name for kind in KINDS]


def test_the_card_names_its_strategy_and_wants_one(app: object, qtbot: QtBot) -> None:
    dialog = ExportDialog(screen_of(), "strategies", Choices())
    qtbot.addWidget(dialog)
    name = mini_pack().strategy["moka-pot"].name
    assert name in dialog.view.itemText(dialog.view.findData("card"))
    bare = ExportDialog(screen_of(selection=""), "card", Choices())
    qtbot.addWidget(bare)
    assert shown(bare, "view") == "strategies"


def test_compare_wants_a_second_profile(app: object, qtbot: QtBot) -> None:
    dialog = ExportDialog(screen_of(second=False), "compare", Choices())
    qtbot.addWidget(dialog)
    assert shown(dialog, "view") == "strategies"
    text = dialog.view.itemText(dialog.view.findData("compare"))
    assert text == words.VIEW_COMPARE_NONE


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_only_what_a_kind_heeds_is_enabled(kind: object, dialog: ExportDialog) -> None:
    found = next(one for one in KINDS if one is kind)
    choose(dialog, "kind", found.name)
    about = set() if found.name in HANDOUTS else {"view"}
    assert enabled(dialog) == about | (found.takes & {"size", "dpi", "theme", "separator"})


def test_a_drawing_has_no_second_sharpness(dialog: ExportDialog) -> None:
    choose(dialog, "size", "2x")
    choose(dialog, "kind", "svg")
    assert shown(dialog, "size") == "1x"


def test_a_size_of_ones_own_is_looked_at(dialog: ExportDialog) -> None:
    choose(dialog, "size", "own")
    assert dialog.own.isEnabled()
    assert not dialog.save.isEnabled()
    dialog.own.setText("12x12")
    assert "12x12" in dialog.said.text()
    assert not dialog.save.isEnabled()
    dialog.own.setText("2560 × 1440")
    assert dialog.said.text() == ""
    assert dialog.save.isEnabled()
    assert dialog.chosen.px == (2560, 1440)


def test_saving_is_requested(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.requested) as caught:
        dialog.save.click()
    assert caught.args == ["evidence-map", dialog.chosen]


def test_a_handout_is_of_the_strategies_whatever_is_on_screen(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    choose(dialog, "kind", "handout")
    with qtbot.waitSignal(dialog.requested) as caught:
        dialog.save.click()
    assert caught.args[0] == "strategies"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_only_a_handout_can_be_whole(kind: object, dialog: ExportDialog) -> None:
    found = next(one for one in KINDS if one is kind)
    choose(dialog, "kind", found.name)
    assert dialog.ticks["whole"].isEnabled() == (found.name in HANDOUTS)
    dialog.ticks["whole"].setChecked(True)
    assert dialog.chosen.whole == "yes"


def test_nothing_moves_when_a_size_is_wrong(dialog: ExportDialog) -> None:
    choose(dialog, "size", "own")
    before = dialog.save.geometry()
    dialog.own.setText("1x1")
    QApplication.processEvents()
    assert dialog.save.geometry() == before


def test_every_control_has_a_name_for_a_screen_reader(dialog: ExportDialog) -> None:
    controls = [*dialog.findChildren(QComboBox), dialog.findChild(QLineEdit, "export.own")]
    assert all(control.accessibleName() for control in controls if control is not None)
    assert all(button.text() for button in dialog.findChildren(QAbstractButton))


@pytest.mark.parametrize(
    "text",
    ["", "png", "exe;1x;;96;window", "png;9x;;96;window", "png;1x;;97;window", "png;1x;;96;pink"],
)
def test_choices_that_cannot_be_read_are_those_of_the_first_time(text: str) -> None:
    assert choices_from(text) == Choices()


def test_only_what_depends_on_the_profile_can_be_asked_for(app: object, qtbot: QtBot) -> None:
    dialog = ExportDialog(screen_of(), "strategies", Choices(only_dependent="yes"))
    qtbot.addWidget(dialog)
    assert dialog.ticks["only_dependent"].isChecked()
    assert not dialog.ticks["in_full"].isEnabled()
    dialog.ticks["only_dependent"].setChecked(False)
    assert dialog.ticks["in_full"].isEnabled()
    dialog.ticks["in_full"].setChecked(True)
    assert (dialog.chosen.only_dependent, dialog.chosen.in_full) == ("", "yes")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_independent_is_asked_about_where_it_stands(
    kind: object, app: object, qtbot: QtBot
) -> None:
    found = next(one for one in KINDS if one is kind)
    for view in ("strategies", "topics"):
        dialog = ExportDialog(screen_of(), view, Choices())
        qtbot.addWidget(dialog)
        choose(dialog, "kind", found.name)
        listed = view == "strategies" or found.name.startswith("handout")
        only = listed and "only-dependent" in found.takes
        assert dialog.ticks["only_dependent"].isEnabled() == only
        assert dialog.ticks["in_full"].isEnabled() == (listed and "in-full" in found.takes)


def test_choices_are_remembered_as_text() -> None:
    chosen = Choices("pdf", "own", "800x600", "150", "dark", "tab", "yes", "", "yes")
    assert choices_from(chosen.text) == chosen
