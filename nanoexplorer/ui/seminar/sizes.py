"""How large the widgets of a seminar are, on a screen of any size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize

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
