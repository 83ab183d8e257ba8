"""A fault of ours: logged, shown as text that can be copied, the profile kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from nanoexplorer import __version__
from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.ui.base import crash
from nanoexplorer.words import desktop as desktop_words
from tests.controllers import click, clipboard_text, dialog, dialog_text, find, session, settings_in

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where faults are logged in this test; the hook is taken back after it."""
    path = tmp_path / "logs" / "crash.log"
    monkeypatch.setattr(crash, "log_path", lambda: path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return path


def go_wrong(words: str) -> None:
    """Do what Python does with an exception that nobody caught."""
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)


@pytest.mark.usefixtures("clipboard")
def test_a_fault_is_logged_shown_and_can_be_copied(
    controller: Controller, log: Path, capsys: Captured
) -> None:
    crash.watch(controller.remember)
    go_wrong("the kettle <b>boiled</b> over")
    text = dialog_text()
    for part in ("the kettle <b>boiled</b> over", "Traceback", "go_wrong", __version__):
        assert part in text
    assert log.read_text(encoding="utf-8").strip() == text.strip()
    assert str(log) in find(dialog(), QLabel, "dialog.lead").text()
    assert "the kettle" in capsys.readouterr().err
    click(dialog(), "dialog.copy")
    assert clipboard_text() == text
    dialog().close()


def test_the_profile_is_there_at_the_next_start(
    controller: Controller, log: Path, tmp_path: Path
) -> None:
    crash.watch(controller.remember)
    session(controller).edit_profile("egfr", "mutated")
    go_wrong("again")
    code = settings_in(tmp_path).current.case_code
    assert case_code.decode(session(controller).pack, code)[0] == session(controller).profile
    assert controller.window.isVisible()
    dialog().close()


def test_many_faults_are_one_dialog_and_all_in_the_log(controller: Controller, log: Path) -> None:
    crash.watch(controller.remember)
    for number in range(3):
        go_wrong(f"fault {number}")
    assert dialog_text().count("Traceback") == 1
    assert log.read_text(encoding="utf-8").count("Traceback") == 3
    dialog().close()
    go_wrong("fault 3")
    assert "fault 3" in dialog_text()
    dialog().close()


def test_a_fault_while_remembering_does_not_hide_the_first(app: QApplication, log: Path) -> None:
    def forget() -> None:
        raise ValueError("no memory")

    crash.watch(forget)
    go_wrong("the first")
    assert "the first" in dialog_text()
    dialog().close()


def test_a_log_that_cannot_be_written_is_said_not_to_be(
    app: QApplication, log: Path, tmp_path: Path
) -> None:
    log.parent.write_text("in the way", encoding="utf-8")
    crash.watch(lambda: None)
    go_wrong("unlogged")
    assert find(dialog(), QLabel, "dialog.lead").text() == desktop_words.CRASH_NOT_LOGGED
    dialog().close()


def test_a_large_log_is_begun_anew(log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * (crash.LOG_SIZE + 1), encoding="utf-8")
    assert crash.write_log("fresh") == log
    assert log.read_text(encoding="utf-8") == "fresh\n"


class Leaving:
    """Stands for the application: leaving for good would end every later test's event loop."""

    codes: ClassVar[list[int]] = []

    @classmethod
    def exit(cls, code: int) -> None:
        cls.codes.append(code)


def test_an_interrupt_is_no_fault(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "QApplication", Leaving)
    crash.watch(lambda: None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert Leaving.codes == [2]
    assert not log.exists()


def test_a_log_that_is_a_pipe_is_not_waited_for(log: Path) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(log)
    assert crash.write_log("a fault") is None
