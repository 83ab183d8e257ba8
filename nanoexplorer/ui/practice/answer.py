"""The answer: the keys with what came of them, and in plain words why."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Answered
from nanoexplorer.core.teaching.questions import right_statuses
from nanoexplorer.documents.blocks import Section
from nanoexplorer.documents.feedback import Feedback, feedback
from nanoexplorer.documents.practice import answer_to
from nanoexplorer.drawing.marks import icon
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import STRETCH, column, frame, label, put, row
from nanoexplorer.ui.controls.prose_view import AROUND, Whole
from nanoexplorer.ui.practice.asked import AskedStep
from nanoexplorer.ui.practice.requests import Act
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as words

BESIDE = 760
"""Px at 100 % from which on both halves stand beside each other."""


class AnswerStep(AskedStep):
    """What was answered and what is right, on the keys; below them why."""

    buttons_at_the_end = 2

    def __init__(
        self, pack: Pack, answered: Answered, theme: Theme, zoom: int, *, last: int = 0
    ) -> None:
        """`last`: how many answers there are, if this is the last one's."""
        super().__init__(pack, answered.question, theme, zoom)
        shown = answer_to(pack, answered.question)
        tip = words.SHOW_IN_WINDOW_TIP
        show = self.button(words.SHOW_IN_WINDOW, "practice.show", Act.SHOW_IN_WINDOW, tip=tip)
        after = common.counted(last, words.TO_ANSWERS) if last else words.NEXT
        after_this = self.button(after, "practice.next", Act.NEXT)
        self.buttons = (self.back, self.end, show, after_this)
        self.verdict.show_outcome(answered.given.verdict, [shown.card.verdict])
        self.status.show_outcome(answered.given.status, right_statuses(shown.card))
        of_verdict, of_status = feedback(pack, answered, shown)
        self.why = Half("practice.why", of_verdict, theme, zoom)
        self.which = Half("practice.which", of_status, theme, zoom)
        self.lines.addSpacing(scaled(8, zoom))
        self.section().addWidget(frame("rule"))
        gap = scaled(24 - 2 * AROUND, zoom)
        self._halves = put(row(gap=gap), (self.why, 1), (self.which, 1))
        put(self.lines, self._halves, STRETCH)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= scaled(BESIDE, self.zoom)
        self._halves.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    @override
    def begin(self) -> None:
        self.why.text.setFocus()


class Half(QFrame):
    """Right or missed, in what, and why: of the verdict or of the status."""

    def __init__(self, name: str, said: Feedback, theme: Theme, zoom: int) -> None:
        super().__init__()
        around = scaled(AROUND, zoom)
        lines = column(self, gap=0)
        head = row(gap=scaled(8, zoom))
        head.setContentsMargins(around, 0, around, 0)
        mark, role = ("tick", "right") if said.right else ("cross", "caution")
        side = scaled(16, zoom)
        sign = QLabel()
        made = icon(mark, theme[role], theme[role], side, self.devicePixelRatioF())
        sign.setPixmap(made.pixmap(side, side))
        heading = label(said.heading, f"lead-{role}", wraps=True, name=f"{name}.head")
        self.text = Whole(name, said.heading, theme, zoom)
        self.text.show_sections((Section("feedback", "", said.blocks),), links=False)
        put(lines, put(head, sign, (heading, 1)), self.text, STRETCH)
