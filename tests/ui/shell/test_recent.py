"""Recent files: remembered, eight at most, opened by keyboard, and let go where they are gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.formats.settings import MOST_RECENT
from nanoexplorer.ui.base.settings import SettingsFile
from nanoexplorer.words import actions as words
from tests.controllers import act, find, press, said
from tests.dropping import drop_files, let_it_read
from tests.ui.seminar.files import one_case, pack_of, seminar_file, write

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def seminar_at(controller: Controller, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    return write(path, pack_of(controller), one_case(pack_of(controller), path.stem))


def open_new(controller: Controller, path: Path) -> None:
    drop_files(controller.window, seminar_at(controller, path))


def recent(controller: Controller) -> list[str]:
    """The names of what is remembered, read from the file."""
    kept = SettingsFile(controller.settings.path).current.recent
    return [Path(path).name for path in kept]


def listed(controller: Controller) -> list[QAction]:
    menu = find(controller, QMenu, "menu.recent")
    menu.aboutToShow.emit()
    return menu.actions()


def test_what_was_opened_last_is_first_and_eight_are_kept(
    mini_controller: Controller, tmp_path: Path
) -> None:
    for number in range(MOST_RECENT + 2):
        open_new(mini_controller, tmp_path / f"{number}.nxseminar")
    names = [f"{number}.nxseminar" for number in range(MOST_RECENT + 1, 1, -1)]
    assert recent(mini_controller) == names
    drop_files(mini_controller.window, tmp_path / "4.nxseminar")
    assert recent(mini_controller) == [names.pop(names.index("4.nxseminar")), *names]
    assert [a.text() for a in listed(mini_controller)] == [
        words.RECENT_FILE.format(name=name, folder=tmp_path.name)
        for name in recent(mini_controller)
    ]


def test_a_seminar_that_was_saved_is_among_them(
    mini_controller: Controller, tmp_path: Path
) -> None:
    file, answers = seminar_file(mini_controller)
    answers.path = tmp_path / "mine.nxseminar"
    file.change(one_case(pack_of(mini_controller)))
    assert recent(mini_controller) == []
    act(mini_controller, "seminar_save")
    assert recent(mini_controller) == ["mine.nxseminar"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_file_is_opened_from_the_list_by_keyboard_alone(
    mini_controller: Controller, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("one", "two"):
        open_new(mini_controller, tmp_path / f"{name}.nxseminar")
    QTest.keyClick(mini_controller.window, Qt.Key.Key_O, CTRL_SHIFT)
    menu = find(mini_controller, QMenu, "menu.recent")
    qtbot.waitUntil(menu.isVisible)
    press(menu, Qt.Key.Key_Down, Qt.Key.Key_Return)
    let_it_read()
    assert mini_controller.seminars.current.title == "one"
    assert recent(mini_controller) == ["one.nxseminar", "two.nxseminar"]


@pytest.mark.parametrize("suffix", [".nxseminar", ".png"])
def test_one_that_is_gone_is_said_to_be_and_leaves_the_list(
    mini_controller: Controller, tmp_path: Path, suffix: str
) -> None:
    gone, there = tmp_path / f"gone{suffix}", tmp_path / "there.nxseminar"
    mini_controller.recent.remember(gone)
    mini_controller.recent.remember(seminar_at(mini_controller, there))
    listed(mini_controller)[1].trigger()
    let_it_read()
    assert said(mini_controller) == words.RECENT_GONE.format(name=gone.name)
    assert recent(mini_controller) == ["there.nxseminar"]


def test_one_that_is_there_and_damaged_stays_in_the_list(
    mini_controller: Controller, tmp_path: Path
) -> None:
    path = tmp_path / "damaged.nxseminar"
    path.write_text("{", encoding="utf-8")
    mini_controller.recent.remember(path)
    listed(mini_controller)[0].trigger()
    let_it_read()
    assert path.name in said(mini_controller)
    assert recent(mini_controller) == [path.name]


def test_names_are_plain_text_whatever_is_in_them(
    mini_controller: Controller, tmp_path: Path
) -> None:
    names = ["<b>R&D.png", "a\tb\n.png", "n" * 200 + ".png", "x\u202egnp.png"]
    for name in names:
        mini_controller.recent.remember(tmp_path / name)
    shown = {action.text(): action.toolTip() for action in reversed(listed(mini_controller))}
    texts = list(shown)
    assert texts[0].startswith("<b>R&&D.png")
    assert all(text.isprintable() for text in texts)
    assert max(map(len, texts)) < 160
    assert all("<b>" not in tip for tip in shown.values())
    assert all(action.shortcut().isEmpty() for action in listed(mini_controller))


def test_a_path_that_the_settings_could_not_hold_is_not_remembered(
    mini_controller: Controller, tmp_path: Path
) -> None:
    mini_controller.recent.remember(tmp_path / ("x" * 5000))
    mini_controller.recent.remember(tmp_path / "half a sign \udcff.png")
    settings = SettingsFile(mini_controller.settings.path)
    assert settings.complaint == ""
    assert [Path(path).name for path in settings.current.recent] == ["half a sign \udcff.png"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_without_any_the_list_says_so(mini_controller: Controller) -> None:
    (only,) = listed(mini_controller)
    assert only.text() == words.RECENT_NONE
    assert not only.isEnabled()
    act(mini_controller, "recent")
    find(mini_controller, QMenu, "menu.recent").close()


def test_open_begins_where_the_last_file_was(mini_controller: Controller, tmp_path: Path) -> None:
    asked: list[str] = []
    mini_controller.exports.ask_open = lambda *about: asked.append(about[2])
    open_new(mini_controller, tmp_path / "in" / "it.nxseminar")
    act(mini_controller, "open")
    assert asked == [str(tmp_path / "in")]
