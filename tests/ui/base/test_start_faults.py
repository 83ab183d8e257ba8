"""What the system lacks is said in one line, with what to do; what is our fault is not."""

from __future__ import annotations

import errno
import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nanoexplorer.app import command_line as cli
from nanoexplorer.drawing.fonts import FontError
from nanoexplorer.places import resources
from nanoexplorer.ui.base import start_faults
from nanoexplorer.words import common
from nanoexplorer.words import starting as words

ROOT = Path(__file__).resolve().parents[3]
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has it")
LOADER = "{library}: cannot open shared object file: No such file or directory"


def no_qt() -> ImportError:
    return ModuleNotFoundError("No module named 'PySide6'", name="PySide6")


def no_library(library: str) -> ImportError:
    return ImportError(LOADER.format(library=library))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (no_qt(), ["pip install nanoexplorer"]),
        (no_library("libGL.so.1"), ["libGL.so.1", "Install"]),
        (ImportError("libc.so.6: version `GLIBC_2.38' not found (required by x)"), ["2.38"]),
        (ImportError("DLL load failed while importing QtCore: not found"), ["Install", "again"]),
        (OSError(errno.ENOSPC, "No space left on device", "a.png"), ["a.png", "room"]),
        (OSError(errno.ENOSPC, "No space left on device"), ["room"]),
        (FontError(resources() / "fonts" / "x.otf"), ["x.otf", "Install nanoexplorer again"]),
        (FileNotFoundError(errno.ENOENT, "No such file", str(resources() / "x")), ["again"]),
    ],
)
def test_what_the_system_lacks_is_one_line_with_what_to_do(
    error: Exception, said: list[str]
) -> None:
    line = start_faults.line_of(error)
    assert line.startswith("nanoexplorer: ")
    assert common.one_line(line) == line
    assert all(word in line for word in said), line


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("ours"),
        ModuleNotFoundError("No module named 'nanoexplorer.x'", name="nanoexplorer.x"),
        ImportError("cannot import name 'x' from 'y'"),
        PermissionError(errno.EACCES, "Permission denied", "a.png"),
    ],
)
def test_what_is_our_fault_is_not_blamed_on_the_system(error: Exception) -> None:
    assert start_faults.line_of(error) == ""


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("strange", "strange"),
    ],
)
def test_a_library_is_named_with_its_debian_package(library: str, package: str) -> None:
    assert start_faults.debian_package(library) == package


@LINUX
@pytest.mark.skipif(not shutil.which("ldd"), reason="ldd is wanted")
def test_ldd_is_asked_which_libraries_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert start_faults.missing_libraries(sys.executable) == []
    ldd = tmp_path / "ldd"
    ldd.write_text("#!/bin/sh\necho ' libb.so.2 => not found'\necho ' liba.so.1 => not found'\n")
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert start_faults.missing_libraries("x.so") == ["liba.so.1", "libb.so.2"]
    line = start_faults.platform_line(ldd, "xcb")
    assert "liba.so.1, libb.so.2" in line


@LINUX
def test_a_library_that_the_bundle_brings_is_not_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ldd = tmp_path / "ldd"
    ldd.write_text('#!/bin/sh\n[ -n "$LD_LIBRARY_PATH" ] || echo "liba.so.1 => not found"\n')
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    assert start_faults.missing_libraries("x.so") == ["liba.so.1"]
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert start_faults.missing_libraries("x.so") == []


@LINUX
def test_a_display_that_qt_cannot_use_ends_in_one_line_and_no_core_dump(tmp_path: Path) -> None:
    code = "from nanoexplorer.app.start import make_app; make_app()"
    hidden = {"QT_QPA_PLATFORM": "nonsense", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | hidden,
        capture_output=True,
        text=True,
        check=False,
    )
    line = words.STOPPED.format(why=words.NO_PLATFORM.format(platform="nonsense"))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", line + "\n")


@LINUX
def test_a_full_disk_behind_the_output_is_one_line() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nanoexplorer", "references"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    line = words.STOPPED.format(why=words.DISK_FULL.format(where=""))
    assert (done.returncode, done.stderr) == (2, line + "\n")


def test_without_qt_the_window_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(start_faults, "show", shown.append)
    monkeypatch.setattr(sys, "meta_path", [NoQt(), *sys.meta_path])
    for name in [name for name in sys.modules if name.split(".")[0] == "PySide6"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "nanoexplorer.app.start", raising=False)
    with pytest.MonkeyPatch.context() as streams:
        streams.setattr(sys, "stdout", Path(os.devnull).open("w"))  # noqa: SIM115  # closed by main
        try:
            assert cli.main([]) == 2
        finally:
            gc.enable()  # a start stops it
    line = words.STOPPED.format(why=words.NO_QT)
    assert capsys.readouterr().err == line + "\n"
    assert shown == [line]


class NoQt:
    """Finds no Qt."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.split(".")[0] == "PySide6":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


@LINUX
def test_a_dialog_of_the_system_is_given_the_line_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    for name in ("zenity", "kdialog", "xmessage"):
        tool = tmp_path / name
        tool.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >{said}\n')
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    start_faults.show("<b>one</b> line")
    assert said.read_text() == "--error|--no-markup|--text|<b>one</b> line|"
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said.unlink()
    start_faults.show("nobody to see it")
    assert not said.exists()


def test_the_oldest_dialog_gets_short_lines_and_plain_marks() -> None:
    plain = start_faults.plainer("a “b” isn’t " * 20)
    assert plain.isascii()
    assert max(map(len, plain.split("\n"))) <= 70
