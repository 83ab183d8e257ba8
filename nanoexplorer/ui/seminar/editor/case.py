"""The right of the editor: what the teacher says of one case, and what the room is shown of it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import MINUTES, SeminarCase, hidden_named
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.formats.seminar import FIELDS
from nanoexplorer.ui.base.widgets import column, frame, label, put
from nanoexplorer.ui.controls.choices import CheckBox
from nanoexplorer.ui.seminar.editor.parts import line_box, number_box, text_box, under
from nanoexplorer.ui.seminar.editor.requests import Narrow, Plan, Write
from nanoexplorer.ui.seminar.editor.strategies import StrategiesPart
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import seminar as words


class CasePart(QScrollArea):
    """Shows one case; each text is handed on as it is typed, by its key."""

    requested = Signal(object)

    def __init__(self, pack: Pack, strategies: StrategiesPart, zoom: int) -> None:
        super().__init__()
        self._pack = pack
        self.setObjectName("seminar.editor.scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes to its parts
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.strategies = strategies
        self.own_title = line_box("seminar.editor.own_title", words.CASE_TITLE)
        self.objective = line_box("seminar.editor.own_objective", words.CASE_OBJECTIVE)
        self.question = line_box("seminar.editor.question", words.CASE_QUESTION)
        self.minutes = number_box("seminar.editor.minutes", words.CASE_MINUTES, MINUTES)
        self.minutes.setSpecialValueText(words.MINUTES_OURS)
        self.only = CheckBox(window_words.ONLY_DEPENDENT, "seminar.editor.only_dependent")
        self.spoilt = label("", "caution", wraps=True, name="seminar.editor.spoilt")
        self.note = text_box("seminar.editor.note", words.CASE_NOTE, zoom)
        self.aside = text_box("seminar.editor.aside", words.CASE_ASIDE, zoom)
        self.case = frame("paper", "seminar.editor.case")
        lines = column(self.case, gap=scaled(6, zoom))
        lines.setContentsMargins(0, 0, scaled(8, zoom), 0)
        under(lines, words.CASE_TITLE, self.own_title)
        under(lines, words.CASE_OBJECTIVE, self.objective)
        under(lines, words.CASE_QUESTION, self.question)
        under(lines, words.CASE_NOTE, self.note)
        lines.addWidget(self.spoilt)
        under(lines, words.NOTES_ASIDE, self.aside)
        under(lines, words.CASE_MINUTES, self.minutes)
        put(lines, self.only, (strategies, 1))
        self.setWidget(self.case)
        self._lines = {
            "title": self.own_title, "objective": self.objective, "question": self.question
        }  # fmt: skip
        self._connect()

    def _connect(self) -> None:
        ask, note, aside = self.requested, self.note, self.aside
        for key, box in self._lines.items():
            box.textEdited.connect(lambda text, key=key: ask.emit(Write(key, text)))
        self.minutes.valueChanged.connect(lambda number: ask.emit(Plan(number)))
        self.only.toggled.connect(lambda on: ask.emit(Narrow(on)))
        note.textChanged.connect(lambda: ask.emit(Write("note", note.toPlainText())))
        aside.textChanged.connect(lambda: ask.emit(Write("aside", aside.toPlainText())))

    def show_case(self, case: SeminarCase | None) -> None:
        """Show a case; None: there is none to show."""
        self.case.setEnabled(case is not None)
        for key, line in self._lines.items():
            with QSignalBlocker(line):
                line.setText(getattr(case, FIELDS[key]) if case else "")
        self.own_title.setPlaceholderText(case.title if case else words.NO_CASE_CHOSEN)
        self.objective.setPlaceholderText(case.objective if case else "")
        with QSignalBlocker(self.minutes), QSignalBlocker(self.only):
            self.minutes.setValue(case.minutes if case else 0)
            self.only.setChecked(case is not None and case.only_dependent)
        for box, text in ((self.note, case and case.note), (self.aside, case and case.aside)):
            with QSignalBlocker(box):
                box.setPlainText(text or "")
        self.strategies.show_case(case)
        self.warn(case)

    def warn(self, case: SeminarCase | None) -> None:
        """Say what of the pack's words is not shown, for it names what is left out here."""
        line = words.spoilt(named(self._pack, case)) if case else ""
        self.spoilt.setText(line)
        self.spoilt.setVisible(bool(line))
        self.note.setPlaceholderText(words.NOTE_WANTED if line else "")


def named(pack: Pack, case: SeminarCase) -> list[str]:
    """What is left out of a case and named by the pack's teaching point all the same."""
    return [pack.strategy[id_].name for id_ in hidden_named(pack, case, case.teaching_point)]
