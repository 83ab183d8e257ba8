"""The end of a round: what was missed and why, to read and to save."""

from __future__ import annotations

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Answered
from nanoexplorer.core.teaching.questions import Setup
from nanoexplorer.documents.practice import summary_sections
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import label, row
from nanoexplorer.ui.controls.prose_view import Reading
from nanoexplorer.ui.practice.frame import Step, push
from nanoexplorer.ui.practice.keep_box import KeepBox
from nanoexplorer.ui.practice.requests import Again, Keep, NewRound, Save
from nanoexplorer.words.teaching import practice as words


class SummaryStep(Step):
    """Counts by kind of miss, never one number; then every miss with its citations."""

    def __init__(
        self,
        pack: Pack,
        setup: Setup,
        answered: tuple[Answered, ...],
        theme: Theme,
        zoom: int,
    ) -> None:
        super().__init__(zoom)
        self.save = push(words.SAVE, "practice.save")
        self.save.setEnabled(bool(answered))
        self.save.clicked.connect(lambda: self.requested.emit(Save()))
        self.again = push(words.AGAIN, "practice.again")
        self.again.clicked.connect(lambda: self.requested.emit(Again()))
        self.new = push(words.NEW_ROUND, "practice.new")
        self.new.clicked.connect(lambda: self.requested.emit(NewRound()))
        self.buttons = (self.again, self.new, self.save)  # Enter must not lose what is shown
        self.text = Reading("practice.summary", words.SUMMARY_TEXT, theme, zoom)
        self.text.show_sections(summary_sections(pack, setup, answered), links=False)
        self.lines.addWidget(self.text, 1)
        self.keep = KeepBox()
        self.keep.toggled.connect(lambda on: self.requested.emit(Keep(on)))
        self.kept = label("", "muted", wraps=True, name="practice.kept")
        line = row(gap=16)
        line.addWidget(self.keep)
        line.addWidget(self.kept, 1)
        self.boxed().addLayout(line)

    def show_kept(self, line: str, *, keep: bool, damaged: bool) -> None:
        """Say whether the round is kept; once it is, it is deleted on the first page."""
        self.kept.setText(line)
        self.keep.show_kept(keep=keep, damaged=damaged)

    @override
    def begin(self) -> None:
        self.text.setFocus()
