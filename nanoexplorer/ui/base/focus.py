"""Where the keyboard is: from part to part of the window, and back where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimerEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nanoexplorer.overriding import override

_BY_KEY = Qt.FocusReason.TabFocusReason
_AGAIN: Final = 60
_TIMES: Final = 5
"""Milliseconds between looks, and how many: a desktop may be late, and give the keyboard to a
dialog that has gone meanwhile, so to nobody."""


class KeyboardPlace(QObject):
    """Where the keyboard is in a window, to come back to from a dialog over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._here: QWidget | None = window.focusWidget()
        self._looks = 0

    def take_back(self) -> None:
        """Make the window active and give the keyboard back; again where it gets lost soon after.

        Another window of the app that is in use keeps it.
        """
        self._take_back()
        self.startTimer(_AGAIN)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        self._take_back()
        self._looks += 1
        if self._looks == _TIMES:
            self.killTimer(event.timerId())
            self.deleteLater()

    def _take_back(self) -> None:
        window, active = self._window, QApplication.activeWindow()
        if active not in (None, window) or QApplication.activeModalWidget() is not None:
            return
        if window.isHidden() or window.isMinimized():
            return
        if active is None:
            window.activateWindow()
        if window.focusWidget() is None and self._here is not None and isValid(self._here):
            self._here.setFocus()


def give_back(root: QWidget, name: str) -> bool:
    """Give the keyboard to the widget of that name; False where none can have it.

    It may not be painted yet; one that is about to be deleted is hidden and passed over.
    """
    for found in root.findChildren(QWidget, name) if name else ():
        if _takes_keys(found):
            found.setFocus()
            return True
    return False


def enter(part: QWidget) -> bool:
    """Give the keyboard to a part, where it was last or to its beginning; False if none can."""
    wanted = next(_candidates(part), None)
    if wanted is not None:
        wanted.setFocus(_BY_KEY)
    return wanted is not None


def go_on(parts: Sequence[QWidget], step: int) -> None:
    """Take the keyboard to the next part (1) or the one before (-1) that can have it; within the
    part to where it was last, or to its beginning.
    """
    here = QApplication.focusWidget()
    inside = [n for n, part in enumerate(parts) if here and part.isAncestorOf(here)]
    start = inside[0] if inside else -step if step < 0 else -1
    for distance in range(1, len(parts) + 1):
        if enter(parts[(start + distance * step) % len(parts)]):
            return


def _candidates(part: QWidget) -> Iterator[QWidget]:
    """Where the keyboard was last in a part, then all of it as it was put together.

    Not along `nextInFocusChain`: PySide makes each widget of it the Python child of the one
    before, and when that goes, the rest of the chain goes with it.
    """
    last: QWidget | None = part.focusWidget()
    for found in (*((last,) if last is not None else ()), *part.findChildren(QWidget)):
        if found is not part and _takes_keys(found):
            yield found


def _takes_keys(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isEnabled() and widget.isVisibleTo(widget.window())
