"""A question: the profile in words, the strategy, and two choices to make."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QRadioButton, QScrollArea

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import Question
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import sign_of
from nanoexplorer.ui.base.widgets import column, give_tip, label, row
from nanoexplorer.ui.controls.reading import AROUND
from nanoexplorer.ui.practice.asked import asked
from nanoexplorer.ui.practice.frame import Step, push
from nanoexplorer.ui.practice.requests import Answer, Back, Draft, End
from nanoexplorer.words import common
from nanoexplorer.words import practice as words

GAP = 12
"""Px at 100 % between the two choices."""


class Choices(QFrame):
    """Options of which one is chosen, by its key, by arrow keys, or with the mouse."""

    chosen = Signal(str)

    def __init__(
        self, name: str, title: str, options: Iterable[tuple[str, str, str, str]], zoom: int
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"practice.{name}")
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self.options: dict[str, QRadioButton] = {}
        self.keys: dict[str, str] = {}
        lines = column(self, margin=scaled(8, zoom), gap=0)
        lines.addWidget(label(title, "strong", wraps=True, name=f"practice.{name}.title"))
        lines.addSpacing(scaled(4, zoom))
        for id_, key, text, tip in options:
            line = row()
            line.addWidget(self._option(name, id_, text, tip), 1)
            line.addWidget(label(key, "small"))
            lines.addLayout(line)
            self.keys[key] = id_
        lines.addStretch(1)

    def _option(self, name: str, id_: str, text: str, tip: str) -> QRadioButton:
        option = QRadioButton(text)
        option.setObjectName(f"practice.{name}.{id_}")
        if tip:
            give_tip(option, tip)
        option.toggled.connect(lambda on: self.chosen.emit(id_) if on else None)
        self._group.addButton(option)
        self.options[id_] = option
        return option

    def choose(self, id_: str) -> None:
        """Choose an option, give it the keyboard, and let it be seen."""
        option = self.options[id_]
        option.setChecked(True)
        option.setFocus()
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(option)


class QuestionStep(Step):
    """Ask for a verdict and a stage; the answer is to be had when both are chosen."""

    def __init__(self, pack: Pack, question: Question, draft: tuple[str, str], zoom: int) -> None:
        super().__init__(zoom)
        self._draft = ["", ""]
        stages = sorted(pack.statuses, key=lambda status: -status.rank)
        verdicts = common.VERDICT.items()
        self.verdict = Choices(
            "verdict",
            words.ASK_VERDICT,
            [(id_, str(n), text, "") for n, (id_, text) in enumerate(verdicts, 1)],
            zoom,
        )
        letters = [*ascii_uppercase[: len(stages)], *[""] * (len(stages) - len(ascii_uppercase))]
        self.status = Choices(
            "status",
            words.ASK_STATUS,
            [(s.id, key, s.label, s.definition) for s, key in zip(stages, letters, strict=True)],
            zoom,
        )
        self._build_buttons(f"{letters[0]}–{[key for key in letters if key][-1]}")
        self._lay_out(pack, question)
        self.verdict.chosen.connect(lambda id_: self._choose(0, id_))
        self.status.chosen.connect(lambda id_: self._choose(1, id_))
        for choices, id_ in zip((self.verdict, self.status), draft, strict=True):
            if id_ in choices.options:
                choices.options[id_].setChecked(True)

    def _build_buttons(self, letters: str) -> None:
        self.back = push(words.PREVIOUS, "practice.back")
        self.back.clicked.connect(lambda: self.requested.emit(Back()))
        self.end = push(words.END, "practice.end")
        give_tip(self.end, words.END_TIP)
        self.end.clicked.connect(lambda: self.requested.emit(End()))
        self.check = push(words.CHECK, "practice.check")
        give_tip(self.check, words.CHECK_TIP.format(letters=letters))
        self.check.setEnabled(False)
        self.check.clicked.connect(self._settle)
        self.buttons = (self.back, self.end, self.check)

    def _lay_out(self, pack: Pack, question: Question) -> None:
        lines = self.section(6)
        lines.addLayout(asked(pack, question, self.zoom))
        self._beside = row(gap=scaled(GAP, self.zoom))
        self._beside.addWidget(self.verdict, 1)
        self._beside.addWidget(self.status, 1)
        lines.addLayout(self._beside)
        self.lines.addStretch(1)

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
        """Set the choices beside each other where there is room for the words of both."""
        ways = QBoxLayout.Direction
        wanted = sum(part.minimumSizeHint().width() for part in (self.verdict, self.status))
        beside = wanted + scaled(GAP + 2 * AROUND, self.zoom) <= self.width()
        self._beside.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _choose(self, place: int, id_: str) -> None:
        self._draft[place] = id_
        self.check.setEnabled(all(self._draft))
        self.requested.emit(Draft(*self._draft))

    def _settle(self) -> None:
        if all(self._draft):
            self.requested.emit(Answer(Given(Verdict(self._draft[0]), self._draft[1])))

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        """The key in front of an option chooses it."""
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
