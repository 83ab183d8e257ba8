"""The app from its start, the gate accepted: first painted window, painted strategies, memory."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from nanoexplorer import bootstrap
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.settings import SettingsFile, gate_mark

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack

began = float(sys.argv[1])


class FirstPaints(QObject):
    """Prints when the window, and when cards, are painted for the first time; then quits."""

    def __init__(self, desk: bootstrap.Desk) -> None:
        super().__init__()
        self._desk = desk
        self._window = self._content = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint:
            return False
        if watched is self._desk.window and not self._window:
            self._window = True
            print(f"window {time.monotonic() - began}", flush=True)
        elif watched is not self._desk.window and not self._content:
            self._content = True
            QTimer.singleShot(0, self, self._done)  # painting is done when the loop is back
        return False

    def watch_content(self) -> None:
        """Look at one column of cards; a filter on everything would slow down what it measures."""
        assert self._desk.content
        cards = next(iter(self._desk.content.strategies.lists.values()))
        cards.viewport().installEventFilter(self)

    def _done(self) -> None:
        print(f"content {time.monotonic() - began}", flush=True)
        QTimer.singleShot(500, self, self._measure)

    def _measure(self) -> None:
        import psutil

        heavy = {"pandas", "numpy", "pyqtgraph"} & set(sys.modules)
        print(f"memory {psutil.Process().memory_info().rss / 2**20}", flush=True)
        print(f"heavy {len(heavy)}", flush=True)
        QApplication.exit(0)


app = bootstrap.make_app()
settings = SettingsFile(Path(sys.argv[2]) / "settings.json")
settings.change(gate=gate_mark(), theme="light")
desk = bootstrap.Desk(app, settings, bundled_pack())
paints = FirstPaints(desk)
desk.window.installEventFilter(paints)
fill = desk.fill


def fill_and_watch(pack: Pack) -> None:
    fill(pack)
    paints.watch_content()


desk.fill = fill_and_watch  # type: ignore[method-assign]
desk.open()
app.exec()
