"""Questions on paper or for another program: what is chosen is what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.teaching.questions import Setup, draw_questions
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase
from nanoexplorer.render.job import Cancelled
from nanoexplorer.render.questions.writing import KINDS
from nanoexplorer.ui.practice.questions_dialog import QuestionsDialog
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words.teaching import practice as words
from nanoexplorer.words.teaching import questions as question_words
from tests.controllers import act, activate, click, find, session
from tests.controllers import dialog as open_dialog


def opened(controller: Controller, path: Path | None = None) -> QuestionsDialog:
    controller.practice.ask_save = lambda *_: path
    controller.practice.draw_seed = lambda: 77
    act(controller, "questions")
    made = open_dialog()
    assert isinstance(made, QuestionsDialog)
    return made


def choose(made: QuestionsDialog, field: str, id_: str) -> None:
    box = find(made, QComboBox, f"practice.questions.{field}")
    box.setCurrentIndex(box.findData(id_))


def said(made: QuestionsDialog) -> str:
    return find(made, QLabel, "practice.questions.said").text()


def test_it_begins_with_all_cases_and_a_seed(controller: Controller) -> None:
    made = opened(controller)
    cases = tuple(case.id for case in session(controller).pack.cases)
    assert made.setup() == Setup(cases, 8, 77)
    made.close()


@pytest.mark.parametrize("ask", ["all", "random", "one"])
def test_practice_asks_what_the_handout_prints_from_the_same_number(
    controller: Controller, ask: str
) -> None:
    made = opened(controller)
    find(made, QSpinBox, "practice.questions.number").setValue(5)
    find(made, QSpinBox, "practice.questions.seed").setValue(4711)
    case = session(controller).pack.cases[3]
    if ask == "one":
        click(made, "practice.questions.none")
        find(made, QAbstractButton, f"practice.questions.case.{case.id}").click()
    choose(made, "about", "random" if ask == "random" else "cases")
    printed = draw_questions(session(controller).pack, made.setup())
    made.close()
    act(controller, "practice")
    box = find(controller, QComboBox, "practice.ask")
    box.setCurrentIndex(box.findData(case.id if ask == "one" else ask))
    find(controller, QComboBox, "practice.number").setCurrentIndex(1)  # eight: the first five agree
    find(controller, QSpinBox, "practice.seed").setValue(4711)
    click(controller, "practice.start")
    assert controller.practice.round
    assert controller.practice.round.questions[:5] == printed


def test_cases_number_and_seed_are_chosen(controller: Controller) -> None:
    made = opened(controller)
    click(made, "practice.questions.none")
    assert not find(made, QPushButton, "practice.questions.save").isEnabled()
    assert said(made) == words.HANDOUT_NO_CASE
    find(made, QAbstractButton, "practice.questions.case.nothing-tested").click()
    find(made, QSpinBox, "practice.questions.number").setValue(3)
    find(made, QSpinBox, "practice.questions.seed").setValue(5)
    assert made.setup() == Setup(("nothing-tested",), 3, 5)
    assert said(made) == ""
    click(made, "practice.questions.new_seed")
    assert made.setup().seed == 77
    choose(made, "about", "random")
    assert made.setup().cases == ()
    assert not find(made, QAbstractButton, "practice.questions.all").isEnabled()
    made.close()


@pytest.mark.parametrize(("answers", "count"), [("behind", 1), ("apart", 2), ("none", 1)])
def test_it_is_saved_and_said_where(
    controller: Controller, qtbot: QtBot, tmp_path: Path, answers: str, count: int
) -> None:
    made = opened(controller, tmp_path / "set.pdf")
    find(made, QSpinBox, "practice.questions.number").setValue(2)
    choose(made, "answers", answers)
    click(made, "practice.questions.save")
    files = [tmp_path / "set.pdf", tmp_path / "set-answers.pdf"][:count]
    where = common.listed([str(file) for file in files])
    qtbot.waitUntil(lambda: said(made) == words.SAVED.format(path=where))
    assert sorted(tmp_path.glob("*.pdf")) == sorted(files)
    made.close()


def test_what_cannot_be_saved_is_said_in_the_dialog(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    made = opened(controller, tmp_path / "nowhere" / "set.pdf")
    click(made, "practice.questions.save")
    qtbot.waitUntil(lambda: "nowhere" in said(made))
    made.close()


def test_a_handout_that_is_stopped_is_said_not_to_be_written(
    controller: Controller, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> object:
        raise Cancelled

    monkeypatch.setattr("nanoexplorer.render.pages.questions.write_questions", stopped)
    made = opened(controller, tmp_path / "set.pdf")
    click(made, "practice.questions.save")
    qtbot.waitUntil(lambda: said(made) == export_words.CANCELLED)
    made.close()


@pytest.mark.parametrize("suffix", [kind.suffix for kind in KINDS])
def test_every_kind_is_written_about_the_open_seminar(
    controller: Controller, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    case = session(controller).pack.cases[0]
    mine = Seminar("Mine", (SeminarCase(case.profile, own_title="Hers"),))
    controller.seminars.seminar = mine
    path = tmp_path / f"set{suffix}"
    made = opened(controller, path)
    assert made.setup().seminar == mine  # what is open comes first
    assert not find(made, QAbstractButton, "practice.questions.all").isEnabled()
    choose(made, "kind", suffix)
    assert find(made, QWidget, "practice.questions.answers").isEnabled() == (suffix == ".pdf")
    find(made, QSpinBox, "practice.questions.number").setValue(2)
    click(made, "practice.questions.save")
    qtbot.waitUntil(lambda: said(made) == words.SAVED.format(path=path))
    assert path.stat().st_size > 500
    made.close()


def test_the_name_that_is_proposed_has_the_kind_that_was_chosen(controller: Controller) -> None:
    made, proposed = opened(controller), []
    made.ask_save = lambda *asked: proposed.append(asked[2:])
    choose(made, "kind", ".apkg")
    click(made, "practice.questions.save")
    [(name, filters)] = proposed
    assert name == question_words.SAVE_NAME.format(seed=77, suffix=".apkg")
    assert filters.startswith(question_words.KINDS[".apkg"])
    made.close()


def test_a_seminar_without_cases_is_not_asked_about(controller: Controller) -> None:
    controller.seminars.seminar = Seminar("Mine", ())
    made = opened(controller)
    assert said(made) == question_words.EMPTY_SEMINAR
    assert not find(made, QPushButton, "practice.questions.save").isEnabled()
    choose(made, "about", "cases")
    assert find(made, QPushButton, "practice.questions.save").isEnabled()
    made.close()


def test_fewer_than_were_asked_for_are_said_to_be(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    made = opened(controller, tmp_path / "set.gift")
    click(made, "practice.questions.none")
    find(made, QAbstractButton, "practice.questions.case.nothing-tested").click()
    find(made, QSpinBox, "practice.questions.number").setValue(1000)
    click(made, "practice.questions.save")
    number = len(session(controller).pack.strategies)
    fewer = question_words.FEWER.format(found=number, wanted=1000)
    qtbot.waitUntil(lambda: said(made).endswith(fewer))
    made.close()


def test_a_name_that_is_of_no_kind_is_refused(controller: Controller, tmp_path: Path) -> None:
    made = opened(controller, tmp_path / "set.txt")
    click(made, "practice.questions.save")
    assert ".gift" in said(made)
    assert not (tmp_path / "set.txt").exists()
    made.close()


def test_one_who_thinks_better_of_it_saves_nothing(controller: Controller, tmp_path: Path) -> None:
    made = opened(controller)
    click(made, "practice.questions.save")
    assert said(made) == ""
    assert list(tmp_path.glob("*.pdf")) == []
    made.close()


def test_everything_is_named_and_reached_by_tab_and_escape_closes(
    controller: Controller, qtbot: QtBot
) -> None:
    made = opened(controller)
    activate(qtbot, made)
    wanted = [
        w
        for w in made.findChildren(QWidget)
        if isinstance(w, QAbstractButton | QSpinBox | QComboBox) and w.isVisible()
    ]
    reached: list[QWidget | None] = []
    for _ in range(2 * len(wanted)):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or made, Qt.Key.Key_Tab)
    assert [w.objectName() for w in wanted if w not in reached] == []
    for widget in wanted:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name).strip(), widget.objectName()
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_it_fits_into_a_small_window_with_its_fields_in_line(
    controller: Controller, qtbot: QtBot, zoom: int
) -> None:
    controller.window.resize(1024, 700)
    controller.dress(zoom=zoom)
    made = opened(controller)
    fields = [find(made, QWidget, f"practice.questions.{n}") for n in ("number", "seed", "answers")]
    qtbot.waitUntil(lambda: len({(f.geometry().y(), f.height()) for f in fields}) == 1)
    assert made.width() <= 1024 - 48
    assert made.height() <= 700 - 48
    made.close()
