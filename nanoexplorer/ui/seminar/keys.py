"""Which key does what in a seminar, as data; a clicker sends some of them.

Signs are found on every keyboard: see `key_places`.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nanoexplorer.ui.key_places import CHORDS, sign_of

Keys = dict[Qt.Key | str, str]
_KEY = Qt.Key
SHOW_KEYS: Final[Keys] = {
    _KEY.Key_Right: "forward",
    _KEY.Key_PageDown: "forward",
    _KEY.Key_Space: "forward",
    _KEY.Key_Return: "forward",
    _KEY.Key_Enter: "forward",
    _KEY.Key_Left: "back",
    _KEY.Key_PageUp: "back",
    _KEY.Key_Backspace: "back",
    _KEY.Key_Up: "point_up",
    _KEY.Key_Down: "point_down",
    _KEY.Key_Home: "first",
    _KEY.Key_End: "last",
    "R": "reveal_all",
    "G": "choose",
    "B": "blank",
    ".": "blank",
    "T": "timer",
    "N": "notes",
    **{str(digit): f"digit-{digit}" for digit in range(1, 10)},
    _KEY.Key_F5: "again",
    _KEY.Key_Escape: "escape",
}
LIST_KEYS: Final[Keys] = {
    _KEY.Key_PageDown: "list_down",
    _KEY.Key_Down: "list_down",
    _KEY.Key_PageUp: "list_up",
    _KEY.Key_Up: "list_up",
    _KEY.Key_Home: "list_first",
    _KEY.Key_End: "list_last",
    _KEY.Key_Right: "take",
    _KEY.Key_Space: "take",
    _KEY.Key_Return: "take",
    _KEY.Key_Enter: "take",
    _KEY.Key_F5: "take",
    "B": "blank",
    ".": "blank",
    "T": "timer",
    "N": "notes",
    _KEY.Key_Escape: "leave",
}
"""In the list of cases. A clicker walks with its two keys and takes a case with F5."""


def wish_of(event: QKeyEvent, keys: Keys) -> str:
    """What a key asks for; nothing where it is none of ours, or held with Ctrl, Alt or Meta."""
    if event.modifiers() & CHORDS:
        return ""
    sign = sign_of(event, keys)
    if sign == "T" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return "timer_zero"
    return keys.get(sign) or keys.get(Qt.Key(event.key()), "")
