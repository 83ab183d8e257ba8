"""A box for a number: shown in the digits of the rest of the screen, typed in any."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from nanoexplorer.overriding import override


class NumberBox(QSpinBox):
    """Takes what an Arabic or Persian keyboard types for the same number."""

    @override
    def setAccessibleName(self, name: str) -> None:
        """The line within has the same name: a screen reader may come to either."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return super().validate(plain_digits(text), position)


def plain_digits(text: str) -> str:
    """A text with its digits, whatever script they are of, as 0 to 9."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
