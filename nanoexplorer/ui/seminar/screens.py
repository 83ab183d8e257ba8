"""Which screen the room gets, and which the teacher; and a window put there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class AnyScreen(Protocol):
    """What we ask of a screen."""

    def geometry(self) -> QRect:
        """The whole screen, in px of the desktop."""

    def availableGeometry(self) -> QRect:
        """What panels of the system leave of it."""


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

    Screens that mirror each other, in one size or in two, are one. Raises IndexError where there is
    none.
    """
    own = next((s for s in screens if s.geometry().contains(window.center())), screens[0])
    others = [s for s in screens if not s.geometry().intersects(own.geometry())]
    if not others:
        return Places(own, None)
    return Places(others[0], own)


def fill(window: QWidget, screen: AnyScreen) -> None:
    """Show a window over all of a screen."""
    if isinstance(screen, QScreen):
        window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def put(window: QWidget, screen: AnyScreen) -> None:
    """Show a window as large as a screen allows."""
    if isinstance(screen, QScreen):
        window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
    window.showMaximized()
