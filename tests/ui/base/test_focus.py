"""The keyboard goes from part to part, and stays where it is when all is made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Desk
from nanoexplorer.ui.base.focus import Place
from tests.desks import act, activate, find, session

F6, SHIFT = Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier


def part_of(desk: Desk) -> str:
    """The part that has the keyboard."""
    assert desk.content is not None
    here = QApplication.focusWidget()
    assert here is not None
    names = ("profile", "view", "inspector")
    found = [
        name
        for name, part in zip(names, desk.content.parts, strict=True)
        if part.isAncestorOf(here)
    ]
    return found[0] if found else ""


def walk(desk: Desk, times: int, modifier: Qt.KeyboardModifier) -> list[str]:
    been = []
    for _ in range(times):
        QTest.keyClick(desk.window, F6, modifier)
        been.append(part_of(desk))
    return been


def test_f6_goes_round_through_profile_view_and_inspector(desk: Desk) -> None:
    session(desk).change(selection=session(desk).pack.ordered[0].id)
    none = Qt.KeyboardModifier.NoModifier
    assert part_of(desk) == "profile"
    assert walk(desk, 4, none) == ["view", "inspector", "profile", "view"]
    assert walk(desk, 3, SHIFT) == ["profile", "inspector", "view"]


def test_f6_reaches_every_view(desk: Desk) -> None:
    assert desk.content is not None
    session(desk).change(selection=session(desk).pack.ordered[0].id)
    for place in range(desk.content.tabs.count()):
        desk.content.tabs.setCurrentIndex(place)
        desk.content.profile.cases.setFocus()
        act(desk, "next_part")
        assert part_of(desk) == "view", desk.content.tabs.tabText(place)


def test_from_the_search_f6_goes_to_a_part_and_back_to_where_the_keyboard_was(desk: Desk) -> None:
    find(desk, QLineEdit, "header.search").setFocus()
    act(desk, "next_part")
    assert part_of(desk) == "profile"
    find(desk, QWidget, "profile.code").setFocus()
    act(desk, "next_part")
    act(desk, "last_part")
    assert find(desk, QWidget, "profile.code").hasFocus()


def test_another_zoom_leaves_the_keyboard_where_it_is(desk: Desk) -> None:
    for name in ("header.search", "profile.code"):
        find(desk, QWidget, name).setFocus()
        act(desk, "zoom_in")
        assert desk.window.focusWidget() is find(desk, QWidget, name), name
        activate_again(desk)
    session(desk).change(tab="evidence-map")
    find(desk, QWidget, "evidence-map.canvas").setFocus()
    act(desk, "zoom_reset")
    assert desk.window.focusWidget() is find(desk, QWidget, "evidence-map.canvas")


def activate_again(desk: Desk) -> None:
    """Without a display a window goes to sleep as the widgets that it had are deleted."""
    desk.window.activateWindow()
    QApplication.processEvents()


def test_the_keyboard_comes_back_though_it_is_lost_a_moment_later(
    mini_desk: Desk, qtbot: QtBot
) -> None:
    window, here = mini_desk.window, find(mini_desk, QWidget, "profile.cups.number")
    here.setFocus()
    Place(window).take_back()
    here.clearFocus()  # and a desktop gives the keyboard to what is about to go
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    activate(qtbot, other)
    other.hide()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is here)


def test_a_window_in_use_keeps_the_keyboard(mini_desk: Desk, qtbot: QtBot) -> None:
    place, other = Place(mini_desk.window), QWidget()
    qtbot.addWidget(other)
    other.show()
    activate(qtbot, other)
    with qtbot.waitSignal(place.destroyed):
        place.take_back()
    assert other.isActiveWindow()
