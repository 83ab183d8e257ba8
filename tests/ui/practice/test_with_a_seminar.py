"""Practice with a seminar: the one that is open, or a file; what is wrong with one is a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase, seminar_of
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.words.teaching import practice as words
from tests.controllers import act, click, find, session


def mine(controller: Controller, **changes: object) -> Seminar:
    case = session(controller).pack.cases[0]
    made = SeminarCase(case.profile, own_title="Of my own")
    return Seminar("Mine", (made._replace(**changes),))  # type: ignore[arg-type]


def asked(controller: Controller) -> str:
    return str(find(controller, QComboBox, "practice.ask").currentText())


def said(controller: Controller) -> str:
    return find(controller, QLabel, "practice.said").text()


def choose(controller: Controller, path: Path | None) -> None:
    controller.practice.ask_open = lambda *_: path
    controller.practice.draw_seed = lambda: 5
    if controller.practice.page is None:
        act(controller, "practice")
    click(controller, "practice.file")


def saved(controller: Controller, seminar: Seminar, folder: Path) -> Path:
    path = folder / "mine.nxseminar"
    path.write_text(seminar_text(seminar, session(controller).pack))
    return path


def test_the_open_seminar_is_proposed_and_asked_about(controller: Controller) -> None:
    seminar = mine(controller, hidden=(session(controller).pack.strategies[0].id,))
    controller.seminars.seminar = seminar
    act(controller, "practice")
    assert asked(controller) == words.seminar_asked("Mine")
    click(controller, "practice.start")
    assert controller.practice.round
    for question in controller.practice.round.questions:
        assert question.profile == seminar.cases[0].profile
        assert question.title == "Of my own"
        assert question.strategy not in seminar.cases[0].hidden


def test_a_seminar_that_was_closed_is_not_proposed_any_more(controller: Controller) -> None:
    controller.seminars.seminar = mine(controller)
    act(controller, "practice")
    controller.practice.leave()
    controller.seminars.seminar = seminar_of(session(controller).pack)._replace(cases=())
    act(controller, "practice")
    assert asked(controller) == words.ASK_CASES
    assert controller.practice.setup.seminar is None


def test_a_seminar_file_is_asked_about_and_changes_nothing_else(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    act(controller, "practice")
    find(controller, QSpinBox, "practice.seed").setValue(123)
    choose(controller, saved(controller, mine(controller), tmp_path))
    qtbot.waitUntil(lambda: asked(controller) == words.seminar_asked("Mine"))
    assert said(controller) == ""
    assert find(controller, QSpinBox, "practice.seed").value() == 123
    assert controller.seminars.seminar is None
    click(controller, "practice.start")
    assert controller.practice.round
    assert {q.title for q in controller.practice.round.questions} == {"Of my own"}


def test_thinking_better_of_it_changes_nothing(controller: Controller) -> None:
    choose(controller, None)
    assert asked(controller) == words.ASK_CASES


@pytest.mark.parametrize("content", ["", "{}", "[", '{"schema": "nanoexplorer/seminar/99"}'])
def test_a_file_that_is_none_is_one_line(
    controller: Controller, qtbot: QtBot, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "odd.nxseminar"
    path.write_text(content)
    choose(controller, path)
    qtbot.waitUntil(lambda: "odd.nxseminar" in said(controller))
    assert "\n" not in said(controller)
    assert asked(controller) == words.ASK_CASES
    assert path.read_text() == content


def test_a_seminar_without_cases_is_said_to_have_none(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(controller, saved(controller, Seminar("Mine", ()), tmp_path))
    line = words.NO_CASE_IN.format(name="mine.nxseminar")
    qtbot.waitUntil(lambda: said(controller) == line)


def test_a_seminar_that_shows_nothing_asks_nothing(controller: Controller) -> None:
    every = tuple(strategy.id for strategy in session(controller).pack.strategies)
    controller.seminars.seminar = mine(controller, hidden=every)
    act(controller, "practice")
    click(controller, "practice.start")
    assert controller.practice.round is None
    assert said(controller) == words.NOTHING_ASKED


def test_what_was_saved_with_another_version_of_the_pack_says_so(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    path = saved(controller, mine(controller), tmp_path)
    version = session(controller).pack.version
    path.write_text(path.read_text().replace(f'"{version}"', '"2020.1"'))
    choose(controller, path)
    qtbot.waitUntil(lambda: "2020.1" in said(controller))
    assert asked(controller) == words.seminar_asked("Mine")
