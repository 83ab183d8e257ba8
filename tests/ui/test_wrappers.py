"""No widget dies in Python while it lives in Qt, whatever was looked at in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from tests.controllers import act, dialog, let_go, session
from tests.wrappers import wrongly_kept

DIALOGS = (
    *("about", "cite", "export", "glossary", "keys", "questions", "teachers", "curators"),
    "pack_compare",
)


def walk_through_the_parts(controller: Controller) -> None:
    """F6 in every view, all the way round, and back."""
    assert controller.content is not None
    for place in range(controller.content.tabs.count()):
        controller.content.tabs.setCurrentIndex(place)
        for step in ("next_part", "next_part", "next_part", "last_part"):
            act(controller, step)


def test_f6_makes_no_widget_depend_on_another(controller: Controller) -> None:
    session(controller).change(selection=session(controller).pack.ordered[0].id)
    walk_through_the_parts(controller)
    assert wrongly_kept() == []


def test_all_goes_on_after_f6_and_a_dialog_that_went(controller: Controller) -> None:
    assert controller.content is not None
    act(controller, "practice")
    QTest.keyClick(QApplication.focusWidget() or controller.window, Qt.Key.Key_Escape)
    walk_through_the_parts(controller)
    for name in DIALOGS:
        act(controller, name)
        assert wrongly_kept() == [], name
        dialog().reject()
        let_go()
    act(controller, "next_part")
    for place, value in enumerate(("mutated", "wild-type")):
        controller.content.tabs.setCurrentIndex(2 * place)
        session(controller).change_profile({"egfr": value})
    assert wrongly_kept() == []


def test_practice_and_seminar_keep_nothing_wrongly(controller: Controller) -> None:
    act(controller, "practice")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(QApplication.focusWidget() or controller.window, key)
        let_go()
        assert wrongly_kept() == []
    act(controller, "seminar_edit")
    act(controller, "seminar_start")
    walk_through_the_parts(controller)
    assert wrongly_kept() == []
    controller.seminars.leave()


def buddy(taker: QLabel, taken: QLineEdit) -> None:
    taker.setBuddy(taken)


def proxy(taker: QLabel, taken: QLineEdit) -> None:
    taker.setFocusProxy(taken)
    taker.focusProxy()


TAKING: dict[str, Callable[[QLabel, QLineEdit], object]] = {
    "nextInFocusChain": lambda taker, _: taker.nextInFocusChain(),
    "previousInFocusChain": lambda taker, _: taker.previousInFocusChain(),
    "setBuddy": buddy,
    "focusProxy": proxy,
}


@pytest.mark.parametrize("name", TAKING)
def test_what_the_house_forbids_takes_a_widget_from_its_parent(qtbot: QtBot, name: str) -> None:
    """When this fails, PySide has mended it, and the rule may go."""
    window = QWidget()
    qtbot.addWidget(window)
    taker, taken = QLabel(window), QLineEdit(window)
    TAKING[name](taker, taken)
    assert wrongly_kept() != []


HARMLESS: dict[str, Callable[[QWidget, QLineEdit], object]] = {
    "focusWidget": lambda window, _: window.focusWidget(),
    "window": lambda _, line: line.window(),
    "parentWidget": lambda _, line: line.parentWidget(),
    "findChildren": lambda window, _: window.findChildren(QWidget),
    "childAt": lambda window, _: window.childAt(1, 1),
    "style": lambda _, line: line.style(),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_the_app_asks_instead_takes_nothing(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    line.setFocus()
    HARMLESS[name](window, line)
    assert wrongly_kept() == []
