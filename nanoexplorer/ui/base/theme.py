"""Themes and zooms: which there are, and how one is put on the application."""

from __future__ import annotations

import re
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme, shipped_theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.formats.settings import ZOOMS
from nanoexplorer.ui.base.qss import TEMPLATE

ARGUMENTS: Final = ("-style", "Fusion")
"""To be given to QApplication: there the style costs nothing, `setStyle` builds QStyle, 9 ms."""

_SIZES: Final = {
    "small": fonts.SMALL,
    "body": fonts.BODY,
    "lead": fonts.LEAD,
    "title": fonts.TITLE,
    "question": fonts.QUESTION,
}
_TOKEN: Final = re.compile(
    r"@(?P<name>[a-z][a-z-]*)|(?P<px>\d+)px(?:-(?P<less>\d)hair)?|(?P<hairs>\d)hair"
)


def chosen_theme(choice: str) -> Theme:
    """The theme of a choice: `light`, `dark`, or `system`, which follows the desktop."""
    dark = choice == "dark" or (choice == "system" and _system_is_dark())
    return shipped_theme("dark" if dark else "light")


def _system_is_dark() -> bool:
    scheme = QGuiApplication.styleHints().colorScheme()
    return scheme.name == "Dark"


def next_zoom(zoom: int, step: int) -> int:
    """The zoom one step larger or smaller; the ends hold."""
    place = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - zoom))
    return ZOOMS[max(0, min(len(ZOOMS) - 1, place + step))]


def stylesheet(theme: Theme, zoom: int = 100) -> str:
    """The application's style sheet. An unknown role in the template is a KeyError."""

    def fill(token: re.Match[str]) -> str:
        if name := token["name"]:
            return f"{scaled(_SIZES[name], zoom)}px" if name in _SIZES else theme[name]
        if hairs := token["hairs"]:
            return f"{int(hairs) * hair(zoom)}px"
        return f"{max(0, scaled(int(token['px']), zoom) - int(token['less'] or 0) * hair(zoom))}px"

    return _TOKEN.sub(fill, TEMPLATE)


_PALETTE: Final = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink-muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line-strong",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Shadow: "ink-muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on-selection",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent-text",
    QPalette.ColorRole.LinkVisited: "accent-text",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "on-tooltip",
}
_FADES: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(theme: Theme) -> QPalette:
    """The toolkit's palette, for what a style sheet doesn't reach (Fusion's own drawing)."""
    filled = QPalette()
    for role, name in _PALETTE.items():
        filled.setColor(role, QColor(theme[name]))
    for role in _FADES:
        filled.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme["disabled-ink"]))
    return filled


def apply(app: QApplication, theme: Theme, zoom: int = 100) -> None:
    """Give the application palette and font; before the first widget, and when either changes.

    The application was made with ARGUMENTS, and the fonts are registered. The style sheet is for
    the window: as the application's it would polish every panel anew each time it finds a parent,
    70 ms at a start.
    """
    app.setPalette(palette(theme))
    app.setFont(fonts.font(zoom=zoom))


@runtime_checkable
class Dressed(Protocol):
    """What paints with a theme itself, where a style sheet does not reach."""

    def dress(self, theme: Theme) -> None:
        """Take another theme; whoever calls draws anew what was drawn with the last one."""


def dress(root: QWidget, theme: Theme) -> None:
    """Hand a theme to all within a widget that paints with one."""
    for part in root.findChildren(QObject):
        if isinstance(part, Dressed):
            part.dress(theme)


def give_role(widget: QWidget, role: str) -> None:
    """Dress a widget in another of the style sheet's roles, if it is not in it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        restyle(widget)
        changed = QEvent(QEvent.Type.StyleChange)  # a frame asks for its padding then alone
        QCoreApplication.sendEvent(widget, changed)


def restyle(widget: QWidget) -> None:
    """Polish one widget again after a property that a selector reads has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
