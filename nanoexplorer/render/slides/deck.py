"""A presentation of 16:9: its slides, its fonts, its properties, and its bytes.

To be imported when slides are made: it imports what writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Final
from xml.etree import ElementTree

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Emu

from nanoexplorer.core.signs import legible
from nanoexplorer.drawing import fonts
from nanoexplorer.render.reopening.reopen import PPTX_PART, PPTX_PROPERTY
from nanoexplorer.render.slides.xml import Slide, element, emu, fill
from nanoexplorer.words import export as words

WIDTH: Final = 1280
HEIGHT: Final = 720
"""Px of a slide."""
MOST_SIGNS: Final = 255
"""Of a property."""
COMMON: Final = {"en": "en-GB"}
"""A language without a country -> how the spelling of ours is known to programs for slides."""
_TITLE_ONLY: Final = 5
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_ANY_PROGRAM: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_TYPEFACE: Final = re.compile(rb'(<a:latin typeface=")[^"]*(")')


class Deck:
    """Slides on grounds of one colour (`#rrggbb`), in the app's typeface, said in a `language`."""

    def __init__(self, ground: str, language: str) -> None:
        self.ground, self.language = ground, COMMON.get(language, language)
        self._presentation = Presentation()
        self._titles: set[str] = set()
        self._widen()
        self._set_typeface()
        self._set_language()

    def _widen(self) -> None:
        """From the template's 4:3, what masters and layouts hold along with it."""
        presentation = self._presentation
        assert presentation.slide_width
        factor = emu(WIDTH) / presentation.slide_width
        presentation.slide_width, presentation.slide_height = Emu(emu(WIDTH)), Emu(emu(HEIGHT))
        for page in (presentation.slide_master, *presentation.slide_layouts):
            for shape in page.placeholders:
                if shape.element.spPr.xfrm is not None:
                    shape.left = Emu(round(shape.left * factor))
                    shape.width = Emu(round(shape.width * factor))

    def _set_typeface(self) -> None:
        """In the theme, so that no run has to name it."""
        part = self._presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        family = fonts.FAMILY.encode()
        part._blob = _TYPEFACE.sub(rb"\g<1>" + family + rb"\g<2>", part.blob, count=2)

    def _set_language(self) -> None:
        """In all that a slide which somebody adds takes over."""
        presentation = self._presentation
        pages = (presentation, presentation.slide_master, *presentation.slide_layouts)
        for page in (*pages, presentation.notes_master):
            for one in page.element.iter():
                if one.get("lang"):
                    one.set("lang", self.language)

    def __len__(self) -> int:
        return len(self._presentation.slides)

    def add(self) -> Slide:
        """A new slide with nothing on it but its title's box, which is empty."""
        slides = self._presentation.slides
        slide: Slide = slides.add_slide(self._presentation.slide_layouts[_TITLE_ONLY])
        ground = element("p:bgPr", None, fill(self.ground), element("a:effectLst"))
        slide._element.cSld.insert(0, element("p:bg", None, ground))
        return slide

    def unique(self, title: str, places: Iterable[str]) -> str:
        """A title that no slide has yet: it says its place, if that tells it from another."""
        named = (words.TITLE_PAGE.format(title=title, page=place) for place in places)
        found = next((one for one in (title, *named) if one not in self._titles), title)
        self._titles.add(found)
        return found

    def describe(
        self, title: str, subject: str, keywords: Iterable[str], comments: str, author: str
    ) -> None:
        """The properties that a file manager shows; each is cut where it is too long for one."""
        properties = self._presentation.core_properties
        properties.title, properties.subject = _short(title), _short(subject)
        properties.keywords, properties.comments = _as_many(keywords), _short(comments)
        properties.author = properties.last_modified_by = _short(author)
        properties.language = self.language
        properties.created = properties.modified = datetime.now().replace(microsecond=0)

    def keep_state(self, state: str) -> None:
        """Put the state of the view into a property of its own."""
        package = self._presentation.part.package
        part = Part(
            PackURI(f"/{PPTX_PART}"),
            CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
            package,
            _custom_properties(state),
        )
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def content(self) -> bytes:
        """The whole file."""
        written = BytesIO()
        self._presentation.save(written)
        return written.getvalue()


def _short(text: str) -> str:
    said = legible(text)
    return said if len(said) <= MOST_SIGNS else f"{said[: MOST_SIGNS - 1]}…"


def _as_many(keywords: Iterable[str]) -> str:
    """Whole keywords, as many as a property holds."""
    said = ""
    for keyword in keywords:
        longer = f"{said}, {keyword}" if said else keyword
        if len(longer) > MOST_SIGNS:
            break
        said = longer
    return _short(said)


def _custom_properties(state: str) -> bytes:
    root = ElementTree.Element(f"{{{_CUSTOM}}}Properties")
    about = {"fmtid": _ANY_PROGRAM, "pid": "2", "name": PPTX_PROPERTY}
    entry = ElementTree.SubElement(root, f"{{{_CUSTOM}}}property", about)
    ElementTree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = state
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written
