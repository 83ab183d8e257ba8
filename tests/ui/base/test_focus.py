"""The keyboard goes from part to part, and stays where it is when all is made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.ui.base.focus import KeyboardPlace, enter
from tests.controllers import act, activate, find, session

F6, SHIFT = Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier


def part_of(controller: Controller) -> str:
    """The part that has the keyboard."""
    assert controller.content is not None
    here = QApplication.focusWidget()
    assert here is not None
    names = ("profile", "view", "inspector")
    found = [
        name
        for name, part in zip(names, controller.content.panels.parts, strict=True)
        if part.isAncestorOf(here)
    ]
    return found[0] if found else ""


def walk(controller: Controller, times: int, modifier: Qt.KeyboardModifier) -> list[str]:
    been = []
    for _ in range(times):
        QTest.keyClick(controller.window, F6, modifier)
        been.append(part_of(controller))
    return been


def test_f6_goes_round_through_profile_view_and_inspector(controller: Controller) -> None:
    session(controller).change(selection=session(controller).pack.ordered[0].id)
    none = Qt.KeyboardModifier.NoModifier
    assert part_of(controller) == "profile"
    assert walk(controller, 4, none) == ["view", "inspector", "profile", "view"]
    assert walk(controller, 3, SHIFT) == ["profile", "inspector", "view"]


def test_f6_reaches_every_view(controller: Controller) -> None:
    assert controller.content is not None
    session(controller).change(selection=session(controller).pack.ordered[0].id)
    for place in range(controller.content.tabs.count()):
        controller.content.tabs.setCurrentIndex(place)
        assert enter(controller.content.panels.parts[0])
        act(controller, "next_part")
        assert part_of(controller) == "view", controller.content.tabs.tabText(place)


def test_from_the_search_f6_goes_to_a_part_and_back_to_where_the_keyboard_was(
    controller: Controller,
) -> None:
    find(controller, QLineEdit, "header.search").setFocus()
    act(controller, "next_part")
    assert part_of(controller) == "profile"
    find(controller, QWidget, "profile.code").setFocus()
    act(controller, "next_part")
    act(controller, "last_part")
    assert find(controller, QWidget, "profile.code").hasFocus()


def test_another_zoom_leaves_the_keyboard_where_it_is(controller: Controller) -> None:
    for name in ("header.search", "profile.code"):
        find(controller, QWidget, name).setFocus()
        act(controller, "zoom_in")
        assert controller.window.focusWidget() is find(controller, QWidget, name), name
        activate_again(controller)
    session(controller).change(tab="evidence-map")
    find(controller, QWidget, "evidence-map.canvas").setFocus()
    act(controller, "zoom_reset")
    assert controller.window.focusWidget() is find(controller, QWidget, "evidence-map.canvas")


def activate_again(controller: Controller) -> None:
    """Without a display a window goes to sleep as the widgets that it had are deleted."""
    controller.window.activateWindow()
    QApplication.processEvents()


def test_the_keyboard_comes_back_though_it_is_lost_a_moment_later(
    mini_controller: Controller, qtbot: QtBot
) -> None:
    window, here = mini_controller.window, find(mini_controller, QWidget, "profile.cups.number")
    here.setFocus()
    KeyboardPlace(window).take_back()
    here.clearFocus()  # and a desktop gives the keyboard to what is about to go
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    activate(qtbot, other)
    other.hide()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is here)


def test_a_window_in_use_keeps_the_keyboard(mini_controller: Controller, qtbot: QtBot) -> None:
    place, other = KeyboardPlace(mini_controller.window), QWidget()
    qtbot.addWidget(other)
    other.show()
    activate(qtbot, other)
    with qtbot.waitSignal(place.destroyed):
        place.take_back()
    assert other.isActiveWindow()
