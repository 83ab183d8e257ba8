"""Theme and zoom: which there are, and how the choice becomes a Theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QGuiApplication

from nanoexplorer.drawing.palette import Theme, load_theme
from nanoexplorer.formats.settings import ZOOMS
from nanoexplorer.places import resources


def chosen_theme(choice: str) -> Theme:
    """The theme of a choice: `light`, `dark`, or `system`, which follows the desktop."""
    dark = choice == "dark" or (choice == "system" and _system_is_dark())
    return _theme("dark" if dark else "light")


@cache
def _theme(name: str) -> Theme:
    path = resources() / "themes" / f"{name}.toml"
    return load_theme(path.read_bytes(), path.name)


def _system_is_dark() -> bool:
    scheme = QGuiApplication.styleHints().colorScheme()
    return scheme.name == "Dark"


def next_zoom(zoom: int, step: int) -> int:
    """The zoom one step larger or smaller; the ends hold."""
    place = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - zoom))
    return ZOOMS[max(0, min(len(ZOOMS) - 1, place + step))]
