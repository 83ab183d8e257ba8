"""The app for `make monkey`: with a home of its own, and nothing that leads out of it.

It watches itself: a warning, a traceback or a widget that is wrongly kept is a line on stderr.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.app.start import make_app
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.application import Application
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from tests.monkey.events import Hands
from tests.wrappers import wrongly_kept

EVERY: Final = 5000
"""Milliseconds between two looks at memory."""
OF_THE_PLATFORM: Final = "This plugin does not support"
"""What Qt says where there is no display: of itself, not of us."""


class Watch:
    """Counts what is wrong, and says it at once."""

    def __init__(self) -> None:
        self.wrong = 0
        sys.excepthook = self._uncaught
        qInstallMessageHandler(self._message)

    def say(self, what: str) -> None:
        self.wrong += 1
        print(f"WRONG {what}", file=sys.stderr, flush=True)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.say("".join(traceback.format_exception(kind, error, trace)))

    def _message(self, kind: QtMsgType, _: QMessageLogContext, text: str | None) -> None:
        said = text or ""
        if kind is not QtMsgType.QtDebugMsg and not said.startswith(OF_THE_PLATFORM):
            self.say(f"{kind.name}: {said}")


class Desktop:
    """Answers what the app asks of the desktop: a file of its own home, or nothing."""

    def __init__(self, home: Path, random: Random) -> None:
        self.home, self.random = home, random
        self.opened = 0

    def ask_save(self, _: QWidget, title: str, name: str, filter: str) -> Path | None:
        return self.home / Path(name).name if self.random.random() < 0.3 else None

    def ask_open(self, _: QWidget, title: str, folder: str, filter: str) -> Path | None:
        files = sorted(file for file in self.home.iterdir() if file.is_file())
        return self.random.choice(files) if files and self.random.random() < 0.5 else None

    def ask_choice(self, _: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
        return self.random.choice(choices)

    def open_link(self, link: str) -> None:
        self.opened += 1

    def stand_in(self, controller: Controller) -> None:
        """Take the place of every way out."""
        assert controller.commands is not None
        controller.commands.open_link = self.open_link
        controller.exports.ask_save = self.ask_save
        controller.exports.ask_open = self.ask_open
        controller.exports.ask_choice = controller.exports.ask_preset = self.ask_choice
        controller.packs.ask_choice = self.ask_choice  # type: ignore[assignment]
        controller.packs.ask_folder = lambda *_: None
        controller.practice.ask_save = self.ask_save
        controller.seminars.ask_choice = self.ask_choice
        for name in ("ask_save", "ask_choice"):
            setattr(controller.seminar_file, name, getattr(self, name))
        controller.actions["print"].setEnabled(False)  # the system's own dialog


def memory() -> float:
    """MB that the process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def opened(app: Application, home: Path, theme: str, zoom: int) -> Controller:
    """The app with settings of its own, filled."""
    app.setQuitOnLastWindowClosed(False)
    settings = SettingsFile(home / "settings" / "settings.json")
    settings.path.parent.mkdir()
    settings.change(gate=gate_mark(), theme=theme, zoom=zoom)
    controller = Controller(app, settings, bundled_pack())
    controller.open()
    while controller.content is None:
        app.processEvents()
    return controller


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("home", type=Path)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--seconds", type=float, default=600)
    asked.add_argument("--events", type=int, default=0, help="this many instead of seconds")
    asked.add_argument("--theme", default="light")
    asked.add_argument("--zoom", type=int, default=100)
    asked.add_argument("--hands", action="store_true", help="events of its own, no X")
    options = asked.parse_args()
    faulthandler.enable()  # a crash of the toolkit says where it was
    app, began = make_app(), time.monotonic()
    watch = Watch()  # after the start, which hears Qt's messages for itself
    controller = opened(app, options.home, options.theme, options.zoom)
    Desktop(options.home, Random(options.seed)).stand_in(controller)
    hands = Hands(controller, Random(options.seed), options.events)

    def look() -> None:
        past = time.monotonic() - began
        print(f"{past:6.0f} s {memory():6.0f} MB {hands.done:7d} events", flush=True)
        for kept in wrongly_kept():
            watch.say(kept)
        if not controller.window.isVisible() or controller.window.isMinimized():
            controller.window.showNormal()  # somebody has quit, or put it away
        if not options.events and past >= options.seconds:
            QGuiApplication.exit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(EVERY)
    if options.hands:
        hands.begin()
    print("ready", flush=True)
    app.exec()
    look()
    print(f"{watch.wrong} wrong", flush=True)
    sys.stdout.flush()
    os._exit(int(watch.wrong > 0))


if __name__ == "__main__":
    sys.exit(main())
