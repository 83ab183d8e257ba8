"""Undo, redo and reset: a change of the profile is a step, looking around is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.case_code import CaseCodeError
from nanoexplorer.core.screen import EMPTY, Intent
from nanoexplorer.ui.base.session import UNDO_STEPS, Session
from tests.controllers import act, profile, session
from tests.packs import mini_pack


@pytest.fixture
def brewing(app: object) -> Session:
    made = Session(mini_pack())
    made.refresh()
    return made


def test_the_first_screen_is_a_difference_from_the_empty_one(app: object, qtbot: QtBot) -> None:
    made = Session(mini_pack())
    assert made.screen == EMPTY
    with qtbot.waitSignal(made.screen_changed) as caught:
        made.refresh()
    screen, changed = caught.args
    assert screen.part
    assert {"profile", "part", "tab"} <= changed


def test_only_what_differs_is_said_to_have_changed(brewing: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(brewing.screen_changed) as caught:
        brewing.change(selection="moka-pot")
    assert caught.args[1] == {"selection", "inspector"}
    with qtbot.assertNotEmitted(brewing.screen_changed):
        brewing.change(selection="moka-pot")


def test_profiles_come_back_in_order_and_forth_again(brewing: Session) -> None:
    seen = [brewing.profile]
    for cups in (1, 2, 3):
        brewing.edit_profile("cups", cups)
        seen.append(brewing.profile)
    back = [brewing.profile]
    while brewing.can_undo:
        brewing.undo()
        back.append(brewing.profile)
    assert back == seen[::-1]
    forth = [brewing.profile]
    while brewing.can_redo:
        brewing.redo()
        forth.append(brewing.profile)
    assert forth == seen


def test_a_new_step_forgets_what_was_undone(brewing: Session) -> None:
    brewing.edit_profile("cups", 1)
    brewing.undo()
    brewing.edit_profile("roast", "dark")
    assert not brewing.can_redo


def test_looking_around_is_no_step_and_stays(brewing: Session) -> None:
    brewing.edit_profile("cups", 1)
    brewing.change(selection="moka-pot", search="roast")
    brewing.undo()
    assert brewing.intent == Intent(mini_pack().blank_profile, None, "moka-pot", "roast")
    assert not brewing.can_undo


def test_undo_has_an_end(brewing: Session) -> None:
    for step in range(UNDO_STEPS + 30):
        brewing.edit_profile("cups", 1 + step % 40)
    steps = 0
    while brewing.can_undo:
        brewing.undo()
        steps += 1
    assert steps == UNDO_STEPS


def test_nothing_to_undo_does_nothing(brewing: Session) -> None:
    before = brewing.intent
    brewing.undo()
    brewing.redo()
    assert brewing.intent == before


def test_what_is_remembered_is_nothing_to_undo(brewing: Session) -> None:
    brewing.edit_profile("cups", 7)
    code = brewing.screen.profile.case_code
    again = Session(mini_pack())
    again.recall(code, "moka-pot")
    again.refresh()
    assert again.profile == brewing.profile
    assert again.screen.selection == "moka-pot"
    assert not again.can_undo


@pytest.mark.parametrize(
    ("version", "ours", "kept"),
    [("1.2", False, True), ("1.3", True, True), ("1.3", False, False)],
)
def test_a_remembered_profile_of_another_version_of_somebody_s_pack_is_let_go(
    brewing: Session, version: str, ours: bool, kept: bool
) -> None:
    """Its codes may stand for something else by now, and nobody would see it."""
    brewing.edit_profile("cups", 7)
    again = Session(replace(mini_pack(), version=version, ours=ours))
    again.recall(brewing.screen.profile.case_code, "moka-pot")
    again.refresh()
    assert (again.profile == brewing.profile) == kept
    assert kept or again.profile == again.pack.blank_profile
    assert again.screen.selection == "moka-pot"


def test_a_bad_code_leaves_the_profile(brewing: Session) -> None:
    with pytest.raises(CaseCodeError):
        brewing.open_case_code("nothing")
    assert brewing.profile == mini_pack().blank_profile


def test_the_menu_undoes_redoes_and_resets(controller: Controller) -> None:
    assert not controller.actions["undo"].isEnabled()
    session(controller).edit_profile("egfr", "mutated")
    session(controller).open_case(session(controller).pack.cases[0].id)
    act(controller, "undo")
    assert profile(controller)["egfr"] == "mutated"
    act(controller, "undo")
    assert session(controller).profile == session(controller).pack.blank_profile
    assert not controller.actions["undo"].isEnabled()
    act(controller, "redo")
    assert profile(controller)["egfr"] == "mutated"
    act(controller, "reset")
    assert profile(controller)["egfr"] == "not-tested"
    assert not controller.actions["redo"].isEnabled()
