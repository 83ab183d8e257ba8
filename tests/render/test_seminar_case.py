"""A teacher's seminar as slides: the teacher's own words marked, what is left out told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from PySide6.QtWidgets import QApplication

from nanoexplorer.app.export_command import seminar_of_file
from nanoexplorer.app.options import BadInput
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase, case_of
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.kinds import write_deck
from nanoexplorer.words import export as words
from nanoexplorer.words.teaching import seminar as seminar_words
from tests.drawing.drawing import theme
from tests.render.measured import boxes
from tests.render.renderings import bundled

HIDDEN = ("surgical-resection", "osimertinib")


def a_case(place: int = 0, **own: Any) -> SeminarCase:
    return case_of(bundled(), bundled().cases[place])._replace(**own)


def slides_of(folder: Path, *cases: SeminarCase, title: str = "") -> Any:
    job = Job(bundled(), Intent(bundled().blank_profile), theme())
    write_deck(seminar_jobs(job, Seminar(title, cases)), folder / "deck.pptx", title)
    return Presentation(str(folder / "deck.pptx"))


def texts(slide: Any) -> list[str]:
    return [box.words.text for box in boxes(slide.shapes)]


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def test_the_cases_come_in_the_teachers_order(app: QApplication, tmp_path: Path) -> None:
    cases = a_case(3), a_case(0), a_case(2)
    slides = slides_of(tmp_path, *cases).slides
    found = dict.fromkeys(notes(slide).split(words.CASE_OBJECTIVE)[1][:40] for slide in slides)
    assert [start.strip() for start in found] == [case.objective[:39] for case in cases]


def test_an_own_title_is_marked_and_what_the_sources_report_stays(
    app: QApplication, tmp_path: Path
) -> None:
    plain = slides_of(tmp_path, a_case()).slides[0]
    own = slides_of(tmp_path, a_case(own_title="My own words")).slides[0]
    assert own.shapes.title.text_frame.text.startswith("My own words")
    said = {shape.name: shape.text_frame.text for shape in own.shapes if shape.has_text_frame}
    assert said[words.SHAPE_SUBTITLE] == plain.shapes.title.text_frame.text
    assert words.CASE_TITLE in said[words.SHAPE_REMARKS]
    assert words.CASE_TITLE in notes(own)
    assert words.CASE_TITLE not in "".join(texts(plain))


def test_what_the_teacher_hides_is_on_no_slide_and_is_counted(
    app: QApplication, tmp_path: Path
) -> None:
    names = [bundled().strategy[id_].name for id_ in HIDDEN]
    whole = slides_of(tmp_path, a_case()).slides
    shown = "\n".join(text for slide in whole for text in texts(slide))
    assert [name for name in names if name not in shown] == []
    for slide in slides_of(tmp_path, a_case(hidden=HIDDEN)).slides:
        said = "\n".join([*texts(slide), notes(slide)])
        assert [name for name in names if name in said] == []
        assert words.case_hidden(2) in "\n".join(texts(slide))


def test_statements_of_what_is_hidden_are_not_in_the_notes(
    app: QApplication, tmp_path: Path
) -> None:
    resection = "Resection is considered where brain metastases are few"
    assert resection in notes(slides_of(tmp_path, a_case()).slides[0])
    for slide in slides_of(tmp_path, a_case(hidden=HIDDEN)).slides:
        assert resection not in notes(slide)


def test_notes_are_the_speakers_and_marked_as_the_teachers(
    app: QApplication, tmp_path: Path
) -> None:
    case = a_case(note="Ask for the line.\nThen wait.", aside="Anna knows.")
    for slide in slides_of(tmp_path, case, title="Tuesday").slides:
        said = notes(slide)
        assert f"{seminar_words.OWN_NOTE}\n{case.note}" in said
        assert case.aside not in said
        assert f"{seminar_words.NOTES_POINT}\n{case.teaching_point}" in said
        assert words.CASE_SEMINAR.format(title="Tuesday") in said
        assert "Anna" not in "".join(texts(slide))
    assert "not from the sources" in seminar_words.OWN_NOTE


def test_a_case_without_any_strategy_left_is_a_slide_that_says_so(
    app: QApplication, tmp_path: Path
) -> None:
    everything = tuple(bundled().strategy)
    [slide] = slides_of(tmp_path, a_case(hidden=everything)).slides
    assert words.case_hidden(len(everything)) in "".join(texts(slide))


def test_long_titles_and_many_hidden_keep_within_their_boxes(
    app: QApplication, tmp_path: Path
) -> None:
    cases = a_case(0, own_title="W" * 200, hidden=HIDDEN), a_case(1, own_title="own words " * 20)
    for slide in slides_of(tmp_path, *cases).slides:
        assert [box.words.text for box in boxes(slide.shapes) if box.overflows] == []


def test_the_properties_say_whose_title_the_deck_has(app: QApplication, tmp_path: Path) -> None:
    about = slides_of(tmp_path, a_case(), title="Tuesday").core_properties
    assert about.title == "Tuesday"
    assert about.subject.startswith(words.CASE_TITLE)
    assert about.subject.isprintable()
    plain = slides_of(tmp_path, a_case()).core_properties
    assert words.CASE_TITLE not in plain.subject


def test_a_file_of_a_seminar_is_read_as_it_was_saved(tmp_path: Path) -> None:
    seminar = Seminar("Tuesday", (a_case(own_title="Mine", hidden=HIDDEN, also=()),))
    (tmp_path / "x.nxseminar").write_text(seminar_text(seminar, bundled()), encoding="utf-8")
    assert seminar_of_file(tmp_path / "x.nxseminar", bundled()).seminar == seminar


def test_a_seminar_without_cases_or_none_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.nxseminar").write_text(
        seminar_text(Seminar("", ()), bundled()), encoding="utf-8"
    )
    with pytest.raises(BadInput, match=words.DECK_EMPTY):
        seminar_of_file(tmp_path / "x.nxseminar", bundled())
    with pytest.raises(BadInput, match=r"y\.nxseminar: no such file"):
        seminar_of_file(tmp_path / "y.nxseminar", bundled())
