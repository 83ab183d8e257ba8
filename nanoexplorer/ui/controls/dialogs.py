"""A dialog with text to read and copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.widgets import column, label, row
from nanoexplorer.ui.controls.text_boxes import PlainText
from nanoexplorer.ui.shell.window import FRAME
from nanoexplorer.words import actions as words
from nanoexplorer.words import common

SIZE = (640, 460)
LEAST = (320, 240)


class TextDialog(QDialog):
    """Plain text under a line that says what it is; Copy takes all of it, Escape closes."""

    def __init__(self, title: str, lead: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        fit(self, SIZE, round(100 * self.font().pixelSize() / fonts.BODY))
        lines = column(self, margin=20, gap=12)
        lines.addWidget(label(title, "lead", wraps=True, name="dialog.title"))
        lines.addWidget(label(lead, "muted", wraps=True, name="dialog.lead"))
        self.text = PlainText(text)
        self.text.setObjectName("dialog.text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self._set_tab(text)
        # A reader without a mouse can walk through the text and select in it.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        lines.addWidget(self.text, 1)
        lines.addLayout(self._buttons())

    def _set_tab(self, text: str) -> None:
        """Where the lines have two columns, the second begins behind the widest first."""
        metrics = QFontMetricsF(self.text.font())
        firsts = [line.split("\t")[0] for line in text.split("\n") if "\t" in line]
        widest = max(map(metrics.horizontalAdvance, firsts), default=0.0)
        self.text.setTabStopDistance(max(1.0, widest + 2 * metrics.height()))

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(words.COPY_ALL)
        copy.setObjectName("dialog.copy")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: copy_text(self.text.toPlainText()))
        close = QPushButton(common.CLOSE)
        close.setObjectName("dialog.close")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = row()
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        return line


def fit(dialog: QDialog, size: tuple[int, int], zoom: int) -> None:
    """As large as the letters ask for, and no larger than the window below it or the screen.

    It may be made smaller than its parts ask for: what is in it scrolls, what is off the screen
    can't be reached.
    """
    below = dialog.parentWidget()
    room = dialog.screen().availableGeometry().size() - QSize(*FRAME)
    room = room.boundedTo(below.size() - QSize(48, 48)) if below else room
    wanted = QSize(*(scaled(side, zoom) for side in size)).boundedTo(room)
    dialog.setMinimumSize(wanted.boundedTo(QSize(*LEAST)))
    dialog.resize(wanted)
