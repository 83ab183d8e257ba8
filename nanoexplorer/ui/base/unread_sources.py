"""Spares a start the reading of source files that nobody asks about."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - brings the hook with it

_HOOK = "shibokensupport.feature"
_ASKS = "_mod_uses_pyside"


def leave_sources_unread() -> bool:
    """Answer for every module that it may use PySide; False where this PySide doesn't ask.

    PySide reads the source of each module that is imported, to see whether its optional
    `__feature__` (other names for methods) could concern it. Nothing here uses that, and the
    reading costs a start about 12 ms. A frozen app has no sources to read.
    """
    hook = sys.modules.get(_HOOK)
    if not hasattr(hook, _ASKS):
        return False
    setattr(hook, _ASKS, lambda _module: True)
    return True
