"""The profile panel: built from the pack's fields, whatever they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.ui.controls.choices import CheckBox, Segment
from nanoexplorer.ui.views.strategies.count_bar import CountBar
from nanoexplorer.words import actions as words
from tests.boundary_packs import co_mutations
from tests.controllers import (
    click,
    find,
    let_go,
    open_controller,
    press,
    profile,
    put_away,
    session,
)
from tests.packs import MINI_PACK, copy_of_mini_pack, read_rows, write_rows
from tests.shipped import SHIPPED


@pytest.fixture(params=[*SHIPPED, MINI_PACK], ids=lambda path: path.name)
def either(
    request: pytest.FixtureRequest, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Controller]:
    """The app with a pack that ships, or with the mini pack."""
    opened = open_controller(app, qtbot, tmp_path, request.param)
    yield opened
    put_away(opened)


def unfold(controller: Controller) -> None:
    find(controller, QAbstractButton, "profile.more").setChecked(True)


def test_every_option_of_every_field_is_a_control(either: Controller) -> None:
    unfold(either)
    for field in session(either).pack.fields:
        for option in field.options:
            button = find(either, QAbstractButton, f"profile.{field.id}.{option.id}")
            assert button.text() == option.short_label
            assert button.accessibleName() == option.phrase
            click(either, button.objectName())
            assert option.id in field.parts(profile(either)[field.id])
            assert button.isChecked()


def test_several_at_once_are_held_together_and_each_toggle_is_undone_by_itself(
    either: Controller,
) -> None:
    fields = [field for field in session(either).pack.fields if field.together]
    for field in fields:
        one, other, *_ = field.together
        steps = [profile(either)[field.id]]
        for option in (one, other, field.default, one, other, one):
            click(either, f"profile.{field.id}.{option}")
            steps.append(profile(either)[field.id])
        assert steps[1:] == [one, f"{one}+{other}", field.default, one, f"{one}+{other}", other]
        for before in reversed(steps[:-1]):
            session(either).undo()
            assert profile(either)[field.id] == before
            shown = find(either, QAbstractButton, f"profile.{field.id}.{one}").isChecked()
            assert shown == (one in field.parts(before))


LONG = "Person in want of a very long name, MMMWWW and all"
OPTIONS = {
    "long": [LONG, "a child or an adolescent", "not known to anybody yet"],
    "wide": ["MMMMMM", "WWWWWW", "OOOOOO", "QQQQQQ", "UUUUUU"],
    "narrow": ["ill", "till", "fill", "lit", "jilt", "tilt", "lift", "flit"],
    "usual": ["adult", "child or adolescent", "age not known"],
    "other script": ["不清楚的选择", "未测量", "其他的选择"],
}


def long_pack(folder: Path, labels: list[str]) -> Path:
    """The mini pack, whose profile, fields and options are called otherwise."""
    co_mutations(copy_of_mini_pack(folder))
    manifest = folder / "pack.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(re.sub("(?m)^profile_name = .*", f'profile_name = "{LONG}"', text), "utf-8")
    for file, columns in (
        ("fields.csv", ("label", "tag")),
        ("field_options.csv", ("short_label",)),
    ):
        head, *rows = read_rows(folder / file)
        for number, row in enumerate(rows):
            for column in columns:
                row[head.index(column)] = labels[number % len(labels)]
        write_rows(folder / file, [head, *rows])
    return folder


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("labels", OPTIONS.values(), ids=OPTIONS)
def test_nothing_of_the_panel_is_cut_however_long_its_words_are(
    app: QApplication, qtbot: QtBot, tmp_path: Path, zoom: int, labels: list[str]
) -> None:
    opened = open_controller(app, qtbot, tmp_path, long_pack(tmp_path / "pack", labels), zoom=zoom)
    unfold(opened)
    area = find(opened, QScrollArea, "profile.scroll")
    area.window().resize(1440, 900)
    QApplication.processEvents()
    room = area.viewport().width()
    inside = area.widget()
    assert inside is not None
    for part in inside.findChildren(QWidget):
        if part.isVisible():
            assert part.mapTo(inside, part.rect().bottomRight()).x() < room, part.objectName()
    for segment in (*inside.findChildren(Segment), *inside.findChildren(CheckBox)):
        assert segment.width() >= segment.sizeHint().width(), segment.text()
    title = find(opened, QLabel, "profile.title")
    assert title.text() == LONG
    put_away(opened)


def test_a_field_is_named_and_explained(either: Controller) -> None:
    labels = find(either, QWidget, "profile.fields").findChildren(QLabel)
    shown = {label.text(): label.toolTip() for label in labels}
    for field in session(either).pack.fields:
        assert shown[field.label] == plain_tip(field.help)


def test_the_totals_count_every_strategy_once(either: Controller) -> None:
    counts = find(either, CountBar, "strategies.totals").counts()
    assert [count.verdict for count in counts] == [v for v in Verdict if v != "against"]
    assert sum(int(count.number) for count in counts) == len(session(either).pack.strategies)


def test_all_is_unknown_at_the_first_start(controller: Controller) -> None:
    assert session(controller).profile == session(controller).pack.blank_profile
    for field in session(controller).pack.fields:
        assert find(controller, QAbstractButton, f"profile.{field.id}.{field.default}").isChecked()


def test_arrow_keys_choose_an_option(controller: Controller) -> None:
    click(controller, "profile.egfr.mutated")
    press(find(controller, QWidget, "profile.egfr.mutated"), Qt.Key.Key_Right)
    assert profile(controller)["egfr"] == "wild-type"
    press(find(controller, QWidget, "profile.egfr.wild-type"), Qt.Key.Key_Left)
    assert profile(controller)["egfr"] == "mutated"


def number(controller: Controller) -> QSpinBox:
    return find(controller, QSpinBox, "profile.lesions.number")


def test_a_count_can_be_stepped_from_unknown_and_back(controller: Controller) -> None:
    assert number(controller).text() == words.NO_NUMBER
    assert not find(controller, QAbstractButton, "profile.lesions.fewer").isEnabled()
    seen = []
    for step in ("more", "more", "fewer", "unknown", "more"):
        click(controller, f"profile.lesions.{step}")
        seen.append(profile(controller)["lesions"])
    assert seen == [1, 2, 1, "unknown", 1]
    assert not find(controller, QAbstractButton, "profile.lesions.unknown").isChecked()


def test_a_count_can_be_typed(controller: Controller) -> None:
    number(controller).setFocus()
    QTest.keyClicks(number(controller), "12")
    assert profile(controller)["lesions"] == 12
    press(number(controller), Qt.Key.Key_Up)
    assert profile(controller)["lesions"] == 13


def test_a_count_stays_within_its_limits(controller: Controller) -> None:
    session(controller).edit_profile("lesions", 999)
    assert not find(controller, QAbstractButton, "profile.lesions.more").isEnabled()
    press(number(controller), Qt.Key.Key_Up)
    assert profile(controller)["lesions"] == 999
    session(controller).edit_profile("lesions", 1)
    assert not find(controller, QAbstractButton, "profile.lesions.fewer").isEnabled()


@pytest.mark.parametrize("typed", ["0", "-3", "x", "1000", "99999"])
def test_what_is_no_count_is_not_taken(controller: Controller, typed: str) -> None:
    session(controller).edit_profile("lesions", 5)
    number(controller).setFocus()
    number(controller).selectAll()
    QTest.keyClicks(number(controller), typed)
    assert profile(controller)["lesions"] == 5 or 1 <= int(profile(controller)["lesions"]) <= 999


def wheel_down(widget: QWidget) -> None:
    """Turn the wheel over a widget by one notch."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def count_at(controller: Controller, value: object) -> QSpinBox:
    """The count with the keyboard on it, its profile having this value."""
    session(controller).edit_profile("lesions", value)  # type: ignore[arg-type]
    number(controller).setFocus()
    return number(controller)


@pytest.mark.parametrize("start", [1, 3])
def test_a_count_that_is_stepped_down_stops_at_the_least(
    controller: Controller, start: int
) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, None):
        field = count_at(controller, start)
        for _ in range(3):
            press(field, key) if key else wheel_down(field)
        assert (field.text(), profile(controller)["lesions"]) == ("1", 1)
        press(field, Qt.Key.Key_Tab)
        assert (field.text(), profile(controller)["lesions"]) == ("1", 1)


def test_no_step_leads_out_of_unknown_but_up_to_the_least(controller: Controller) -> None:
    field = count_at(controller, "unknown")
    press(field, Qt.Key.Key_Down)
    wheel_down(field)
    press(field, Qt.Key.Key_PageDown)
    assert (field.text(), profile(controller)["lesions"]) == (words.NO_NUMBER, "unknown")
    press(field, Qt.Key.Key_PageUp)
    assert (field.text(), profile(controller)["lesions"]) == ("1", 1)


@pytest.mark.parametrize("typed", ["0", "00", "", words.NO_NUMBER])
@pytest.mark.parametrize(("start", "shown"), [(5, "5"), (1, "1"), ("unknown", words.NO_NUMBER)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_after_typing_no_count_the_field_shows_the_profile_again(
    controller: Controller, typed: str, start: object, shown: str, key: Qt.Key
) -> None:
    field = count_at(controller, start)
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    field.lineEdit().insert(typed)
    press(field, key)
    assert (field.text(), profile(controller)["lesions"]) == (shown, start)
    unknown = find(controller, QAbstractButton, "profile.lesions.unknown")
    assert unknown.isChecked() == (start == "unknown")


def test_the_folded_fields_unfold_and_fold(controller: Controller) -> None:
    folded = find(controller, QWidget, "profile.folded")
    assert not folded.isVisible()
    click(controller, "profile.more")
    assert folded.isVisible()
    click(controller, "profile.deep-seated.yes")
    assert profile(controller)["deep-seated"] == "yes"
    click(controller, "profile.more")
    assert not folded.isVisible()


def test_a_known_value_of_a_folded_field_unfolds_it(controller: Controller) -> None:
    session(controller).edit_profile("general-health", "poor")
    assert find(controller, QWidget, "profile.folded").isVisible()


def test_a_chosen_case_is_the_profile_and_says_what_it_teaches(controller: Controller) -> None:
    box = find(controller, QComboBox, "profile.cases")
    case_objective = find(controller, QWidget, "profile.case_objective")
    session(controller).edit_profile("lesions", 17)
    assert not case_objective.isVisible()
    for case in session(controller).pack.cases:
        box.setCurrentIndex(box.findData(case.id))
        box.activated.emit(box.currentIndex())
        let_go()
        assert session(controller).profile == case.profile
        assert find(controller, QLabel, "profile.objective").text() == case.objective
        point = find(controller, QLabel, "profile.teaching_point")
        assert not point.isVisible()  # there is time to think first
        click(controller, "profile.show_teaching_point")
        assert point.isVisible()
        assert point.text() == case.teaching_point
    session(controller).edit_profile("lesions", 17)
    assert box.currentData() == ""
    assert not case_objective.isVisible()


def test_a_case_is_recognised_however_its_profile_was_set(controller: Controller) -> None:
    case = session(controller).pack.cases[0]
    session(controller).change_profile(case.profile.as_dict())
    assert find(controller, QComboBox, "profile.cases").currentData() == case.id


def test_a_note_on_the_profile_is_shown_for_it_alone(mini_controller: Controller) -> None:
    notes = find(mini_controller, QLabel, "profile.notes")
    assert not notes.isVisible()
    session(mini_controller).change_profile({"roast": "dark", "water": "soft"})
    assert notes.isVisible()
    assert notes.text() == "Dark roast and soft water are seldom seen together."
    session(mini_controller).edit_profile("water", "hard")
    assert not notes.isVisible()


def test_reset_goes_back_to_unknown(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated", "lesions": 3})
    click(controller, "profile.reset")
    assert session(controller).profile == session(controller).pack.blank_profile


def test_no_option_is_wider_than_the_panel(either: Controller) -> None:
    unfold(either)
    QApplication.processEvents()
    panel = find(either, QWidget, "profile")
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible():
            right = button.mapTo(panel, button.rect().topRight()).x()
            assert right <= panel.width(), button.objectName()
