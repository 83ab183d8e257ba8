"""Files that the desktop opens while the app runs, as macOS sends them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.ui.base.application import Application
from tests.controllers import bare_controller, click, find, put_away
from tests.dropping import let_it_read
from tests.packs import MINI_PACK, mini_pack
from tests.ui.seminar.files import one_case, said, write


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return write(tmp_path / "Vorträge 1" / "lecture.nxseminar", mini_pack(), one_case(mini_pack()))


@pytest.fixture
def heard(app: QApplication) -> Iterator[list[Path]]:
    """The files that the application was asked to open."""
    assert isinstance(app, Application)
    files: list[Path] = []
    app.file_opened.connect(files.append)
    yield files
    app.file_opened.disconnect(files.append)


def ask_for(url: QUrl) -> None:
    """What macOS does on a double click."""
    app = QCoreApplication.instance()
    assert app
    QCoreApplication.postEvent(app, QFileOpenEvent(url))
    QCoreApplication.processEvents()


def test_a_file_that_was_double_clicked_is_handed_on(heard: list[Path], target: Path) -> None:
    ask_for(QUrl.fromLocalFile(str(target)))
    ask_for(QUrl("https://example.org/lecture.nxseminar"))
    assert heard == [target]


def test_a_seminar_file_opens_in_the_window_that_is_there(
    mini_controller: Controller, target: Path
) -> None:
    mini_controller.open_file(target)
    let_it_read()
    assert mini_controller.seminar_file.path == target
    assert "1 case" in said(mini_controller)


def test_a_file_that_comes_before_the_content_waits_for_it(
    app: QApplication, qtbot: QtBot, tmp_path: Path, target: Path
) -> None:
    controller = bare_controller(app, tmp_path, MINI_PACK, theme="light")
    controller.open()
    controller.open_file(target)
    find(controller, QCheckBox, "gate.promise").setChecked(True)
    click(controller, "gate.continue")
    qtbot.waitUntil(
        lambda: "seminar_file" in vars(controller) and controller.seminar_file.path == target
    )
    put_away(controller)


def test_the_app_that_is_started_listens(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, target: Path
) -> None:
    made: list[Controller] = []

    def keep(controller: Controller) -> None:
        made.append(controller)

    def run() -> int:
        ask_for(QUrl.fromLocalFile(str(target)))
        return 0

    monkeypatch.setattr(bootstrap, "make_app", lambda: app)
    monkeypatch.setattr(bootstrap, "settings_path", lambda: tmp_path / "settings.json")
    monkeypatch.setattr("nanoexplorer.ui.base.crash.watch", lambda _: None)
    monkeypatch.setattr("PySide6.QtCore.QTimer.singleShot", lambda *_: None)
    monkeypatch.setattr(Controller, "open", keep)
    monkeypatch.setattr(app, "exec", run, raising=False)
    assert bootstrap.open_window() == 0
    assert made[0].to_open == target
    assert isinstance(app, Application)
    app.file_opened.disconnect(made[0].open_file)
    put_away(made[0])
