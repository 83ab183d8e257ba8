"""Handouts and summaries: provenance on every page, nothing lost, the same by their seed."""

from __future__ import annotations

import csv
from functools import lru_cache
from io import StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from nanoexplorer import __version__
from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Answered, Given
from nanoexplorer.core.teaching.questions import Question, Setup, draw_questions
from nanoexplorer.documents.practice import answer_to
from nanoexplorer.formats.questions import QuestionSet, questions_json
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.job import Cancelled, ExportError
from nanoexplorer.render.pages.questions import write_questions, write_round
from nanoexplorer.render.reopening.opening import OpenError, opened
from nanoexplorer.render.reopening.reopen import PDF_KEY, read_state
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words.teaching import practice as words
from tests.controllers import flowing
from tests.drawing.drawing import theme
from tests.packs import mini_pack


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def setup_of(pack: Pack, number: int = 6, seed: int = 4711) -> Setup:
    return Setup(tuple(case.id for case in pack.cases), number, seed)


def pages(file: Path) -> list[str]:
    """What each page says, flowing."""
    return [flowing(page.extract_text()) for page in PdfReader(file).pages]


def wrongly(pack: Pack, questions: tuple[Question, ...]) -> list[Answered]:
    """Every verdict and every stage taken in turn."""
    verdicts, stages = list(Verdict), [status.id for status in pack.statuses]
    return [
        Answered(q, Given(verdicts[n % len(verdicts)], stages[n % len(stages)]))
        for n, q in enumerate(questions)
    ]


def lines(question: Question, number: int) -> str:
    return f"{number}. {bundled().strategy[question.strategy].name}"


def test_questions_alone_tell_nothing_of_the_answers(app: QApplication, tmp_path: Path) -> None:
    setup = setup_of(bundled())
    file = tmp_path / "questions.pdf"
    assert write_questions(bundled(), setup, "none", theme(), file) == (file,)
    text = " ".join(pages(file))
    for number, question in enumerate(draw_questions(bundled(), setup), 1):
        assert lines(question, number) in text
        assert case_code.encode(bundled(), question.profile) in text
    assert words.PAPER_ANSWERS not in text
    assert inspector_words.STATED_IN.partition("“")[0] not in text
    assert inspector_words.REFERENCES not in text
    for verdict in common.VERDICT.values():
        assert text.count(f"☐ {verdict}") == setup.number


def test_answers_begin_on_a_page_of_their_own_behind_the_questions(
    app: QApplication, tmp_path: Path
) -> None:
    setup = setup_of(bundled())
    file = tmp_path / "questions.pdf"
    write_questions(bundled(), setup, "behind", theme(), file)
    found = pages(file)
    first = next(n for n, page in enumerate(found) if page.startswith(words.PAPER_ANSWERS))
    assert all("☐" not in page for page in found[first:])
    key = " ".join(found[first:])
    for number, question in enumerate(draw_questions(bundled(), setup), 1):
        assert lines(question, number) in key
        shown = answer_to(bundled(), question)
        assert common.VERDICT[shown.card.verdict] in key
        for row in bundled().evidence_of[question.strategy]:
            assert not row.label or flowing(common.quoted(row.label)) in key
    assert inspector_words.REFERENCES in key


def test_answers_in_a_file_of_their_own_answer_the_same_questions(
    app: QApplication, tmp_path: Path
) -> None:
    setup = setup_of(bundled())
    file = tmp_path / "set.pdf"
    both = write_questions(bundled(), setup, "apart", theme(), file)
    assert both == (file, tmp_path / "set-answers.pdf")
    asked, key = (" ".join(pages(one)) for one in both)
    for number, question in enumerate(draw_questions(bundled(), setup), 1):
        assert lines(question, number) in asked
        assert lines(question, number) in key
    assert f"set {setup.seed} (the same number makes the same set again)" in asked
    assert f"set {setup.seed} (the same number makes the same set again)" in key


@pytest.mark.parametrize("answers", ["none", "behind"])
def test_every_page_carries_the_provenance_and_its_number(
    app: QApplication, tmp_path: Path, answers: str
) -> None:
    setup = setup_of(bundled(), 12)
    file = tmp_path / "questions.pdf"
    write_questions(bundled(), setup, answers, theme(), file)  # type: ignore[arg-type]
    found = pages(file)
    assert len(found) > 3
    for number, page in enumerate(found, 1):
        assert common.disclaimer() in page
        for source in bundled().sources:
            assert source.label in page
            assert flowing(source.search_reach) in page
        assert bundled().version in page
        assert __version__ in page
        assert "12 questions, 16 cases · set 4711 (the same number" in page
        assert export_words.SLIDE_OF.format(page=number, of=len(found)) in page


def test_no_question_is_torn_apart(app: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "questions.pdf"
    write_questions(bundled(), Setup((), 40, 3), "none", theme(), file)
    asked = 0
    for page in pages(file):
        assert page.count(words.ASK_VERDICT) == page.count(words.ASK_STATUS)
        assert page.count("Case code") == page.count(words.ASK_VERDICT)
        assert page.count("☐ Named for other profiles") == page.count(words.ASK_STATUS)
        asked += page.count(words.ASK_VERDICT)
    assert asked == 40


def test_the_same_seed_prints_the_same_again(app: QApplication, tmp_path: Path) -> None:
    one, other, third = (tmp_path / f"{n}.pdf" for n in range(3))
    for file, seed in ((one, 5), (other, 5), (third, 6)):
        write_questions(bundled(), Setup((), 4, seed), "behind", theme(), file)
    assert pages(one) == pages(other) != pages(third)


@pytest.mark.parametrize("answers", ["none", "behind", "apart"])
def test_a_handout_holds_its_questions_and_no_answers(
    app: QApplication, tmp_path: Path, answers: str
) -> None:
    setup = setup_of(bundled())
    questions = draw_questions(bundled(), setup)
    file = tmp_path / "set.pdf"
    for one in write_questions(bundled(), setup, answers, theme(), file):  # type: ignore[arg-type]
        assert opened(bundled(), one) == QuestionSet(setup, questions, bundled().version)
        about = dict(PdfReader(one).metadata or {})
        assert str(about.pop(PDF_KEY)) == questions_json(bundled(), setup, questions)
        said = " ".join(map(str, about.values()))
        for question in questions:
            assert case_code.encode(bundled(), question.profile) in said
        assert common.disclaimer() in said
        for told in (*common.VERDICT.values(), *(s.label for s in bundled().statuses)):
            assert told not in said


def test_a_saved_summary_asks_its_questions_again_and_tells_no_answers(
    app: QApplication, tmp_path: Path
) -> None:
    setup = setup_of(bundled(), 3)
    answered = wrongly(bundled(), draw_questions(bundled(), setup))
    file = write_round(bundled(), setup, answered[:2], theme(), tmp_path / "round.pdf")
    found = opened(bundled(), file)
    assert isinstance(found, QuestionSet)
    assert found.questions == tuple(one.question for one in answered[:2])
    assert "given" not in read_state(file)


def test_a_round_in_which_questions_came_again_asks_each_once(
    app: QApplication, tmp_path: Path
) -> None:
    setup = setup_of(bundled(), 3)
    answered = wrongly(bundled(), draw_questions(bundled(), setup))
    file = write_round(bundled(), setup, [*answered, *answered], theme(), tmp_path / "round.pdf")
    found = opened(bundled(), file)
    assert isinstance(found, QuestionSet)
    assert found.questions == tuple(one.question for one in answered)
    assert "3 questions" in " ".join(pages(file))
    table = write_round(bundled(), setup, [*answered, *answered], theme(), tmp_path / "round.csv")
    assert len(list(csv.reader(StringIO(table.read_bytes().decode("utf-8-sig"))))) == 7


def test_a_set_too_large_to_be_opened_again_carries_nothing_that_is_damaged(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nanoexplorer.render.pages.questions.MOST_SIGNS", 100)
    file = tmp_path / "set.pdf"
    write_questions(mini_pack(), Setup((), 2, 1), "none", theme(), file)
    with pytest.raises(OpenError) as caught:
        opened(mini_pack(), file)
    assert str(caught.value) == export_words.STATE_ERROR["none"].format(name=file.name)


def test_a_second_file_that_is_there_is_not_written_over(app: QApplication, tmp_path: Path) -> None:
    beside = tmp_path / "set-answers.pdf"
    beside.write_text("notes of a whole term")
    with pytest.raises(ExportError, match=r"set-answers\.pdf is there already"):
        write_questions(mini_pack(), Setup((), 2, 1), "apart", theme(), tmp_path / "set.pdf")
    assert beside.read_text() == "notes of a whole term"
    assert not (tmp_path / "set.pdf").exists()


def test_one_who_cancels_finds_no_file(app: QApplication, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if done > 100:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_questions(bundled(), Setup((), 6, 1), "apart", theme(), tmp_path / "set.pdf", stop)
    assert told == sorted(told)
    assert {of for _, of in told} == {200}
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_cannot_be_written_is_one_line(app: QApplication, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_questions(
            mini_pack(), Setup((), 2, 1), "none", theme(), tmp_path / "no" / "where.pdf"
        )
    assert "where.pdf" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_summary_in_pdf_and_text_says_what_was_missed_and_why(
    app: QApplication, tmp_path: Path
) -> None:
    setup = setup_of(bundled(), 4)
    answered = wrongly(bundled(), draw_questions(bundled(), setup))
    pdf = write_round(bundled(), setup, answered, theme(), tmp_path / "round.pdf")
    plain = write_round(bundled(), setup, answered, theme(), tmp_path / "round.txt")
    for text in (" ".join(pages(pdf)), flowing(plain.read_text(encoding="utf-8"))):
        assert common.disclaimer() in text
        assert words.SUMMARY_COUNTS.lower() in text.lower()
        assert "4 answers:" in text
        for number, (question, given) in enumerate(answered, 1):
            assert lines(question, number) in text
            assert words.said_line(given.verdict, bundled().status[given.status].label) in text
        assert inspector_words.REFERENCES.lower() in text.lower()
        assert f"set {setup.seed} (the same number makes the same set again)" in text


def test_a_summary_in_csv_has_a_signed_row_for_each_answer(
    app: QApplication, tmp_path: Path
) -> None:
    setup = setup_of(bundled(), 5)
    answered = wrongly(bundled(), draw_questions(bundled(), setup))
    file = write_round(bundled(), setup, answered, theme(), tmp_path / "round.csv")
    head, *rows = csv.reader(StringIO(file.read_bytes().decode("utf-8-sig")))
    assert tuple(head) == words.COLUMNS
    assert len(rows) == 5
    for row, (question, given) in zip(rows, answered, strict=True):
        said = dict(zip(head, row, strict=True))
        assert said["Case code"] == case_code.encode(bundled(), question.profile)
        assert said["Said: verdict"] == common.VERDICT[given.verdict]
        assert said["Disclaimer"] == common.disclaimer()
        assert bundled().version in said["App and pack"]


def test_no_cell_is_a_formula(app: QApplication, tmp_path: Path) -> None:
    from dataclasses import replace

    pack = mini_pack()
    strategies = tuple(s._replace(name=f"=1+1 {s.name}") for s in pack.strategies)
    hostile = replace(pack, strategies=strategies)
    answered = wrongly(hostile, draw_questions(hostile, Setup((), 4, 1)))
    file = write_round(hostile, Setup((), 4, 1), answered, theme(), tmp_path / "round.csv")
    rows = list(csv.reader(StringIO(file.read_bytes().decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert any("=1+1" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_format_that_there_is_not_is_one_line(app: QApplication, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"allowed: \.pdf, \.csv, \.txt"):
        write_round(mini_pack(), Setup((), 1, 1), [], theme(), tmp_path / "round.docx")
