"""Whether there is a display to open a window on; without one Qt would abort."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_HEADLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def there_is_one() -> bool:
    """True where a window can be shown, as far as can be told without Qt."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _HEADLESS:
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or _x_answers(os.environ.get("DISPLAY", ""))


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
