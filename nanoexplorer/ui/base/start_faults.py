"""What keeps the app from starting, put into one line, and said even where Qt can't.

Only what the system lacks counts here: a library, room on the disk, a file of ours. Everything else
is our fault, and looks like one.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from nanoexplorer.places import resources
from nanoexplorer.words import starting as words

_LIBRARY = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")
_GLIBC = re.compile(r"version [`']GLIBC_([\d.]+)' not found")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_PACKAGES: Final = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
}
_RULE = re.compile(r"(?P<name>.+)\.so\.(?P<number>\d+)")
# Each shows the text that follows, as text; whichever a desktop has.
DIALOGS: Final = (
    ("zenity", "--error", "--no-markup", "--text"),
    ("kdialog", "--error"),
    ("xmessage", "-center"),
)


def line_of(error: BaseException) -> str:
    """What is lacking, in one line that says what to do; nothing where it is our fault."""
    why = _why(error)
    return words.STOPPED.format(why=why) if why else ""


def _why(error: BaseException) -> str:
    if isinstance(error, ImportError):
        return _import_failed(error)
    if isinstance(error, OSError):
        return _file_failed(error)
    return ""


def _import_failed(error: ImportError) -> str:
    text = str(error)
    if isinstance(error, ModuleNotFoundError):
        qt = (error.name or "").partition(".")[0] in ("PySide6", "shiboken6")
        return words.NO_QT if qt else ""
    if old := _GLIBC.search(text):
        return words.OLD_SYSTEM.format(wanted=old[1])
    if library := _LIBRARY.search(text):
        return libraries_missing(missing_libraries(error.path) or [library[1]])
    if "DLL load failed" in text or (error.path or "").endswith((".so", ".dylib", ".pyd")):
        return words.BROKEN.format(error=" ".join(text.split()))
    return ""


def _file_failed(error: OSError) -> str:
    file = getattr(error, "file", None) or error.filename
    if error.errno in _NO_ROOM:
        return words.DISK_FULL.format(where=words.DISK_FULL_AT.format(file=file) if file else "")
    ours = isinstance(file, str | Path) and Path(file).is_relative_to(resources())
    return words.FILE_MISSING.format(file=file) if ours else ""


def missing_libraries(file: str | Path | None) -> list[str]:
    """What a library asks for and the system lacks, as `ldd` knows it; nothing where it can't."""
    if not file or not shutil.which("ldd"):
        return []
    bundle = getattr(sys, "_MEIPASS", "")  # brings some of them itself, where the starter looks
    ours = {"LD_LIBRARY_PATH": bundle} if bundle else {}
    asked = subprocess.run(
        ["ldd", str(file)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"LC_ALL": "C"} | ours,
    )
    lines = (line.split() for line in asked.stdout.splitlines() if "=> not found" in line)
    return sorted({line[0] for line in lines})


def libraries_missing(libraries: list[str]) -> str:
    """The line on missing libraries, with the packages of Debian where that is known."""
    packages = sorted({debian_package(library) for library in libraries})
    debian = shutil.which("apt-get")
    how = words.ON_DEBIAN.format(packages=" ".join(packages)) if debian else "."
    return words.LIBRARY_MISSING.format(libraries=", ".join(libraries), how=how)


def debian_package(library: str) -> str:
    """The package that brings a library: most follow the rule libxcb-icccm.so.4, libxcb-icccm4."""
    found = _RULE.fullmatch(library)
    if library in _PACKAGES or not found:
        return _PACKAGES.get(library, library)
    name = found["name"].replace("_", "-").lower()
    return f"{name}{'-' if name[-1].isdigit() else ''}{found['number']}"


def platform_line(plugin: Path, platform: str) -> str:
    """Why Qt could not load the plugin for a display."""
    missing = missing_libraries(plugin) if plugin.is_file() else []
    why = libraries_missing(missing) if missing else words.NO_PLATFORM.format(platform=platform)
    return words.STOPPED.format(why=why)


def report(line: str, *, in_a_dialog: bool) -> None:
    """Say a line on stderr and, for whoever started from a desktop, in the system's own dialog."""
    if sys.stderr:
        print(line, file=sys.stderr, flush=True)
    if in_a_dialog:
        show(line)


def show(line: str) -> None:
    """Show a line without Qt, until it is closed; not at all where the system has no means."""
    if sys.platform == "win32":
        import ctypes

        icon = 0x10
        ctypes.windll.user32.MessageBoxW(None, line, "nanoexplorer", icon)
        return
    if command := _dialog_command():
        text = plainer(line) if command[0] == "xmessage" else line
        subprocess.run([*command, text], check=False, stderr=subprocess.DEVNULL)


def plainer(line: str) -> str:
    """For a dialog of the eighties, which neither breaks lines nor knows our quotation marks."""
    from textwrap import fill

    return fill(line.translate(str.maketrans("’“”–", '\'""-')), 70)


def _dialog_command() -> tuple[str, ...]:
    if sys.platform == "darwin":
        script = ("on run said", "display alert (item 1 of said)", "end run")
        return ("osascript", *(word for line in script for word in ("-e", line)))
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return ()
    return next((command for command in DIALOGS if shutil.which(command[0])), ())
