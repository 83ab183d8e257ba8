"""The pack that is open is read again when it is saved; what is wrong with it stands beside."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.places import bundled_pack
from nanoexplorer.views import TABS
from nanoexplorer.words.packs import opening as words
from tests.controllers import (
    act,
    click,
    find,
    open_controller,
    profile,
    put_away,
    said,
    screen,
    session,
)
from tests.dropping import let_it_read
from tests.pack.forms.forms import as_workbook
from tests.packs import add_row, copy_of_mini_pack, edit_cell, read_rows, write_rows
from tests.ui.packs.test_pack_switch import opened


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    return copy_of_mini_pack(tmp_path / "coffee")


@pytest.fixture
def controller(
    app: QApplication, qtbot: QtBot, tmp_path: Path, coffee: Path
) -> Iterator[Controller]:
    """The window with the copy of the mini pack open, one strategy selected."""
    made = open_controller(app, qtbot, tmp_path / "settings", bundled_pack())
    opened(made, coffee)
    session(made).edit_profile("cups", 14)
    session(made).change(selection="office-urn", tab="decision-map")
    yield made
    put_away(made)


def name_of(controller: Controller, strategy: str) -> str:
    return session(controller).pack.strategy[strategy].name


def rename(pack: Path, name: str) -> None:
    edit_cell(pack, "strategies.csv", 3, "name", name)


def test_a_save_is_read_and_profile_view_and_selection_stay(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    rename(coffee, "Large urn")
    qtbot.waitUntil(lambda: name_of(controller, "office-urn") == "Large urn")
    assert profile(controller)["cups"] == 14
    assert screen(controller).selection == "office-urn"
    assert screen(controller).tab == "decision-map"
    assert said(controller) == words.READ_AGAIN
    rename(coffee, "Larger urn")  # a file that was written anew is watched as well
    qtbot.waitUntil(lambda: name_of(controller, "office-urn") == "Larger urn")


def test_what_the_pack_was_before_is_let_go(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    for view in TABS:
        session(controller).change(tab=view)
    before = weakref.ref(session(controller).pack)
    rename(coffee, "Large urn")
    qtbot.waitUntil(lambda: name_of(controller, "office-urn") == "Large urn")
    qtbot.waitUntil(lambda: before() is None)


def test_groups_that_were_opened_stay_open(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    session(controller).change(tab="strategies")
    assert controller.content is not None
    before = controller.content.strategies
    for cards in before.lists.values():
        cards.cards.toggle(cards.cards.rowCount() - 1)  # *Show all*
    opened = before.opened
    assert any(opened.values())
    rename(coffee, "Large urn")
    qtbot.waitUntil(lambda: name_of(controller, "office-urn") == "Large urn")
    after = controller.content.strategies
    assert after is not before
    assert after.opened == opened


def test_what_is_wrong_stands_beside_the_last_good_state_until_it_is_mended(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    before = session(controller).pack
    edit_cell(coffee, "strategies.csv", 3, "kind", "kettle")
    qtbot.waitUntil(lambda: controller.packs.problems is not None)
    listed = controller.packs.problems
    assert listed is not None
    assert session(controller).pack is before
    listed.list.setCurrentRow(0)
    assert f"{coffee / 'strategies.csv'} · row 3 · column kind" in listed.place.text()
    edit_cell(coffee, "strategies.csv", 3, "kind", "brewing-method")
    qtbot.waitUntil(lambda: session(controller).pack is not before)
    assert not listed.isVisible()
    assert said(controller) == words.SOLVED


def test_what_a_changed_pack_has_no_longer_is_let_go(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    before = session(controller).pack
    rows = read_rows(coffee / "fields.csv")
    place = rows[0].index("maximum")
    for row in rows[1:]:
        row[place] = "13" if row[0] == "cups" else row[place]
    write_rows(coffee / "fields.csv", rows)
    edit_cell(coffee, "cases.csv", 3, "profile", "cups=13")
    qtbot.waitUntil(lambda: session(controller).pack is not before)
    assert profile(controller)["cups"] == "unknown"


def test_another_file_in_the_folder_is_no_change(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    before = session(controller).pack
    (coffee / ".~lock.strategies.csv#").write_text("me", encoding="utf-8")
    rename(coffee, "Large urn")
    qtbot.waitUntil(lambda: session(controller).pack is not before)
    once = session(controller).pack
    let_it_read()
    QCoreApplication.processEvents()
    assert session(controller).pack is once


def test_a_pack_that_was_left_is_watched_no_longer(controller: Controller, coffee: Path) -> None:
    act(controller, "pack_bundled")
    let_it_read()
    rename(coffee, "Large urn")
    QCoreApplication.processEvents()
    let_it_read()
    assert session(controller).pack.id == "lung-brain-metastases"


def test_practice_is_not_pulled_away(controller: Controller, coffee: Path, qtbot: QtBot) -> None:
    act(controller, "practice")
    before = session(controller).pack
    rename(coffee, "Large urn")
    qtbot.waitUntil(lambda: said(controller) == words.NOT_NOW)
    assert session(controller).pack is before
    controller.practice.leave()
    qtbot.waitUntil(lambda: name_of(controller, "office-urn") == "Large urn")


def test_a_workbook_is_read_again_too(controller: Controller, coffee: Path, qtbot: QtBot) -> None:
    book = as_workbook(coffee, coffee.parent / "coffee.xlsx")
    opened(controller, book)
    rename(coffee, "Large urn")
    as_workbook(coffee, book)
    qtbot.waitUntil(lambda: name_of(controller, "office-urn") == "Large urn")
    rename(coffee, "")
    as_workbook(coffee, book)
    qtbot.waitUntil(lambda: controller.packs.problems is not None)
    listed = controller.packs.problems
    assert listed is not None
    listed.list.setCurrentRow(0)
    for part in (str(book), "sheet strategies", "row 3", "column name"):
        assert part in listed.place.text()


def test_a_list_that_was_closed_comes_back_for_something_new_alone(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    """Who saves in the middle of writing is told by the banner, and asks for the list there."""
    edit_cell(coffee, "strategies.csv", 3, "kind", "kettle")
    qtbot.waitUntil(lambda: controller.packs.problems is not None)
    listed = controller.packs.problems
    assert listed is not None
    listed.close()
    seen = len(listed.lines)
    add_row(coffee, "topics.csv", "more", "More")
    edit_cell(coffee, "strategies.csv", 4, "kind", "kettle")
    qtbot.waitUntil(lambda: len(listed.lines) > seen)
    assert not listed.isVisible()
    warning = find(controller, QPushButton, "banner.warning")
    assert warning.isVisible()
    assert warning.text().startswith("coffee was saved with 2 problems")
    click(controller, "banner.warning")
    assert listed.isVisible()
    listed.close()
    edit_cell(coffee, "topics.csv", 2, "name", "")
    qtbot.waitUntil(listed.isVisible)
    edit_cell(coffee, "topics.csv", 2, "name", "Mended")
    for line in (3, 4):
        edit_cell(coffee, "strategies.csv", line, "kind", "brewing-method")
    qtbot.waitUntil(lambda: said(controller) == words.SOLVED)
    assert not listed.isVisible()
    qtbot.waitUntil(lambda: controller.window.findChild(QPushButton, "banner.warning") is None)
    edit_cell(coffee, "strategies.csv", 3, "kind", "kettle")
    qtbot.waitUntil(listed.isVisible)
