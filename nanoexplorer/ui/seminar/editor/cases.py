"""The left of the editor: the seminar's title, its cases in order, and what can be added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar, all_minutes, planned_minutes
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import STRETCH, column, give_tip, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.choices import CheckBox
from nanoexplorer.ui.seminar.case_list import case_titles
from nanoexplorer.ui.seminar.editor.adding import AddPart
from nanoexplorer.ui.seminar.editor.parts import WrappingList, line_box, under
from nanoexplorer.ui.seminar.editor.requests import Act, Board, Move, Reorder, Request, Retitle
from nanoexplorer.words.teaching import seminar as words

_PLACE: Final = Qt.ItemDataRole.UserRole


class CasesPart(QWidget):
    """Shows a seminar; a case is marked, moved and removed here."""

    requested = Signal(object)

    def __init__(self, pack: Pack, add: AddPart, zoom: int) -> None:
        super().__init__()
        self._pack, self.add = pack, add
        self.title = line_box("seminar.editor.title", words.SEMINAR_TITLE)
        self.cases = _Cases()
        self.cases.setMinimumHeight(scaled(70, zoom))
        expanding, ignored = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        self.cases.setSizePolicy(expanding, ignored)  # it scrolls before what is around it does
        self.up = self._button("up", words.UP, words.UP_NAME, Move(-1))
        self.down = self._button("down", words.DOWN, words.DOWN_NAME, Move(1))
        self.duplicate = self._button(
            "duplicate", words.DUPLICATE, words.DUPLICATE_NAME, Act.DUPLICATE
        )
        self.remove = self._button("remove", words.REMOVE, words.REMOVE_NAME, Act.REMOVE)
        self.board = CheckBox(words.BOARD, "seminar.editor.board")
        give_tip(self.board, words.BOARD_TIP)
        self.total = label("", "muted", name="seminar.editor.total")
        lines = column(self, gap=scaled(6, zoom))
        lines.setContentsMargins(0, 0, scaled(8, zoom), 0)  # from where it may scroll
        under(lines, words.SEMINAR_TITLE, self.title)
        put(
            lines,
            put(row(), label(words.SEMINAR_CASES, "caps"), STRETCH, self.total),
            (self.cases, 1),
            put(row(), self.up, self.down, self.duplicate, self.remove, STRETCH),
            self.board,
            add,
        )
        self._connect()

    def _button(self, name: str, text: str, spoken: str, request: Request) -> QPushButton:
        ask = self.requested
        return form_button(
            text, f"seminar.editor.{name}", spoken=spoken, does=lambda: ask.emit(request)
        )

    def _connect(self) -> None:
        self.title.textEdited.connect(lambda text: self.requested.emit(Retitle(text)))
        self.cases.currentRowChanged.connect(lambda _: self.requested.emit(Act.MARK))
        self.cases.itemSelectionChanged.connect(self.show_place)
        self.cases.dropped.connect(lambda order: self.requested.emit(Reorder(order)))
        self.board.toggled.connect(lambda on: self.requested.emit(Board(on)))
        delete = QShortcut(QKeySequence("Del"), self.cases)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.click)

    @property
    def place(self) -> int:
        """The case that is shown; -1 where there is none."""
        return self.cases.currentRow()

    @property
    def places(self) -> list[int]:
        """The marked cases, in their order."""
        return sorted(index.row() for index in self.cases.selectedIndexes())

    def show_seminar(self, seminar: Seminar, place: int, marked: Sequence[int] = ()) -> None:
        """Show a seminar with a case, and some marked; none: the one that is shown."""
        with QSignalBlocker(self.title), QSignalBlocker(self.board):
            self.title.setText(seminar.title)
            self.board.setChecked(seminar.board)
        rows = self._rows(seminar)
        with QSignalBlocker(self.cases):
            self.cases.clear()
            self.cases.addItems(rows)
            self.cases.setCurrentRow(min(place, len(rows) - 1))
            for number in range(len(rows)):
                self.cases.item(number).setData(_PLACE, number)
                if number in marked:
                    self.cases.item(number).setSelected(True)
        self.count(seminar)
        self.show_place()

    def _rows(self, seminar: Seminar) -> list[str]:
        titles = case_titles(self._pack, seminar)
        minutes = (planned_minutes(self._pack, case) for case in seminar.cases)
        return [
            words.CASE_ROW.format(number=number, title=title, minutes=words.minutes(long))
            for number, (title, long) in enumerate(zip(titles, minutes, strict=True), start=1)
        ]

    def count(self, seminar: Seminar) -> None:
        """Say how many cases there are, and how long they take."""
        long = all_minutes(self._pack, seminar)
        self.total.setText(words.minutes_in_all(len(seminar.cases), long))

    def show_place(self) -> None:
        """Let only those buttons be pressed that can do something with the marked case."""
        places = self.places
        self.up.setEnabled(bool(places) and places[0] > 0)
        self.down.setEnabled(bool(places) and places[-1] < self.cases.count() - 1)
        for does in (self.duplicate, self.remove):
            does.setEnabled(bool(places))

    def name_case(self, seminar: Seminar) -> None:
        """Call the case that is shown what it is called now, and say how long it takes."""
        self.cases.item(self.place).setText(self._rows(seminar)[self.place])
        self.count(seminar)


class _Cases(WrappingList):
    """Several can be marked, and dragged to another place."""

    dropped = Signal(tuple)
    """The places that the cases had, in the order that they have now."""

    def __init__(self) -> None:
        super().__init__("seminar.editor.cases", words.SEMINAR_CASES)
        self.setSelectionMode(WrappingList.SelectionMode.ExtendedSelection)
        self.setDragDropMode(WrappingList.DragDropMode.InternalMove)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.tell_order()

    def tell_order(self) -> None:
        """Say in which order the cases stand now."""
        self.dropped.emit(tuple(self.item(row).data(_PLACE) for row in range(self.count())))
