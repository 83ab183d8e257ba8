"""A pack of very many strategies, from its file until they are painted: opened in the window of
another pack (`open`), or by the start that names it (`start`).

Its gate is passed the moment it is there. Prints names and numbers: seconds, and MiB of memory at
most. `block`: the longest that the window did not answer meanwhile; `edit`: from an edit of the
profile until the rows stand painted, p95.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QPushButton

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.views.strategies.cards.delegate import CardDelegate

if TYPE_CHECKING:
    from nanoexplorer.core.profile import Value

BEAT = 5
"""Milliseconds between two looks."""
EDITS = 100
WARM = 20
clock = time.perf_counter


class Painted:
    """The id of the pack of which a row was painted last."""

    pack = ""

    def __init__(self, controller: Controller) -> None:
        paint = CardDelegate.paint

        def watched(delegate: CardDelegate, painter: Any, option: Any, index: Any) -> None:
            paint(delegate, painter, option, index)
            if controller.session is not None:
                self.pack = controller.session.pack.id

        CardDelegate.paint = watched  # type: ignore[method-assign,assignment]


def main(way: str, path: Path, folder: Path) -> None:
    """Open a pack in one way and say how long that took."""
    app = bootstrap.make_app()
    settings = SettingsFile(folder / "settings.json")
    settings.change(gate=gate_mark(), theme="light", pack="")
    controller = Controller(app, settings, bundled_pack())
    painted = Painted(controller)
    controller.window.resize(1440, 900)
    began = clock()
    if way == "start":
        controller.pack_to_open = path
    controller.open()
    home = ""
    if way == "open":
        wait(lambda: painted.pack != "")
        home = painted.pack
        pause(1000)
        began = clock()
        controller.packs.open(path)
    beats = [clock()]
    beat = QTimer(interval=BEAT)
    beat.timeout.connect(lambda: beats.append(clock()))
    beat.start()
    wait(lambda: painted.pack not in ("", home) or pass_gate(controller))
    print(f"painted {clock() - began}")
    pause(1000)
    print(f"block {max(b - a for a, b in pairwise(beats))}")
    beat.stop()
    edits(controller, painted)
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}")
    controller.window.close()


def pass_gate(controller: Controller) -> bool:
    """Agree to see the pack, where that is asked."""
    button = controller.window.findChild(QPushButton, "pack_gate.open")
    if button is not None:
        button.click()
    return False


def edits(controller: Controller, painted: Painted) -> None:
    """Say how long an edit takes until rows are painted, and the slowest of them."""
    assert controller.session is not None
    fields = controller.session.pack.fields
    tried: list[tuple[str, Value]] = [
        (field.id, value)
        for field in fields
        for text in ("1", "2", "5", "12", *(option.id for option in field.options))
        if (value := field.parse(text)) is not None
    ]
    times = []
    for field, value in islice(cycle(tried), EDITS + WARM):
        if controller.session.profile[field] == value:  # as it was when it was closed last
            continue
        pause(10)
        painted.pack = ""
        began = clock()
        controller.session.edit_profile(field, value)
        wait(lambda: painted.pack != "", beat=0)
        times.append(clock() - began)
    times = sorted(times[WARM:])
    print(f"edit {times[int(len(times) * 0.95)]}")


def wait(until: Callable[[], bool], beat: int = BEAT) -> None:
    loop, look = QEventLoop(), QTimer(interval=beat)
    look.timeout.connect(lambda: loop.quit() if until() else None)
    look.start()
    loop.exec()


def pause(milliseconds: int) -> None:
    wait(QDeadlineTimer(milliseconds).hasExpired)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
