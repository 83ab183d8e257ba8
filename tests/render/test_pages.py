"""Pages that are read out, followed and found: tags, bookmarks, links, and plain letters."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.teaching.practice import Answered, Given
from nanoexplorer.core.teaching.questions import Setup, draw_questions
from nanoexplorer.documents.blocks import (
    Cell,
    Document,
    Entry,
    Fact,
    Lead,
    Mark,
    Paragraph,
    Row,
    Section,
    Table,
    said,
)
from nanoexplorer.documents.links import WEB
from nanoexplorer.drawing.palette import STATUS_ROLES
from nanoexplorer.drawing.shapes import GLYPHS
from nanoexplorer.render.pages.pages import A4, About, Foot, Page, pdf, pictures
from nanoexplorer.render.pages.questions import write_questions, write_round
from nanoexplorer.words import common
from tests.drawing.drawing import theme
from tests.render.jobs import SHORT, job, write_handout, write_pdf
from tests.render.renderings import bundled

FOOT = Foot("Not for use.", ("Sources: none.", "Profile: none"), "NX-C0P", "A code")
ABOUT = About("What it is", ("NX-C0P",), "en")
SETUP = Setup((), 4, 4711)


def document(*sections: Section) -> Document:
    return Document("any", "A title", "below it", sections)


def made(*sections: Section, page: Page = A4) -> PdfReader:
    return PdfReader(BytesIO(pdf(document(*sections), FOOT, ABOUT, theme(), page)))


def errors(path: Path) -> list[str]:
    """What a checker of PDF/UA-1 and WCAG finds wrong; it crashed on nothing."""
    from outloud import check

    result = check(str(path))
    assert not result.error
    assert [run.rule for run in result.runs if run.status == "crashed"] == []
    return [str(found) for found in result.findings if found.severity != "info"]


def written(name: str, folder: Path) -> tuple[Path, ...]:
    """A file of each kind of pages."""
    path = folder / "a.pdf"
    whole = replace(job(selection="liposomal-doxorubicin"), whole=True)
    asked = draw_questions(bundled(), SETUP)
    given = Given(next(iter(Verdict)), bundled().statuses[0].id)
    makers: dict[str, Callable[[], object]] = {
        "in brief": lambda: write_handout(job(), path),
        "handout": lambda: write_handout(whole, path),
        "questions": lambda: write_questions(bundled(), SETUP, "apart", theme(), path),
        "summary": lambda: write_round(
            bundled(), SETUP, [Answered(one, given) for one in asked], theme(), path
        ),
    }
    makers.get(name, lambda: write_pdf(job(name), path))()
    return tuple(sorted(folder.glob("*.pdf")))


@pytest.mark.parametrize("name", ["in brief", "handout", "questions", "summary", *SHORT])
def test_everything_can_be_read_out(app: QApplication, tmp_path: Path, name: str) -> None:
    for path in written(name, tmp_path):
        assert errors(path) == []
        assert PdfReader(path).pdf_header == "%PDF-1.7"  # which knows tags
        root = PdfReader(path).trailer["/Root"]
        assert root["/Lang"] == bundled().language  # type: ignore[index]
        assert b"pdfuaid" in root["/Metadata"].get_object().get_data()  # type: ignore[index]


def alternatives(element: Any) -> Iterator[str]:
    """What stands instead of each figure, in the tree of tags."""
    found = element.get_object()
    if isinstance(found, list):
        for one in found:
            yield from alternatives(one)
    elif isinstance(found, dict):
        if "/Alt" in found:
            yield str(found["/Alt"])
        if "/K" in found:
            yield from alternatives(found["/K"])


def test_a_code_to_be_scanned_says_what_it_is_for(app: QApplication) -> None:
    root: Any = made(Section("one", "", (Paragraph(said("text")),))).trailer["/Root"]
    assert "A code" in set(alternatives(root["/StructTreeRoot"]))


def titles(outline: list[Any]) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from titles(one)
        else:
            yield str(one.title)


def test_headings_are_bookmarks(app: QApplication) -> None:
    reader = made(
        Section("one", "First", (Paragraph(said("text")), Lead(said("Within")))),
        Section("two", "Deep", (), level=5),
        Section("three", "Last", ()),
    )
    assert list(titles(reader.outline)) == ["A title", "First", "Within", "Deep", "Last"]


def test_no_level_of_headings_is_left_out(app: QApplication) -> None:
    """What stands too deep stands one below what is above it."""
    reader = made(Section("deep", "Deep", (Lead(said("Deeper")),), level=5))
    outline: Any = reader.outline
    deep, [deeper] = outline[1]
    assert (deep.title, deeper.title) == ("Deep", "Deeper")


def test_where_a_reference_is_found_is_a_link(app: QApplication, tmp_path: Path) -> None:
    [path] = written("handout", tmp_path)
    links = [
        note.get_object()["/A"]["/URI"]
        for page in PdfReader(path).pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert all(link.startswith(WEB) for link in links)
    shown = [r for r in bundled().references if f"https://doi.org/{r.doi}" in links]
    assert len(shown) > 20


def test_letters_stay_letters(app: QApplication, tmp_path: Path) -> None:
    """Whoever searches for “no effect” finds it."""
    for name in ("handout", *SHORT):
        folder = tmp_path / name
        folder.mkdir()
        [path] = written(name, folder)
        text = "".join(page.extract_text() for page in PdfReader(path).pages)
        assert not set(text) & {chr(code) for code in range(0xFB00, 0xFB07)}
        if name == "handout":
            assert "no effect" in " ".join(text.split())


def test_every_page_has_its_foot_and_number_and_the_first_is_read_out(app: QApplication) -> None:
    many = tuple(Paragraph(said(f"Line {number}.")) for number in range(200))
    reader = made(Section("one", "", many))
    count = len(reader.pages)
    assert count > 2
    for number, page in enumerate(reader.pages, 1):
        text = " ".join(page.extract_text().split())
        assert f"Not for use. Sources: none. Profile: none · {number} of {count}" in text
        drawn = page.get_contents().get_data()  # type: ignore[union-attr]
        assert (b"Pagination>>BDC\nEMC" in drawn) == (number == 1)  # empty there: it is text


def test_a_foot_takes_the_room_that_it_needs(app: QApplication) -> None:
    long = FOOT._replace(lines=("A word of many. " * 100, "The end."))
    many = tuple(Paragraph(said(f"Line {number}.")) for number in range(100))
    [first, *_] = pictures(document(Section("one", "", many)), long, ABOUT, theme(), A4, 36)
    blank = QImage.fromData(first)
    side = [blank.pixelColor(4, y) for y in range(blank.height())]
    assert {colour.name() for colour in side} == {"#ffffff"}
    bottom = [blank.pixelColor(x, blank.height() - 4).name() for x in range(blank.width())]
    assert set(bottom) == {"#ffffff"}


@pytest.mark.parametrize("page", [A4, Page(960, 540, 42, 12.75)])
def test_what_belongs_together_is_not_torn_and_what_is_long_is_not_lost(
    app: QApplication, page: Page
) -> None:
    entries = tuple(
        Entry("statement", said(f"Begin{n} " + "word " * 40 + f"End{n}"), (said(f"Under{n}"),))
        for n in range(40)
    )
    long = Entry("note", said("LongBegin " + "word " * 4000 + "LongEnd"))
    row = Row((Cell(said("RowBegin " + "word " * 3000 + "RowEnd")),))
    fact = Fact(said("Name"), said("FactBegin " + "word " * 2000 + "FactEnd"))
    table = Table((), (1.0,), (row,))
    reader = made(Section("one", "Heading", (*entries, long, table, fact)), page=page)
    texts = [page.extract_text() for page in reader.pages]
    for n in range(40):
        [place] = [i for i, text in enumerate(texts) if f"Begin{n} " in text]
        assert f"End{n}" in texts[place]
        assert f"Under{n}" in texts[place]
    whole = "".join(texts)
    assert all(end in whole for end in ("LongEnd", "RowEnd", "FactEnd"))
    assert whole.count("word") == 40 * 40 + 4000 + 3000 + 2000


def test_a_word_that_is_longer_than_any_line_stays_on_the_page(app: QApplication) -> None:
    import pymupdf

    long = "W" * 300
    row = Row(tuple(Cell(said(long)) for _ in range(5)))
    table = Table(("a", "b", "c", "d", "e"), (0.2,) * 5, (row,))
    said_so = (Paragraph(said(long)), Fact(said(long), said(long)), table)
    content = pdf(document(Section("one", long, said_so)), FOOT, ABOUT, theme())
    opened: Any = pymupdf
    for page in opened.open("pdf", content):
        for left, top, right, bottom, *_ in page.get_text("words"):
            assert 0 <= left < right <= page.rect.width
            assert 0 <= top < bottom <= page.rect.height


def test_what_sets_pages_is_imported_when_a_page_is_made() -> None:
    code = "import sys, nanoexplorer.app.controller, nanoexplorer.render.pages.pdf\n"
    code += "print('typst' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"


def test_no_page_ends_with_a_heading(app: QApplication) -> None:
    sections = tuple(
        Section("one", f"Heading{n}", (Lead(said(f"Lead{n}")), Paragraph(said(f"Text{n}. " * 60))))
        for n in range(40)
    )
    texts = [page.extract_text() for page in made(*sections).pages]
    for n in range(40):
        [place] = [i for i, text in enumerate(texts) if f"Heading{n}\n" in text]
        assert f"Lead{n}\n" in texts[place]
        assert f"Text{n}." in texts[place]


def test_what_is_said_is_never_taken_for_markup(app: QApplication) -> None:
    hostile = '#panic("x") *bold* _it_ $x$ `c` <label> @ref = no // \\ #import "@preview/x:1.0.0"'
    reader = made(Section("one", hostile, (Paragraph(said(hostile)),)))
    assert reader.pages[0].extract_text().count(hostile) == 2


def test_every_glyph_is_drawn_filled_and_hollow_and_none_like_another(app: QApplication) -> None:
    roles = STATUS_ROLES[0]
    drawn = set()
    for filled in (True, False):
        for glyph in GLYPHS:
            mark = Mark("status", glyph, roles, filled)
            line = Table((), (1.0,), (Row((Cell((), (mark,)),)),))
            [page] = pictures(document(Section("one", "", (line,))), FOOT, ABOUT, theme(), A4, 144)
            drawn.add(page)
    assert len(drawn) == 2 * len(GLYPHS)


def test_the_mark_of_a_disputed_status_stands_beside_it(app: QApplication) -> None:
    mark = Mark("status", "disc", STATUS_ROLES[0], True, disputed="a note")
    reader = made(Section("one", "Named", (), marks=(mark,)))
    assert f"status {common.DISPUTED_SIGN}" in " ".join(reader.pages[0].extract_text().split())
