"""What a Linux desktop is told of the app."""

from __future__ import annotations

import configparser
import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from nanoexplorer.words import common
from tests.packaging.scripts import PACKAGING, script

LINUX = PACKAGING / "linux"
MIME = "application/x-nanoexplorer-seminar"
SUFFIX = ".nxseminar"


@pytest.fixture
def tree(tmp_path: Path, qapp: object) -> Path:
    script("linux/stage.py").main(tmp_path)
    return tmp_path / "share"


def manual() -> str:
    return "\n".join(script("linux/man_page.py").page())


def test_the_desktop_entry_opens_seminar_files_with_the_app() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / "nanoexplorer.desktop", encoding="utf-8")
    known = entry["Desktop Entry"]
    assert known["Exec"] == f"{common.APP} %f"
    assert known["MimeType"].split(";")[0] == MIME
    assert known["StartupWMClass"] == known["Icon"] == common.APP


def test_the_mime_type_is_that_of_seminar_files() -> None:
    root = ElementTree.parse(LINUX / "nanoexplorer-mime.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = root.find("m:mime-type", space)
    assert kind is not None
    assert kind.get("type") == MIME
    glob = kind.find("m:glob", space)
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64, 128, 256, 512])
def test_every_icon_is_there_in_every_size(tree: Path, size: int) -> None:
    folder = tree / "icons" / "hicolor" / f"{size}x{size}"
    for place in ("apps/nanoexplorer.png", f"mimetypes/{MIME.replace('/', '-')}.png"):
        image = QImage(str(folder / place))
        assert (image.width(), image.height()) == (size, size)
        drawn = {image.pixel(x, y) for x in range(size) for y in range(size)}
        assert len(drawn) > 3


def test_the_icons_are_there_as_svg(tree: Path) -> None:
    found = sorted(file.name for file in (tree / "icons").rglob("*.svg"))
    assert found == [f"{MIME.replace('/', '-')}.svg", "nanoexplorer.svg"]


def test_two_stagings_are_the_same_to_the_byte(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    stage = script("linux/stage.py")
    for name in ("one", "two"):
        stage.main(tmp_path / name)
    files = [f.relative_to(tmp_path / "one") for f in (tmp_path / "one").rglob("*") if f.is_file()]
    assert files
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_the_manual_page_has_every_command_and_option() -> None:
    text = manual().replace("\\-", "-")
    for command in ("match", "references", "export", "check"):
        assert f".SS nanoexplorer {command}" in text
    for option in ("--egfr", "--lesions", "--view", "--smoke", "--format"):
        assert f"\\fB{option}" in text


@pytest.mark.skipif(not shutil.which("man"), reason="man is wanted")
def test_man_has_no_complaint_about_the_manual_page(tree: Path) -> None:
    page = tree / "man" / "man1" / "nanoexplorer.1.gz"
    assert gzip.decompress(page.read_bytes())
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)],
        env=os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a launcher for Linux")
@pytest.mark.parametrize(
    ("libc", "starts"),
    [
        ("glibc 2.31", False),
        ("glibc 2.9", False),
        ("", False),
        ("glibc 2.36", True),
        ("glibc 2.41", True),
        ("glibc 3.0", True),
    ],
)
def test_the_launcher_starts_where_the_c_library_is_new_enough(
    tmp_path: Path, libc: str, starts: bool
) -> None:
    folder = tmp_path / "mit Größe"
    folder.mkdir()
    text = (LINUX / "launcher.sh").read_text(encoding="utf-8").replace("@GLIBC@", "2.36")
    tools = {
        "nanoexplorer": text,
        "nanoexplorer.bin": '#!/bin/sh\necho ran "$@"\n',
        "getconf": f"#!/bin/sh\necho '{libc}'\n",
    }
    for name, content in tools.items():
        (folder / name).write_text(content, encoding="utf-8")
        (folder / name).chmod(0o755)
    done = subprocess.run(
        [folder / "nanoexplorer", "a b"],
        env={"PATH": f"{folder}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    if starts:
        assert (done.returncode, done.stdout, done.stderr) == (0, "ran a b\n", "")
    else:
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "glibc 2.36 or newer is wanted" in done.stderr
