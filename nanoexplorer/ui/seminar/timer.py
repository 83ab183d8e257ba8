"""The seminar's clock: shown, started, paused; it ticks only while it runs."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal


class Clock(QObject):
    """Counts seconds while it runs. `now` can be replaced by a test."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._before = 0.0
        self._since: float | None = None
        self.shown = False
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
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

    def zero(self) -> None:
        """Begin at nought, running or not."""
        self._before = 0.0
        self._since = self._now() if self._since is not None else None
        self.changed.emit()
