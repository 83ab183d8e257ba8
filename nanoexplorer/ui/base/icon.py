"""The icon of our windows, drawn from the same SVG as the installed ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nanoexplorer.places import resources

SIZES = (16, 24, 32, 48, 64, 128)
SMALL = 24


def app_icon() -> QIcon:
    """The icon in every size that a desktop shows a window with."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_drawn("nanoexplorer-small" if size <= SMALL else "nanoexplorer", size))
    return icon


def _drawn(name: str, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(resources() / "icons" / f"{name}.svg")).render(painter)
    painter.end()
    return picture
