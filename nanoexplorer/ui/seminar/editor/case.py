"""The right of the editor: what the teacher says of one case, and what the room is shown of it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from nanoexplorer.core.teaching.seminar_cases import SeminarCase
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.widgets import column, frame
from nanoexplorer.ui.seminar.editor.parts import line_box, text_box, under
from nanoexplorer.ui.seminar.editor.requests import Write
from nanoexplorer.ui.seminar.editor.strategies import StrategiesPart
from nanoexplorer.words.teaching import seminar as words


class CasePart(QScrollArea):
    """Shows one case; each text is handed on as it is typed, by its key."""

    requested = Signal(object)

    def __init__(self, strategies: StrategiesPart, zoom: int) -> None:
        super().__init__()
        self.setObjectName("seminar.editor.scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes to its parts
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.strategies = strategies
        self.own_title = line_box("seminar.editor.own_title", words.CASE_TITLE)
        self.note = text_box("seminar.editor.note", words.CASE_NOTE, zoom)
        self.aside = text_box("seminar.editor.aside", words.CASE_ASIDE, zoom)
        self.case = frame("paper", "seminar.editor.case")
        lines = column(self.case, gap=scaled(6, zoom))
        lines.setContentsMargins(0, 0, scaled(8, zoom), 0)
        under(lines, words.CASE_TITLE, self.own_title)
        under(lines, words.OWN_NOTE, self.note)
        under(lines, words.NOTES_ASIDE, self.aside)
        lines.addWidget(strategies, 1)
        self.setWidget(self.case)
        self._connect()

    def _connect(self) -> None:
        ask, note, aside = self.requested, self.note, self.aside
        self.own_title.textEdited.connect(lambda text: ask.emit(Write("title", text)))
        note.textChanged.connect(lambda: ask.emit(Write("note", note.toPlainText())))
        aside.textChanged.connect(lambda: ask.emit(Write("aside", aside.toPlainText())))

    def show_case(self, case: SeminarCase | None) -> None:
        """Show a case; None: there is none to show."""
        self.case.setEnabled(case is not None)
        with QSignalBlocker(self.own_title):
            self.own_title.setText(case.own_title if case else "")
            self.own_title.setPlaceholderText(case.title if case else words.NO_CASE_CHOSEN)
        for box, text in ((self.note, case and case.note), (self.aside, case and case.aside)):
            with QSignalBlocker(box):
                box.setPlainText(text or "")
        self.strategies.show_case(case)
