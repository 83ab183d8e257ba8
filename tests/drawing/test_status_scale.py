"""The scale: every status of the pack, in order, the strategy's own marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.statuses import shown_statuses, statuses_of
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.status_scale import HEIGHT, draw_scale, steps
from tests.drawing.drawing import picture, theme
from tests.packs import mini_pack
from tests.render.renderings import bundled

WIDTH = 364


def drawn(strategy: str, zoom: int = 100, name: str = "light") -> QImage:
    pack, look = mini_pack(), theme(name)
    statuses = statuses_of(pack, strategy)
    width, height = WIDTH * zoom // 100, HEIGHT * zoom // 100

    def draw(painter: QPainter) -> None:
        draw_scale(painter, QRectF(0, 0, width, height), pack.statuses, statuses, look, zoom)

    return picture(draw, width, height, look["surface"])


WIDTHS = (120, 180, 220, 250, 300, 332, 364, 500)


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("pack", [mini_pack(), bundled()], ids=["mini", "bundled"])
def test_no_word_is_cut_and_what_is_stated_keeps_its_word_longest(
    app: QApplication, pack: Pack, width: int, zoom: int
) -> None:
    rect = QRectF(0, 0, width * zoom / 100, HEIGHT * zoom / 100)
    for strategy in pack.strategies:
        statuses = statuses_of(pack, strategy.id)
        found = steps(rect, pack.statuses, statuses, zoom)
        assert [s.status.rank for s in found] == sorted(s.rank for s in pack.statuses)
        assert {s.status.id for s in found if s.given} == {
            r.status.id for r in shown_statuses(statuses)
        }
        assert found[-1].box.right() <= rect.right() + 1
        for step in found:
            weight = fonts.SEMIBOLD if step.given else fonts.REGULAR
            words = QFontMetricsF(fonts.font(fonts.SMALL - 1, weight, zoom=zoom))
            assert words.horizontalAdvance(step.label) <= step.box.width()
        if any(step.label for step in found if not step.given):
            assert all(step.label for step in found)


def test_the_inspector_has_room_for_every_word_at_its_usual_width(app: QApplication) -> None:
    pack = bundled()
    for zoom in (80, 100, 150, 200):
        rect = QRectF(0, 0, (WIDTH - 32) * zoom / 100, HEIGHT * zoom / 100)
        for strategy in pack.strategies:
            found = steps(rect, pack.statuses, statuses_of(pack, strategy.id), zoom)
            assert all(step.label for step in found if step.given)
            if sum(1 for step in found if step.given) < 2:
                assert all(step.label for step in found), (zoom, strategy.id)


def share(image: QImage, colour: str) -> float:
    """How much of a picture has that colour."""
    pixels = [
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    ]
    return pixels.count(colour) / len(pixels)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("zoom", [80, 100])
def test_only_what_is_stated_is_solid(app: QApplication, name: str, zoom: int) -> None:
    look, pack = theme(name), mini_pack()
    for strategy in pack.strategies:
        image = drawn(strategy.id, zoom, name)
        statuses = {r.status.id: r for r in shown_statuses(statuses_of(pack, strategy.id))}
        for status in pack.statuses:
            fill = look.status(status.role).fill
            if fill != look["surface"]:
                solid = status.id in statuses and not statuses[status.id].hollow
                assert (share(image, fill) > 0.04) == solid, (strategy.id, status.id)


def test_a_disputed_status_has_its_mark_on_the_scale(app: QApplication) -> None:
    pack, look = mini_pack(), theme()
    whole = share(drawn("felt-sleeve"), look["disputed"])
    plain = share(drawn("double-wall-glass"), look["disputed"])
    assert [r.status.id for r in statuses_of(pack, "felt-sleeve") if r.disputes] == ["blessed"]
    assert whole > plain + 0.004


def test_strategies_that_stand_elsewhere_look_different(app: QApplication) -> None:
    pictures = [drawn(s) for s in ("paper-filter", "cafe-press", "felt-sleeve", "cork-coaster")]
    assert len({bytes(image.constBits()) for image in pictures}) == len(pictures)
