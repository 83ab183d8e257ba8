"""The picture of the barrier on a sheet that is wide and low."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.barrier_routes import Route, barrier_routes
from nanoexplorer.drawing.barrier.layout import MOST, Layout, lay_out, title_font
from nanoexplorer.drawing.barrier.wide import lay_wide
from nanoexplorer.drawing.fonts import small
from nanoexplorer.render.rows.rendering import Picture
from tests.packs import mini_pack
from tests.render.jobs import job
from tests.render.renderings import bundled


def routes_of(pack: Pack) -> tuple[Route, ...]:
    return barrier_routes(pack, pack.cases[0].profile)


def words_of(layout: Layout) -> list[QRectF]:
    """A box for each line of a title or of a name, for each chip and each mark of the legend."""
    u, found = layout.zoom / 100, []
    title, name = QFontMetricsF(title_font(layout.zoom)), QFontMetricsF(small(layout.zoom))
    for lane in layout.lanes:
        for n, line in enumerate(lane.title):
            top = lane.box.top() + (layout.measures.above + 5 + layout.measures.title * n) * u
            wide = title.horizontalAdvance(line)
            found.append(QRectF(layout.text_left, top, wide, 12 * u))
        for row in lane.rows:
            for n, line in enumerate(row.lines):
                at = row.box.topLeft() + QPointF(20 * u, (6 + 17 * n) * u)
                found.append(QRectF(at.x(), at.y(), name.horizontalAdvance(line), 10 * u))
            found += [box for box, _ in row.chips]
    for at, mark, said in layout.legend:
        wide = name.horizontalAdvance(said) + (17 * u if mark else 0)
        found.append(QRectF(at.x(), at.y(), wide, 12 * u))
    return found


@pytest.mark.parametrize("width", [700, 1168, 1800])
@pytest.mark.parametrize("zoom", [80, 105, 200])
def test_no_words_meet_and_none_leaves_the_picture(
    app: QApplication, width: int, zoom: int
) -> None:
    layout = lay_wide(routes_of(bundled()), width * zoom / 100, zoom)
    whole = QRectF(0, 0, layout.width, layout.height)
    boxes = words_of(layout)
    assert all(whole.contains(box) for box in boxes)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]
    for above, below in pairwise(layout.lanes):
        assert above.box.bottom() == pytest.approx(below.box.top())
    for lane in layout.lanes:
        assert all(lane.box.contains(row.box) for row in lane.rows)
        assert all(row.box.left() > layout.scene.rect.right() for row in lane.rows)


def test_it_holds_all_that_the_screen_does(app: QApplication) -> None:
    routes = routes_of(bundled())
    tall, wide = lay_out(routes, 700, 100), lay_wide(routes, 1168, 100)
    assert [row.use for row in wide.rows] == [row.use for row in tall.rows]
    assert [chip for row in wide.rows for _, chip in row.chips] == [
        chip for row in tall.rows for _, chip in row.chips
    ]
    assert {said for *_, said in wide.legend} == {said for *_, said in tall.legend}


def test_a_higher_sheet_is_filled(app: QApplication) -> None:
    routes = routes_of(bundled())
    natural = lay_wide(routes, 1168, 100).height
    layout = lay_wide(routes, 1168, 100, "", natural + 120)
    assert layout.height == pytest.approx(natural + 120)
    assert layout.scene.rect.bottom() == pytest.approx(layout.lanes[-1].box.bottom())


Lay = Callable[..., Layout]


def crowded() -> tuple[Route, ...]:
    pack = mini_pack()
    glass = pack.strategy["double-wall-glass"]
    many = tuple(glass._replace(id=f"glass-{n}") for n in range(500))
    return barrier_routes(
        replace(pack, strategies=many, criteria=(), evidence=()), pack.blank_profile
    )


@pytest.mark.parametrize("lay", [lay_out, lay_wide])
def test_how_many_are_left_out_stands_in_its_lane(app: QApplication, lay: Lay) -> None:
    layout = lay(crowded(), 900, 100)
    lane = layout.lanes[0]
    assert (len(lane.rows), lane.more) == (MOST - 1, 501 - MOST)
    assert lane.rest.y() > max(row.box.bottom() for row in lane.rows)
    assert lane.rest.y() + 3 <= lane.box.bottom()


@pytest.mark.parametrize("lay", [lay_out, lay_wide])
def test_a_pack_without_routes_has_the_barrier_alone(app: QApplication, lay: Lay) -> None:
    assert lay((), 900, 100).scene.rect.height() > 100


def percent(size: QSizeF) -> float:
    body = job("barrier-routes").rendering.body
    assert isinstance(body, Picture)
    assert body.zoom
    return body.zoom(size)


def test_on_a_wide_picture_names_are_twenty_px_high(app: QApplication) -> None:
    from nanoexplorer.render.pictures.sheet import sheets

    [sheet] = sheets(job("barrier-routes", (1920, 1080)))
    assert not sheet.warning
    zoom = round(percent(sheet.frame.body.size()))
    assert small(zoom).pixelSize() * 1920 / sheet.size.width() >= 20


def test_where_the_screens_layout_has_room_it_stays(app: QApplication) -> None:
    routes = routes_of(bundled())
    own = QSizeF(1100, lay_out(routes, 1100, 100).height)
    assert 100 <= percent(own) < 110
