"""The frame around everything: what stands where, also after everything was made anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.ui.shell.window import FIRST_SIZE, Window, first_size
from nanoexplorer.words import window as window_words
from tests.controllers import act, find, let_go, said, select, session
from tests.shipped import both_packs

PARTS = ("header", "banner", "content", "content.status")


def places(controller: Controller) -> list[int]:
    return [find(controller, QWidget, part).y() for part in PARTS]


@pytest.mark.parametrize("zoom", [100, 80, 200])
def test_header_banner_content_and_status_stand_in_this_order(
    controller: Controller, zoom: int
) -> None:
    controller.dress(zoom=zoom)
    let_go()
    assert places(controller) == sorted(set(places(controller)))
    assert all(
        find(controller, QWidget, part).width() == controller.window.width() for part in PARTS
    )


def test_what_was_made_anew_leaves_nothing_of_the_old(controller: Controller) -> None:
    for zoom in (150, 80, 100):
        controller.dress(zoom=zoom)
        let_go()
        for part in PARTS:
            assert len(controller.window.findChildren(QWidget, part)) == 1


@both_packs
@pytest.mark.parametrize("size", [(820, 560), (1024, 700), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("zoom", [80, 100, 150])
def test_every_panel_has_room_in_every_window(
    controller: Controller, size: tuple[int, int], zoom: int
) -> None:
    controller.dress(zoom=zoom)
    controller.window.resize(*size)
    select(controller, session(controller).pack.ordered[0].id)
    let_go()
    for name in ("profile", "strategies", "inspector", "inspector.why"):
        panel = find(controller, QWidget, name)
        corner = panel.mapTo(controller.window, panel.rect().bottomRight())
        assert panel.isVisible()
        assert panel.width() > 100
        assert panel.height() > 30
        assert controller.window.rect().contains(corner)


def test_the_first_paint_is_said_once(app: QApplication, qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.stands_there):
        window.show()
    with qtbot.assertNotEmitted(window.stands_there, wait=20):
        window.repaint()


@pytest.mark.parametrize("text", ["", "x", "AAAA", "é", "====", "A" * 4000])
def test_a_remembered_size_that_is_none_is_let_go(
    app: QApplication, qtbot: QtBot, text: str
) -> None:
    window = Window()
    qtbot.addWidget(window)
    before = window.size()
    window.restore_geometry(text)
    assert window.size() == before


def test_a_message_and_what_stands_in_the_status_bar_are_never_both_shown(
    controller: Controller,
) -> None:
    """The bar shows all of it again when it is laid out anew, as it is right after the start."""
    assert controller.content
    bar = controller.content.status
    sources = next(
        label for label in bar.findChildren(QLabel) if label.text().startswith("Sources")
    )
    controller.content.status.say("Something is said", 0)
    sources.setMinimumHeight(bar.height() + 8)
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    assert not sources.isVisible()
    bar.clearMessage()
    assert sources.isVisible()


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1080), FIRST_SIZE),
        ((1440, 900), (1424, 852)),
        ((1024, 700), (1008, 652)),
        ((640, 480), (624, 432)),
    ],
)
def test_the_first_window_fits_its_screen_with_its_frame(
    screen: tuple[int, int], size: tuple[int, int]
) -> None:
    assert first_size(QRect(0, 24, *screen)) == QSize(*size)


OPEN = """
import sys
from PySide6.QtWidgets import QApplication
from nanoexplorer.words import window as window_words
from nanoexplorer.ui.shell.window import Window
app = QApplication([])
window = Window()
window.restore_geometry(sys.argv[1])
if sys.argv[2:]:
    window.setGeometry(*map(int, sys.argv[2:]))
window.show()
app.processEvents()
print(window.geometry_text(), window.screen().availableGeometry().contains(window.geometry()))
"""


def run_on(screen: tuple[int, int], folder: Path, code: str, *arguments: str) -> str:
    """What a program says that is run on a screen of that size."""
    width, height = screen
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": "one", "x": 0, "y": 0, "width": width, "height": height} | dots]
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True)
    return done.stdout


def open_on(screen: tuple[int, int], folder: Path, remembered: str, *at: int) -> tuple[str, bool]:
    """A window on a screen of that size: its geometry as it is remembered, whether it is on it."""
    text, whole = run_on(screen, folder, OPEN, remembered, *map(str, at)).split()
    return text, whole == "True"


@pytest.mark.parametrize(("large", "at"), [((2560, 1440), 1100), ((1280, 1024), 260)])
def test_a_window_of_a_larger_screen_comes_back_onto_a_smaller_one(
    tmp_path: Path, large: tuple[int, int], at: int
) -> None:
    remembered, whole = open_on(large, tmp_path, "", at, 100, 1000, 880)
    assert whole
    assert open_on((1024, 700), tmp_path, remembered)[1]


EVERYTHING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from nanoexplorer import views
from nanoexplorer.app.start import make_app
from nanoexplorer.app.controller import Controller
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
app = make_app()
settings = SettingsFile(Path(sys.argv[1]) / "settings.json")
settings.change(gate=gate_mark())
controller = Controller(app, settings, bundled_pack())
controller.open()

def settle():
    for _ in range(5):
        app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

def look(what):
    settle()
    for window in app.topLevelWidgets():
        room = window.screen().availableGeometry()
        size, most = window.frameGeometry().size(), room.size()
        least = window.minimumSize()
        if window.isVisible() and size.expandedTo(least).boundedTo(most) != size:
            print(zoom, what, type(window).__name__, size.toTuple(), least.toTuple())

while controller.content is None:
    app.processEvents()
controller.session.change(selection=controller.session.pack.ordered[0].id)
controller.session.change(second_profile=controller.session.profile.replace({"egfr": "mutated"}))
for zoom in map(int, sys.argv[2:]):
    controller.dress(zoom=zoom)
    for tab in views.TABS:
        controller.session.change(tab=tab)
        look(tab)
    for name in ("about", "cite", "keys", "export", "glossary", "teachers", "questions",
                 "pack_compare", "seminar_edit", "seminar_start", "practice"):
        controller.actions[name].trigger()
        look(name)
        for window in app.topLevelWidgets():
            if window.isVisible() and window is not controller.window:
                window.close()
        settle()
    controller.window.show_content()
controller.window.close()
"""


@pytest.mark.parametrize("screen", [(1366, 768), (911, 512), (640, 480)])
def test_every_window_fits_its_screen_at_every_zoom(
    tmp_path: Path, screen: tuple[int, int]
) -> None:
    """The second is a desktop that shows a screen of the first size at 150 %."""
    zooms = ("80", "150", "200")
    said = run_on(screen, tmp_path, EVERYTHING, str(tmp_path), *zooms)
    assert said.splitlines() == []


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_the_status_bar_is_as_high_whatever_it_says(controller: Controller, zoom: int) -> None:
    controller.dress(zoom=zoom)
    assert controller.content
    bar = controller.content.status
    heights = set()
    ways: tuple[Callable[[], object], ...] = (
        lambda: None,
        lambda: bar.say("Something", 0),
        lambda: bar.say("Something", 0, caution=True),
        lambda: bar.say_where("Somewhere", Path(), lambda _: None),
    )
    for say in ways:
        say()
        QCoreApplication.processEvents()
        heights.add(bar.height())
    assert len(heights) == 1
    button = find(bar, QPushButton, "export.show_in_folder")
    assert button.isVisible()
    assert bar.rect().contains(button.geometry())


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_message_and_its_folder_move_nothing_else(
    controller: Controller, qtbot: QtBot, zoom: int
) -> None:
    controller.dress(zoom=zoom)
    qtbot.waitUntil(lambda: controller.window.findChild(QWidget, "status.reading") is not None)
    let_go()
    assert controller.content
    bar = controller.content.status
    names = ("header", "content", "content.tabs", "profile", "status.reading")
    parts = [find(controller, QWidget, name) for name in names]
    before = [(part.mapTo(controller.window, part.pos()), part.size()) for part in parts]
    bar.say_where("Somewhere far, far away in a folder " * 9, Path(), lambda _: None)
    QCoreApplication.processEvents()
    assert find(bar, QPushButton, "export.show_in_folder").isVisible()
    assert before == [(part.mapTo(controller.window, part.pos()), part.size()) for part in parts]


def test_what_is_said_goes_with_the_next_action(controller: Controller) -> None:
    actions: tuple[Callable[[], object], ...] = (
        lambda: session(controller).edit_profile("lesions", 7),
        lambda: session(controller).change(search="gold"),
        lambda: session(controller).change(tab="sources"),
        lambda: act(controller, "theme_dark"),
    )
    for act_on in actions:
        assert controller.commands
        controller.commands.say("Done", 0)
        act_on()
        assert not said(controller)


def test_a_failure_has_a_sign_and_is_read_out_as_one(controller: Controller) -> None:
    assert controller.content
    assert controller.commands
    bar = controller.content.status
    pictures = []
    for caution in (False, True):
        bar.say("No.", 0, caution=caution)
        pictures.append(bar.grab().toImage())
    assert pictures[0] != pictures[1]
    assert bar.accessibleName() == window_words.CAUTION_NAME.format(said="No.")
    controller.commands.enter_code("no code")
    assert bar.property("tone") == "caution"
