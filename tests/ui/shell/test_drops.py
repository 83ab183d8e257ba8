"""Files that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.shell.drops import Drops
from tests.dropping import drop


def carrying(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


@pytest.fixture
def window(app: object, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_paths_of_files_are_handed_on(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    one, other = tmp_path / "a b.png", tmp_path / "ü.pdf"
    urls = [QUrl.fromLocalFile(str(path)).toString() for path in (one, other)]
    drops = Drops(window)
    with qtbot.waitSignal(drops.dropped) as caught:
        assert drop(window, carrying(*urls))
    assert caught.args == [[one, other]]


def test_a_link_or_a_text_is_not_taken(window: QWidget, qtbot: QtBot) -> None:
    drops = Drops(window)
    text = QMimeData()
    text.setText("words")
    with qtbot.assertNotEmitted(drops.dropped):
        assert not drop(window, carrying("https://example.org/x.png"))
        assert not drop(window, text)


def test_a_file_may_be_dropped_on_any_part_of_the_window(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    data = carrying(QUrl.fromLocalFile(str(tmp_path / "x.png")).toString())
    drops = Drops(window)
    with qtbot.waitSignal(drops.dropped):
        assert drop(QLabel(window), data)


def test_a_file_over_a_line_of_text_is_a_file(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    line = QLineEdit(window)
    line.resize(window.size())
    window.show()
    data = carrying(QUrl.fromLocalFile(str(tmp_path / "x.png")).toString())
    drops = Drops(window)
    with qtbot.waitSignal(drops.dropped):
        assert drop(window.windowHandle(), data)
    assert line.text() == ""


def test_a_text_still_goes_to_a_line_of_text(window: QWidget, qtbot: QtBot) -> None:
    line = QLineEdit(window)
    line.resize(window.size())
    window.show()
    text = QMimeData()
    text.setText("words")
    Drops(window)
    assert drop(window.windowHandle(), text)
    assert line.text() == "words"


def dragged(offered: Qt.DropAction, data: QMimeData) -> list[QDropEvent]:
    """Entering, moving and letting go, all of which propose to move the file."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    made = [
        QDragEnterEvent(QPoint(5, 5), offered, data, buttons, keys),
        QDragMoveEvent(QPoint(5, 5), offered, data, buttons, keys),
        QDropEvent(QPointF(5, 5), offered, data, buttons, keys),
    ]
    for event in made:
        event.setDropAction(Qt.DropAction.MoveAction)
    return made


def test_a_file_is_taken_as_a_copy_though_the_desktop_proposes_to_move_it(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    data = carrying(QUrl.fromLocalFile(str(tmp_path / "x.png")).toString())
    drops = Drops(window)
    with qtbot.waitSignal(drops.dropped):
        for event in dragged(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, data):
            QApplication.sendEvent(window, event)
            assert event.isAccepted()
            assert event.dropAction() == Qt.DropAction.CopyAction


def test_a_file_that_can_only_be_moved_is_not_taken(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    line = QLineEdit(window)
    line.resize(window.size())
    window.show()
    data = carrying(QUrl.fromLocalFile(str(tmp_path / "x.png")).toString())
    drops = Drops(window)
    with qtbot.assertNotEmitted(drops.dropped, wait=0):
        for event in dragged(Qt.DropAction.MoveAction, data):
            QApplication.sendEvent(window.windowHandle(), event)
            assert not event.isAccepted()
    assert line.text() == ""
