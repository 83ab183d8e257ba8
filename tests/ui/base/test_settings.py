"""What is remembered: written whole, and set aside rather than lost where it can't be used."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from nanoexplorer.formats.settings import FORMAT, MOST_BYTES, Settings
from nanoexplorer.ui.base import settings as module
from nanoexplorer.ui.base.settings import SettingsFile
from nanoexplorer.words import common
from nanoexplorer.words import desktop as words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_the_first_start_has_defaults_and_writes_nothing(file: Path) -> None:
    settings = SettingsFile(file)
    assert settings.current == Settings()
    assert settings.complaint == ""
    assert not file.parent.exists()


def test_what_is_changed_is_there_the_next_time(file: Path) -> None:
    SettingsFile(file).change(theme="dark", zoom=150, case_code="NX", selection="é–")
    assert SettingsFile(file).current == Settings(
        theme="dark", zoom=150, case_code="NX", selection="é–"
    )


def test_nothing_is_written_when_nothing_changes(file: Path) -> None:
    settings = SettingsFile(file)
    settings.change(zoom=150)
    file.unlink()
    settings.change(zoom=150)
    assert not file.exists()


def test_a_write_leaves_nothing_else_behind(file: Path) -> None:
    settings = SettingsFile(file)
    for zoom in (110, 125, 150):
        settings.change(zoom=zoom)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "\x00\x01",
        '{"zoom": 100}',
        '{"format": "1"}',
        '{"format": 1, "zoom": "100"}',
        '{"format": 1, "zoom": true}',
        '{"format": 1, "zoom": 101}',
        '{"format": 1, "theme": "blue"}',
        '{"format": 1, "colour": "teal"}',
        '{"format": 1, "selection": null}',
        json.dumps({"format": 1, "case_code": "x" * 5000}),
        "[" * 100_000,
    ],
)
def test_damaged_settings_are_set_aside_whole(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    settings = SettingsFile(file)
    assert settings.current == Settings()
    aside = file.with_name("settings.aside-1.json")
    assert aside.read_text(encoding="utf-8") == text
    assert settings.complaint == words.SETTINGS_DAMAGED.format(path=file, aside=aside.name)
    assert not file.exists()


def test_bytes_that_are_no_text_are_set_aside_too(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00{")
    assert SettingsFile(file).current == Settings()
    assert file.with_name("settings.aside-1.json").read_bytes() == b"\xff\xfe\x00{"


def test_newer_settings_are_set_aside_and_said_to_be_newer(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"format": FORMAT + 1, "mood": "calm"}), encoding="utf-8")
    settings = SettingsFile(file)
    assert settings.current == Settings()
    assert settings.complaint == words.SETTINGS_NEWER.format(
        path=file, aside="settings.aside-1.json"
    )


def test_what_was_set_aside_before_stays(file: Path) -> None:
    file.parent.mkdir()
    for number in (1, 2, 3):
        file.write_text(f"damage {number}", encoding="utf-8")
        SettingsFile(file).change(zoom=125)
    for number in (1, 2, 3):
        aside = file.with_name(f"settings.aside-{number}.json")
        assert aside.read_text(encoding="utf-8") == f"damage {number}"


def test_a_folder_in_the_place_of_the_file_is_read_as_defaults(file: Path) -> None:
    file.mkdir(parents=True)
    settings = SettingsFile(file)
    assert settings.current == Settings()
    assert str(file) in settings.complaint
    assert file.is_dir()


def test_settings_that_cannot_be_written_are_said_not_to_be(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf-8")
    settings = SettingsFile(blocked / "settings.json")
    settings.change(zoom=125)
    assert settings.current.zoom == 125
    assert str(blocked) in settings.complaint
    assert common.one_line(settings.complaint) == settings.complaint


def test_a_write_that_fails_leaves_the_old_settings(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SettingsFile(file)
    settings.change(zoom=125)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_atomically", full)
    settings.change(zoom=150)
    assert SettingsFile(file).current.zoom == 125
    assert "No space left on device" in settings.complaint


@pytest.mark.parametrize("target", ["pipe", "/dev/zero", "settings.json"])
def test_a_pipe_a_device_or_a_loop_in_its_place_is_not_waited_for(
    tmp_path: Path, target: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "settings.json").symlink_to(target)
    settings = SettingsFile(tmp_path / "settings.json")
    assert settings.current == Settings()
    assert "can’t be read" in settings.complaint


def test_a_file_that_is_far_too_large_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b" " * (MOST_BYTES + 1))
    assert SettingsFile(path).current == Settings()
    assert [file.name for file in tmp_path.iterdir()] == ["settings.aside-1.json"]


def test_settings_that_cannot_be_set_aside_are_not_said_to_be(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    file.write_text("{", encoding="utf-8")

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refused)
    settings = SettingsFile(file)
    assert settings.complaint == words.SETTINGS_NOT_ASIDE.format(path=file, why="Permission denied")
    assert file.read_text(encoding="utf-8") == "{"
