"""Which key does what in a seminar, as data; a clicker sends some of them.

Signs are found on every keyboard: see `key_places`.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nanoexplorer.ui.base.key_places import CHORDS, sign_of
from nanoexplorer.ui.seminar.requests import Act, ChooseNumber, Request

Keys = dict[Qt.Key | str, Request]
_KEY = Qt.Key
_ANYWHERE: Final[Keys] = {
    "B": Act.BLANK,
    ".": Act.BLANK,
    "T": Act.TIMER,
    "N": Act.NOTES,
    "?": Act.KEYS,
    _KEY.Key_F1: Act.KEYS,
}
SHOW_KEYS: Final[Keys] = {
    **_ANYWHERE,
    _KEY.Key_Right: Act.FORWARD,
    _KEY.Key_PageDown: Act.FORWARD,
    _KEY.Key_Space: Act.FORWARD,
    _KEY.Key_Return: Act.FORWARD,
    _KEY.Key_Enter: Act.FORWARD,
    _KEY.Key_Left: Act.BACK,
    _KEY.Key_PageUp: Act.BACK,
    _KEY.Key_Backspace: Act.BACK,
    _KEY.Key_Up: Act.POINT_UP,
    _KEY.Key_Down: Act.POINT_DOWN,
    _KEY.Key_Home: Act.FIRST,
    _KEY.Key_End: Act.LAST,
    "R": Act.REVEAL_ALL,
    "G": Act.CHOOSE,
    "S": Act.STATUS,
    "V": Act.VOTES,
    "C": Act.CARD,
    "P": Act.MAP,
    "K": Act.COUNTDOWN,
    **{str(digit): ChooseNumber(digit) for digit in range(1, 10)},
    _KEY.Key_F5: Act.AGAIN,
    _KEY.Key_Escape: Act.ESCAPE,
}
LIST_KEYS: Final[Keys] = {
    **_ANYWHERE,
    _KEY.Key_PageDown: Act.LIST_DOWN,
    _KEY.Key_Down: Act.LIST_DOWN,
    _KEY.Key_PageUp: Act.LIST_UP,
    _KEY.Key_Up: Act.LIST_UP,
    _KEY.Key_Home: Act.LIST_FIRST,
    _KEY.Key_End: Act.LIST_LAST,
    _KEY.Key_Right: Act.TAKE,
    _KEY.Key_Space: Act.TAKE,
    _KEY.Key_Return: Act.TAKE,
    _KEY.Key_Enter: Act.TAKE,
    _KEY.Key_F5: Act.TAKE,
    _KEY.Key_Escape: Act.LEAVE,
}
"""In the list of cases. A clicker walks with its two keys and takes a case with F5."""
WITH_SHIFT: Final = {"T": Act.TIMER_ZERO, "K": Act.COUNTDOWN_STOP}


def request_of(event: QKeyEvent, keys: Keys) -> Request | None:
    """What a key asks for; nothing where it is none of ours, or held with Ctrl, Alt or Meta."""
    if event.modifiers() & CHORDS:
        return None
    sign = sign_of(event, keys)
    if sign in WITH_SHIFT and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return WITH_SHIFT[sign]
    return keys.get(sign) or keys.get(Qt.Key(event.key()))
