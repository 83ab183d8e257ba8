"""The application object, which hears of files that the desktop wants opened, and its icon."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from nanoexplorer.overriding import override
from nanoexplorer.places import resources
from nanoexplorer.ui.base.rings import Rings

ICON_SIZES = (16, 24, 32, 48, 64, 128)
SMALL_ICON = 24


class Application(QApplication):
    """macOS sends a double-clicked file as an event, and not as an argument.

    The event comes to this object alone, so that no filter sees every other event pass.
    """

    file_opened = Signal(Path)

    def __init__(self, arguments: Sequence[str]) -> None:
        # The app is in English: a number has the digits of every other number on screen.
        QLocale.setDefault(QLocale.c())
        super().__init__(arguments)
        self.rings = Rings(self)

    @override
    def event(self, event: QEvent) -> bool:
        """Hand on a file; a link into the web is none of ours."""
        if event.type() is not QEvent.Type.FileOpen:
            return super().event(event)
        assert isinstance(event, QFileOpenEvent)
        if event.file():
            self.file_opened.emit(Path(event.file()))
        return bool(event.file())


def app_icon() -> QIcon:
    """The icon in every size that a desktop shows a window with."""
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addPixmap(_drawn("nanoexplorer-small" if size <= SMALL_ICON else "nanoexplorer", size))
    return icon


def _drawn(name: str, size: int) -> QPixmap:
    from PySide6.QtCore import Qt
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(resources() / "icons" / f"{name}.svg")).render(painter)
    painter.end()
    return picture
