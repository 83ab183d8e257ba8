"""Where words stand in a drawing, as its file says."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPolygonF, QTransform

SVG = "{http://www.w3.org/2000/svg}"
_FACE = re.compile(r"font-weight:(\d+);font-style:(\w+);src:url\(data:font/otf;base64,([^)]+)\)")
_ABOVE, _BELOW = 0.66, 0.18
"""Of the font's size: how far signs reach from the line, descenders hardly counted."""


class Words(NamedTuple):
    """A text, the room it says it fills and how that lies on the sheet, and what its font makes of
    it, px.
    """

    text: str
    room: QRectF
    lies: QTransform
    declared: float
    advance: float

    @property
    def box(self) -> QRectF:
        """What it fills on the sheet; of a slanted one the upright box around it."""
        return self.lies.mapRect(self.room)

    @property
    def outline(self) -> QPolygonF:
        """Half a px less than it fills, slanted as it is."""
        return self.lies.map(QPolygonF(self.room.adjusted(0.5, 0.5, -0.5, -0.5)))


def words_in(path: Path) -> list[Words]:
    """All that have a sign to be seen."""
    written = path.read_text("utf-8")
    fonts = {(weight, style): _advances(data) for weight, style, data in _FACE.findall(written)}
    root = ElementTree.fromstring(written.encode("utf-8"))
    return list(_words(root, QTransform(), fonts))


def overlapping(found: list[Words]) -> list[tuple[str, str]]:
    """Texts that are drawn into each other by more than half a px."""
    shrunk = [(words.text, words.outline) for words in found]
    return [(a, b) for (a, one), (b, other) in combinations(shrunk, 2) if one.intersects(other)]


def _advances(data: str) -> dict[int, float]:
    """Em that each sign takes in an embedded font, by its code."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    font = TTFont(BytesIO(b64decode(data)))
    widths, em = font["hmtx"], font["head"].unitsPerEm
    return {code: widths[name][0] / em for code, name in font["cmap"].getBestCmap().items()}


def _words(
    element: ElementTree.Element,
    above: QTransform,
    fonts: dict[tuple[str, str], dict[int, float]],
) -> Iterator[Words]:
    here = _transform(element) * above
    if element.tag == f"{SVG}text" and (text := "".join(element.itertext())).strip():
        size, declared = float(element.get("font-size", "")), float(element.get("textLength", "0"))
        face = fonts[element.get("font-weight", ""), element.get("font-style", "")]
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        box = QRectF(x, y - _ABOVE * size, declared, (_ABOVE + _BELOW) * size)
        advance = size * sum(face[ord(sign)] for sign in text)
        yield Words(text, box, here, declared, advance)
    for part in element:
        yield from _words(part, here, fonts)


def _transform(element: ElementTree.Element) -> QTransform:
    """Qt writes matrices alone."""
    written = re.fullmatch(r"matrix\(([^)]*)\)", element.get("transform", ""))
    return QTransform(*map(float, written[1].split(","))) if written else QTransform()
