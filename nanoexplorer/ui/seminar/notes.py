"""The teacher's view: the time, what comes next, the notes, and what is behind the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.said import Said, end_pages
from nanoexplorer.core.teaching.seminar import Showing, current, forward, waiting
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    SeminarCase,
    told_objective,
    told_point,
)
from nanoexplorer.core.teaching.seminar_steps import Plan, Stage
from nanoexplorer.documents.seminar.ending import called
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.prose import Prose, Run
from nanoexplorer.ui.base.widgets import STRETCH, column, label, put, row
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.ui.seminar.keys_panel import write_keys
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.ui.seminar.screens import sheet
from nanoexplorer.ui.seminar.timer import Clock
from nanoexplorer.words import common
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import seminar as words


class NotesPane(QFrame):
    """Draws where the seminar is; its buttons send the same requests as the keys.

    On a screen that the room sees it leaves out what would give the answer away: not `alone`.
    """

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int, *, alone: bool) -> None:
        super().__init__()
        self._alone = alone
        self.setObjectName("seminar.notes")
        self.setProperty("role", "side")
        self._pack = pack
        self._seen = ""
        self._shown: tuple[Seminar, Plan, Showing] | None = None
        self.time = label(words.clock(0), "title", name="seminar.time")
        self.time.setAccessibleName(words.TIMER)
        self.run = self._button("timer", words.TIMER_START, Act.TIMER)
        self.title = label(words.NOTES, "lead", name="seminar.notes_title")
        self.left = label("", "muted", name="seminar.minutes_left")
        self.left.hide()
        self.text = ProseView("seminar.notes_text", words.NOTES_TEXT, theme, zoom)
        self.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that a clicker still steps
        buttons = {
            name: self._button(name, text, Act(name)) for name, text in words.BUTTONS.items()
        }
        buttons["leave"].setAccessibleName(words.LEAVE_NAME)
        buttons["forward"].setProperty("kind", "primary")
        back, forward_, *others = buttons.values()
        put(
            column(self, margin=16, gap=12),
            put(row(), self.title, STRETCH, self.time, self.run),
            self.left,
            (self.text, 1),
            put(row(), back, forward_),
            put(row(), *others),
        )

    def _button(self, name: str, text: str, act: Act) -> QPushButton:
        made = _Button(text)
        made.setObjectName(f"seminar.{name}")
        made.clicked.connect(lambda: self.requested.emit(act))
        return made

    def enlarge(self, theme: Theme, zoom: int) -> None:
        """Take a theme and a size of their own, whatever the window around them has."""
        self.setStyleSheet(sheet(theme, zoom))
        self.text.zoom = zoom
        self.text.dress(theme)
        if self._shown:
            self.show_notes(*self._shown)

    def show_state(self, state: str) -> None:
        """Say that the room sees no page but something else; nothing: it sees a page."""
        self.title.setText(f"{words.NOTES} · {state}" if state else words.NOTES)

    def say_seen(self, line: str) -> None:
        """Say that the room sees the notes too, and what else could be done."""
        self._seen = line
        if self._shown:
            self.show_notes(*self._shown)

    def show_clock(self, clock: Clock, left: str) -> None:
        """Show the time, how many minutes are left, and what the button would do."""
        self.time.setText(words.clock(clock.seconds))
        self.left.setText(left)
        self.left.setVisible(bool(left))
        self.run.setText(words.TIMER_PAUSE if clock.runs else words.TIMER_START)

    def show_notes(self, seminar: Seminar, plan: Plan, showing: Showing) -> None:
        """Write the notes on what is on show."""
        self._shown = (seminar, plan, showing)
        self.text.write(lambda prose: self._write(prose, seminar, plan, showing))

    def _write(self, prose: Prose, seminar: Seminar, plan: Plan, showing: Showing) -> None:
        if self._seen:
            prose.line([Run(self._seen, "ink-muted", fonts.SMALL)])
        if showing.ended:
            prose.line([Run(words.STAGE[Stage.END], size=fonts.LEAD, weight=fonts.SEMIBOLD)])
            more = showing.end_page < len(end_pages(self._pack, seminar, showing.said))
            _part(prose, words.NOTES_NEXT, words.NEXT_MISSED if more else words.NOTHING_NEXT)
            write_keys(prose)
            return
        case, step = seminar.cases[showing.place], current(plan, showing)
        number = words.CASE_OF.format(number=showing.place + 1, of=len(seminar.cases))
        title = case.shown_title or common.profile_line(self._pack.fields, case.profile)
        prose.line([Run(number, "ink-muted", fonts.SMALL)])
        prose.line([Run(title, size=fonts.LEAD, weight=fonts.SEMIBOLD)])
        _part(prose, words.NOTES_NEXT, self._next(seminar, plan, showing))
        for heading, own in ((words.NOTES_ASIDE, case.aside), (words.NOTES_NOTE, case.note)):
            if own:
                prose.heading(heading)
                prose.barred("bar-note", [[Run(line)] for line in own.split("\n")])
        if step.strategies and self._alone:
            prose.heading(words.NOTES_ANSWER)
            for place, strategy in enumerate(step.strategies, start=1):
                self._answer(prose, case, place, strategy, showing.said_on(strategy))
        _part(prose, words.OPENING, case.question)
        _part(prose, window_words.OBJECTIVE, told_objective(self._pack, case))
        if self._alone:
            _part(prose, words.NOTES_POINT, told_point(self._pack, case))
        write_keys(prose)

    def _answer(
        self, prose: Prose, case: SeminarCase, place: int, strategy: str, says: Said
    ) -> None:
        verdict = self._pack.table.verdict(case.profile, strategy)
        name = Run(f"{place}  {self._pack.strategy[strategy].name}: ")
        said = Run(common.VERDICT_SHORT[verdict], VERDICT[verdict].role, weight=fonts.SEMIBOLD)
        told = [common.VERDICT_SHORT[says.verdict]] if says.verdict else []
        told += [self._pack.status[says.status].label] if says.status else []
        room = words.ROOM_SAYS.format(said=", ".join(told)) if told else ""
        beside = f"{common.AND_ALSO}{room}" if room else ""
        prose.line([name, said, Run(beside, "ink-muted")], below=0.25)

    def _next(self, seminar: Seminar, plan: Plan, showing: Showing) -> str:
        """What the next step is: the answers that wait on this one, or another."""
        if waiting(plan, showing):
            return words.NEXT_ANSWERS
        after = forward(plan, showing)
        stage = called(current(plan, after))
        if after.place == showing.place:
            return stage
        case = seminar.cases[after.place]
        return case.shown_title or common.profile_line(self._pack.fields, case.profile)


def _part(prose: Prose, heading: str, text: str) -> None:
    if text:
        prose.heading(heading)
        prose.line([Run(text)])


class _Button(QPushButton):
    """A button that leaves the seminar's keys to the window, but for those that press it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()
