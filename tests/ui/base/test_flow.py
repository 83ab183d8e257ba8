from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.base.flow import Flow


def flow(qtbot: QtBot, widths: list[int]) -> tuple[QWidget, Flow, list[QLabel]]:
    home = QWidget()
    qtbot.addWidget(home)
    made = Flow(home, gap=10)
    labels = [QLabel() for _ in widths]
    for label, width in zip(labels, widths, strict=True):
        label.setFixedSize(width, 20)
    made.add(*labels)
    home.show()
    return home, made, labels


def test_what_does_not_fit_goes_on_the_next_line(app: QApplication, qtbot: QtBot) -> None:
    home, made, labels = flow(qtbot, [100, 100, 100])
    home.resize(220, 100)
    made.activate()
    assert [(label.x(), label.y()) for label in labels] == [(0, 0), (110, 0), (0, 30)]
    assert made.heightForWidth(220) == 50
    assert made.heightForWidth(320) == 20
    assert made.minimumSize().width() == 100


def test_what_is_hidden_takes_no_room(app: QApplication, qtbot: QtBot) -> None:
    home, made, labels = flow(qtbot, [100, 100, 100])
    labels[1].hide()
    home.resize(220, 100)
    made.activate()
    assert labels[2].x() == 110
    assert made.heightForWidth(220) == 20


def test_what_expands_takes_what_its_line_has_left(app: QApplication, qtbot: QtBot) -> None:
    home, made, labels = flow(qtbot, [100, 100, 100])
    policy = QSizePolicy.Policy
    for label, most in ((labels[0], 130), (labels[1], 5000)):
        label.setMaximumWidth(most)
        label.setSizePolicy(policy.Expanding, policy.Fixed)
    home.resize(400, 100)
    made.activate()
    assert [(label.x(), label.width()) for label in labels] == [(0, 130), (140, 150), (300, 100)]
    home.resize(215, 100)
    made.activate()
    assert [(label.x(), label.width()) for label in labels] == [(0, 105), (115, 100), (0, 100)]


def test_items_are_counted_and_taken(app: QApplication, qtbot: QtBot) -> None:
    _, made, labels = flow(qtbot, [10, 10])
    assert made.count() == 2
    assert made.itemAt(2) is None
    taken = made.takeAt(0)
    assert taken is not None
    assert taken.widget() is labels[0]
    assert made.takeAt(5) is None
