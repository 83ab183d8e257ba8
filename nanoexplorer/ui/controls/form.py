"""The parts of a form, each with a name to find it by, and a spoken one where it has no words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QPushButton

from nanoexplorer.ui.controls.controls import CheckBox, ChoiceBox


def button(
    text: str,
    name: str,
    *,
    spoken: str = "",
    primary: bool = False,
    does: Callable[[], object] | None = None,
) -> QPushButton:
    """A button that Enter presses while it has the keyboard.

    `primary`: the one of its dialog, which Enter presses from everywhere.
    """
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAutoDefault(True)
    if spoken:
        made.setAccessibleName(spoken)
    if primary:
        made.setProperty("kind", "primary")
        made.setDefault(True)
    if does:
        made.clicked.connect(lambda: does())
    return made


def tick_box(text: str, name: str) -> CheckBox:
    """Something that is so or not."""
    made = CheckBox(text)
    made.setObjectName(name)
    return made


def choice_box(
    items: Iterable[tuple[str, object]], name: str, *, spoken: str = "", letters: int = 0
) -> ChoiceBox:
    """Texts to choose from, and what each stands for.

    `letters`: how many it has room for at least, however long they are; 0: as long as they are.
    """
    made = ChoiceBox()
    made.setObjectName(name)
    if spoken:
        made.setAccessibleName(spoken)
    if letters:
        by_letters = ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        made.setSizeAdjustPolicy(by_letters)
        made.setMinimumContentsLength(letters)
    for text, data in items:
        made.addItem(text, data)
    return made
