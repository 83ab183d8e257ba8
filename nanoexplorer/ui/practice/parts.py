"""What the pages of practice and its dialog are built from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.widgets import STRETCH, column, give_tip, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.choices import CheckBox
from nanoexplorer.ui.controls.number import NumberBox
from nanoexplorer.words.teaching import practice as words


def named_field(
    text: str, field: QWidget, *beside: QWidget, tip: str = "", spoken: str = ""
) -> QVBoxLayout:
    """A control, and what belongs to it, under the words that say what it is."""
    field.setAccessibleName(spoken or text)
    if tip:
        give_tip(field, tip)
    return put(column(gap=4), label(text, "caps"), put(row(), (field, 1), *beside), STRETCH)


def number_box(name: str, most: int, value: int, zoom: int) -> NumberBox:
    """A whole number from 1, to be typed or stepped with the arrow keys; as high as a button."""
    made = NumberBox()
    made.setMaximumHeight(scaled(22, zoom) + 2 * scaled(5, zoom))
    made.setObjectName(name)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setRange(1, most)
    made.setValue(value)
    return made


def seed_field(seed: NumberBox, name: str, draw: Callable[[], int]) -> QVBoxLayout:
    """The number of a set of questions, with a button of that name that draws another."""
    draws = form_button(
        words.SEED_NEW, name, spoken=words.SEED_NEW_NAME, does=lambda: seed.setValue(draw())
    )
    return named_field(words.SEED, seed, draws, tip=words.SEED_TIP)


class KeepBox(CheckBox):
    """Asks for results to be kept in a file. Ticked by the person alone; out of use where what is
    kept can't be read.
    """

    def __init__(self, file: str) -> None:
        super().__init__(words.KEEP)
        self.setObjectName("practice.keep")
        give_tip(self, words.KEEP_TIP.format(path=file))

    def show_kept(self, *, keep: bool, damaged: bool) -> None:
        """Show what was asked for without asking again."""
        with QSignalBlocker(self):
            self.setChecked(keep and not damaged)
        self.setEnabled(not damaged)
