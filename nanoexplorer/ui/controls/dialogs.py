"""Dialogs that say something: a text to read and copy, or a warning."""

from __future__ import annotations

import errno

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QDialog, QWidget

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.widgets import STRETCH, button, column, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.text_boxes import PlainText
from nanoexplorer.ui.shell.window import FRAME
from nanoexplorer.words import actions as words
from nanoexplorer.words import common
from nanoexplorer.words import starting as starting_words

SIZE = (640, 460)
LEAST = (320, 240)
WARNING_WIDTH = 460


class _Dialog(QDialog):
    """A title, and at the foot the button that closes, as Enter and Escape do."""

    def __init__(self, name: str, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.lines = column(self, margin=20, gap=12)
        put(self.lines, label(title, "lead", wraps=True, name=f"{name}.title"))
        close = form_button(common.CLOSE, f"{name}.close", primary=True, does=self.accept)
        self.foot = put(row(), STRETCH, close)


class TextDialog(_Dialog):
    """Plain text under a line that says what it is; Copy takes all of it."""

    def __init__(self, title: str, lead: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("dialog", title, parent)
        fit(self, SIZE, round(100 * self.font().pixelSize() / fonts.BODY))
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
        copy = button(words.COPY_ALL, "dialog.copy", does=self._copy)
        copy.setAutoDefault(False)
        self.foot.insertWidget(0, copy)
        said = label(lead, "muted", wraps=True, name="dialog.lead")
        put(self.lines, said, (self.text, 1), self.foot)

    def _copy(self) -> None:
        copy_text(self.text.toPlainText())

    def _set_tab(self, text: str) -> None:
        """Where the lines have two columns, the second begins behind the widest first."""
        metrics = QFontMetricsF(self.text.font())
        firsts = [line.split("\t")[0] for line in text.split("\n") if "\t" in line]
        widest = max(map(metrics.horizontalAdvance, firsts), default=0.0)
        self.text.setTabStopDistance(max(1.0, widest + 2 * metrics.height()))


class WarningDialog(_Dialog):
    """What is wrong and what to do; the app goes on meanwhile."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__("warning", title, parent)
        put(self.lines, label(text, wraps=True, name="warning.text"), self.foot)
        width = round(WARNING_WIDTH * self.font().pixelSize() / fonts.BODY)
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # else the letters are measured before they have their size
        width = min(width, self.screen().availableGeometry().width() - FRAME[0])
        self.setFixedSize(width, self.lines.heightForWidth(width))


def warn_not_kept(complaint: str, error: OSError, parent: QWidget) -> None:
    """Say that nothing will be remembered, and until when."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    remedy = starting_words.NOT_KEPT_FULL if full else starting_words.NOT_KEPT_LOCKED
    text = starting_words.NOT_KEPT.format(complaint=complaint, remedy=remedy)
    WarningDialog(starting_words.NOT_KEPT_TITLE, text, parent).open()


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
