"""Work in a thread: what came of it is said on the main thread, if anybody is there to be told."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.base.in_thread import InThread


def test_what_came_of_it_is_said_on_the_main_thread(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    worked, told = list[str](), list[object]()

    def work() -> str:
        worked.append(current_thread().name)
        return "done"

    begun = InThread("working", work, window)
    begun.ended.connect(lambda result: told.extend((result, current_thread() is main_thread())))
    with qtbot.waitSignal(begun.destroyed):
        begun.start()
    assert (worked, told) == (["working"], ["done", True])


def test_what_was_raised_is_said(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    begun = InThread("working", lambda: 1 // 0, window)
    with qtbot.waitSignal(begun.ended) as caught:
        begun.start()
    assert [type(one) for one in caught.args or ()] == [ZeroDivisionError]


def test_nothing_is_said_once_its_window_has_gone(app: QApplication, qtbot: QtBot) -> None:
    window, may_end, ended, told = QWidget(), Event(), Event(), list[object]()

    def work() -> None:
        may_end.wait(20)
        ended.set()

    begun = InThread("working", work, window)
    begun.ended.connect(told.append)
    begun.start()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    may_end.set()
    assert ended.wait(20)
    app.processEvents()
    assert told == []


def test_windows_may_go_while_their_threads_end(app: QApplication) -> None:
    told = list[object]()
    for _ in range(200):
        window, begun = QWidget(), Event()
        working = InThread("working", begun.set, window)
        working.ended.connect(told.append)
        working.start()
        begun.wait(20)
        window.deleteLater()
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(told) <= {None}
