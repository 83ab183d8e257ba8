"""Which screen the room gets, and which the teacher; a window there, and how large its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base import theme as themes

ROOM: Final = 192
"""Percent at which widgets are legible from the last row, on a screen of 1080 px.

The banner just stays one line on 16:9.
"""
NOTES: Final = 140
"""Percent at which notes are legible for somebody who stands beside the screen."""

KEYS: Final = 165
"""Percent at which all keys have room on a screen, and the first rows can read them."""


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


def show_over(window: QWidget, screen: AnyScreen) -> None:
    """Show a window over all of a screen."""
    if isinstance(screen, QScreen):
        window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def show_within(window: QWidget, screen: AnyScreen) -> None:
    """Show a window as large as a screen allows."""
    if isinstance(screen, QScreen):
        window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
    window.showMaximized()


def zoom_for(at_1080: int, size: QSize, zoom: int) -> int:
    """Percent for a screen of that size; the window's zoom at least."""
    fits = min(size.width() / 1920, size.height() / 1080)
    return max(zoom, round(fits * at_1080))


def sheet(theme: Theme, zoom: int) -> str:
    """The style sheet at a size that is not the application's.

    A styled widget takes the application's font, and not its parent's: the size must stand here.
    """
    base = f"QWidget {{ font-size: {scaled(fonts.BODY, zoom)}px; }}\n"
    return base + themes.stylesheet(theme, zoom)
