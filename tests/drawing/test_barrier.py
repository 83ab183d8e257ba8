"""The picture of the barrier."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.barrier_routes import Route, barrier_routes
from nanoexplorer.drawing.barrier.layout import MOST, Layout, lay_out
from nanoexplorer.drawing.barrier.picture import draw_layout
from nanoexplorer.drawing.barrier.scene import cells_of
from nanoexplorer.drawing.fonts import small
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.theme import chosen_theme
from tests.packs import mini_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(bundled_pack())


@pytest.fixture
def theme() -> Theme:
    return chosen_theme("light")


def routes_of(pack: Pack, **changes: str) -> tuple[Route, ...]:
    return barrier_routes(pack, pack.blank_profile.replace(changes))


def picture(
    routes: tuple[Route, ...], theme: Theme, width: int = 700, selection: str = ""
) -> QImage:
    image = QImage(width, 1400, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    layout = lay_out(routes, width, 100, selection)
    draw_layout(painter, layout, theme, selection=selection)
    painter.end()
    return image


@pytest.mark.parametrize("width", [300, 460, 720, 1400])
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_nothing_overlaps_and_nothing_leaves_the_picture(
    app: QApplication, pack: Pack, width: int, zoom: int
) -> None:
    layout = lay_out(routes_of(pack), width * zoom / 100, zoom)
    whole = QRectF(0, 0, layout.width, layout.height)
    for above, below in pairwise(layout.lanes):
        assert above.box.bottom() == pytest.approx(below.box.top())
    for lane in layout.lanes:
        assert whole.contains(lane.box)
        for row in lane.rows:
            assert lane.box.contains(row.box)
            assert row.box.left() > layout.scene.rect.right()
            assert all(box.left() >= row.box.left() for box, _ in row.chips)
        for one, next_one in pairwise(lane.rows):
            assert one.box.bottom() <= next_one.box.top()


def test_a_higher_picture_is_filled(app: QApplication, pack: Pack) -> None:
    routes = routes_of(pack)
    natural = lay_out(routes, 700, 100)
    assert lay_out(routes, 700, 100, "", natural.height + 240).height == pytest.approx(
        natural.height + 240
    )


def test_what_is_pointed_at_is_found(app: QApplication, pack: Pack) -> None:
    layout: Layout = lay_out(routes_of(pack), 700, 100)
    for row in layout.rows:
        assert layout.row_at(row.box.center()) is row
    lane = layout.lanes[2]
    assert layout.row_at(QPointF(20, lane.box.center().y())) is None
    assert layout.lane_at(QPointF(20, lane.box.center().y())) is lane


def test_a_route_that_lights_up_and_a_selection_are_seen(
    app: QApplication, pack: Pack, theme: Theme
) -> None:
    faded = picture(routes_of(pack, egfr="wild-type", alk="not-rearranged"), theme)
    lit = picture(routes_of(pack, egfr="mutated", alk="not-rearranged"), theme)
    chosen = picture(
        routes_of(pack, egfr="mutated", alk="not-rearranged"), theme, selection="osimertinib"
    )
    assert faded != lit
    assert lit != chosen
    assert lit == picture(routes_of(pack, egfr="mutated", alk="not-rearranged"), theme)


def test_the_wall_is_open_only_where_vessels_leak(app: QApplication, pack: Pack) -> None:
    scene = lay_out(routes_of(pack), 700, 100).scene
    cells = list(cells_of(scene))
    gaps = [(upper, lower) for (_, upper, _), (lower, _, _) in pairwise(cells) if lower - upper > 1]
    (leaky,) = [track for track in scene.tracks if track.leaky]
    assert [(a + b) / 2 for a, b in gaps] == [pytest.approx(leaky.axis)]
    for track in scene.tracks:  # elsewhere a route meets the middle of a cell
        if not track.leaky:
            assert any(top + 9 < track.axis < bottom - 9 for top, bottom, _ in cells)


def test_many_strategies_are_cut_short_but_for_the_selected_one(app: QApplication) -> None:
    pack = mini_pack()
    glass = pack.strategy["double-wall-glass"]
    many = tuple(glass._replace(id=f"glass-{n}") for n in range(5000))
    crowded = replace(pack, strategies=many, criteria=(), evidence=())
    routes = barrier_routes(crowded, crowded.blank_profile)
    lane = lay_out(routes, 700, 100, "glass-4321").lanes[0]
    assert "glass-4321" in [row.use.strategy.id for row in lane.rows]
    assert len(lane.rows) == MOST - 1
    assert len(lane.rows) + lane.more == 5000


def test_of_many_strategies_those_that_are_named_are_drawn(app: QApplication, pack: Pack) -> None:
    route = next(r for r in routes_of(pack) if any(use.named for use in r.uses))
    [named, *_] = [use for use in route.uses if use.named]
    others = tuple(named._replace(verdict=Verdict.NO_MATCH) for _ in range(30))
    crowded = route._replace(uses=(*others, named, *others, named))
    (lane,) = lay_out((crowded,), 700, 100).lanes
    assert [row.use.named for row in lane.rows].count(True) == 2


def test_bare_packs_are_drawn(app: QApplication, theme: Theme) -> None:
    pack = mini_pack()
    bare = replace(pack, strategies=(), criteria=(), evidence=(), statements=())
    none = replace(bare, vocabulary=())
    blank = QImage(700, 1400, QImage.Format.Format_RGB32)
    blank.fill(0)
    for found in (bare, none):
        assert picture(barrier_routes(found, found.blank_profile), theme) != blank


@pytest.mark.parametrize("width", [484, 514, 562, 586, 622, 694])
def test_a_selected_name_keeps_to_its_row_though_it_is_heavier(
    app: QApplication, pack: Pack, width: int
) -> None:
    metrics = QFontMetricsF(small(150, True))
    for row in lay_out(routes_of(pack), width, 150).rows:
        beside = [box.left() for box, _ in row.chips if box.top() < row.box.top() + 10]
        room = min([row.box.right(), *beside]) - row.box.left() - 20 * 1.5
        assert max(map(metrics.horizontalAdvance, row.lines)) <= room
