"""A deck that is the seminar: what was taught, in its order, each slide leading to its step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.board import roles_of
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase, case_of, shown_strategies
from nanoexplorer.core.teaching.seminar_steps import Stage
from nanoexplorer.formats.view import STEP
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import write_deck
from nanoexplorer.render.seminar_deck import deck_jobs
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import seminar as seminar_words
from tests.drawing.drawing import theme
from tests.render.measured import boxes
from tests.render.renderings import bundled

CASES = [case_of(bundled(), case) for case in bundled().cases]
MOST = sorted(CASES, key=lambda case: -len(shown_strategies(bundled(), case)))[:6]


def jobs(*cases: SeminarCase, everything: bool = False) -> list[Job]:
    job = Job(bundled(), Intent(bundled().blank_profile), theme())
    return deck_jobs(job, Seminar("Tuesday", cases), everything=everything)


def slides(folder: Path, *cases: SeminarCase, everything: bool = False) -> list[Any]:
    write_deck(jobs(*cases, everything=everything), folder / "deck.pptx", "Tuesday")
    return list(Presentation(str(folder / "deck.pptx")).slides)


def text(slide: Any) -> str:
    return "\n".join(box.words.text for box in boxes(slide.shapes))


def title(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


@pytest.mark.parametrize("cases", [CASES[:6], MOST], ids=["first", "most strategies"])
def test_six_cases_are_at_most_twenty_four_slides_and_no_two_titles_are_alike(
    app: QApplication, tmp_path: Path, cases: list[SeminarCase]
) -> None:
    made = slides(tmp_path, *cases)
    assert len(made) <= 24
    assert len({title(slide) for slide in made}) == len(made)
    for slide in made:
        assert [box.words.text for box in boxes(slide.shapes) if box.overflows] == []


def test_a_case_is_profile_and_question_then_the_answers_then_what_to_take_away(
    app: QApplication, tmp_path: Path
) -> None:
    case = CASES[0]
    front, asked, revealed, closing = slides(tmp_path, case)
    pack = bundled()
    assert case.title in text(front)
    for value, _ in common.profile_values(pack.fields, case.profile, whole=True):
        assert value in text(asked)
    assert case.objective in text(asked)
    names = [pack.strategy[id_].name for id_ in shown_strategies(pack, case)]
    for name in names:
        assert name in text(asked)
        assert name in text(revealed)
    told = (*seminar_words.ANSWERS.values(), *(status.label for status in pack.statuses))
    assert not [word for word in told if word in text(asked).split("\n")]
    assert seminar_words.ANSWERS["matches"] in text(revealed)
    assert case.teaching_point in text(closing)
    assert "10.1159/000518848" in text(closing)


def test_what_is_hers_is_marked_and_her_note_for_herself_is_on_no_slide(
    app: QApplication, tmp_path: Path
) -> None:
    own = SeminarCase(
        bundled().blank_profile,
        own_title="Mine",
        own_objective="Say it.",
        question="What first?",
        note="Unknown is not negative.",
        aside="Wait.",
    )
    made = slides(tmp_path, own)
    whole = "\n".join(text(slide) for slide in made)
    for part in ("Mine", "Say it.", "What first?", "Unknown is not negative."):
        assert part in whole
    marked = common.in_capitals(seminar_words.OWN)
    assert sum(line.endswith(marked) for line in whole.split("\n")) == 3
    assert words.CASE_TITLE in text(made[1])
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in made)
    assert "Wait." not in whole + notes
    for heading in (window_words.OBJECTIVE, seminar_words.OPENING):
        assert f"\n{seminar_words.owned(heading)}\n" in notes
    assert words.CASE_OBJECTIVE not in notes


def test_a_teaching_point_that_names_what_is_hidden_is_nowhere(
    app: QApplication, tmp_path: Path
) -> None:
    hidden = CASES[0]._replace(hidden=("osimertinib",))
    for slide in slides(tmp_path, hidden, everything=True):
        said = text(slide) + slide.notes_slide.notes_text_frame.text
        assert "osimertinib" not in said.casefold()


def test_everything_lists_after_each_reveal_all_that_the_sources_say(app: QApplication) -> None:
    given, everything = jobs(*CASES[:2]), jobs(*CASES[:2], everything=True)
    assert len(everything) == len(given) + 2
    assert [job.slide is None for job in everything].count(True) == 2


def test_each_slide_says_of_which_step_it_is(app: QApplication) -> None:
    front, *rest = jobs(*CASES[:2])
    assert dict(front.intent.options)[STEP] == Stage.PROFILE
    told = [(job.intent.profile, dict(job.intent.options)[STEP]) for job in rest]
    stages = (Stage.PREDICT, Stage.REVEAL, Stage.POINT)
    assert told == [(case.profile, stage) for case in CASES[:2] for stage in stages]


def test_a_tumour_board_has_a_slide_a_role_and_ends_with_what_is_left_open(
    app: QApplication, tmp_path: Path
) -> None:
    job = Job(bundled(), Intent(bundled().blank_profile), theme())
    board = Seminar("Board", (CASES[0],), board=True)
    write_deck(deck_jobs(job, board), tmp_path / "deck.pptx", "Board")
    made = list(Presentation(str(tmp_path / "deck.pptx")).slides)
    titles = [title(slide) for slide in made]
    assert len(set(titles)) == len(titles)
    for role in roles_of(bundled(), CASES[0]):
        assert any(role.name in one for one in titles)
    assert seminar_words.NO_ORDER in text(made[-1])
    for slide in made:
        assert [box.words.text for box in boxes(slide.shapes) if box.overflows] == []


def test_a_case_with_no_strategy_left_still_has_its_slides(
    app: QApplication, tmp_path: Path
) -> None:
    everything = tuple(bundled().strategy)
    made = slides(tmp_path, CASES[0]._replace(hidden=everything))
    assert len(made) == 4
