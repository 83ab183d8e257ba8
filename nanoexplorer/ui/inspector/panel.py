"""The inspector: one strategy in full, with everything that leads on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import SIDE, STRETCH, column, frame, label, put
from nanoexplorer.words import inspector as words

if TYPE_CHECKING:  # a start has no use for them
    from nanoexplorer.ui.inspector.body import InspectorBody
    from nanoexplorer.ui.inspector.start_page import StartPage

FLAT: Final = 64
"""Px at 100 % that the start page takes below a view."""
LEAST: Final = (620, 470)
"""Px at 100 % of the room below which it takes none there."""


class Inspector(Part):
    """A strategy, or the empty page where none is selected; hands on what they request."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__("inspector", "inspector")
        self._pack = pack
        self._theme, self._zoom = theme, zoom
        self._tab = ""
        self._body: InspectorBody | None = None
        self.nothing = EmptyPage(pack, theme, zoom)
        self.nothing.requested.connect(self.requested)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.nothing)
        put(column(self, gap=0), self.pages)

    @property
    def body(self) -> InspectorBody:
        """Everything that is shown of a strategy, built for the first one."""
        if self._body is None:
            from nanoexplorer.ui.inspector.body import InspectorBody

            self._body = InspectorBody(self._pack, self._theme, self._zoom)
            self._body.choose(self._tab)
            self._body.requested.connect(self.requested)
            self.pages.addWidget(self._body)
            self.window().addActions(self._body.tabs.keys)
        return self._body

    def show_part(self, shown: Inspected | None) -> None:
        """Draw a strategy, or the empty page."""
        if shown is None:
            self.pages.setCurrentWidget(self.nothing)
        else:
            self.body.show_strategy(shown)
            self.pages.setCurrentWidget(self.body)

    def choose(self, tab: str) -> None:
        """Turn to a tab, now or as soon as there is a strategy."""
        self._tab = tab
        if self._body is not None:
            self._body.choose(tab)

    def reveal(self, text: str, tab: str) -> None:
        """Bring what a tab says of the strategy into sight, and give it the keyboard."""
        self.body.reveal(text, tab)

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme


class EmptyPage(Part):
    """The start page or, once that is closed, a line. It is filled after its first paint, so that
    no start waits for it.
    """

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__("inspector", "inspector.nothing")
        self._pack, self._theme, self._zoom = pack, theme, zoom
        self._start: StartPage | None = None
        self._line: QWidget | None = None
        self._waits = False
        self.is_open = True
        """Whether it is the start page."""
        self._lines = column(self, gap=0)

    @property
    def start(self) -> StartPage:
        """The start page, made when it is first wanted."""
        if self._start is None:
            from nanoexplorer.ui.inspector.start_page import StartPage

            self._start = StartPage(self._pack, self._theme, self._zoom)
            self._start.requested.connect(self.requested)
            self._lines.addWidget(self._start, 1)
        return self._start

    def turn(self, opened: bool) -> None:
        """Be the start page, or the line."""
        self.is_open = opened
        if self._start is not None or self._line is not None:
            self._fill()

    def _fill(self) -> None:
        if self.is_open:
            self.start.show()
        elif self._line is None:
            self._line = _line(self._zoom)
            self._lines.addWidget(self._line)
        if self._line is not None:
            self._line.setVisible(not self.is_open)
        if self._start is not None:
            self._start.setVisible(self.is_open)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._start is None and self._line is None and not self._waits:
            self._waits = True  # a round of events more: all else is painted by then
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._fill))

    def height_below(self, room: QSize) -> int:
        """The px that it wants below a view of so much room; 0 where it stands aside."""
        wide, high = (scaled(least, self._zoom) for least in LEAST)
        fits = room.width() >= wide and room.height() >= high
        return scaled(FLAT, self._zoom) if self.is_open and fits else 0

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme


def _line(zoom: int) -> QWidget:
    """What is said where the reader wants no start page."""
    box = frame("inspector")
    said = label(words.INSPECTOR_EMPTY, "muted", wraps=True, name="inspector.empty")
    margin = tuple(scaled(px, zoom) for px in (SIDE, 16, SIDE, 4))
    put(column(box, gap=0, margin=margin), said, STRETCH)
    return box
