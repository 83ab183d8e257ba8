"""A warning in a dialog of its own: what is wrong and what to do, with one button."""

from __future__ import annotations

import errno

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.ui.base.widgets import column, label, row
from nanoexplorer.ui.shell.window import FRAME
from nanoexplorer.words import common
from nanoexplorer.words import starting as words

WIDTH = 460


class WarningDialog(QDialog):
    """Plain text under a title; the app goes on meanwhile."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("warning")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        lines = column(self, margin=20, gap=12)
        lines.addWidget(label(title, "lead", wraps=True, name="warning.title"))
        lines.addWidget(label(text, wraps=True, name="warning.text"))
        close = QPushButton(common.CLOSE)
        close.setObjectName("warning.close")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(close)
        lines.addLayout(buttons)
        width = round(WIDTH * self.font().pixelSize() / fonts.BODY)
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # else the letters are measured before they have their size
        width = min(width, self.screen().availableGeometry().width() - FRAME[0])
        self.setFixedSize(width, lines.heightForWidth(width))


def warn_not_kept(complaint: str, error: OSError, parent: QWidget) -> None:
    """Say that nothing will be remembered, and until when."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    remedy = words.NOT_KEPT_FULL if full else words.NOT_KEPT_LOCKED
    text = words.NOT_KEPT.format(complaint=complaint, remedy=remedy)
    WarningDialog(words.NOT_KEPT_TITLE, text, parent).open()
