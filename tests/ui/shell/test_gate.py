"""The gate: before any content, at the first start and whenever its text changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import gate_mark
from nanoexplorer.ui.shell.gate import Gate
from nanoexplorer.words import common
from nanoexplorer.words import starting as words
from tests.controllers import (
    activate,
    bare_controller,
    click,
    find,
    let_go,
    press,
    put_away,
    settings_in,
)
from tests.packs import MINI_PACK

Opener = Callable[..., Controller]


@pytest.fixture
def opened(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    """Opens the app with the settings that the folder has, as often as is asked for."""
    controllers: list[Controller] = []

    def open_it() -> Controller:
        controller = bare_controller(app, tmp_path, bundled_pack())
        controller.open()
        controllers.append(controller)
        activate(qtbot, controller.window)
        return controller

    yield open_it
    for controller in controllers:
        put_away(controller)


def test_the_gate_starts_unticked_and_continue_disabled(opened: Opener) -> None:
    controller = opened()
    assert not find(controller, QCheckBox, "gate.promise").isChecked()
    assert not find(controller, QPushButton, "gate.continue").isEnabled()
    assert find(controller, QPushButton, "gate.quit").isEnabled()


def test_the_gate_says_what_this_is_not(opened: Opener) -> None:
    controller = opened()
    shown = [label.text() for label in find(controller, Gate, "gate").findChildren(QLabel)]
    for text in (words.TITLE, *words.POINTS):
        assert text in shown
    assert f"{load_pack(bundled_pack()).gate} {words.TEXT}" in shown
    assert words.POINTS[0].startswith("For many strategies the sources state no stage")


def test_the_gate_says_what_it_is_not_where_the_pack_cannot_be_read(
    app: QApplication, tmp_path: Path
) -> None:
    controller = bare_controller(app, tmp_path, tmp_path / "no-pack")
    controller.open()
    assert find(controller, QLabel, "gate.text").text() == words.TEXT
    put_away(controller)


def test_before_another_pack_nothing_of_the_bundled_one_is_said(
    app: QApplication, tmp_path: Path
) -> None:
    controller = bare_controller(app, tmp_path, bundled_pack())
    controller.pack_to_open = MINI_PACK
    controller.open()
    assert find(controller, QLabel, "gate.text").text() == words.TEXT
    put_away(controller)


def test_the_tick_enables_continue_and_taking_it_back_disables_it(opened: Opener) -> None:
    controller = opened()
    promise = find(controller, QCheckBox, "gate.promise")
    press(promise, Qt.Key.Key_Space)
    assert find(controller, QPushButton, "gate.continue").isEnabled()
    press(promise, Qt.Key.Key_Space)
    assert not find(controller, QPushButton, "gate.continue").isEnabled()


def test_nothing_of_the_pack_is_loaded_or_shown_before_it_is_accepted(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []
    monkeypatch.setattr("nanoexplorer.pack.loader.load_pack", loaded.append)
    controller = opened()
    let_go()
    assert loaded == []
    assert controller.session is None
    assert not controller.window.findChildren(QWidget, "content")
    assert not find(controller, QWidget, "banner").isVisible()


def test_accepting_stores_the_mark_and_shows_the_content(
    opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = opened()
    find(controller, QCheckBox, "gate.promise").setChecked(True)
    click(controller, "gate.continue")
    qtbot.waitUntil(lambda: find(controller, QWidget, "content").isVisible())
    assert settings_in(tmp_path).current.gate == gate_mark()
    assert not controller.window.findChildren(Gate)


def test_the_keyboard_alone_passes_the_gate(opened: Opener, qtbot: QtBot) -> None:
    controller = opened()
    seen = []
    tab, space = Qt.Key.Key_Tab, Qt.Key.Key_Space
    for key in (space, tab, tab, tab, tab, space):
        focus = QApplication.focusWidget()
        assert focus
        seen.append(focus.objectName())
        press(focus, key)
    promise, proceed = "gate.promise", "gate.continue"
    assert seen == [promise, promise, proceed, "gate.quit", promise, proceed]
    qtbot.waitUntil(lambda: find(controller, QWidget, "content").isVisible())


ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@pytest.mark.parametrize("key", ENTERS)
def test_a_key_on_quit_quits_also_where_the_promise_is_ticked(
    opened: Opener, tmp_path: Path, key: Qt.Key
) -> None:
    controller = opened()
    press(find(controller, QCheckBox, "gate.promise"), Qt.Key.Key_Space)
    leave = find(controller, QPushButton, "gate.quit")
    leave.setFocus()
    press(leave, key)
    assert not controller.window.isVisible()
    assert settings_in(tmp_path).current.gate == ""


@pytest.mark.parametrize("key", ENTERS[:2])
def test_enter_on_the_promise_continues_once_it_is_ticked(
    opened: Opener, qtbot: QtBot, key: Qt.Key
) -> None:
    controller = opened()
    promise = find(controller, QCheckBox, "gate.promise")
    press(promise, key)
    let_go()
    assert controller.content is None
    press(promise, Qt.Key.Key_Space, key)
    qtbot.waitUntil(lambda: find(controller, QWidget, "content").isVisible())


@pytest.mark.parametrize("key", ENTERS)
def test_a_key_on_continue_continues(opened: Opener, qtbot: QtBot, key: Qt.Key) -> None:
    controller = opened()
    press(find(controller, QCheckBox, "gate.promise"), Qt.Key.Key_Space)
    proceed = find(controller, QPushButton, "gate.continue")
    proceed.setFocus()
    press(proceed, key)
    qtbot.waitUntil(lambda: find(controller, QWidget, "content").isVisible())


def test_quit_closes_and_accepts_nothing(opened: Opener, tmp_path: Path) -> None:
    controller = opened()
    click(controller, "gate.quit")
    assert not controller.window.isVisible()
    assert settings_in(tmp_path).current.gate == ""


def test_once_accepted_it_asks_no_more(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    settings_in(tmp_path, gate=gate_mark())
    controller = opened()
    qtbot.waitUntil(lambda: controller.content is not None)
    assert not controller.window.findChildren(Gate)


@pytest.mark.parametrize("place", range(len(words.gate_texts())))
def test_it_asks_again_when_a_text_of_it_changes(
    opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    settings_in(tmp_path, gate=gate_mark())
    texts = list(words.gate_texts())
    texts[place] += " And more."
    monkeypatch.setattr(words, "gate_texts", lambda: tuple(texts))
    controller = opened()
    assert controller.window.findChildren(Gate)
    assert controller.content is None


def test_the_disclaimer_is_among_the_texts_that_it_asks_for() -> None:
    texts = words.gate_texts()
    assert {common.disclaimer(), words.TEXT, words.PROMISE} <= set(texts)
