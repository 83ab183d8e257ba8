"""The seminar as a room and its teacher meet it: by keys and clicks, on one screen or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching import seminar as core
from nanoexplorer.core.teaching.said import END_LINES, Said, all_rated
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    SeminarCase,
    all_minutes,
    seminar_of,
    shown_strategies,
)
from nanoexplorer.core.teaching.seminar_steps import Plan, Stage, plan_of
from nanoexplorer.documents.citations.cited import by_name
from nanoexplorer.documents.seminar.page import Page
from nanoexplorer.documents.seminar.pages import page_of
from nanoexplorer.drawing.seminar.layout import lay_out
from nanoexplorer.drawing.seminar.picture import PageLayout
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.ask import ask_choice
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.seminar.map_view import maps
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.ui.seminar.running import RunningSeminar
from nanoexplorer.ui.seminar.screens import places
from nanoexplorer.ui.seminar.windows import RoomWindow
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import seminar as words
from tests.controllers import LEFT, NO_KEYS, act, find, let_go, press, said, session

KEY = Qt.Key
LEAST = 28
"""Px of the smallest text on a screen of 1080 px."""
LEAST_TOLD = 21
"""The same where answers and hands stand in eight rows."""
FULL = QSize(1920, 1080)
CASES = tuple(case.id for case in load_pack(bundled_pack()).cases)


class Screen(NamedTuple):
    """A screen that there is not."""

    area: QRect

    def geometry(self) -> QRect:
        return self.area

    def availableGeometry(self) -> QRect:
        return self.area


OWN = Screen(QRect(0, 0, 1280, 720))
OTHER = Screen(QRect(1280, 0, 1920, 1080))
MIRROR = Screen(QRect(0, 0, 1024, 768))
"""A projector that shows the same in fewer pixels."""


def started(
    controller: Controller,
    *screens: Screen,
    seminar: Seminar | None = None,
    action: str = "seminar_start",
) -> RunningSeminar:
    """A seminar on these screens, started by the menu."""
    found = list(screens or (OWN,))
    controller.seminars.screens = lambda: found
    controller.seminars.seminar = seminar
    if controller.seminars.ask_choice is ask_choice:  # nobody else answers: the seminar it is
        controller.seminars.ask_choice = lambda *asked: asked[-1][1]
    act(controller, action)
    running = controller.seminars.running
    assert running is not None
    QApplication.processEvents()
    return running


def page(running: RunningSeminar) -> Page:
    assert running.room.stage.page
    return running.room.stage.page


def shown(sheet: PageLayout) -> str:
    """All words of a page that was laid out."""
    chips = (chip.label for _, chip in sheet.chips)
    return " ".join((*(word.layout.text() for word in sheet.words), *chips))


def drawn(running: RunningSeminar) -> str:
    sheet = running.room.stage.sheet
    assert sheet
    return shown(sheet)


def sheet_of(running: RunningSeminar) -> PageLayout:
    assert running.room.stage.sheet
    return running.room.stage.sheet


def to(running: RunningSeminar, stage: Stage) -> None:
    """By the right arrow to a stage."""
    while core.current(running.plan, running.showing).stage is not stage:
        press(running.room, KEY.Key_Right)


def to_the_end(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_End)
    while not running.showing.ended:
        press(running.room, KEY.Key_Right)


def leave(controller: Controller) -> None:
    if controller.seminars.running:
        controller.seminars.running.leave()
    let_go()


@pytest.fixture
def running(controller: Controller) -> Iterator[RunningSeminar]:
    """A seminar on one screen, at the first case of the pack."""
    yield started(controller)
    leave(controller)


def banner_is_seen(window: QWidget) -> bool:
    let_go()  # a banner that was put away
    (banner,) = window.findChildren(QWidget, "banner")
    texts = [label.text() for label in banner.findChildren(QLabel)]
    said = [common.DISCLAIMER_LEAD, common.disclaimer_rest()]
    inside = window.rect().contains(QRect(banner.pos(), banner.size()))
    return bool(banner.isVisible() and texts == said and inside and banner.y() == 0)


# Starting and leaving.


def test_f5_starts_the_packs_cases_at_the_first(controller: Controller) -> None:
    controller.seminars.screens = lambda: [OWN]
    assert [k.toString() for k in controller.actions["seminar_start"].shortcuts()] == ["F5"]
    assert [k.toString() for k in controller.actions["seminar_start_here"].shortcuts()] == [
        "Shift+F5"
    ]
    running = started(controller)
    assert running.showing == Showing(0)
    assert page(running).kicker == "Case 1 of 16 · Profile"
    leave(controller)


def test_the_profile_in_the_window_does_not_decide_where_f5_begins(controller: Controller) -> None:
    session(controller).open_case("alk-rearranged")
    assert started(controller).showing == Showing(0)
    leave(controller)


def test_shift_f5_begins_at_the_case_in_the_window_and_shows_what_is_none_by_itself(
    controller: Controller,
) -> None:
    session(controller).open_case("alk-rearranged")
    running = started(controller, action="seminar_start_here")
    assert running.showing.place == CASES.index("alk-rearranged")
    leave(controller)
    session(controller).edit_profile("lesions", 11)
    again = started(controller, action="seminar_start_here")
    assert [case.profile for case in again.seminar.cases] == [session(controller).profile]
    leave(controller)
    assert started(controller).showing.place == CASES.index("alk-rearranged")
    leave(controller)


def test_f5_asks_about_a_profile_that_is_no_case(controller: Controller) -> None:
    asked: list[tuple[str, ...]] = []
    session(controller).open_case("alk-rearranged")
    session(controller).edit_profile("lesions", 11)

    def answer(place: int) -> None:
        def chosen(_: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
            asked.append(tuple(choices))
            return choices[place]

        controller.seminars.ask_choice = chosen

    answer(0)
    running = started(controller)
    assert [case.profile for case in running.seminar.cases] == [session(controller).profile]
    leave(controller)
    answer(1)
    assert started(controller).showing == Showing(0)
    leave(controller)
    answer(2)
    act(controller, "seminar_start")
    assert controller.seminars.running is None
    assert len(asked) == 3


def test_f5_goes_on_where_it_was_left_with_what_the_room_said(controller: Controller) -> None:
    running = started(controller)
    press(
        running.room, KEY.Key_Right, KEY.Key_1, KEY.Key_R, KEY.Key_T, KEY.Key_Escape, KEY.Key_Escape
    )
    let_go()
    again = started(controller)
    assert core.current(again.plan, again.showing).stage is Stage.REVEAL
    assert again.showing.revealed
    assert [row.number for row in page(again).rows if row.room] == [1]
    to_the_end(again)
    assert page(again).score[0] == words.SCORE.format(right=1, of=1)
    leave(controller)


def test_what_the_room_said_stays_with_its_case_where_the_order_changes(
    controller: Controller,
) -> None:
    first, second, third = seminar_of(session(controller).pack).cases[:3]
    running = started(controller, seminar=Seminar("", (first, second, third)))
    for key in (KEY.Key_1, KEY.Key_2):
        to(running, Stage.PREDICT)
        press(running.room, key, KEY.Key_End)
    leave(controller)
    again = started(controller, seminar=Seminar("", (third, first)))
    said = [(place, strategy) for place, strategy, _ in again.showing.said]
    assert said == [(1, again.plan[1][1].strategies[0]), (0, again.plan[0][1].strategies[1])]
    leave(controller)


def test_a_case_that_was_changed_meanwhile_is_begun_anew(controller: Controller) -> None:
    whole = seminar_of(session(controller).pack)
    running = started(controller, seminar=whole)
    press(running.room, KEY.Key_End, KEY.Key_Right)
    leave(controller)
    last = whole.cases[-1]
    fewer = last._replace(hidden=shown_strategies(session(controller).pack, last)[:1])
    moved = started(controller, seminar=Seminar("", (fewer, *whole.cases[:2])))
    assert moved.showing == Showing(0)
    leave(controller)
    gone = started(controller, seminar=Seminar("", whole.cases[:2]))
    assert gone.showing == Showing(0)
    leave(controller)


def test_a_seminar_that_has_ended_begins_anew(controller: Controller) -> None:
    running = started(controller)
    to_the_end(running)
    leave(controller)
    assert started(controller).showing == Showing(0)
    leave(controller)


def test_a_teachers_seminar_is_shown_in_place_of_the_packs(controller: Controller) -> None:
    whole = seminar_of(session(controller).pack)
    own = Seminar("Mine", (whole.cases[3]._replace(own_title="My case"),))
    running = started(controller, seminar=own)
    assert page(running).title == "My case"
    assert words.OWN in drawn(running)
    leave(controller)


def test_a_case_without_words_looks_finished(controller: Controller) -> None:
    pack = session(controller).pack
    running = started(controller, seminar=Seminar("", (SeminarCase(pack.blank_profile),)))
    assert window_words.OBJECTIVE not in drawn(running)
    assert words.OWN not in drawn(running)
    to(running, Stage.POINT)
    assert words.YOUR_TURN in drawn(running)
    leave(controller)


def test_what_is_hers_is_marked_beside_it_and_not_in_a_sentence(controller: Controller) -> None:
    pack = session(controller).pack
    own = SeminarCase(
        pack.blank_profile, own_title="T", own_objective="O", question="Q?", note="N", aside="A"
    )
    running = started(controller, seminar=Seminar("", (own,)))
    texts = [word.layout.text() for word in sheet_of(running).words]
    assert {"T", "O", "Q?"} <= set(texts)
    assert texts.count(words.OWN) == 3
    assert "A" not in texts
    placed = sheet_of(running).words
    for mark in (word for word in placed if word.layout.text() == words.OWN):
        beside = [w for w in placed if w is not mark and abs(w.at.y() - mark.at.y()) < 30]
        ends = [w.at.x() + w.layout.lineAt(0).naturalTextWidth() for w in beside]
        assert any(0 < mark.at.x() - end < 30 for end in ends)
    to(running, Stage.POINT)
    texts = [word.layout.text() for word in sheet_of(running).words]
    assert "N" in texts
    assert texts.count(words.OWN) == 2
    leave(controller)


def test_a_teaching_point_that_names_what_is_hidden_is_not_shown(controller: Controller) -> None:
    case = seminar_of(session(controller).pack).cases[0]
    for hidden, told in ((), True), (("osimertinib",), False):
        running = started(controller, seminar=Seminar("", (case._replace(hidden=hidden),)))
        to(running, Stage.POINT)
        assert (case.teaching_point in drawn(running)) is told
        leave(controller)


def test_a_seminar_without_cases_is_said_to_have_none(controller: Controller) -> None:
    controller.seminars.seminar = Seminar("Empty", ())
    controller.seminars.start()
    assert controller.seminars.running is None
    assert said(controller) == words.NO_CASES


def test_a_pack_without_cases_is_said_to_have_none(controller: Controller) -> None:
    session(controller).pack = replace(session(controller).pack, cases=())
    act(controller, "seminar_start")
    assert controller.seminars.running is None
    assert said(controller) == words.PACK_NO_CASES


def test_starting_twice_keeps_the_one_that_is_under_way(
    controller: Controller, running: RunningSeminar
) -> None:
    press(running.room, KEY.Key_Right)
    act(controller, "seminar_start")
    assert controller.seminars.running is running
    assert running.showing.step == 1


def test_escape_lists_the_cases_and_escape_again_leaves(
    controller: Controller, running: RunningSeminar
) -> None:
    press(running.room, KEY.Key_Escape)
    assert running.lists
    assert running.room.isVisible()
    press(running.room, KEY.Key_Escape)
    assert running.over
    let_go()
    assert controller.seminars.running is None
    assert controller.window.isVisible()


def test_closing_the_rooms_window_leaves(controller: Controller, running: RunningSeminar) -> None:
    running.room.close()
    let_go()
    assert controller.seminars.running is None


def test_another_seminar_forgets_what_the_room_said(controller: Controller) -> None:
    first = started(controller)
    press(first.room, KEY.Key_Right, KEY.Key_1)
    assert first.showing.said
    first.leave()
    act(controller, "seminar_new")
    assert started(controller).showing == Showing(0)
    leave(controller)


# Keys.


@pytest.mark.parametrize(
    "key", [KEY.Key_Right, KEY.Key_PageDown, KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter]
)
def test_keys_that_go_on(running: RunningSeminar, key: Qt.Key) -> None:
    press(running.room, key)
    assert page(running).stage is Stage.PREDICT


@pytest.mark.parametrize("key", [KEY.Key_Left, KEY.Key_PageUp, KEY.Key_Backspace])
def test_keys_that_go_back(running: RunningSeminar, key: Qt.Key) -> None:
    press(running.room, KEY.Key_Right, key)
    assert page(running).stage is Stage.PROFILE


def test_a_number_turns_the_rooms_guess(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_2)
    strategy = core.current(running.plan, running.showing).strategies[1]
    assert running.showing.said_on(strategy).verdict is Verdict.MATCHES
    assert common.VERDICT_SHORT["matches"] in drawn(running)
    for verdict in (*list(Verdict)[1:], None):
        press(running.room, KEY.Key_2)
        assert running.showing.said_on(strategy).verdict is verdict


def test_a_number_that_is_on_no_row_does_nothing(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_9)
    assert not running.showing.said


def test_the_arrows_and_g_mark_and_reveal(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_Down, KEY.Key_Down, KEY.Key_G)
    second = core.current(running.plan, running.showing).strategies[1]
    assert running.showing.said_on(second).verdict is Verdict.MATCHES
    to(running, Stage.REVEAL)
    press(running.room, KEY.Key_Down, KEY.Key_Down, KEY.Key_G)
    assert running.showing.revealed == {second}


def test_a_click_marks_while_the_room_predicts_and_reveals_after(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right)
    for stage in (Stage.PREDICT, Stage.REVEAL):
        to(running, stage)
        sheet = running.room.stage.sheet
        assert sheet
        box, strategy = sheet.rows[2]
        QTest.mouseClick(running.room.stage, LEFT, NO_KEYS, box.center().toPoint())
        if stage is Stage.PREDICT:
            assert running.showing.said_on(strategy).verdict is Verdict.MATCHES
        else:
            assert running.showing.revealed == {strategy}


def test_r_reveals_all_of_the_page(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_R)
    step = core.current(running.plan, running.showing)
    assert step.stage is Stage.REVEAL
    assert running.showing.revealed == set(step.strategies)


def test_after_r_on_the_first_page_of_predictions_the_second_is_asked(
    running: RunningSeminar,
) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_R, KEY.Key_Right)
    assert page(running).kicker == "Case 1 of 16 · Predict 2 of 2"
    press(running.room, KEY.Key_Right)
    assert page(running).kicker == "Case 1 of 16 · Reveal 2 of 2"
    press(running.room, KEY.Key_Left, KEY.Key_Left)
    assert page(running).kicker == "Case 1 of 16 · Reveal 1 of 2"


def test_a_blank_screen_has_no_notes_and_a_click_brings_all_back(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_N, KEY.Key_B)
    assert not running.room.notes.isVisible()
    press(running.room, KEY.Key_N)
    assert not running.room.notes.isVisible()
    QTest.mouseClick(running.room.blank, LEFT)
    assert running.room.stage.isVisible()
    assert running.room.notes.isVisible()


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_Period])
def test_blank_hides_the_page_and_brings_it_back(running: RunningSeminar, key: Qt.Key) -> None:
    press(running.room, KEY.Key_Right, key)
    assert running.is_blank
    assert not running.room.stage.isVisible()
    assert banner_is_seen(running.room)
    press(running.room, key)
    assert running.room.stage.isVisible()
    assert page(running).stage is Stage.PREDICT


def test_escape_on_a_blank_screen_brings_the_page_back(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_B, KEY.Key_Escape)
    assert running.room.stage.isVisible()


def test_the_timer_starts_pauses_and_goes_back_to_nought(running: RunningSeminar) -> None:
    seconds = 100.0
    running.clock._now = lambda: seconds
    press(running.room, KEY.Key_T)
    seconds += 65
    press(running.room, KEY.Key_T)
    assert not running.clock.runs
    planned = all_minutes(running.pack, running.seminar)
    assert running.room.stage._left == words.minutes_left(planned * 60 - 65)
    QTest.keyClick(running.room, KEY.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert running.room.stage._left == words.minutes_left(planned * 60)


def test_home_and_end_take_the_first_and_the_last_case(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_End)
    assert running.showing == Showing(len(CASES) - 1)
    press(running.room, KEY.Key_Home)
    assert running.showing == Showing(0)


def test_the_profile_says_every_field_also_what_is_not_known(
    controller: Controller, running: RunningSeminar
) -> None:
    profile = session(controller).pack.cases[0].profile
    for field in session(controller).pack.fields:
        assert common.value_phrase(field, profile[field.id]) in drawn(running)


def test_f5_takes_the_case_from_its_beginning(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_1, KEY.Key_Right, KEY.Key_F5)
    assert running.showing == Showing(0)


def test_a_key_held_with_ctrl_is_not_ours(running: RunningSeminar) -> None:
    QTest.keyClick(running.room, KEY.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not running.is_blank


def test_a_clicker_walks_the_list_and_takes_a_case(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Escape, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp)
    press(running.room, KEY.Key_F5)
    assert not running.lists
    assert running.showing == Showing(1)


def test_the_list_ends_where_it_ends(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Escape, KEY.Key_Up)
    assert running.room.cases.place == 0
    press(running.room, KEY.Key_End, KEY.Key_Down, KEY.Key_Return)
    assert running.showing.place == len(CASES) - 1


def test_a_click_on_a_listed_case_takes_it(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Escape)
    listed = find(running.room, QListWidget, "seminar.case_list")
    place = listed.visualItemRect(listed.item(2)).center()
    QTest.mouseClick(listed.viewport(), LEFT, NO_KEYS, place)
    assert running.showing == Showing(2)


def test_after_the_last_step_comes_an_end_and_nothing_after_it(running: RunningSeminar) -> None:
    to_the_end(running)
    assert page(running).kicker == words.STAGE["end"]
    assert words.QUESTION["end"] in drawn(running)
    ended = running.showing
    press(running.room, KEY.Key_Right, KEY.Key_1, KEY.Key_R, KEY.Key_G)
    assert running.showing == ended
    press(running.room, KEY.Key_Left)
    assert page(running).stage is Stage.POINT
    press(running.room, KEY.Key_Right, KEY.Key_Escape)
    assert running.lists


STEPPING = (
    KEY.Key_Right, KEY.Key_Space, KEY.Key_Left, KEY.Key_Home, KEY.Key_End, KEY.Key_F5, KEY.Key_R,
    KEY.Key_1, KEY.Key_G, KEY.Key_Up, KEY.Key_Down,
)  # fmt: skip


@pytest.mark.parametrize("key", STEPPING)
def test_on_a_blank_screen_a_key_brings_the_page_back_and_does_nothing_else(
    running: RunningSeminar, key: Qt.Key
) -> None:
    press(running.room, KEY.Key_Right)
    before = (running.showing, running.pointed)
    press(running.room, KEY.Key_B, key)
    assert not running.is_blank
    assert (running.showing, running.pointed) == before


def test_behind_a_blank_screen_waits_what_was_there(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Escape, KEY.Key_Down, KEY.Key_B, KEY.Key_Right)
    assert running.lists
    assert running.room.cases.place == 1


# What the room says, and what else can be shown.


def test_s_turns_the_status_of_what_was_marked_last(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_2, KEY.Key_S)
    second = core.current(running.plan, running.showing).strategies[1]
    first = running.pack.statuses[0]
    assert running.showing.said_on(second) == Said(Verdict.MATCHES, first.id)
    assert first.label in drawn(running)


def count(running: RunningSeminar, text: str) -> QLineEdit:
    window = running.teacher or running.room
    line = find(window, QLineEdit, "seminar.votes_line")
    line.setText(text)
    press(line, KEY.Key_Return)
    return line


def test_hands_are_counted_and_shown_before_and_after_the_reveal(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_2, KEY.Key_V)
    count(running, "12 5 3 0")
    second, third = core.current(running.plan, running.showing).strategies[1:3]
    assert running.showing.said_on(second) == Said(Verdict.MATCHES, "", (12, 5, 3, 0, 0))
    assert running.pointed == third  # the next one is asked for
    for stage in (Stage.PREDICT, Stage.REVEAL):
        to(running, stage)
        press(running.room, KEY.Key_R)
        row = page(running).rows[1]
        assert [vote.number for vote in row.votes] == [12, 5, 3, 0, 0]
        assert "12" in drawn(running)
    assert [vote.right for vote in page(running).rows[1].votes] == [True, *[False] * 4]


def test_a_vote_that_is_no_number_is_one_line_and_nothing_is_lost(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_2, KEY.Key_V)
    before = running.showing
    line = count(running, "12 five")
    said = find(running.room, QLabel, "seminar.votes_asked").text()
    assert "five" in said
    assert "\n" not in said
    assert (running.showing, line.text(), line.isVisible()) == (before, "12 five", True)
    press(line, KEY.Key_Escape)
    assert not line.isVisible()
    assert page(running).stage is Stage.PREDICT
    assert not running.lists


def test_hands_are_not_asked_for_where_the_room_sees_no_question(running: RunningSeminar) -> None:
    line = find(running.room, QLineEdit, "seminar.votes_line")
    press(running.room, KEY.Key_V)
    assert not line.isVisible()
    press(running.room, KEY.Key_Right, KEY.Key_P, KEY.Key_V, KEY.Key_S)
    assert not line.isVisible()
    assert running.showing.view
    assert not running.showing.said


def test_a_clicker_goes_on_from_the_line_of_hands(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_V)
    line = find(running.room, QLineEdit, "seminar.votes_line")
    press(line, KEY.Key_PageDown)
    assert not line.isVisible()
    assert running.showing.step == 2


def test_right_and_missed_are_told_on_reveal_with_the_score(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_R)
    told = [row.room.right for row in page(running).rows if row.room]
    assert told == [True, True, False]
    assert page(running).score == (words.SCORE.format(right=2, of=3), words.SCORE_IS)


def test_the_last_page_tells_what_was_hard(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_1, KEY.Key_3)
    third = running.pack.strategy[core.current(running.plan, running.showing).strategies[2]].name
    to_the_end(running)
    assert words.END_HARD in drawn(running)
    assert third in drawn(running)
    assert page(running).score[0] == words.SCORE.format(right=1, of=2)


def test_all_that_was_missed_is_told_each_strategy_once_over_several_pages(
    controller: Controller,
) -> None:
    running = started(controller)
    for place, steps in enumerate(running.plan):
        running._go(place)
        for step, one in enumerate(steps):
            if one.stage is Stage.PREDICT:
                running._show(replace(running.showing, step=step))
                for strategy in one.strategies:  # what it is hardly ever
                    said = Said(Verdict.AGAINST)
                    running._show(core.say(running.plan, running.showing, strategy, said))
    to_the_end(running)
    ratings = list(all_rated(running.pack, running.seminar, running.showing.said))
    told, names = "", []
    for number in range(1, running._ends + 1):
        assert running.showing.end_page == number
        assert sheet_of(running).fits
        told += drawn(running)
        names += [line.text for line in page(running).left if line.kind == "name"]
        assert (words.END_MORE in drawn(running)) is (number < running._ends)
        press(running.room, KEY.Key_Right)
    missed = {running.pack.strategy[one.strategy].name for one in ratings if not one.right}
    assert running._ends > 1
    assert set(names) == missed
    often = Counter(one.strategy for one in ratings if not one.right)
    most = (END_LINES - 1) // 2
    assert len(names) == sum(-(-number // most) for number in often.values())
    assert told.count(words.END_MISSED.split("{")[0]) == sum(often.values())
    press(running.room, KEY.Key_Left)
    assert running.showing.end_page == running._ends - 1
    leave(controller)


@pytest.mark.parametrize("back", [KEY.Key_Right, KEY.Key_Left, KEY.Key_Escape])
def test_maps_and_the_card_lead_back_to_the_same_step(
    running: RunningSeminar, back: Qt.Key
) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_R)
    before, seen = running.showing, []
    press(running.room, KEY.Key_P)
    while running.showing.view:
        assert running.room.map.isVisible()
        assert banner_is_seen(running.room)
        seen.append(running.showing.view)
        press(running.room, KEY.Key_P)
    assert seen == list(maps(running.pack))
    for key in (KEY.Key_P, KEY.Key_1, KEY.Key_C):
        press(running.room, key)
        assert running.showing.beside
        press(running.room, back)
        assert running.showing == before
        assert running.room.stage.isVisible()


def test_a_map_that_cannot_be_drawn_is_one_line_and_the_step_comes_back(
    running: RunningSeminar, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(running.room, KEY.Key_Right, KEY.Key_1)
    before = running.showing

    def fail(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("nanoexplorer.render.rows.render_view.render_view", fail)
    press(running.room, KEY.Key_P)
    assert words.MAP_FAILED in running.room.map.accessibleDescription()
    running.room.map.grab()
    press(running.room, KEY.Key_Escape)
    assert running.showing == before


def test_hands_are_counted_in_the_teachers_window_where_there_is_one(
    controller: Controller,
) -> None:
    running = started(controller, OWN, OTHER)
    assert running.teacher
    press(running.teacher, KEY.Key_Right, KEY.Key_V)
    assert running.teacher.votes.isVisible()
    assert not running.room.votes.isVisible()
    count(running, "3 4")
    assert [vote.number for vote in page(running).rows[0].votes] == [3, 4, 0, 0, 0]
    leave(controller)


def test_a_countdown_counts_a_minute_or_more_and_ends_with_the_step(
    running: RunningSeminar,
) -> None:
    seconds = 100.0
    running.countdown._now = lambda: seconds
    press(running.room, KEY.Key_Right, KEY.Key_K, KEY.Key_K)
    assert running.room.stage._countdown == "2:00"
    seconds += 300
    running.countdown.changed.emit()
    assert running.room.stage._countdown == "0:00"
    QTest.keyClick(running.room, KEY.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert running.room.stage._countdown == ""
    press(running.room, KEY.Key_K, KEY.Key_Right)
    assert running.room.stage._countdown == ""


def test_minutes_of_her_own_start_the_time_and_it_goes_on_where_it_was_left(
    controller: Controller,
) -> None:
    case = seminar_of(session(controller).pack).cases[0]._replace(minutes=12)
    running = started(controller, seminar=Seminar("", (case,)))
    assert running.room.stage._left == words.minutes_left(12 * 60)
    running.clock._before = 200.0
    press(running.room, KEY.Key_Right)
    leave(controller)
    again = started(controller, seminar=Seminar("", (case,)))
    assert again.room.stage._left == words.minutes_left(12 * 60 - 200)
    leave(controller)


def test_a_clicker_alone_goes_through_a_case_in_nine_presses_at_most(
    running: RunningSeminar,
) -> None:
    """It has Page Up, Page Down, F5 and stop."""
    for number in range(len(CASES)):
        running.handle(Act.ESCAPE)
        for _ in range(number - running.room.cases.place):
            press(running.room, KEY.Key_PageDown)
        press(running.room, KEY.Key_F5)
        assert running.showing.place == number
        presses = 0
        while page(running).stage is not Stage.POINT:
            press(running.room, KEY.Key_PageDown)
            presses += 1
        assert presses <= 9, CASES[number]
        press(running.room, KEY.Key_Period)
        assert running.is_blank
        press(running.room, KEY.Key_PageUp)
        assert page(running).stage is Stage.POINT


# What the room sees.

TELLING = (*common.VERDICT.values(), *common.VERDICT_SHORT.values(), inspector_words.STANDS)


def every_showing(plan: Plan, place: int, status: str = "clinical-trials") -> Iterator[Showing]:
    """Every step of a case, with every strategy told and all that the room can say."""
    showing, odd = core.go(plan, place), False
    while showing.place == place:
        step = core.current(plan, showing)
        yield showing
        for strategy in step.strategies:
            if step.stage is Stage.PREDICT:
                said = Said(Verdict.NO_MATCH, status, (9, 12, 100, 0, 3) if odd else ())
                showing, odd = core.say(plan, showing, strategy, said), not odd
        if step.stage is Stage.REVEAL:
            showing = core.reveal_all(plan, showing)
            yield from (core.show_card(plan, showing, s) for s in step.strategies)
        yield showing
        after = core.forward(plan, showing)
        if after == showing:
            return
        showing = after


class PlacedCase(NamedTuple):
    pack: Pack
    seminar: Seminar
    plan: Plan

    def page(self, showing: Showing) -> Page:
        return page_of(self.pack, self.seminar, self.plan, showing)


@pytest.fixture(scope="module")
def placed_case() -> PlacedCase:
    pack = load_pack(bundled_pack())
    seminar = seminar_of(pack)
    return PlacedCase(pack, seminar, plan_of(pack, seminar))


@pytest.mark.parametrize("place", range(len(CASES)), ids=CASES)
def test_every_state_fits_and_is_large_enough(
    app: QApplication, placed_case: PlacedCase, place: int
) -> None:
    """The banner leaves a stage of about 1030 of 1080 px."""
    for showing in every_showing(placed_case.plan, place):
        sheet = lay_out(placed_case.page(showing), QSizeF(1920, 1028))
        assert sheet.fits, showing
        found = placed_case.page(showing)
        reveals = found.stage is Stage.REVEAL and not found.told
        least = LEAST_TOLD if reveals else LEAST
        assert min(w.layout.font().pixelSize() for w in sheet.words) >= least, showing
        assert sheet.smallest >= least, showing
        for box, _ in (*sheet.rows, *sheet.chips):
            assert 0 <= box.left() < box.right() <= 1920
            assert 0 <= box.top() < box.bottom() <= 1028
        for word in sheet.words:
            area = word.layout.boundingRect().translated(word.at)
            assert area.bottom() <= 1028, (showing, word.layout.text())


@pytest.mark.parametrize("size", [(1280, 670), (1024, 640), (1260, 1030)])
def test_every_step_fits_on_other_screens(
    app: QApplication, placed_case: PlacedCase, size: tuple[int, int]
) -> None:
    for place in range(0, len(CASES), 4):
        for showing in every_showing(placed_case.plan, place):
            assert lay_out(placed_case.page(showing), QSizeF(*size)).fits, showing


@pytest.mark.parametrize("place", range(len(CASES)), ids=CASES)
def test_while_the_room_predicts_nothing_is_told(
    app: QApplication, placed_case: PlacedCase, place: int
) -> None:
    statuses = [row.label for row in placed_case.pack.statuses]
    for showing in every_showing(placed_case.plan, place):
        found = placed_case.page(showing)
        if found.stage is not Stage.PREDICT:
            continue
        sheet = lay_out(found, QSizeF(1920, 1028))
        lines = {word.layout.text().casefold() for word in sheet.words}
        marked = [said for row in found.rows for said in (row.room, row.room_status) if said]
        said = {one.text.casefold() for one in marked}
        assert not sheet.chips
        offered = {common.VERDICT_SHORT[verdict].casefold() for verdict in found.answers}
        assert not (lines - said - offered) & {word.casefold() for word in (*TELLING, *statuses)}
        texts = [word.layout.text().casefold() for word in sheet.words]
        heard = [row.room for row in found.rows if row.room and not row.votes]  # those are bars
        told = [one.text.casefold() for one in heard]
        assert all(texts.count(word) == 1 + told.count(word) for word in offered)
        assert not any(row.verdict for row in found.rows)


@pytest.mark.parametrize("place", range(len(CASES)), ids=CASES)
def test_a_reveal_tells_verdict_status_reason_and_place(
    app: QApplication, placed_case: PlacedCase, place: int
) -> None:
    for showing in every_showing(placed_case.plan, place):
        step = core.current(placed_case.plan, showing)
        if step.stage is not Stage.REVEAL or not showing.card:
            continue
        text = shown(lay_out(placed_case.page(showing), QSizeF(1920, 1028)))
        verdict = placed_case.pack.table.verdict(
            placed_case.seminar.cases[place].profile, showing.card
        )
        assert common.VERDICT[verdict] in text
        if showing.card == "osimertinib":
            assert by_name(placed_case.pack, ["wu-67"]) in text
        assert "refs " not in text
        assert inspector_words.STANDS in text
        assert placed_case.pack.strategy[showing.card].name in text
        assert placed_case.page(showing).chips


def test_predict_shows_what_the_room_can_say_below_her_question_and_the_seminars(
    controller: Controller,
) -> None:
    case = seminar_of(session(controller).pack).cases[0]._replace(question="Mine first?")
    running = started(controller, seminar=Seminar("", (case,)))
    to(running, Stage.PREDICT)
    height = {word.layout.text(): word.at.y() for word in sheet_of(running).words}
    offered = {height[word] for word in common.VERDICT_SHORT.values()}
    assert len(offered) == 1
    assert height[words.PREDICT_KEYS] in offered
    names = [height[row.name] for row in page(running).rows]
    asked = height[words.QUESTION["predict"]]
    assert height["Mine first?"] < asked < offered.pop() < min(names)
    leave(controller)


def test_before_it_is_revealed_a_strategy_tells_nothing(running: RunningSeminar) -> None:
    to(running, Stage.REVEAL)
    sheet = running.room.stage.sheet
    assert sheet
    assert not sheet.chips
    assert not any(row.below or row.verdict for row in page(running).rows)
    press(running.room, KEY.Key_2)
    told = [row.number for row in page(running).rows if row.verdict]
    assert told == [2]
    press(running.room, KEY.Key_Right)
    assert all(row.verdict for row in page(running).rows)


def test_a_tumour_board_says_both_sides_and_ends_without_a_recommendation(
    controller: Controller,
) -> None:
    pack = session(controller).pack
    whole = seminar_of(pack)
    running = started(controller, seminar=Seminar("", whole.cases[:1], board=True))
    known = {s.text for s in pack.statements} | {words.SIDE_SILENT}
    heads = (words.SPEAKS_FOR, words.SPEAKS_AGAINST)
    to(running, Stage.ROLE)
    press(running.room, KEY.Key_Right)  # its second page has nothing more on one side
    assert words.SIDE_SILENT not in drawn(running)
    press(running.room, KEY.Key_Left)
    for stage in (Stage.ROLE, Stage.DISCUSS):
        to(running, stage)
        for side in (page(running).left, page(running).right):
            assert {line.text for line in side if line.kind == "body"} <= known
        assert (page(running).left[0].text, page(running).right[0].text) == heads
        assert not any(verdict in drawn(running) for verdict in common.VERDICT.values())
    to(running, Stage.SUMMARY)
    assert words.SUMMARY_FOOT in drawn(running)
    asked = shown_strategies(pack, whole.cases[0])
    for verdict in (Verdict.MATCHES, Verdict.OPEN):
        for id_ in asked:
            if pack.table.verdict(whole.cases[0].profile, id_) is verdict:
                assert pack.strategy[id_].name in drawn(running)
    leave(controller)


@pytest.mark.parametrize("place", range(0, len(CASES), 3))
def test_every_page_of_a_board_fits(app: QApplication, placed_case: PlacedCase, place: int) -> None:
    pack = placed_case.pack
    seminar = Seminar("", placed_case.seminar.cases, board=True)
    board = PlacedCase(pack, seminar, plan_of(pack, seminar))
    for showing in every_showing(board.plan, place):
        found = board.page(showing)
        if found.stage in (Stage.ROLE, Stage.DISCUSS, Stage.SUMMARY):
            sheet = lay_out(found, QSizeF(1920, 1028))
            assert sheet.fits, showing
            assert sheet.smallest >= LEAST_TOLD, showing


def test_the_disclaimer_is_seen_in_every_state(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_N)
    for stage in (*dict.fromkeys(step.stage for step in running.plan[0]), Stage.END):
        to(running, stage)
        assert banner_is_seen(running.room), stage
    for key in (KEY.Key_B, KEY.Key_B, KEY.Key_Escape):
        press(running.room, key)
        assert banner_is_seen(running.room)


def test_a_teachers_note_is_said_not_to_be_from_the_sources(controller: Controller) -> None:
    case = seminar_of(session(controller).pack).cases[0]
    case = case._replace(note="Ask <b>why</b>", aside="Slowly")
    running = started(controller, seminar=Seminar("", (case,)))
    to(running, Stage.POINT)
    assert "Ask <b>why</b>" in drawn(running)
    assert words.OWN in drawn(running)
    assert "Slowly" not in drawn(running)
    leave(controller)


@pytest.mark.parametrize("break_after", [9, 40, 300, 1999])
def test_the_longest_note_fits_and_is_large_enough(
    app: QApplication, placed_case: PlacedCase, break_after: int
) -> None:
    text = "Which of these would change with another test? " * 42
    note = "\n".join(text[at : at + break_after] for at in range(0, 1700, break_after))
    seminar = Seminar("", (placed_case.seminar.cases[0]._replace(note=note[:2000]),))
    own = PlacedCase(placed_case.pack, seminar, plan_of(placed_case.pack, seminar))
    for showing in every_showing(own.plan, 0):
        sheet = lay_out(own.page(showing), QSizeF(1920, 1028))
        assert sheet.fits
        least = LEAST_TOLD if own.page(showing).stage is Stage.REVEAL else LEAST
        assert sheet.smallest >= least


def test_strategies_left_out_are_counted_and_not_named(controller: Controller) -> None:
    pack = session(controller).pack
    case = seminar_of(pack).cases[0]
    hidden = shown_strategies(pack, case)[0]
    running = started(controller, seminar=Seminar("", (case._replace(hidden=(hidden,)),)))
    to(running, Stage.PREDICT)
    assert pack.strategy[hidden].name not in drawn(running)
    assert words.left_out(0, 1) in drawn(running)
    leave(controller)


def test_a_screen_reader_hears_the_page(running: RunningSeminar) -> None:
    to(running, Stage.PREDICT)
    assert words.QUESTION["predict"] in running.room.stage.accessibleDescription()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_banner_and_list_are_large_enough(controller: Controller, theme: str) -> None:
    pack = session(controller).pack
    made = RoomWindow(pack, chosen_theme(theme), 100, controller.window)
    made.resize(FULL)
    made.cases.show_cases(pack, seminar_of(pack), 0)
    made.stack.setCurrentWidget(made.cases)
    made.show()
    made.resize(FULL)
    let_go()
    labels = [w for w in made.findChildren(QLabel) if w.isVisible()]
    assert {"banner.lead", "banner.rest", "seminar.cases_help"} <= {w.objectName() for w in labels}
    for widget in (*labels, made.cases.list):
        assert QFontInfo(widget.font()).pixelSize() >= LEAST, widget.objectName()
    made.close()
    made.deleteLater()
    let_go()


# Notes and screens.


def notes_text(window: QWidget) -> str:
    return find(window, QTextBrowser, "seminar.notes_text").toPlainText()


def has_teacher(running: RunningSeminar) -> bool:
    return running.teacher is not None and running.teacher.isVisible()


def test_on_one_screen_n_shows_the_notes_and_gives_nothing_away(running: RunningSeminar) -> None:
    assert running.teacher is None
    to(running, Stage.PREDICT)
    press(running.room, KEY.Key_N)
    assert running.room.notes.isVisible()
    text = notes_text(running.room)
    assert words.NOTES_ANSWER.upper() not in text.upper()
    assert not any(f": {word}" in text for word in common.VERDICT_SHORT.values())
    press(running.room, KEY.Key_N, KEY.Key_N)
    assert not running.room.notes.isVisible()


def test_on_a_screen_that_the_room_sees_notes_say_so_and_leave_the_page_its_size(
    running: RunningSeminar,
) -> None:
    whole = running.room.stage.width()
    press(running.room, KEY.Key_N)
    let_go()
    assert running.room.stage.width() == whole
    assert words.NOTES_OVER in notes_text(running.room)
    press(running.room, KEY.Key_N)
    let_go()
    assert running.room.stage.width() < whole
    assert words.NOTES_BESIDE in notes_text(running.room)
    press(running.room, KEY.Key_N)
    let_go()
    assert running.room.stage.width() == whole


@pytest.mark.parametrize("key", [KEY.Key_F1, KEY.Key_Question])
@pytest.mark.parametrize("away", [KEY.Key_F1, KEY.Key_Question, KEY.Key_Escape, KEY.Key_Right])
def test_the_keys_are_shown_over_the_page_and_a_key_takes_them_away(
    running: RunningSeminar, key: Qt.Key, away: Qt.Key
) -> None:
    press(running.room, KEY.Key_Right)
    before, panel = running.showing, running.room.keys_panel
    press(running.room, key)
    let_go()
    assert panel.isVisible()
    assert not running.room.notes.isVisible()
    assert all(what in panel.text.toPlainText() for _, what in words.KEYS)
    assert panel.text.verticalScrollBar().maximum() == 0
    press(running.room, away)
    assert not panel.isVisible()
    assert running.showing == before
    assert not running.lists


@pytest.mark.parametrize("zoom", [100, 150])
def test_the_keys_leave_the_banner_in_sight(controller: Controller, zoom: int) -> None:
    controller.dress(zoom=zoom)
    running = started(controller)
    let_go()
    press(running.room, KEY.Key_F1)
    let_go()
    assert running.room.keys_panel.y() >= running.room._banner.geometry().bottom()
    assert running.room.keys_panel.text.verticalScrollBar().maximum() == 0
    leave(controller)


def test_the_keys_are_shown_to_the_teacher_alone_where_she_has_a_screen(
    controller: Controller,
) -> None:
    running = started(controller, OWN, OTHER)
    assert running.teacher
    press(running.room, KEY.Key_F1)
    assert running.teacher.keys_panel.isVisible()
    assert not running.room.keys_panel.isVisible()
    leave(controller)


def test_what_to_do_is_said_beside_the_time_and_until_something_is_revealed(
    running: RunningSeminar,
) -> None:
    stage = running.room.stage
    press(running.room, KEY.Key_T)
    assert (bool(stage._left), stage._hint) == (True, words.STAGE_HINT["profile"])
    to(running, Stage.REVEAL)
    assert (bool(stage._left), stage._hint) == (True, words.STAGE_HINT["reveal"])
    press(running.room, KEY.Key_1)
    assert (bool(stage._left), stage._hint) == (True, "")


def test_the_notes_buttons_send_what_the_keys_send(running: RunningSeminar) -> None:
    press(running.room, KEY.Key_N)
    QTest.mouseClick(find(running.room, QPushButton, "seminar.forward"), LEFT)
    assert page(running).stage is Stage.PREDICT
    QTest.mouseClick(find(running.room, QPushButton, "seminar.back"), LEFT)
    assert page(running).stage is Stage.PROFILE


def test_a_second_screen_gets_the_room_and_the_teacher_keeps_the_notes(
    controller: Controller,
) -> None:
    running = started(controller, OWN, OTHER)
    assert running.teacher is not None
    assert running.teacher.isVisible()
    assert not running.room.notes.isVisible()
    focused = QApplication.focusWidget() or running.teacher
    press(focused, KEY.Key_Space, KEY.Key_1)  # no button of the notes takes the keys
    assert page(running).stage is Stage.PREDICT
    said = common.VERDICT_SHORT["matches"]
    assert words.ROOM_SAYS.format(said=said) in notes_text(running.teacher)
    assert words.NOTES_ANSWER.upper() in notes_text(running.teacher).upper()
    assert banner_is_seen(running.teacher)
    assert banner_is_seen(running.room)
    leave(controller)


def test_the_teacher_is_told_what_else_the_room_sees(controller: Controller) -> None:
    running = started(controller, OWN, OTHER)
    assert running.teacher
    title = find(running.teacher, QLabel, "seminar.notes_title")
    for keys, state in (
        ([KEY.Key_B], f" · {words.NOTES_BLANK}"),
        ([KEY.Key_B], ""),
        ([KEY.Key_Escape], " · the room sees the list; marked: 1.  EGFR mutated, two lesions"),
        ([KEY.Key_Down], " · the room sees the list; marked: 2.  Nothing tested"),
        ([KEY.Key_Return], ""),
    ):
        press(running.teacher, *keys)
        assert title.text() == words.NOTES + state
    leave(controller)


def test_a_screen_that_is_unplugged_is_given_up_and_one_that_comes_is_taken(
    controller: Controller,
) -> None:
    found = [OWN, OTHER]
    controller.seminars.screens = lambda: found
    act(controller, "seminar_start")
    running = controller.seminars.running
    assert running
    press(running.room, KEY.Key_Right)
    found.remove(OTHER)
    running.take_places()
    assert not has_teacher(running)
    assert running.room.isVisible()
    assert page(running).stage is Stage.PREDICT
    found.append(OTHER)
    running.take_places()
    assert has_teacher(running)
    found.clear()
    running.take_places()  # while screens are exchanged there may be none
    assert not running.over
    leave(controller)


Case = tuple[list[Screen], QRect, Screen, Screen | None]


@pytest.mark.parametrize(
    "case",
    [
        ([OWN], QRect(10, 10, 800, 600), OWN, None),
        ([OWN, OTHER], QRect(10, 10, 800, 600), OTHER, OWN),
        ([OWN, OTHER], QRect(1400, 10, 800, 600), OWN, OTHER),
        ([OWN, OTHER], QRect(9000, 9000, 10, 10), OTHER, OWN),
        ([OWN, OWN], QRect(10, 10, 800, 600), OWN, None),
        ([OWN, MIRROR], QRect(10, 10, 800, 600), OWN, None),
    ],
)
def test_the_teacher_keeps_the_screen_with_the_window(case: Case) -> None:
    screens, window, running, teacher = case
    assert places(screens, window) == (running, teacher)


# Themes.


def test_another_theme_or_zoom_reaches_the_stage(controller: Controller) -> None:
    running = started(controller)

    def ground() -> str:
        shot = running.room.stage.grab().toImage()
        return shot.pixelColor(2, shot.height() - 2).name()

    light = ground()
    controller.dress(theme="dark")
    assert ground() != light
    controller.dress(zoom=150)
    assert page(running).stage is Stage.PROFILE
    assert banner_is_seen(running.room)
    leave(controller)


def test_closing_the_app_takes_the_seminar_with_it(controller: Controller) -> None:
    started(controller)
    controller.window.close()
    let_go()
    assert controller.seminars.running is None
