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
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from nanoexplorer.app.controller import Controller
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

    def __init__(self, controller: Controller) -> None:
        self.controller = controller
        for name, action in controller.actions.items():
            action.triggered.disconnect()
            action.triggered.connect(lambda _=False, name=name: say(name))

    def show(self, what: str) -> None:
        controller = self.controller
        controller.seminars.leave()
        controller.practice.leave()
        if what == "seminar":
            controller.seminars.start()
            assert controller.seminars.running
            controller.seminars.running.room.requested.connect(lambda request: say(str(request)))
        elif what == "practice":
            controller.practice.open(controller.theme, controller.zoom)
            controller.practice.start(Setup((), 1, 1))
            assert controller.practice.page
            step = controller.practice.page.step
            assert isinstance(step, QuestionStep)
            step.requested.connect(self._say_draft)
        else:
            found = controller.window.findChild(QWidget, what)
            assert found
            found.setFocus()
        self._wait()

    def _say_draft(self, request: object) -> None:
        if isinstance(request, Draft):
            say(f"{request.verdict} {request.status}")

    def _wait(self) -> None:
        running = self.controller.seminars.running
        window: QWidget = running.room if running else self.controller.window
        window.activateWindow()
        at = QApplication.focusWidget()
        if window.isActiveWindow() and at and at.window() is window and at.isVisible():
            say(f"shown {int(window.winId())}")
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
    controller = Controller(app, settings, bundled_pack())
    controller.open()
    while controller.content is None or not controller.content.findChildren(QComboBox):
        app.processEvents()
    shown, end = Shown(controller), End()
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
