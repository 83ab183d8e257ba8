"""The app as a whole: theme, zoom, and that the next start begins where the last one ended."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer import __version__
from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import KEPT, Controller
from nanoexplorer.core.shown.strategies import columns_of
from nanoexplorer.formats.settings import ZOOMS
from nanoexplorer.pack import loader
from nanoexplorer.places import bundled_pack, example_pack
from nanoexplorer.ui.base import theme as themes
from nanoexplorer.ui.base.theme import chosen_theme, next_zoom
from nanoexplorer.ui.export.choices import Choices, as_switched
from nanoexplorer.ui.views.strategies.switch import Switch
from nanoexplorer.views import tabs_for
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import window as window_words
from tests.controllers import (
    act,
    bare_controller,
    click,
    find,
    inspector_text,
    let_go,
    open_controller,
    profile,
    put_away,
    rows,
    said,
    screen,
    select,
    session,
    settings_in,
)


def paper(controller: Controller) -> str:
    """The colour in the corner of the profile panel's neighbour, the columns."""
    assert controller.content
    return controller.content.strategies.grab().toImage().pixelColor(2, 2).name()


def test_a_theme_can_be_pinned_and_is_remembered(controller: Controller, tmp_path: Path) -> None:
    for name in ("dark", "light", "dark"):
        act(controller, f"theme_{name}")
        assert controller.theme.name == name
        assert paper(controller) == controller.theme["paper"]
        assert (
            controller.app.palette().color(QPalette.ColorRole.Window).name()
            == controller.theme["paper"]
        )
        assert settings_in(tmp_path).current.theme == name
        assert controller.actions[f"theme_{name}"].isChecked()


def test_the_inspector_follows_the_theme(controller: Controller) -> None:
    before = select(controller, "osimertinib")
    act(controller, "theme_dark")
    assert inspector_text(controller) == before


def test_the_theme_follows_the_system(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    act(controller, "theme_system")
    for dark in (True, False):
        monkeypatch.setattr(themes, "_system_is_dark", lambda dark=dark: dark)
        controller.app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        assert controller.theme.name == ("dark" if dark else "light")
        assert paper(controller) == controller.theme["paper"]


def test_a_pinned_theme_does_not_follow_the_system(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(themes, "_system_is_dark", lambda: True)
    controller.app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert controller.theme.name == "light"
    assert chosen_theme("system").name == "dark"


def test_the_zoom_has_its_steps_and_its_ends() -> None:
    steps, zoom = [80], 80
    while (larger := next_zoom(zoom, 1)) != zoom:
        steps.append(zoom := larger)
    assert tuple(steps) == ZOOMS
    assert (ZOOMS[0], ZOOMS[-1]) == (80, 200)
    assert [next_zoom(z, -1) for z in ZOOMS] == [80, *ZOOMS[:-1]]


def test_zooming_keeps_everything_and_is_remembered(controller: Controller, tmp_path: Path) -> None:
    session(controller).change_profile({"egfr": "mutated", "lesions": 2})
    session(controller).change(search="inhibitor")
    text = select(controller, "osimertinib")
    columns = rows(controller, "treatments"), rows(controller, "carriers")
    for zoom in (110, 125, 150, 175, 200):
        act(controller, "zoom_in")
        assert controller.zoom == settings_in(tmp_path).current.zoom == zoom
        assert controller.app.font().pixelSize() == round(15 * zoom / 100)
        assert (rows(controller, "treatments"), rows(controller, "carriers")) == columns
        assert inspector_text(controller) == text
    act(controller, "zoom_in")
    assert controller.zoom == 200
    act(controller, "zoom_reset")
    assert controller.zoom == 100
    for _ in range(4):
        act(controller, "zoom_out")
    assert controller.zoom == 80
    let_go()
    shown = [label.text() for label in controller.window.findChildren(QLabel) if label.isVisible()]
    assert window_words.ZOOM_SHOWN.format(zoom=80) in shown


def test_the_keys_zoom(controller: Controller) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for key, zoom in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Minus, 100), (Qt.Key.Key_Equal, 110)):
        QTest.keyClick(controller.window, key, control)
        assert controller.zoom == zoom
    QTest.keyClick(controller.window, Qt.Key.Key_0, control)
    assert controller.zoom == 100


def test_the_next_start_begins_where_the_last_one_ended(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = open_controller(app, qtbot, tmp_path, bundled_pack(), theme="dark", zoom=110)
    session(controller).change_profile({"alk": "rearranged", "lesions": 12})
    select(controller, "alectinib")
    controller.window.resize(1000, 640)
    put_away(controller)
    again = open_controller(app, qtbot, tmp_path, bundled_pack(), theme="dark")
    assert (profile(again)["alk"], profile(again)["lesions"]) == ("rearranged", 12)
    assert screen(again).selection == "alectinib"
    assert find(again, QLabel, "inspector.title").text() == "ALK inhibitor (alectinib)"
    assert (again.theme.name, again.zoom) == ("dark", 110)
    assert not session(again).can_undo
    put_away(again)


def test_the_switch_is_as_it_was_left(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    controller = open_controller(app, qtbot, tmp_path, bundled_pack())
    click(controller, "strategies.only_dependent")
    put_away(controller)
    again = open_controller(app, qtbot, tmp_path, bundled_pack())
    assert find(again, Switch, "strategies.only_dependent").isChecked()
    assert all(column.left_out for column in columns_of(session(again).pack, screen(again)))
    assert as_switched(Choices(), session(again)).only_dependent
    again.practice.open(again.theme, again.zoom)
    assert again.practice.setup.only_dependent
    again.practice.leave()
    click(again, "strategies.only_dependent")
    put_away(again)
    last = open_controller(app, qtbot, tmp_path, bundled_pack())
    assert not find(last, Switch, "strategies.only_dependent").isChecked()
    put_away(last)


def test_the_window_has_its_size_again(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    controller = open_controller(app, qtbot, tmp_path, bundled_pack())
    controller.window.resize(790, 600)  # no wider: the offscreen screen is 800 px wide
    put_away(controller)
    again = Controller(app, settings_in(tmp_path), bundled_pack())
    assert again.window.size().toTuple() == (790, 600)
    put_away(again)


def test_a_quiet_moment_after_an_edit_it_is_remembered(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    session(controller).edit_profile("egfr", "mutated")
    code = session(controller).screen.profile.case_code
    qtbot.waitUntil(lambda: settings_in(tmp_path).current.case_code == code)


@pytest.mark.parametrize("code", ["nonsense", "NX-AAA-1-A1-0"])
def test_a_remembered_code_that_no_longer_fits_is_let_go(
    app: QApplication, qtbot: QtBot, tmp_path: Path, code: str
) -> None:
    controller = open_controller(
        app, qtbot, tmp_path, bundled_pack(), case_code=code, selection="gone"
    )
    assert session(controller).profile == session(controller).pack.blank_profile
    assert screen(controller).selection == ""
    put_away(controller)


def test_a_selection_that_the_pack_lacks_is_no_selection(controller: Controller) -> None:
    session(controller).change(selection="gone")
    assert find(controller, QWidget, "inspector.nothing").isVisible()


def test_damaged_settings_are_said_in_the_status_bar(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    controller = open_controller(app, qtbot, tmp_path, bundled_pack())
    assert "settings.aside-1.json" in said(controller)
    put_away(controller)


def test_the_menu_is_made_when_the_first_paint_is_done(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = bare_controller(app, tmp_path, bundled_pack(), theme="light")
    controller.load()
    assert controller.content
    button = controller.content.header.menu
    assert button.menu() is None
    qtbot.waitUntil(lambda: button.menu() is controller.menu)
    assert not controller.actions["undo"].isEnabled()
    assert controller.actions["theme_light"].isChecked()
    put_away(controller)


def test_garbage_is_collected_again_after_the_start(controller: Controller, qtbot: QtBot) -> None:
    qtbot.waitUntil(gc.isenabled)


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_without_a_display_there_is_one_line_and_what_to_do_instead(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    platform: str,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert bootstrap.open_window() == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", desktop_words.NO_DISPLAY + "\n")
    assert "nanoexplorer match --help" in err


@pytest.mark.parametrize("pack", [None, example_pack()], ids=["bundled", "another"])
def test_the_smoke_test_draws_every_view_of_a_pack_and_prints_one_line(pack: Path | None) -> None:
    asked = ("--pack", str(pack)) if pack else ()
    done = subprocess.run(
        [sys.executable, "-m", "nanoexplorer", "--smoke", *asked],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith(f"nanoexplorer {__version__}, pack ")
    tabs = tabs_for(loader.load_pack(pack or bundled_pack()))
    assert f" {len(tabs)} views drawn" in done.stdout


def test_the_second_start_reads_no_table(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_controller(app, qtbot, tmp_path, bundled_pack())
    qtbot.waitUntil((tmp_path / KEPT).exists)
    read = session(first).pack
    put_away(first)
    monkeypatch.setattr(loader, "load_pack", None)
    second = open_controller(app, qtbot, tmp_path, bundled_pack())
    assert session(second).pack.statements == read.statements
    put_away(second)
