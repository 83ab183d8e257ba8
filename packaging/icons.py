"""Draws our icons, in every size that a system asks for, from the SVG in resources/icons.

usage: icons.py FOLDER

Writes FOLDER/hicolor (the theme of freedesktop.org: apps and mimetypes, PNG and SVG), *.ico for
Windows and *.icns for macOS. The same SVG give the same bytes.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCES = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 24
"""Up to here an icon is drawn from its simpler sibling, where it has one."""
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
MAC_KINDS = {
    "icp4": 16,
    "icp5": 32,
    "icp6": 64,
    "ic07": 128,
    "ic08": 256,
    "ic09": 512,
    "ic10": 1024,
    "ic11": 32,
    "ic12": 64,
    "ic13": 256,
    "ic14": 512,
}
"""The kinds of a picture in an .icns, with their pixels; the last four are for dense screens."""
THEMED = (
    ("nanoexplorer", "apps", "nanoexplorer"),
    ("seminar-file", "mimetypes", "application-x-nanoexplorer-seminar"),
    ("pack-file", "mimetypes", "application-x-nanoexplorer-pack"),
)
"""The SVG, then folder and name in the theme."""


def source(name: str, size: int) -> Path:
    small = SOURCES / f"{name}-small.svg"
    return small if size <= SMALL and small.exists() else SOURCES / f"{name}.svg"


def drawn(name: str, size: int) -> QImage:
    """An icon as a square picture of that many pixels."""
    renderer = QSvgRenderer(str(source(name, size)))
    if not renderer.isValid():
        raise SystemExit(f"icons: {source(name, size)} is no SVG that can be drawn")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs lack the device
        raise SystemExit("icons: Qt can't write PNG here")
    return bytes(data.data())


def bitmap(image: QImage) -> bytes:
    """A picture as it stands in an .ico below 256 pixels: rows from below, then an empty mask."""
    size = image.width()
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = bytes(image.constBits())
    line = 4 * size
    mask = bytes((size + 31) // 32 * 4 * size)
    return head + b"".join(rows[n * line : (n + 1) * line] for n in reversed(range(size))) + mask


def ico(name: str) -> bytes:
    pictures = [(size, drawn(name, size)) for size in WINDOWS_SIZES]
    bodies = [png(image) if size == 256 else bitmap(image) for size, image in pictures]
    at = 6 + 16 * len(bodies)
    head = struct.pack("<HHH", 0, 1, len(bodies))
    for (size, _), body in zip(pictures, bodies, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(body), at)
        at += len(body)
    return head + b"".join(bodies)


def icns(name: str) -> bytes:
    chunks = [(kind, png(drawn(name, size))) for kind, size in MAC_KINDS.items()]
    body = b"".join(
        kind.encode() + struct.pack(">I", 8 + len(data)) + data for kind, data in chunks
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def write_theme(folder: Path, sizes: Iterable[int] = SIZES) -> None:
    """Every icon as PNG in its sizes, and as the SVG itself."""
    for name, room, themed in THEMED:
        for size in sizes:
            write(folder / f"{size}x{size}" / room / f"{themed}.png", png(drawn(name, size)))
        scalable = folder / "scalable" / room / f"{themed}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        copyfile(SOURCES / f"{name}.svg", scalable)


def main(folder: Path) -> None:
    write_theme(folder / "hicolor")
    for name, _, _ in THEMED:
        write(folder / f"{name}.ico", ico(name))
        write(folder / f"{name}.icns", icns(name))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: icons.py FOLDER")
    main(Path(sys.argv[1]))
