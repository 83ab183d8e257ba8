"""The words of a slide as elements of its file: their look, their language, and where they lead.

To be imported when slides are made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import oxml_parser

from nanoexplorer.core.signs import legible
from nanoexplorer.documents.links import DOI
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.rows.rendering import Span
from nanoexplorer.render.rows.wrapping import LEADING, Sizes, paragraphs
from nanoexplorer.render.slides.xml import Element, element, emu, fill

_POINTS: Final = 75
"""Hundredths of a point in a px."""
_DOI: Final = "doi:"
_ADDRESS: Final = "%:/?#[]@!$&'()*+,;=-._~"
"""What an address may hold beside letters and digits; what is escaped already stays so."""
_COLOUR: Final = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
_COLOUR_URI: Final = "{A12FA001-AC4F-418D-AE19-62706E023703}"


class Voice(NamedTuple):
    """The language of what is said, and the slide, or its notes, that it is said on."""

    language: str
    part: Any

    def link(self, address: str) -> str:
        """The name by which the slide knows an address in the web."""
        kind = RELATIONSHIP_TYPE.HYPERLINK
        made: str = self.part.relate_to(quote(address, safe=_ADDRESS), kind, is_external=True)
        return made


def text_body(
    spans: Iterable[Span],
    theme: Theme,
    sizes: Sizes,
    voice: Voice,
    *,
    tag: str = "p:txBody",
    anchor: str = "t",
    indent: float = 0.0,
    wraps: bool = True,
    ink: str = "",
    centred: bool = False,
) -> Element:
    """Words in a box that neither grows nor shrinks, lines exactly as high as they were measured.

    Colours come from the spans' roles, or are all `ink`. `indent`: px at the left.
    """
    about: dict[str, object] = {
        "wrap": "square" if wraps else "none",
        "lIns": emu(indent),
        "tIns": 0,
        "rIns": 0,
        "bIns": 0,
        "anchor": anchor,
    }
    made = element(tag, None, element("a:bodyPr", about, element("a:noAutofit")))
    made.append(element("a:lstStyle"))
    for paragraph in paragraphs(spans):
        runs = (
            _run(span, sizes, ink or theme[span.role], voice) for span in paragraph if span.text
        )
        made.append(_paragraph(paragraph, sizes, "ctr" if centred else "l", runs))
    return made


def _paragraph(spans: list[Span], sizes: Sizes, align: str, runs: Iterable[Element]) -> Element:
    tallest = max(map(sizes.of, spans), default=sizes.body)
    height = element("a:spcPts", {"val": round(tallest * LEADING * _POINTS)})
    nothing = element("a:spcBef", None, element("a:spcPts", {"val": 0}))
    looks = element("a:pPr", {"algn": align, "marL": 0, "indent": 0})
    looks.append(element("a:lnSpc", None, height))
    looks.append(nothing)
    looks.append(element("a:buNone"))
    return element("a:p", None, looks, *runs)


def _run(span: Span, sizes: Sizes, ink: str, voice: Voice) -> Element:
    about: dict[str, object] = {"lang": voice.language, "sz": round(sizes.of(span) * _POINTS)}
    about["b"], about["i"] = int(span.bold), int(span.italic)
    looks = element("a:rPr", about, fill(ink))
    if span.to:
        looks.append(_link(span.to, voice))
    return _said(looks, legible(span.text))


def _said(looks: Element, text: str) -> Element:
    words = element("a:t")
    words.text = text
    return element("a:r", None, looks, words)


def _link(address: str, voice: Voice) -> Element:
    """What words lead to; they keep their own colour, which suits the ground."""
    about = {"val": "tx"}
    own = oxml_parser.makeelement(f"{{{_COLOUR}}}hlinkClr", about, {"ahyp": _COLOUR})
    more = element("a:extLst", None, element("a:ext", {"uri": _COLOUR_URI}, own))
    return element("a:hlinkClick", {"r:id": voice.link(address)}, more)


def note(line: str, voice: Voice, dois: Collection[str]) -> Element:
    """A line of the notes; the DOI at its end, if it is one of these, leads to its resolver."""
    head, sign, doi = line.rpartition(_DOI)
    parts = ((head, ""), (sign + doi, DOI + doi)) if doi in dois else ((line, ""),)
    return element("a:p", None, *(_note_run(text, to, voice) for text, to in parts if text))


def _note_run(text: str, to: str, voice: Voice) -> Element:
    looks = element("a:rPr", {"lang": voice.language})
    if to:
        looks.append(element("a:hlinkClick", {"r:id": voice.link(to)}))
    return _said(looks, text)
