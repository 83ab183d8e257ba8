"""The case code: a line to copy from and to paste into, with the button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from nanoexplorer.core.case_code import MOST_TYPED
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import CopyCode, EnterCode
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import button, column, give_tip, label, put, row
from nanoexplorer.words import window as words


class CaseCodeBox(Part):
    """Shows a code; Enter hands on what was typed instead, Escape brings the code back."""

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self.line = _Line()
        self.line.setObjectName("profile.code")
        self.line.setProperty("role", "code")
        self.line.setAccessibleName(words.CASE_CODE)
        give_tip(self.line, words.CASE_CODE_TIP)
        self.line.setMaxLength(MOST_TYPED)
        self.copy = button(
            words.COPY, "profile.copy_code", kind="link", tip=words.COPY_CODE, does=self._copy
        )
        head = put(row(), (label(words.CASE_CODE, "caps"), 1), self.copy)
        put(column(self, gap=2), head, self.line)
        self.line.returnPressed.connect(self._enter)
        self.line.left.connect(self.restore)

    def show_code(self, code: str) -> None:
        """Show another profile's code, in place of what was typed."""
        self._code = code
        self.restore()

    def restore(self) -> None:
        """Show the profile's code again, whatever was typed."""
        self.line.setText(self._code)
        self.line.setCursorPosition(0)

    def _copy(self) -> None:
        self.requested.emit(CopyCode(self._code))

    def _enter(self) -> None:
        if self.line.text().strip() != self._code:
            self.requested.emit(EnterCode(self.line.text()))


class _Line(QLineEdit):
    """Selects all when entered, so that a paste replaces it; says when it is left."""

    left = Signal()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
