"""Slow work over a window: it ends in one of three ways, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.render.job import ExportError, Progress
from nanoexplorer.ui.export.run import ExportRun
from nanoexplorer.words import common
from tests.controllers import activate, find


@pytest.fixture
def window(app: object, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def nothing() -> None:
    """What takes no preparation."""


def run_of(window: QWidget, work: Callable[[Progress], object]) -> ExportRun:
    return ExportRun("<b>x</b>", nothing, work, window)


def test_what_the_work_returns_is_handed_on(window: QWidget, qtbot: QtBot) -> None:
    run = run_of(window, lambda progress: "the result")
    with qtbot.waitSignal(run.done) as caught:
        run.start()
    assert caught.args == ["the result"]


def test_what_went_wrong_is_handed_on_as_one_line(window: QWidget, qtbot: QtBot) -> None:
    def fail(progress: Progress) -> object:
        raise ExportError("the disk is full")

    run = run_of(window, fail)
    with qtbot.waitSignal(run.failed) as caught:
        run.start()
    assert caught.args == ["the disk is full"]


def test_a_click_on_cancel_stops_the_work_between_two_parts(window: QWidget, qtbot: QtBot) -> None:
    parts = []

    def work(progress: Progress) -> object:
        for part in range(100):
            parts.append(part)
            if part == 3:
                run.progress.cancel()
            progress(part, 100)
        return None

    run = run_of(window, work)
    with qtbot.waitSignal(run.cancelled):
        run.start()
    assert parts == [0, 1, 2, 3]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_keyboard_stops_the_work(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    def work(progress: Progress) -> object:
        run.progress.show()
        activate(qtbot, run.progress)
        QTest.keyClick(run.progress, key)
        progress(1, 2)
        return None

    run = run_of(window, work)
    assert find(run.progress, QPushButton, "export.stop").text() == common.CANCEL
    with qtbot.waitSignal(run.cancelled):
        run.start()


def test_cancelling_before_the_libraries_are_there_writes_nothing(
    window: QWidget, qtbot: QtBot
) -> None:
    worked = []
    run = run_of(window, lambda progress: worked.append(1))
    with qtbot.waitSignal(run.cancelled):
        run.start()
        run.progress.cancel()
    assert worked == []


def test_a_library_that_is_missing_is_told_by_who_uses_it(window: QWidget, qtbot: QtBot) -> None:
    def missing() -> None:
        raise ImportError("none")

    run = ExportRun("x", missing, lambda progress: 1, window)
    with qtbot.waitSignal(run.done):
        run.start()


def test_the_progress_is_gone_afterwards_and_its_label_is_text(
    window: QWidget, qtbot: QtBot
) -> None:
    run = run_of(window, lambda progress: 1)
    labels = [label.text() for label in run.progress.findChildren(QLabel)]
    assert "<b>x</b>" in labels
    with qtbot.waitSignal(run.destroyed):
        run.start()
    assert window.findChildren(QProgressDialog) == []


@pytest.mark.parametrize("agreed", [True, False])
def test_a_question_on_the_way_goes_on_or_stops(
    window: QWidget, qtbot: QtBot, agreed: bool
) -> None:
    seen = []

    def question() -> bool:
        seen.append(run.progress.isVisible())
        return agreed

    def work(progress: Progress) -> object:
        run.progress.show()
        run.ask(question)
        progress(1, 1)
        return None

    run = run_of(window, work)
    with qtbot.waitSignal(run.done if agreed else run.cancelled):
        run.start()
    assert seen == [False]


def test_the_progress_is_not_drawn_for_every_line(window: QWidget, qtbot: QtBot) -> None:
    drawn: list[int] = []

    def work(progress: Progress) -> object:
        run.progress.findChildren(QProgressBar)[0].valueChanged.connect(drawn.append)
        for line in range(20_000):
            progress(line, 20_000)
        progress(20_000, 20_000)
        return None

    run = run_of(window, work)
    with qtbot.waitSignal(run.done):
        run.start()
    assert len(drawn) < 10_000
    assert drawn[-1] == 20_000


def test_a_window_that_is_closed_meanwhile_ends_the_work_without_a_fault(
    window: QWidget, qtbot: QtBot
) -> None:
    """As two presses of Escape do: one for the progress, one for the dialog below it."""
    dialog, stopped = QWidget(window), []

    def work(progress: Progress) -> object:
        shiboken6.delete(dialog)
        try:
            progress(1, 2)
        finally:
            stopped.append(True)
        return "too late"

    run = run_of(dialog, work)
    run.start()
    qtbot.waitUntil(lambda: bool(stopped))
    assert not shiboken6.isValid(run)
