"""What the toolkit's SVG lacks: the font it is set in, and the state of the view."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape, unescape
from io import BytesIO
from typing import Final

from nanoexplorer.export.reopen import PNG_KEY, SVG_TAG
from nanoexplorer.figures import fonts
from nanoexplorer.places import resources

FACES: Final = {
    "Regular": ("400", "normal"),
    "Semibold": ("600", "normal"),
    "Bold": ("700", "normal"),
    "It": ("400", "italic"),
}
"""Shipped file -> the weight and style that it is drawn in."""
_TEXT: Final = re.compile(r"<text\b([^>]*)>([^<]*)</text>")
_GROUP: Final = re.compile(r"<g\b[^>]*>|</g>|<text\b[^>]*>[^<]*</text>")
_WEIGHT: Final = re.compile(r'font-weight="(\w+)"')
_STYLE: Final = re.compile(r'font-style="(\w+)"')
_HEAD: Final = re.compile(r"<defs>|<defs/>|<g\b")


def dressed(svg: bytes, said: Mapping[str, str]) -> bytes:
    """The drawing with its font and its state in it, as UTF-8."""
    text = svg.decode("utf-8")
    styles = "".join(_face(face, signs) for face, signs in _used(text))
    head = f"<style>{styles}</style>\n{_about(said)}\n"
    place = _HEAD.search(text)
    assert place
    return (text[: place.start()] + head + text[place.start() :]).encode("utf-8")


def _about(said: Mapping[str, str]) -> str:
    return f"<metadata><{SVG_TAG}>{escape(said[PNG_KEY], quote=False)}</{SVG_TAG}></metadata>"


def _used(text: str) -> Iterator[tuple[str, str]]:
    """Each face that is drawn in and the signs drawn in it."""
    found: dict[str, set[str]] = {}
    for part in _GROUP.finditer(text):
        if part[0].startswith("<text"):
            said = _TEXT.fullmatch(part[0])
            if said:
                found.setdefault(_face_of(said[1]), set()).update(unescape(said[2]))
    for face in FACES:
        if face in found:
            yield face, "".join(sorted(found[face]))


def _face_of(attributes: str) -> str:
    weight, style = _WEIGHT.search(attributes), _STYLE.search(attributes)
    if style and style[1] != "normal":
        return "It"
    number = int(weight[1]) if weight and weight[1].isdigit() else 400
    return "Bold" if number >= 700 else "Semibold" if number >= 600 else "Regular"


def _face(face: str, signs: str) -> str:
    weight, style = FACES[face]
    return (
        f"@font-face{{font-family:'{fonts.FAMILY}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/otf;base64,{_subset(face, signs)}) format('opentype')}}"
    )


@lru_cache(maxsize=16)
def _subset(face: str, signs: str) -> str:
    """The shipped file with these signs alone, in base 64."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(resources() / "fonts" / f"SourceSansPro-{face}.otf") as font:
        options = Options()
        options.desubroutinize = True
        subsetter = Subsetter(options)
        subsetter.populate(text=signs)
        subsetter.subset(font)
        written = BytesIO()
        font.save(written)
    return b64encode(written.getvalue()).decode("ascii")
