"""Packs of somebody else in the window: opened, left, remembered, and asked about once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.kept import KeptPack
from nanoexplorer.pack.loader import Progress
from nanoexplorer.pack.opened import open_pack
from nanoexplorer.places import bundled_pack, example_pack
from nanoexplorer.render.kinds import BY_NAME, write
from nanoexplorer.ui.base.settings import gate_mark
from nanoexplorer.ui.packs.gate import PackGate
from nanoexplorer.words.packs import opening as words
from tests.boundary_packs import boundary_pack
from tests.controllers import (
    act,
    bare_controller,
    click,
    find,
    let_go,
    open_controller,
    profile,
    put_away,
    said,
    session,
    settings_in,
)
from tests.dropping import drop_files, let_it_read
from tests.pack.forms.forms import as_pack_file
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    return copy_of_mini_pack(tmp_path / "coffee")


@pytest.fixture
def controller(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Controller]:
    opened = open_controller(app, qtbot, tmp_path / "settings", bundled_pack())
    yield opened
    put_away(opened)


def gate_of(controller: Controller) -> PackGate | None:
    let_go()
    found: list[PackGate] = controller.window.findChildren(PackGate)
    return found[0] if found else None


def asks(controller: Controller) -> bool:
    return gate_of(controller) is not None


def asks_or_has_content(controller: Controller) -> bool:
    return asks(controller) or has_content(controller)


def has_content(controller: Controller) -> bool:
    return controller.content is not None


def opened(controller: Controller, path: Path) -> None:
    """Open a pack and say yes where it is asked about."""
    drop_files(controller.window, path)
    if gate_of(controller):
        click(controller, "pack_gate.open")
    QCoreApplication.processEvents()


def shown(controller: Controller) -> str:
    return session(controller).pack.id


def test_a_dropped_folder_is_asked_about_once_and_opens(
    controller: Controller, coffee: Path
) -> None:
    drop_files(controller.window, coffee)
    gate = gate_of(controller)
    assert gate is not None
    texts = " ".join(text.text() for text in gate.findChildren(QLabel))
    for part in ("Two baristas", "two invented books", "checked"):
        assert part in texts
    assert shown(controller) == "lung-brain-metastases"
    click(controller, "pack_gate.open")
    assert shown(controller) == "coffee-brewing"
    assert controller.window.windowTitle().startswith("Coffee brewing")
    act(controller, "pack_bundled")
    let_it_read()
    assert shown(controller) == "lung-brain-metastases"
    drop_files(controller.window, coffee)
    assert shown(controller) == "coffee-brewing"


def test_the_example_pack_opens_from_the_menu_and_the_bundled_one_comes_back(
    controller: Controller,
) -> None:
    act(controller, "pack_example")
    let_it_read()
    if gate_of(controller):
        click(controller, "pack_gate.open")
    assert shown(controller) == example_pack().name
    assert not controller.actions["pack_example"].isEnabled()
    assert controller.window.findChildren(QLabel, "banner.whose") == []
    act(controller, "pack_bundled")
    let_it_read()
    assert shown(controller) == bundled_pack().name
    assert controller.actions["pack_example"].isEnabled()


@pytest.mark.parametrize(("version", "older"), [("1.3", False), ("1.1.9", True)])
def test_another_version_of_a_known_pack_says_what_has_changed(
    controller: Controller, coffee: Path, version: str, older: bool
) -> None:
    opened(controller, coffee)
    other = copy_of_mini_pack(coffee.parent / "other")
    text = (other / "pack.toml").read_text(encoding="utf-8")
    written = text.replace('version = "1.2"', f'version = "{version}"')
    (other / "pack.toml").write_text(written, encoding="utf-8")
    edit_cell(other, "strategies.csv", 3, "name", "Large urn")
    edit_cell(other, "criteria.csv", 3, "value", "14")
    drop_files(controller.window, other)
    said_ = find(controller, QPlainTextEdit, "pack_gate.changes").toPlainText()
    for part in (
        f"coffee-brewing 1.2 → coffee-brewing {version}",
        "name now: Large urn",
        "Verdicts",
    ):
        assert part in said_
    lead = find(controller, QLabel, "pack_gate.other").text()
    assert ("newer" in lead) is older
    button = "back" if older else "open"
    wanted = find(controller, QAbstractButton, f"pack_gate.{button}")
    assert controller.window.focusWidget() is wanted
    click(controller, "pack_gate.open")
    assert session(controller).pack.version == version


def test_who_declines_stays_where_he_was(controller: Controller, coffee: Path) -> None:
    session(controller).edit_profile("egfr", "mutated")
    drop_files(controller.window, coffee)
    click(controller, "pack_gate.back")
    assert shown(controller) == "lung-brain-metastases"
    assert profile(controller)["egfr"] == "mutated"


def test_the_banner_says_whose_pack_it_is(controller: Controller, coffee: Path) -> None:
    opened(controller, coffee)
    assert "Two baristas" in find(controller, QLabel, "banner.whose").text()
    act(controller, "zoom_in")
    assert "Two baristas" in find(controller, QLabel, "banner.whose").text()
    act(controller, "pack_bundled")
    let_it_read()
    banner = find(controller, QFrame, "banner")
    assert banner.findChildren(QLabel, "banner.whose") == []


def test_each_pack_has_a_profile_of_its_own_that_comes_back(
    controller: Controller, coffee: Path
) -> None:
    session(controller).edit_profile("egfr", "mutated")
    opened(controller, coffee)
    session(controller).edit_profile("cups", 14)
    session(controller).change(selection="office-urn")
    act(controller, "pack_bundled")
    let_it_read()
    assert profile(controller)["egfr"] == "mutated"
    assert not session(controller).can_undo
    opened(controller, coffee)
    assert profile(controller)["cups"] == 14
    assert session(controller).screen.selection == "office-urn"


def test_the_next_start_opens_the_pack_that_was_open_last(
    app: QApplication, qtbot: QtBot, tmp_path: Path, coffee: Path
) -> None:
    first = open_controller(app, qtbot, tmp_path / "settings", bundled_pack())
    opened(first, coffee)
    session(first).edit_profile("cups", 14)
    put_away(first)
    second = open_controller(app, qtbot, tmp_path / "settings", bundled_pack())
    assert shown(second) == "coffee-brewing"
    assert profile(second)["cups"] == 14
    put_away(second)
    (coffee / "pack.toml").unlink()
    third = open_controller(app, qtbot, tmp_path / "settings", bundled_pack())
    assert shown(third) == "lung-brain-metastases"
    assert third.packs.problems is not None
    put_away(third)


def test_a_pack_that_is_gone_gives_way_to_the_bundled_one_and_is_said_to_be(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    gone = str(tmp_path / "gone")
    settings_in(tmp_path / "settings", pack=gone)
    opened_ = open_controller(app, qtbot, tmp_path / "settings", bundled_pack())
    assert shown(opened_) == "lung-brain-metastases"
    qtbot.waitUntil(lambda: gone in said(opened_))
    put_away(opened_)


def test_a_start_with_a_pack_asks_before_anything_is_shown(
    app: QApplication, qtbot: QtBot, tmp_path: Path, coffee: Path
) -> None:
    for button, pack in (("back", "lung-brain-metastases"), ("open", "coffee-brewing")):
        made = bare_controller(app, tmp_path / "settings", bundled_pack(), gate=gate_mark())
        made.pack_to_open = coffee
        made.open()
        qtbot.waitUntil(partial(asks, made))
        assert not has_content(made)
        click(made, f"pack_gate.{button}")
        qtbot.waitUntil(partial(has_content, made))
        assert shown(made) == pack
        put_away(made)


def test_who_stops_a_start_with_a_pack_begins_with_the_bundled_one(
    app: QApplication, qtbot: QtBot, tmp_path: Path, coffee: Path
) -> None:
    made = bare_controller(app, tmp_path / "settings", bundled_pack(), gate=gate_mark())
    made.packs.start_with(coffee)
    reading = made.packs.opening.reading
    assert reading is not None
    assert not has_content(made)
    reading.stop()
    assert shown(made) == "lung-brain-metastases"
    let_it_read()
    assert gate_of(made) is None
    put_away(made)


def test_a_start_with_a_broken_pack_shows_the_bundled_one_and_what_is_wrong(
    app: QApplication, qtbot: QtBot, tmp_path: Path, coffee: Path
) -> None:
    edit_cell(coffee, "strategies.csv", 3, "kind", "kettle")
    made = bare_controller(app, tmp_path / "settings", bundled_pack(), gate=gate_mark())
    made.pack_to_open = coffee
    made.open()
    qtbot.waitUntil(partial(has_content, made))
    assert shown(made) == "lung-brain-metastases"
    assert made.packs.problems is not None
    assert made.packs.problems.list.count() == 1
    put_away(made)


def test_a_pack_comes_from_its_thread_with_what_its_first_screen_asks_of_it(
    controller: Controller, coffee: Path
) -> None:
    pack, _ = controller.packs.opening.read(coffee)
    assert {"table", "ordered", "strategy", "statements_of"} <= vars(pack).keys()


def test_a_pack_file_that_the_desktop_asks_for_opens_at_a_start_and_later(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    file = as_pack_file(MINI_PACK, tmp_path / "coffee.nxpack")
    made = bare_controller(app, tmp_path / "settings", bundled_pack(), gate=gate_mark())
    made.open_file(file)  # before there is anything: macOS asks so
    made.open()
    qtbot.waitUntil(partial(asks, made))
    click(made, "pack_gate.open")
    qtbot.waitUntil(lambda: shown(made) == "coffee-brewing")
    act(made, "pack_bundled")
    let_it_read()
    assert shown(made) == "lung-brain-metastases"
    made.open_file(file)
    let_it_read()
    assert shown(made) == "coffee-brewing"
    put_away(made)


def test_the_next_start_with_a_pack_reads_no_table_until_one_was_changed(
    app: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    coffee: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[Path] = []

    def watched(path: Path, progress: Progress) -> Pack:
        read.append(path)
        return open_pack(path, progress)

    monkeypatch.setattr("nanoexplorer.ui.packs.opening.open_pack", watched)
    for change, expected in (("", [coffee]), ("", []), ("Bigger urn", [coffee]), ("", [])):
        if change:
            edit_cell(coffee, "strategies.csv", 3, "name", change)
        made = bare_controller(app, tmp_path / "settings", bundled_pack(), gate=gate_mark())
        made.pack_to_open = coffee
        made.open()
        qtbot.waitUntil(partial(asks_or_has_content, made))
        if asks(made):
            click(made, "pack_gate.open")
        qtbot.waitUntil(partial(has_content, made))
        assert read == expected
        assert not session(made).pack.ours
        assert shown(made) == "coffee-brewing"
        read.clear()
        qtbot.waitUntil(partial(is_kept, made, coffee))
        put_away(made)


def test_of_a_pack_that_was_left_for_one_of_ours_no_copy_stays(
    controller: Controller, coffee: Path, qtbot: QtBot
) -> None:
    opened(controller, coffee)
    qtbot.waitUntil(partial(is_kept, controller, coffee))
    act(controller, "pack_bundled")
    let_it_read()
    assert not controller.known.copy.exists()


def is_kept(controller: Controller, pack: Path) -> bool:
    """Whether the pack at a path is kept for the next start as it is now."""
    return KeptPack(pack, controller.known.copy).pack() is not None


def test_a_broken_pack_is_a_list_beside_what_is_shown(controller: Controller, coffee: Path) -> None:
    edit_cell(coffee, "fields.csv", 2, "tag", "")
    edit_cell(coffee, "strategies.csv", 3, "kind", "kettle")
    drop_files(controller.window, coffee)
    assert shown(controller) == "lung-brain-metastases"
    listed = controller.packs.problems
    assert listed is not None
    assert listed.isVisible()
    assert listed.list.count() == 2
    listed.list.setCurrentRow(1)
    for part in (str(coffee / "strategies.csv"), "row 3", "column kind"):
        assert part in listed.place.text()
    opened(controller, boundary_pack(coffee.parent / "odd", "odd"))
    assert not listed.isVisible()


def answer(controller: Controller, choice: str) -> list[str]:
    """Answer the next question; what was asked."""
    asked: list[str] = []

    def choose(*question: object) -> str:
        asked.append(str(question[2]))
        return choice

    controller.packs.ask_choice = choose  # type: ignore[assignment]
    return asked


def test_a_case_code_of_a_known_pack_is_offered_with_it(
    controller: Controller, coffee: Path
) -> None:
    opened(controller, coffee)
    pack = session(controller).pack
    code = case_code.encode(pack, pack.blank_profile.replace({"cups": 7}))
    act(controller, "pack_bundled")
    let_it_read()
    for choice, found in ((words.OTHER_NOT, "lung-brain-metastases"), (words.OTHER_OPEN, pack.id)):
        asked = answer(controller, choice)
        assert controller.commands is not None
        controller.commands.enter_code(code)
        let_it_read()
        assert pack.title in asked[0]
        assert shown(controller) == found
    assert profile(controller)["cups"] == 7


def test_a_picture_of_a_known_pack_is_offered_with_it(
    controller: Controller, coffee: Path, tmp_path: Path
) -> None:
    opened(controller, coffee)
    session(controller).edit_profile("cups", 9)
    from nanoexplorer.ui.export.choices import Choices, job_of

    job = job_of(session(controller), "strategies", Choices(), "light")
    write(job, tmp_path / "view.html", BY_NAME["html"])
    page = (tmp_path / "view.html").read_text(encoding="utf-8")
    assert "not checked by us" in page
    act(controller, "pack_bundled")
    let_it_read()
    answer(controller, words.OTHER_OPEN)
    drop_files(controller.window, tmp_path / "view.html")
    let_it_read()
    let_it_read()
    assert shown(controller) == "coffee-brewing"
    assert profile(controller)["cups"] == 9


def test_of_an_unknown_pack_nothing_is_offered(controller: Controller) -> None:
    asked = answer(controller, words.OTHER_OPEN)
    pack = replace(session(controller).pack, id="nobodys")
    assert controller.commands is not None
    controller.commands.enter_code(case_code.encode(pack, pack.blank_profile))
    let_it_read()
    assert asked == []
    assert "another pack" in said(controller)


def test_every_view_is_drawn_with_another_pack(controller: Controller, tmp_path: Path) -> None:
    opened(controller, boundary_pack(tmp_path / "odd", "odd"))
    for tab in ("decision-map", "compare", "references", "sources", "strategies"):
        session(controller).change(tab=tab)
        QCoreApplication.processEvents()
        assert not controller.window.grab().isNull()
