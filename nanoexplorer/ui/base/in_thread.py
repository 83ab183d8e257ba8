"""Does something in a thread, and says on the main thread what came of it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_EVERY: Final = 10
"""Milliseconds between two looks whether it is done."""


class InThread(QObject):
    """Goes with its parent; the thread then ends by itself, and nothing is said.

    The main thread looks whether the thread is done. The thread says nothing by itself, nor does it
    hold what goes with a window: either would reach what may be going just then.
    """

    ended = Signal(object)
    """What the work returned, or the exception that it raised."""

    def __init__(self, name: str, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._outcome: list[object] = []
        arguments = (work, self._outcome)
        self._thread = Thread(target=_do, args=arguments, name=name, daemon=True)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_EVERY)
        self._looks.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; it is done once."""
        self._thread.start()
        self._looks.start()

    @property
    def working(self) -> bool:
        """Whether it has begun and what came of it is not said yet."""
        return self._looks.isActive()

    def _look(self) -> None:
        if self._outcome:
            self._looks.stop()
            self._thread.join()
            self.deleteLater()
            self.ended.emit(self._outcome.pop())


def _do(work: Callable[[], object], outcome: list[object]) -> None:
    try:
        outcome.append(work())
    except Exception as error:  # said on the main thread
        outcome.append(error)
