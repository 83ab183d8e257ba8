"""Keystrokes in the search until list and panel stand repainted: the bundled pack, and one of many.

What is searched in is made when the box gets the keyboard, before a hand has reached a letter.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.preloading import make_searchable
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from tests.bench.edits import enlarged

clock = time.perf_counter
TYPED = ("EGFR mutated", "blood-brain barrier", "osimertnib", "radiotherapie", "gama knife",
         "gold nanoparticles", "Tagrisso", "nothing like it")  # fmt: skip


def measure(strategies: int, folder: str) -> None:
    """Print how long a search was made ready, and the median and 95th percentile of a key."""
    app = bootstrap.make_app()
    settings = SettingsFile(Path(folder) / "settings.json")
    settings.change(gate=gate_mark(), theme="light")
    pack = load_pack(bundled_pack())
    controller = Controller(app, settings, bundled_pack())
    controller.window.resize(1440, 900)
    controller.window.show()
    controller.fill(enlarged(pack, strategies) if strategies else pack)
    app.processEvents()
    controller.window.activateWindow()
    assert controller.content
    assert controller.commands
    assert controller.session
    began = clock()
    make_searchable(controller.session.pack)
    controller.commands.search()
    print(f"ready {clock() - began}")
    box = controller.content.header.search
    times = []
    for text in TYPED * 2:
        for place, letter in enumerate(text):
            for _ in range(5):
                app.processEvents()
            began = clock()
            QTest.keyClicks(box, letter)
            app.processEvents()
            times.append(clock() - began)
            if box.text() != text[: place + 1]:
                raise RuntimeError(f"the box says {box.text()!r}")
        box.clear()
    times = sorted(times[len(TYPED[0]) :])
    print(f"median {times[len(times) // 2]}")
    print(f"p95 {times[int(len(times) * 0.95)]}")
    controller.window.close()


if __name__ == "__main__":
    measure(int(sys.argv[1]), sys.argv[2])
