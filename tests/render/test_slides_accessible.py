"""Slides for who hears them: what is shown in words, in which language, and where links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from PySide6.QtWidgets import QApplication

from nanoexplorer.documents.links import DOI
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import write_deck
from nanoexplorer.views import NAMES
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from tests.packs import mini_pack
from tests.render.jobs import write_slides
from tests.render.renderings import bundled
from tests.render.views import view_job

SHOWN = (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.TABLE)
SLOPPY = re.compile(r"\.\.|\s\.|  |\.(png|jpe?g|svg)\b|^\s|\s$", re.IGNORECASE)
DOI_SAID = re.compile(r"doi:(\S+)")


def opened(job: Job, folder: Path) -> Any:
    write_slides(job, folder / "a.pptx")
    return Presentation(str(folder / "a.pptx"))


def each(shapes: Any) -> Iterator[Any]:
    """Every shape, those in groups and the groups themselves too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from each(shape.shapes)


def spoken(shape: Any) -> str:
    said: str = shape._element.xpath("./*[1]/p:cNvPr")[0].get("descr", "")
    return said


def runs(element: Any) -> list[Any]:
    found: list[Any] = element.xpath(".//a:r")
    return found


def faults(path: Path) -> list[str]:
    """What a validator of Office files finds in one."""
    return [str(error) for error in validate_pptx(path).errors]


def links(page: Any) -> dict[str, str]:
    """The words of each link of a slide, or of its notes, and where they lead."""
    found: dict[str, str] = {}
    for run in runs(page._element):
        for link in run.xpath("./a:rPr/a:hlinkClick/@r:id"):
            found[run.xpath("string(a:t)")] = page.part.rels[link].target_ref
    return found


@pytest.mark.parametrize("view", NAMES)
def test_whatever_is_no_text_says_what_it_shows(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    for slide in opened(view_job(view, bundled()), tmp_path).slides:
        shown = [shape for shape in each(slide.shapes) if shape.shape_type in SHOWN]
        assert shown
        assert [shape.name for shape in shown if not spoken(shape)] == []
        assert [spoken(s) for s in shown if SLOPPY.search(spoken(s))] == []


def test_a_status_says_that_it_is_one_and_what_a_note_does_to_it(
    app: QApplication, tmp_path: Path
) -> None:
    job = view_job("card", bundled(), selection="liposomal-doxorubicin")
    [first, *_] = opened(job, tmp_path).slides
    told = [spoken(shape) for shape in each(first.shapes)]
    [status] = [s for s in job.screen.inspector.card.statuses if s.disputes]  # type: ignore[union-attr]
    label = status.status.label
    assert any(
        t.startswith(words.SHAPE_STATUS.format(status=label)) and common.DISPUTED in t for t in told
    )
    assert any(status.disputes[0].text in text for text in told)


def test_a_table_says_its_length_and_its_columns(app: QApplication, tmp_path: Path) -> None:
    tables = [
        shape
        for slide in opened(view_job("compare", bundled()), tmp_path).slides
        for shape in slide.shapes
        if shape.has_table
    ]
    assert tables
    for shape in tables:
        heads = [cell.text for cell in shape.table.rows[0].cells if cell.text]
        assert shape.table.first_row
        assert spoken(shape).endswith(", ".join(heads))


@pytest.mark.parametrize(("of_pack", "of_slides"), [("en", "en-GB"), ("de-AT", "de-AT")])
def test_all_words_are_in_the_language_of_the_pack(
    app: QApplication, tmp_path: Path, of_pack: str, of_slides: str
) -> None:
    deck = opened(view_job("compare", replace(mini_pack(), language=of_pack)), tmp_path)
    master = deck.slide_master
    pages = [deck, master, *master.slide_layouts, deck.notes_master]
    for slide in deck.slides:
        pages += [slide, slide.notes_slide]
        for run in (*runs(slide._element), *runs(slide.notes_slide._element)):
            assert run.xpath("string(a:rPr/@lang)") in (of_slides, "")
            assert run.xpath("string(a:rPr/@lang)") or not run.xpath("string(a:t)").strip("‹#›1")
    named = {one.get("lang") for page in pages for one in page.element.iter() if one.get("lang")}
    assert named == {of_slides}
    assert deck.core_properties.language == of_slides


@pytest.mark.parametrize("view", ["references", "topics", "sources"])
def test_every_doi_leads_to_its_resolver(app: QApplication, tmp_path: Path, view: str) -> None:
    pack, led = bundled(), 0
    known = {reference.doi for reference in pack.references}
    for slide in opened(view_job(view, pack), tmp_path).slides:
        for page in (slide, slide.notes_slide):
            paragraphs = page._element.xpath(".//a:p")
            said = "\n".join("".join(p.xpath(".//a:t/text()")) for p in paragraphs)
            wanted = {doi for doi in DOI_SAID.findall(said) if doi in known}
            found = links(page)
            assert {DOI + doi for doi in wanted} <= set(found.values())
            assert all(to.removeprefix(DOI) in text for text, to in found.items() if DOI in to)
            led += len(wanted)
    assert led > 10


def test_an_address_with_signs_that_none_may_hold_is_escaped(
    app: QApplication, tmp_path: Path
) -> None:
    pack = mini_pack()
    doi = "10.1002/(SICI)1097<1::AID-X>3.0 CO;2-#"
    first = pack.references[0]._replace(doi=doi)
    changed = replace(pack, references=(first, *pack.references[1:]))
    deck = opened(view_job("references", changed), tmp_path)
    found = [to for slide in deck.slides for to in links(slide).values()]
    assert "https://doi.org/10.1002/(SICI)1097%3C1::AID-X%3E3.0%20CO;2-#" in found


def test_a_deck_of_all_views_and_cases_is_valid_and_its_titles_are_unique(
    app: QApplication, tmp_path: Path
) -> None:
    pack = mini_pack()
    jobs = [view_job(view, pack) for view in NAMES]
    jobs += [replace(j, intent=replace(j.intent, profile=pack.cases[1].profile)) for j in jobs]
    write_deck(jobs, tmp_path / "a.pptx", "")
    assert faults(tmp_path / "a.pptx") == []
    deck = Presentation(str(tmp_path / "a.pptx"))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(set(titles)) == len(titles)
