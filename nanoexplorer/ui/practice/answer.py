"""The answer: what was said beside what the sources say, why, where, and with which citation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.practice import Answered, behind, misses
from nanoexplorer.core.screen import Inspected
from nanoexplorer.core.standing import shown_rungs
from nanoexplorer.figures.practice_text import (
    answer_to,
    case_title,
    cited_for,
    profile_words,
    stages_line,
    write_answer,
)
from nanoexplorer.figures.prose import Prose
from nanoexplorer.figures.scale import scaled
from nanoexplorer.figures.strategy_text import write_references
from nanoexplorer.palette import Theme
from nanoexplorer.strings import practice as words
from nanoexplorer.ui.inspector_head import Ladder
from nanoexplorer.ui.practice.frame import Step, push
from nanoexplorer.ui.prose_view import ProseView
from nanoexplorer.ui.widgets import give_tip, label


class AnswerStep(Step):
    """Two lines side by side, the ladder, and everything behind them to read."""

    back_wished = Signal()
    end_wished = Signal()
    next_wished = Signal()
    show_wished = Signal()

    def __init__(
        self, pack: Pack, answered: Answered, theme: Theme, zoom: int, *, last: bool
    ) -> None:
        super().__init__(zoom)
        self._pack = pack
        shown = answer_to(pack, answered.question)
        self._build_buttons(last)
        self._say_what(answered, shown)
        self.ladder = Ladder(pack, theme, zoom)
        self.ladder.setObjectName("practice.ladder")
        self.ladder.show_rungs(shown.card.rungs)
        self.lines.addWidget(self.ladder)
        self.text = ProseView(theme, zoom)
        self.text.setObjectName("practice.answer")
        self.text.setAccessibleName(words.ANSWER_TEXT)
        self.text.write(lambda prose: self._write(prose, answered, shown))
        self.lines.addWidget(self.text, 1)

    def _build_buttons(self, last: bool) -> None:
        self.back = push(words.PREVIOUS, "practice.back")
        self.back.clicked.connect(self.back_wished)
        self.end = push(words.END, "practice.end")
        give_tip(self.end, words.END_TIP)
        self.end.clicked.connect(self.end_wished)
        self.show_ = push(words.SHOW_IN_WINDOW, "practice.show")
        give_tip(self.show_, words.SHOW_IN_WINDOW_TIP)
        self.show_.clicked.connect(self.show_wished)
        self.next = push(words.TO_SUMMARY if last else words.NEXT, "practice.next")
        self.next.clicked.connect(self.next_wished)
        self.buttons = (self.back, self.end, self.show_, self.next)

    def _say_what(self, answered: Answered, shown: Inspected) -> None:
        question, given = answered
        title = case_title(self._pack, question)
        said = profile_words(self._pack, question.profile)
        line = f"{title}: {said}" if title else said
        self.lines.setSpacing(scaled(4, self.zoom))
        self.lines.addWidget(label(line, "small", wraps=True, name="practice.profile_line"))
        name = shown.card.strategy.name
        self.lines.addWidget(label(name, "title", wraps=True, name="practice.strategy"))
        found = misses(self._pack, answered)
        table = QFrame()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(16, self.zoom))
        grid.setVerticalSpacing(scaled(2, self.zoom))
        grid.setColumnStretch(1, 1)
        rung = self._pack.status[given.rung].label
        right = f"{strings.VERDICT[shown.card.verdict]} · {stages_line(shown.card)}"
        rows = (
            (words.YOU_SAID, f"{strings.VERDICT[given.verdict]} · {rung}", "", "said"),
            (words.SOURCES_SAY, right, "strong", "right"),
            ("", words.missed_line(found), "caution" if found else "muted", "missed"),
        )
        for place, (head, text, role, part) in enumerate(rows):
            grid.addWidget(label(head, "muted"), place, 0)
            grid.addWidget(label(text, role, wraps=True, name=f"practice.{part}"), place, 1)
        self.lines.addWidget(table)
        if len(shown_rungs(shown.card.rungs)) > 1:
            self.lines.addWidget(label(words.SEVERAL_RUNGS, "small", wraps=True))

    def _write(self, prose: Prose, answered: Answered, shown: Inspected) -> None:
        write_answer(prose, self._pack, shown)
        if behind(self._pack, shown.card):
            cited = cited_for(self._pack, [answered.question])
            write_references(prose, self._pack, cited, links=False)

    def begin(self) -> None:
        self.text.setFocus()
