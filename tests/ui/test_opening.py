"""Files that come in from outside: dropped, chosen, or handed over by the desktop."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from nanoexplorer.app.controller import Controller
from nanoexplorer.render.reopening.opening import ALLOWED
from tests.controllers import act, said, session
from tests.dropping import drop, drop_files, let_it_read

SUFFIXES = ALLOWED.split(", ")


def traps(folder: Path) -> dict[str, str]:
    """Names of what is no file to be read, and what is said of each."""
    os.mkfifo(folder / "pipe")
    (folder / "folder").mkdir()
    made: dict[str, str] = {}
    for suffix in SUFFIXES:
        (folder / f"loop{suffix}").symlink_to(f"loop{suffix}")
        (folder / f"pipe{suffix}").symlink_to("pipe")
        (folder / f"endless{suffix}").symlink_to("/dev/zero")
        (folder / f"folder{suffix}").symlink_to("folder")
        made |= {
            f"pipe{suffix}": "ordinary file",
            f"endless{suffix}": "ordinary file",
            f"folder{suffix}": "folder",
            f"loop{suffix}": "symbolic links",
            f"gone{suffix}": "no such file",
            f"{'n' * 300}{suffix}": "too long",
        }
    return made


def test_what_is_no_file_to_be_read_is_one_line_whatever_its_kind(
    mini_controller: Controller, tmp_path: Path
) -> None:
    before = session(mini_controller).intent
    for name, line in traps(tmp_path).items():
        drop_files(mini_controller.window, tmp_path / name)
        assert line in said(mini_controller), name
        assert said(mini_controller).isprintable()
    assert session(mini_controller).intent == before


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_null_byte_in_a_dropped_name_is_one_line(
    mini_controller: Controller, suffix: str
) -> None:
    data = QMimeData()
    data.setUrls([QUrl(f"file:///home/a%00b{suffix}")])
    drop(mini_controller.window, data)
    QApplication.processEvents()
    let_it_read()
    assert "no such file" in said(mini_controller)


def test_another_kind_of_file_is_told_all_that_opens(
    mini_controller: Controller, tmp_path: Path
) -> None:
    path = tmp_path / "table.ods"
    path.write_bytes(b"PK")
    mini_controller.exports.ask_open = lambda *_: path
    act(mini_controller, "open")
    let_it_read()
    for suffix in (".nxseminar", ".pdf", ".png", ".pptx", ".svg"):
        assert suffix in said(mini_controller)


def test_the_file_that_came_last_is_the_one_that_opens(
    mini_controller: Controller, tmp_path: Path
) -> None:
    (tmp_path / "one.png").write_bytes(b"one")
    (tmp_path / "other.svg").write_bytes(b"other")
    mini_controller.open_file(tmp_path / "one.png")
    mini_controller.open_file(tmp_path / "other.svg")
    let_it_read()
    assert "other.svg" in said(mini_controller)
