"""Where practice begins: what to ask about, how much, and whether anything is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import MOST_SEED, Setup
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import label, row
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox
from nanoexplorer.ui.practice.frame import Step, named_field, number_box, push
from nanoexplorer.ui.practice.keep_box import KeepBox
from nanoexplorer.ui.practice.requests import ChooseSeminar, Delete, DrawSeed, Keep, Start
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import practice as words

NUMBERS = (5, 8, 12, 20, 40)
ASK_WIDTH = 480
_CASES, _RANDOM, _SEMINAR = "all", "random", "seminar"


class StartStep(Step):
    """Choose and start. What is kept on this computer is said here, and deleted here."""

    def __init__(
        self, pack: Pack, setup: Setup, zoom: int, seminar: Seminar | None = None, said: str = ""
    ) -> None:
        """`seminar`: one that can be asked about; `said`: why another can't."""
        super().__init__(zoom)
        self._pack, self._seminar = pack, seminar
        self.said = label(said, "caution", wraps=True, name="practice.said")
        self.said.setVisible(bool(said))
        self.ask = ChoiceBox()
        self.ask.setObjectName("practice.ask")
        self.file = push(words.ASK_FILE, "practice.file", spoken=words.ASK_FILE_TITLE)
        self.number = ChoiceBox()
        self.number.setObjectName("practice.number")
        self.seed = number_box("practice.seed", MOST_SEED, setup.seed, zoom)
        self.new_seed = push(words.SEED_NEW, "practice.new_seed", spoken=words.SEED_NEW_NAME)
        self.only = CheckBox(window_words.ONLY_DEPENDENT)
        self.only.setObjectName("practice.only_dependent")
        self.only.setChecked(setup.only_dependent)
        self.keep = KeepBox()
        self.kept = label("", "muted", wraps=True, name="practice.kept")
        self.missed = label("", "muted", wraps=True, name="practice.kept_missed")
        self.delete_ = push(words.DELETE, "practice.delete")
        self.start = push(words.START, "practice.start")
        self.buttons = (self.start,)
        self._fill(setup)
        self._lay_out()
        self._connect()

    def _fill(self, setup: Setup) -> None:
        if self._seminar:
            self.ask.addItem(words.seminar_asked(self._seminar.title), _SEMINAR)
        self.ask.addItem(words.ASK_CASES, _CASES)
        self.ask.addItem(words.ASK_RANDOM, _RANDOM)
        for case in self._pack.cases:
            self.ask.addItem(case.title, case.id)
        for number in NUMBERS:
            self.number.addItem(words.questions_counted(number), number)
        self.ask.setCurrentIndex(max(0, self.ask.findData(_asked(setup))))
        self.number.setCurrentIndex(max(0, self.number.findData(setup.number)))

    def _lay_out(self) -> None:
        lines = self.section()
        lines.addWidget(label(words.START_LEAD, "lead", wraps=True, name="practice.lead"))
        asked = row(gap=0)
        asked.addLayout(named_field(words.ASK_ABOUT, self.ask, self.file), 10_000)
        asked.addStretch(1)
        lines.addLayout(asked)
        lines.addWidget(self.said)
        self.ask.setMaximumWidth(scaled(ASK_WIDTH, self.zoom))
        self.ask.setMinimumContentsLength(10)
        self.ask.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        line = row(gap=scaled(16, self.zoom))
        line.addLayout(named_field(words.NUMBER, self.number, spoken=words.NUMBER_NAME))
        line.addLayout(named_field(words.SEED, self.seed, self.new_seed, tip=words.SEED_TIP))
        line.addStretch(1)
        lines.addLayout(line)
        ticked = row()
        ticked.addWidget(self.only)
        ticked.addStretch(1)
        lines.addLayout(ticked)
        lines.addWidget(label(words.FORGET_NOTE, wraps=True, name="practice.forget_note"))
        boxed = row()
        boxed.addWidget(self.keep)
        boxed.addStretch(1)
        boxed.addWidget(self.delete_)
        self.boxed().addLayout(boxed)
        lines = self.section()
        lines.addWidget(self.kept)
        lines.addWidget(self.missed)
        self.lines.addStretch(1)

    def _connect(self) -> None:
        self.start.clicked.connect(lambda: self.requested.emit(Start(self.setup())))
        self.file.clicked.connect(lambda: self.requested.emit(ChooseSeminar()))
        self.new_seed.clicked.connect(lambda: self.requested.emit(DrawSeed()))
        self.keep.toggled.connect(lambda on: self.requested.emit(Keep(on)))
        self.delete_.clicked.connect(lambda: self.requested.emit(Delete()))

    def setup(self) -> Setup:
        """What is chosen."""
        ask = self.ask.currentData()
        cases = tuple(case.id for case in self._pack.cases) if ask == _CASES else (ask,)
        asked = () if ask in (_RANDOM, _SEMINAR) else cases
        number, only = self.number.currentData(), self.only.isChecked()
        seminar = self._seminar if ask == _SEMINAR else None
        return Setup(asked, number, self.seed.value(), only, seminar)

    def show_kept(self, lines: tuple[str, str], *, keep: bool, there: bool, damaged: bool) -> None:
        """Say what is kept on this computer and what of it was missed, or what is wrong with it."""
        _show(self.kept, lines[0], "caution" if damaged else "muted")
        _show(self.missed, lines[1], "muted")
        self.delete_.setText(words.DELETE_DAMAGED if damaged else words.DELETE)
        self.delete_.setVisible(there)
        self.keep.show_kept(keep=keep, damaged=damaged)

    @override
    def begin(self) -> None:
        self.ask.setFocus()


def _asked(setup: Setup) -> str:
    """What a setup asks about, among what can be chosen."""
    if setup.seminar:
        return _SEMINAR
    if not setup.cases:
        return _RANDOM
    return setup.cases[0] if len(setup.cases) == 1 else _CASES


def _show(line: QLabel, text: str, role: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))
    give_role(line, role)
