"""Where to begin, while nothing is selected: what it leads to, and how it is closed for good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.documents.terms import reading
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.help.dialog import HelpDialog
from nanoexplorer.ui.help.reading import ReadingKeys
from nanoexplorer.ui.inspector.panel import EmptyPage
from nanoexplorer.ui.inspector.start_page import ways
from nanoexplorer.words import common
from nanoexplorer.words import help as help_words
from tests.controllers import (
    act,
    click,
    dialog,
    find,
    let_go,
    open_controller,
    press,
    put_away,
    select,
    session,
)
from tests.packs import mini_pack


def page(controller: Controller, qtbot: QtBot) -> QWidget:
    """The start page, once it is there."""
    qtbot.waitUntil(lambda: controller.window.findChild(QWidget, "start") is not None)
    return find(controller, QWidget, "start")


def said_on(shown: QWidget) -> list[str]:
    return [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]


def test_it_stands_there_while_nothing_is_selected(controller: Controller, qtbot: QtBot) -> None:
    shown = page(controller, qtbot)
    assert shown.isVisible()
    select(controller, session(controller).pack.ordered[0].id)
    assert not shown.isVisible()
    session(controller).change(selection="")
    assert shown.isVisible()


def test_it_is_built_when_it_is_first_seen(app: QApplication, qtbot: QtBot) -> None:
    nothing = EmptyPage(mini_pack(), chosen_theme("light"), 100)
    qtbot.addWidget(nothing)
    assert nothing.findChildren(QWidget) == []
    nothing.resize(364, 700)
    nothing.show()
    qtbot.waitUntil(lambda: nothing.findChild(QWidget, "start") is not None)


def test_it_says_what_groups_statuses_and_marks_mean_in_the_words_of_the_pack(
    controller: Controller, qtbot: QtBot
) -> None:
    pack, said = session(controller).pack, said_on(page(controller, qtbot))
    for verdict in Verdict:
        assert any(line.startswith(common.VERDICT_GROUP[verdict]) for line in said)
    for status in pack.statuses:
        assert common.labelled(status.label, status.brief) in said
    for mark in ("note", "disputed", "interpretation"):
        spoken = common.labelled(help_words.TERM[mark], help_words.MARK_SAID[mark])
        assert spoken in said


def test_a_status_without_few_words_has_its_definition(app: QApplication) -> None:
    pack = mini_pack()
    silent = next(status for status in pack.statuses if not status.brief)
    keys = {key.name: key for group in reading(pack) for key in group.keys}
    assert keys[silent.label].said == keys[silent.label].tip == silent.definition


def test_every_key_says_in_full_where_the_mouse_rests(controller: Controller, qtbot: QtBot) -> None:
    tips = {w.accessibleDescription() for w in page(controller, qtbot).findChildren(QLabel)}
    pack = session(controller).pack
    assert {help_words.MEANS[verdict] for verdict in Verdict} <= tips
    assert {status.definition for status in pack.statuses} <= tips


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_its_ways_lead_to_the_cases_the_fields_and_the_seminar(
    controller: Controller, qtbot: QtBot
) -> None:
    page(controller, qtbot)
    assert controller.content
    profile = controller.content.profile
    click(controller, "start.case")
    qtbot.waitUntil(lambda: profile.cases.view().isVisible())
    profile.cases.hidePopup()
    click(controller, "start.profile")
    focus = controller.window.focusWidget()
    assert focus is not None
    assert next(iter(profile.fields.values())).isAncestorOf(focus)
    find(controller, QPushButton, "start.seminar").setFocus()
    press(find(controller, QPushButton, "start.seminar"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: controller.seminars.running is not None)
    controller.seminars.leave()


def test_the_profile_unfolds_for_a_way_that_leads_to_it(
    controller: Controller, qtbot: QtBot
) -> None:
    page(controller, qtbot)
    act(controller, "profile_panel")
    assert controller.content
    assert not controller.content.profile.isVisible()
    click(controller, "start.profile")
    assert controller.content.profile.isVisible()


def test_closed_it_stays_closed_until_the_menu_brings_it_back(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    first = open_controller(app, qtbot, tmp_path, bundled_pack())
    page(first, qtbot)
    click(first, "start.close")
    assert find(first, QLabel, "inspector.empty").isVisible()
    put_away(first)
    assert SettingsFile(tmp_path / "settings.json").current.start_page == "closed"
    second = open_controller(app, qtbot, tmp_path, bundled_pack())
    try:
        qtbot.waitUntil(lambda: find(second, QLabel, "inspector.empty").isVisible())
        assert not second.window.findChildren(QWidget, "start")
        select(second, session(second).pack.ordered[0].id)
        act(second, "start_page")
        assert session(second).intent.selection == ""
        assert find(second, QWidget, "start").isVisible()
        assert SettingsFile(tmp_path / "settings.json").current.start_page == "open"
    finally:
        put_away(second)


def test_below_a_view_it_is_one_row_and_at_a_large_zoom_it_stands_aside(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.window.resize(1024, 700)
    let_go()
    shown = page(controller, qtbot)
    ways = [find(controller, QPushButton, f"start.{w}") for w in ("case", "seminar", "reading")]
    assert len({way.y() for way in ways}) == 1
    assert all(way.isVisible() for way in ways)
    assert shown.height() < 80
    controller.dress(zoom=200)
    let_go()
    assert controller.content
    assert not controller.content.inspector.isVisible()


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_no_row_of_keys_is_cut(app: QApplication, qtbot: QtBot, zoom: int) -> None:
    pack = mini_pack()
    long = "A definition of a status that goes on for much longer than a line has room for it."
    statuses = tuple(status._replace(brief=long) for status in pack.statuses)
    for full in (False, True):
        shown = ReadingKeys(replace(pack, statuses=statuses), chosen_theme("dark"), zoom, full=full)
        qtbot.addWidget(shown)
        for width in (120, 330, 700):
            shown.setFixedWidth(width * zoom // 100)
            shown.setFixedHeight(shown.heightForWidth(shown.width()))
            shown.show()
            for row in shown.findChildren(QLabel):
                assert row.height() >= row.heightForWidth(row.width())


def test_f1_opens_how_to_read_and_the_button_too(controller: Controller, qtbot: QtBot) -> None:
    for by_key in (True, False):
        act(controller, "reading") if by_key else click(controller, "status.reading")
        shown = dialog()
        assert isinstance(shown, HelpDialog)
        assert shown.tabs.tabText(shown.tabs.currentIndex()) == help_words.READING
        shown.close()
        let_go()


@pytest.mark.parametrize("letters", [3, 12, 60])
def test_the_profiles_card_names_as_many_fields_as_there_is_room_for(letters: int) -> None:
    """However long they are, it says where they are."""
    pack = mini_pack()
    fields = tuple(
        field._replace(label=f"F{'x' * letters}{n}", folded=False)
        for n, field in enumerate((*pack.fields, *pack.fields))
    )
    [way] = [way for way in ways(replace(pack, fields=fields)) if way.name == "profile"]
    offered = (way.said, *way.shorter)
    assert [text.count("Fx") for text in offered] == [4, 3, 2, 1]
    assert len({text.partition(": ")[2] for text in offered}) == 1
