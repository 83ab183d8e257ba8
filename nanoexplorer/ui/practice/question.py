"""A question: the profile, the strategy, and two choices to make."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import Question
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import sign_of
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.practice.asked import AskedStep
from nanoexplorer.ui.practice.requests import Answer, Draft
from nanoexplorer.words.teaching import practice as words


class QuestionStep(AskedStep):
    """Ask for a verdict and a status; the answer is to be had when both are chosen."""

    def __init__(
        self, pack: Pack, question: Question, draft: Draft, theme: Theme, zoom: int
    ) -> None:
        super().__init__(pack, question, theme, zoom)
        self._draft = ["", ""]
        letters = [*self.status.keys]
        between = words.KEYS.format(first=letters[0], last=letters[-1])
        tip = words.CHECK_TIP.format(letters=between)
        self.check = form_button(words.CHECK, "practice.check", tip=tip, does=self._settle)
        self.check.setEnabled(False)
        self.buttons = (self.back, self.end, self.check)
        self.lines.addStretch(1)
        self.verdict.chosen.connect(lambda id_: self._choose(0, id_))
        self.status.chosen.connect(lambda id_: self._choose(1, id_))
        for choices, id_ in zip((self.verdict, self.status), draft, strict=True):
            if id_ in choices.options:
                choices.options[id_].setChecked(True)

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
