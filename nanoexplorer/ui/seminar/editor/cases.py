"""The left of the editor: the seminar's title, its cases in order, and what can be added."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.widgets import column
from nanoexplorer.ui.seminar.case_list import case_titles
from nanoexplorer.ui.seminar.editor.add import AddPart
from nanoexplorer.ui.seminar.editor.parts import beside, button, line_box, list_box, under
from nanoexplorer.ui.seminar.editor.requests import Mark, Move, Remove, Retitle
from nanoexplorer.words.teaching import seminar as words


class CasesPart(QWidget):
    """Shows a seminar; a case is marked, moved and removed here."""

    requested = Signal(object)

    def __init__(self, pack: Pack, add: AddPart, zoom: int) -> None:
        super().__init__()
        self._pack, self.add = pack, add
        self.title = line_box("seminar.editor.title", words.SEMINAR_TITLE)
        self.cases = list_box("seminar.editor.cases", words.SEMINAR_CASES)
        self.cases.setMinimumHeight(scaled(70, zoom))
        expanding, ignored = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        self.cases.setSizePolicy(expanding, ignored)  # it scrolls before what is around it does
        self.up = button(words.UP, "seminar.editor.up", words.UP_NAME)
        self.down = button(words.DOWN, "seminar.editor.down", words.DOWN_NAME)
        self.remove = button(words.REMOVE, "seminar.editor.remove", words.REMOVE_NAME)
        lines = column(self, gap=scaled(6, zoom))
        lines.setContentsMargins(0, 0, scaled(8, zoom), 0)  # from where it may scroll
        under(lines, words.SEMINAR_TITLE, self.title)
        under(lines, words.SEMINAR_CASES, self.cases, 1)
        lines.addLayout(beside(self.up, self.down, self.remove))
        lines.addWidget(add)
        self._connect()

    def _connect(self) -> None:
        self.title.textEdited.connect(lambda text: self.requested.emit(Retitle(text)))
        self.cases.currentRowChanged.connect(lambda _: self.requested.emit(Mark()))
        self.up.clicked.connect(lambda: self.requested.emit(Move(-1)))
        self.down.clicked.connect(lambda: self.requested.emit(Move(1)))
        self.remove.clicked.connect(lambda: self.requested.emit(Remove()))
        delete = QShortcut(QKeySequence("Del"), self.cases)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.click)

    @property
    def place(self) -> int:
        """The marked case; -1 where there is none."""
        return self.cases.currentRow()

    def show_seminar(self, seminar: Seminar, place: int) -> None:
        """Show a seminar, with a case marked."""
        with QSignalBlocker(self.title):
            self.title.setText(seminar.title)
        titles = case_titles(self._pack, seminar)
        with QSignalBlocker(self.cases):
            self.cases.clear()
            self.cases.addItems([f"{n}.  {title}" for n, title in enumerate(titles, start=1)])
            self.cases.setCurrentRow(min(place, len(titles) - 1))
        self.show_place()

    def show_place(self) -> None:
        """Let only those buttons be pressed that can do something with the marked case."""
        self.up.setEnabled(self.place > 0)
        self.down.setEnabled(0 <= self.place < self.cases.count() - 1)
        self.remove.setEnabled(self.place >= 0)

    def name_case(self, seminar: Seminar) -> None:
        """Call the marked case what it is called now."""
        title = case_titles(self._pack, seminar)[self.place]
        self.cases.item(self.place).setText(f"{self.place + 1}.  {title}")
