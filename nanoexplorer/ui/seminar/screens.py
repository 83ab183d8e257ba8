"""Which screen the room gets, and which the teacher, from a list of screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication


class AnyScreen(Protocol):
    """What we ask of a screen."""

    def geometry(self) -> QRect: ...

    def availableGeometry(self) -> QRect: ...


Screens = Callable[[], Sequence[AnyScreen]]


class Places(NamedTuple):
    """Where the room's view goes, and where the teacher's; None: there is but one screen."""

    room: AnyScreen
    teacher: AnyScreen | None


def all_screens() -> Sequence[AnyScreen]:
    """The screens of this machine, the primary one first."""
    first = QGuiApplication.primaryScreen()
    return sorted(QGuiApplication.screens(), key=lambda screen: screen is not first)


def places(screens: Sequence[AnyScreen], window: QRect) -> Places:
    """The teacher keeps the screen that the window is on; the room gets another, if there is one.

    Screens that mirror each other are one. Raises IndexError where there is none.
    """
    own = next((s for s in screens if s.geometry().contains(window.center())), screens[0])
    others = [s for s in screens if s.geometry() != own.geometry()]
    if not others:
        return Places(own, None)
    return Places(others[0], own)
