"""A small window at a large zoom: nothing overlaps, and what has no room is one click away."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.controls.buttons import Menu
from nanoexplorer.ui.inspector.panel import Inspector
from nanoexplorer.ui.views.compare.table import CompareTable
from nanoexplorer.ui.views.references.kind_chart import KindChart
from nanoexplorer.ui.views.topics.panel import TopicsPanel
from nanoexplorer.views import tabs_for
from nanoexplorer.words import common
from tests.controllers import click, find, let_go, press, screen, session
from tests.shipped import both_packs

SMALL = (1024, 700)


def shrink(controller: Controller, tab: str, zoom: int = 150) -> None:
    """A selection, a second profile, a tab, a zoom and a small window."""
    ours = session(controller)
    ours.change(selection=ours.pack.ordered[0].id, tab=tab)
    ours.change(second_profile=ours.pack.cases[1].profile)
    controller.dress(zoom=zoom)
    controller.window.resize(*SMALL)
    QApplication.processEvents()
    let_go()
    QApplication.processEvents()


def span(part: QWidget, page: QWidget) -> tuple[int, int]:
    """Where a part begins and ends, from the top of its page."""
    top = part.mapTo(page, QPoint(0, 0)).y()
    return top, top + part.height()


@both_packs
@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_the_lines_of_compare_stand_below_each_other_and_none_is_squeezed(
    controller: Controller, zoom: int
) -> None:
    shrink(controller, "compare", zoom)
    page = find(controller, QFrame, "compare.page")
    names = ("compare.cases", "compare.columns")
    parts = [
        *(find(controller, QWidget, name) for name in names),
        find(controller, CompareTable, "compare.table"),
    ]
    parts = [part for part in parts if part.isVisible()]
    assert len(parts) >= 3
    for part in parts:
        assert part.height() >= part.minimumSizeHint().height(), part.objectName()
    for above, below in pairwise(span(part, page) for part in parts):
        assert above[1] <= below[0]


@both_packs
def test_a_low_comparison_leaves_its_title_out(controller: Controller) -> None:
    shrink(controller, "compare", 200)
    title = find(controller, QWidget, "compare.title")
    assert not title.isVisible()
    controller.window.resize(1440, 1200)
    QApplication.processEvents()
    assert title.isVisible()


@both_packs
def test_the_selected_bar_stays_in_sight_when_there_is_less_room(controller: Controller) -> None:
    session(controller).choose_option("references.page", "behind")
    shrink(controller, "references", 100)
    chart = find(controller, KindChart, "references.kinds_behind")
    session(controller).change(selection=chart.bars.rows[-1].strategy)
    controller.window.resize(1024, 620)
    QApplication.processEvents()
    assert chart.viewport().rect().contains(chart.visualRect(chart.currentIndex()).center())


@both_packs
@pytest.mark.parametrize("zoom", [100, 150])
def test_compare_is_never_wider_than_its_window(controller: Controller, zoom: int) -> None:
    shrink(controller, "compare", zoom)
    area = find(controller, QScrollArea, "compare.area")
    assert find(controller, QFrame, "compare.page").width() <= area.viewport().width()


@both_packs
def test_what_is_chosen_on_a_map_in_a_low_window_brings_the_inspector_below_it(
    controller: Controller,
) -> None:
    shrink(controller, "evidence-map")
    canvas = find(controller, QWidget, "evidence-map.canvas")
    inspector = find(controller, Inspector, "inspector")
    other = session(controller).pack.ordered[1].id
    folded = canvas.height()
    assert not inspector.isVisible()
    find(controller, View, "evidence-map").requested.emit(SelectStrategy(other))
    assert inspector.isVisible()
    assert canvas.height() < folded
    click(controller, "content.inspector")
    assert not inspector.isVisible()


@both_packs
def test_tabs_without_room_are_in_a_menu(controller: Controller, qtbot: QtBot) -> None:
    button = find(controller, QPushButton, "content.more_tabs")
    assert not button.isVisible()
    shrink(controller, "evidence-map")
    button = find(controller, QPushButton, "content.more_tabs")
    assert button.isVisible()
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    entries = menu.actions()
    there = [common.TABS[name] for name in tabs_for(session(controller).pack)]
    assert [entry.text() for entry in entries] == there
    assert [entry.text() for entry in entries if entry.isChecked()] == ["Evidence map"]
    entries[-1].trigger()
    assert screen(controller).tab == "topics"


@both_packs
def test_in_a_narrow_window_topics_are_chosen_from_a_drop_down(controller: Controller) -> None:
    shrink(controller, "topics", 200)
    panel = find(controller, TopicsPanel, "topics")
    assert panel.box.isVisible()
    assert not panel.list.isVisible()
    panel.box.setCurrentIndex(2)
    panel.box.activated.emit(2)
    assert panel.list.currentRow() == 2
    assert panel.title.text() == session(controller).pack.topics[2].name


@both_packs
def test_the_words_around_the_decision_map_keep_to_the_window(controller: Controller) -> None:
    shrink(controller, "decision-map")
    area = find(controller, QScrollArea, "decision-map.area")
    for name in ("decision-map.title", "decision-map.held", "decision-map.said"):
        assert find(controller, QWidget, name).width() <= area.viewport().width(), name


@both_packs
@pytest.mark.parametrize("zoom", [150, 200])
def test_no_panel_lies_over_another_one(controller: Controller, zoom: int) -> None:
    session(controller).change(selection="iron-oxide-mri")  # a long name: it once took all the room
    for tab in common.TABS:
        session(controller).change(tab=tab)
    shrink(controller, "strategies", zoom)
    for tab, strategy in product(common.TABS, ("iron-oxide-mri", "surgical-resection")):
        session(controller).change(tab=tab, selection=strategy)
        QApplication.processEvents()
        assert controller.content
        profile, tabs = controller.content.panels.parts[0], controller.content.tabs
        assert profile.width() >= profile.minimumWidth()
        left = tabs.mapTo(controller.window, QPoint(0, 0)).x()
        assert left >= profile.mapTo(controller.window, profile.rect().topRight()).x()
        assert left + tabs.width() <= controller.window.width()


@both_packs
@pytest.mark.parametrize("name", ["topics.box", "content.inspector"])
def test_what_stands_at_the_right_keeps_clear_of_the_edge(
    controller: Controller, name: str
) -> None:
    shrink(controller, "topics", 200)
    part = find(controller, QWidget, name)
    assert part.isVisible()
    end = part.mapTo(controller.window, part.rect().topRight()).x()
    assert controller.window.width() - 24 <= end <= controller.window.width() - 12


@both_packs
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_menu_higher_than_the_screen_scrolls_and_says_where(controller: Controller) -> None:
    menu = Menu(controller.window)
    actions = [menu.addAction(str(number)) for number in range(60)]
    menu.popup(QPoint(0, 0))
    room = controller.window.screen().availableGeometry()
    assert menu.height() <= room.height()
    assert [glyph for glyph, _ in menu.more()] == ["chevron-down"]
    press(menu, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert menu.activeAction() is actions[-1]
    assert menu.rect().contains(menu.actionGeometry(actions[-1]))
    assert [glyph for glyph, _ in menu.more()] == ["chevron-up"]
    menu.close()
    menu.deleteLater()


@both_packs
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_menu_is_higher_than_a_low_window_at_the_largest_zoom(controller: Controller) -> None:
    controller.dress(zoom=200)
    for menu in (controller.menu, *controller.menu.findChildren(QMenu)):
        menu.popup(QPoint(0, 0))
        assert menu.height() <= 700, menu.objectName()
        menu.close()
