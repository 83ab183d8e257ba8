"""A seminar under way: what is on show, on which screen, and what each key does to it.

Nothing is recorded: what the room said is kept by the window alone, as long as the seminar is open.
"""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching import seminar as core
from nanoexplorer.core.teaching.said import end_pages, votes_of
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import Seminar, all_minutes
from nanoexplorer.core.teaching.seminar_steps import Plan, Stage, Step, plan_of
from nanoexplorer.documents.seminar.pages import page_of
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.ui.seminar.keys import LIST_KEYS, SHOW_KEYS
from nanoexplorer.ui.seminar.map_view import maps
from nanoexplorer.ui.seminar.requests import Act, ChooseNumber, ChooseStrategy, CountVotes, Request
from nanoexplorer.ui.seminar.screens import Screens, all_screens, places, show_over, show_within
from nanoexplorer.ui.seminar.timer import Clock, Countdown
from nanoexplorer.ui.seminar.windows import Noted, RoomWindow, SeminarWindow, TeacherWindow
from nanoexplorer.words.teaching import seminar as words

WHILE_BLANK: Final = (
    Act.BLANK, Act.ESCAPE, Act.LEAVE, Act.TIMER, Act.TIMER_ZERO, Act.COUNTDOWN, Act.COUNTDOWN_STOP,
    Act.NOTES,
)  # fmt: skip
"""What is done while the screen is blank; nothing may change that the room doesn't see."""


FROM_THE_START: Final = Showing()


class RunningSeminar(QObject):
    """One seminar from its start until it is left."""

    left = Signal()

    def __init__(
        self,
        pack: Pack,
        seminar: Seminar,
        theme: Theme,
        zoom: int,
        window: QWidget,
        begins: Showing = FROM_THE_START,
        screens: Screens = all_screens,
        seconds: int = 0,
    ) -> None:
        """`seconds`: that a seminar which goes on has taken already."""
        super().__init__(window)
        self.pack, self.seminar = pack, seminar
        self.plan: Plan = plan_of(pack, seminar)
        self.showing = begins
        self.pointed = ""
        self.over = False
        self._blanked: QWidget | None = None
        """What is behind the blank."""
        self._theme, self._zoom, self._window, self._screens = theme, zoom, window, screens
        self._minutes = all_minutes(pack, seminar)
        self._statuses = tuple(status.id for status in pack.statuses)
        self.clock, self.countdown = Clock(self), Countdown(self)
        for clock in (self.clock, self.countdown):
            clock.changed.connect(self._draw_clock)
        self.room = RoomWindow(pack, theme, zoom, window)
        self.teacher: TeacherWindow | None = None
        self._join(self.room)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.take_places)
        app.screenRemoved.connect(self.take_places)
        self.take_places()
        self._draw()
        if seconds or any(case.minutes for case in seminar.cases):
            self.clock.begin(seconds)

    def _join(self, window: SeminarWindow) -> None:
        window.requested.connect(self.handle)
        window.closed.connect(self.leave)
        window.votes.closed.connect(self._close_votes)

    def take_places(self, _: object = None) -> None:
        """Take the screens that there are now: one that was unplugged is given up."""
        found = self._screens()
        if self.over or not found:  # none: a screen that is being exchanged
            return
        room, teacher = places(found, self._window.geometry())
        show_over(self.room, room)
        if teacher and self.teacher is None:
            self.teacher = TeacherWindow(self.pack, self._theme, self._zoom, self._window)
            self._join(self.teacher)
            self.room.show_notes(Noted.NOT)
        elif not teacher and self.teacher:
            self._close(self.teacher)
            self.teacher = None
        if teacher and self.teacher:
            show_within(self.teacher, teacher)
            self._turn_to(self.room.shown)
            self._draw()
        self.come_forward()

    def come_forward(self) -> None:
        """Give the keyboard to the teacher's window, or to the room's where it is the only one."""
        self._active.activateWindow()

    def handle(self, request: Request) -> None:
        """Do what a key or a button requests; a blank screen is brought back and nothing more.

        mypy names a request that nothing is done about.
        """
        if request is not Act.LEAVE and self._close_keys():
            return
        if self.is_blank and request not in WHILE_BLANK:
            self._blank()
            return
        match request:
            case ChooseStrategy(strategy):
                self._choose(strategy)
            case ChooseNumber(number):
                self._choose_number(number)
            case CountVotes(text):
                self._count(text)
            case Act.FORWARD:
                self._show(core.forward(self.plan, self.showing, self._ends))
            case Act.BACK:
                self._show(core.back(self.plan, self.showing))
            case Act.FIRST:
                self._go(0)
            case Act.LAST:
                self._go(len(self.plan) - 1)
            case Act.AGAIN:
                self._show(core.again(self.plan, self.showing))
            case Act.TAKE:
                self._go(self.room.cases.place)
            case Act.REVEAL_ALL:
                self._show(core.reveal_all(self.plan, self.showing))
            case Act.POINT_UP:
                self._point(-1)
            case Act.POINT_DOWN:
                self._point(1)
            case Act.CHOOSE:
                self._choose(self.pointed)
            case Act.LIST_UP | Act.LIST_DOWN | Act.LIST_FIRST | Act.LIST_LAST:
                self.room.cases.walk(request)
                self._say_state()
            case Act.STATUS:
                self._turn_status()
            case Act.VOTES:
                self._ask_votes()
            case Act.CARD:
                self._show(core.show_card(self.plan, self.showing, self._at))
            case Act.MAP:
                self._show(core.show_view(self.showing, maps(self.pack)))
            case Act.COUNTDOWN:
                self.countdown.more()
            case Act.COUNTDOWN_STOP:
                self.countdown.stop()
            case Act.BLANK:
                self._blank()
            case Act.TIMER:
                self.clock.toggle()
            case Act.TIMER_ZERO:
                self.clock.zero()
            case Act.NOTES:
                self._notes()
            case Act.KEYS:
                self._active.show_keys(True)
            case Act.ESCAPE:
                self._escape()
            case Act.LEAVE:
                self.leave()
            case _ as never:
                assert_never(never)

    def go_to(self, stage: str) -> None:
        """Go to the first step of a stage of the case on show; one that it has not changes nothing.

        What comes before it is answered.
        """
        steps = self.plan[self.showing.place]
        at = next((n for n, step in enumerate(steps) if step.stage == stage), None)
        while at is not None and self.showing.step < at:
            self._show(core.forward(self.plan, self.showing))

    @property
    def lists(self) -> bool:
        """Whether the list of cases is on show."""
        return self.room.shown is self.room.cases

    @property
    def is_blank(self) -> bool:
        """Whether the room sees a blank screen."""
        return self.room.shown is self.room.blank

    @property
    def _step(self) -> Step:
        return core.current(self.plan, self.showing)

    @property
    def _ends(self) -> int:
        """How many pages the end has."""
        showing = self.showing
        return len(end_pages(self.pack, self.seminar, showing.said)) if showing.ended else 1

    def _show(self, showing: Showing) -> None:
        if core.current(self.plan, showing) != self._step:
            self.pointed = ""
            self.countdown.stop()
            self._close_votes()
        self.showing = showing
        if showing.view:
            profile = self.seminar.cases[showing.place].profile
            self.room.map.show_map(self.pack, profile, showing.view)
        self._turn_to(self.room.map if showing.view else self.room.stage)
        self._draw()

    def _go(self, place: int) -> None:
        self._show(core.go(self.plan, place, self.showing.said))

    def _turn_to(self, page: QWidget) -> None:
        self.room.turn_to(page)
        for window in self._windows:
            window.keys = LIST_KEYS if self.lists else SHOW_KEYS
        self._say_state()

    def _say_state(self) -> None:
        """The teacher, who may not see the room's screen, is told what is on it."""
        if self.teacher:
            marked = words.LIST_MARKED.format(case=self.room.cases.title)
            blank = words.NOTES_BLANK if self.is_blank else ""
            self.teacher.notes.show_state(marked if self.lists else blank)

    def _draw(self) -> None:
        page = page_of(self.pack, self.seminar, self.plan, self.showing)
        self.room.stage.show_page(page, self.pointed)
        for window in self._windows:
            if not window.notes.isHidden():
                window.notes.show_notes(self.seminar, self.plan, self.showing)
        self._draw_clock()

    def _draw_clock(self) -> None:
        seconds = self._minutes * 60 - self.clock.seconds
        left = words.minutes_left(seconds) if self.clock.shown else ""
        counted = self.countdown.seconds
        step = self._step
        begun = step.stage is Stage.REVEAL and self.showing.revealed & set(step.strategies)
        hint = "" if begun else words.STAGE_HINT.get(step.stage, "")
        countdown = "" if counted is None else words.clock(counted)
        self.room.stage.show_clock(left, countdown, hint)
        for window in self._windows:
            window.notes.show_clock(self.clock, left)

    def _choose_number(self, number: int) -> None:
        strategies = self._step.strategies
        if number <= len(strategies):
            self._choose(strategies[number - 1])

    def _choose(self, strategy: str) -> None:
        """Mark what the room says of a strategy, or reveal it."""
        stage = self._step.stage
        does = core.turn_verdict if stage is Stage.PREDICT else core.reveal
        showing = does(self.plan, self.showing, strategy)
        if stage is Stage.PREDICT and strategy:
            self.pointed = strategy  # S and V are about it now
        self._show(showing)

    @property
    def _at(self) -> str:
        """What is pointed at, else the first strategy of the step; nothing where it has none."""
        strategies = self._step.strategies
        return self.pointed if self.pointed in strategies else next(iter(strategies), "")

    @property
    def _hears(self) -> bool:
        """Whether the room predicts, and sees what."""
        predicts = self._step.stage is Stage.PREDICT
        return predicts and not self.showing.beside and not self.lists

    def _turn_status(self) -> None:
        if self._hears:
            self.pointed = self._at
            self._show(core.turn_status(self.plan, self.showing, self.pointed, self._statuses))

    @property
    def _windows(self) -> tuple[SeminarWindow, ...]:
        """The room's window, and the teacher's where there is one."""
        return (self.room, self.teacher) if self.teacher else (self.room,)

    @property
    def _active(self) -> SeminarWindow:
        """The teacher's window, or the room's where it is the only one."""
        return self.teacher or self.room

    def _close_keys(self) -> bool:
        """Take the list of keys away, which hides what a key would change; whether it was there."""
        shown = not self._active.keys_panel.isHidden()
        self._active.show_keys(False)
        return shown

    def _ask_votes(self) -> None:
        """Ask for the hands on what is pointed at, while the room predicts."""
        if not self._hears:
            return
        self.pointed = self._at
        self._draw()
        said = self.showing.said_on(self.pointed)
        self._active.votes.ask(self.pack.strategy[self.pointed].name, said.votes)

    def _count(self, text: str) -> None:
        """Take the hands, and ask for those on the next strategy; none after the last."""
        self._show(core.count_votes(self.plan, self.showing, self.pointed, votes_of(text)))
        if self.pointed in self._step.strategies[:-1]:
            self._point(1)
            self._ask_votes()
        else:
            self._close_votes()

    def _close_votes(self) -> None:
        for window in self._windows:
            if not window.votes.isHidden():
                window.votes.hide()
                window.setFocus()

    def _point(self, step: int) -> None:
        strategies = self._step.strategies
        if strategies:
            at = strategies.index(self.pointed) + step if self.pointed in strategies else 0
            self.pointed = strategies[min(max(at, 0), len(strategies) - 1)]
            self._draw()

    def _blank(self) -> None:
        if self.is_blank:
            self._turn_to(self._blanked or self.room.stage)
        else:
            self._blanked = self.room.shown
            self._turn_to(self.room.blank)

    def _notes(self) -> None:
        """On a single screen: over the page, beside it, and away; a blank one has none."""
        if self.teacher is None and not self.is_blank:
            self.room.show_notes(self.room.noted.after)
            self._draw()
            self._draw_clock()

    def _escape(self) -> None:
        if self.is_blank:
            self._blank()
        elif self.lists:
            self.leave()
        elif self.showing.beside:
            self._show(core.to_step(self.showing))
        else:
            self._list()

    def _list(self) -> None:
        self.room.cases.show_cases(self.pack, self.seminar, self.showing.place)
        self._turn_to(self.room.cases)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        for window in self._windows:
            window.dress(theme, zoom)
        if self.showing.view:
            self._show(self.showing)

    def leave(self) -> None:
        """Close both windows."""
        if self.over:
            return
        self.over = True
        self.clock.stop()
        self.countdown.stop()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.disconnect(self.take_places)
        app.screenRemoved.disconnect(self.take_places)
        for window in reversed(self._windows):
            self._close(window)
        self.left.emit()
        self.deleteLater()

    def _close(self, window: SeminarWindow) -> None:
        window.closed.disconnect(self.leave)
        window.close()
        window.deleteLater()
