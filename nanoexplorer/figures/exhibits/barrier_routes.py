"""The barrier and the routes across it, as they leave."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from nanoexplorer import strings
from nanoexplorer.core.barrier_routes import Route, barrier_routes
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.figures.barrier import draw_barrier
from nanoexplorer.figures.barrier_layout import lay_out
from nanoexplorer.figures.exhibit import Exhibit, Picture
from nanoexplorer.figures.fitting import fitting_zoom
from nanoexplorer.figures.listing_cells import in_order
from nanoexplorer.palette import Theme

WIDTH = 1100.0
"""Px in which everything stands at 100 %."""


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """The picture with the words beside it; what is in the list alone, the picture says."""
    assert screen.profile
    profile = screen.profile.profile
    routes = barrier_routes(pack, profile)
    summary = strings.barrier_summary(sum(route.lit for route in routes), len(routes))

    def height(width: float, zoom: int) -> float:
        return lay_out(routes, width, zoom, screen.selection).height

    def fitted(size: QSizeF) -> tuple[int, float]:
        zoom = fitting_zoom(lambda z: height(size.width(), z) <= size.height())
        return zoom, min(1.0, size.height() / height(size.width(), zoom))

    def draw(painter: QPainter, rect: QRectF) -> None:
        zoom, shrink = fitted(rect.size())
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(shrink, shrink)
        room = QRectF(0, 0, rect.width(), rect.height())
        draw_barrier(painter, room, routes, theme, zoom, selection=screen.selection)
        painter.restore()

    statements = {s.id: s for route in routes for s in route.statements}
    return Exhibit(
        view="barrier-routes",
        title=f"{strings.BARRIER_TITLE}: {summary}",
        subtitle=strings.profile_line(pack.fields, profile),
        body=Picture(
            draw,
            QSizeF(WIDTH, height(WIDTH, 100)),
            _spoken(routes, summary),
            lambda size: prod(fitted(size)),
        ),
        keys=in_order(pack, (r for s in statements.values() for r in pack.cites(s))),
        remarks=tuple(note.text for note in screen.profile.notes),
    )


def _spoken(routes: Iterable[Route], summary: str) -> str:
    said = [f"{strings.BARRIER_TITLE}: {summary}."]
    for route in routes:
        names = [use.strategy.name for use in route.uses if use.named]
        said.append(f"{strings.barrier_route_line(route.term.label, names, route.lit)}.")
    return " ".join(said)
