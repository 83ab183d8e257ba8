"""A view as a PDF: real text that can be read out, the foot on every page, and its state in it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from nanoexplorer.formats.view import intent_of
from nanoexplorer.render.job import Cancelled, Job
from nanoexplorer.render.provenance import provenance_of
from nanoexplorer.render.reopening.reopen import read_state
from nanoexplorer.words import common
from tests.render.jobs import DRAWN, SHORT, VIEWS, job, write_handout, write_pdf
from tests.render.renderings import bundled


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("view", SHORT)
def test_pages_have_real_text_in_fonts_of_their_own(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    made = job(view, (1280, 720))
    [path] = write_pdf(made, tmp_path / "a.pdf")
    reader = PdfReader(path)
    for page in reader.pages:
        assert (page.mediabox.width, page.mediabox.height) == (960, 540)
        text = packed(page.extract_text())
        assert packed(common.DISCLAIMER_LEAD) in text
        assert provenance_of(made).case_code in text
        ours = page["/Resources"]["/Font"]  # type: ignore[index]
        named = [str(font.get_object()["/BaseFont"]) for font in ours.values()]
        assert all("SourceSansPro" in name or "DejaVu" in name for name in named)
        assert not page.images


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_says_all_that_the_view_shows(app: QApplication, tmp_path: Path, view: str) -> None:
    made = job(view)
    [path] = write_pdf(made, tmp_path / "a.pdf")
    found = packed("".join(page.extract_text() for page in PdfReader(path).pages))
    provenance = provenance_of(made)
    said = (made.rendering.title, made.rendering.subtitle, *made.rendering.remarks)
    for part in (
        *said,
        provenance.disclaimer,
        provenance.sources,
        *provenance.reach,
        provenance.profile,
    ):
        assert packed(part) in found
    if view in DRAWN:
        assert packed(provenance.inside) in found


@pytest.mark.parametrize("view", DRAWN)
def test_a_drawing_is_said_in_words_too(app: QApplication, tmp_path: Path, view: str) -> None:
    made = job(view)
    [path] = write_pdf(made, tmp_path / "a.pdf")
    spoken = getattr(made.rendering.body, "spoken", "")
    assert spoken
    figures = [found for found in elements(path) if found.get("/S") == "/Figure"]
    assert spoken in [str(found.get("/Alt")) for found in figures]


def elements(path: Path) -> list[dict[str, object]]:
    """All that is tagged, from the top down."""
    found, waiting = [], [PdfReader(path).trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            found.append(one)
            waiting += [one["/K"]] if "/K" in one else []
    return found


@pytest.mark.parametrize("view", SHORT)
def test_pages_reopen_the_view_they_show(app: QApplication, tmp_path: Path, view: str) -> None:
    made = job(view)
    [path] = write_pdf(made, tmp_path / "a.pdf")
    intent, found, version = intent_of(bundled(), read_state(path))
    assert (found, version) == (view, bundled().version)
    assert replace(intent, options=()) == made.intent
    assert Job(made.pack, intent, made.theme, view).rendering.title == made.rendering.title


def test_a_long_list_flows_over_pages(app: QApplication, tmp_path: Path) -> None:
    [path] = write_pdf(job("strategies", (1280, 720)), tmp_path / "a.pdf")
    pages = PdfReader(path).pages
    assert len(pages) > 1
    last = f"{len(pages)} of {len(pages)}"
    assert packed(last) in packed(pages[-1].extract_text())


def test_a_size_gives_the_page_its_aspect(app: QApplication, tmp_path: Path) -> None:
    for view, size in (("references", (1000, 1000)), ("evidence-map", (2000, 500))):
        [path] = write_pdf(job(view, size), tmp_path / f"{view}.pdf")
        box = PdfReader(path).pages[0].mediabox
        assert float(box.width / box.height) == pytest.approx(size[0] / size[1], rel=0.01)
        assert box.width >= 960


def test_pages_say_in_their_properties_what_they_are(app: QApplication, tmp_path: Path) -> None:
    made = job("decision-map")
    [path] = write_pdf(made, tmp_path / "a.pdf")
    about = PdfReader(path).metadata
    assert about is not None
    assert about.title == made.rendering.title
    assert about.subject == common.disclaimer()
    assert provenance_of(made).case_code in str(about["/Keywords"])


def test_a_dark_view_is_a_dark_page(app: QApplication, tmp_path: Path) -> None:
    contents = []
    for colours in ("light", "dark"):
        [path] = write_pdf(job("card", colours=colours), tmp_path / f"{colours}.pdf")
        content = PdfReader(path).pages[0].get_contents()
        assert content is not None
        contents.append(content.get_data())
    assert contents[0] != contents[1]


def test_the_same_view_is_the_same_file(app: QApplication, tmp_path: Path) -> None:
    for write in (write_pdf, write_handout):
        for name in "ab":
            write(job("strategies"), tmp_path / f"{name}.pdf")
        assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_cancelled_file_leaves_the_old_one(app: QApplication, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise Cancelled

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_pdf(job("strategies", (1280, 720), progress=stop), path)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_signs_that_no_font_has_stop_no_export(app: QApplication, tmp_path: Path) -> None:
    made = job("strategies")
    typed = replace(made, intent=replace(made.intent, search="dend\x01ri\ufffem 樹"))
    [path] = write_pdf(typed, tmp_path / "a.pdf")
    text = packed("".join(page.extract_text() for page in PdfReader(path).pages))
    assert "“dendrim" in text
    assert intent_of(bundled(), read_state(path))[0].search == typed.intent.search
