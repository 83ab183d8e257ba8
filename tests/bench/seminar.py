"""Next steps of a seminar until the stage stands repainted: all cases, on a screen of 1080 px."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.seminar.requests import Act

SCREEN = QRect(0, 0, 1920, 1080)
WARM = 20


class Screen(NamedTuple):
    """The screen that the stage believes in."""

    area: QRect

    def geometry(self) -> QRect:
        return self.area

    def availableGeometry(self) -> QRect:
        return self.area


def measure(folder: str) -> None:
    """Print the median and the 95th percentile of a step, in seconds, and how many there were."""
    app = bootstrap.make_app()
    settings = SettingsFile(Path(folder) / "settings.json")
    settings.change(gate=gate_mark(), theme="light")
    controller = Controller(app, settings, bundled_pack())
    controller.window.show()
    controller.load()
    controller.seminars.screens = lambda: [Screen(SCREEN)]
    controller.seminars.start()
    running = controller.seminars.running
    assert running
    running.room.showNormal()  # the offscreen screen is smaller than the one that we ask for
    running.room.resize(SCREEN.size())
    app.processEvents()
    if running.room.size() != SCREEN.size():
        raise RuntimeError(f"the stage is {running.room.size()}")
    times = []
    while not running.showing.ended:
        for _ in range(5):
            app.processEvents()
        began = time.perf_counter()
        running.handle(Act.FORWARD)
        app.processEvents()
        times.append(time.perf_counter() - began)
    times = sorted(times[WARM:])
    print(f"median {times[len(times) // 2]}")
    print(f"p95 {times[int(len(times) * 0.95)]}")
    print(f"steps {len(times)}")
    running.leave()
    controller.window.close()


if __name__ == "__main__":
    measure(*sys.argv[1:])
