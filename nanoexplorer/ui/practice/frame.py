"""The page that practice stands on: banner, head, one step, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import CHORDS
from nanoexplorer.ui.base.scrolling import hide_idle_handle, scrolled
from nanoexplorer.ui.base.widgets import STRETCH, column, frame, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.prose_view import AROUND
from nanoexplorer.ui.practice.progress import AnswerMarks, RoundProgress
from nanoexplorer.ui.practice.requests import Act, Request
from nanoexplorer.ui.shell.banner import Banner
from nanoexplorer.words.teaching import practice as words

MARGIN = 24
BAR = 10


class Step(QWidget):
    """One step of practice. `buttons` stand at the foot, the last of them is what Enter does."""

    WIDTH = 880
    """Px at 100 %; lines of text that are longer are hard to read."""
    buttons_at_the_end = 1
    """How many of the buttons stand at the right."""

    requested = Signal(object)
    """One of `nanoexplorer.ui.practice.requests`."""

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self.zoom = zoom
        self.buttons: tuple[QPushButton, ...] = ()
        self.lines = column(self, gap=scaled(8, zoom))
        self.lines.setContentsMargins(0, scaled(8, zoom), 0, scaled(8, zoom))

    def section(self, gap: int = 12, left: int = AROUND, place: int = -1) -> QVBoxLayout:
        """Lines as wide as head and foot; only a text and its focus ring are wider."""
        lines = column(gap=scaled(gap, self.zoom))
        lines.setContentsMargins(scaled(left, self.zoom), 0, scaled(AROUND, self.zoom), 0)
        self.lines.insertLayout(place, lines)
        return lines

    def remark(self, text: str) -> None:
        """Say something above everything else."""
        said = label(text, "caution", wraps=True, name="practice.remark")
        self.section(place=0).addWidget(said)

    def boxed(self) -> QVBoxLayout:
        """A section whose check box, not its focus ring, stands below the words above it."""
        return self.section(left=AROUND - 4)

    def button(
        self, text: str, name: str, request: Request, *, tip: str = "", spoken: str = ""
    ) -> QPushButton:
        """A button that sends a request."""
        ask = self.requested
        return form_button(text, name, spoken=spoken, tip=tip, does=lambda: ask.emit(request))

    def take_key(self, _event: QKeyEvent) -> bool:
        """Do what a key stands for in this step; False where it stands for nothing."""
        return False

    def begin(self) -> None:
        """Put the keyboard where one begins."""


class PracticePage(QFrame):
    """Stands over the window. Enter does the next thing, Escape leaves; the round waits."""

    requested = Signal(object)

    def __init__(
        self, step: Step, progress: RoundProgress, theme: Theme, zoom: int, whose: str = ""
    ) -> None:
        """`whose`: what the banner says of a pack that is not ours."""
        super().__init__()
        self.setProperty("role", "paper")
        self.setObjectName("practice")
        banner = Banner()
        banner.tell(whose)
        self.step = step
        step.requested.connect(self.requested)
        self._theme, self._zoom = theme, zoom
        head, foot = self._head(progress), self._foot(step.buttons)
        put(column(self, gap=0), banner, head, (self._middle(), 1), foot)

    def _head(self, progress: RoundProgress) -> QFrame:
        head = frame("header", "practice.head")
        line = row(head, gap=scaled(12, self._zoom))
        line.setContentsMargins(*(scaled(px, self._zoom) for px in (MARGIN, 8, MARGIN, 8)))
        leave = form_button(words.BACK, "practice.leave", tip=words.LEAVE_TIP, does=self._leave)
        put(
            line,
            label(words.PRACTICE, "lead", name="practice.title"),
            label(progress.said, "muted", name="practice.progress"),
            (AnswerMarks(progress.rights, self._theme, self._zoom), 1),
            label(progress.score, "lead", name="practice.score"),
        )
        line.addSpacing(scaled(16, self._zoom))
        line.addWidget(leave)
        return head

    def _leave(self) -> None:
        self.requested.emit(Act.LEAVE)

    def _middle(self) -> QScrollArea:
        """The step, scrolled where it has no room; the bar stands in the margin."""
        middle = _Middle()
        line = row(middle, gap=0)
        margin = scaled(MARGIN - AROUND, self._zoom)
        line.setContentsMargins(margin, 0, margin - scaled(BAR, self._zoom), 0)
        self.step.setMaximumWidth(scaled(self.step.WIDTH + 2 * AROUND, self._zoom))
        put(line, STRETCH, (self.step, 10_000), STRETCH)
        area = scrolled(middle, "practice.scroll")
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        hide_idle_handle(area)
        return area

    def _foot(self, buttons: Sequence[QPushButton]) -> QFrame:
        foot = frame("foot", "practice.foot")
        outer = row(foot, gap=0)
        margin = scaled(MARGIN, self._zoom)
        outer.setContentsMargins(margin, scaled(8, self._zoom), margin, scaled(8, self._zoom))
        inner = QWidget()
        inner.setMaximumWidth(scaled(self.step.WIDTH, self._zoom))
        line = row(inner)
        buttons[-1].setProperty("kind", "primary")
        at_the_end = len(buttons) - self.step.buttons_at_the_end
        put(line, *buttons[:at_the_end], STRETCH, *buttons[at_the_end:])
        put(outer, STRETCH, (inner, 10_000), STRETCH)
        return foot

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the step has taken for itself."""
        plain = not event.modifiers() & CHORDS
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step.buttons[-1].click()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif not (plain and self.step.take_key(event)):
            super().keyPressEvent(event)


class _Middle(QFrame):
    """As wide as there is room, and as high as its words are in that width, no higher."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "paper")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
