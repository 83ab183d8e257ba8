"""A PNG, written band by band: a large picture never stands in memory whole.

The toolkit's own writer tries five filters on every line, which flat colour gains nothing from: it
takes three times as long, can't be stopped on the way, and makes larger files.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from struct import pack
from typing import Final

from PySide6.QtGui import QImage

from nanoexplorer.render.job import Progress, unheard

LEVEL: Final = 3
"""Of 9: what is large is flat colour, which packs well at little effort."""
LINES: Final = 64
"""Packed at a time."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_RGB: Final = (8, 2, 0, 0, 0)
"""Bits, colour, and the one packing, filtering and order of lines that are wanted."""
_UNFILTERED: Final = b"\0"
_METRES: Final = 1


class Png:
    """Takes a picture's bands from the top down, and is the file's content in the end."""

    def __init__(self, wide: int, tall: int, per_metre: int, texts: Mapping[str, str]) -> None:
        self._packing = zlib.compressobj(LEVEL)
        self._parts = [
            _SIGNATURE,
            _chunk(b"IHDR", pack(">IIBBBBB", wide, tall, *_RGB)),
            _chunk(b"pHYs", pack(">IIB", per_metre, per_metre, _METRES)),
            *(_text(key, said) for key, said in texts.items()),
        ]

    def add(self, band: QImage, progress: Progress = unheard) -> None:
        """Add a band of the full width; `progress` hears of its lines, and may raise Cancelled."""
        flat = band.convertToFormat(QImage.Format.Format_RGB888)
        bits, step, length = flat.constBits(), flat.bytesPerLine(), 3 * flat.width()
        for top in range(0, flat.height(), LINES):
            progress(top, flat.height())
            lines = range(top, min(top + LINES, flat.height()))
            raw = b"".join(_UNFILTERED + bits[y * step : y * step + length] for y in lines)
            self._keep(self._packing.compress(raw))

    def _keep(self, packed: bytes) -> None:
        if packed:
            self._parts.append(_chunk(b"IDAT", packed))

    def content(self) -> bytes:
        """The whole file; nothing can be added after it."""
        self._keep(self._packing.flush())
        return b"".join([*self._parts, _chunk(b"IEND", b"")])


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = zlib.crc32(content, zlib.crc32(kind))
    return pack(">I", len(content)) + kind + content + pack(">I", checked)


def _text(key: str, said: str) -> bytes:
    """Words about the picture: international ones where the old kind can't hold them."""
    head = key.encode("latin-1") + b"\0"
    if said.isascii():
        return _chunk(b"tEXt", head + said.encode("ascii"))
    return _chunk(b"iTXt", head + b"\0\0\0\0" + said.encode("utf-8"))
