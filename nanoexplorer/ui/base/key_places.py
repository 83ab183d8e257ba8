"""What a key stands for on whatever keyboard: by its sign, else by its place.

A letter is a command by its name (R for reveal), so where the keyboard has Latin letters the sign
decides; elsewhere the place does, where such keyboards have the Latin letter too. A digit or a
stop is typed with Shift on some keyboards: without Shift its place decides.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence


def _places(*rows: tuple[int, str]) -> dict[int, str]:
    """Signs by the number of their key, which is counted through each row."""
    return {first + at: sign for first, row in rows for at, sign in enumerate(row)}


_PLACES: Final = _places(
    (2, "1234567890-="), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM,./")
)
"""Linux and Windows number the keys alike; X and Wayland count from 8."""
_MAC_PLACES: Final = _places(
    (0, "ASDFHGZXCV"), (11, "BQWERYT123465=97-80"), (31, "OU"), (34, "IP"), (37, "LJ"), (40, "K"),
    (43, ",/NM."),
)  # fmt: skip
_X_BASE: Final = 8
CHORDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""A key that is held with one of these is no command by itself."""


def native(keys: str | QKeySequence) -> str:
    """Keys as they are written on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def sign_at(event: QKeyEvent) -> str:
    """What stands in the place of the key on a US keyboard; nothing where that is not known."""
    platform = QGuiApplication.platformName()
    if platform == "cocoa":
        return _MAC_PLACES.get(event.nativeVirtualKey(), "")
    base = 0 if platform == "windows" else _X_BASE
    return _PLACES.get(event.nativeScanCode() - base, "")


def own_sign(event: QKeyEvent) -> str:
    """The plain sign that the keyboard has on the key, letters as capitals; else nothing."""
    key = event.key()
    return chr(key) if 0x20 < key < 0x7F else ""


def sign_of(event: QKeyEvent, wanted: Container[object]) -> str:
    """Which of the wanted signs a key stands for; nothing where it is none of them."""
    own = own_sign(event)
    if own and own in wanted:
        return own
    at = "" if own.isalpha() else sign_at(event)
    return at if at in wanted else ""


def chord_at(event: QKeyEvent) -> QKeySequence | None:
    """The chord, with a modifier, of what stands in the place of a key that has no Latin sign."""
    sign = "" if own_sign(event).isalpha() else sign_at(event)
    if not sign or not event.modifiers() & CHORDS:
        return None
    return QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(ord(sign))))
