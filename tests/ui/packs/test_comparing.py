"""Two versions of a pack in a window of their own, beside the app's."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.documents.links import place_of
from nanoexplorer.files import carry_on
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.making import write_pack
from nanoexplorer.pack.loader import files_at
from nanoexplorer.pack.opened import Unreadable, compared
from nanoexplorer.places import bundled_pack, example_pack
from nanoexplorer.render import difference_files
from nanoexplorer.render.difference_files import KINDS, Kind
from nanoexplorer.ui.packs.comparing import PackComparison
from nanoexplorer.words import common
from nanoexplorer.words.packs import columns
from nanoexplorer.words.packs import difference as words
from tests.controllers import (
    act,
    clipboard_text,
    find,
    let_go,
    open_controller,
    put_away,
    session,
)
from tests.dropping import drop_files, let_it_read
from tests.packs import MINI_PACK, add_row, copy_of_mini_pack, edit_cell, read_rows, write_rows
from tests.ui.hostile import MARKUP, hostile_pack


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A newer version of the mini pack: more cups for the urn, a new topic, another text."""
    pack = newer(copy_of_mini_pack(tmp_path / "other"))
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    edit_cell(pack, "statements.csv", 2, "text", "The leaflet pours light roasts through paper.")
    add_row(pack, "topics.csv", "new-topic", "A new topic")
    write_rows(pack / "citation_checks.csv", read_rows(pack / "citation_checks.csv")[:1])
    return pack


def newer(pack: Path, version: str = "1.3") -> Path:
    text = (pack / "pack.toml").read_text(encoding="utf-8")
    (pack / "pack.toml").write_text(text.replace('"1.2"', f'"{version}"'), encoding="utf-8")
    return pack


@pytest.fixture
def comparison(mini_controller: Controller) -> PackComparison:
    """The window, before anything is chosen."""
    act(mini_controller, "pack_compare")
    return find(mini_controller, PackComparison, "pack_comparison")


def text(comparison: PackComparison) -> str:
    return comparison.text.toPlainText()


def told(comparison: PackComparison) -> str:
    return find(comparison, QLabel, "pack_comparison.said").text()


def compare(comparison: PackComparison, path: Path) -> str:
    comparison.compare(path)
    let_it_read()
    return text(comparison)


def follow(comparison: PackComparison, group: str, id_: str) -> None:
    address = place_of(group, id_)
    assert address in hrefs(comparison)
    comparison.text.anchorClicked.emit(QUrl(address))


def hrefs(comparison: PackComparison) -> set[str]:
    document, found = comparison.text.document(), set()
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            found.add(parts.fragment().charFormat().anchorHref())
            parts += 1
        block = block.next()
    return found


def test_it_says_what_to_do_before_anything_is_chosen(comparison: PackComparison) -> None:
    assert not comparison.isModal()
    assert words.CHOOSE in text(comparison)
    for part in (comparison.swap, comparison.only, comparison.copy):
        assert not part.isEnabled()
    assert comparison.focusWidget() is comparison.choose


def test_a_newer_version_is_what_is_now(comparison: PackComparison, other: Path) -> None:
    said = compare(comparison, other)
    [before, now] = (line for line in said.split("\n") if line.startswith(("Before", "Now")))
    assert "coffee-brewing 1.2" in before
    assert "coffee-brewing 1.3" in now
    for part in (
        "Office urn",
        "named → other profile",
        "Cups: 12–19",
        "“handbook” became “leaflet”",
    ):
        assert part in said
    assert comparison.focusWidget() is comparison.text


def test_an_older_version_is_what_was_before(
    app: QApplication, qtbot: QtBot, tmp_path: Path, other: Path
) -> None:
    controller = open_controller(app, qtbot, tmp_path / "settings", other)
    act(controller, "pack_compare")
    shown = find(controller, PackComparison, "pack_comparison")
    said = compare(shown, MINI_PACK)
    assert said.index("coffee-brewing 1.2") < said.index("coffee-brewing 1.3")
    put_away(controller)


def test_swapping_makes_what_was_added_gone(comparison: PackComparison, other: Path) -> None:
    compare(comparison, other)
    assert "added" in row_of(comparison, "A new topic")
    comparison.swap.click()
    let_it_read()
    assert "gone" in row_of(comparison, "A new topic")
    assert told(comparison) == words.SWAPPED
    comparison.swap.click()
    let_it_read()
    assert "added" in row_of(comparison, "A new topic")


def row_of(comparison: PackComparison, name: str) -> str:
    return next(line for line in text(comparison).split("\n") if f"\t{name}" in line)


@pytest.mark.parametrize(
    ("kind", "there", "missing"),
    [
        ("verdicts", "Cups: 12–19", "A new topic"),
        ("added", "A new topic", "became “leaflet”"),
        ("changed", "became “leaflet”", "A new topic"),
        ("gone", "check-cork", "A new topic"),
    ],
)
def test_one_kind_of_change_is_shown_alone(
    comparison: PackComparison, other: Path, kind: str, there: str, missing: str
) -> None:
    compare(comparison, other)
    comparison.only.setCurrentIndex(comparison.only.findData(kind))
    assert there in text(comparison)
    assert missing not in text(comparison)


def test_a_click_leads_to_the_place_in_the_window(
    mini_controller: Controller, comparison: PackComparison, other: Path
) -> None:
    compare(comparison, other)
    follow(comparison, "strategies", "office-urn")
    assert session(mini_controller).screen.selection == "office-urn"
    follow(comparison, "statements", "s-paper-light")
    assert session(mini_controller).screen.selection == "paper-filter"
    assert comparison.isVisible()
    assert place_of("topics", "new-topic") not in hrefs(comparison)  # the open pack has none
    session(mini_controller).undo()


def test_nothing_differs_is_said(comparison: PackComparison, tmp_path: Path) -> None:
    said = compare(comparison, copy_of_mini_pack(tmp_path / "same"))
    assert "Nothing differs." in said


def test_two_packs_are_said_to_be_two(comparison: PackComparison) -> None:
    assert "two packs" in compare(comparison, example_pack())


@pytest.mark.parametrize("form", ["a.xlsx", "a.nxpack", "folder"])
def test_it_compares_each_form_of_a_pack_that_is_dropped(
    comparison: PackComparison, other: Path, tmp_path: Path, form: str
) -> None:
    path = tmp_path / form
    write_pack(path, contents_of(files_at(other)), columns.hints())
    drop_files(comparison, path)
    assert "Cups: 12–19" in text(comparison)


def test_only_one_pack_can_be_dropped(
    comparison: PackComparison, other: Path, tmp_path: Path
) -> None:
    compare(comparison, other)
    before = text(comparison)
    drop_files(comparison, other, MINI_PACK)
    assert told(comparison) == words.ONE_ONLY
    odd = tmp_path / "odd.txt"
    odd.write_text("x", encoding="utf-8")
    drop_files(comparison, odd)
    assert "odd.txt is no pack" in told(comparison)
    assert text(comparison) == before


def test_one_that_is_wrong_is_a_line_and_a_list(
    mini_controller: Controller, comparison: PackComparison, other: Path, tmp_path: Path
) -> None:
    before = compare(comparison, other)
    wrong = copy_of_mini_pack(tmp_path / "wrong")
    edit_cell(wrong, "criteria.csv", 3, "value", "many")
    assert compare(comparison, wrong) == before
    assert "wrong can’t be read: " in told(comparison)
    problems = mini_controller.packs.problems
    assert problems is not None
    assert any("criteria.csv, row 3" in line for line in problems.lines)
    problems.close()


def test_what_is_known_here_stands_in_the_menu_its_other_versions_first(
    mini_controller: Controller, comparison: PackComparison, other: Path
) -> None:
    mini_controller.known.open(other, mini_controller.packs.opening.read(other)[0])
    menu = find(comparison, QMenu, "pack_comparison.others")
    menu.aboutToShow.emit()
    said = [action.text() for action in menu.actions()]
    assert said[0].startswith("Coffee brewing")
    heading = said.index(words.OTHER_PACKS)
    assert not menu.actions()[heading].isEnabled()
    assert said.index(words.FILE) < heading
    coffee, weight = (
        [place for place, one in enumerate(said) if name in one] for name in ("Coffee", "Weight")
    )
    assert max(coffee) < heading < min(weight)
    menu.actions()[0].trigger()
    let_it_read()
    assert "Cups: 12–19" in text(comparison)


def test_a_file_or_a_folder_is_asked_for(
    comparison: PackComparison, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    menu = find(comparison, QMenu, "pack_comparison.others")
    for name, ask in ((words.FILE, "ask_open"), (words.FOLDER, "ask_folder")):
        for answer in (None, other):
            comparison.other = comparison.found = None
            monkeypatch.setattr(comparison, ask, lambda *_, answer=answer: answer)
            menu.aboutToShow.emit()
            next(a for a in menu.actions() if a.text() == name).trigger()
            let_it_read()
            assert (comparison.found is None) == (answer is None)


def test_text_of_a_pack_is_text(comparison: PackComparison, tmp_path: Path) -> None:
    hostile = hostile_pack(tmp_path / "pack")
    said = compare(comparison, hostile)
    assert MARKUP in said
    for part in comparison.findChildren(QLabel):
        assert part.textFormat() is Qt.TextFormat.PlainText
    assert {link.partition(":")[0] for link in hrefs(comparison)} <= {"", "place"}


def test_what_is_shown_is_copied_as_text(
    comparison: PackComparison, other: Path, clipboard: None
) -> None:
    compare(comparison, other)
    comparison.only.setCurrentIndex(comparison.only.findData("added"))
    comparison.copy.click()
    assert "A new topic" in clipboard_text()
    assert "became" not in clipboard_text()
    assert clipboard_text().startswith(common.DISCLAIMER_LEAD)
    assert "not checked by us" in clipboard_text()
    assert told(comparison) == words.COPIED


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_shown_leaves_as_a_file(
    mini_controller: Controller,
    comparison: PackComparison,
    other: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    kind: Kind,
) -> None:
    compare(comparison, other)
    path = tmp_path / f"differs{kind.suffix}"
    asked: list[str] = []

    def ask(_: QWidget, __: str, proposed: str, filters: str) -> Path:
        asked.extend((proposed, filters))
        return path

    monkeypatch.setattr(comparison, "ask_save", ask)
    comparison.export.click()
    qtbot.waitUntil(lambda: comparison.under_way is None)
    assert path.exists()
    assert path.name in told(comparison)
    assert "1.2 – coffee-brewing 1.3" in asked[0]
    assert f"*{kind.suffix}" in asked[1]
    assert mini_controller.settings.current.export_folder == str(tmp_path)


def test_a_file_is_made_beside_the_window_and_what_fails_is_said(
    comparison: PackComparison,
    other: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compare(comparison, other)
    threads = []

    def content(*_: object) -> bytes:
        threads.append(threading.current_thread())
        raise MemoryError

    monkeypatch.setattr(difference_files, "content", content)
    monkeypatch.setattr(comparison, "ask_save", lambda *_: tmp_path / "a.txt")
    comparison.export.click()
    qtbot.waitUntil(lambda: comparison.under_way is None)
    made, again = threads
    assert made is not threading.main_thread()
    assert again is threading.main_thread()
    assert "memory" in told(comparison)
    assert not (tmp_path / "a.txt").exists()


def test_it_may_be_closed_while_it_reads_or_writes(
    mini_controller: Controller,
    comparison: PackComparison,
    other: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    comparison.compare(other)
    comparison.close()
    let_go()
    let_it_read()
    act(mini_controller, "pack_compare")
    again = find(mini_controller, PackComparison, "pack_comparison")
    compare(again, other)
    monkeypatch.setattr(again, "ask_save", lambda *_: tmp_path / "a.html")
    again.export.click()
    again.close()
    let_go()
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join(30)
    let_go()
    assert mini_controller.window.findChildren(PackComparison) == []


def test_a_name_without_a_kind_gets_the_first_and_a_place_that_is_none_is_a_line(
    comparison: PackComparison,
    other: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compare(comparison, other)
    for answer, said in ((tmp_path / "named", "named.pdf"), (tmp_path / "no" / "a.txt", "no")):
        monkeypatch.setattr(comparison, "ask_save", lambda *_, answer=answer: answer)
        comparison.export.click()
        qtbot.waitUntil(lambda: comparison.under_way is None)
        assert said in told(comparison)
    assert (tmp_path / "named.pdf").exists()
    monkeypatch.setattr(comparison, "ask_save", lambda *_: None)
    before = told(comparison)
    comparison.export.click()
    assert told(comparison) == before


def test_another_zoom_and_theme_keep_what_is_shown(
    mini_controller: Controller, comparison: PackComparison, other: Path
) -> None:
    compare(comparison, other)
    comparison.only.setCurrentIndex(comparison.only.findData("changed"))
    comparison.only.setFocus()
    before = text(comparison)
    for action in ("zoom_in", "theme_dark", "zoom_reset", "theme_light"):
        act(mini_controller, action)
        let_go()
        assert text(comparison) == before
        assert comparison.only.currentData() == "changed"
        assert comparison.focusWidget() is comparison.only


@pytest.mark.parametrize("zoom", [100, 150])
def test_all_of_it_is_inside_a_narrow_window(
    mini_controller: Controller, comparison: PackComparison, other: Path, zoom: int
) -> None:
    mini_controller.window.resize(1024, 700)
    mini_controller.dress(zoom=zoom)
    compare(comparison, other)
    comparison.resize(620, 560)
    QCoreApplication.processEvents()
    for part in comparison.findChildren(QWidget):
        if part.isVisible() and part.objectName().startswith("pack_comparison."):
            corner = part.mapTo(comparison, part.rect().bottomRight())
            assert comparison.rect().contains(corner), part.objectName()
            if isinstance(part, QAbstractButton):
                assert part.width() >= part.minimumSizeHint().width(), part.objectName()
    assert comparison.text.height() >= 80


def test_every_control_has_a_name_and_is_reached_by_tab(
    comparison: PackComparison, other: Path
) -> None:
    compare(comparison, other)
    comparison.choose.setFocus()
    reached = []
    for _ in range(12):
        here: Any = comparison.focusWidget()
        name = QAccessible.queryAccessibleInterface(here).text(QAccessible.Text.Name)
        assert name, here.objectName()
        reached.append(here.objectName().removeprefix("pack_comparison."))
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert {"other", "swap", "only", "text", "copy", "export", "close"} <= set(reached)


def test_escape_closes_it_and_it_opens_anew(
    mini_controller: Controller, comparison: PackComparison
) -> None:
    QTest.keyClick(comparison.choose, Qt.Key.Key_Escape)
    let_go()
    assert mini_controller.window.findChildren(PackComparison) == []
    act(mini_controller, "pack_compare")
    act(mini_controller, "pack_compare")
    assert len(mini_controller.window.findChildren(PackComparison)) == 1


def test_a_save_of_the_open_pack_is_compared_anew(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    pack = copy_of_mini_pack(tmp_path / "open")
    controller = open_controller(app, qtbot, tmp_path / "settings", bundled_pack())
    drop_files(controller.window, pack)
    find(controller, QAbstractButton, "pack_gate.open").click()
    act(controller, "pack_compare")
    shown = find(controller, PackComparison, "pack_comparison")
    assert "Nothing differs." in compare(shown, MINI_PACK)
    edit_cell(pack, "strategies.csv", 3, "name", "Large urn")
    qtbot.waitUntil(lambda: shown.found is not None and not shown.found.is_empty)
    assert "Large urn" in text(shown)
    act(controller, "pack_bundled")
    let_it_read()
    let_go()
    assert controller.window.findChildren(PackComparison) == []
    put_away(controller)


def test_who_stops_it_is_not_waited_for(comparison: PackComparison, other: Path) -> None:
    reading = comparison.compare(other)
    reading.progress.canceled.emit()
    let_it_read()
    assert comparison.found is None


def test_a_stop_reaches_what_goes_through_the_profiles(other: Path) -> None:
    class Stopped(Exception):
        pass

    calls = []

    def go() -> None:
        calls.append(1)

    compared(MINI_PACK, other, go, swapped=False)
    for last in range(1, len(calls)):
        seen: list[int] = []

        def stop(seen: list[int] = seen, last: int = last) -> None:
            seen.append(1)
            if len(seen) >= last:
                raise Stopped

        with pytest.raises(Stopped):
            compared(MINI_PACK, other, stop, swapped=False)


def test_the_side_that_cannot_be_read_is_named(other: Path, tmp_path: Path) -> None:
    for pair in ((tmp_path / "none", other), (other, tmp_path / "none")):
        with pytest.raises(Unreadable) as caught:
            compared(*pair, carry_on, swapped=False)
        assert caught.value.path == tmp_path / "none"
        assert len(caught.value.problems) == 1
