"""The type that the picture of the barrier is set in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont

from nanoexplorer.drawing import fonts


@lru_cache(maxsize=64)
def small(zoom: int, heavy: bool = False) -> QFont:
    """The font of names and remarks; `heavy` for chips and headings."""
    return fonts.font(fonts.SMALL, fonts.SEMIBOLD if heavy else fonts.REGULAR, zoom=zoom)


@lru_cache(maxsize=16)
def lead(zoom: int) -> QFont:
    """The font of a lane's title."""
    return fonts.font(fonts.BODY, fonts.SEMIBOLD, zoom=zoom)
