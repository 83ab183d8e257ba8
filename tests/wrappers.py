"""Who keeps whom in Python: a wrapper must go with what its object goes with in Qt."""

from __future__ import annotations

import re

import shiboken6
from PySide6.QtWidgets import QWidget
from shiboken6.Shiboken import getAllValidWrappers

_KEEPER = re.compile(r"^parent\.+ <.* at (0x[0-9a-f]+)>", re.MULTILINE)


def wrongly_kept() -> list[str]:
    """Every widget that dies in Python with something that it does not belong to in Qt.

    A group of buttons goes with the panel that both stand on.
    """
    widgets = [found for found in getAllValidWrappers() if isinstance(found, QWidget)]
    named = {f"{id(found):#x}": found for found in widgets}
    return [
        f"{_told(found)} is kept by {_told(keeper)}"
        for found in widgets
        if (keeper := named.get(_keeper(found))) is not None and not _owns(keeper, found)
    ]


def _keeper(found: QWidget) -> str:
    match = _KEEPER.search(shiboken6.dump(found))
    return match[1] if match else ""


def _owns(keeper: QWidget, found: QWidget) -> bool:
    owner = found.parentWidget()
    while owner is not None and owner is not keeper:
        owner = owner.parentWidget()
    return owner is keeper


def _told(found: QWidget) -> str:
    return f"{type(found).__name__} {found.objectName()!r}"
