"""A handout: profile, matches with reasons, statements and references, on A4 with provenance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.strategies import CHOSEN, ONLY_DEPENDENT, columns_of
from nanoexplorer.documents.blocks import CardLine, Document
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.documents.handout import handout, printed
from nanoexplorer.formats.view import intent_of
from nanoexplorer.render.job import Cancelled, Job
from nanoexplorer.render.pages.pdf import handout_length
from nanoexplorer.render.reopening.reopen import read_state
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words
from tests.drawing.drawing import theme
from tests.render.jobs import write_handout
from tests.render.renderings import bundled, case, text_of

A4 = (595, 842)


def a_job(of: str = "egfr-two-lesions", look: str = "light", selection: str = "") -> Job:
    return Job(bundled(), Intent(case(of), selection=selection), theme(look), whole=True)


def in_brief(job: Job) -> Job:
    return replace(job, whole=False)


def document(job: Job, *, whole: bool = True) -> Document:
    return handout(job.pack, job.screen, whole=whole)


def words_of(made: Document) -> str:
    """All that it says, in its order."""
    said: list[str] = []
    for section in made.sections:
        said += [section.heading, *map(text_of, section.blocks)]
    return " ".join(" ".join(said).split())


def pages_of(file: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]


def packed(text: str) -> str:
    return "".join(text.split())


def test_what_is_named_stands_there_with_its_statements_and_references(
    app: QApplication, tmp_path: Path
) -> None:
    pack, job = bundled(), a_job()
    write_handout(job, tmp_path / "handout.pdf")
    found = packed("".join(pages_of(tmp_path / "handout.pdf")))
    for strategy in ("surgical-resection", "osimertinib", "ros1-targeted-therapy"):
        if strategy in pack.strategy:
            for statement in pack.statements_of[strategy]:
                assert packed(statement.text) in found
                for reference in pack.cites(statement):
                    assert packed(vancouver(pack.reference[reference])) in found
    assert packed(common.disclaimer()) in found
    assert packed("named for at most 3 lesions (usually)") in found


@pytest.mark.parametrize("one", bundled().cases)
def test_every_strategy_stands_there(app: QApplication, one: object) -> None:
    pack = bundled()
    profile: Profile = one.profile  # type: ignore[attr-defined]
    screen = Job(pack, Intent(profile), theme()).screen
    text = words_of(handout(pack, screen, whole=True))
    for column in columns_of(pack, screen):
        for verdict, strategies in column.groups:
            names = [pack.strategy[id_].name for id_ in strategies]
            assert common.group_heading(verdict, len(strategies)) in text
            assert [name for name in names if name not in text] == []


def test_what_is_independent_is_left_out_on_request_and_its_number_stays(
    app: QApplication,
) -> None:
    pack, options = bundled(), ((ONLY_DEPENDENT, CHOSEN),)
    screen = Job(pack, Intent(pack.cases[0].profile, options=options), theme()).screen
    for made in (handout(pack, screen, whole=True), printed(pack, screen)):
        text = words_of(made)
        assert "Dendrimers" not in text
        assert common.VERDICT_GROUP["any-profile"] not in text
        for column in columns_of(pack, screen):
            assert window_words.LEFT_OUT.format(number=column.left_out) in text


def test_every_reference_that_is_pointed_at_is_listed(app: QApplication) -> None:
    made = document(a_job())
    pointed = {key for block in made.blocks for key in block.keys}
    assert pointed == set(made.keys)
    listed = next(section for section in made.sections if section.name == "references")
    assert [block.ids[0] for block in listed.blocks] == list(made.keys)


def test_a_selected_strategy_of_another_group_stands_there_too(app: QApplication) -> None:
    text = words_of(document(a_job(selection="liposomal-doxorubicin")))
    assert words.HANDOUT_SELECTED in text
    assert bundled().statements_of["liposomal-doxorubicin"][0].text in text
    assert words.HANDOUT_SELECTED not in words_of(document(a_job(selection="osimertinib")))


def test_a_strategy_stands_there_with_the_marks_of_its_statuses(app: QApplication) -> None:
    made = document(a_job(selection="liposomal-doxorubicin"))
    [named] = [s for s in made.sections if s.name == "strategy" and "Doxil" in s.heading]
    assert any(mark.disputed for mark in named.marks)
    lines = [block for block in made.blocks if isinstance(block, CardLine)]
    assert lines
    assert all(line.chips for line in lines)


def test_pages_are_a4_numbered_and_signed(app: QApplication, tmp_path: Path) -> None:
    job = a_job()
    assert write_handout(job, tmp_path / "handout.pdf") == (tmp_path / "handout.pdf",)
    reader = PdfReader(tmp_path / "handout.pdf")
    assert len(reader.pages) > 3
    for place, page in enumerate(reader.pages):
        size = round(float(page.mediabox.width)), round(float(page.mediabox.height))
        assert size == A4
        text = " ".join(page.extract_text().split())
        assert common.DISCLAIMER_LEAD in text
        assert job.screen.profile.case_code in text
        assert words.SLIDE_OF.format(page=place + 1, of=len(reader.pages)) in text
        assert all(source.label in text for source in job.pack.sources)
        assert common.profile_line(job.pack.fields, job.intent.profile) in text


def test_a_dark_theme_prints_dark_on_white(app: QApplication, tmp_path: Path) -> None:
    for look in ("light", "dark"):
        write_handout(a_job(look=look), tmp_path / f"{look}.pdf")
    light, dark = (PdfReader(tmp_path / f"{look}.pdf") for look in ("light", "dark"))
    for one, other in zip(light.pages, dark.pages, strict=True):
        drawn, dark_drawn = one.get_contents(), other.get_contents()
        assert drawn is not None
        assert dark_drawn is not None
        assert drawn.get_data() == dark_drawn.get_data()


def test_the_file_reopens_the_view(app: QApplication, tmp_path: Path) -> None:
    job = a_job(selection="osimertinib")
    write_handout(job, tmp_path / "handout.pdf")
    intent, view, _ = intent_of(bundled(), read_state(tmp_path / "handout.pdf"))
    assert (intent, view) == (job.intent, job.view)


def test_whoever_cancels_keeps_the_old_file(app: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "handout.pdf"
    file.write_bytes(b"old")

    def progress(done: int, of: int) -> None:
        if done == of:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_handout(
            Job(bundled(), Intent(case("nothing-tested")), theme(), progress=progress), file
        )
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_has_a_reason_against_stands_there_in_full_with_the_reason_first(
    app: QApplication,
) -> None:
    pack, text = bundled(), words_of(document(a_job("deep-seated-lesion")))
    assert common.group_heading(Verdict.AGAINST, 1) in text
    for statement in pack.statements_of["surgical-resection"]:
        assert " ".join(statement.text.split()) in text
    against = text.index("a reason against is a deep-seated lesion")
    assert against < text.index("named for at most 3 lesions (usually)")


def test_what_only_a_screen_can_do_is_not_on_paper(app: QApplication, tmp_path: Path) -> None:
    write_handout(a_job("alk-rearranged"), tmp_path / "handout.pdf")
    found = packed("".join(pages_of(tmp_path / "handout.pdf")))
    assert packed(inspector_words.NEAREST) in found
    assert packed(inspector_words.REPORT) not in found
    assert packed(inspector_words.NEAREST_OPEN) not in found


@pytest.mark.parametrize("of", [case.id for case in bundled().cases])
def test_in_brief_it_has_two_pages_with_what_depends_on_the_profile_and_the_references(
    app: QApplication, of: str
) -> None:
    pack, job = bundled(), in_brief(a_job(of))
    assert handout_length(job) <= 2
    made = document(job, whole=False)
    cards = [block for block in made.blocks if isinstance(block, CardLine)]
    depending = {
        strategy
        for column in columns_of(pack, job.screen)
        for group in column.groups
        for strategy in group.strategies
        if group.verdict is not Verdict.ANY_PROFILE
    }
    assert {card.ids[0] for card in cards} == depending
    assert all(any(piece.text for piece in card.brief) for card in cards)
    *_, teaching, references = made.sections
    [shown] = [one for one in pack.cases if one.id == of]
    assert teaching.heading == window_words.TEACHING_POINT
    assert shown.teaching_point in words_of(made)
    assert references.name == "references"
    assert {key for card in cards for key in card.keys} <= set(made.keys)
    assert [block.ids[0] for block in references.blocks] == list(made.keys)


def test_in_brief_a_selected_strategy_of_another_group_stands_there_too(app: QApplication) -> None:
    made = document(in_brief(a_job(selection="liposomal-doxorubicin")), whole=False)
    [section] = [one for one in made.sections if one.heading == words.HANDOUT_SELECTED]
    assert section.blocks[0].ids[0] == "liposomal-doxorubicin"
    assert set(section.blocks[0].keys) <= set(made.keys)
    other = words_of(document(in_brief(a_job(selection="osimertinib")), whole=False))
    assert words.HANDOUT_SELECTED not in other


def test_its_length_is_told_without_writing_it(app: QApplication, tmp_path: Path) -> None:
    for job in (a_job(), in_brief(a_job())):
        write_handout(job, tmp_path / "handout.pdf")
        assert handout_length(job) == len(PdfReader(tmp_path / "handout.pdf").pages)
