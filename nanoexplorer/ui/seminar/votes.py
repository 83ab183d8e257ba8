"""A line in which hands are counted, one number a verdict."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from nanoexplorer.core.teaching.said import MOST_VOTES, VoteError, votes_of
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import CHORDS, sign_of
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import column, label, put
from nanoexplorer.ui.seminar.requests import CountVotes
from nanoexplorer.words.teaching import seminar as words

CLICKER: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5)
"""Keys that are no letters, and go on from the line too."""
DIGITS: Final = tuple("0123456789")


class VotesLine(QFrame):
    """Hands on what was typed; what counts no hands stays as it was typed, with a line on it."""

    requested = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("seminar.votes")
        self.setProperty("role", "side")
        self.asked = label("", "muted", wraps=True, name="seminar.votes_asked")
        self.line = _Line()
        self.line.setObjectName("seminar.votes_line")
        self.line.setAccessibleName(words.VOTES_NAME)
        self.line.returnPressed.connect(self._take)
        self.line.left.connect(self.closed)
        put(column(self, margin=12, gap=6), self.asked, self.line)
        self.hide()

    def ask(self, strategy: str, votes: tuple[int, ...]) -> None:
        """Ask for the hands on a strategy, with those that were counted before."""
        self._say(words.votes_asked(strategy))
        self.line.setText(" ".join(map(str, votes)))
        self.line.selectAll()
        self.show()
        self.line.setFocus()

    def _take(self) -> None:
        text = self.line.text()
        try:
            votes_of(text)
        except VoteError as error:
            self._say(words.votes_wrong(error.found, MOST_VOTES), caution=True)
        else:
            self.requested.emit(CountVotes(text))

    def _say(self, line: str, caution: bool = False) -> None:
        self.asked.setText(line)
        give_role(self.asked, "caution" if caution else "muted")


class _Line(QLineEdit):
    """The seminar's keys are typed here as letters; Esc leaves the line, and nothing else.

    Digits are found on every keyboard: see `key_places`.
    """

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CLICKER:
            event.ignore()  # to the window, which goes on
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.modifiers() & CHORDS and (digit := sign_of(event, DIGITS)):
            self.insert(digit)
        else:
            super().keyPressEvent(event)
        event.accept()
