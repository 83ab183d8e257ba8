"""A document as pages: PDF that assistive technology can read, or pictures of the same pages.

Set by Typst from the template in `resources/templates`, which words nothing: everything it says
and every colour goes over as data. Typst is imported when a page is made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeGuard, assert_never

from nanoexplorer.core.signs import legible
from nanoexplorer.documents.blocks import (
    Block,
    CardLine,
    Cell,
    Choices,
    Document,
    Entry,
    Fact,
    Figure,
    Lead,
    Mark,
    Paragraph,
    Phrase,
    Row,
    Section,
    Status,
    Table,
    Tally,
    Weight,
    Words,
    plain,
    said,
)
from nanoexplorer.documents.links import on_paper
from nanoexplorer.documents.practice import CODE
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.looks import TONE, mark_look
from nanoexplorer.drawing.palette import CODE_LIGHT, Theme
from nanoexplorer.drawing.shapes import shape_of
from nanoexplorer.places import resources
from nanoexplorer.render.pictures.qr import QUIET, qr_code
from nanoexplorer.render.rows.columns import PAIR, PAIRS
from nanoexplorer.render.screen.text import BARS
from nanoexplorer.words import common
from nanoexplorer.words import export as words

if TYPE_CHECKING:
    import typst

TEMPLATE: Final = "document.typ"
ELSE: Final = "DejaVu Sans Mono"
"""Comes with Typst, and has signs that the shipped family lacks."""
KEPT: Final = 0.3
"""Of a page: what is longer may be torn."""
MAY_BREAK: Final = "\u200b"
_ENDLESS: Final = re.compile(r"[^\s/-]{25,}")
_PARTS: Final = re.compile(".{1,6}")

Data = dict[str, Any]


class Page(NamedTuple):
    """Of every page in points: its width and height, its edges, and the size of the text.

    `ground`: the role of its colour; bare paper has none.
    """

    width: float
    height: float
    edge: float
    size: float
    ground: str = ""


A4: Final = Page(595.28, 841.89, 42.0, 9.2)


class Foot(NamedTuple):
    """What every page says of itself. `code`: to be scanned beside it, if there is any, and
    `spoken` what it is for.
    """

    lead: str
    lines: tuple[str, ...]
    code: str = ""
    spoken: str = ""


class About(NamedTuple):
    """What the file says of itself to whoever does not open it."""

    description: str
    keywords: tuple[str, ...]
    language: str


def pdf(document: Document, foot: Foot, about: About, theme: Theme, page: Page = A4) -> bytes:
    """The pages as one file, the same bytes for the same document."""
    [made] = _set("pdf", _data(document, foot, about, theme, page))
    return made


def length(document: Document, foot: Foot, about: About, theme: Theme) -> int:
    """How many pages of A4 it takes."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf(document, foot, about, theme))).pages)


def pictures(
    document: Document, foot: Foot, about: About, theme: Theme, page: Page, dpi: int
) -> list[bytes]:
    """The same pages, each as a PNG."""
    return _set("png", _data(document, foot, about, theme, page), dpi)


def _set(kind: Literal["pdf", "png"], data: Data, dpi: int = 72) -> list[bytes]:
    """The shipped fonts alone, unless the words have signs that only the system's fonts know; and
    pages that say no more than that they are tagged where not even those do.
    """
    import typst

    last = len(_TRIES) - 1
    for place, (system, standards) in enumerate(_TRIES):
        try:
            made: Any = typst.compile(
                resources() / "templates" / TEMPLATE,
                format=kind,
                ppi=dpi,
                font_paths=_fonts(system),
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=list(standards) if kind == "pdf" else [],
                timestamp=0,
            )
        except typst.TypstError:
            if place == last:
                raise
            continue
        return made if isinstance(made, list) else [made]
    raise AssertionError


_TRIES: Final[tuple[tuple[bool, tuple[Literal["ua-1"], ...]], ...]] = (
    (False, ("ua-1",)),
    (True, ("ua-1",)),
    (True, ()),
)


@lru_cache(maxsize=2)
def _fonts(system: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system, font_paths=[resources() / "fonts"])


def _data(document: Document, foot: Foot, about: About, theme: Theme, page: Page) -> Data:
    return {
        "title": legible(document.title),
        "heading": _breaking(document.title),
        "subtitle": _breaking(document.subtitle),
        "author": common.APP,
        "description": about.description,
        "keywords": [legible(word) for word in about.keywords],
        "language": about.language,
        "fonts": [fonts.FAMILY, ELSE],
        "colours": {role: theme[role] for role in theme},
        "page": page._asdict(),
        "number": common.AND_ALSO + words.SLIDE_OF,
        "remarks": [_breaking(remark) for remark in (*document.remarks, *document.legend)],
        "foot": {
            "lead": foot.lead,
            "lines": [_breaking(line) for line in foot.lines if line],
            "code": _code(foot.code, foot.spoken) if foot.code else None,
        },
        "sections": list(_Maker(theme, page).sections(document)),
    }


@lru_cache(maxsize=64)
def _code(text: str, spoken: str) -> dict[str, str]:
    """A code to be scanned, with the quiet zone that readers ask for, and what it is for."""
    made = BytesIO()
    qr_code(text).save(made, kind="svg", border=QUIET, light=CODE_LIGHT)
    return {"svg": made.getvalue().decode(), "alt": legible(spoken)}


class _Maker:
    """Turns sections into data; keeps the level of the last heading, as none may be left out."""

    def __init__(self, theme: Theme, page: Page) -> None:
        self._theme = theme
        self._level = 1
        room = (page.width - 2 * page.edge) * page.height
        self._most = int(KEPT * room / (0.7 * page.size**2))

    def sections(self, document: Document) -> Iterator[Data]:
        for place, section in enumerate(on_paper(document.sections, web=True)):
            code = next(filter(_is_code, section.blocks), None)
            first = section.blocks[0] if section.blocks else None
            yield {
                "column": section.column,
                "code": _code(code.data, code.spoken) if code else None,
                "starts": place > 0 and isinstance(first, Lead) and first.level == 0,
                "blocks": list(self._blocks(section)),
            }

    def _blocks(self, section: Section) -> Iterator[Data]:
        if section.heading:
            yield self._heading(section.level, said(section.heading))
        if section.marks:
            yield {"kind": "chips", "marks": [self._mark(mark) for mark in section.marks]}
        for block in section.blocks:
            if not _is_code(block):
                yield self._block(section, block)

    def _block(self, section: Section, block: Block) -> Data:
        match block:
            case Lead():
                level = block.level + 1 if block.level < 2 else section.level + 1
                return self._heading(level, block.said)
            case Paragraph():
                return self._flowing("paragraph", block.said, block.under)
            case Fact():
                widths = PAIRS.get(section.name, PAIR)
                made = self._flowing("fact", block.said, block.under)
                return {**made, "name": _phrase(block.name), "widths": widths}
            case Entry():
                bar, ground = BARS[block.kind]
                made = self._flowing("entry", block.said, block.under)
                return {**made, "bar": bar, "ground": ground}
            case Status():
                return {
                    **self._flowing("status", block.said, block.under),
                    "mark": self._mark(block.mark),
                }
            case CardLine():
                return self._card(block)
            case Tally():
                return self._flowing("paragraph", block.phrase, ())
            case Choices():
                return {"kind": "choices", "options": block.options, "across": block.across}
            case Table():
                return {
                    "kind": "table",
                    "heads": block.heads,
                    "widths": block.widths,
                    "rows": [self._row(row) for row in block.rows],
                }
            case Figure():
                return {"kind": "figure", "svg": block.data, "alt": legible(block.spoken)}
            case _:
                assert_never(block)

    def _card(self, block: CardLine) -> Data:
        """A card in one line: its name, its reasons, what they rest on, its statuses."""
        line = [Words(block.title)]
        for place, piece in enumerate(block.pieces):
            before = common.AND_ALSO if place and piece.weight is Weight.LEAD else "  "
            line.append(Words(before, "muted", minor=True))
            for w in piece.said:
                line.append(Words(w.text, w.tone or "muted", slanted=w.slanted, minor=True))
        return {"kind": "card", **self._cell(Cell(tuple(line), block.chips))}

    def _heading(self, wanted: int, phrase: Phrase) -> Data:
        self._level = min(wanted, self._level + 1)
        return {"kind": "heading", "level": self._level, "said": _phrase(phrase)}

    def _flowing(self, kind: str, first: Phrase, under: Iterable[Phrase]) -> Data:
        lines = [line for line in (first, *under) if line]
        whole = sum(len(plain(line)) for line in lines) < self._most
        return {"kind": kind, "lines": [_phrase(line) for line in lines], "whole": whole}

    def _row(self, row: Row) -> Data:
        longest = max((len(plain(cell.said)) for cell in row.cells), default=0)
        cells = [self._cell(cell) for cell in row.cells]
        return {"lead": row.lead, "cells": cells, "whole": longest * len(cells) < self._most}

    def _cell(self, cell: Cell) -> Data:
        return {"said": _phrase(cell.said), "marks": [self._mark(mark) for mark in cell.marks]}

    def _mark(self, mark: Mark) -> Data:
        """A chip as on screen."""
        look = mark_look(mark)
        colours = self._theme.status(mark.role, hollow=not mark.filled)
        return {
            **colours._asdict(),
            "label": _breaking(mark.label),
            "dashed": look.dashed,
            "glyph": shape_of(mark.glyph, hollow=look.outlined)._asdict(),
            "sign": common.DISPUTED_SIGN if mark.disputed else "",
            "disputed": common.DISPUTED,
        }


def _is_code(block: Block) -> TypeGuard[Figure]:
    """Whether it is to be scanned, and so stands beside the rest."""
    return isinstance(block, Figure) and block.name == CODE


def _phrase(phrase: Phrase) -> list[Data]:
    return [_words(part) for part in phrase if part.text]


def _breaking(text: str) -> str:
    """Words that a page can show, and break where one is longer than any line."""
    return _ENDLESS.sub(lambda found: MAY_BREAK.join(_PARTS.findall(found[0])), legible(text))


def _words(part: Words) -> Data:
    """Only what differs from plain words goes over."""
    made: Data = {"text": legible(part.text) if part.to else _breaking(part.text)}
    if part.tone:
        made["role"] = TONE[part.tone]
    styles = ("strong", "slanted", "minor", "to")
    return made | {style: getattr(part, style) for style in styles if getattr(part, style)}
