"""The banner: it says the disclaimer, cannot be closed, and is there whatever is done."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.ui.shell.actions import ENTRIES
from nanoexplorer.words import common
from tests.controllers import find, select, session
from tests.shipped import both_packs

LEAVES_OR_ASKS = {
    "quit",
    "print",
    "recent",
    "open",
    "pack_folder",
    "pack_example",
    "seminar_save",
    "seminar_save_as",
    "seminar_slides",
}
OWN_PAGES = {"practice", "seminar_start", "seminar_start_here"}
"""They stand over the content, under a banner of their own."""


def is_there(controller: Controller) -> bool:
    """In view over the whole width, above the content, every word of it inside."""
    banner, content = find(controller, QWidget, "banner"), find(controller, QWidget, "content")
    rest = find(controller, QLabel, "banner.rest")
    fits = rest.height() >= rest.heightForWidth(rest.width())
    wide = banner.width() == controller.window.width()
    return banner.isVisible() and wide and fits and banner.geometry().bottom() < content.y()


def test_the_banner_says_the_whole_disclaimer(controller: Controller) -> None:
    lead, rest = (find(controller, QLabel, f"banner.{part}").text() for part in ("lead", "rest"))
    assert f"{lead} {rest}" == common.disclaimer()
    assert find(controller, QWidget, "banner").accessibleName() == common.disclaimer()


def test_nothing_in_it_can_close_it(controller: Controller) -> None:
    banner = find(controller, QWidget, "banner")
    assert banner.findChildren(QAbstractButton) == []
    assert banner.actions() == []


@both_packs
def test_it_is_there_after_every_action(controller: Controller, qtbot: QtBot) -> None:
    session(controller).change(profile=session(controller).pack.cases[1].profile)
    for entry in ENTRIES:
        if entry.name in controller.actions and entry.name not in LEAVES_OR_ASKS | OWN_PAGES:
            controller.actions[entry.name].trigger()
            qtbot.waitUntil(lambda: is_there(controller))
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            window.close()


def test_practice_has_it_too(controller: Controller, qtbot: QtBot) -> None:
    controller.actions["practice"].trigger()
    qtbot.waitUntil(lambda: find(controller, QWidget, "practice").isVisible())
    shown = [b for b in controller.window.findChildren(QWidget, "banner") if b.isVisible()]
    assert [b.accessibleName() for b in shown] == [common.disclaimer()]
    assert shown[0].width() == controller.window.width()


@both_packs
def test_it_is_there_with_a_strategy_selected_and_in_every_tab(controller: Controller) -> None:
    select(controller, session(controller).pack.ordered[0].id)
    assert is_there(controller)
    assert controller.content
    for place in range(controller.content.tabs.count()):
        controller.content.tabs.setCurrentIndex(place)
        assert is_there(controller)


def test_it_keeps_its_words_in_the_smallest_window_and_at_every_size(
    controller: Controller, qtbot: QtBot
) -> None:
    for zoom in (80, 100, 200):
        controller.dress(zoom=zoom)
        controller.window.resize(controller.window.minimumSize())
        qtbot.waitUntil(lambda: is_there(controller))
