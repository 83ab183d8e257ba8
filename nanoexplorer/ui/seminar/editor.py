"""The editor of a seminar: which cases in which order, and what the teacher adds to them."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nanoexplorer import strings
from nanoexplorer.core.search import haystacks, hits
from nanoexplorer.core.seminar import Lesson, LessonCase, case_of, lesson_of, shown_strategies
from nanoexplorer.figures.scale import scaled
from nanoexplorer.lessons.schema import CASES
from nanoexplorer.lessons.values import cleaned
from nanoexplorer.strings import seminar as words
from nanoexplorer.ui.controls import ChoiceBox
from nanoexplorer.ui.practice.frame import push
from nanoexplorer.ui.seminar.case_list import case_titles
from nanoexplorer.ui.seminar.editing import (
    Past,
    added,
    moved,
    removed,
    with_case,
    with_shown,
    with_text,
)
from nanoexplorer.ui.seminar.keeping import SeminarFile
from nanoexplorer.ui.seminar.ticks import Ticks
from nanoexplorer.ui.widgets import column, frame, give_tip, label, row

SIZE = (980, 700)
_PROFILE, _ALL = "", "all"
_ID = Qt.ItemDataRole.UserRole


class SeminarEditor(QDialog):
    """Beside the window, which stays in use. Every change is the file's at once; Ctrl+Z undoes."""

    def __init__(self, file: SeminarFile, zoom: int) -> None:
        super().__init__(file.window)
        self.setObjectName("seminar.editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.file, self.zoom, self.past = file, zoom, Past()
        self._found_by = haystacks(file.pack)
        self._drawn = file.lesson
        self._build()
        self._lay_out()
        self._connect()
        self._draw(0)
        self.cases.setFocus()
        size = QSize(*(scaled(px, zoom) for px in SIZE))
        self.resize(size.boundedTo(file.window.size() - QSize(24, 24)))

    def _build(self) -> None:
        self.title = _line("seminar.editor.title", words.LESSON_TITLE)
        self.add_case = ChoiceBox()
        self.add_case.setObjectName("seminar.editor.add_case")
        self.add_case.setAccessibleName(words.ADD_NAME)
        self.add_case.setMinimumContentsLength(8)
        self.add_case.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.add_case.addItem(words.ADD_THIS, _PROFILE)
        self.add_case.addItem(words.ADD_ALL, _ALL)
        for case in self.file.pack.cases:
            self.add_case.addItem(case.title, f"case {case.id}")
        self.add = push(words.ADD, "seminar.editor.add", spoken=words.ADD_NAME)
        self.cases = _list("seminar.editor.cases", words.LESSON_CASES)
        self.up = push(words.UP, "seminar.editor.up", spoken=words.UP_NAME)
        self.down = push(words.DOWN, "seminar.editor.down", spoken=words.DOWN_NAME)
        self.remove = push(words.REMOVE, "seminar.editor.remove", spoken=words.REMOVE_NAME)
        self.own_title = _line("seminar.editor.own_title", words.CASE_TITLE)
        self.note = _text("seminar.editor.note", words.CASE_NOTE)
        self.aside = _text("seminar.editor.aside", words.CASE_ASIDE)
        self.search = _line("seminar.editor.search", words.STRATEGIES_SEARCH)
        self.search.setPlaceholderText(words.STRATEGIES_SEARCH)
        self.strategies = _list("seminar.editor.strategies", words.STRATEGIES)
        self.strategies.setSpacing(scaled(2, self.zoom))
        self.strategies.setItemDelegate(Ticks(self.strategies))
        give_tip(self.strategies, words.STRATEGIES_HELP)
        self.shown = label("", "muted", wraps=True, name="seminar.editor.shown")
        self.undo = push(strings.ACTIONS["undo"], "seminar.editor.undo")
        self.save = push(words.SAVE, "seminar.editor.save")
        self.save_as = push(words.SAVE_AS, "seminar.editor.save_as")
        self.start = push(words.START, "seminar.editor.start")
        self.close_ = push(words.CLOSE, "seminar.editor.close")
        for button in (self.undo, self.save, self.save_as, self.start, self.close_):
            button.setAutoDefault(False)
        for button in (self.add, self.up, self.down, self.remove):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        lines = column(self, margin=scaled(16, self.zoom), gap=scaled(8, self.zoom))
        lines.addWidget(label(words.EDIT_LEAD, "muted", wraps=True, name="seminar.editor.lead"))
        halves = row(gap=scaled(16, self.zoom))
        halves.addLayout(self._left(), 1)
        halves.addWidget(self._right(), 1)
        lines.addLayout(halves, 1)
        foot = row()
        for button in (self.undo, self.save, self.save_as):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.start)
        foot.addWidget(self.close_)
        lines.addLayout(foot)

    def _left(self) -> QVBoxLayout:
        lines = column(gap=scaled(6, self.zoom))
        _under(lines, words.LESSON_TITLE, self.title)
        _under(lines, words.LESSON_CASES, self.cases, 1)
        lines.addLayout(_beside(self.up, self.down, self.remove))
        adding = row()
        adding.addWidget(self.add_case, 1)
        adding.addWidget(self.add)
        lines.addWidget(label(words.ADD_NAME, "caps"))
        lines.addLayout(adding)
        return lines

    def _right(self) -> QScrollArea:
        self.case = frame("paper", "seminar.editor.case")
        lines = column(self.case, gap=scaled(6, self.zoom))
        lines.setContentsMargins(0, 0, scaled(8, self.zoom), 0)
        _under(lines, words.CASE_TITLE, self.own_title)
        _under(lines, words.OWN_NOTE, self.note)
        _under(lines, words.NOTES_ASIDE, self.aside)
        _under(lines, words.STRATEGIES, self.search)
        self.strategies.setMinimumHeight(scaled(150, self.zoom))
        lines.addWidget(self.shown)
        lines.addWidget(self.strategies, 1)
        for text in (self.note, self.aside):
            text.setFixedHeight(scaled(64, self.zoom))
        area = QScrollArea()
        area.setObjectName("seminar.editor.scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.case)
        return area

    def _connect(self) -> None:
        self.file.changed.connect(self._refresh)
        self.title.textEdited.connect(self._retitle)
        self.own_title.textEdited.connect(lambda text: self._write("title", text))
        self.note.textChanged.connect(lambda: self._write("note", self.note.toPlainText()))
        self.aside.textChanged.connect(lambda: self._write("aside", self.aside.toPlainText()))
        self.search.textChanged.connect(lambda _: self._draw_strategies())
        self.cases.currentRowChanged.connect(lambda _: self._draw_case())
        self.strategies.itemChanged.connect(self._tick)
        does = {
            self.add: self._add,
            self.remove: self._remove,
            self.up: lambda: self._move(-1),
            self.down: lambda: self._move(1),
            self.undo: self._undo,
            self.save: self.file.save,
            self.save_as: self.file.save_as,
            self.start: self.file.seminars.start,
            self.close_: self.close,
        }
        for button, do in does.items():
            button.clicked.connect(lambda _=False, do=do: do())
        for keys, button in (
            ("Alt+Up", self.up),
            ("Alt+Down", self.down),
            ("Ctrl+Z", self.undo),
            ("Ctrl+S", self.save),
            ("F5", self.start),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        delete = QShortcut(QKeySequence("Del"), self.cases)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.click)

    @property
    def lesson(self) -> Lesson:
        return self.file.lesson

    @property
    def place(self) -> int:
        """The marked case; -1 where there is none."""
        return self.cases.currentRow()

    def _refresh(self) -> None:
        """Another file, or our own change, which is drawn by whoever made it."""
        if self.lesson != self._drawn:
            self.past = Past()
            self._draw(0)
        self._drawn = self.lesson
        self._name_window()

    def _change(self, lesson: Lesson, key: str = "") -> None:
        self.past.add(self.lesson, self.place, key)
        self._drawn = lesson
        self.file.change(lesson)
        self.undo.setEnabled(True)

    def _name_window(self) -> None:
        mark = f" · {words.CHANGED}" if self.file.dirty else ""
        self.setWindowTitle(f"{words.EDIT}: {self.file.name}{mark}")

    def _draw(self, place: int) -> None:
        """Show the lesson, with a case marked."""
        with QSignalBlocker(self.title):
            self.title.setText(self.lesson.title)
        titles = case_titles(self.file.pack, self.lesson)
        with QSignalBlocker(self.cases):
            self.cases.clear()
            self.cases.addItems([f"{n}.  {title}" for n, title in enumerate(titles, start=1)])
            self.cases.setCurrentRow(min(place, len(titles) - 1))
        self._draw_case()
        self._name_window()

    def _draw_case(self) -> None:
        there = self.place >= 0
        case = self.lesson.cases[self.place] if there else None
        self.case.setEnabled(there)
        for button, can in (
            (self.up, self.place > 0),
            (self.down, there and self.place + 1 < len(self.lesson.cases)),
            (self.remove, there),
            (self.undo, self.past.any),
        ):
            button.setEnabled(can)
        with QSignalBlocker(self.own_title):
            self.own_title.setText(case.own_title if case else "")
            self.own_title.setPlaceholderText(case.title if case else words.NO_CASE_CHOSEN)
        for box, text in ((self.note, case and case.note), (self.aside, case and case.aside)):
            with QSignalBlocker(box):
                box.setPlainText(text or "")
        self._draw_strategies()

    def _draw_strategies(self) -> None:
        pack, place = self.file.pack, self.place
        with QSignalBlocker(self.strategies):
            self.strategies.clear()
            self.shown.setText("")
            if place < 0:
                return
            seen = set(shown_strategies(pack, self.lesson.cases[place]))
            found = hits(self._found_by, self.search.text())
            for strategy in pack.ordered:
                if found is None or strategy.id in found:
                    item = QListWidgetItem(strategy.name, self.strategies)
                    item.setData(_ID, strategy.id)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    ticked = strategy.id in seen
                    item.setCheckState(Qt.CheckState.Checked if ticked else _UNTICKED)
        self._count()

    def _count(self) -> None:
        seen = len(shown_strategies(self.file.pack, self.lesson.cases[self.place]))
        self.shown.setText(words.SHOWN_OF.format(shown=seen, of=len(self.file.pack.ordered)))

    def _add(self) -> None:
        cases = self._chosen()
        if len(self.lesson.cases) + len(cases) > CASES:
            self.shown.setText(words.LESSON_FULL.format(most=CASES))
            return
        place = self.place
        self._change(added(self.lesson, place, cases))
        self._draw(place + 1)

    def _chosen(self) -> tuple[LessonCase, ...]:
        """What is to be added: a profile that is a case of the pack is taken as that case."""
        pack, chosen = self.file.pack, self.add_case.currentData()
        if chosen == _ALL:
            return lesson_of(pack).cases
        profile = self.file.commands.session.profile
        for case in pack.cases:
            if chosen == f"case {case.id}" or (chosen == _PROFILE and case.profile == profile):
                return (case_of(pack, case),)
        return (LessonCase(profile),)

    def _remove(self) -> None:
        place = self.place
        if place >= 0:
            self._change(removed(self.lesson, place))
            self._draw(place)

    def _move(self, step: int) -> None:
        place = self.place
        if place >= 0 and 0 <= place + step < len(self.lesson.cases):
            self._change(moved(self.lesson, place, place + step))
            self._draw(place + step)

    def _undo(self) -> None:
        before = self.past.back()
        if before:
            self._drawn = before[0]
            self.file.change(before[0])
            self._draw(before[1])

    def _retitle(self, text: str) -> None:
        self._change(self.lesson._replace(title=cleaned(text, "title")), "lesson")

    def _write(self, key: str, text: str) -> None:
        """Take one of the teacher's own texts of the marked case."""
        place = self.place
        if place < 0:
            return
        case = with_text(self.lesson.cases[place], key, cleaned(text, key))
        self._change(with_case(self.lesson, place, case), f"{key} {place}")
        if key == "title":
            titles = case_titles(self.file.pack, self.lesson)
            self.cases.item(place).setText(f"{place + 1}.  {titles[place]}")

    def _tick(self, item: QListWidgetItem) -> None:
        shown = item.checkState() is Qt.CheckState.Checked
        case = with_shown(self.file.pack, self.lesson.cases[self.place], item.data(_ID), shown)
        self._change(with_case(self.lesson, self.place, case))
        self._count()


_UNTICKED = Qt.CheckState.Unchecked


def _line(name: str, spoken: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    return made


def _text(name: str, spoken: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setTabChangesFocus(True)
    return made


def _list(name: str, spoken: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWordWrap(True)
    return made


def _under(lines: QVBoxLayout, text: str, field: QWidget, stretch: int = 0) -> None:
    lines.addWidget(label(text, "caps", wraps=True))
    lines.addWidget(field, stretch)


def _beside(*parts: QWidget) -> QHBoxLayout:
    line = row()
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return line
