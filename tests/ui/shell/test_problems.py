"""A broken pack: the window opens and shows everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.base.settings import gate_mark
from nanoexplorer.ui.shell.problems import ProblemsPage
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words.packs import problems as problems_words
from tests.controllers import bare_controller, click, clipboard_text, find, put_away
from tests.packs import copy_of_mini_pack, edit_cell


@pytest.mark.usefixtures("clipboard")
def test_every_problem_is_a_line_that_can_be_copied(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "strategies.csv", 2, "kind", "<b>kettle</b>")
    edit_cell(pack, "fields.csv", 2, "tag", "")
    controller = bare_controller(app, tmp_path, pack, gate=gate_mark())
    controller.open()
    qtbot.waitUntil(lambda: bool(controller.window.findChildren(ProblemsPage)))
    lines = find(controller, QPlainTextEdit, "problems.list").toPlainText().splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "fields.csv, row 2, column tag",
        "strategies.csv, row 2, column kind",
    ]
    assert "“<b>kettle</b>” does not exist; allowed: " in lines[1]
    shown = [label.text() for label in find(controller, QWidget, "problems").findChildren(QLabel)]
    assert actions_words.PACK_BROKEN.format(count=problems_words.problem_count(2)) in shown
    click(controller, "problems.copy")
    assert clipboard_text().splitlines() == lines
    put_away(controller)


def test_a_folder_that_is_not_there_is_a_problem_too(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = bare_controller(app, tmp_path, tmp_path / "nowhere", gate=gate_mark())
    controller.open()
    qtbot.waitUntil(lambda: bool(controller.window.findChildren(ProblemsPage)))
    assert (
        problems_words.PROBLEM["no-folder"]
        in find(controller, QPlainTextEdit, "problems.list").toPlainText()
    )
    assert controller.session is None
    put_away(controller)
