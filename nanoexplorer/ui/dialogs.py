"""A dialog with text to read and copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from nanoexplorer import strings
from nanoexplorer.ui.clipboard import copy_text
from nanoexplorer.ui.widgets import column, label, row

SIZE = (640, 460)


class TextDialog(QDialog):
    """Plain text under a line that says what it is; Copy takes all of it, Escape closes."""

    def __init__(self, title: str, lead: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(*SIZE)
        lines = column(self, margin=20, gap=12)
        lines.addWidget(label(title, "lead", wraps=True, name="dialog.title"))
        lines.addWidget(label(lead, "muted", wraps=True, name="dialog.lead"))
        self.text = QPlainTextEdit(text)
        self.text.setObjectName("dialog.text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        # A reader without a mouse can walk through the text and select in it.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        lines.addWidget(self.text, 1)
        lines.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(strings.COPY_ALL)
        copy.setObjectName("dialog.copy")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: copy_text(self.text.toPlainText()))
        close = QPushButton(strings.CLOSE)
        close.setObjectName("dialog.close")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = row()
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        return line
