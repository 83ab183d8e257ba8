"""A handout: profile, matches with reasons, statements and references on stamped A4 pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer import strings
from nanoexplorer.citations import vancouver
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.strategies import columns_of
from nanoexplorer.export.handout import handout, write_handout
from nanoexplorer.export.job import Cancelled, Job
from nanoexplorer.export.paper import ZOOM, Paper, begin_page
from nanoexplorer.export.reopen import read_state
from nanoexplorer.export.state import intent_of
from nanoexplorer.figures.prose import Run, draw_bars
from nanoexplorer.strings import export as words
from nanoexplorer.strings import inspector as inspector_words
from tests.figures.drawing import theme
from tests.figures.exhibits.exhibiting import bundled, case

A4 = (595, 842)


def a_job(of: str = "egfr-two-lesions", look: str = "light", selection: str = "") -> Job:
    return Job(bundled(), Intent(case(of), selection=selection), theme(look))


def text_of(job: Job) -> str:
    document = handout(job.pack, job.screen, job.theme).document
    return " ".join(document.toPlainText().split())


def test_what_is_named_stands_there_with_its_statements_and_references(app: QApplication) -> None:
    pack, job = bundled(), a_job()
    text = text_of(job)
    for strategy in ("surgical-resection", "osimertinib", "ros1-targeted-therapy"):
        if strategy in pack.strategy:
            for statement in pack.statements_of[strategy]:
                assert " ".join(statement.text.split()) in text
                for reference in pack.cites(statement):
                    assert " ".join(vancouver(pack.reference[reference]).split()) in text
    assert strings.disclaimer() in text
    assert "named for at most 3 lesions (usually)" in text


@pytest.mark.parametrize("one", bundled().cases)
def test_every_number_that_is_shown_has_its_reference(app: QApplication, one: object) -> None:
    pack = bundled()
    profile: Profile = one.profile  # type: ignore[attr-defined]
    text = text_of(Job(pack, Intent(profile), theme()))
    screen = Job(pack, Intent(profile), theme()).screen
    for column in columns_of(pack, screen):
        for verdict, strategies in column.groups:
            names = [pack.strategy[id_].name for id_ in strategies]
            if verdict == "no-match":
                heading = strings.group_heading(verdict, len(strategies))
                assert words.LISTED_NOT.format(heading=heading) in text
            else:
                assert [name for name in names if name not in text] == []


def test_a_selected_strategy_of_another_group_stands_there_too(app: QApplication) -> None:
    text = text_of(a_job(selection="liposomal-doxorubicin"))
    assert words.HANDOUT_SELECTED.upper() in text
    assert bundled().statements_of["liposomal-doxorubicin"][0].text in text
    assert words.HANDOUT_SELECTED.upper() not in text_of(a_job(selection="osimertinib"))


def test_pages_are_a4_numbered_and_stamped(app: QApplication, tmp_path: Path) -> None:
    job = a_job()
    assert job.screen.profile
    assert write_handout(job, tmp_path / "handout.pdf") == (tmp_path / "handout.pdf",)
    reader = PdfReader(tmp_path / "handout.pdf")
    assert len(reader.pages) > 3
    for place, page in enumerate(reader.pages):
        size = round(float(page.mediabox.width)), round(float(page.mediabox.height))
        assert size == A4
        text = page.extract_text().replace("\t", " ")
        assert strings.DISCLAIMER_LEAD in text
        assert job.screen.profile.case_code in text
        assert words.SLIDE_OF.format(page=place + 1, of=len(reader.pages)) in text


def test_a_dark_theme_prints_dark_on_white(app: QApplication, tmp_path: Path) -> None:
    for look in ("light", "dark"):
        write_handout(a_job(look=look), tmp_path / f"{look}.pdf")
    light, dark = (PdfReader(tmp_path / f"{look}.pdf") for look in ("light", "dark"))
    for one, other in zip(light.pages, dark.pages, strict=True):
        assert one.get_contents() is not None
        assert one.get_contents() == other.get_contents()


def test_the_file_reopens_the_view(app: QApplication, tmp_path: Path) -> None:
    job = a_job(selection="osimertinib")
    write_handout(job, tmp_path / "handout.pdf")
    intent, view, _ = intent_of(bundled(), read_state(tmp_path / "handout.pdf"))
    assert (intent, view) == (job.intent, job.view)


def test_whoever_cancels_keeps_the_old_file(app: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "handout.pdf"
    file.write_bytes(b"old")

    def tell(done: int, of: int) -> None:
        if done > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_handout(Job(bundled(), Intent(case("nothing-tested")), theme(), tell=tell), file)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_no_line_is_in_the_file_twice(app: QApplication, tmp_path: Path) -> None:
    job = a_job("alk-rearranged")
    write_handout(job, tmp_path / "handout.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "handout.pdf").pages]
    found = " ".join(" ".join(pages).replace("\t", " ").split())
    said = text_of(job)
    names = [strategy.name for strategy in bundled().strategies]
    assert inspector_words.NEAREST.upper() in found
    for line in (inspector_words.NEAREST.upper(), *names):
        assert found.count(line) <= said.count(line), line


def test_a_ground_reaches_the_edge_below_a_page_that_was_begun(app: QApplication) -> None:
    paper = Paper(theme())
    for number in range(3):
        paper.prose.line([Run(f"line {number}")])
        paper.prose.barred("bar-note", [[Run("a note")]], "note-surface")
    paper.document.setPageSize(QSizeF(400, 600))
    begin_page(paper, paper.document.findBlockByNumber(2))
    image = QImage(400, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    draw_bars(painter, paper.document, paper.theme, ZOOM, QRectF(0, 0, 400, 1200))
    painter.end()
    layout = paper.document.documentLayout()
    for number in (1, 3, 5):
        box = layout.blockBoundingRect(paper.document.findBlockByNumber(number))
        assert image.pixelColor(398, round(box.center().y())).name() == theme()["note-surface"]


def test_what_has_a_reason_against_stands_there_in_full_with_the_reason_first(
    app: QApplication,
) -> None:
    pack, text = bundled(), text_of(a_job("deep-seated-lesion"))
    assert strings.group_heading(Verdict.AGAINST, 1) in text
    for statement in pack.statements_of["surgical-resection"]:
        assert " ".join(statement.text.split()) in text
    against = text.index("a reason against is a deep-seated lesion")
    assert against < text.index("named for at most 3 lesions (usually)")
