"""Slow work over a window: it ends in one of three ways, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.export.job import ExportError, Tell
from nanoexplorer.ui.export_run import ExportRun


@pytest.fixture
def window(app: object, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def nothing() -> None:
    """What takes no preparation."""


def run_of(window: QWidget, work: Callable[[Tell], object]) -> ExportRun:
    return ExportRun("<b>x</b>", nothing, work, window)


def test_what_the_work_returns_is_handed_on(window: QWidget, qtbot: QtBot) -> None:
    run = run_of(window, lambda tell: "the result")
    with qtbot.waitSignal(run.done) as caught:
        run.start()
    assert caught.args == ["the result"]


def test_what_went_wrong_is_handed_on_as_one_line(window: QWidget, qtbot: QtBot) -> None:
    def fail(tell: Tell) -> object:
        raise ExportError("the disk is full")

    run = run_of(window, fail)
    with qtbot.waitSignal(run.failed) as caught:
        run.start()
    assert caught.args == ["the disk is full"]


def test_a_click_on_cancel_stops_the_work_between_two_parts(window: QWidget, qtbot: QtBot) -> None:
    parts = []

    def work(tell: Tell) -> object:
        for part in range(100):
            parts.append(part)
            if part == 3:
                run.progress.cancel()
            tell(part, 100)
        return None

    run = run_of(window, work)
    with qtbot.waitSignal(run.cancelled):
        run.start()
    assert parts == [0, 1, 2, 3]


def test_cancelling_before_the_libraries_are_there_writes_nothing(
    window: QWidget, qtbot: QtBot
) -> None:
    worked = []
    run = run_of(window, lambda tell: worked.append(1))
    with qtbot.waitSignal(run.cancelled):
        run.start()
        run.progress.cancel()
    assert worked == []


def test_a_library_that_is_missing_is_told_by_who_uses_it(window: QWidget, qtbot: QtBot) -> None:
    def missing() -> None:
        raise ImportError("none")

    run = ExportRun("x", missing, lambda tell: 1, window)
    with qtbot.waitSignal(run.done):
        run.start()


def test_the_progress_is_gone_afterwards_and_its_label_is_text(
    window: QWidget, qtbot: QtBot
) -> None:
    run = run_of(window, lambda tell: 1)
    labels = [label.text() for label in run.progress.findChildren(QLabel)]
    assert "<b>x</b>" in labels
    with qtbot.waitSignal(run.destroyed):
        run.start()
    assert window.findChildren(QProgressDialog) == []
