"""The ladder: every rung of the pack, in order, the strategy's own marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.standing import ladder, shown_rungs
from nanoexplorer.figures import ladder as module
from nanoexplorer.figures.ladder import HEIGHT, draw_ladder
from tests.figures.drawing import colours, picture, theme
from tests.packs import mini_pack

WIDTH = 364


def drawn(strategy: str, zoom: int = 100, name: str = "light") -> QImage:
    pack, look = mini_pack(), theme(name)
    rungs = ladder(pack, strategy)
    width, height = WIDTH * zoom // 100, HEIGHT * zoom // 100

    def draw(painter: QPainter) -> None:
        draw_ladder(painter, QRectF(0, 0, width, height), pack.statuses, rungs, look, zoom)

    return picture(draw, width, height, look["surface"])


def test_every_rung_is_there_from_the_least_advanced_on(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str | None, float]] = []

    def note(_: object, box: QRectF, label: str, glyph: str | None, *__: object, **k: bool) -> None:
        seen.append((label, glyph, box.left()))

    monkeypatch.setattr(module, "draw_chip", note)
    drawn("double-wall-glass")
    own = {
        rung.status.short_label for rung in shown_rungs(ladder(mini_pack(), "double-wall-glass"))
    }
    steps = sorted(mini_pack().statuses, key=lambda status: status.rank)
    assert [label for label, _, _ in seen] == [status.short_label for status in steps]
    assert {label for label, glyph, _ in seen if glyph} == own == {"approved", "tasting"}
    lefts = [left for _, _, left in seen]
    assert lefts == sorted(lefts)


def share(image: QImage, colour: str) -> float:
    """How much of a picture has that colour."""
    pixels = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(HEIGHT)]
    return pixels.count(colour) / len(pixels)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("zoom", [80, 100])
def test_the_own_rungs_are_framed(app: QApplication, name: str, zoom: int) -> None:
    ink = theme(name)["ink"]
    for strategy in mini_pack().strategies:
        assert ink in colours(drawn(strategy.id, zoom, name))


def test_strategies_that_stand_elsewhere_look_different(app: QApplication) -> None:
    pictures = [drawn(s) for s in ("paper-filter", "cafe-press", "felt-sleeve", "cork-coaster")]
    assert len({bytes(image.constBits()) for image in pictures}) == len(pictures)


def test_a_discontinued_approval_is_hollow(app: QApplication) -> None:
    surface = theme()["surface"]
    most, hollow = share(drawn("cafe-press"), surface), share(drawn("felt-sleeve"), surface)
    assert hollow > most + 0.1
