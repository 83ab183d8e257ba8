"""A file that is read while the window goes on: how it ends, and that nobody has to wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressDialog, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from nanoexplorer.files import ReadStopped
from nanoexplorer.ui.base.file_reading import FileReading
from tests.controllers import activate, find, let_go
from tests.dropping import let_it_read

Read = Callable[[Callable[[], None]], object]


@pytest.fixture
def window(app: object, qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    let_it_read()


class Slow:
    """A disk that answers when it is told to."""

    def __init__(self) -> None:
        self.begun, self.answers, self.ended = Event(), Event(), Event()
        self.stopped = False

    def __call__(self, on: Callable[[], None]) -> object:
        self.begun.set()
        self.answers.wait(20)
        try:
            on()
        except ReadStopped:
            self.stopped = True
            raise
        finally:
            self.ended.set()
        return "read"


def reading_of(window: QWidget, read: Read) -> FileReading:
    return FileReading("<b>x</b>.png", read, LookupError, window)


def test_what_was_read_is_handed_on(window: QWidget, qtbot: QtBot) -> None:
    reading, found = reading_of(window, lambda on: "read"), list[object]()
    reading.done.connect(found.append)
    reading.stopped.connect(lambda: found.append("stopped"))
    with qtbot.waitSignal(reading.destroyed):
        reading.start()
    assert found == ["read"]
    assert window.findChildren(QProgressDialog) == []


def test_a_refusal_is_handed_on(window: QWidget, qtbot: QtBot) -> None:
    error = LookupError("none")

    def refuse(on: object) -> object:
        raise error

    reading = reading_of(window, refuse)
    with qtbot.waitSignal(reading.refused) as caught:
        reading.start()
    assert caught.args == [error]


def test_a_fault_of_ours_is_raised_where_it_is_seen(window: QWidget, qtbot: QtBot) -> None:
    def fail(on: object) -> object:
        raise ZeroDivisionError

    reading = reading_of(window, fail)
    with capture_exceptions() as faults, qtbot.waitSignal(reading.destroyed):
        reading.start()
    assert [kind for kind, _, _ in faults] == [ZeroDivisionError]


def test_the_window_answers_while_a_disk_does_not(window: QWidget, qtbot: QtBot) -> None:
    slow, line = Slow(), QLineEdit(window)
    reading = reading_of(window, slow)
    reading.start()
    assert slow.begun.wait(20)
    assert not reading.progress.isVisible()  # nothing flashes up for what is read at once
    QTest.keyClicks(line, "typed")
    assert line.text() == "typed"
    qtbot.waitUntil(reading.progress.isVisible)
    assert "<b>x</b>" in " ".join(label.text() for label in reading.progress.findChildren(QLabel))
    with qtbot.waitSignal(reading.done):
        slow.answers.set()


@pytest.mark.parametrize("way", ["button", "escape", "call"])
def test_somebody_who_stops_it_waits_no_longer_and_nothing_comes_of_it(
    window: QWidget, qtbot: QtBot, way: str
) -> None:
    slow, found, stopped = Slow(), list[object](), list[str]()
    reading = reading_of(window, slow)
    reading.done.connect(found.append)
    reading.stopped.connect(lambda: stopped.append(way))
    with qtbot.waitSignal(reading.destroyed):
        reading.start()
        if way == "call":
            reading.stop()
        else:
            qtbot.waitUntil(reading.progress.isVisible)
            activate(qtbot, reading.progress)
        if way == "escape":
            QTest.keyClick(reading.progress, Qt.Key.Key_Escape)
        elif way == "button":
            QTest.mouseClick(
                find(reading.progress, QPushButton, "reading.stop"), Qt.MouseButton.LeftButton
            )
    assert not slow.ended.is_set()
    slow.answers.set()
    let_it_read()
    assert slow.stopped
    assert found == []
    assert stopped == [way]


def test_a_window_that_goes_takes_its_reading_with_it(app: object, qtbot: QtBot) -> None:
    slow, window = Slow(), QWidget()
    reading = reading_of(window, slow)
    reading.start()
    assert slow.begun.wait(20)
    window.deleteLater()
    let_go()
    slow.answers.set()
    let_it_read()
    assert slow.stopped
