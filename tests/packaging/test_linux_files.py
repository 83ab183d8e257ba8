"""What a Linux desktop is told of the app."""

from __future__ import annotations

import configparser
import gzip
import os
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from nanoexplorer.formats.seminar import SUFFIX as SEMINAR
from nanoexplorer.pack.forms.making import PACK_FILE
from nanoexplorer.words import common
from tests.packaging.scripts import PACKAGING, script

LINUX = PACKAGING / "linux"
MIMES = {
    "application/x-nanoexplorer-seminar": SEMINAR,
    "application/x-nanoexplorer-pack": PACK_FILE,
}
"""What a double click opens with the app, and how its names end."""


@pytest.fixture
def tree(tmp_path: Path, qapp: object) -> Path:
    script("linux/stage.py").main(tmp_path)
    return tmp_path / "share"


def manual() -> str:
    return "\n".join(script("linux/man_page.py").page())


def test_the_desktop_entry_opens_files_of_ours_with_the_app() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / "nanoexplorer.desktop", encoding="utf-8")
    known = entry["Desktop Entry"]
    assert known["Exec"] == f"{common.APP} %f"
    assert known["MimeType"].split(";") == [*MIMES, ""]
    assert known["StartupWMClass"] == known["Icon"] == common.APP


def test_every_mime_type_has_the_names_of_its_files() -> None:
    root = ElementTree.parse(LINUX / "nanoexplorer-mime.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    found = {
        kind.get("type"): glob.get("pattern")
        for kind in root.findall("m:mime-type", space)
        if (glob := kind.find("m:glob", space)) is not None
    }
    assert found == {mime: f"*{suffix}" for mime, suffix in MIMES.items()}


def test_the_metainfo_names_every_mime_type() -> None:
    root = ElementTree.parse(LINUX / "nanoexplorer.metainfo.xml").getroot()
    assert [one.text for one in root.iter("mediatype")] == [*MIMES]


@pytest.mark.parametrize(
    ("program", "arguments", "file"),
    [
        ("desktop-file-validate", (), "applications/nanoexplorer.desktop"),
        (
            "appstreamcli",
            ("validate", "--no-net"),
            "metainfo/io.github.nanoexplorer.metainfo.xml",
        ),
    ],
)
def test_other_peoples_validators_have_no_complaint(
    tree: Path, program: str, arguments: tuple[str, ...], file: str
) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is wanted")
    done = subprocess.run(
        [program, *arguments, str(tree / file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert program != "desktop-file-validate" or done.stdout == ""


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="it is wanted")
def test_a_mime_database_takes_the_types_and_knows_our_files_by_them(tree: Path) -> None:
    done = subprocess.run(
        ["update-mime-database", str(tree / "mime")],
        env=os.environ | {"XDG_DATA_DIRS": f"{tree}:/usr/share"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    globs = (tree / "mime" / "globs2").read_text(encoding="utf-8")
    for mime, suffix in MIMES.items():
        assert f":{mime}:*{suffix}\n" in globs
        assert (tree / "mime" / f"{mime}.xml").is_file()


def test_other_systems_know_the_same_files() -> None:
    kinds = {mime.rpartition("-")[2]: suffix for mime, suffix in MIMES.items()}
    contents = script("bundle_contents.py")
    assert {k: f".{end}" for k, (end, _) in contents.FILE_KINDS.items()} == kinds
    told = contents.mac_file_types()
    assert plistlib.loads(plistlib.dumps(told)) == told
    declared = [one["UTTypeIdentifier"] for one in told["UTExportedTypeDeclarations"]]
    assert [one["LSItemContentTypes"] for one in told["CFBundleDocumentTypes"]] == [
        [name] for name in declared
    ]
    windows = (PACKAGING / "windows" / "nanoexplorer.nsi").read_text(encoding="utf-8")
    for kind, suffix in kinds.items():
        for does in ("know", "forget"):
            assert f'!insertmacro {does}_kind "{suffix}" "{kind}"' in windows
        assert f'"${{ICONS}}/{kind}-file.ico"' in windows


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64, 128, 256, 512])
def test_every_icon_is_there_in_every_size(tree: Path, size: int) -> None:
    folder = tree / "icons" / "hicolor" / f"{size}x{size}"
    kinds = (f"mimetypes/{mime.replace('/', '-')}.png" for mime in MIMES)
    for place in ("apps/nanoexplorer.png", *kinds):
        image = QImage(str(folder / place))
        assert (image.width(), image.height()) == (size, size)
        drawn = {image.pixel(x, y) for x in range(size) for y in range(size)}
        assert len(drawn) > 3


def test_the_icons_are_there_as_svg(tree: Path) -> None:
    found = sorted(file.name for file in (tree / "icons").rglob("*.svg"))
    kinds = [f"{mime.replace('/', '-')}.svg" for mime in MIMES]
    assert found == sorted([*kinds, "nanoexplorer.svg"])


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
