"""The command from its start, the gate accepted: first painted window, painted strategies, memory.

It goes through the command's own `main`, so that it pays for all that the command pays for.
Arguments: when the process was started (`time.monotonic`), and a folder for the settings.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nanoexplorer.app import command_line as cli

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack

began = float(sys.argv[1])
settings_file = Path(sys.argv[2]) / "settings.json"
gc.disable()  # as the command does before it imports what follows

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from nanoexplorer.app import start as bootstrap  # noqa: E402
from nanoexplorer.app.controller import Controller  # noqa: E402
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark  # noqa: E402


def say(name: str) -> None:
    print(f"{name} {time.monotonic() - began}", flush=True)


class FirstPaint(QObject):
    """Says when the window is painted for the first time; the floor is measured alike."""

    done = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.done:
            self.done = True
            say("window")
        return False


class WatchedController(Controller):
    """Says when its window, and when its first card, has been painted; then quits."""

    painting = False

    def open(self) -> None:
        self.first = FirstPaint()
        self.window.installEventFilter(self.first)
        self.window.resize(1440, 900)  # as the floor; the screen without a display is smaller
        super().open()

    def fill(self, pack: Pack) -> None:
        super().fill(pack)
        from nanoexplorer.ui.views.strategies.cards.delegate import CardDelegate

        paint = CardDelegate.paint

        def paint_and_say(delegate: CardDelegate, painter: Any, option: Any, index: Any) -> None:
            if not self.painting:  # everything is painted when the loop is back
                self.painting = True
                QTimer.singleShot(0, self.window, self._painted)
            paint(delegate, painter, option, index)

        CardDelegate.paint = paint_and_say  # type: ignore[method-assign,assignment]

    def _painted(self) -> None:
        say("content")
        QTimer.singleShot(500, self.window, _measure)


def _measure() -> None:
    heavy = {"pandas", "numpy", "pyqtgraph"} & set(sys.modules)
    print(f"memory {_resident() / 2**20}", flush=True)
    print(f"heavy {len(heavy)}", flush=True)
    QApplication.exit(0)


def _resident() -> int:
    """Bytes of memory in use; without psutil where Linux says it, for a bundle has no psutil."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import psutil

    return int(psutil.Process().memory_info().rss)


SettingsFile(settings_file).change(gate=gate_mark(), theme="light")
bootstrap.settings_path = lambda: settings_file
bootstrap.Controller = WatchedController  # type: ignore[attr-defined]
cli.main([])
