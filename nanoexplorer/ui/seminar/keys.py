"""Which key does what in a seminar, as data; a clicker sends some of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEY = Qt.Key
SHOW_KEYS: Final = {
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
    _KEY.Key_R: "reveal_all",
    _KEY.Key_G: "choose",
    _KEY.Key_B: "blank",
    _KEY.Key_Period: "blank",
    _KEY.Key_T: "timer",
    _KEY.Key_N: "notes",
    _KEY.Key_F5: "again",
    _KEY.Key_Escape: "escape",
}
LIST_KEYS: Final = {
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
    _KEY.Key_B: "blank",
    _KEY.Key_Period: "blank",
    _KEY.Key_T: "timer",
    _KEY.Key_N: "notes",
    _KEY.Key_Escape: "leave",
}
"""In the list of cases. A clicker walks with its two keys and takes a case with F5."""

_CHORDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def wish_of(event: QKeyEvent, keys: dict[Qt.Key, str]) -> str:
    """What a key asks for; nothing where it is none of ours, or held with Ctrl, Alt or Meta.

    Digits are `digit-1` to `digit-9`.
    """
    if event.modifiers() & _CHORDS:
        return ""
    key = event.key()
    if keys is SHOW_KEYS and _KEY.Key_1 <= key <= _KEY.Key_9:
        return f"digit-{key - _KEY.Key_0}"
    if key == _KEY.Key_T and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return "timer_zero"
    return keys.get(Qt.Key(key), "")
