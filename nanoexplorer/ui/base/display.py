"""Whether there is a display to open a window on; without one Qt would abort."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import (
    QLibraryInfo,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
    qWarning,
)

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_HEADLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def there_is_one() -> bool:
    """True where a window can be shown, as far as can be told without Qt."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _HEADLESS:
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY") and _plugin_is_there("wayland")
    return bool(wayland) or _x_answers(os.environ.get("DISPLAY", ""))


def take_utf8() -> None:
    """Let Qt have the locale that it would take by itself, and complain of in four lines."""
    if sys.platform.startswith("linux"):
        from locale import CODESET, nl_langinfo

        if nl_langinfo(CODESET).upper() not in ("UTF-8", "UTF8"):
            os.environ["LC_ALL"] = "C.UTF-8"


def arguments() -> tuple[str, ...]:
    """What Qt is to be told: X11, in a bundle that brings no Wayland; else Qt would complain."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen or not sys.platform.startswith("linux") or _plugin_is_there("wayland"):
        return ()
    return ("-platform", "xcb")


def _plugin(platform: str) -> Path:
    """The file with what Qt wants for a kind of display."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return plugins / "platforms" / f"libq{platform}.so"


def _plugin_is_there(platform: str) -> bool:
    return _plugin(platform).is_file()


def _x_answers(name: str) -> bool:
    """Whether an X server listens under that name; one on another machine is taken on trust."""
    local = _LOCAL.fullmatch(name)
    if not local:
        return bool(name)
    path = Path("/tmp/.X11-unix") / f"X{local[1]}"
    return any(_listens(address) for address in (str(path), f"\0{path}"))


def _listens(address: str) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


@contextmanager
def one_line_if_refused() -> Iterator[None]:
    """Where Qt can't use the display, say why in one line and leave; it would abort by itself."""
    said: list[str] = []

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _leave()
        said.append(text)

    qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
    for text in said:  # whoever else listens to Qt hears it now
        qWarning(text)


def _leave() -> NoReturn:
    """Not by an exception: Qt would not let it through."""
    from nanoexplorer.ui.base import start_faults

    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] or "xcb"
    start_faults.report(start_faults.platform_line(_plugin(platform), platform), in_a_dialog=True)
    os._exit(2)
