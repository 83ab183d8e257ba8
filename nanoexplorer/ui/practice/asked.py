"""What is asked, over question and answer: the profile in chips, the strategy, two choices."""

from __future__ import annotations

from string import ascii_uppercase

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import Question
from nanoexplorer.documents.practice import kind_line
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import column, label, put, row
from nanoexplorer.ui.controls.prose_view import AROUND
from nanoexplorer.ui.practice.frame import Step
from nanoexplorer.ui.practice.keys import Choices, Option
from nanoexplorer.ui.practice.requests import Act
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as words

VALUES_APART = 8
"""Px at 100 % between values of the profile."""
LISTS_APART, CHOICES_APART = 10, 22
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


class AskedHead(QFrame):
    """The profile, then the strategy, the largest thing there is."""

    def __init__(self, pack: Pack, question: Question, zoom: int) -> None:
        super().__init__()
        self._zoom = zoom
        values = common.profile_values(pack.fields, question.profile)
        roles = {True: "value", False: "value-open"}
        self._values = {label(said, roles[known]): roles[known] for said, known in values}
        lines = column(self, gap=scaled(2, zoom))
        lines.addWidget(self._chips(zoom))
        lines.addSpacing(scaled(8, zoom))
        name = pack.strategy[question.strategy].name
        self.name = label(name, "question", wraps=True, name="practice.strategy")
        put(lines, self.name, label(kind_line(pack, question.strategy), "muted", wraps=True))

    def _chips(self, zoom: int) -> QFrame:
        """Every value of the profile that is shown; an unknown one looks and reads so."""
        chips = QFrame()
        chips.setObjectName("practice.profile")
        self._flow = Flow(chips, gap=scaled(VALUES_APART, zoom))
        self._lead = label(words.THE_PROFILE, "muted")
        self._flow.add(self._lead, *self._values)
        return chips

    def shorten(self, short: bool) -> None:
        """Take less room."""
        small = "-small" if short else ""
        give_role(self.name, "title" if short else "question")
        for chip, role in self._values.items():
            give_role(chip, f"{role}{small}")
        self._flow.setSpacing(scaled(VALUES_APART // 2 if short else VALUES_APART, self._zoom))
        self._lead.setVisible(not short)


class AskedStep(Step):
    """What is asked and what can be answered: the same over question and answer."""

    WIDTH = 1120

    def __init__(self, pack: Pack, question: Question, theme: Theme, zoom: int) -> None:
        super().__init__(zoom)
        self.asked = AskedHead(pack, question, zoom)
        self.verdict = Choices("verdict", words.ASK_VERDICT, verdict_options(), theme, zoom)
        self.status = Choices("status", words.ASK_STATUS, status_options(pack), theme, zoom)
        self._flat: bool | None = None
        self.back = self.button(words.PREVIOUS, "practice.back", Act.BACK)
        self.end = self.button(words.END, "practice.end", Act.END, tip=words.END_TIP)
        self._choices = put(row(), (self.verdict, 1), (self.status, 1))
        self._lines = put(self.section(), self.asked, self._choices)

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
            self._lines.setSpacing(scaled(LISTS_APART if flat else CHOICES_APART, self.zoom))
            self._choices.setSpacing(self._lines.spacing())
            around = scaled(8, self.zoom)
            self.lines.setContentsMargins(0, around if flat else 2 * around, 0, around)
        wanted = sum(choices.row.listed for choices in both) + self._choices.spacing()
        ways = QBoxLayout.Direction
        beside = flat and wanted <= room
        self._choices.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
