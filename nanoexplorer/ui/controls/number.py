"""A box for a number: shown in the digits of the rest of the screen, typed in any."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from nanoexplorer.overriding import override


class Number(QSpinBox):
    """Takes what an Arabic or Persian keyboard types for the same number."""

    @override
    def setAccessibleName(self, name: str) -> None:
        """The line within has the same name: a screen reader may come to either."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
        return super().validate(plain, position)
