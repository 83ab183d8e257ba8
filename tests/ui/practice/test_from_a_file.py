"""A sheet of questions that comes back to the window: practice asks exactly what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import Question, Setup, draw_questions
from nanoexplorer.formats.questions import questions_json
from nanoexplorer.render.pages.pdf import described
from nanoexplorer.render.pages.questions import write_questions
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.practice.requests import Answer
from nanoexplorer.words import export as export_words
from tests.controllers import act, click, find, let_go, said, session
from tests.dropping import drop_files, let_it_read

OURS, OLD = '"version":"1.2"', '"version":"1.1"'


def setup_of(controller: Controller) -> Setup:
    return Setup(tuple(case.id for case in session(controller).pack.cases), 4, 23)


def sheet(controller: Controller, folder: Path, answers: str = "none") -> Path:
    """A sheet as the dialog writes it."""
    pack, path = session(controller).pack, folder / "sheet.pdf"
    write_questions(pack, setup_of(controller), answers, chosen_theme("light"), path)  # type: ignore[arg-type]
    return path


def saying(controller: Controller, folder: Path, old: str, new: str) -> Path:
    """A sheet whose state says something else in one place."""
    pack, setup = session(controller).pack, setup_of(controller)
    state = questions_json(pack, setup, draw_questions(pack, setup))
    assert old in state
    path = sheet(controller, folder)
    path.write_bytes(described(path.read_bytes(), state.replace(old, new)))
    return path


def asked(controller: Controller) -> tuple[Question, ...]:
    assert controller.practice.round
    return controller.practice.round.questions


@pytest.mark.parametrize("answers", ["none", "behind"])
def test_a_sheet_that_is_dropped_is_asked(
    mini_controller: Controller, tmp_path: Path, answers: str
) -> None:
    before = session(mini_controller).intent
    drop_files(mini_controller.window, sheet(mini_controller, tmp_path, answers))
    assert find(mini_controller, QWidget, "practice").isVisible()
    assert asked(mini_controller) == draw_questions(
        session(mini_controller).pack, setup_of(mini_controller)
    )
    assert mini_controller.practice.setup == setup_of(mini_controller)
    assert not mini_controller.window.findChildren(QLabel, "practice.remark")
    assert session(mini_controller).intent == before
    mini_controller.practice.leave()
    assert said(mini_controller) == export_words.VIEW_OPENED.format(name="sheet.pdf")


def test_a_sheet_is_opened_from_the_menu(mini_controller: Controller, tmp_path: Path) -> None:
    path = sheet(mini_controller, tmp_path)
    mini_controller.exports.ask_open = lambda *_: path
    act(mini_controller, "open")
    let_it_read()
    assert find(mini_controller, QLabel, "practice.strategy").isVisible()
    assert len(asked(mini_controller)) == 4


def test_a_sheet_takes_the_place_of_a_round_under_way(
    mini_controller: Controller, tmp_path: Path
) -> None:
    act(mini_controller, "practice")
    mini_controller.practice.start(Setup((), 2, 1))
    drop_files(mini_controller.window, sheet(mini_controller, tmp_path))
    assert find(mini_controller, QLabel, "practice.strategy").isVisible()
    assert len(asked(mini_controller)) == 4


def test_a_sheet_of_another_version_says_that_verdicts_may_differ_as_long_as_it_is_asked(
    mini_controller: Controller, tmp_path: Path
) -> None:
    path = saying(mini_controller, tmp_path, OURS, OLD)
    drop_files(mini_controller.window, path)
    line = export_words.VIEW_OPENED_OLDER.format(name=path.name, found="1.1", ours="1.2")
    practice = mini_controller.practice
    assert find(mini_controller, QLabel, "practice.remark").text() == line
    practice.handle(Answer(Given(Verdict.OPEN, practice.pack.statuses[0].id)))
    assert find(mini_controller, QLabel, "practice.remark").text() == line
    click(mini_controller, "practice.end")
    assert find(mini_controller, QLabel, "practice.remark").text() == line
    click(mini_controller, "practice.again")
    assert asked(mini_controller) == draw_questions(practice.pack, setup_of(mini_controller))
    assert find(mini_controller, QLabel, "practice.remark").text() == line
    practice.new_round()
    let_go()
    assert not mini_controller.window.findChildren(QLabel, "practice.remark")
    practice.start(practice.setup)
    let_go()
    assert not mini_controller.window.findChildren(QLabel, "practice.remark")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("coffee-brewing", "tea-brewing", "tea-brewing"),
        ('"number":4', '"number":"many"', "damaged"),
        ("nanoexplorer/questions/1", "nanoexplorer/questions/9", "another version of the app"),
        ('"strategy":"', '"strategy":"x-', "“x-"),
    ],
)
def test_a_sheet_that_cannot_be_asked_is_one_line_and_changes_nothing(
    mini_controller: Controller, tmp_path: Path, old: str, new: str, says: str
) -> None:
    drop_files(mini_controller.window, saying(mini_controller, tmp_path, old, new))
    assert says in said(mini_controller)
    assert said(mini_controller).isprintable()
    assert mini_controller.practice.round is None
    assert not mini_controller.window.findChildren(QWidget, "practice")


def test_what_is_dropped_on_practice_is_seen_and_the_round_waits(
    mini_controller: Controller, tmp_path: Path
) -> None:
    act(mini_controller, "practice")
    mini_controller.practice.start(Setup((), 2, 1))
    (tmp_path / "x.png").write_bytes(b"")
    drop_files(mini_controller.window, tmp_path / "x.png")
    assert mini_controller.content
    assert mini_controller.content.status.isVisible()
    assert "x.png" in said(mini_controller)
    act(mini_controller, "practice")
    assert len(asked(mini_controller)) == 2
