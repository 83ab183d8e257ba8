"""Does what takes long before it is asked for: when somebody reaches for what needs it.

Not at the start, which it would slow, and not on the main thread, which it would freeze; whoever
asks meanwhile waits as they would have anyway.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.overriding import override

LIBRARY = "pyqtgraph"
THREAD = "preload"
_REACHES = (QEvent.Type.Enter, QEvent.Type.FocusIn)


class Preload(QObject):
    """Watches a widget; the first pointer or focus that reaches it starts the work."""

    _thread: Thread | None = None

    def __init__(self, watched: QWidget, work: Callable[[], object]) -> None:
        super().__init__(watched)
        self._watched = watched
        self._work = work
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REACHES:
            self._watched.removeEventFilter(self)
            self._thread = Thread(target=self._work, name=THREAD, daemon=True)
            self._thread.start()
        return False

    @property
    def working(self) -> bool:
        """Whether the work has begun and is not done. The thread says nothing by itself: what it
        would say it to may be going just then.
        """
        return self._thread is not None and self._thread.is_alive()


def made_ready(read: Callable[[], Pack], *, searched: bool = False) -> Pack:
    """The pack that is read, with what its first screens ask of it and it keeps for all others."""
    from nanoexplorer.core.resolve import resolve
    from nanoexplorer.core.screen import Intent
    from nanoexplorer.pack.loader import uncollected

    with uncollected():
        pack = read()
        first = pack.ordered[0].id if pack.ordered else ""
        resolve(Intent(pack.blank_profile, selection=first), pack)
        if searched:
            make_searchable(pack)
    return pack


def import_plots() -> None:
    """Import the plotting library, for the maps."""
    import_module(LIBRARY)


def make_searchable(pack: Pack) -> None:
    """Make what a search looks in, and import what knows which words are alike."""
    from nanoexplorer.documents.finding import index_of

    index_of(pack).nearest("")
    import_module("rapidfuzz.process")
