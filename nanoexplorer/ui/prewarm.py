"""Imports the plotting library before it is asked for: when somebody reaches for the tabs.

Not at the start, which it would slow, and not on the main thread, which it would freeze for a
third of a second; a view that is shown meanwhile waits for the import as it would have anyway.
"""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTabBar

LIBRARY = "pyqtgraph"
THREAD = "prewarm"
_REACHES = (QEvent.Type.Enter, QEvent.Type.FocusIn)


class Prewarm(QObject):
    """Watches a tab bar; the first pointer or focus that reaches it starts the import."""

    def __init__(self, tabs: QTabBar) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        tabs.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REACHES:
            self._tabs.removeEventFilter(self)
            Thread(target=import_module, args=(LIBRARY,), name=THREAD, daemon=True).start()
        return False
