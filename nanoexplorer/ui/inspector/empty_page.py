"""What stands in the inspector's place while nothing is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import LEFT, RIGHT, column, frame, label
from nanoexplorer.words import inspector as words

if TYPE_CHECKING:
    from nanoexplorer.ui.inspector.start_page import StartPage

FLAT: Final = 64
"""Px at 100 % that the start page takes below a view."""
LEAST: Final = (620, 470)
"""Px at 100 % of the room below which it takes none there."""


class EmptyPage(QFrame):
    """The start page or, once that is closed, a line. It is filled after its first paint, so that
    no start waits for it.
    """

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "inspector")
        self.setObjectName("inspector.nothing")
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
        if self._start is not None:
            self._start.dress(theme)


def _line(zoom: int) -> QWidget:
    """What is said where the reader wants no start page."""
    box = frame("inspector")
    lines = column(box, gap=0)
    sides = scaled(LEFT, zoom), scaled(16, zoom), scaled(RIGHT, zoom), scaled(4, zoom)
    lines.setContentsMargins(*sides)
    said = label(words.INSPECTOR_EMPTY, "muted", wraps=True, name="inspector.empty")
    lines.addWidget(said)
    lines.addStretch(1)
    return box
