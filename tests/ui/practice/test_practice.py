"""Practice in the window: by keyboard, with the banner, and nothing kept that was not asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.resolve import card
from nanoexplorer.core.teaching.practice import Given, Round, behind, misses, tried
from nanoexplorer.core.teaching.questions import (
    MOST_QUESTIONS,
    Question,
    Setup,
    right_statuses,
)
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.render.job import Cancelled
from nanoexplorer.ui.controls.prose_view import AROUND
from nanoexplorer.ui.practice.keys import Key, Outcome
from nanoexplorer.ui.practice.practice import Practice
from nanoexplorer.ui.practice.requests import Act, Answer
from nanoexplorer.ui.shell.banner import Banner
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words.teaching import practice as words
from tests.controllers import (
    act,
    activate,
    click,
    find,
    flowing,
    let_go,
    open_controller,
    profile,
    put_away,
    screen,
    session,
)
from tests.packs import MINI_PACK
from tests.ui.hostile import MARKUP, hostile_pack

DAY = date(2026, 11, 21)
MOST_TABS = 60


def practising(controller: Controller) -> Practice:
    """Practice opened from the menu, chance and the calendar held still."""
    practice = controller.practice
    practice.ask_save, practice.draw_seed = lambda *_: None, lambda: 11
    practice.today = lambda: DAY
    practice.setup = practice.setup._replace(seed=4711)
    act(controller, "practice")
    return practice


def begin(controller: Controller, number: int = 3) -> Practice:
    practice = practising(controller)
    cases = tuple(case.id for case in practice.pack.cases)
    practice.start(Setup(cases, number, 4711))
    return practice


def now(practice: Practice) -> Question:
    assert practice.round
    assert practice.round.question
    return practice.round.question


def right(practice: Practice) -> Given:
    question = now(practice)
    shown = card(practice.pack, question.profile, question.strategy)
    return Given(shown.verdict, right_statuses(shown)[0])


def press(controller: Controller, *keys: Qt.Key) -> None:
    """Keys go to whatever has the keyboard."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or controller.window, key)


def key_of(practice: Practice, given: Given) -> tuple[Qt.Key, Qt.Key]:
    """The keys that choose an answer."""
    number = list(Verdict).index(given.verdict) + 1
    stages = sorted(practice.pack.statuses, key=lambda status: -status.rank)
    letter = "ABCDEFGH"[[status.id for status in stages].index(given.status)]
    return Qt.Key(Qt.Key.Key_0 + number), Qt.Key[f"Key_{letter}"]


def text(controller: Controller, name: str) -> str:
    return find(controller, QLabel, name).text().replace("\u00a0", " ")


def answer(controller: Controller) -> str:
    """What the answer says of verdict and status, flowing."""
    parts = []
    for half in ("practice.why", "practice.which"):
        parts.append(find(controller, QLabel, f"{half}.head").text())
        parts.append(find(controller, QTextBrowser, half).toPlainText())
    return flowing("\n".join(parts))


def finish(controller: Controller, practice: Practice) -> None:
    """Answer all that is left wrongly, as if each verdict were named, however often it comes."""
    lowest = min(practice.pack.statuses, key=lambda status: status.rank)
    given = Given(Verdict.MATCHES, lowest.id)
    for _ in range(3 * MOST_QUESTIONS):
        assert practice.round
        if practice.round.is_over:
            return
        press(controller, *key_of(practice, given), Qt.Key.Key_Return, Qt.Key.Key_Return)
    raise AssertionError(practice.round)


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("*") if file.is_file()}


def test_it_opens_from_the_menu_with_the_banner_over_it(controller: Controller) -> None:
    practising(controller)
    page = find(controller, QWidget, "practice")
    assert page.isVisible()
    banners = [banner for banner in page.findChildren(Banner) if banner.isVisible()]
    assert len(banners) == 1
    assert find(controller, QPushButton, "practice.start").isVisible()


def test_all_cases_random_profiles_and_each_case_can_be_asked_about(controller: Controller) -> None:
    practice = practising(controller)
    box = find(controller, QComboBox, "practice.ask")
    titles = [case.title for case in practice.pack.cases]
    shown = [box.itemText(n) for n in range(box.count())]
    assert shown == [words.ASK_CASES, words.ASK_RANDOM, *titles]
    box.setCurrentIndex(3)
    find(controller, QComboBox, "practice.number").setCurrentIndex(0)
    click(controller, "practice.start")
    assert practice.setup == Setup((practice.pack.cases[1].id,), 5, 4711)
    assert {q.case for q in practice.round.questions} == {practice.pack.cases[1].id}  # type: ignore[union-attr]


def test_random_profiles_have_no_case(controller: Controller) -> None:
    practice = practising(controller)
    find(controller, QComboBox, "practice.ask").setCurrentIndex(1)
    click(controller, "practice.new_seed")
    click(controller, "practice.start")
    assert practice.setup.cases == ()
    assert practice.setup.seed == 11
    assert now(practice).case == ""


def test_a_question_says_profile_and_strategy_and_nothing_of_the_answer(
    controller: Controller,
) -> None:
    practice = begin(controller)
    question = now(practice)
    said = common.profile_line(practice.pack.fields, question.profile)
    title = next(case.title for case in practice.pack.cases if case.id == question.case)
    chips = find(controller, QWidget, "practice.profile").findChildren(QLabel)
    assert [chip.text() for chip in chips] == [words.THE_PROFILE, *said.split(" · ")]
    assert title not in {label.text() for label in controller.window.findChildren(QLabel)}
    assert text(controller, "practice.strategy") == practice.pack.strategy[question.strategy].name
    assert not controller.window.findChildren(QTextBrowser, "practice.why")
    options = find(controller, QWidget, "practice.verdict").findChildren(QRadioButton)
    assert [option.text() for option in options] == list(common.VERDICT.values())
    statuses = find(controller, QWidget, "practice.status").findChildren(QRadioButton)
    assert {status.text() for status in statuses} == {s.label for s in practice.pack.statuses}
    assert not any(option.isChecked() for option in [*options, *statuses])


def test_the_answer_waits_for_both_choices(controller: Controller) -> None:
    practice = begin(controller)
    check = find(controller, QPushButton, "practice.check")
    verdict, status = key_of(practice, right(practice))
    assert not check.isEnabled()
    press(controller, Qt.Key.Key_Return)
    press(controller, verdict)
    assert not check.isEnabled()
    press(controller, status)
    assert check.isEnabled()
    assert practice.round
    assert practice.round.answers == ()


def test_a_round_is_done_by_keyboard_alone(controller: Controller) -> None:
    QTest.keyClick(controller.window, Qt.Key.Key_F7)
    practice = controller.practice
    press(controller, Qt.Key.Key_Return)
    assert practice.round
    of = len(practice.round.questions)
    for number in range(1, of + 1):
        assert text(controller, "practice.progress") == words.QUESTION_OF.format(
            number=number, of=of
        )
        press(controller, *key_of(practice, right(practice)), Qt.Key.Key_Return)
        assert text(controller, "practice.score") == words.SCORE.format(right=number, of=number)
        press(controller, Qt.Key.Key_Return)
    summary = find(controller, QTextBrowser, "practice.summary").toPlainText()
    assert words.NOTHING_MISSED in summary
    press(controller, Qt.Key.Key_Escape)
    assert not controller.window.findChildren(QWidget, "practice") or practice.page is None
    assert controller.content
    assert controller.content.isVisible()


def test_the_answer_gives_reasons_statuses_labels_and_citations(controller: Controller) -> None:
    practice = begin(controller)
    question = Question(
        practice.pack.blank_profile.replace({"lesions": 2}), "surgical-resection", ""
    )
    assert practice.round
    practice.round = practice.round.__class__((question,))
    practice._show()
    press(controller, *key_of(practice, Given(Verdict.OPEN, "approved")), Qt.Key.Key_Return)
    said = answer(controller)
    assert said.startswith("Missed: for whom It is named for at most 3 lesions (usually); the ")
    assert "Missed: evidence status Given as in practice by the review, for lung-cancer" in said
    for miss in ("caveat-decided", "hedge", "rung-down"):
        assert words.MISS_LINE[miss] in said
    for row in practice.pack.evidence_of["surgical-resection"]:
        assert common.quoted(row.label) in said
    assert "Surgical Resection · Diehl 2023, Vadhavekar 2024, Broggi 2023 [60–62]" in said
    assert "not asked here: reachable without excessive neurological risk" in said


def test_the_keys_show_what_was_missed_and_what_is_right(controller: Controller) -> None:
    practice = begin(controller)
    lesions = practice.pack.blank_profile.replace({"lesions": 2})
    question = Question(lesions, "surgical-resection", "")
    given = Given(Verdict.OPEN, "in-practice")
    practice._go(Round((question,)).answer(given))
    keys = {key.objectName().removeprefix("practice."): key for key in all_keys(controller)}
    assert not any(key.isEnabled() for key in keys.values())
    came = {name: key.outcome for name, key in keys.items() if key.outcome}
    assert came == {
        "verdict.open": Outcome(right=False, yours=True),
        "verdict.matches": Outcome(right=True, yours=False),
        "status.in-practice": Outcome(right=True, yours=True),
    }
    told = {name: keys[name].accessibleName() for name in came}
    assert told["verdict.open"].endswith(words.YOUR_ANSWER)
    assert told["verdict.matches"].endswith(words.SOURCES_ANSWER)
    assert find(controller, QLabel, "practice.why.head").text() == "Missed: for whom"
    assert find(controller, QLabel, "practice.which.head").text() == "Right: evidence status"


def all_keys(controller: Controller) -> list[Key]:
    groups = (find(controller, QWidget, f"practice.{n}") for n in ("verdict", "status"))
    return [key for group in groups for key in group.findChildren(Key)]


def test_a_status_that_a_note_disputes_is_marked_in_the_answer(controller: Controller) -> None:
    practice = begin(controller)
    disputed = next(note for note in practice.pack.notes if note.disputes and not note.when)
    question = Question(practice.pack.blank_profile, disputed.disputes[0].split()[0], "")
    practice._go(Round((question,)).answer(Given(Verdict.ANY_PROFILE, "approved")))
    said = answer(controller)
    assert common.DISPUTED_SIGN in said
    assert flowing(common.DISPUTED_BY.format(note=disputed.text)) in said


def test_the_head_counts_what_is_right_with_a_mark_for_each(controller: Controller) -> None:
    practice = begin(controller, 3)
    assert text(controller, "practice.score") == ""
    practice.handle(Answer(right(practice)))
    practice.handle(Act.NEXT)
    given = right(practice)
    wrong = next(verdict for verdict in Verdict if verdict is not given.verdict)
    practice.handle(Answer(given._replace(verdict=wrong)))
    assert text(controller, "practice.score") == "1 of 2 right"
    marks = find(controller, QWidget, "practice.marks")
    assert marks.accessibleName() == "1: right and 2: missed"
    practice.handle(Act.NEXT)
    finish(controller, practice)
    assert practice.round
    number = len(practice.round.answers)
    assert number > 3  # what was missed came again
    assert text(controller, "practice.score").endswith(f"of {number} right")


def test_the_answer_leads_to_the_window_and_the_round_waits(controller: Controller) -> None:
    practice = begin(controller)
    question = now(practice)
    press(controller, *key_of(practice, right(practice)), Qt.Key.Key_Return)
    click(controller, "practice.show")
    assert practice.page is None
    assert profile(controller) == question.profile.as_dict()
    assert screen(controller).selection == question.strategy
    assert screen(controller).tab == "strategies"
    act(controller, "practice")
    assert find(controller, QTextBrowser, "practice.why").isVisible()
    assert now(practice) == question
    practice.leave()
    session(controller).undo()
    assert profile(controller) == session(controller).pack.blank_profile.as_dict()


def test_practice_itself_changes_nothing_in_the_window(controller: Controller) -> None:
    before = screen(controller)
    practice = begin(controller, 2)
    finish(controller, practice)
    practice.leave()
    assert screen(controller) == before
    assert not session(controller).can_undo


def test_one_can_go_back_to_an_answer_and_forth_again(controller: Controller) -> None:
    practice = begin(controller)
    first = now(practice)
    assert not find(controller, QPushButton, "practice.back").isEnabled()
    press(controller, *key_of(practice, right(practice)), Qt.Key.Key_Return, Qt.Key.Key_Return)
    click(controller, "practice.back")
    assert now(practice) == first
    assert find(controller, QTextBrowser, "practice.why").isVisible()
    press(controller, Qt.Key.Key_Return)
    assert now(practice) != first


def test_the_summary_counts_by_kind_and_explains_each_miss(controller: Controller) -> None:
    practice = begin(controller, 5)
    finish(controller, practice)
    assert practice.round
    summary = find(controller, QTextBrowser, "practice.summary").toPlainText()
    assert words.SUMMARY_COUNTS.upper() in summary
    for one in tried(practice.pack, practice.round.answered):
        name = practice.pack.strategy[one.first.question.strategy].name
        assert f"{one.number}. {name}" in summary
    assert words.TO_READ.upper() in summary
    assert summary.index(words.TO_READ.upper()) < summary.index(inspector_words.REFERENCES.upper())
    missed = [one for one in practice.round.answered if misses(practice.pack, one)]
    for question, _ in missed:
        shown = card(practice.pack, question.profile, question.strategy)
        for statement in behind(practice.pack, shown):
            assert flowing(summary).count(flowing(statement.text)) == 1


def test_what_was_missed_comes_again_with_a_remark(controller: Controller) -> None:
    practice = begin(controller, 5)
    first = now(practice)
    given = right(practice)
    wrong = next(verdict for verdict in Verdict if verdict is not given.verdict)
    practice.handle(Answer(given._replace(verdict=wrong)))
    for _ in range(3):
        practice.handle(Act.NEXT)
        assert find(controller, QLabel, "practice.progress").text().endswith("of 6")
        assert controller.window.findChild(QLabel, "practice.remark") is None
        practice.handle(Answer(right(practice)))
    practice.handle(Act.NEXT)
    assert now(practice) == first
    assert text(controller, "practice.remark") == words.COMES_AGAIN
    practice.handle(Answer(right(practice)))
    practice.handle(Act.NEXT)
    practice.handle(Answer(right(practice)))
    practice.handle(Act.NEXT)
    summary = find(controller, QTextBrowser, "practice.summary").toPlainText()
    assert words.RIGHT_LATER in summary


def test_ending_early_counts_what_was_answered(controller: Controller) -> None:
    practice = begin(controller, 5)
    press(controller, *key_of(practice, right(practice)), Qt.Key.Key_Return)
    click(controller, "practice.end")
    assert practice.round
    assert len(practice.round.answered) == 1
    assert (
        "1 answer: 0 verdicts missed"
        in find(controller, QTextBrowser, "practice.summary").toPlainText()
    )


def test_ending_with_nothing_answered_says_so(controller: Controller) -> None:
    begin(controller)
    click(controller, "practice.end")
    summary = find(controller, QTextBrowser, "practice.summary").toPlainText()
    assert words.NOTHING_ANSWERED in summary
    assert not find(controller, QPushButton, "practice.save").isEnabled()


def test_the_same_again_asks_the_same_and_a_new_round_has_another_seed(
    controller: Controller,
) -> None:
    practice = begin(controller, 2)
    assert practice.round
    first = practice.round.questions
    finish(controller, practice)
    click(controller, "practice.again")
    assert practice.round.questions == first
    finish(controller, practice)
    click(controller, "practice.new")
    assert find(controller, QPushButton, "practice.start").isVisible()
    assert practice.setup.seed == 11


def test_nothing_is_written_unless_it_is_asked_for(controller: Controller, tmp_path: Path) -> None:
    before = files(tmp_path)
    practice = begin(controller, 2)
    finish(controller, practice)
    assert not find(controller, QAbstractButton, "practice.keep").isChecked()
    practice.leave()
    own = {"settings.json", "checked.pack"}  # what a start keeps
    assert files(tmp_path) - own == before - own


def test_what_is_kept_is_said_and_deleted_by_one_click(
    controller: Controller, tmp_path: Path
) -> None:
    practice = practising(controller)
    assert text(controller, "practice.kept") == words.NOTHING_KEPT
    assert not find(controller, QAbstractButton, "practice.delete").isVisible()
    click(controller, "practice.keep")
    practice.start(practice.setup._replace(number=2))
    finish(controller, practice)
    assert text(controller, "practice.kept") == words.KEPT
    click(controller, "practice.new")
    assert text(controller, "practice.kept") == words.kept_line(1, 6, "2026-11-21")
    click(controller, "practice.delete")
    said = text(controller, "practice.kept")
    assert "Deleted: 1 round with 6 answers" in said
    assert words.NOTHING_KEPT in said
    assert not find(controller, QAbstractButton, "practice.keep").isChecked()
    assert "practice.json" not in files(tmp_path)


def test_a_finished_round_can_still_be_kept_and_is_kept_once(controller: Controller) -> None:
    practice = begin(controller, 2)
    finish(controller, practice)
    keep = find(controller, QAbstractButton, "practice.keep")
    click(controller, "practice.keep")
    keep.setChecked(False)
    keep.setChecked(True)
    controller.dress(theme="dark")
    assert len(practice.results.read()) == 1


def test_a_damaged_file_is_refused_and_kept_until_one_says_so(
    controller: Controller, tmp_path: Path
) -> None:
    file = controller.practice.results.path
    file.write_text("{")
    practice = practising(controller)
    assert str(file) in text(controller, "practice.kept")
    assert words.KEPT_REFUSED in text(controller, "practice.kept")
    assert not find(controller, QAbstractButton, "practice.keep").isEnabled()
    practice.start(practice.setup._replace(number=2))
    finish(controller, practice)
    assert not find(controller, QAbstractButton, "practice.keep").isEnabled()
    assert file.read_text() == "{"
    click(controller, "practice.new")
    delete = find(controller, QAbstractButton, "practice.delete")
    assert delete.text() == words.DELETE_DAMAGED
    click(controller, "practice.delete")
    assert not file.exists()
    assert find(controller, QAbstractButton, "practice.keep").isEnabled()


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".txt"])
def test_the_summary_is_saved(
    controller: Controller, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    practice = begin(controller, 2)
    finish(controller, practice)
    path = tmp_path / f"summary{suffix}"
    practice.ask_save = lambda *_: path
    click(controller, "practice.save")
    qtbot.waitUntil(lambda: text(controller, "practice.kept") == words.SAVED.format(path=path))
    assert path.stat().st_size > 500


def test_a_summary_that_is_stopped_is_said_not_to_be_written(
    controller: Controller, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> object:
        raise Cancelled

    monkeypatch.setattr("nanoexplorer.render.pages.questions.write_round", stopped)
    practice = begin(controller, 2)
    finish(controller, practice)
    practice.ask_save = lambda *_: tmp_path / "summary.pdf"
    click(controller, "practice.save")
    qtbot.waitUntil(lambda: text(controller, "practice.kept") == export_words.CANCELLED)


def test_a_format_that_there_is_not_is_said(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    practice = begin(controller, 2)
    finish(controller, practice)
    practice.ask_save = lambda *_: tmp_path / "summary.docx"
    click(controller, "practice.save")
    qtbot.waitUntil(lambda: "summary.docx" in text(controller, "practice.kept"))
    assert not (tmp_path / "summary.docx").exists()


def test_theme_and_zoom_follow_and_choices_stay(controller: Controller) -> None:
    practice = begin(controller)
    press(controller, Qt.Key.Key_3)
    small = find(controller, QLabel, "practice.strategy").font().pixelSize()
    controller.window.resize(1440, 900)
    controller.dress(zoom=125)
    let_go()
    assert find(controller, QLabel, "practice.strategy").font().pixelSize() > small
    assert find(controller, QRadioButton, "practice.verdict.open").isChecked()
    controller.dress(theme="dark")
    assert find(controller, QRadioButton, "practice.verdict.open").isChecked()
    assert practice.page
    assert practice.page.isVisible()


def test_a_page_that_somebody_else_took_away_is_built_anew(controller: Controller) -> None:
    practice = begin(controller)
    controller.window.show_content()
    let_go()
    controller.dress(theme="dark")
    assert not controller.window.findChildren(QWidget, "practice")
    act(controller, "practice")
    assert find(controller, QLabel, "practice.strategy").isVisible()
    assert now(practice)


def shown(page: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QTextBrowser)
    found = [w for w in page.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    return [w for w in found if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("step", ["start", "question", "answer", "summary"])
def test_everything_is_named_and_reached_by_tab(controller: Controller, step: str) -> None:
    practice = practising(controller)
    if step != "start":
        begin(controller, 2)
    if step == "answer":
        press(controller, *key_of(practice, right(practice)), Qt.Key.Key_Return)
    if step == "summary":
        finish(controller, practice)
    assert practice.page
    wanted = shown(practice.page)
    groups = [w for w in wanted if not isinstance(w, QRadioButton)]
    reached: list[QWidget | None] = []
    for _ in range(MOST_TABS):
        reached.append(QApplication.focusWidget())
        press(controller, Qt.Key.Key_Tab)
    assert [w.objectName() for w in groups if w not in reached] == []
    names = [w.objectName() for w in wanted]
    assert "" not in names
    assert len(set(names)) == len(names)
    for widget in wanted:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name).strip(), widget.objectName()


def small(controller: Controller, zoom: int) -> None:
    """A small window, and letters for somebody who sits far from it."""
    controller.window.resize(1024, 700)
    controller.dress(zoom=zoom)


def in_sight(controller: Controller, widget: QWidget) -> bool:
    """Whether nothing of a widget is scrolled away."""
    port = find(controller, QScrollArea, "practice.scroll").viewport()
    return port.rect().contains(QRect(widget.mapTo(port, QPoint()), widget.size()))


def all_in_sight(controller: Controller, widgets: list[QWidget]) -> bool:
    return all(in_sight(controller, widget) for widget in widgets)


def longest(practice: Practice) -> Question:
    """The question with the most words."""
    name = max(practice.pack.strategies, key=lambda strategy: len(strategy.name)).id
    case = max(practice.pack.cases, key=lambda case: len(case.title))
    return Question(case.profile, name, case.id)


def test_question_and_all_choices_are_in_sight_in_a_small_window(
    controller: Controller, qtbot: QtBot
) -> None:
    small(controller, 150)
    practice = begin(controller)
    for question in (now(practice), longest(practice)):
        practice._go(Round((question,)))
        page = practice.page
        assert page
        parts: list[QWidget] = [*page.findChildren(QRadioButton)]
        parts.append(find(controller, QLabel, "practice.strategy"))
        parts.append(find(controller, QWidget, "practice.profile"))
        qtbot.waitUntil(partial(all_in_sight, controller, parts))


@pytest.mark.parametrize(("size", "zoom"), [((1024, 700), 150), ((1440, 900), 100)])
def test_an_answer_has_all_its_words_and_is_scrolled_to_its_end(
    controller: Controller, qtbot: QtBot, size: tuple[int, int], zoom: int
) -> None:
    controller.window.resize(*size)
    controller.dress(zoom=zoom)
    practice = begin(controller)
    practice._go(Round((longest(practice),)).answer(Given(Verdict.OPEN, "approved")))
    halves = [find(controller, QTextBrowser, f"practice.{n}") for n in ("why", "which")]
    area = find(controller, QScrollArea, "practice.scroll")

    def whole() -> bool:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        fits = (h.document().size().height() <= h.viewport().height() for h in halves)
        return all(fits) and all(in_sight(controller, half) for half in halves)

    qtbot.waitUntil(whole)


def test_an_answer_is_in_sight_whole_in_an_ordinary_window(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.window.resize(1440, 900)
    practice = begin(controller)
    practice._go(Round((longest(practice),)).answer(Given(Verdict.OPEN, "approved")))
    parts = [find(controller, QWidget, f"practice.{n}") for n in ("strategy", "why", "which")]
    qtbot.waitUntil(lambda: all_in_sight(controller, parts))


@pytest.mark.parametrize("part", ["practice.why", "practice.summary"])
def test_a_text_keeps_away_from_its_focus_ring(
    controller: Controller, qtbot: QtBot, part: str
) -> None:
    practice = begin(controller, 1)
    given = Given(Verdict.OPEN, "approved")
    answered = Round((now(practice),)).answer(given)
    practice._go(answered if part == "practice.why" else answered.end())
    read = find(controller, QTextBrowser, part)
    around = scaled(AROUND, 100)
    qtbot.waitUntil(lambda: read.viewport().x() >= around)
    assert read.viewport().geometry().right() <= read.width() - around
    assert read.cursorRect().top() >= around


def test_head_text_and_foot_begin_at_one_edge(controller: Controller, qtbot: QtBot) -> None:
    small(controller, 150)
    practice = begin(controller)
    practice.handle(Answer(Given(Verdict.OPEN, "approved")))
    page = practice.page
    assert page
    read = find(controller, QTextBrowser, "practice.why")
    named = [
        find(controller, QWidget, f"practice.{n}") for n in ("title", "strategy", "verdict", "back")
    ]

    def edges() -> set[int]:
        found = {part.mapTo(page, QPoint()).x() for part in named}
        return found | {read.viewport().mapTo(page, read.cursorRect().topLeft()).x()}

    qtbot.waitUntil(lambda: len(edges()) == 1)


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_no_choice_is_cut_off_at_its_side(controller: Controller, qtbot: QtBot, zoom: int) -> None:
    small(controller, zoom)
    practice = begin(controller)
    page = practice.page
    assert page
    options = page.findChildren(Key)
    qtbot.waitUntil(lambda: all(o.height() >= o.height_in(o.width()) for o in options))
    port = find(controller, QScrollArea, "practice.scroll").viewport()
    cards = [find(controller, QWidget, f"practice.{n}") for n in ("verdict", "status")]
    assert all(card.mapTo(port, card.rect().topRight()).x() < port.width() for card in cards)


def test_a_chosen_option_is_in_sight_where_there_is_little_room(
    controller: Controller, qtbot: QtBot
) -> None:
    small(controller, 200)
    practice = begin(controller)
    area = find(controller, QScrollArea, "practice.scroll")
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    activate(qtbot, controller.window)
    press(controller, Qt.Key.Key_F)
    last = min(practice.pack.statuses, key=lambda status: status.rank)
    option = find(controller, QRadioButton, f"practice.status.{last.id}")
    qtbot.waitUntil(lambda: in_sight(controller, option))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_that_has_the_keyboard_is_pressed_by_it(
    controller: Controller, key: Qt.Key
) -> None:
    practice = begin(controller, 3)
    practice.handle(Answer(right(practice)))
    find(controller, QPushButton, "practice.end").setFocus()
    press(controller, key)
    assert find(controller, QTextBrowser, "practice.summary").isVisible()


@pytest.fixture
def hostile(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Controller]:
    opened = open_controller(app, qtbot, tmp_path, hostile_pack(tmp_path / "pack"))
    yield opened
    put_away(opened)


def test_text_of_a_pack_is_text(hostile: Controller) -> None:
    practice = begin(hostile, 3)
    finish(hostile, practice)
    assert practice.page
    labels = practice.page.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    summary = find(hostile, QTextBrowser, "practice.summary")
    assert MARKUP in summary.toPlainText()
    assert "<img" not in summary.toHtml()


def test_another_pack_has_its_own_stages(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_controller(app, qtbot, tmp_path, MINI_PACK)
    try:
        practice = begin(opened, 2)
        labels = [s.label for s in sorted(practice.pack.statuses, key=lambda s: -s.rank)]
        options = find(opened, QWidget, "practice.status").findChildren(QRadioButton)
        assert [option.text() for option in options] == labels
    finally:
        put_away(opened)


def test_every_verdict_has_a_key_in_the_order_of_the_groups(controller: Controller) -> None:
    begin(controller)
    for number, verdict in enumerate(Verdict, 1):
        press(controller, Qt.Key(Qt.Key.Key_0.value + number))
        assert find(controller, QRadioButton, f"practice.verdict.{verdict}").isChecked()


def test_a_keys_place_chooses_where_its_sign_is_another(controller: Controller) -> None:
    practice = begin(controller)
    places = {"é": 11, "ш": 38}  # French 2, and the place of A
    for text, place in places.items():
        at = QApplication.focusWidget()
        assert at
        key = ord(text.upper())
        held = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(at, QKeyEvent(QEvent.Type.KeyPress, key, held, place, 0, 0, text))
    verdicts, stages = list(common.VERDICT), controller.practice.pack.statuses
    assert practice.draft == (verdicts[1], max(stages, key=lambda status: status.rank).id)


def test_a_digit_that_is_typed_with_shift_chooses(controller: Controller) -> None:
    practice = begin(controller)
    at = QApplication.focusWidget()
    assert at
    QTest.keyClick(at, Qt.Key.Key_2, Qt.KeyboardModifier.ShiftModifier)
    assert practice.draft[0] == list(common.VERDICT)[1]
