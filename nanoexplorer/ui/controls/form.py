"""The parts of a form, each with a name to find it by, and a spoken one where it has no words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QPushButton

from nanoexplorer.ui.base import widgets
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox


def button(
    text: str,
    name: str,
    *,
    spoken: str = "",
    primary: bool = False,
    tip: str = "",
    does: Callable[[], object] | None = None,
) -> QPushButton:
    """A button that Enter presses while it has the keyboard.

    `primary`: the one of its dialog, which Enter presses from everywhere.
    """
    kind = "primary" if primary else ""
    made = widgets.button(text, name, spoken=spoken, kind=kind, tip=tip, does=does)
    made.setAutoDefault(True)
    made.setDefault(primary)
    return made


def tick_box(text: str, name: str) -> CheckBox:
    """Something that is so or not."""
    made = CheckBox(text)
    made.setObjectName(name)
    return made


def choice_box(
    texts: Mapping[Any, str], name: str, *, spoken: str = "", letters: int = 0
) -> ChoiceBox:
    """Texts to choose from, by what each stands for.

    `letters`: how many it has room for at least, however long they are; 0: as long as they are.
    """
    made = ChoiceBox(name, spoken, letters=letters)
    for choice, text in texts.items():
        made.addItem(text, choice)
    return made
