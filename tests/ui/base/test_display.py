"""Whether there is a display, told without Qt."""

from __future__ import annotations

import socket
import sys

import pytest

from nanoexplorer.ui.base import display


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "value", "there"),
    [
        ("QT_QPA_PLATFORM", "offscreen", True),
        ("QT_QPA_PLATFORM", "minimal:x=1", True),
        ("QT_QPA_PLATFORM", "xcb", False),
        ("WAYLAND_DISPLAY", "wayland-0", True),
        ("DISPLAY", "", False),
        ("DISPLAY", "host.example:10.0", True),
        ("DISPLAY", ":7654321", False),
        ("DISPLAY", "unix:7654321.0", False),
    ],
)
def test_the_surroundings_tell(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, there: bool
) -> None:
    monkeypatch.setenv(name, value)
    assert display.there_is_one() == there


def test_nothing_at_all_is_no_display() -> None:
    assert not display.there_is_one()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
def test_a_server_that_listens_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X7654321")
        server.listen()
        monkeypatch.setenv("DISPLAY", ":7654321.0")
        assert display.there_is_one()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert display.there_is_one()


@pytest.fixture
def without_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_plugin_is_there", lambda platform: platform != "wayland")


@pytest.mark.usefixtures("without_wayland")
def test_wayland_alone_is_no_display_for_a_bundle_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not display.there_is_one()


@pytest.mark.usefixtures("without_wayland")
def test_a_bundle_without_wayland_goes_to_x_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert display.arguments() == ("-platform", "xcb")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.arguments() == ()


def test_with_wayland_there_qt_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_plugin_is_there", lambda _: True)
    assert display.arguments() == ()
