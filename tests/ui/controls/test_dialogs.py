"""Where nothing can be remembered, a dialog says so once, and the app goes on."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nanoexplorer.app import controller as controllers
from nanoexplorer.app.controller import Controller
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base import settings
from nanoexplorer.words import starting as words
from tests.controllers import click, dialog, find, open_controller, put_away, session


def full_disk(path: Path, content: bytes) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", str(path))


def locked_folder(path: Path, content: bytes) -> None:
    raise OSError(errno.EROFS, "Read-only file system", str(path))


def shown(controller: Controller) -> bool:
    return bool(controller.window.findChildren(QLabel, "warning.text"))


@pytest.mark.parametrize(
    ("fails", "remedy"),
    [(full_disk, words.NOT_KEPT_FULL), (locked_folder, words.NOT_KEPT_LOCKED)],
)
def test_settings_that_cannot_be_written_are_said_once_with_what_to_do(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    fails: object, remedy: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(controllers, "REMEMBER_AFTER", 0)
    controller = open_controller(app, qtbot, tmp_path, bundled_pack())
    monkeypatch.setattr(settings, "write_atomically", fails)
    session(controller).edit_profile("egfr", "mutated")
    qtbot.waitUntil(lambda: shown(controller))
    text = find(dialog(), QLabel, "warning.text").text()
    assert str(tmp_path / "settings.json") in text
    assert remedy in text
    click(dialog(), "warning.close")
    session(controller).edit_profile("egfr", "wild-type")
    qtbot.waitUntil(lambda: not controller._quiet.isActive())
    assert not shown(controller)
    assert session(controller).profile["egfr"] == "wild-type"
    put_away(controller)


def test_settings_that_can_be_written_are_not_spoken_of(
    controller: Controller, qtbot: QtBot
) -> None:
    session(controller).edit_profile("egfr", "mutated")
    qtbot.waitUntil(lambda: not controller._quiet.isActive())
    assert not shown(controller)
