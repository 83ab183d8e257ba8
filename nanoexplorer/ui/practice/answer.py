"""The answer: what was said beside what the sources say, why, where, and with which citation."""

from __future__ import annotations

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Answered
from nanoexplorer.documents.practice import answer_page, answer_to
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.ui.controls.reading import Reading
from nanoexplorer.ui.inspector.head import StatusScale
from nanoexplorer.ui.practice.asked import asked
from nanoexplorer.ui.practice.frame import Step, push
from nanoexplorer.ui.practice.requests import Back, End, Next, ShowInWindow
from nanoexplorer.words import practice as words


class AnswerStep(Step):
    """What was asked, the scale, and what was said, what is right and why, to read."""

    def __init__(
        self, pack: Pack, answered: Answered, theme: Theme, zoom: int, *, last: bool
    ) -> None:
        super().__init__(zoom)
        self._pack = pack
        shown = answer_to(pack, answered.question)
        self._build_buttons(last)
        head = self.section(4)
        head.addLayout(asked(pack, answered.question, zoom))
        self.scale = StatusScale(pack, theme, zoom)
        self.scale.setObjectName("practice.scale")
        self.scale.show_statuses(shown.card.statuses)
        head.addWidget(self.scale)
        self.text = Reading("practice.answer", words.ANSWER_TEXT, theme, zoom)
        self.text.show_sections(answer_page(pack, answered, shown), links=False)
        self.lines.addWidget(self.text, 1)

    def _build_buttons(self, last: bool) -> None:
        self.back = push(words.PREVIOUS, "practice.back")
        self.back.clicked.connect(lambda: self.requested.emit(Back()))
        self.end = push(words.END, "practice.end")
        give_tip(self.end, words.END_TIP)
        self.end.clicked.connect(lambda: self.requested.emit(End()))
        self.show_ = push(words.SHOW_IN_WINDOW, "practice.show")
        give_tip(self.show_, words.SHOW_IN_WINDOW_TIP)
        self.show_.clicked.connect(lambda: self.requested.emit(ShowInWindow()))
        self.next = push(words.TO_SUMMARY if last else words.NEXT, "practice.next")
        self.next.clicked.connect(lambda: self.requested.emit(Next()))
        self.buttons = (self.back, self.end, self.show_, self.next)

    @override
    def begin(self) -> None:
        self.text.setFocus()
