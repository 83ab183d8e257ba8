"""The seminar's clock, shown, started and paused, and a countdown for the room."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

MINUTE: Final = 60


class _Ticking(QObject):
    """Says again and again that its time has changed; a test replaces `_now`."""

    changed = Signal()

    def __init__(self, parent: QObject, every: int) -> None:
        """`every`: milliseconds."""
        super().__init__(parent)
        self._now: Callable[[], float] = monotonic
        self._tick = QTimer(self)
        self._tick.setInterval(every)


class Clock(_Ticking):
    """Counts seconds while it runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, every=1000)
        self._before = 0.0
        self._since: float | None = None
        self.shown = False
        self._tick.timeout.connect(self.changed)

    @property
    def seconds(self) -> int:
        """Whole seconds that it has run, stops left out."""
        running = self._now() - self._since if self._since is not None else 0.0
        return int(self._before + running)

    @property
    def runs(self) -> bool:
        """Whether it is running."""
        return self._since is not None

    def toggle(self) -> None:
        """Show and start it; pause it; go on."""
        self.shown = True
        if self._since is None:
            self._since = self._now()
            self._tick.start()
        else:
            self.stop()
        self.changed.emit()

    def stop(self) -> None:
        """Pause, and tick no more."""
        if self._since is not None:
            self._before += self._now() - self._since
            self._since = None
        self._tick.stop()

    def begin(self, seconds: int) -> None:
        """Go on where another clock was left, and show it."""
        self._before = float(seconds)
        self.toggle()

    def zero(self) -> None:
        """Begin at nought, running or not."""
        self._before = 0.0
        self._since = self._now() if self._since is not None else None
        self.changed.emit()


class Countdown(_Ticking):
    """Counts a minute down, or several; it ticks only while it runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, every=250)
        self._until: float | None = None
        self._tick.timeout.connect(self._show)

    @property
    def seconds(self) -> int | None:
        """Whole seconds that are left; None where nothing is counted."""
        return None if self._until is None else max(0, ceil(self._until - self._now()))

    def more(self) -> None:
        """Begin with a minute, or add one."""
        self._until = (self._until if self.seconds else None) or self._now()
        self._until += MINUTE
        self._tick.start()
        self.changed.emit()

    def stop(self) -> None:
        """Count no more, and show nothing."""
        self._until = None
        self._tick.stop()
        self.changed.emit()

    def _show(self) -> None:
        if self.seconds == 0:
            self._tick.stop()
        self.changed.emit()
