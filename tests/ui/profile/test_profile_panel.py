"""The profile panel: built from the pack's fields, whatever they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QSpinBox, QWidget

from nanoexplorer.app.controller import Desk
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.ui.base.widgets import plain_tip
from nanoexplorer.words import actions as words
from tests.desks import click, find, let_go, press, profile, session


@pytest.fixture(params=["desk", "mini_desk"])
def either(request: pytest.FixtureRequest) -> Desk:
    found: Desk = request.getfixturevalue(request.param)
    return found


def unfold(desk: Desk) -> None:
    find(desk, QAbstractButton, "profile.more").setChecked(True)


def test_every_option_of_every_field_is_a_control(either: Desk) -> None:
    unfold(either)
    for field in session(either).pack.fields:
        for option in field.options:
            button = find(either, QAbstractButton, f"profile.{field.id}.{option.id}")
            assert button.text() == option.short_label
            assert button.accessibleName() == option.phrase
            click(either, button.objectName())
            assert profile(either)[field.id] == option.id
            assert button.isChecked()


def test_a_field_is_named_and_explained(either: Desk) -> None:
    labels = find(either, QWidget, "profile.fields").findChildren(QLabel)
    shown = {label.text(): label.toolTip() for label in labels}
    for field in session(either).pack.fields:
        assert shown[field.label] == plain_tip(field.help)


def test_the_totals_count_every_strategy_once(either: Desk) -> None:
    foot = find(either, QWidget, "profile.foot").findChildren(QLabel)
    numbers = [int(label.text()) for label in foot if label.text().isdigit()]
    assert len(numbers) == len(Verdict)
    assert sum(numbers) == len(session(either).pack.strategies)


def test_all_is_unknown_at_the_first_start(desk: Desk) -> None:
    assert session(desk).profile == session(desk).pack.blank_profile
    for field in session(desk).pack.fields:
        assert find(desk, QAbstractButton, f"profile.{field.id}.{field.default}").isChecked()


def test_arrow_keys_choose_an_option(desk: Desk) -> None:
    click(desk, "profile.egfr.mutated")
    press(find(desk, QWidget, "profile.egfr.mutated"), Qt.Key.Key_Right)
    assert profile(desk)["egfr"] == "wild-type"
    press(find(desk, QWidget, "profile.egfr.wild-type"), Qt.Key.Key_Left)
    assert profile(desk)["egfr"] == "mutated"


def number(desk: Desk) -> QSpinBox:
    return find(desk, QSpinBox, "profile.lesions.number")


def test_a_count_can_be_stepped_from_unknown_and_back(desk: Desk) -> None:
    assert number(desk).text() == words.NO_NUMBER
    assert not find(desk, QAbstractButton, "profile.lesions.fewer").isEnabled()
    seen = []
    for step in ("more", "more", "fewer", "unknown", "more"):
        click(desk, f"profile.lesions.{step}")
        seen.append(profile(desk)["lesions"])
    assert seen == [1, 2, 1, "unknown", 1]
    assert not find(desk, QAbstractButton, "profile.lesions.unknown").isChecked()


def test_a_count_can_be_typed(desk: Desk) -> None:
    number(desk).setFocus()
    QTest.keyClicks(number(desk), "12")
    assert profile(desk)["lesions"] == 12
    press(number(desk), Qt.Key.Key_Up)
    assert profile(desk)["lesions"] == 13


def test_a_count_stays_within_its_limits(desk: Desk) -> None:
    session(desk).edit_profile("lesions", 999)
    assert not find(desk, QAbstractButton, "profile.lesions.more").isEnabled()
    press(number(desk), Qt.Key.Key_Up)
    assert profile(desk)["lesions"] == 999
    session(desk).edit_profile("lesions", 1)
    assert not find(desk, QAbstractButton, "profile.lesions.fewer").isEnabled()


@pytest.mark.parametrize("typed", ["0", "-3", "x", "1000", "99999"])
def test_what_is_no_count_is_not_taken(desk: Desk, typed: str) -> None:
    session(desk).edit_profile("lesions", 5)
    number(desk).setFocus()
    number(desk).selectAll()
    QTest.keyClicks(number(desk), typed)
    assert profile(desk)["lesions"] == 5 or 1 <= int(profile(desk)["lesions"]) <= 999


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


def count_at(desk: Desk, value: object) -> QSpinBox:
    """The count with the keyboard on it, its profile having this value."""
    session(desk).edit_profile("lesions", value)  # type: ignore[arg-type]
    number(desk).setFocus()
    return number(desk)


@pytest.mark.parametrize("start", [1, 3])
def test_a_count_that_is_stepped_down_stops_at_the_least(desk: Desk, start: int) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, None):
        field = count_at(desk, start)
        for _ in range(3):
            press(field, key) if key else wheel_down(field)
        assert (field.text(), profile(desk)["lesions"]) == ("1", 1)
        press(field, Qt.Key.Key_Tab)
        assert (field.text(), profile(desk)["lesions"]) == ("1", 1)


def test_no_step_leads_out_of_unknown_but_up_to_the_least(desk: Desk) -> None:
    field = count_at(desk, "unknown")
    press(field, Qt.Key.Key_Down)
    wheel_down(field)
    press(field, Qt.Key.Key_PageDown)
    assert (field.text(), profile(desk)["lesions"]) == (words.NO_NUMBER, "unknown")
    press(field, Qt.Key.Key_PageUp)
    assert (field.text(), profile(desk)["lesions"]) == ("1", 1)


@pytest.mark.parametrize("typed", ["0", "00", "", words.NO_NUMBER])
@pytest.mark.parametrize(("start", "shown"), [(5, "5"), (1, "1"), ("unknown", words.NO_NUMBER)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_after_typing_no_count_the_field_shows_the_profile_again(
    desk: Desk, typed: str, start: object, shown: str, key: Qt.Key
) -> None:
    field = count_at(desk, start)
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    field.lineEdit().insert(typed)
    press(field, key)
    assert (field.text(), profile(desk)["lesions"]) == (shown, start)
    unknown = find(desk, QAbstractButton, "profile.lesions.unknown")
    assert unknown.isChecked() == (start == "unknown")


def test_the_folded_fields_unfold_and_fold(desk: Desk) -> None:
    folded = find(desk, QWidget, "profile.folded")
    assert not folded.isVisible()
    click(desk, "profile.more")
    assert folded.isVisible()
    click(desk, "profile.deep-seated.yes")
    assert profile(desk)["deep-seated"] == "yes"
    click(desk, "profile.more")
    assert not folded.isVisible()


def test_a_known_value_of_a_folded_field_unfolds_it(desk: Desk) -> None:
    session(desk).edit_profile("general-health", "poor")
    assert find(desk, QWidget, "profile.folded").isVisible()


def test_a_chosen_case_is_the_profile_and_says_what_it_teaches(desk: Desk) -> None:
    box = find(desk, QComboBox, "profile.cases")
    lesson = find(desk, QWidget, "profile.lesson")
    session(desk).edit_profile("lesions", 17)
    assert not lesson.isVisible()
    for case in session(desk).pack.cases:
        box.setCurrentIndex(box.findData(case.id))
        box.activated.emit(box.currentIndex())
        let_go()
        assert session(desk).profile == case.profile
        assert find(desk, QLabel, "profile.objective").text() == case.objective
        point = find(desk, QLabel, "profile.teaching_point")
        assert not point.isVisible()  # there is time to think first
        click(desk, "profile.show_teaching_point")
        assert point.isVisible()
        assert point.text() == case.teaching_point
    session(desk).edit_profile("lesions", 17)
    assert box.currentData() == ""
    assert not lesson.isVisible()


def test_a_case_is_recognised_however_its_profile_was_set(desk: Desk) -> None:
    case = session(desk).pack.cases[0]
    session(desk).change_profile(case.profile.as_dict())
    assert find(desk, QComboBox, "profile.cases").currentData() == case.id


def test_a_note_on_the_profile_is_shown_for_it_alone(mini_desk: Desk) -> None:
    notes = find(mini_desk, QLabel, "profile.notes")
    assert not notes.isVisible()
    session(mini_desk).change_profile({"roast": "dark", "water": "soft"})
    assert notes.isVisible()
    assert notes.text() == "Dark roast and soft water are seldom seen together."
    session(mini_desk).edit_profile("water", "hard")
    assert not notes.isVisible()


def test_reset_goes_back_to_unknown(desk: Desk) -> None:
    session(desk).change_profile({"egfr": "mutated", "lesions": 3})
    click(desk, "profile.reset")
    assert session(desk).profile == session(desk).pack.blank_profile


def test_no_option_is_wider_than_the_panel(either: Desk) -> None:
    unfold(either)
    QApplication.processEvents()
    panel = find(either, QWidget, "profile")
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible():
            right = button.mapTo(panel, button.rect().topRight()).x()
            assert right <= panel.width(), button.objectName()
