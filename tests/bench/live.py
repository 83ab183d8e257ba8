"""An open pack of the bundled one's size that is saved: until the window stands redrawn."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.pack.opened import open_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark

TIMES = 7


def measure(folder: Path) -> None:
    """Print the median, in seconds."""
    app = bootstrap.make_app()
    path = Path(shutil.copytree(bundled_pack(), folder / "pack"))
    settings = SettingsFile(folder / "settings.json")
    settings.change(gate=gate_mark(), theme="light")
    controller = Controller(app, settings, bundled_pack())
    controller.known.open(path, open_pack(path))
    controller.window.resize(1440, 900)
    controller.window.show()
    controller.load()
    while controller.session is None:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
    for _ in range(50):
        app.processEvents()
    taken = []
    table = path / "statements.csv"
    for number in range(TIMES):
        before = controller.session.pack
        text = table.read_text(encoding="utf-8")
        began = time.perf_counter()
        table.write_text(text + "\n" * (number + 1), encoding="utf-8")
        while controller.session.pack is before:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
        app.processEvents()
        taken.append(time.perf_counter() - began)
    print(f"live {sorted(taken)[TIMES // 2]}")
    controller.window.close()


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
