"""All that leaves the app from a pack of somebody else says so: every view in every kind of file,
handouts, decks, questions, rounds of practice, what is copied, and what differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from sqlite3 import connect
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.practice import Answered, Given
from nanoexplorer.core.teaching.questions import Setup, draw_questions
from nanoexplorer.core.teaching.seminar_cases import seminar_of
from nanoexplorer.pack.opened import open_pack
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.kinds import BY_NAME, DECKS, KINDS, write, write_deck
from nanoexplorer.render.pages.questions import write_questions, write_round
from nanoexplorer.render.questions.writing import KINDS as QUESTION_KINDS
from nanoexplorer.render.questions.writing import write_set
from nanoexplorer.ui.views.decision_map.table_model import DecisionTableModel
from nanoexplorer.views import NAMES
from tests.controllers import act, clipboard_text, find, open_controller, put_away
from tests.drawing.drawing import theme
from tests.packs import MINI_PACK

SAID = "not checked by us"
NO_PLACE = ("ris",)
"""A reader of RIS would take a remark for one of its records."""
SETUP = Setup((), 4, 7)


@cache
def foreign() -> Pack:
    """A pack that is not ours."""
    return open_pack(MINI_PACK)


def job_of(view: str, pack: Pack | None = None) -> Job:
    pack = pack or foreign()
    intent = Intent(
        pack.blank_profile,
        second_profile=pack.cases[0].profile,
        selection=pack.strategies[0].id,
        tab="strategies" if view == "card" else view,
    )
    return Job(pack, intent, theme(), view)


def says_so(path: Path) -> bool:
    """Whether a file says it in words, or in data where it is read by a program."""
    if path.suffix == ".json":
        return json.loads(path.read_text(encoding="utf-8"))["pack"]["checked"] is False
    return "".join(SAID.split()) in "".join(words_of(path).split())


def words_of(path: Path) -> str:
    """All that a file says, however it is packed."""
    if path.suffix == ".png":
        return QImage(str(path)).text("Comment")  # as it is drawn, whose letters nobody reads
    if path.suffix == ".apkg":
        return "".join(cards_of(path))
    if path.suffix in (".pptx", ".xlsx", ".zip"):
        with ZipFile(path) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(path).pages)
    return path.read_text(encoding="utf-8-sig")


def cards_of(path: Path) -> Iterator[str]:
    with ZipFile(path) as parts:
        name = next(name for name in parts.namelist() if name.startswith("collection"))
        parts.extract(name, path.parent)
    with closing(connect(path.parent / name)) as base:
        yield from (fields for (fields,) in base.execute("select flds from notes"))


@pytest.mark.parametrize("view", NAMES)
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_view_says_so_in_every_kind_of_file(
    app: QApplication, tmp_path: Path, kind: str, view: str
) -> None:
    for path in write(job_of(view), tmp_path / f"a{BY_NAME[kind].suffix}", BY_NAME[kind]):
        assert says_so(path) == (kind not in NO_PLACE), path


@pytest.mark.parametrize("kind", DECKS)
def test_every_deck_says_so(app: QApplication, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a{BY_NAME[kind].suffix}"
    seminar = seminar_of(foreign())
    write_deck(seminar_jobs(job_of("strategies"), seminar), path, "A title of the teacher's own")
    assert says_so(path)


@pytest.mark.parametrize("suffix", [kind.suffix for kind in QUESTION_KINDS])
def test_questions_say_so(app: QApplication, tmp_path: Path, suffix: str) -> None:
    written = write_set(foreign(), SETUP, tmp_path / f"a{suffix}", theme(), "behind")
    assert all(map(says_so, written.paths))


def test_questions_and_answers_apart_say_so(app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    both = write_questions(foreign(), SETUP, "apart", theme(), path)
    assert [says_so(one) for one in both] == [True, True]


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".txt"])
def test_a_round_of_practice_says_so(app: QApplication, tmp_path: Path, suffix: str) -> None:
    pack = foreign()
    given = Given(Verdict.MATCHES, pack.statuses[0].id)
    answered = [Answered(question, given) for question in draw_questions(pack, SETUP)]
    write_round(pack, SETUP, answered, theme(), tmp_path / f"a{suffix}")
    assert says_so(tmp_path / f"a{suffix}")


@pytest.fixture
def controller(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Controller]:
    """The window with a pack that is not ours."""
    opened = open_controller(app, qtbot, tmp_path, MINI_PACK)
    assert opened.session is not None
    opened.take(foreign(), MINI_PACK)
    yield opened
    put_away(opened)


def test_what_is_copied_as_text_says_so(controller: Controller, clipboard: None) -> None:
    act(controller, "copy_summary")
    assert SAID in clipboard_text()
    assert controller.commands is not None
    controller.commands.copy_statement(foreign().statements[0].id)
    assert SAID in clipboard_text()
    assert SAID in DecisionTableModel(foreign(), None).tsv()


@pytest.mark.parametrize("action", ["about", "cite"])
def test_what_is_told_of_the_pack_says_so(controller: Controller, action: str) -> None:
    act(controller, action)
    text = find(controller, QPlainTextEdit, "dialog.text").toPlainText()
    assert SAID in text
    find(controller, QDialog, "dialog").close()


def test_practice_says_so_at_every_step(controller: Controller) -> None:
    act(controller, "practice")
    for zoom in (100, 110):
        controller.dress(zoom=zoom)
        QCoreApplication.processEvents()
        page = controller.practice.page
        assert page is not None
        assert SAID in find(page, QLabel, "banner.whose").text()
    controller.practice.start(SETUP)
    page = controller.practice.page
    assert page is not None
    assert SAID in find(page, QLabel, "banner.whose").text()
