"""The banner: it says the disclaimer, cannot be closed, and is there whatever is done."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Desk
from nanoexplorer.ui.shell.actions import ENTRIES
from nanoexplorer.words import common
from tests.desks import click_row, find, row_of, session

LEAVES_OR_ASKS = {
    "quit",
    "print",
    "open_picture",
    "seminar_open",
    "seminar_save",
    "seminar_save_as",
    "seminar_slides",
}
OWN_PAGES = {"practice", "seminar_start", "seminar_start_here"}
"""They stand over the content, under a banner of their own."""


def is_there(desk: Desk) -> bool:
    """In view over the whole width, above the content, every word of it inside."""
    banner, content = find(desk, QWidget, "banner"), find(desk, QWidget, "content")
    rest = find(desk, QLabel, "banner.rest")
    fits = rest.height() >= rest.heightForWidth(rest.width())
    wide = banner.width() == desk.window.width()
    return banner.isVisible() and wide and fits and banner.geometry().bottom() < content.y()


def test_the_banner_says_the_whole_disclaimer(desk: Desk) -> None:
    lead, rest = (find(desk, QLabel, f"banner.{part}").text() for part in ("lead", "rest"))
    assert f"{lead} {rest}" == common.disclaimer()
    assert find(desk, QWidget, "banner").accessibleName() == common.disclaimer()


def test_nothing_in_it_can_close_it(desk: Desk) -> None:
    banner = find(desk, QWidget, "banner")
    assert banner.findChildren(QAbstractButton) == []
    assert banner.actions() == []


def test_it_is_there_after_every_action(desk: Desk, qtbot: QtBot) -> None:
    session(desk).edit_profile("egfr", "mutated")
    session(desk).edit_profile("lesions", 2)
    for entry in ENTRIES:
        if entry.name in desk.actions and entry.name not in LEAVES_OR_ASKS | OWN_PAGES:
            desk.actions[entry.name].trigger()
            qtbot.waitUntil(lambda: is_there(desk))
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            window.close()


def test_practice_has_it_too(desk: Desk, qtbot: QtBot) -> None:
    desk.actions["practice"].trigger()
    qtbot.waitUntil(lambda: find(desk, QWidget, "practice").isVisible())
    shown = [b for b in desk.window.findChildren(QWidget, "banner") if b.isVisible()]
    assert [b.accessibleName() for b in shown] == [common.disclaimer()]
    assert shown[0].width() == desk.window.width()


def test_it_is_there_with_a_strategy_selected_and_in_every_tab(desk: Desk) -> None:
    click_row(desk, "treatments", row_of(desk, "treatments", "EGFR inhibitor"))
    assert is_there(desk)
    assert desk.content
    for place in range(desk.content.tabs.count()):
        desk.content.tabs.setCurrentIndex(place)
        assert is_there(desk)


def test_it_keeps_its_words_in_the_smallest_window_and_at_every_size(
    desk: Desk, qtbot: QtBot
) -> None:
    for zoom in (80, 100, 200):
        desk.dress(zoom=zoom)
        desk.window.resize(desk.window.minimumSize())
        qtbot.waitUntil(lambda: is_there(desk))
