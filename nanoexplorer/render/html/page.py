"""A document as a web page: one file, readable without a script, which asks nobody for anything.

The template in `resources/templates` words nothing and escapes all that it is handed; a policy in
the page forbids every request. Jinja2 is imported when a page is made.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache, partial
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSizeF

from nanoexplorer import __version__, views
from nanoexplorer.core.signs import legible
from nanoexplorer.documents import evidence
from nanoexplorer.documents.blocks import CardLine, Document, Figure, Lead, Mark, Words, filled
from nanoexplorer.documents.handout import handout
from nanoexplorer.documents.links import REFERENCE, STRATEGY, is_web, on_paper
from nanoexplorer.drawing.looks import SIGN, mark_look
from nanoexplorer.drawing.palette import Theme, for_paper, shipped_theme
from nanoexplorer.drawing.shapes import MARKS, shape_of
from nanoexplorer.formats.view import state_json
from nanoexplorer.places import resources
from nanoexplorer.render.html.answers import answering
from nanoexplorer.render.job import Job, Progress
from nanoexplorer.render.pictures.sheet import rendering_of
from nanoexplorer.render.pictures.svg_dress import fitted
from nanoexplorer.render.pictures.vector import drawn
from nanoexplorer.render.provenance import keys_line, provenance_of
from nanoexplorer.render.reopening.reopen import SVG_TAG
from nanoexplorer.render.rows.render_view import picture
from nanoexplorer.words import common
from nanoexplorer.words import export as words

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE: Final = "document.html"
STYLE: Final = "document.css"
REFERENCES: Final = "references"
CASE: Final = "case"
"""The name of the section that each of several cases begins with."""
LEAST_WIDTH, LEAST_HEIGHT = 1280.0, 800.0
"""Px of a figure, which shrinks to the width of the page."""
ANSWERING: Final = "strategies"
"""The view whose page answers for every other profile too."""
_CIRCLE: Final = re.compile(r"O (\S+) (\S+) (\S+)")
_DRAWING: Final = re.compile(r"<svg\b[^>]*>(?P<inner>.*)</svg>", re.DOTALL)
_TITLES: Final = re.compile(r"<title>.*?</title>\s*|<desc>.*?</desc>\s*", re.DOTALL)

Data = dict[str, Any]


def make_html(job: Job, progress: Progress) -> bytes:
    """A view as a page. Raises ExportError and Cancelled."""
    progress(0, 1)
    rendering = rendering_of(job)  # refuses a view that has nothing to show
    row = views.BY_NAME[job.view]
    made: Document = views.load(row.document)(job.pack, job.screen)
    document = made._replace(
        title=rendering.title, subtitle=rendering.subtitle, remarks=rendering.remarks
    )
    return page_of(job, document).encode()


def make_handout(job: Job, progress: Progress) -> bytes:
    """The handout as a page. Raises ExportError and Cancelled."""
    progress(0, 1)
    rendering_of(job)
    return page_of(job, handout(job.pack, job.screen, whole=job.whole)).encode()


def page_of(job: Job, document: Document) -> str:
    """The page of a document, with the references that it cites at its end."""
    if not any(section.name == REFERENCES for section in document.sections):
        cited = filled(evidence.references(job.pack, document.keys))
        document = document._replace(sections=(*document.sections, *cited))
    provenance = provenance_of(job)._replace(keys=keys_line(job.pack, document.keys))
    return _filled(
        document,
        _sections(job.theme, document),
        provenance.lines,
        job.pack.language,
        code=words.PAGE_CODE.format(code=provenance.case_code),
        state=_state(job),
        answers=_answers(job, document),
    )


def plain_page(document: Document, lines: Sequence[str], language: str, theme: Theme) -> str:
    """The page of a document that is of no profile; `lines`: where it comes from."""
    return _filled(document, _sections(theme, document), lines, language)


def _filled(
    document: Document,
    sections: list[Data],
    lines: Sequence[str],
    language: str,
    *,
    code: str = "",
    state: object = "",
    answers: Data | None = None,
) -> str:
    return filled_in(
        TEMPLATE,
        language,
        style_sheet(),
        document=document,
        sections=sections,
        cases=[found for found in sections if found["name"] == CASE],
        provenance=lines,
        code=code,
        words=words,
        anchor=partial(_anchor, _places(document)),
        disputed=(common.DISPUTED_SIGN, common.DISPUTED),
        state=state,
        answers=answers,
    )


def filled_in(template: str, language: str, style: str, **about: object) -> str:
    """A template with `about` and what every page says of itself, in a style that it allows."""
    from markupsafe import Markup

    made: str = (
        _environment()
        .get_template(template)
        .render(
            lead=common.DISCLAIMER_LEAD,
            rest=common.disclaimer_rest(),
            language=language,
            generator=f"{common.APP} {__version__}",
            style=Markup(style),
            style_hash=policy_hash(style),
            **about,
        )
    )
    return made


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """What fills in the templates of pages: escaped, and without signs that no XML holds."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda found: legible(found) if type(found) is str else found,
    )
    made.filters["glyph"] = _glyph
    return made


def _state(job: Job) -> Any:  # noqa: ANN401  # Jinja2's own text, safe as it is
    """What reopens the view, as it stands in a drawing too."""
    from markupsafe import Markup

    said = escape(state_json(job.pack, job.intent, job.view), quote=False)
    return Markup(f"<template><{SVG_TAG}>{said}</{SVG_TAG}></template>")


def _sections(theme: Theme, document: Document) -> list[Data]:
    """Each section with its blocks by kind; no heading is more than one level below the last."""
    level, found = 1, []
    known = _places(document)
    named: set[str] = set()
    for place, section in enumerate(on_paper(document.sections, web=True, also=known)):
        if section.heading:
            level = min(max(2, section.level), level + 1)
        found.append(
            {
                "id": f"section-{place}",
                "name": section.name,
                "heading": section.heading,
                "level": level,
                "marks": section.marks,
                "column": section.column,
                "refers": section.name == REFERENCES,
                "blocks": [_block(theme, block, level, named) for block in section.blocks],
            }
        )
    return found


def _places(document: Document) -> frozenset[str]:
    """What the page has a place for: references, and strategies that have a card."""
    strategies = (block.ids[0] for block in document.blocks if isinstance(block, CardLine))
    return frozenset(
        (
            *(f"{REFERENCE}{key}" for key in document.keys),
            *(f"{STRATEGY}{id_}" for id_ in strategies),
        )
    )


def _block(
    theme: Theme,
    block: Any,  # noqa: ANN401  # any block
    level: int,
    named: set[str],
) -> Data:
    """A block and what its kind asks for; `named`: the strategies that have a place already."""
    made: Data = {"kind": type(block).__name__.lower(), "it": block}
    if isinstance(block, Lead):
        made["level"] = min(6, level + 1)
    if isinstance(block, Figure):
        made["svg"] = _figure(theme, block)
    if made["kind"] == "cardline":
        made["signs"] = [SIGN[piece.mark].mark if piece.mark else "" for piece in block.pieces]
        made["level"] = min(6, level + 2)
        made["anchor"] = "" if block.ids[0] in named else f"strategy-{block.ids[0]}"
        named.add(block.ids[0])
    return made


def _figure(theme: Theme, figure: Figure) -> Data:
    """A drawing for the page: its view box and what is drawn, text as text, on a light ground in a
    dark page too.
    """
    from markupsafe import Markup

    shown = picture(figure, for_paper(theme))
    least = shown.least
    size = QSizeF(max(LEAST_WIDTH, least.width()), max(LEAST_HEIGHT, least.height()))
    found = _DRAWING.search(fitted(legible(drawn(shown.draw, size))))
    assert found
    inner = _TITLES.sub("", found["inner"])
    return {"box": f"0 0 {size.width():g} {size.height():g}", "drawn": Markup(inner)}


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """The style sheet with the colours of both themes."""
    light, dark = (
        ";".join(f"--{role}:{theme[role]}" for role in sorted(theme))
        for theme in map(shipped_theme, ("light", "dark"))
    )
    made: str = _environment().get_template(STYLE).render(light=light, dark=dark)
    return made


def _answers(job: Job, document: Document) -> Data | None:
    """What the page of the strategies has for every other profile."""
    if document.view != ANSWERING:
        return None
    found = answering(job.pack, job.intent.profile)
    return found and {**found, "script_hash": policy_hash(found["script"])}


def policy_hash(text: str) -> str:
    """As a policy names what may stand in a page."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _anchor(places: frozenset[str], said: Words) -> str:
    """Where words lead: the web, or a place of this page; nowhere where it has none for it."""
    if is_web(said.to):
        return said.to
    return f"#{said.to.replace(':', '-')}" if said.to in places else ""


def _glyph(named: Mark | str) -> Data:
    """A status's glyph or a mark as a path and how it is drawn, for a box of 16 × 16."""
    if isinstance(named, str):
        shape = MARKS[named]
    else:
        shape = shape_of(named.glyph, hollow=mark_look(named).outlined)
    return {
        "outline": _CIRCLE.sub(_round, shape.outline),
        "width": shape.width,
        "dashes": " ".join(str(dash * shape.width) for dash in shape.dashes),
    }


def _round(found: re.Match[str]) -> str:
    """A circle as two arcs of a path."""
    x, y, radius = (float(part) for part in found.groups())
    return (
        f"M {x - radius:g} {y:g} a {radius:g} {radius:g} 0 1 0 {2 * radius:g} 0"
        f" a {radius:g} {radius:g} 0 1 0 {-2 * radius:g} 0 Z"
    )
