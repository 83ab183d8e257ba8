"""A small window at a large zoom: nothing overlaps, and what has no room is one click away."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Desk
from nanoexplorer.ui.controls.chevrons import Menu
from nanoexplorer.ui.inspector.panel import Inspector
from nanoexplorer.ui.views.compare.table import CompareTable
from nanoexplorer.ui.views.references.kind_chart import KindChart
from nanoexplorer.ui.views.topics.panel import TopicsPanel
from nanoexplorer.words import common
from tests.desks import click, find, let_go, press, screen, session

SMALL = (1024, 700)


def shrink(desk: Desk, tab: str, zoom: int = 150) -> None:
    """A selection, a second profile, a tab, a zoom and a small window."""
    ours = session(desk)
    ours.change(selection=ours.pack.ordered[0].id, tab=tab)
    ours.change(second_profile=ours.profile.replace({"egfr": "mutated", "lesions": 6}))
    desk.dress(zoom=zoom)
    desk.window.resize(*SMALL)
    QApplication.processEvents()
    let_go()
    QApplication.processEvents()


def span(part: QWidget, page: QWidget) -> tuple[int, int]:
    """Where a part begins and ends, from the top of its page."""
    top = part.mapTo(page, QPoint(0, 0)).y()
    return top, top + part.height()


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_the_lines_of_compare_stand_below_each_other_and_none_is_squeezed(
    desk: Desk, zoom: int
) -> None:
    shrink(desk, "compare", zoom)
    page = find(desk, QFrame, "compare.page")
    names = ("compare.cases", "compare.first_code", "compare.second_code", "compare.swap")
    parts = [
        *(find(desk, QWidget, name) for name in names),
        find(desk, CompareTable, "compare.table"),
    ]
    parts = [part for part in parts if part.isVisible()]
    assert len(parts) >= 4
    for part in parts:
        assert part.height() >= part.minimumSizeHint().height(), part.objectName()
    for above, below in pairwise(span(part, page) for part in parts):
        assert above[1] <= below[0]


def test_a_low_comparison_leaves_the_first_profile_to_its_panel(desk: Desk) -> None:
    shrink(desk, "compare")
    names = ("compare.title", "compare.first", "compare.first_code")
    assert not any(find(desk, QWidget, name).isVisible() for name in names)
    desk.window.resize(1440, 1200)
    QApplication.processEvents()
    assert all(find(desk, QWidget, name).isVisible() for name in names)


def test_the_selected_bar_stays_in_sight_when_there_is_less_room(desk: Desk) -> None:
    session(desk).choose_option("references.page", "behind")
    shrink(desk, "references", 100)
    chart = find(desk, KindChart, "references.kinds_behind")
    session(desk).change(selection=chart.bars.rows[-1].strategy)
    desk.window.resize(1024, 620)
    QApplication.processEvents()
    assert chart.viewport().rect().contains(chart.visualRect(chart.currentIndex()).center())


@pytest.mark.parametrize("zoom", [100, 150])
def test_compare_is_never_wider_than_its_window(desk: Desk, zoom: int) -> None:
    shrink(desk, "compare", zoom)
    area = find(desk, QScrollArea, "compare.area")
    assert find(desk, QFrame, "compare.page").width() <= area.viewport().width()


def test_a_map_in_a_low_window_has_the_room_of_the_inspector(desk: Desk) -> None:
    shrink(desk, "evidence-map")
    canvas, inspector = (
        find(desk, QWidget, "evidence-map.canvas"),
        find(desk, Inspector, "inspector"),
    )
    folded = canvas.height()
    assert not inspector.isVisible()
    fold = find(desk, QPushButton, "content.fold")
    shown = screen(desk).inspector
    assert shown is not None
    assert shown.card.strategy.name in fold.text()
    click(desk, "content.fold")
    assert inspector.isVisible()
    assert canvas.height() < folded
    click(desk, "content.fold")
    assert not inspector.isVisible()


def test_what_was_opened_over_one_map_stays_open_over_the_next(desk: Desk) -> None:
    shrink(desk, "evidence-map")
    click(desk, "content.fold")
    session(desk).change(tab="barrier-routes")
    assert find(desk, Inspector, "inspector").isVisible()


def test_beside_the_cards_and_in_a_high_window_nothing_is_folded(desk: Desk) -> None:
    shrink(desk, "strategies")
    assert find(desk, Inspector, "inspector").isVisible()
    desk.window.resize(1440, 1200)
    QApplication.processEvents()
    session(desk).change(tab="evidence-map")
    assert find(desk, Inspector, "inspector").isVisible()
    assert not find(desk, QPushButton, "content.fold").isVisible()


def test_tabs_without_room_are_in_a_menu(desk: Desk, qtbot: QtBot) -> None:
    button = find(desk, QPushButton, "content.more_tabs")
    assert not button.isVisible()
    shrink(desk, "evidence-map")
    button = find(desk, QPushButton, "content.more_tabs")
    assert button.isVisible()
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    entries = menu.actions()
    assert [entry.text() for entry in entries] == list(common.TABS.values())
    assert [entry.text() for entry in entries if entry.isChecked()] == ["Evidence map"]
    entries[-1].trigger()
    assert screen(desk).tab == "topics"


def test_in_a_narrow_window_topics_are_chosen_from_a_drop_down(desk: Desk) -> None:
    shrink(desk, "topics")
    panel = find(desk, TopicsPanel, "topics")
    assert panel.box.isVisible()
    assert not panel.list.isVisible()
    panel.box.setCurrentIndex(2)
    panel.box.activated.emit(2)
    assert panel.list.currentRow() == 2
    assert panel.title.text() == session(desk).pack.topics[2].name


def test_the_words_around_the_decision_map_keep_to_the_window(desk: Desk) -> None:
    shrink(desk, "decision-map")
    area = find(desk, QScrollArea, "decision-map.area")
    for name in ("decision-map.title", "decision-map.held", "decision-map.said"):
        assert find(desk, QWidget, name).width() <= area.viewport().width(), name


@pytest.mark.parametrize("zoom", [150, 200])
def test_no_panel_lies_over_another_one(desk: Desk, zoom: int) -> None:
    session(desk).change(selection="iron-oxide-mri")  # a long name: it once took all the room
    for tab in common.TABS:
        session(desk).change(tab=tab)
    shrink(desk, "strategies", zoom)
    for tab, strategy in product(common.TABS, ("iron-oxide-mri", "surgical-resection")):
        session(desk).change(tab=tab, selection=strategy)
        QApplication.processEvents()
        profile, tabs = find(desk, QWidget, "profile"), find(desk, QTabWidget, "content.tabs")
        assert profile.width() >= profile.minimumWidth()
        left = tabs.mapTo(desk.window, QPoint(0, 0)).x()
        assert left >= profile.mapTo(desk.window, profile.rect().topRight()).x()
        assert left + tabs.width() <= desk.window.width()


@pytest.mark.parametrize("name", ["topics.box", "content.more_tabs"])
def test_what_stands_at_the_right_keeps_clear_of_the_edge(desk: Desk, name: str) -> None:
    shrink(desk, "topics")
    part = find(desk, QWidget, name)
    assert part.isVisible()
    end = part.mapTo(desk.window, part.rect().topRight()).x()
    assert desk.window.width() - 24 <= end <= desk.window.width() - 12


def test_a_case_code_is_seen_whole_beside_what_is_compared(desk: Desk) -> None:
    shrink(desk, "compare")
    line = find(desk, QLineEdit, "compare.second_code")
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    assert line.text()
    assert line.fontMetrics().horizontalAdvance(line.text()) + 4 <= room.width()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_menu_higher_than_the_screen_scrolls_and_says_where(desk: Desk) -> None:
    desk.dress(zoom=200)
    menu = desk.menu
    assert isinstance(menu, Menu)
    menu.popup(QPoint(0, 0))
    room = desk.window.screen().availableGeometry()
    assert menu.height() <= room.height()
    assert [glyph for glyph, _ in menu.more()] == ["chevron-down"]
    press(menu, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert menu.activeAction() is desk.actions["quit"]
    assert menu.rect().contains(menu.actionGeometry(desk.actions["quit"]))
    assert [glyph for glyph, _ in menu.more()] == ["chevron-up"]
    menu.close()
