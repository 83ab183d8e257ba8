"""How many pages a handout has is said before it is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.render.job import Job
from nanoexplorer.render.pages import pdf
from nanoexplorer.ui.export.dialog import ExportDialog
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from tests.controllers import act, dialog


@pytest.fixture
def shown(mini_controller: Controller) -> ExportDialog:
    act(mini_controller, "export")
    made = dialog()
    assert isinstance(made, ExportDialog)
    return made


def choose(dialog: ExportDialog, kind: str) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def said(pages: int) -> str:
    return common.counted(pages, words.LENGTH)


def counting(pages: Callable[[Job], int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "handout_length", pages)


def test_a_handout_says_how_many_pages_it_has(shown: ExportDialog, qtbot: QtBot) -> None:
    assert shown.length.text() == ""
    choose(shown, "handout")
    assert shown.length.text() == words.COUNTING
    qtbot.waitUntil(lambda: shown.length.text() == said(1))


def test_whole_it_is_counted_anew(
    shown: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting(lambda job: 9 if job.whole else 2, monkeypatch)
    choose(shown, "handout")
    qtbot.waitUntil(lambda: shown.length.text() == said(2))
    shown.ticks["whole"].click()
    qtbot.waitUntil(lambda: shown.length.text() == said(9))


@pytest.mark.parametrize("kind", ["handout-html", "pdf", "png"])
def test_other_kinds_have_no_pages(shown: ExportDialog, kind: str) -> None:
    choose(shown, "handout")
    choose(shown, kind)
    assert shown.length.text() == ""


def test_what_cannot_be_counted_is_not_told(
    shown: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(job: Job) -> int:
        raise OSError

    counting(fails, monkeypatch)
    choose(shown, "handout")
    qtbot.waitUntil(lambda: shown.length.text() == "")
