"""Questions on paper or for another program: about what, how many; the seed makes them again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from nanoexplorer.core.evidence import Case
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS, MOST_SEED, Setup
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.render.job import ExportError, Progress
from nanoexplorer.render.questions.writing import KINDS, PDF, Kind, Written, kind_of
from nanoexplorer.ui.base.ask import AskSavePath
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.base.widgets import STRETCH, column, frame, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox
from nanoexplorer.ui.controls.dialogs import fit
from nanoexplorer.ui.export.run import ExportRun
from nanoexplorer.ui.practice.parts import named_field, number_box, seed_field
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import practice as practice_words
from nanoexplorer.words.teaching import questions as words

SIZE = (660, 600)
NUMBER = 8
NAME = "practice.questions"
CASES, SEMINAR, RANDOM = "cases", "seminar", "random"


class QuestionsDialog(QDialog):
    """Choose and save; it stays open, so that a second set is one click away."""

    def __init__(
        self,
        pack: Pack,
        zoom: int,
        parent: QWidget | None,
        ask_save: AskSavePath,
        draw_seed: Callable[[], int],
        *,
        only: bool = False,
        seminar: Seminar | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.DIALOG)
        self._pack, self._zoom, self._seminar = pack, zoom, seminar
        self.ask_save, self._draw_seed = ask_save, draw_seed
        self._build()
        self._lay_out()
        self._connect()
        self.only.setChecked(only)
        self._settle()
        fit(self, SIZE, zoom)

    def _build(self) -> None:
        self.about = _choice("about", self._sources())
        self.kind = _choice("kind", {kind.suffix: kind.label for kind in KINDS})
        self.cases = {case.id: _case_box(case) for case in self._pack.cases}
        tick_all, tick_none = lambda: self._tick(True), lambda: self._tick(False)
        self.all = form_button(practice_words.HANDOUT_ALL, f"{NAME}.all", does=tick_all)
        self.none = form_button(practice_words.HANDOUT_NONE, f"{NAME}.none", does=tick_none)
        self.only = CheckBox(window_words.ONLY_DEPENDENT, f"{NAME}.only_dependent")
        self.number = number_box(f"{NAME}.number", MOST_QUESTIONS, NUMBER, self._zoom)
        self.seed = number_box(f"{NAME}.seed", MOST_SEED, self._draw_seed(), self._zoom)
        self.answers = _choice("answers", practice_words.ANSWERS)
        self.said = label("", "muted", wraps=True, name=f"{NAME}.said")
        self.save = form_button(common.SAVE, f"{NAME}.save", primary=True, does=self._save)

    def _sources(self) -> dict[str, str]:
        """What there is to ask about; a seminar that is open comes first."""
        found = {CASES: words.ABOUT_CASES, RANDOM: words.ABOUT_RANDOM}
        if self._seminar is None:
            return found
        return {SEMINAR: practice_words.open_seminar(self._seminar.title), **found}

    def _lay_out(self) -> None:
        gap, tip = scaled(16, self._zoom), words.DIALOG_ANSWERS_TIP
        about = named_field(practice_words.ASK_ABOUT, self.about)
        kind = named_field(words.DIALOG_KIND, self.kind)
        number = named_field(practice_words.NUMBER, self.number, spoken=practice_words.NUMBER_NAME)
        seed = seed_field(self.seed, f"{NAME}.new_seed", self._draw_seed)
        answers = named_field(practice_words.HANDOUT_ANSWERS, self.answers, tip=tip)
        cases = label(practice_words.HANDOUT_CASES, "caps")
        close = form_button(common.CLOSE, f"{NAME}.close", does=self.reject)
        put(
            column(self, margin=20, gap=12),
            label(words.DIALOG, "lead", name=f"{NAME}.title"),
            label(words.DIALOG_LEAD, "muted", wraps=True),
            put(row(gap=gap), (about, 1), (kind, 1)),
            put(row(), cases, STRETCH, self.all, self.none),
            (self._listed(), 1),
            self.only,
            put(row(gap=gap), number, seed, (answers, 1)),
            self.said,
            put(row(), STRETCH, close, self.save),
        )

    def _listed(self) -> QScrollArea:
        """The cases below each other, scrolled where they have no room."""
        inside = frame("paper")
        put(column(inside, gap=0), *self.cases.values(), STRETCH)
        area = scrolled(inside, f"{NAME}.cases")
        area.setMinimumHeight(scaled(48, self._zoom))
        return area

    def _connect(self) -> None:
        self.about.currentIndexChanged.connect(self._settle)
        self.kind.currentIndexChanged.connect(self._settle)
        for box in self.cases.values():
            box.toggled.connect(self._settle)

    def _tick(self, on: bool) -> None:
        for box in self.cases.values():
            box.setChecked(on)

    def _settle(self) -> None:
        """Say what is missing before anything can be saved."""
        about = self.about.currentData()
        for control in (*self.cases.values(), self.all, self.none):
            control.setEnabled(about == CASES)
        self.answers.setEnabled(self.kind.currentData() == PDF)
        missing = self._missing(about)
        self.save.setEnabled(not missing)
        self.said.setText(missing)

    def _missing(self, about: str) -> str:
        if about == CASES and not self._chosen():
            return practice_words.HANDOUT_NO_CASE
        if about == SEMINAR and self._seminar and not self._seminar.cases:
            return words.EMPTY_SEMINAR
        return ""

    def _chosen(self) -> tuple[str, ...]:
        return tuple(id_ for id_, box in self.cases.items() if box.isChecked())

    def setup(self) -> Setup:
        """What is chosen."""
        about = self.about.currentData()
        cases = self._chosen() if about == CASES else ()
        seminar = self._seminar if about == SEMINAR else None
        number, seed = self.number.value(), self.seed.value()
        return Setup(cases, number, seed, self.only.isChecked(), seminar)

    def _save(self) -> None:
        setup, suffix = self.setup(), self.kind.currentData()
        name = words.SAVE_NAME.format(seed=setup.seed, suffix=suffix)
        first = sorted(KINDS, key=lambda kind: kind.suffix != suffix)
        path = self.ask_save(self, words.DIALOG, name, ";;".join(map(_filter, first)))
        if path is None:
            return
        try:
            kind = kind_of(path)
        except ExportError as error:
            self.said.setText(str(error))
            return
        self.said.setText("")
        self._write(setup, path, kind)

    def _write(self, setup: Setup, path: Path, kind: Kind) -> None:
        answers = self.answers.currentData()

        def work(progress: Progress) -> object:
            from nanoexplorer.render.questions.writing import write_set

            return write_set(self._pack, setup, path, chosen_theme("light"), answers, progress)

        saving = practice_words.SAVING.format(name=path.name)
        run = ExportRun(saving, kind.import_libraries, work, self)
        run.done.connect(lambda written: self._saved(written, setup.number))
        run.failed.connect(self.said.setText)
        run.cancelled.connect(lambda: self.said.setText(export_words.CANCELLED))
        run.start()

    def _saved(self, written: Written, wanted: int) -> None:
        where = common.listed([str(file) for file in written.paths])
        saved = practice_words.SAVED.format(path=where)
        fewer = words.FEWER.format(found=written.number, wanted=wanted)
        self.said.setText(saved if written.number == wanted else f"{saved} {fewer}")


def _choice(name: str, texts: dict[str, str]) -> ChoiceBox:
    return ChoiceBox(texts, f"{NAME}.{name}", letters=10)


def _filter(kind: Kind) -> str:
    return export_words.KIND_FILTER.format(label=kind.label, suffix=kind.suffix)


def _case_box(case: Case) -> CheckBox:
    made = CheckBox(case.title, f"{NAME}.case.{case.id}")
    made.setChecked(True)
    return made
