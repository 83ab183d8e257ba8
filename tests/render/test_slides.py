"""Slides: nothing beyond their edge, everything to edit, notes and state in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.strategies import CHOSEN, IN_FULL, Options, columns_of
from nanoexplorer.documents.blocks import Document
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.drawing import fonts
from nanoexplorer.formats.view import intent_of
from nanoexplorer.render.job import Cancelled, ExportError, Job
from nanoexplorer.render.kinds import write_deck
from nanoexplorer.render.reopening.reopen import read_state
from nanoexplorer.render.rows.rendering import Picture
from nanoexplorer.views import BY_NAME, NAMES, load, names_for
from nanoexplorer.words import common
from nanoexplorer.words import compare as compare_words
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words
from tests.drawing.drawing import theme
from tests.packs import example
from tests.render.jobs import write_slides
from tests.render.measured import boxes
from tests.render.renderings import bundled, case
from tests.render.views import view_job

EMU = 9525
SLIDE = QRectF(0, 0, 1280, 720)
VIEWS = ("strategies", "card", "compare", "references", "sources", "topics")


def a_job(
    view: str = "strategies", of: str = "egfr-two-lesions", look: str = "light", **known: Any
) -> Job:
    return Job(bundled(), Intent(case(of), **known), theme(look), view)


def opened(job: Job, folder: Path) -> Any:
    write_slides(job, folder / "slides.pptx")
    return Presentation(str(folder / "slides.pptx"))


def box(shape: Any) -> QRectF:
    return QRectF(*(side / EMU for side in (shape.left, shape.top, shape.width, shape.height)))


def is_rule(shape: Any) -> bool:
    return bool(shape.height <= 2 * EMU)


def leaves(shapes: Any) -> Iterator[Any]:
    """Every shape that is no group, those in groups too."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from leaves(shape.shapes)
        else:
            yield shape


def texts(slide: Any) -> Iterator[str]:
    """Everything that is said on a slide."""
    for shape in leaves(slide.shapes):
        if shape.has_text_frame:
            yield shape.text_frame.text
        elif getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def said(deck: Any) -> str:
    return "\n".join(text for slide in deck.slides for text in texts(slide))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_leaves_the_slide_and_nothing_lies_on_another(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    second = case("many-lesions-wbrt")
    job = a_job(view, selection="liposomal-doxorubicin", second_profile=second)
    for slide in opened(job, tmp_path).slides:
        shapes = [shape for shape in slide.shapes if not is_rule(shape)]
        assert [shape.name for shape in shapes if not SLIDE.contains(box(shape))] == []
        for one, other in combinations(shapes, 2):
            shared = box(one).intersected(box(other))
            assert min(shared.width(), shared.height()) < 1, (one.name, other.name)


@pytest.mark.parametrize("one", bundled().cases)
def test_every_case_keeps_within_its_slides(app: QApplication, tmp_path: Path, one: Any) -> None:
    deck = opened(Job(bundled(), Intent(one.profile), theme("dark")), tmp_path)
    for slide in deck.slides:
        assert [s.name for s in slide.shapes if not SLIDE.contains(box(s))] == []


@pytest.mark.parametrize("view", [*VIEWS, "evidence-map", "decision-map", "barrier-routes"])
def test_words_stay_in_their_boxes_in_a_wider_font_too(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    known: Any = {"selection": "liposomal-doxorubicin", "second_profile": case("many-lesions-wbrt")}
    slides = opened(a_job(view, **known), tmp_path).slides
    found = [box for slide in slides for box in boxes(slide.shapes)]
    assert len(found) >= 3
    assert [box.words.text for box in found if box.overflows] == []


def test_words_of_every_case_and_card_stay_in_their_boxes(
    app: QApplication, tmp_path: Path
) -> None:
    first, pack = bundled().cases[0].profile, bundled()
    jobs = [Job(pack, Intent(one.profile), theme()) for one in pack.cases]
    longest = sorted(pack.strategies, key=lambda strategy: -len(strategy.name))[:6]
    jobs += [Job(pack, Intent(first, selection=s.id), theme(), "card") for s in longest]
    write_deck(jobs, tmp_path / "deck.pptx", "")
    slides = Presentation(str(tmp_path / "deck.pptx")).slides
    found = [box for slide in slides for box in boxes(slide.shapes)]
    assert [box.words.text for box in found if box.overflows] == []


def test_a_box_that_is_too_small_for_its_words_is_found(app: QApplication, tmp_path: Path) -> None:
    [first, *_] = opened(a_job(), tmp_path).slides
    provenance = next(shape for shape in first.shapes if shape.name == words.SHAPE_PROVENANCE)
    provenance.height = provenance.height // 3
    assert [box.words.text for box in boxes(first.shapes) if box.overflows] == [
        provenance.text_frame.text
    ]


@pytest.mark.parametrize("view", ["strategies", "compare", "decision-map"])
def test_a_screen_reader_hears_title_profile_body_and_provenance_in_this_order(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    for slide in opened(a_job(view, second_profile=case("four-lesions")), tmp_path).slides:
        told = [shape for shape in slide.shapes if not is_rule(shape)]
        assert told[0] == slide.shapes.title
        assert told[0].text_frame.text
        second = words.SHAPE_PROFILE if view == "strategies" else words.SHAPE_SUBTITLE
        assert told[1].name == second
        assert [told[-3].name, told[-2].name] == [words.SHAPE_PROVENANCE, words.SHAPE_CODE]
        assert told[-1].shape_type == MSO_SHAPE_TYPE.PICTURE
        assert len(told) > 4


def test_lines_and_glyphs_are_marked_as_mere_ornament(app: QApplication, tmp_path: Path) -> None:
    for slide in opened(a_job(), tmp_path).slides:
        for member in leaves(slide.shapes):
            silent = member.has_text_frame and not member.text_frame.text
            assert bool(member._element.xpath(".//*[local-name()='decorative']")) == silent


def test_a_table_says_that_its_first_row_is_its_head(app: QApplication, tmp_path: Path) -> None:
    deck = opened(a_job("compare", second_profile=case("four-lesions")), tmp_path)
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    for table in tables:
        heads = (compare_words.COLUMNS[0], compare_words.FIELD)
        assert table.first_row == (table.cell(0, 0).text in heads)
    assert any(table.first_row for table in tables)


@pytest.mark.parametrize("zoom", [60, 100])
def test_a_figure_that_is_small_on_its_slide_says_so(
    app: QApplication, tmp_path: Path, zoom: int
) -> None:
    job = a_job("decision-map")
    assert isinstance(job.rendering.body, Picture)
    figure = job.rendering.body._replace(zoom=lambda size: zoom)
    vars(job)["rendering"] = job.rendering._replace(body=figure)
    assert (words.PROVENANCE_SMALL in said(opened(job, tmp_path))) == (zoom == 60)


@pytest.mark.parametrize("options", [(), ((IN_FULL, CHOSEN),)])
def test_every_strategy_is_on_a_slide_but_what_is_independent_is_counted(
    app: QApplication, tmp_path: Path, options: Options
) -> None:
    job = a_job()
    job = replace(job, intent=replace(job.intent, options=options))
    text = said(opened(job, tmp_path))
    for column in columns_of(job.pack, job.screen):
        for group in column.groups:
            names = [bundled().strategy[id_].name for id_ in group.strategies]
            missing = [name for name in names if name not in text]
            counted = group.verdict == "any-profile" and not options
            assert missing == (names if counted else [])
            assert common.VERDICT_GROUP[group.verdict] in text
            assert f"{len(names)} " in text or f"  {len(names)}" in text


def test_every_slide_carries_the_provenance_and_the_code_as_a_picture(
    app: QApplication, tmp_path: Path
) -> None:
    job = replace(a_job(), intent=replace(a_job().intent, options=((IN_FULL, CHOSEN),)))
    pack, deck = bundled(), opened(job, tmp_path)
    assert len(deck.slides) > 1
    for slide in deck.slides:
        found = {s.name: s.text_frame.text for s in slide.shapes if s.has_text_frame}
        provenance = found[words.SHAPE_PROVENANCE]
        assert provenance.startswith(common.DISCLAIMER_LEAD)
        assert said(deck).count(common.DISCLAIMER_LEAD) == len(deck.slides)
        assert common.DISCLAIMER_ABSENCE in provenance
        assert all(source.label in provenance for source in pack.sources)
        assert f"{pack.id} {pack.version}" in provenance
        assert "refs 1, 10, 12, 57–62" in provenance
        assert common.DISPUTED_KEY in provenance
        assert job.screen.profile.case_code in found[words.SHAPE_CODE]
        profile = next(s for s in slide.shapes if s.name == words.SHAPE_PROFILE)
        values = [value for value, _ in common.profile_values(pack.fields, job.intent.profile)]
        assert [part.text_frame.text for part in profile.shapes] == values
        [code] = [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
        spoken = code._element.nvPicPr.cNvPr.get("descr")
        assert job.screen.profile.case_code in spoken


def test_chips_are_shapes_with_their_glyph_drawn(app: QApplication, tmp_path: Path) -> None:
    deck = opened(a_job(), tmp_path)
    groups = [s for slide in deck.slides for s in slide.shapes if hasattr(s, "shapes")]
    groups = [group for group in groups if group.name != words.SHAPE_PROFILE]
    assert groups
    labels = {status.label for status in bundled().statuses}
    assert labels & {group.name for group in groups}
    for group in groups:
        label, glyph, *marks = group.shapes
        assert group.name.startswith(label.text_frame.text)
        assert not glyph.text_frame.text
        assert [mark.name for mark in marks] == [common.DISPUTED] * (common.DISPUTED in group.name)


def test_authors_and_years_stand_beside_the_numbers(app: QApplication, tmp_path: Path) -> None:
    assert "Diehl 2023, Vadhavekar 2024, Broggi 2023 [60–62]" in said(opened(a_job(), tmp_path))


def test_no_two_slides_of_a_deck_have_one_title(app: QApplication, tmp_path: Path) -> None:
    whole = replace(a_job().intent, options=((IN_FULL, CHOSEN),))
    jobs = [a_job(), replace(a_job(), intent=whole), a_job("card", selection="osimertinib")]
    jobs += [a_job(), a_job(of="four-lesions")]
    write_deck(jobs, tmp_path / "deck.pptx", "")
    deck = Presentation(str(tmp_path / "deck.pptx"))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(set(titles)) == len(titles)
    assert titles[0] == "EGFR mutated, two lesions"
    assert f"EGFR mutated, two lesions ({words.SLIDE_OF.format(page=1, of=5)})"[:28] in titles[1]


def test_a_slide_of_a_strategy_leads_with_verdict_and_status(
    app: QApplication, tmp_path: Path
) -> None:
    first, *_ = opened(a_job("card", selection="osimertinib"), tmp_path).slides
    told = [s.text_frame.text if s.has_text_frame else s.name for s in first.shapes]
    shown = [text for text in told if text]
    at = shown.index(common.VERDICT["matches"])
    assert shown[at + 1] == "in practice"
    assert shown[at + 2] == common.in_capitals(inspector_words.WHY["matches"])


def test_the_disclaimer_of_a_figure_is_within_its_picture_and_said_with_it(
    app: QApplication, tmp_path: Path
) -> None:
    [slide] = opened(a_job("evidence-map"), tmp_path).slides
    assert common.DISCLAIMER_LEAD not in "".join(texts(slide))
    pictures = [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
    spoken = max(pictures, key=lambda s: s.width)._element.nvPicPr.cNvPr.get("descr")
    assert spoken.startswith(common.DISCLAIMER_LEAD)


def test_two_profiles_are_a_table(app: QApplication, tmp_path: Path) -> None:
    job = a_job("compare", "three-lesions", second_profile=case("four-lesions"))
    deck = opened(job, tmp_path)
    fields, *tables = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]
    columns = [[cell.text for cell in row.cells] for row in fields.rows]
    assert ["Brain lesions", "3", "4", compare_words.DIFFERS] in columns
    strategies = [t for t in tables if t.cell(0, 0).text == compare_words.COLUMNS[0]]
    rows = [[cell.text for cell in row.cells] for table in strategies for row in table.rows]
    assert rows[0] == list(compare_words.COLUMNS)
    assert strategies[0].cell(1, 0).is_merge_origin
    assert "Surgical resection" in [row[0] for row in rows]


def test_a_figure_is_a_picture_that_says_what_it_shows(app: QApplication, tmp_path: Path) -> None:
    job = a_job("decision-map", look="dark")
    [slide] = opened(job, tmp_path).slides
    pictures = [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
    spoken = [s._element.nvPicPr.cNvPr.get("descr") for s in pictures]
    told = job.rendering.body.spoken  # type: ignore[union-attr]
    assert any(text.endswith(told) for text in spoken)
    largest = max(pictures, key=lambda s: s.width)
    assert largest.image.size[0] * EMU >= 2 * largest.width


def test_the_notes_hold_statements_sections_and_references_in_full(
    app: QApplication, tmp_path: Path
) -> None:
    pack = bundled()
    deck = opened(a_job("card", selection="surgical-resection"), tmp_path)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    for statement in pack.statements_of["surgical-resection"]:
        assert statement.text in notes
        assert statement.section in notes
        for reference in pack.cites(statement):
            assert vancouver(pack.reference[reference]) in notes
    for slide in deck.slides:
        told = slide.notes_slide.notes_text_frame.text
        assert common.disclaimer() in told
        assert all(source.search_reach in told for source in pack.sources)


@pytest.mark.parametrize(
    ("pack", "view"),
    [
        pytest.param(pack, view, id=f"{pack.id}-{view}")
        for pack in (bundled(), example())
        for view in names_for(pack)
    ],
)
def test_the_notes_hold_each_note_and_reference_that_their_slides_show(
    app: QApplication, tmp_path: Path, pack: Pack, view: str
) -> None:
    noted = next(strategy.id for strategy in pack.ordered if pack.notes_of.get(strategy.id))
    one = a_job_of(pack, view, noted)
    slides = opened(one, tmp_path).slides
    told = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides)
    document: Document = load(BY_NAME[view].document)(pack, one.screen)
    ids = {id_ for block in document.blocks for id_ in block.ids}
    keys = {*document.keys, *(key for block in document.blocks for key in block.keys)}
    assert [n.id for n in pack.notes if n.id in ids and n.text not in told] == []
    assert [key for key in keys if vancouver(pack.reference[key]) not in told] == []
    if view == "card":
        assert {note.id for note in pack.notes_of[noted]} & ids


def a_job_of(pack: Pack, view: str, selection: str) -> Job:
    """A view of the first case, compared with the last."""
    first, last = pack.cases[0].profile, pack.cases[-1].profile
    return Job(pack, Intent(first, selection=selection, second_profile=last), theme(), view)


def test_the_notes_of_a_slide_are_of_what_stands_on_it(app: QApplication, tmp_path: Path) -> None:
    first, *rest = opened(a_job(), tmp_path).slides
    resection = "Resection is considered where brain metastases are few"
    assert resection in first.notes_slide.notes_text_frame.text
    assert all(resection not in s.notes_slide.notes_text_frame.text for s in rest)


def test_the_file_reopens_the_view_that_it_shows(app: QApplication, tmp_path: Path) -> None:
    job = a_job("compare", second_profile=case("four-lesions"), search="<gold> & é", tab="compare")
    write_slides(job, tmp_path / "slides.pptx")
    intent, view, version = intent_of(bundled(), read_state(tmp_path / "slides.pptx"))
    assert (intent, view, version) == (job.intent, "compare", bundled().version)


def test_the_properties_say_what_it_is(app: QApplication, tmp_path: Path) -> None:
    job = a_job()
    properties = opened(job, tmp_path).core_properties
    assert properties.title == job.rendering.title
    assert properties.keywords == job.screen.profile.case_code
    assert properties.comments == common.disclaimer()


def test_a_deck_of_all_cases_holds_each(app: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    jobs = [Job(bundled(), Intent(one.profile), theme()) for one in bundled().cases]
    assert write_deck(jobs, file, "Every case") == (file,)
    deck = Presentation(str(file))
    text = said(deck)
    assert [job.intent for job in jobs if job.screen.profile.case_code not in text] == []
    assert deck.core_properties.title == "Every case"
    assert len(deck.core_properties.keywords) <= 255


def test_the_slides_name_the_shipped_typeface_and_the_themes_ground(
    app: QApplication, tmp_path: Path
) -> None:
    deck = opened(a_job(look="dark"), tmp_path)
    ground = deck.slides[0].background.fill.fore_color.rgb
    assert f"#{ground}".lower() == theme("dark")["paper"]
    for part in deck.part.package.iter_parts():
        if "/theme/theme1" in part.partname:
            assert fonts.FAMILY.encode() in part.blob


def test_what_somebody_typed_is_shown_as_it_stands(app: QApplication, tmp_path: Path) -> None:
    deck = opened(a_job(search="gold <b>\x00\x0b"), tmp_path)
    assert "gold <b>" in said(deck)


def test_a_card_without_a_selection_is_refused(app: QApplication, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=words.NO_STRATEGY):
        write_slides(a_job("card"), tmp_path / "slides.pptx")
    assert list(tmp_path.iterdir()) == []


def test_whoever_cancels_keeps_the_old_file(app: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "slides.pptx"
    file.write_bytes(b"old")
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> None:
        told.append((done, of))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_slides(
            Job(bundled(), Intent(case("nothing-tested")), theme(), progress=progress), file
        )
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_progress_only_grows_and_ends_at_the_whole(app: QApplication, tmp_path: Path) -> None:
    told: list[float] = []
    jobs = [
        Job(bundled(), Intent(one.profile), theme(), progress=lambda n, of: told.append(n / of))
        for one in bundled().cases[:3]
    ]
    write_deck(jobs, tmp_path / "deck.pptx", "Three")
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("view", NAMES)
def test_no_two_shapes_of_a_slide_have_one_number(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    job = view_job(view, bundled())
    write_slides(job, tmp_path / "a.pptx")
    for slide in Presentation(str(tmp_path / "a.pptx")).slides:
        numbers = [one.get("id") for one in slide.element.iter() if one.tag.endswith("}cNvPr")]
        assert len(set(numbers)) == len(numbers)
