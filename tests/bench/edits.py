"""Profile edits until the screen stands repainted: the bundled pack, and one of many strategies."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Value
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.views.strategies.cards.delegate import CardDelegate

EDITS = 300
WARM = 60
REACH = 300
AGAIN = 11


def enlarged(pack: Pack, strategies: int) -> Pack:
    """The pack with its strategies, criteria, evidence and subjects repeated under other ids."""
    copies = -(-strategies // len(pack.strategies))

    def many(rows: tuple, name: str) -> tuple:  # type: ignore[type-arg]
        return tuple(
            row._replace(**{name: f"{getattr(row, name)}-{n}"})
            for n in range(copies)
            for row in rows
        )

    kept = many(pack.strategies, "id")[:strategies]
    there = {strategy.id for strategy in kept}
    named = {s.id: [f"{s.id}-{n}" for n in range(copies)] for s in pack.strategies}
    statements = tuple(
        s._replace(strategies=tuple(t for of in s.strategies for t in named[of] if t in there))
        for s in pack.statements
    )
    return replace(
        pack,
        strategies=kept,
        criteria=tuple(c for c in many(pack.criteria, "strategy") if _kept(c.strategy, copies)),
        evidence=many(pack.evidence, "strategy"),
        statements=statements,
        approvals=(),
        notes=(),
    )


def _kept(strategy: str, copies: int) -> bool:
    return int(strategy.rsplit("-", 1)[1]) < copies - 1


def later(app: QApplication, controller: Controller, view: str) -> float:
    """What it takes to come back to a view from the strategies, as the median."""
    assert controller.session
    times = []
    for _ in range(AGAIN):
        controller.session.change(tab="strategies")
        app.processEvents()
        began = time.perf_counter()
        controller.session.change(tab=view)
        app.processEvents()
        times.append(time.perf_counter() - began)
    return sorted(times)[AGAIN // 2]


class Painted:
    """Whether a row of strategies was painted."""

    anything = False

    def __init__(self) -> None:
        paint = CardDelegate.paint

        def watched(*given: Any) -> None:
            self.anything = True
            paint(*given)

        CardDelegate.paint = watched  # type: ignore[method-assign,assignment]


def measure(strategies: int, folder: str, view: str = "") -> None:
    """Print the median and the 95th percentile of an edit, in seconds; with a view, its first."""
    app = bootstrap.make_app()
    settings = SettingsFile(Path(folder) / "settings.json")
    settings.change(gate=gate_mark(), theme="light")
    pack = load_pack(bundled_pack())
    controller = Controller(app, settings, bundled_pack())
    controller.window.resize(1440, 900)  # the screen without a display is smaller
    controller.window.show()
    controller.fill(enlarged(pack, strategies) if strategies else pack)
    assert controller.session
    first = controller.session.pack.ordered[0].id
    controller.session.change(selection=first)
    if view:
        assert controller.content
        QApplication.sendEvent(controller.content.tabs.tabBar(), QEvent(QEvent.Type.Enter))
        reached = QDeadlineTimer(REACH)  # what a hand takes from the tabs' edge to a click
        while not reached.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
        began = time.perf_counter()
        controller.session.change(tab=view)
        app.processEvents()
        print(f"first {time.perf_counter() - began}")
        print(f"later {later(app, controller, view)}")
    tried: list[tuple[str, Value]] = [
        (field.id, value)
        for field in pack.fields
        for text in ("1", "2", "5", "12", *(option.id for option in field.options))
        if (value := field.parse(text)) is not None
    ]
    edits, painted = cycle(tried), Painted()
    times = []
    for place in range((EDITS + WARM) // (3 if view else 1)):
        field, value = next(edits)
        if controller.session.profile[field] == value:  # as it was when it was closed last
            continue
        for _ in range(5):  # what an earlier edit left to do in the background
            app.processEvents()
        painted.anything = False
        began = time.perf_counter()
        controller.session.edit_profile(field, value)
        app.processEvents()
        while not (view or painted.anything):
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
        if place >= (WARM // 3 if view else WARM):
            times.append(time.perf_counter() - began)
    times.sort()
    print(f"median {times[len(times) // 2]}")
    print(f"p95 {times[int(len(times) * 0.95)]}")
    controller.window.close()


if __name__ == "__main__":
    measure(int(sys.argv[1]), *sys.argv[2:])
