"""What stands beside a view: panels that fold away, come back, and are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer import views
from nanoexplorer.app.controller import Controller
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.shell.panels import INSPECTOR, PROFILE, RAIL
from nanoexplorer.ui.shell.side_panels import SidePanels
from nanoexplorer.words import common
from tests.controllers import (
    act,
    activate,
    click,
    find,
    let_go,
    open_controller,
    press,
    put_away,
    session,
)
from tests.shipped import both_packs

WIDE = [view.name for view in views.VIEWS if view.wide]
NARROW = [name for name in views.TABS if name not in WIDE]


def shown(controller: Controller) -> tuple[bool, bool, bool]:
    """Whether profile, rail and inspector are there."""
    names = ("profile", "rail", "inspector")
    found = (controller.window.findChild(QWidget, name) for name in names)
    profile, rail, inspector = (part is not None and part.isVisible() for part in found)
    return profile, rail, inspector


def turn_to(controller: Controller, view: str) -> None:
    session(controller).change(tab=view)


@pytest.mark.parametrize("view", WIDE)
def test_a_view_that_is_looked_at_begins_with_the_room_of_both_panels(
    controller: Controller, view: str
) -> None:
    assert controller.content
    turn_to(controller, view)
    assert shown(controller) == (False, True, False)
    QApplication.processEvents()
    room = controller.content.panels.tabs.width()
    assert room == controller.window.width() - RAIL
    turn_to(controller, "strategies")
    assert shown(controller) == (True, False, True)


@pytest.mark.parametrize("view", NARROW)
def test_strategies_and_compare_keep_both_panels(controller: Controller, view: str) -> None:
    turn_to(controller, view)
    assert shown(controller) == (True, False, True)
    assert find(controller, QWidget, "profile").width() == PROFILE
    assert find(controller, QWidget, "inspector").width() == INSPECTOR


def test_each_panel_is_one_key_away_and_its_view_remembers_it(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = open_controller(app, qtbot, tmp_path, bundled_pack())
    try:
        turn_to(controller, "references")
        QTest.keyClick(controller.window, Qt.Key.Key_F8)
        QTest.keyClick(controller.window, Qt.Key.Key_F9)
        assert shown(controller) == (True, False, True)
        turn_to(controller, "sources")
        assert shown(controller) == (False, True, False)
        turn_to(controller, "strategies")
        QTest.keyClick(controller.window, Qt.Key.Key_F9)
        controller.dress(zoom=110)  # makes everything anew
    finally:
        put_away(controller)
    again = open_controller(app, qtbot, tmp_path, bundled_pack())
    try:
        assert shown(again) == (True, False, False)
        turn_to(again, "references")
        assert shown(again) == (True, False, True)
        act(again, "profile_panel")
        act(again, "inspector_panel")
        assert shown(again) == (False, True, False)
        assert again.settings.current.panels == ("strategies.inspector",)
    finally:
        put_away(again)


def test_each_panel_is_one_click_away(controller: Controller) -> None:
    turn_to(controller, "topics")
    click(controller, "rail.unfold")
    assert shown(controller)[0]
    click(controller, "profile.fold")
    assert not shown(controller)[0]
    click(controller, "rail.show")
    assert shown(controller)[0]
    click(controller, "content.inspector")
    assert shown(controller)[2]
    click(controller, "content.inspector")
    assert not shown(controller)[2]


def test_what_is_chosen_in_a_view_brings_the_inspector_for_now(controller: Controller) -> None:
    turn_to(controller, "evidence-map")
    view = find(controller, View, "evidence-map")
    view.requested.emit(SelectStrategy("liposomes"))
    assert shown(controller)[2]
    turn_to(controller, "barrier-routes")
    assert not shown(controller)[2]
    turn_to(controller, "evidence-map")
    assert shown(controller)[2]
    assert controller.settings.current.panels == ()
    act(controller, "inspector_panel")
    assert not shown(controller)[2]
    view.requested.emit(SelectStrategy("dendrimers"))
    assert shown(controller)[2]


def test_what_is_selected_elsewhere_leaves_the_room_to_the_view(controller: Controller) -> None:
    turn_to(controller, "evidence-map")
    session(controller).change(selection="liposomes")
    assert not shown(controller)[2]


def test_the_rail_says_what_is_known_and_greys_what_is_not(controller: Controller) -> None:
    turn_to(controller, "references")
    ours = session(controller)
    ours.change_profile({"egfr": "mutated", "lesions": 3, "pdl1": "unclear"})
    for field in ours.pack.fields:
        value = ours.profile[field.id]
        button = find(controller, QAbstractButton, f"rail.{field.id}")
        said = find(controller, QLabel, f"rail.{field.id}.value")
        known = field.is_known(value)
        assert button.isVisible() is (known or not field.folded)
        assert said.property("role") == ("rail-known" if known else "rail-unknown")
        assert button.accessibleName() == common.value_phrase(field, value)
    assert find(controller, QLabel, "rail.lesions.value").text() == "3"
    ours.edit_profile("general-health", "poor")
    assert find(controller, QAbstractButton, "rail.general-health").isVisible()


@both_packs
def test_the_rail_is_headed_as_the_profile_and_says_units_as_it_does(
    controller: Controller,
) -> None:
    turn_to(controller, "references")
    ours = session(controller)
    assert find(controller, QLabel, "rail.title").text() == ours.pack.profile_name
    for field in ours.pack.fields:
        if field.has_numbers:
            ours.edit_profile(field.id, field.maximum)
            said = find(controller, QLabel, f"rail.{field.id}.value")
            assert said.text().split() == common.value_beside(field, field.maximum).split()
    click(controller, "rail.unfold")
    assert find(controller, QLabel, "profile.title").text() == ours.pack.profile_name
    shown = [one.text() for one in find(controller, QWidget, "profile").findChildren(QLabel)]
    assert [field.unit for field in ours.pack.fields if field.unit not in ("", *shown)] == []


@both_packs
def test_what_is_not_known_looks_alike_at_every_field(controller: Controller) -> None:
    ours = session(controller)
    ours.change(profile=ours.pack.blank_profile)
    click(controller, "profile.more")
    sizes = set()
    for field in ours.pack.fields:
        chosen = find(controller, QAbstractButton, f"profile.{field.id}.{field.default}")
        assert chosen.isChecked()
        sizes.add(chosen.font().pixelSize())
    assert len(sizes) == 1


def test_a_click_on_a_field_unfolds_it_with_the_keyboard_in_it(controller: Controller) -> None:
    turn_to(controller, "references")
    session(controller).edit_profile("general-health", "poor")
    for field in ("general-health", "lesions"):
        click(controller, f"rail.{field}")
        here = QApplication.focusWidget()
        assert here is not None
        assert find(controller, QWidget, f"profile.{field}").isAncestorOf(here)
        assert here.isVisible()
        act(controller, "profile_panel")


@both_packs
@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_no_word_of_the_rail_or_of_the_profile_is_cut(
    controller: Controller, zoom: int, size: tuple[int, int]
) -> None:
    controller.dress(zoom=zoom)
    controller.window.resize(*size)
    turn_to(controller, "references")
    session(controller).change(profile=session(controller).pack.cases[1].profile)
    QApplication.processEvents()
    for words in find(controller, QWidget, "rail").findChildren(QLabel):
        if words.isVisible():
            room = words.contentsRect()
            needed = words.fontMetrics().boundingRect(
                room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter, words.text()
            )
            assert needed.width() <= room.width(), words.text()
            assert needed.height() <= room.height() + 1, words.text()
    click(controller, "rail.unfold")
    click(controller, "profile.more")
    QApplication.processEvents()
    inside = find(controller, QWidget, "profile.fields")
    area = inside.parentWidget()
    assert area is not None
    assert inside.width() <= area.width()


def test_the_keyboard_leaves_what_is_folded_and_comes_to_what_is_opened(
    controller: Controller,
) -> None:
    ours = session(controller)
    ours.change(selection="liposomes")
    press(controller.window, Qt.Key.Key_F9)
    press(controller.window, Qt.Key.Key_F9)
    inspector = find(controller, QWidget, "inspector")
    here = QApplication.focusWidget()
    assert here is not None
    assert inspector.isAncestorOf(here)
    press(controller.window, Qt.Key.Key_F9)
    here = QApplication.focusWidget()
    assert here is not None
    assert here.isVisible()
    assert find(controller, QWidget, "content.tabs").isAncestorOf(here)
    find(controller, QWidget, "profile.code").setFocus()
    press(controller.window, Qt.Key.Key_F8)
    assert find(controller, QWidget, "rail.unfold").hasFocus()
    press(controller.window, Qt.Key.Key_F8)
    assert find(controller, QWidget, "profile.code").hasFocus()


def test_what_is_turned_twice_is_as_it_began() -> None:
    kept: list[tuple[str, ...]] = []
    sides = SidePanels((), kept.append)
    assert sides.turn("sources", "profile")
    assert not sides.turn("sources", "profile")
    sides.bring("sources", "inspector")
    assert not sides.turn("sources", "inspector")
    assert sides.turn("sources", "inspector")
    assert kept == [("sources.profile",), (), (), ("sources.inspector",)]


def test_what_is_remembered_of_no_view_of_ours_does_no_harm(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    known = ("no-such-view.profile", "sources", "topics.inspector")
    controller = open_controller(app, qtbot, tmp_path, bundled_pack(), panels=known)
    try:
        activate(qtbot, controller.window)
        turn_to(controller, "topics")
        assert shown(controller) == (False, True, True)
    finally:
        put_away(controller)


def around(controller: Controller) -> dict[str, bool]:
    """What is shown around a view."""
    names = ("header", "content.status", "profile", "rail", "inspector", "content.inspector")
    found = {name: controller.window.findChild(QWidget, name) for name in names}
    assert controller.content
    bar = controller.content.tabs.tabBar()
    return {"tabs": bar.isVisible()} | {
        name: part is not None and part.isVisible() for name, part in found.items()
    }


@pytest.mark.parametrize("leave", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
@pytest.mark.parametrize("view", ["strategies", "evidence-map", "references"])
def test_a_projected_view_stands_alone_below_its_banner_and_all_comes_back(
    controller: Controller, view: str, leave: Qt.Key
) -> None:
    assert controller.content
    panels = controller.content.panels
    session(controller).change(tab=view, selection="liposomes")
    if view == "evidence-map":
        act(controller, "inspector_panel")
    find(controller, QWidget, "header.search").setFocus()
    panels.outer.setSizes([300, 1140])
    panels.inner.setSizes([700, 440])
    QApplication.processEvents()

    def state() -> tuple[object, ...]:
        sizes = (panels.outer.sizes(), panels.inner.sizes()) if view == "strategies" else ()
        window, here = controller.window, QApplication.focusWidget()
        return around(controller), window.size(), window.windowState(), here, sizes

    before = state()
    press(controller.window, Qt.Key.Key_F11)
    QApplication.processEvents()
    assert controller.window.isFullScreen()
    assert not any(around(controller).values())
    assert find(controller, QWidget, "banner").isVisible()
    assert controller.content.views[view].width() >= controller.window.width() - 2
    press(controller.window, leave)
    QApplication.processEvents()
    assert state() == before


def test_a_projected_view_takes_what_is_chosen_and_another_zoom_and_stays_alone(
    controller: Controller, qtbot: QtBot
) -> None:
    turn_to(controller, "evidence-map")
    act(controller, "project")
    find(controller, View, "evidence-map").requested.emit(SelectStrategy("liposomes"))
    act(controller, "profile_panel")
    controller.dress(zoom=150)
    let_go()
    activate(qtbot, controller.window)
    assert not any(around(controller).values())
    turn_to(controller, "sources")
    assert not any(around(controller).values())
    press(controller.window, Qt.Key.Key_Escape)
    assert around(controller)["header"]
    assert shown(controller) == (False, True, False)


def test_esc_changes_nothing_where_nothing_is_projected(controller: Controller) -> None:
    for _ in range(2):
        act(controller, "project")
    state = controller.window.windowState()
    press(controller.window, Qt.Key.Key_Escape)
    assert controller.window.windowState() == state
    assert around(controller)["header"]


def test_a_window_that_closes_while_it_projects_opens_as_it_was_before(
    controller: Controller,
) -> None:
    geometry = controller.window.geometry_text()
    act(controller, "project")
    controller.remember()
    assert controller.settings.current.geometry == geometry


def test_a_search_ends_a_projection(controller: Controller) -> None:
    act(controller, "project")
    act(controller, "search")
    assert find(controller, QWidget, "header.search").hasFocus()
    assert around(controller)["header"]
