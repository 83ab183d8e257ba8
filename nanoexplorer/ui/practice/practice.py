"""Practice over the window: which step is shown, what was answered, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject
from shiboken6 import isValid

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.strategies import only_dependent
from nanoexplorer.core.teaching.practice import Answered, Given, Round, is_right
from nanoexplorer.core.teaching.questions import Question, Setup, draw_questions, draw_seed
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.documents.practice import score
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.job import Progress
from nanoexplorer.ui.base.ask import AskOpenPath, AskSavePath, ask_open_path, ask_save_path
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.export.run import ExportRun
from nanoexplorer.ui.practice.answer import AnswerStep
from nanoexplorer.ui.practice.frame import PracticePage, Step
from nanoexplorer.ui.practice.kept import KeptError, KeptResults, kept_round, missed_in
from nanoexplorer.ui.practice.progress import RoundProgress
from nanoexplorer.ui.practice.question import QuestionStep
from nanoexplorer.ui.practice.requests import (
    NOTHING_CHOSEN,
    Act,
    Answer,
    Draft,
    Keep,
    Request,
    Start,
)
from nanoexplorer.ui.practice.start import NUMBERS, StartStep
from nanoexplorer.ui.practice.summary import SummaryStep
from nanoexplorer.ui.shell.window import Window
from nanoexplorer.words import export as export_words
from nanoexplorer.words.packs import whose
from nanoexplorer.words.teaching import practice as words

if TYPE_CHECKING:
    from nanoexplorer.formats.seminar import Read

MOST_SHOWN = 5
"""Kinds of misses that are shown of what is kept."""


class Practice(QObject):
    """One trainee at one window. A round waits while the window is looked at, and then goes on.

    Nothing is written anywhere unless the trainee asks for it.
    """

    def __init__(
        self,
        session: Session,
        window: Window,
        file: Path,
        seminar: Callable[[], Seminar | None],
    ) -> None:
        """`seminar`: a teacher's that is open, if one is."""
        super().__init__(window)
        self._open_seminar = seminar
        self.session = session
        self.window = window
        self.ask_save: AskSavePath = ask_save_path
        self.ask_open: AskOpenPath = ask_open_path
        self.draw_seed: Callable[[], int] = draw_seed
        self.today: Callable[[], date] = date.today
        self.results = KeptResults(file)
        self.keeps = self.results.there()
        cases = tuple(case.id for case in session.pack.cases)
        self.setup = Setup(cases, NUMBERS[1], self.draw_seed())
        self.round: Round | None = None
        self.draft = NOTHING_CHOSEN
        self.page: PracticePage | None = None
        self._asked: tuple[Question, ...] = ()
        self._remark = ""
        self._seminar: Seminar | None = None
        self._line = ""
        self.reading: FileReading | None = None
        self._saved: Round | None = None
        self._said = ""
        self._theme, self._zoom = chosen_theme("light"), 100

    @property
    def pack(self) -> Pack:
        """The pack that is practised with."""
        return self.session.pack

    def open(self, theme: Theme, zoom: int) -> None:
        """Show practice, where it was left."""
        self._theme, self._zoom = theme, zoom
        if self.round is None:
            self._take(self._open_seminar() or self._seminar)
            self.setup = self.setup._replace(only_dependent=self._only)
        self._show()

    def _take(self, seminar: Seminar | None) -> None:
        """Propose a seminar with cases; the pack's cases where there is none any more."""
        seminar = seminar if seminar and seminar.cases else None
        if seminar != self._seminar:
            cases = () if seminar else tuple(case.id for case in self.pack.cases)
            self.setup = self.setup._replace(cases=cases, seminar=seminar)
        self._seminar = seminar

    @property
    def _only(self) -> bool:
        """Whether the window leaves out what is independent of the profile."""
        return only_dependent(self.session.intent.options)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom; the step is built anew as it was."""
        self._theme, self._zoom = theme, zoom
        if self._is_shown():
            self._show()

    def ask(
        self, setup: Setup, questions: tuple[Question, ...], remark: str, theme: Theme, zoom: int
    ) -> None:
        """Ask exactly these questions, which a file has brought; the remark stays with them."""
        self._theme, self._zoom = theme, zoom
        self.setup, self._asked, self._remark = setup, questions, remark
        self._go(Round(questions))

    def ask_for_questions(self, zoom: int) -> None:
        """Ask which questions, and write them for paper or another program."""
        from nanoexplorer.ui.practice.questions_dialog import QuestionsDialog

        seminar, only = self._open_seminar(), self._only
        asks = self.ask_save, self.draw_seed
        QuestionsDialog(self.pack, zoom, self.window, *asks, only=only, seminar=seminar).open()

    def leave(self) -> None:
        """Back to the window; the round waits."""
        self.page = None
        self.window.show_content()

    def _show(self) -> None:
        old = self.page if self._is_there() else None
        step = self._step()
        if self._remark and self.round:
            step.remark(self._remark)
        said = whose.banner(self.pack)
        self.page = PracticePage(step, self._progress(), self._theme, self._zoom, said)
        self.page.requested.connect(self.handle)
        self.window.show_over(self.page)
        if old is not None:
            self.window.stack.removeWidget(old)
            old.deleteLater()
        step.begin()

    def _is_there(self) -> bool:
        """Whether our page stands over the window; somebody else may have taken it away."""
        if self.page is None or not isValid(self.page):
            return False
        return self.window.stack.indexOf(self.page) >= 0

    def _is_shown(self) -> bool:
        return self._is_there() and self.window.stack.currentWidget() is self.page

    def _progress(self) -> RoundProgress:
        if self.round is None:
            return RoundProgress("")
        answered = self.round.answered
        rights = tuple(is_right(self.pack, one) for one in answered)
        right = score(self.pack, answered) if answered else ""
        if self.round.is_over:
            return RoundProgress(words.TO_SUMMARY, rights, right)
        place, of = self.round.place + 1, len(self.round.questions)
        return RoundProgress(words.QUESTION_OF.format(number=place, of=of), rights, right)

    def _step(self) -> Step:
        if self.round is None:
            return self._start_step()
        question, given = self.round.question, self.round.given
        if question is None:
            return self._summary_step(self.round)
        if given is not None:
            return self._answer_step(self.round, Answered(question, given))
        asked = QuestionStep(self.pack, question, self.draft, self._theme, self._zoom)
        asked.back.setEnabled(self.round.place > 0)
        if self.round.comes_again:
            asked.remark(words.COMES_AGAIN)
        return asked

    def _answer_step(self, now: Round, answered: Answered) -> Step:
        last = now.place == len(now.questions) - 1
        of = len(now.questions) if last else 0
        step = AnswerStep(self.pack, answered, self._theme, self._zoom, last=of)
        step.back.setEnabled(now.place > 0)
        if last:
            step.end.hide()  # showing it here would make it a window of its own
        return step

    def _start_step(self) -> StartStep:
        about = (self.pack, self.setup, self._zoom, self._seminar, self._line)
        step = StartStep(*about, str(self.results.path), self.draw_seed)
        self._line = ""
        self._say_kept(step)
        return step

    def _summary_step(self, now: Round) -> SummaryStep:
        self._keep_round(now)
        look, file = (self._theme, self._zoom), str(self.results.path)
        step = SummaryStep(self.pack, self.setup, now.answered, *look, file)
        step.show_kept(self._said, keep=self.keeps, damaged=self._is_damaged())
        return step

    def handle(self, request: Request) -> None:
        """Do what a step requests. mypy names a request that nothing is done about."""
        match request:
            case Act.LEAVE:
                self.leave()
            case Act.CHOOSE_SEMINAR:
                self._choose_seminar()
            case Start(setup):
                self.start(setup)
            case Draft() as draft:
                self.draft = draft
            case Answer(given):
                self._answer(given)
            case Act.BACK:
                self._go(self._round().back())
            case Act.NEXT:
                self._go(self._round().on())
            case Act.END:
                self._go(self._round().end())
            case Act.SHOW_IN_WINDOW:
                self._show_in_window()
            case Act.SAVE:
                self._save(self._round())
            case Act.AGAIN:
                self._go(Round(self._asked))
            case Act.NEW_ROUND:
                self.new_round()
            case Keep(keep):
                self._keep(keep)
            case Act.DELETE:
                self._delete()
            case _ as never:
                assert_never(never)

    def _first_step(self) -> StartStep:
        assert self.page is not None
        assert isinstance(self.page.step, StartStep)
        return self.page.step

    def _round(self) -> Round:
        assert self.round is not None
        return self.round

    def _answer(self, given: Given) -> None:
        """Take an answer; what was missed comes again in this round."""
        now = self._round()
        missed = now.question and not is_right(self.pack, Answered(now.question, given))
        self._go(now.answer(given, missed=bool(missed)))

    def start(self, setup: Setup) -> None:
        """Begin a round."""
        self.setup, self._remark = setup, ""
        self._asked = draw_questions(self.pack, setup)
        if self._asked:
            self._go(Round(self._asked))
        else:
            self._say_at_first(words.NOTHING_ASKED)

    def _choose_seminar(self) -> None:
        """Ask for a seminar file, and read it in a thread."""
        from nanoexplorer.formats.seminar import SeminarError, read_seminar
        from nanoexplorer.words.teaching import seminar as seminar_words

        path = self.ask_open(self.window, words.ASK_FILE_TITLE, "", seminar_words.FILES)
        if path is None:
            return
        self.setup = self._first_step().setup()  # it is built anew
        name, pack = path.name, self.pack
        reading = FileReading(
            name, lambda on: read_seminar(path, pack, on), SeminarError, self.window
        )
        reading.done.connect(lambda read: self._read(read, name))
        said = seminar_words.seminar_problems
        reading.refused.connect(lambda e: self._say_at_first(said(e.file, e.problems)))
        self.reading = reading
        reading.start()

    def _read(self, read: Read, name: str) -> None:
        """Propose what a file holds."""
        from nanoexplorer.words.teaching import seminar as seminar_words

        if not read.seminar.cases:
            self._say_at_first(words.NO_CASE_IN.format(name=name))
            return
        self._take(read.seminar)
        ours = self.pack.version
        about = {"name": name, "found": read.version, "ours": ours}
        self._say_at_first(
            seminar_words.OTHER_VERSION.format(**about) if read.version != ours else ""
        )

    def _say_at_first(self, line: str) -> None:
        """Say something on the first page, where it is shown."""
        self._line = line
        if self.round is None and self._is_shown():
            self._show()

    def new_round(self) -> None:
        """Back to where a round begins, with another seed."""
        self.setup = self.setup._replace(seed=self.draw_seed())
        self.round = None
        self._said = ""
        self._show()

    def _go(self, now: Round) -> None:
        self.round, self.draft, self._said = now, NOTHING_CHOSEN, ""
        self._show()

    def _show_in_window(self) -> None:
        """Open the profile with the strategy in the window; one undo leads back."""
        question = self._round().question
        assert question is not None
        profile, strategy = question.profile, question.strategy
        self.leave()
        self.session.change(profile=profile, selection=strategy, tab="strategies", search="")

    def _save(self, now: Round) -> None:
        name = words.SAVE_NAME.format(seed=self.setup.seed)
        path = self.ask_save(self.window, words.SAVE_TITLE, name, words.SAVE_FILES)
        if path is None:
            return

        def work(progress: Progress) -> object:
            from nanoexplorer.render.pages.questions import write_round

            light = chosen_theme("light")
            return write_round(self.pack, self.setup, now.answered, light, path, progress)

        run = ExportRun(words.SAVING.format(name=path.name), _import_paper, work, self.window)
        run.done.connect(lambda file: self._say(words.SAVED.format(path=file)))
        run.failed.connect(self._say)
        run.cancelled.connect(lambda: self._say(export_words.CANCELLED))
        run.start()

    def _say(self, line: str) -> None:
        """Say something at the end of a round."""
        self._said = line
        step = self.page.step if self.page and self._is_there() else None
        if isinstance(step, SummaryStep):
            step.show_kept(line, keep=self.keeps, damaged=self._is_damaged())

    def _is_damaged(self) -> bool:
        try:
            self.results.read()
        except KeptError:
            return True
        return False

    def _say_kept(self, step: StartStep) -> None:
        """Say on the first page what is kept, or why the file can't be used."""
        said, more, damaged = words.NOTHING_KEPT, "", False
        try:
            rounds = self.results.read()
            if rounds:
                answers = sum(len(one.answers) for one in rounds)
                said = words.kept_line(len(rounds), answers, rounds[-1].when)
                most = missed_in(r for r in rounds if r.pack == self.pack.id)[:MOST_SHOWN]
                more = words.kept_misses(most) if most else ""
        except KeptError as error:
            said, damaged = f"{error} {words.KEPT_REFUSED}", True
        said = f"{self._said} {said}" if self._said else said
        there = self.results.there()
        step.show_kept((said, more), keep=self.keeps, there=there, damaged=damaged)

    def _keep(self, keep: bool) -> None:
        """Keep from now on; at the end of a round, this one too."""
        self.keeps = keep
        if self.round is not None:
            self._said = ""
            self._keep_round(self.round)
            self._say(self._said)

    def _keep_round(self, now: Round) -> None:
        """Keep a finished round, once, if the trainee has asked for it."""
        if not self.keeps or not now.answered or self._saved is now:
            return
        today = self.today().isoformat()
        try:
            self.results.add(kept_round(self.pack, today, self.setup.seed, now.answered))
        except KeptError as error:
            self._said = str(error)
            return
        self._saved = now
        self._said = words.KEPT

    def _delete(self) -> None:
        try:
            self._said = self.results.delete()
            self.keeps = False
        except KeptError as error:
            self._said = str(error)
        self._say_kept(self._first_step())


def _import_paper() -> None:
    """Import what a summary on paper needs, in a thread."""
    import pypdf  # noqa: F401
    import segno  # noqa: F401
