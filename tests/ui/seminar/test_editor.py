"""The editor of a seminar, by keys and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nanoexplorer.bootstrap import Desk
from nanoexplorer.core.seminar import Lesson, case_of, conditioned, lesson_of, shown_strategies
from nanoexplorer.ui.seminar.editor import SeminarEditor
from tests.desks import act, activate, click, find, press, session
from tests.ui.seminar.files import pack_of, seminar_file

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(mini_desk: Desk, qtbot: QtBot) -> SeminarEditor:
    seminar_file(mini_desk)
    act(mini_desk, "seminar_edit")
    made = find(mini_desk, SeminarEditor, "seminar.editor")
    activate(qtbot, made)
    return made


def lesson(desk: Desk) -> Lesson:
    return desk.seminar_file.lesson


def ids(desk: Desk) -> list[str]:
    return [case.case for case in lesson(desk).cases]


def cases(editor: SeminarEditor) -> QListWidget:
    return find(editor, QListWidget, "seminar.editor.cases")


def test_it_begins_with_the_cases_of_the_pack(mini_desk: Desk, editor: SeminarEditor) -> None:
    shown = [cases(editor).item(row).text() for row in range(cases(editor).count())]
    assert shown == ["1.  Sunday morning", "2.  The meeting"]
    assert lesson(mini_desk) == lesson_of(pack_of(mini_desk))
    assert not mini_desk.seminar_file.dirty


def test_cases_are_moved_by_keys_and_back_by_undo(mini_desk: Desk, editor: SeminarEditor) -> None:
    QTest.keyClick(cases(editor), Qt.Key.Key_Down, ALT)
    assert ids(mini_desk) == ["meeting", "sunday"]
    assert cases(editor).currentRow() == 1
    QTest.keyClick(cases(editor), Qt.Key.Key_Up, ALT)
    assert ids(mini_desk) == ["sunday", "meeting"]
    QTest.keyClick(cases(editor), Qt.Key.Key_Z, CTRL)
    QTest.keyClick(cases(editor), Qt.Key.Key_Z, CTRL)
    assert not mini_desk.seminar_file.dirty
    assert not find(editor, QAbstractButton, "seminar.editor.undo").isEnabled()


def test_a_case_is_removed_and_comes_back(mini_desk: Desk, editor: SeminarEditor) -> None:
    press(cases(editor), Qt.Key.Key_Delete)
    assert ids(mini_desk) == ["meeting"]
    click(editor, "seminar.editor.undo")
    assert ids(mini_desk) == ["sunday", "meeting"]


def test_a_seminar_may_be_emptied_and_filled_again(mini_desk: Desk, editor: SeminarEditor) -> None:
    for _ in range(2):
        click(editor, "seminar.editor.remove")
    assert lesson(mini_desk).cases == ()
    assert not find(editor, QLineEdit, "seminar.editor.own_title").isEnabled()
    box = find(editor, QComboBox, "seminar.editor.add_case")
    box.setCurrentIndex(box.findData("all"))
    click(editor, "seminar.editor.add")
    assert lesson(mini_desk) == lesson_of(pack_of(mini_desk))


def test_the_profile_in_the_window_is_added(mini_desk: Desk, editor: SeminarEditor) -> None:
    pack = pack_of(mini_desk)
    session(mini_desk).change_profile({"cups": 9})
    click(editor, "seminar.editor.add")
    assert lesson(mini_desk).cases[1].profile == session(mini_desk).profile
    assert ids(mini_desk) == ["sunday", "", "meeting"]
    session(mini_desk).open_case("meeting")
    click(editor, "seminar.editor.add")
    assert lesson(mini_desk).cases[2] == case_of(pack, pack.cases[1])


def test_own_words_are_taken_as_they_are_typed(mini_desk: Desk, editor: SeminarEditor) -> None:
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.title"), "Lecture")
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.own_title"), "Mine <b>")
    QTest.keyClicks(find(editor, QPlainTextEdit, "seminar.editor.note"), "Look!")
    QTest.keyClicks(find(editor, QPlainTextEdit, "seminar.editor.aside"), "Hush")
    first = lesson(mini_desk).cases[0]
    assert lesson(mini_desk).title == "Lecture"
    assert (first.own_title, first.note, first.aside) == ("Mine <b>", "Look!", "Hush")
    assert cases(editor).item(0).text() == "1.  Mine <b>"
    click(editor, "seminar.editor.undo")
    assert lesson(mini_desk).cases[0].aside == ""
    assert lesson(mini_desk).cases[0].note == "Look!"


def test_signs_that_nobody_sees_are_left_out(mini_desk: Desk, editor: SeminarEditor) -> None:
    find(editor, QPlainTextEdit, "seminar.editor.note").setPlainText("a\u202eb\u200d")
    assert lesson(mini_desk).cases[0].note == "ab"


def test_strategies_are_hidden_and_shown(mini_desk: Desk, editor: SeminarEditor) -> None:
    pack = pack_of(mini_desk)
    listed = find(editor, QListWidget, "seminar.editor.strategies")
    assert listed.count() == len(pack.strategies)
    for row in range(listed.count()):
        item = listed.item(row)
        before = set(shown_strategies(pack, lesson(mini_desk).cases[0]))
        id_ = item.data(Qt.ItemDataRole.UserRole)
        assert (item.checkState() is Qt.CheckState.Checked) == (id_ in before)
        listed.setCurrentRow(row)
        press(listed, Qt.Key.Key_Space)
        after = set(shown_strategies(pack, lesson(mini_desk).cases[0]))
        assert before ^ after == {id_}
    assert set(lesson(mini_desk).cases[0].hidden) == conditioned(pack)


def test_a_search_finds_strategies(mini_desk: Desk, editor: SeminarEditor) -> None:
    name = pack_of(mini_desk).ordered[0].name
    QTest.keyClicks(find(editor, QLineEdit, "seminar.editor.search"), name)
    listed = find(editor, QListWidget, "seminar.editor.strategies")
    shown = [listed.item(row).text() for row in range(listed.count())]
    assert name in shown
    assert len(shown) < len(pack_of(mini_desk).strategies)


def test_another_file_is_shown_and_its_past_is_gone(mini_desk: Desk, editor: SeminarEditor) -> None:
    click(editor, "seminar.editor.remove")
    act(mini_desk, "seminar_new")
    assert cases(editor).count() == 2
    assert not find(editor, QAbstractButton, "seminar.editor.undo").isEnabled()


def test_it_opens_once_and_everything_has_a_name(mini_desk: Desk, editor: SeminarEditor) -> None:
    act(mini_desk, "seminar_edit")
    assert find(mini_desk, SeminarEditor, "seminar.editor") is editor
    for kind in (QLineEdit, QListWidget, QPlainTextEdit, QComboBox):
        for part in editor.findChildren(kind):
            assert part.accessibleName(), part.objectName()
