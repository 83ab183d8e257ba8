"""Where practice begins: what to ask about, how much, and whether anything is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import MOST_SEED, Setup
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import STRETCH, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox
from nanoexplorer.ui.practice.frame import Step
from nanoexplorer.ui.practice.parts import KeepBox, named_field, number_box, seed_field
from nanoexplorer.ui.practice.requests import Act, Keep, Start
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import practice as words

NUMBERS = (5, 8, 12, 20, 40)
ASK_WIDTH = 480
_CASES, _RANDOM, _SEMINAR = "all", "random", "seminar"


class StartStep(Step):
    """Choose and start. What is kept on this computer is said here, and deleted here."""

    def __init__(
        self,
        pack: Pack,
        setup: Setup,
        zoom: int,
        seminar: Seminar | None,
        said: str,
        file: str,
        draw_seed: Callable[[], int],
    ) -> None:
        """`seminar`: one that can be asked about; `said`: why another can't; `file`: where results
        are kept.
        """
        super().__init__(zoom)
        self._pack, self._seminar = pack, seminar
        self.said = label(said, "caution", wraps=True, name="practice.said")
        self.said.setVisible(bool(said))
        self.ask = ChoiceBox(self._sources(), "practice.ask", letters=10)
        self.ask.setCurrentIndex(max(0, self.ask.findData(_asked(setup))))
        numbers = {number: words.questions_counted(number) for number in NUMBERS}
        self.number = ChoiceBox(numbers, "practice.number")
        self.number.setCurrentIndex(max(0, self.number.findData(setup.number)))
        self.seed = number_box("practice.seed", MOST_SEED, setup.seed, zoom)
        self.only = CheckBox(window_words.ONLY_DEPENDENT, "practice.only_dependent")
        self.only.setChecked(setup.only_dependent)
        self.keep = KeepBox(file)
        self.keep.toggled.connect(lambda on: self.requested.emit(Keep(on)))
        self.kept = label("", "muted", wraps=True, name="practice.kept")
        self.missed = label("", "muted", wraps=True, name="practice.kept_missed")
        self.delete_ = self.button(words.DELETE, "practice.delete", Act.DELETE)
        start = form_button(words.START, "practice.start", does=self._start)
        self.buttons = (start,)
        self._lay_out(draw_seed)

    def _sources(self) -> dict[str, str]:
        """What can be asked about."""
        seminar = {_SEMINAR: words.seminar_asked(self._seminar.title)} if self._seminar else {}
        cases = {case.id: case.title for case in self._pack.cases}
        return {**seminar, _CASES: words.ASK_CASES, _RANDOM: words.ASK_RANDOM, **cases}

    def _lay_out(self, draw_seed: Callable[[], int]) -> None:
        spoken = words.ASK_FILE_TITLE
        file = self.button(words.ASK_FILE, "practice.file", Act.CHOOSE_SEMINAR, spoken=spoken)
        self.ask.setMaximumWidth(scaled(ASK_WIDTH, self.zoom))
        asked = named_field(words.ASK_ABOUT, self.ask, file)
        number = named_field(words.NUMBER, self.number, spoken=words.NUMBER_NAME)
        seed = seed_field(self.seed, "practice.new_seed", draw_seed)
        put(
            self.section(),
            label(words.START_LEAD, "lead", wraps=True, name="practice.lead"),
            put(row(gap=0), (asked, 10_000), STRETCH),
            self.said,
            put(row(gap=scaled(16, self.zoom)), number, seed, STRETCH),
            put(row(), self.only, STRETCH),
            label(words.FORGET_NOTE, wraps=True, name="practice.forget_note"),
        )
        put(self.boxed(), put(row(), self.keep, STRETCH, self.delete_))
        put(self.section(), self.kept, self.missed)
        self.lines.addStretch(1)

    def _start(self) -> None:
        self.requested.emit(Start(self.setup()))

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
