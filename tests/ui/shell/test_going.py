"""To a reference that a text points at, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.documents import links
from nanoexplorer.documents.citations.cited import hover
from nanoexplorer.drawing.layout import LINK
from nanoexplorer.ui.base.requests import GoTo, SelectStrategy, ShowView
from nanoexplorer.ui.views.strategies.cards.view import CardList
from nanoexplorer.views import TABS
from nanoexplorer.words import common
from tests.controllers import LEFT, NO_KEYS, cards, click, find, follow, screen, select, session


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


def link_on(view: CardList, strategy: str) -> tuple[QPoint, str]:
    """Where a card names its first reference, and what it leads to."""
    row = view.cards.place(strategy)
    view.scrollTo(view.cards.index(row))
    QApplication.processEvents()
    spots = view.itemDelegate().laid_out(row).spots  # type: ignore[attr-defined]
    spot = next(spot for spot in spots if spot.kind == LINK)
    at = view.visualRect(view.cards.index(row)).topLeft() + spot.box.center().toPoint()
    return at, spot.which


def test_a_reference_on_a_card_leads_to_it_and_selects_nothing(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated", "lesions": 2})
    select(controller, "surgical-resection")
    view = cards(controller, "treatments")
    at, which = link_on(view, "osimertinib")
    assert which == f"{links.REFERENCE}wu-67"
    QTest.mouseMove(view.viewport(), at)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, at)
    assert (screen(controller).tab, shown(controller)) == ("references", "wu-67")
    assert screen(controller).selection == "surgical-resection"
    click(controller, "references.back")
    assert screen(controller).tab == "strategies"
    chosen = view.selectionModel().selectedIndexes()
    assert [index.row() for index in chosen] == [view.cards.place("surgical-resection")]


def test_a_reference_on_a_card_tells_of_itself(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated"})
    view = cards(controller, "treatments")
    row = view.cards.place("osimertinib")
    spots = view.itemDelegate().laid_out(row).spots  # type: ignore[attr-defined]
    told = [view.cards.tip(row, spot) for spot in spots if spot.kind == LINK]
    assert told == [hover(session(controller).pack, "wu-67")]


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
