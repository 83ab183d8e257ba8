"""Questions as a handout: which cases, how many, with which answers; the seed makes them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from nanoexplorer.core.evidence import Case
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS, MOST_SEED, Setup
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.render.job import Progress
from nanoexplorer.ui.base.dress import chosen_theme
from nanoexplorer.ui.base.widgets import column, frame, label, row
from nanoexplorer.ui.controls.controls import CheckBox, ChoiceBox
from nanoexplorer.ui.controls.dialogs import fit
from nanoexplorer.ui.export.run import ExportRun
from nanoexplorer.ui.practice.frame import named_field, number_box, push
from nanoexplorer.ui.practice.inputs import Inputs
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import practice as words

SIZE = (660, 560)
NUMBER = 8


class HandoutDialog(QDialog):
    """Choose and save; it stays open, so that a second set is one click away."""

    def __init__(
        self,
        pack: Pack,
        zoom: int,
        parent: QWidget | None,
        inputs: Inputs,
        *,
        only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("practice.handout")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.HANDOUT)
        self._pack, self._zoom = pack, zoom
        self.inputs = inputs
        self._build()
        self._lay_out()
        self._connect()
        self.only.setChecked(only)
        self._settle()
        fit(self, SIZE, zoom)

    def _build(self) -> None:
        self.cases = {case.id: _case_box(case) for case in self._pack.cases}
        self.all = push(words.HANDOUT_ALL, "practice.handout.all")
        self.none = push(words.HANDOUT_NONE, "practice.handout.none")
        self.random = CheckBox(words.HANDOUT_RANDOM)
        self.random.setObjectName("practice.handout.random")
        self.only = CheckBox(window_words.ONLY_DEPENDENT)
        self.only.setObjectName("practice.handout.only_dependent")
        self.number = number_box("practice.handout.number", MOST_QUESTIONS, NUMBER, self._zoom)
        self.seed = number_box("practice.handout.seed", MOST_SEED, self.inputs.seed(), self._zoom)
        self.new_seed = push(
            words.SEED_NEW, "practice.handout.new_seed", spoken=words.SEED_NEW_NAME
        )
        self.answers = ChoiceBox()
        self.answers.setObjectName("practice.handout.answers")
        for id_, text in words.ANSWERS.items():
            self.answers.addItem(text, id_)
        self.said = label("", "muted", wraps=True, name="practice.handout.said")
        self.close_ = push(common.CLOSE, "practice.handout.close")
        self.save = push(words.SAVE, "practice.handout.save")
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)

    def _lay_out(self) -> None:
        lines = column(self, margin=20, gap=12)
        lines.addWidget(label(words.HANDOUT, "lead", name="practice.handout.title"))
        lines.addWidget(label(words.HANDOUT_LEAD, "muted", wraps=True))
        head = row()
        head.addWidget(label(words.HANDOUT_CASES, "caps"))
        head.addStretch(1)
        head.addWidget(self.all)
        head.addWidget(self.none)
        lines.addLayout(head)
        lines.addWidget(self._listed(), 1)
        lines.addWidget(self.random)
        lines.addWidget(self.only)
        lines.addLayout(self._fields())
        lines.addWidget(self.said)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        buttons.addWidget(self.save)
        lines.addLayout(buttons)

    def _fields(self) -> QHBoxLayout:
        line = row(gap=scaled(16, self._zoom))
        line.addLayout(named_field(words.NUMBER, self.number, spoken=words.NUMBER_NAME))
        line.addLayout(named_field(words.SEED, self.seed, self.new_seed, tip=words.SEED_TIP))
        line.addLayout(named_field(words.HANDOUT_ANSWERS, self.answers), 1)
        return line

    def _listed(self) -> QScrollArea:
        """The cases below each other, scrolled where they have no room."""
        inside = frame("paper")
        lines = column(inside, gap=0)
        for box in self.cases.values():
            lines.addWidget(box)
        lines.addStretch(1)
        area = QScrollArea()
        area.setObjectName("practice.handout.cases")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(scaled(48, self._zoom))
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self.all.clicked.connect(lambda: self._check(True))
        self.none.clicked.connect(lambda: self._check(False))
        self.random.toggled.connect(self._settle)
        for box in self.cases.values():
            box.toggled.connect(self._settle)
        self.new_seed.clicked.connect(lambda: self.seed.setValue(self.inputs.seed()))
        self.close_.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)

    def _check(self, on: bool) -> None:
        for box in self.cases.values():
            box.setChecked(on)

    def _settle(self) -> None:
        """Say what is missing before anything can be saved."""
        random = self.random.isChecked()
        for control in (*self.cases.values(), self.all, self.none):
            control.setEnabled(not random)
        ready = random or bool(self._chosen())
        self.save.setEnabled(ready)
        self.said.setText("" if ready else words.HANDOUT_NO_CASE)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(id_ for id_, box in self.cases.items() if box.isChecked())

    def setup(self) -> Setup:
        """What is chosen."""
        cases = () if self.random.isChecked() else self._chosen()
        return Setup(cases, self.number.value(), self.seed.value(), self.only.isChecked())

    def _save(self) -> None:
        setup = self.setup()
        name = words.HANDOUT_SAVE_NAME.format(seed=setup.seed)
        path = self.inputs.ask_path(self, words.HANDOUT, name, words.HANDOUT_FILES)
        if path is None:
            return
        if path.suffix.lower() != ".pdf":
            self.said.setText(words.HANDOUT_ONLY_PDF.format(name=path.name))
            return
        self.said.setText("")
        self._write(setup, path)

    def _write(self, setup: Setup, path: Path) -> None:
        answers = self.answers.currentData()

        def work(progress: Progress) -> object:
            from nanoexplorer.render.pages.questions import write_questions

            return write_questions(
                self._pack, setup, answers, chosen_theme("light"), path, progress
            )

        run = ExportRun(words.SAVING.format(name=path.name), prepare, work, self)
        run.done.connect(self._saved)
        run.failed.connect(self.said.setText)
        run.cancelled.connect(lambda: self.said.setText(export_words.CANCELLED))
        run.start()

    def _saved(self, files: Sequence[Path]) -> None:
        where = common.listed([str(file) for file in files])
        self.said.setText(words.SAVED.format(path=where))


def prepare() -> None:
    """Import what a handout needs, in a thread."""
    import pypdf  # noqa: F401
    import segno  # noqa: F401


def _case_box(case: Case) -> CheckBox:
    made = CheckBox(case.title)
    made.setObjectName(f"practice.handout.case.{case.id}")
    made.setChecked(True)
    return made
