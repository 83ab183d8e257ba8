"""The editor of a seminar, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    all_minutes,
    case_of,
    conditioned,
    seminar_of,
    shown_strategies,
)
from nanoexplorer.core.teaching.seminar_steps import Stage, steps_of
from nanoexplorer.documents.seminar.page import Page
from nanoexplorer.formats.seminar import CASES
from nanoexplorer.ui.seminar.editor.window import SeminarEditor
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words
from tests.controllers import act, activate, click, find, let_go, press, session
from tests.ui.seminar.files import pack_of, said, seminar_file

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(mini_controller: Controller, qtbot: QtBot) -> SeminarEditor:
    seminar_file(mini_controller)
    act(mini_controller, "seminar_edit")
    made = find(mini_controller, SeminarEditor, "seminar.editor")
    activate(qtbot, made)
    return made


def seminar(controller: Controller) -> Seminar:
    return controller.seminar_file.seminar


def ids(controller: Controller) -> list[str]:
    return [case.case for case in seminar(controller).cases]


def cases(editor: SeminarEditor) -> QListWidget:
    return find(editor, QListWidget, "seminar.editor.cases")


def test_it_begins_with_the_cases_of_the_pack(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    shown = [cases(editor).item(row).text() for row in range(cases(editor).count())]
    assert [line.split("  ·  ")[0] for line in shown] == ["1.  Sunday morning", "2.  The meeting"]
    assert seminar(mini_controller) == seminar_of(pack_of(mini_controller))
    assert not mini_controller.seminar_file.dirty


def test_cases_are_moved_by_keys_and_back_by_undo(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    QTest.keyClick(cases(editor), Qt.Key.Key_Down, ALT)
    assert ids(mini_controller) == ["meeting", "sunday"]
    assert cases(editor).currentRow() == 1
    QTest.keyClick(cases(editor), Qt.Key.Key_Up, ALT)
    assert ids(mini_controller) == ["sunday", "meeting"]
    QTest.keyClick(cases(editor), Qt.Key.Key_Z, CTRL)
    QTest.keyClick(cases(editor), Qt.Key.Key_Z, CTRL)
    assert not mini_controller.seminar_file.dirty
    assert not find(editor, QAbstractButton, "seminar.editor.undo").isEnabled()


def rows(controller: Controller, *numbers: int) -> list[str]:
    return [ids(controller)[number] for number in numbers]


def mark(editor: SeminarEditor, *places: int) -> None:
    cases(editor).setCurrentRow(places[0])
    for place in places:
        cases(editor).item(place).setSelected(True)


def four(editor: SeminarEditor) -> None:
    """The two cases twice."""
    mark(editor, 0, 1)
    QTest.keyClick(cases(editor), Qt.Key.Key_D, CTRL)


def test_several_cases_are_duplicated_moved_and_removed_and_each_is_undone(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    four(editor)
    assert ids(mini_controller) == ["sunday", "meeting"] * 2
    assert editor.left.places == [2, 3]
    mark(editor, 1, 2)
    click(editor, "seminar.editor.up")
    assert ids(mini_controller) == ["meeting", "sunday", "sunday", "meeting"]
    assert editor.left.places == [0, 1]
    assert not find(editor, QAbstractButton, "seminar.editor.up").isEnabled()
    mark(editor, 0, 2)
    click(editor, "seminar.editor.remove")
    assert ids(mini_controller) == ["sunday", "meeting"]
    for before in (["meeting", "sunday", "sunday", "meeting"], ["sunday", "meeting"] * 2):
        click(editor, "seminar.editor.undo")
        assert ids(mini_controller) == before


def test_cases_that_are_dragged_stand_where_they_were_dropped(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    listed = cases(editor)
    assert listed.dragDropMode() is QListWidget.DragDropMode.InternalMove
    listed.model().moveRow(QModelIndex(), 1, QModelIndex(), 0)
    editor.left.cases.tell_order()
    assert ids(mini_controller) == ["meeting", "sunday"]
    click(editor, "seminar.editor.undo")
    assert ids(mini_controller) == ["sunday", "meeting"]


def test_a_seminar_is_made_a_tumour_board_and_back(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    find(editor, QAbstractButton, "seminar.editor.board").click()
    assert seminar(mini_controller).board
    step = find(editor, QComboBox, "seminar.editor.step")
    step.setCurrentIndex(step.findData(Stage.SUMMARY))
    assert page_of(editor).stage is Stage.SUMMARY
    click(editor, "seminar.editor.undo")
    assert not seminar(mini_controller).board
    assert not find(editor, QAbstractButton, "seminar.editor.board").isChecked()


def test_minutes_and_their_total_are_told(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    find(editor, QSpinBox, "seminar.editor.minutes").setValue(12)
    assert words.minutes(12) in cases(editor).item(0).text()
    pack, total = pack_of(mini_controller), find(editor, QLabel, "seminar.editor.total")
    whole = all_minutes(pack, seminar(mini_controller))
    assert total.text() == words.minutes_in_all(2, whole)


def page_of(editor: SeminarEditor) -> Page:
    page = editor.preview.page.page
    assert page
    return page


def test_beside_it_stands_what_the_case_is_about_and_what_the_room_will_see(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    pack = pack_of(mini_controller)
    case = seminar(mini_controller).cases[0]
    about = find(editor, QLabel, "seminar.editor.about")
    assert common.profile_line(pack.fields, case.profile) in about.text()
    assert case.objective in about.text()
    step = find(editor, QComboBox, "seminar.editor.step")
    for stage in (step.stage for step in steps_of(pack, case)):
        step.setCurrentIndex(step.findData(stage))
        assert page_of(editor).stage == stage
    step.setCurrentIndex(step.findData(Stage.REVEAL))
    asked = [row.strategy for row in page_of(editor).rows]
    assert asked == list(shown_strategies(pack, case))[: len(asked)]
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.own_title"), "Mine")
    assert page_of(editor).title == "Mine"
    cases(editor).setCurrentRow(1)
    assert seminar(mini_controller).cases[1].objective in about.text()
    for _ in range(2):
        click(editor, "seminar.editor.remove")
    assert about.text() == ""
    assert editor.preview.page.isHidden()


def test_a_case_is_removed_and_comes_back(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    press(cases(editor), Qt.Key.Key_Delete)
    assert ids(mini_controller) == ["meeting"]
    click(editor, "seminar.editor.undo")
    assert ids(mini_controller) == ["sunday", "meeting"]


def test_a_seminar_may_be_emptied_and_filled_again(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    for _ in range(2):
        click(editor, "seminar.editor.remove")
    assert seminar(mini_controller).cases == ()
    assert not find(editor, QLineEdit, "seminar.editor.own_title").isEnabled()
    box = find(editor, QComboBox, "seminar.editor.add_case")
    box.setCurrentIndex(box.findData("all"))
    click(editor, "seminar.editor.add")
    assert seminar(mini_controller) == seminar_of(pack_of(mini_controller))


def test_the_profile_in_the_window_is_added(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    pack = pack_of(mini_controller)
    session(mini_controller).change_profile({"cups": 9})
    click(editor, "seminar.editor.add")
    assert seminar(mini_controller).cases[1].profile == session(mini_controller).profile
    assert ids(mini_controller) == ["sunday", "", "meeting"]
    session(mini_controller).open_case("meeting")
    click(editor, "seminar.editor.add")
    assert seminar(mini_controller).cases[2] == case_of(pack, pack.cases[1])


def test_own_words_are_taken_as_they_are_typed(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.title"), "Lecture")
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.own_title"), "Mine <b>")
    QTest.keyClicks(find(editor, QPlainTextEdit, "seminar.editor.note"), "Look!")
    QTest.keyClicks(find(editor, QPlainTextEdit, "seminar.editor.aside"), "Hush")
    first = seminar(mini_controller).cases[0]
    assert seminar(mini_controller).title == "Lecture"
    assert (first.own_title, first.note, first.aside) == ("Mine <b>", "Look!", "Hush")
    assert cases(editor).item(0).text().startswith("1.  Mine <b>  ·  ")
    click(editor, "seminar.editor.undo")
    assert seminar(mini_controller).cases[0].aside == ""
    assert seminar(mini_controller).cases[0].note == "Look!"


def test_objective_question_minutes_and_what_is_shown_are_taken(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    for key, text in (("own_objective", "Say why"), ("question", "What first?")):
        box = find(editor, QLineEdit, f"seminar.editor.{key}")
        QTest.keyClicks(box, text)
        assert getattr(seminar(mini_controller).cases[0], key) == text
    find(editor, QSpinBox, "seminar.editor.minutes").setValue(7)
    click(editor, "seminar.editor.only_dependent")
    case = seminar(mini_controller).cases[0]
    assert (case.minutes, case.only_dependent) == (7, True)
    for _ in range(2):
        click(editor, "seminar.editor.undo")
    case = seminar(mini_controller).cases[0]
    assert (case.minutes, case.only_dependent) == (0, False)


def test_it_says_where_the_packs_point_names_what_is_hidden(controller: Controller) -> None:
    pack = pack_of(controller)
    case = case_of(pack, pack.cases[0])
    file, _ = seminar_file(controller)
    act(controller, "seminar_edit")
    editor = find(controller, SeminarEditor, "seminar.editor")
    line = find(editor, QLabel, "seminar.editor.spoilt")
    assert line.isHidden()
    file.change(Seminar("", (case._replace(hidden=("osimertinib",)),)))
    assert not line.isHidden()
    assert pack.strategy["osimertinib"].name in line.text()
    assert find(editor, QPlainTextEdit, "seminar.editor.note").placeholderText()
    editor.close()
    let_go()


def test_signs_that_nobody_sees_are_left_out(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    find(editor, QPlainTextEdit, "seminar.editor.note").setPlainText("a\u202eb\u200d")
    assert seminar(mini_controller).cases[0].note == "ab"


def test_strategies_are_hidden_and_shown(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    pack = pack_of(mini_controller)
    listed = find(editor, QListWidget, "seminar.editor.strategies")
    assert listed.count() == len(pack.strategies)
    for row in range(listed.count()):
        item = listed.item(row)
        before = set(shown_strategies(pack, seminar(mini_controller).cases[0]))
        id_ = item.data(Qt.ItemDataRole.UserRole)
        assert (item.checkState() is Qt.CheckState.Checked) == (id_ in before)
        listed.setCurrentRow(row)
        press(listed, Qt.Key.Key_Space)
        after = set(shown_strategies(pack, seminar(mini_controller).cases[0]))
        assert before ^ after == {id_}
    assert set(seminar(mini_controller).cases[0].hidden) == conditioned(pack)


def test_a_search_finds_strategies(mini_controller: Controller, editor: SeminarEditor) -> None:
    name = pack_of(mini_controller).ordered[0].name
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.search"), name)
    listed = find(editor, QListWidget, "seminar.editor.strategies")
    shown = [listed.item(row).text() for row in range(listed.count())]
    assert name in shown
    assert len(shown) < len(pack_of(mini_controller).strategies)


def test_another_file_is_shown_and_its_past_is_gone(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    click(editor, "seminar.editor.remove")
    act(mini_controller, "seminar_new")
    assert cases(editor).count() == 2
    assert not find(editor, QAbstractButton, "seminar.editor.undo").isEnabled()


def test_it_opens_once_and_everything_has_a_name(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    act(mini_controller, "seminar_edit")
    assert find(mini_controller, SeminarEditor, "seminar.editor") is editor
    for kind in (QLineEdit, QListWidget, QPlainTextEdit, QComboBox):
        for part in editor.findChildren(kind):
            assert part.accessibleName(), part.objectName()


# What is typed to be added.


def code_box(editor: SeminarEditor) -> QLineEdit:
    return find(editor, QLineEdit, "seminar.editor.code")


def add_typed(editor: SeminarEditor, text: str) -> str:
    """Type into the field, press Enter; what is said then."""
    code_box(editor).setText(text)
    press(code_box(editor), Qt.Key.Key_Return)
    return find(editor, QLabel, "seminar.editor.said").text()


def some_code(controller: Controller, cups: int) -> str:
    pack = pack_of(controller)
    return case_code.encode(pack, pack.blank_profile.replace({"cups": cups}))


def test_a_case_code_is_added_behind_the_marked_case(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    assert add_typed(editor, some_code(mini_controller, 9).lower()) == words.CODE_HELP
    assert ids(mini_controller) == ["sunday", "", "meeting"]
    assert seminar(mini_controller).cases[1].profile["cups"] == 9
    assert cases(editor).currentRow() == 1
    assert code_box(editor).text() == ""
    QTest.keyClick(code_box(editor), Qt.Key.Key_Z, CTRL)  # the key stays where one types
    assert ids(mini_controller) == ["sunday", "meeting"]


def test_the_code_of_a_case_of_the_pack_adds_that_case(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    pack = pack_of(mini_controller)
    add_typed(editor, case_code.encode(pack, pack.cases[1].profile))
    assert seminar(mini_controller).cases[1] == case_of(pack, pack.cases[1])


@pytest.mark.parametrize("name", ["meeting", " The MEETING ", "meet"])
def test_a_case_is_added_by_its_id_its_name_or_a_part_of_it(
    mini_controller: Controller, editor: SeminarEditor, name: str
) -> None:
    add_typed(editor, name)
    assert ids(mini_controller) == ["sunday", "meeting", "meeting"]


@pytest.mark.parametrize("text", ["Monday", "NX", "<b>x", "n", "NX-000-1-A1-0"])
def test_what_stands_for_no_case_is_said_and_stays_as_it_was_typed(
    mini_controller: Controller, editor: SeminarEditor, text: str
) -> None:
    said = add_typed(editor, text)
    assert f"“{text}”" in said
    assert "allowed: " in said
    assert code_box(editor).text() == text
    assert not mini_controller.seminar_file.dirty
    assert add_typed(editor, "") == words.CODE_HELP


def test_what_was_refused_stays_with_its_reason_until_it_is_changed(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    reason = add_typed(editor, "three cups, no sugar")
    click(editor, "seminar.editor.add")
    cases(editor).setCurrentRow(0)
    click(editor, "seminar.editor.board")
    mini_controller.dress(zoom=150)
    assert find(editor, QLabel, "seminar.editor.said").text() == reason
    assert code_box(editor).text() == "three cups, no sugar"
    QTest.keyClick(code_box(editor), Qt.Key.Key_X)
    assert find(editor, QLabel, "seminar.editor.said").text() == words.CODE_HELP


def test_a_wrong_letter_in_a_code_is_told_from_no_code(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    code = some_code(mini_controller, 9)
    said = add_typed(editor, code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert "has a wrong character" in said


def test_a_code_of_another_pack_version_is_added_with_a_line(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    version = pack_of(mini_controller).version
    _, mark, _, body, _ = some_code(mini_controller, 9).split("-")
    older = "-".join(("NX", mark, "0.1", body, case_code.check(f"{mark}0.1{body}")))
    assert "pack version 0.1" in add_typed(editor, older)
    assert version in find(editor, QLabel, "seminar.editor.said").text()
    assert seminar(mini_controller).cases[1].profile["cups"] == 9


def test_a_full_seminar_takes_no_more_and_keeps_what_was_typed(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    first = seminar(mini_controller).cases[0]
    mini_controller.seminar_file.change(Seminar("", (first,) * CASES))
    assert add_typed(editor, "meeting") == words.SEMINAR_FULL.format(most=CASES)
    assert code_box(editor).text() == "meeting"
    assert len(seminar(mini_controller).cases) == CASES


# Another zoom.


def test_it_takes_another_zoom_at_once_and_keeps_all_else(
    mini_controller: Controller, editor: SeminarEditor, qtbot: QtBot
) -> None:
    small = cases(editor).fontInfo().pixelSize()
    cases(editor).setCurrentRow(1)
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.search"), "tea")
    add_typed(editor, "Monday")
    code_box(editor).setFocus()
    mini_controller.dress(zoom=150)
    assert cases(editor).fontInfo().pixelSize() == round(small * 1.5)
    assert cases(editor).currentRow() == 1
    assert find(editor, QLineEdit, "seminar.editor.search").text() == "tea"
    assert code_box(editor).text() == "Monday"
    assert "Monday" in find(editor, QLabel, "seminar.editor.said").text()
    activate(qtbot, editor)
    assert code_box(editor).hasFocus()
    QTest.keyClick(code_box(editor), Qt.Key.Key_Up, ALT)
    assert ids(mini_controller) == ["meeting", "sunday"]
    click(editor, "seminar.editor.undo")
    assert ids(mini_controller) == ["sunday", "meeting"]


def test_what_is_said_moves_nothing(mini_controller: Controller, editor: SeminarEditor) -> None:
    before = [code_box(editor).pos(), cases(editor).size()]
    add_typed(editor, "Monday")
    let_go()
    assert [code_box(editor).pos(), cases(editor).size()] == before


# What is said and asked while it is open.


def test_what_is_said_of_the_file_is_seen_in_the_editor(
    mini_controller: Controller, editor: SeminarEditor, tmp_path: Path
) -> None:
    _, answers = seminar_file(mini_controller)
    lead = find(editor, QLabel, "seminar.editor.lead")
    answers.path = tmp_path / "no folder" / "x.nxseminar"
    click(editor, "seminar.editor.save")
    assert "can’t be written" in lead.text()
    assert lead.property("role") == "caution"
    click(editor, "seminar.editor.remove")
    assert lead.text() == words.EDIT_LEAD
    assert lead.property("role") == "muted"
    answers.path = tmp_path / "x.nxseminar"
    click(editor, "seminar.editor.save")
    assert lead.text() == words.SAVED.format(path=answers.path)
    click(editor, "seminar.editor.close")
    act(mini_controller, "seminar_new")  # and nobody speaks to an editor that is gone
    assert said(mini_controller) == words.BEGUN


def test_a_seminar_begun_from_it_gives_the_keyboard_back(
    mini_controller: Controller, editor: SeminarEditor
) -> None:
    press(editor, Qt.Key.Key_F5)
    running = mini_controller.seminars.running
    assert running
    running.leave()
    let_go()
    assert editor.isActiveWindow()


@pytest.mark.parametrize(("held", "place"), [("NoModifier", 0), ("ShiftModifier", 1)])
def test_f5_begins_where_it_was_left_and_with_shift_at_the_marked_case(
    mini_controller: Controller, editor: SeminarEditor, held: str, place: int
) -> None:
    editor.left.cases.setCurrentRow(1)
    QTest.keyClick(editor, Qt.Key.Key_F5, Qt.KeyboardModifier[held])
    running = mini_controller.seminars.running
    assert running
    assert running.showing.place == place
    running.leave()
    let_go()


def test_questions_are_asked_by_the_window_in_use(
    mini_controller: Controller, editor: SeminarEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    _, answers = seminar_file(mini_controller)
    answers.path = tmp_path / "x.nxseminar"
    click(editor, "seminar.editor.save_as")
    activate(qtbot, mini_controller.window)
    act(mini_controller, "seminar_save_as")
    assert answers.parents == ["seminar.editor", mini_controller.window.objectName()]


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_it_stays_inside_a_small_window_and_all_of_it_can_be_reached(
    mini_controller: Controller, zoom: int
) -> None:
    mini_controller.window.resize(1024, 700)
    mini_controller.dress(zoom=zoom)
    seminar_file(mini_controller)
    act(mini_controller, "seminar_edit")
    made = find(mini_controller, SeminarEditor, "seminar.editor")
    let_go()
    assert made.width() <= 1024 - 24
    assert made.height() <= 700 - 24
    for name in ("save", "start", "start_here", "close", "code", "add_code", "remove"):
        part = find(made, QWidget, f"seminar.editor.{name}")
        part.setFocus(Qt.FocusReason.TabFocusReason)
        for area in made.findChildren(QScrollArea):
            if area.isAncestorOf(part):
                area.ensureWidgetVisible(part)
        assert part.visibleRegion().boundingRect().height() > 0.9 * part.height(), name
