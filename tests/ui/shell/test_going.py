"""To a reference that a text points at, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.documents import links
from nanoexplorer.ui.base.requests import GoTo, SelectStrategy, ShowView
from nanoexplorer.views import TABS
from nanoexplorer.words import common
from tests.controllers import click, find, follow, screen, select, session


def shown(controller: Controller) -> str:
    """The reference that is shown in full."""
    return dict(screen(controller).options).get("references.shown", "")


def back_button(controller: Controller) -> QPushButton:
    return find(controller, QPushButton, "references.back")


def test_a_reference_in_the_inspector_leads_to_it_and_back_returns(controller: Controller) -> None:
    select(controller, "osimertinib")
    assert controller.content
    controller.content.inspector.body.text.setFocus()
    follow(controller, f"{links.REFERENCE}wu-67")
    assert (screen(controller).tab, shown(controller)) == ("references", "wu-67")
    assert common.TABS["strategies"] in back_button(controller).text()
    click(controller, "references.back")
    assert screen(controller).tab == "strategies"
    assert screen(controller).selection == "osimertinib"
    assert controller.content.inspector.body.text.hasFocus()


@pytest.mark.parametrize("tab", TABS)
def test_from_every_view_there_is_a_way_back(controller: Controller, tab: str) -> None:
    assert controller.commands
    session(controller).change(tab=tab)
    controller.commands.handle(GoTo("references", "wu-60"))
    controller.commands.handle(GoTo("references", "wu-61"))
    assert shown(controller) == "wu-61"
    controller.commands.go_back()
    assert screen(controller).tab == tab
    assert shown(controller) == ""
    assert screen(controller).back is None


def test_alt_left_goes_back(controller: Controller, qtbot: QtBot) -> None:
    select(controller, "osimertinib")
    follow(controller, f"{links.REFERENCE}wu-67")
    keys = (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(controller.window, *keys)
    qtbot.waitUntil(lambda: screen(controller).tab == "strategies")


def test_what_was_selected_meanwhile_is_let_go(controller: Controller) -> None:
    assert controller.commands
    select(controller, "osimertinib")
    follow(controller, f"{links.REFERENCE}wu-67")
    controller.commands.handle(SelectStrategy("alectinib"))
    controller.commands.go_back()
    assert screen(controller).selection == "osimertinib"


def test_who_turns_to_a_view_by_themselves_has_no_way_back(controller: Controller) -> None:
    assert controller.commands
    session(controller).change(tab="references")
    assert back_button(controller).isHidden()
    controller.commands.handle(GoTo("references", "wu-60"))
    controller.commands.handle(ShowView("topics"))
    controller.commands.handle(ShowView("references"))
    assert back_button(controller).isHidden()
    controller.commands.go_back()
    assert screen(controller).tab == "references"
