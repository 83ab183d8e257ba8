"""What the toolkit's SVG lacks: the font it is set in, and the state of the view.

Browsers use the font that is embedded; most other readers don't. So that words stay apart there
too, fonts of about the same width are named after ours, and every text says how long it is.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape, unescape
from io import BytesIO
from string import printable, whitespace
from typing import Final
from urllib.parse import quote

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from nanoexplorer.core.signs import legible
from nanoexplorer.documents.links import DOI
from nanoexplorer.drawing import fonts
from nanoexplorer.places import resources
from nanoexplorer.render.job import Progress, unheard
from nanoexplorer.render.reopening.reopen import PNG_KEY, SVG_TAG

FACES: Final = {
    "Regular": ("400", "normal"),
    "Semibold": ("600", "normal"),
    "Bold": ("700", "normal"),
    "It": ("400", "italic"),
}
"""Shipped file -> the weight and style that it is drawn in."""
NEAR: Final = (
    "Calibri",
    "Carlito",
    "Arial Narrow",
    "Liberation Sans Narrow",
    "Nimbus Sans Narrow",
    "Open Sans Condensed",
    "Lato",
    "Helvetica",
    "Arial",
    "sans-serif",
)
"""Instead of ours, nearest first; in all but the last four our lines are as long or shorter."""
_USUAL: Final = frozenset(printable) - frozenset(whitespace) | frozenset(" \u00a0·–—’“”…")
"""Signs that are always brought along, so that sheets of one export share a font."""
_TEXT: Final = re.compile(r"<text\b([^>]*)>([^<]*)</text>")
_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S*")
_GROUP: Final = re.compile(r"<g\b[^>]*>|</g>|<text\b[^>]*>[^<]*</text>")
_WEIGHT: Final = re.compile(r'font-weight="(\w+)"')
_STYLE: Final = re.compile(r'font-style="(\w+)"')
_SIZE: Final = re.compile(r'font-size="(\d+)"')
_FAMILY: Final = re.compile(rf' ?font-family="{fonts.FAMILY}"')
_ROOT: Final = re.compile(r"<svg\b")
_HEAD: Final = re.compile(r"<defs>|<defs/>|<g\b")


def dressed(
    svg: bytes,
    said: Mapping[str, str],
    progress: Progress = unheard,
    dois: Collection[str] = (),
) -> bytes:
    """The drawing with its font, its state, and links from those of the DOIs in it, as UTF-8.

    `progress` hears of every face of the font, and may raise Cancelled.
    """
    text = linked(fitted(legible(svg.decode("utf-8"))), dois)
    styles, used = "", list(_used(text))
    for done, (face, signs) in enumerate(used):
        progress(done, len(used))
        styles += _face(face, signs)
    styles += f"svg>g{{font-family:{_listed((fonts.FAMILY, *NEAR))}}}"
    head = f"<style>{styles}</style>\n{_about(said)}\n"
    place = _HEAD.search(text)
    assert place
    return (text[: place.start()] + head + text[place.start() :]).encode("utf-8")


def fitted(text: str) -> str:
    """The families named once, for all, and each text with its length.

    The attribute is for readers that know no such selector: of a list they take the first.
    """
    text = _ROOT.sub(rf'\g<0> font-family="{_listed(NEAR)}"', _FAMILY.sub("", text), count=1)
    return _TEXT.sub(_measured, text)


def linked(text: str, dois: Collection[str]) -> str:
    """The texts that a DOI stands in, on one line or on two, lead to its resolver."""
    found = list(_TEXT.finditer(text))
    leads: dict[int, str] = {}
    for place, part in enumerate(found):
        begun = _DOI.search(unescape(part[2]))
        if begun and begun[0] in dois:
            leads[place] = begun[0]
        elif begun and place + 1 < len(found):
            whole = begun[0] + unescape(found[place + 1][2]).split(" ")[0]
            if whole in dois:
                leads[place] = leads[place + 1] = whole
    for place in sorted(leads, reverse=True):
        part, to = found[place], escape(DOI + quote(leads[place], safe="/:;.()-_<>"))
        text = (
            text[: part.start()] + _element("a", part[0], **{"xlink:href": to}) + text[part.end() :]
        )
    return text


def outlined(svg: bytes, said: Mapping[str, str]) -> bytes:
    """The drawing with its letters as outlines, which look alike in every program, and its state.

    What each line says stands in it as its title.
    """
    text = _TEXT.sub(_outlined, legible(svg.decode("utf-8")))
    place = _HEAD.search(text)
    assert place
    return f"{text[: place.start()]}{_about(said)}\n{text[place.start() :]}".encode()


def _outlined(part: re.Match[str]) -> str:
    size, x, y, fill = (_attribute(part[1], name) for name in ("font-size", "x", "y", "fill"))
    if not part[2].strip() or not size:
        return ""
    weight, style = FACES[_face_of(part[1])]
    font = fonts.font(int(float(size)), QFont.Weight(int(weight)), italic=style == "italic")
    path = QPainterPath()
    path.addText(QPointF(float(x), float(y)), font, unescape(part[2]))
    title = _element("title", part[2].strip())
    outline = _element("path", d=_commands(path))
    return _element("g", title + outline, fill=fill, stroke="none")


def _element(name: str, inner: str = "", **attributes: str) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{inner}</{name}>"


def _attribute(attributes: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return found[1] if found else ""


def _commands(path: QPainterPath) -> str:
    """A path as SVG writes it; of a curve Qt keeps two control points behind its first element."""
    signs = {
        QPainterPath.ElementType.MoveToElement: "M",
        QPainterPath.ElementType.LineToElement: "L",
        QPainterPath.ElementType.CurveToElement: "C",
        QPainterPath.ElementType.CurveToDataElement: "",
    }
    elements = (path.elementAt(place) for place in range(path.elementCount()))
    return " ".join(f"{signs[one.type]}{one.x:.5g},{one.y:.5g}" for one in elements)


def _listed(families: Iterable[str]) -> str:
    return ",".join(f"'{name}'" if " " in name else name for name in families)


def _measured(part: re.Match[str]) -> str:
    """A text that a reader with wider letters squeezes into the room that it has."""
    size = _SIZE.search(part[1])
    if not size or not part[2].strip():
        return part[0]
    long = _metrics(_face_of(part[1]), int(size[1])).horizontalAdvance(unescape(part[2]))
    fitted = f'textLength="{long:.6g}" lengthAdjust="spacingAndGlyphs"'
    return f"<text{part[1].rstrip()} {fitted}>{part[2]}</text>"


@lru_cache(maxsize=64)
def _metrics(face: str, size: int) -> QFontMetricsF:
    weight, style = FACES[face]
    return QFontMetricsF(fonts.font(size, QFont.Weight(int(weight)), italic=style == "italic"))


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
            yield face, "".join(sorted(found[face] | _USUAL))


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
