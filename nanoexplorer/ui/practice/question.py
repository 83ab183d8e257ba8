"""A question: the profile, the strategy, and two choices to make."""

from __future__ import annotations

from string import ascii_uppercase

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import Question
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import sign_of
from nanoexplorer.ui.base.widgets import give_tip, row
from nanoexplorer.ui.controls.prose_view import AROUND
from nanoexplorer.ui.practice.asked import Asked
from nanoexplorer.ui.practice.frame import Step, push
from nanoexplorer.ui.practice.keys import Choices, Option
from nanoexplorer.ui.practice.requests import Answer, Back, Draft, End
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as words

GAP = 10
ABOVE = 22
"""Px at 100 % between the two choices: of lists, and where they stand below each other."""


def verdict_options() -> list[Option]:
    """Every verdict, in the order of the groups."""
    looks = (VERDICT[verdict] for verdict in Verdict)
    return [
        Option(verdict, str(number), common.VERDICT[verdict], look.mark, look.role)
        for number, (verdict, look) in enumerate(zip(Verdict, looks, strict=True), 1)
    ]


def status_options(pack: Pack) -> list[Option]:
    """Every status of the pack, the furthest advanced first."""
    ordered = sorted(pack.statuses, key=lambda status: -status.rank)
    signs = [*ascii_uppercase[: len(ordered)], *[""] * (len(ordered) - len(ascii_uppercase))]
    return [
        Option(
            s.id, sign, s.label, s.glyph, "accent-text" if s.stated else "ink-muted", s.definition
        )
        for s, sign in zip(ordered, signs, strict=True)
    ]


class AskedStep(Step):
    """What is asked and what can be answered: the same over question and answer."""

    WIDTH = 1120

    def __init__(self, pack: Pack, question: Question, theme: Theme, zoom: int) -> None:
        super().__init__(zoom)
        self.asked = Asked(pack, question, zoom)
        self.verdict = Choices("verdict", words.ASK_VERDICT, verdict_options(), theme, zoom)
        self.status = Choices("status", words.ASK_STATUS, status_options(pack), theme, zoom)
        self._flat: bool | None = None
        self._lines = self.section()
        self._lines.addWidget(self.asked)
        self._choices = row()
        self._choices.addWidget(self.verdict, 1)
        self._choices.addWidget(self.status, 1)
        self._lines.addLayout(self._choices)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        """Words that have got their font ask for another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Keys beside each other where there is room; else two lists, and these beside each other
        where there is room for the words of both.
        """
        room = self.width() - scaled(2 * AROUND, self.zoom)
        both = (self.verdict, self.status)
        flat = max(choices.row.least for choices in both) > room
        if flat is not self._flat:
            self._flat = flat
            for choices in both:
                choices.flatten(flat)
            self.asked.shorten(flat)
            self._lines.setSpacing(scaled(GAP if flat else ABOVE, self.zoom))
            self._choices.setSpacing(self._lines.spacing())
            around = scaled(8, self.zoom)
            self.lines.setContentsMargins(0, around if flat else 2 * around, 0, around)
        wanted = sum(choices.row.listed for choices in both) + self._choices.spacing()
        ways = QBoxLayout.Direction
        beside = flat and wanted <= room
        self._choices.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


class QuestionStep(AskedStep):
    """Ask for a verdict and a status; the answer is to be had when both are chosen."""

    def __init__(
        self, pack: Pack, question: Question, draft: tuple[str, str], theme: Theme, zoom: int
    ) -> None:
        super().__init__(pack, question, theme, zoom)
        self._draft = ["", ""]
        self._build_buttons()
        self.lines.addStretch(1)
        self.verdict.chosen.connect(lambda id_: self._choose(0, id_))
        self.status.chosen.connect(lambda id_: self._choose(1, id_))
        for choices, id_ in zip((self.verdict, self.status), draft, strict=True):
            if id_ in choices.options:
                choices.options[id_].setChecked(True)

    def _build_buttons(self) -> None:
        letters = [*self.status.keys]
        self.back = push(words.PREVIOUS, "practice.back")
        self.back.clicked.connect(lambda: self.requested.emit(Back()))
        self.end = push(words.END, "practice.end")
        give_tip(self.end, words.END_TIP)
        self.end.clicked.connect(lambda: self.requested.emit(End()))
        self.check = push(words.CHECK, "practice.check")
        between = words.KEYS.format(first=letters[0], last=letters[-1])
        give_tip(self.check, words.CHECK_TIP.format(letters=between))
        self.check.setEnabled(False)
        self.check.clicked.connect(self._settle)
        self.buttons = (self.back, self.end, self.check)

    def _choose(self, place: int, id_: str) -> None:
        self._draft[place] = id_
        self.check.setEnabled(all(self._draft))
        self.requested.emit(Draft(*self._draft))

    def _settle(self) -> None:
        if all(self._draft):
            self.requested.emit(Answer(Given(Verdict(self._draft[0]), self._draft[1])))

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        """The key on an option chooses it."""
        key = sign_of(event, [*self.verdict.keys, *self.status.keys])
        for choices in (self.verdict, self.status):
            if key and key in choices.keys:
                choices.choose(choices.keys[key])
                return True
        return False

    @override
    def begin(self) -> None:
        chosen = [option for option in self.verdict.options.values() if option.isChecked()]
        first = (chosen or [*self.verdict.options.values()])[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)
