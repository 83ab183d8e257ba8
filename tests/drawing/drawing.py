"""A canvas to draw on in a test."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage, QPainter

from nanoexplorer.drawing.palette import Theme, shipped_theme


def theme(name: str = "light") -> Theme:
    return shipped_theme(name)


def picture(
    draw: Callable[[QPainter], None], width: int, height: int, ground: str = "white"
) -> QImage:
    """What a drawing looks like on a ground of that colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    try:
        draw(painter)
    finally:
        painter.end()
    return image


def colours(image: QImage) -> set[str]:
    """Every colour that occurs in a picture."""
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
