"""Takes the pictures: which scene in which theme, size and zoom, declared as data.

Run by tour.py, once for each device pixel ratio: `python -m tests.tour.pictures FOLDER RATIO`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.core.teaching.seminar_steps import Stage
from nanoexplorer.places import bundled_pack, resources
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.seminar.requests import Act, ChooseNumber
from tests.tour.scenes import (
    ALK,
    EGFR,
    GATE,
    PROBLEMS,
    SCENES,
    Scene,
    inspector_alone,
    profile,
    sample,
    worked_example,
)

Size = tuple[int, int]
WIDE: Final[Size] = (1440, 900)
NARROW: Final[Size] = (1024, 700)
SMALL: Final[Size] = (1100, 680)
EVERYWHERE: Final = (GATE, "strategies-egfr", "strategies-alk", "strategies-nothing-tested")
HELP: Final = resources() / "help"
PATIENCE: Final = 20_000
"""Milliseconds after which something that never comes to rest is an error."""


class Picture(NamedTuple):
    """One picture to take."""

    name: str
    scene: Scene
    theme: str = "light"
    size: Size = WIDE
    zoom: int = 100
    ratio: int = 1


def named(scene: str, theme: str, size: Size, zoom: int, ratio: int = 1) -> Picture:
    """A picture of a scene whose name says how it was taken."""
    name = f"{scene}--{theme}-{size[0]}x{size[1]}-{zoom}" + ("-at-2x" if ratio == 2 else "")
    return Picture(name, SCENES[scene], theme, size, zoom, ratio)


def tour() -> Iterator[Picture]:
    """Gate and strategies in everything; the rest once easy and once hard."""
    for scene, theme, size, zoom in product(
        EVERYWHERE, ("light", "dark"), (WIDE, NARROW), (100, 150)
    ):
        yield named(scene, theme, size, zoom)
    for scene in SCENES:
        if scene not in EVERYWHERE:
            yield named(scene, "light", WIDE, 100)
            yield named(scene, "dark", NARROW, 150)
    yield named(GATE, "light", NARROW, 200)
    yield named("strategies-egfr", "light", WIDE, 200)
    yield named("inspector-surgery", "light", NARROW, 200)
    yield named("inspector-surgery", "light", WIDE, 80)
    yield named("inspector-surgery", "light", NARROW, 100)
    yield named("inspector-surgery", "light", WIDE, 100, ratio=2)


def of_the_docs() -> Iterator[Picture]:
    """The few that the documentation shows."""
    yield Picture(GATE, SCENES[GATE])
    yield Picture("strategies-light", profile(EGFR, "osimertinib"))
    yield Picture("strategies-dark", profile(ALK, "alectinib"), "dark")
    yield Picture("evidence-map", SCENES["view-evidence-map"])
    yield Picture("decision-map", SCENES["view-decision-map"])
    yield Picture("seminar-predict", SCENES["seminar-predict"])
    yield Picture("practice", SCENES["practice-answer"])
    yield Picture("slide", SCENES["slide-strategies"])
    yield Picture("view-compare", SCENES["view-compare"])
    yield Picture("view-barrier-routes", SCENES["view-barrier-routes"])
    yield Picture("view-references", SCENES["view-references"])
    yield Picture("view-sources", SCENES["view-sources"])
    yield Picture("view-topics", SCENES["view-topics"])
    yield Picture("inspector", inspector_alone({"lesions": 6}, "stereotactic-radiosurgery"))


def of_the_help() -> Iterator[Picture]:
    """Those that the pages of teachers and curators show."""
    said = (ChooseNumber(1), ChooseNumber(4), ChooseNumber(5))
    yield Picture("seminar-profile", sample(Stage.PROFILE))
    yield Picture("seminar-predict", sample(Stage.PREDICT, *said))
    yield Picture("seminar-reveal", sample(Stage.REVEAL, Act.REVEAL_ALL))
    yield Picture("seminar-nearest", sample(Stage.NEAREST, Act.FORWARD))
    yield Picture("seminar-take-away", sample(Stage.POINT))
    yield Picture("curators-example", worked_example, size=SMALL)
    yield Picture("curators-compare", SCENES["pack-comparison"])


class Stillness(QObject):
    """Notices events that change what is seen, so that a picture waits until there are none."""

    _MOVES = frozenset(
        {
            QEvent.Type.Paint,
            QEvent.Type.UpdateRequest,
            QEvent.Type.LayoutRequest,
            QEvent.Type.Resize,
            QEvent.Type.Polish,
            QEvent.Type.DeferredDelete,
        }
    )

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._moved = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._moved = self._moved or event.type() in self._MOVES
        return False

    def wait(self, arrived: Callable[[], bool] = lambda: True) -> None:
        """Handle events until `arrived`, and until five rounds in a row have moved nothing."""
        deadline = QDeadlineTimer(PATIENCE)
        still = 0
        while still < 5 or not arrived():
            if deadline.hasExpired():
                raise TimeoutError
            self._moved = False
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            still = 0 if self._moved else still + 1


def broken(folder: Path) -> Path:
    """A copy of the bundled pack with a few mistakes in it."""
    pack = folder / "pack"
    shutil.copytree(bundled_pack(), pack)
    (pack / "quantities.csv").unlink()
    for file, old, new in (
        ("criteria.csv", "mutated", "mutatde"),
        ("evidence.csv", "investigational", "investigatonal"),
        ("statements.csv", "wu-66", "wu-666"),
        ("statements.csv", "limitation", "limit"),
        ("pack.toml", "date", "dates"),
    ):
        text = (pack / file).read_text(encoding="utf-8")
        (pack / file).write_text(text.replace(old, new, 2), encoding="utf-8")
    return pack


def take(app: QApplication, still: Stillness, picture: Picture, file: Path) -> None:
    """Open the app in a folder of its own, show the scene, and save what is seen."""
    with TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        at_gate = picture.scene is SCENES[GATE] and picture.name.startswith(GATE)
        mark = "" if at_gate else gate_mark()
        settings.change(gate=mark, theme=picture.theme, zoom=picture.zoom)
        wrong = picture.name.startswith(PROBLEMS)
        pack = broken(Path(folder)) if wrong else bundled_pack()
        controller = Controller(app, settings, pack)
        controller.window.resize(*picture.size)
        controller.open()
        still.wait(
            lambda: controller.window.isVisible() and (at_gate or wrong or bool(controller.content))
        )
        controller.window.activateWindow()
        still.wait(controller.window.isActiveWindow)  # only then is there a focus to see
        seen = picture.scene(controller)
        still.wait(seen.isVisible)
        save(seen, file)
        seen.close()
        controller.window.close()
        controller.window.deleteLater()
        still.wait()


def save(seen: QWidget, file: Path) -> None:
    if not seen.grab().save(str(file)):
        raise OSError(file)


def main(folder: Path, ratio: int, words: list[str]) -> int:
    """Take the pictures of one device pixel ratio that have all the words in their name."""
    docs = "--docs" in words
    asked = [word for word in words if word != "--docs"]
    app = bootstrap.make_app()
    app.setQuitOnLastWindowClosed(False)
    still = Stillness(app)
    faults: list[str] = []  # an error while drawing would leave half a picture
    sys.excepthook = lambda kind, error, trace: faults.append(f"{kind.__name__}: {error}")
    places = [(picture, folder) for picture in (of_the_docs() if docs else tour())]
    places += [(picture, HELP) for picture in of_the_help()] if docs else []
    for picture, place in places:
        if picture.ratio == ratio and all(word in picture.name for word in asked):
            file = place / f"{picture.name}.png"
            take(app, still, picture, file)
            print(os.path.relpath(file), flush=True)
    for fault in dict.fromkeys(faults):
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
