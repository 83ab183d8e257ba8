"""The icons for Windows and macOS, read by a reader of their formats."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PIL import Image

from tests.packaging.scripts import script

pytestmark = pytest.mark.usefixtures("qapp")


def test_an_ico_holds_every_size_and_its_small_pictures_are_bitmaps(tmp_path: Path) -> None:
    icons = script("icons.py")
    icons.write(tmp_path / "icon.ico", icons.ico("nanoexplorer"))
    with Image.open(tmp_path / "icon.ico") as picture:
        sizes = picture.info["sizes"]
        assert sizes == {(size, size) for size in icons.WINDOWS_SIZES}
        teal = picture.convert("RGBA").getpixel((8, 128))
    assert isinstance(teal, tuple)
    assert teal[1] > teal[0]
    data = (tmp_path / "icon.ico").read_bytes()
    at = struct.unpack_from("<I", data, 6 + 12)[0]
    assert struct.unpack_from("<Iii", data, at) == (40, 16, 32)


def test_a_small_picture_of_an_ico_is_the_picture_that_was_drawn(tmp_path: Path) -> None:
    icons = script("icons.py")
    icons.write(tmp_path / "icon.ico", icons.ico("seminar-file"))
    drawn = icons.drawn("seminar-file", 48)
    with Image.open(tmp_path / "icon.ico") as picture:
        read = picture.ico.getimage((48, 48)).convert("RGBA")  # type: ignore[attr-defined]
    for place in ((24, 30), (20, 10), (0, 0), (30, 35)):
        assert read.getpixel(place) == drawn.pixelColor(*place).getRgb()


def test_an_icns_holds_its_kinds(tmp_path: Path) -> None:
    icons = script("icons.py")
    icons.write(tmp_path / "icon.icns", icons.icns("nanoexplorer"))
    with Image.open(tmp_path / "icon.icns") as picture:
        assert picture.size == (1024, 1024)
        widths = {size[0] for size in picture.info["sizes"]}
    assert {16, 32, 128, 256, 512} <= widths
