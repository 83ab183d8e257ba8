"""The end of a round: what was missed and why, to read and to save."""

from __future__ import annotations

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Answered
from nanoexplorer.core.teaching.questions import Setup
from nanoexplorer.documents.practice import summary_sections
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import label, put, row
from nanoexplorer.ui.controls.prose_view import Reading
from nanoexplorer.ui.practice.frame import Step
from nanoexplorer.ui.practice.parts import KeepBox
from nanoexplorer.ui.practice.requests import Act, Keep
from nanoexplorer.words import common
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
        file: str,
    ) -> None:
        """`file`: where results are kept."""
        super().__init__(zoom)
        save = self.button(common.SAVE, "practice.save", Act.SAVE)
        save.setEnabled(bool(answered))
        again = self.button(words.AGAIN, "practice.again", Act.AGAIN)
        another = self.button(words.NEW_ROUND, "practice.new", Act.NEW_ROUND)
        self.buttons = (again, another, save)  # Enter must not lose what is shown
        self.text = Reading("practice.summary", words.SUMMARY_TEXT, theme, zoom)
        self.text.show_sections(summary_sections(pack, setup, answered), links=False)
        self.lines.addWidget(self.text, 1)
        self.keep = KeepBox(file)
        self.keep.toggled.connect(lambda on: self.requested.emit(Keep(on)))
        self.kept = label("", "muted", wraps=True, name="practice.kept")
        put(self.boxed(), put(row(gap=16), self.keep, (self.kept, 1)))

    def show_kept(self, line: str, *, keep: bool, damaged: bool) -> None:
        """Say whether the round is kept; once it is, it is deleted on the first page."""
        self.kept.setText(line)
        self.keep.show_kept(keep=keep, damaged=damaged)

    @override
    def begin(self) -> None:
        self.text.setFocus()
