"""The window: header, banner and a place for the gate, the content, or a broken pack's problems.

It shows itself before there is any content, so that something stands there at once.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from nanoexplorer import strings
from nanoexplorer.palette import Theme
from nanoexplorer.ui.panels.banner import Banner

FIRST_SIZE = (1440, 900)
LEAST_SIZE = (820, 560)


class Window(QMainWindow):
    """The frame around everything. `closing` comes while all its parts are still there."""

    closing = Signal()

    def __init__(self, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(strings.APP)
        self.theme, self.zoom = theme, zoom
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.stack = QStackedWidget()
        self.stack.setObjectName("window.stack")
        self.content = QFrame()
        self.content.setProperty("role", "paper")
        self.content_lines = QVBoxLayout(self.content)
        self.content_lines.setContentsMargins(0, 0, 0, 0)
        self.content_lines.setSpacing(0)
        self.content_lines.addWidget(Banner())
        self.content_lines.addStretch(1)
        self.stack.addWidget(self.content)
        self.setCentralWidget(self.stack)

    def show_over(self, page: QWidget) -> None:
        """Show a page in place of the content."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def show_content(self) -> None:
        """Show the content, and let go of any page that stood over it."""
        self.stack.setCurrentWidget(self.content)
        for place in reversed(range(self.stack.count())):
            page = self.stack.widget(place)
            if page is not None and page is not self.content:
                self.stack.removeWidget(page)
                page.deleteLater()

    def fill(self, content: QWidget) -> None:
        """Put the content below the banner; what stood there before is let go."""
        old = self.content_lines.takeAt(self.content_lines.count() - 1)
        widget = old.widget() if old else None
        if widget is not None:
            widget.deleteLater()
        self.content_lines.addWidget(content, 1)

    def geometry_text(self) -> str:
        """Size and place as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore_geometry(self, text: str) -> None:
        """Size and place as they were; a text that is none leaves them."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
