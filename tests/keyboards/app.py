"""The app as the test of keyboard layouts types into it: what keys ask for goes to stdout.

A line on stdin says what to show; F12 answers with `end`, so that nobody has to wait.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from nanoexplorer.app.controller import Desk
from nanoexplorer.app.start import make_app
from nanoexplorer.core.teaching.questions import Setup
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.practice.question import QuestionStep
from nanoexplorer.ui.practice.requests import Draft


def say(line: str) -> None:
    print(line, flush=True)


class End(QObject):
    """Hears F12 wherever the keyboard is."""

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_F12:
            say("end")
            return True
        return False


class Shown:
    """Shows what a line asks for, and says that it has the keyboard."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        for name, action in desk.actions.items():
            action.triggered.disconnect()
            action.triggered.connect(lambda _=False, name=name: say(name))

    def show(self, what: str) -> None:
        desk = self.desk
        desk.seminars.leave()
        desk.practice.leave()
        if what == "seminar":
            desk.seminars.start()
            assert desk.seminars.room
            desk.seminars.room.room.requested.connect(lambda request: say(str(request)))
        elif what == "practice":
            desk.practice.open(desk.theme, desk.zoom)
            desk.practice.start(Setup((), 1, 1))
            assert desk.practice.page
            step = desk.practice.page.step
            assert isinstance(step, QuestionStep)
            step.requested.connect(self._say_draft)
        else:
            found = desk.window.findChild(QWidget, what)
            assert found
            found.setFocus()
        self._wait()

    def _say_draft(self, request: object) -> None:
        if isinstance(request, Draft):
            say(f"{request.verdict} {request.rung}")

    def _wait(self) -> None:
        room = self.desk.seminars.room
        window: QWidget = room.room if room else self.desk.window
        window.activateWindow()
        if window.isActiveWindow():
            say("shown")
        else:
            QTimer.singleShot(20, self._wait)


def fail(*fault: Any) -> None:
    """End: after a fault nobody would answer, and the test would wait for ever."""
    sys.__excepthook__(*fault)
    os._exit(1)


def main() -> int:
    sys.excepthook = fail
    app = make_app()
    settings = SettingsFile(Path(sys.argv[1]) / "settings.json")
    settings.change(gate=gate_mark())
    desk = Desk(app, settings, bundled_pack())
    desk.open()
    while desk.content is None or not desk.content.findChildren(QComboBox):
        app.processEvents()
    shown, end = Shown(desk), End()
    app.installEventFilter(end)
    wanted = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def read() -> None:
        line = sys.stdin.readline().strip()
        if line:
            shown.show(line)
        else:
            os._exit(0)

    wanted.activated.connect(read)
    say("ready")
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
