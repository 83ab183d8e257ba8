"""The elements of a slide's file, made directly: through the library's proxies it takes thrice
as long.

Places are in px of a slide 1280 wide; a px is 1/96 inch. To be imported when slides are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from pptx.oxml import oxml_parser
from pptx.oxml.ns import namespaces, qn
from PySide6.QtCore import QRectF

from nanoexplorer.core.signs import legible
from nanoexplorer.drawing.shapes import SHAPES, Shape

_NAMES: Final = namespaces("a", "p", "r")
EMU: Final = 9525
"""Of a px."""


_DECOR: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECOR_URI: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


Element = Any
"""An element of the file: lxml comes without types."""
Slide = Any
"""The library's own types leave out what a slide can be asked for."""


BOX: Final = 16
"""Units of the side of a shape of `shapes`, each of so many of a path's own."""
_FINE: Final = 1000
_COMMANDS: Final = {"M": ("a:moveTo", 1), "L": ("a:lnTo", 1), "C": ("a:cubicBezTo", 3)}
_FULL_TURN: Final = 21_600_000
"""In 1/60000 of a degree."""


class Pen(NamedTuple):
    """An outline: a `#rrggbb`, a width in px."""

    colour: str
    width: float = 1.0
    dashed: bool = False


def element(tag: str, about: Mapping[str, object] | None = None, *children: Element) -> Element:
    """An element by its prefixed name, with attributes and what is in it."""
    said = {_attribute_name(name): str(value) for name, value in about.items()} if about else None
    made = oxml_parser.makeelement(_full_name(tag), said, _NAMES)
    made.extend(children)
    return made


@cache
def _attribute_name(name: str) -> str:
    return qn(name) if ":" in name else name


@cache
def _full_name(tag: str) -> str:
    return qn(tag)


def emu(px: float) -> int:
    """Px as English metric units, in which a slide measures."""
    return round(px * EMU)


def fill(colour: str) -> Element:
    """A fill of a `#rrggbb`, or none where it is empty."""
    if not colour:
        return element("a:noFill")
    value = colour.removeprefix("#").upper()
    return element("a:solidFill", None, element("a:srgbClr", {"val": value}))


def line(pen: Pen | None) -> Element:
    """The outline of a shape; without a pen none, which is not the theme's."""
    if pen is None:
        return element("a:ln", None, element("a:noFill"))
    made = element("a:ln", {"w": emu(pen.width)}, fill(pen.colour))
    if pen.dashed:
        made.append(element("a:prstDash", {"val": "dash"}))
    return made


def placed(rect: QRectF, inner: bool = False) -> Element:
    """Where a shape is; `inner`: for a group, whose own places are those of the slide."""
    at = {"x": emu(rect.left()), "y": emu(rect.top())}
    size = {"cx": emu(rect.width()), "cy": emu(rect.height())}
    made = element("a:xfrm", None, element("a:off", at), element("a:ext", size))
    if inner:
        made.append(element("a:chOff", at))
        made.append(element("a:chExt", size))
    return made


def shape(
    number: int,
    name: str,
    rect: QRectF,
    geometry: str,
    colour: str,
    pen: Pen | None,
    body: Element = None,
    round_: int | None = None,
) -> Element:
    """A shape; `geometry` is a preset's name, `round_` its corner in 1/100000 of its height."""
    values = element("a:avLst")
    if round_ is not None:
        values.append(element("a:gd", {"name": "adj", "fmla": f"val {round_}"}))
    looks = element(
        "p:spPr",
        None,
        placed(rect),
        element("a:prstGeom", {"prst": geometry}, values),
        fill(colour),
        line(pen),
    )
    own = element("p:cNvPr", {"id": number, "name": legible(name)})
    if body is None:
        own.append(_decorative())
    box = {"txBox": "1"} if body is not None and not colour and pen is None else {}
    about = element("p:nvSpPr", None, own, element("p:cNvSpPr", box), element("p:nvPr"))
    said = () if body is None else (body,)
    return element("p:sp", None, about, looks, *said)


def drawn(number: int, name: str, rect: QRectF, colour: str, form: Shape | None = None) -> Element:
    """A shape of `shapes`, or a form of it, as an outline of its own, filled or as a line."""
    about = form or SHAPES[name]
    scale = rect.width() / BOX
    pen = Pen(colour, about.width * scale, bool(about.dashes)) if about.width else None
    path = element("a:path", {"w": _FINE * BOX, "h": _FINE * BOX}, *_steps(about.outline))
    lists = (element(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
    box = element("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"})
    geometry = element("a:custGeom", None, *lists, box, element("a:pathLst", None, path))
    looks = element(
        "p:spPr", None, placed(rect), geometry, fill("" if about.width else colour), line(pen)
    )
    own = element("p:cNvPr", {"id": number, "name": legible(name)}, _decorative())
    said = element("p:nvSpPr", None, own, element("p:cNvSpPr"), element("p:nvPr"))
    return element("p:sp", None, said, looks)


def _steps(outline: str) -> Iterator[Element]:
    """The steps of an outline, as `shapes` writes them, in the units of a path."""
    words = iter(outline.split())

    def point() -> Element:
        x, y = (round(_FINE * float(next(words))) for _ in "xy")
        return element("a:pt", {"x": x, "y": y})

    for command in words:
        match command:
            case "M" | "L" | "C":
                tag, count = _COMMANDS[command]
                yield element(tag, None, *(point() for _ in range(count)))
            case "O":
                x, y, radius = (round(_FINE * float(next(words))) for _ in "xyr")
                start = element("a:pt", {"x": x + radius, "y": y})
                yield element("a:moveTo", None, start)
                turn = {"wR": radius, "hR": radius, "stAng": 0, "swAng": _FULL_TURN}
                yield element("a:arcTo", turn)
                yield element("a:close")
            case _:
                yield element("a:close")


def _decorative() -> Element:
    """The mark of what says nothing, so that a screen reader passes over it."""
    made = oxml_parser.makeelement(f"{{{_DECOR}}}decorative", {"val": "1"}, {"adec": _DECOR})
    return element("a:extLst", None, element("a:ext", {"uri": _DECOR_URI}, made))


def group(
    number: int, name: str, rect: QRectF, members: Iterable[Element], spoken: str = ""
) -> Element:
    """Shapes that are moved together; `spoken` says what they stand for."""
    own: dict[str, object] = {"id": number, "name": legible(name)}
    if spoken:
        own["descr"] = legible(spoken)
    named = element("p:cNvPr", own)
    about = element("p:nvGrpSpPr", None, named, element("p:cNvGrpSpPr"), element("p:nvPr"))
    looks = element("p:grpSpPr", None, placed(rect, inner=True))
    return element("p:grpSp", None, about, looks, *members)
