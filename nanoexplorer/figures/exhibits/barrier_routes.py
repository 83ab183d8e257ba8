"""The barrier and the routes across it, as they leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from nanoexplorer import strings
from nanoexplorer.core.barrier_routes import Route, barrier_routes
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.figures.barrier import draw_layout
from nanoexplorer.figures.barrier_layout import Layout, lay_out
from nanoexplorer.figures.barrier_wide import lay_wide
from nanoexplorer.figures.exhibit import Exhibit, Picture
from nanoexplorer.figures.fitting import fitting_zoom
from nanoexplorer.palette import Theme
from nanoexplorer.strings import barrier as words

WIDTH = 1100.0
"""Px in which everything stands at 100 %."""


class Fitted(NamedTuple):
    """How all finds room: which layout, at how many percent, and how far shrunk beyond that."""

    arrange: Callable[..., Layout]
    zoom: int
    shrink: float


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """The picture with the words beside it; what is in the list alone, the picture says."""
    assert screen.profile
    profile = screen.profile.profile
    routes = barrier_routes(pack, profile)
    summary = words.barrier_summary(sum(route.lit for route in routes), len(routes))

    def fitted(size: QSizeF) -> Fitted:
        return _fitted(routes, screen.selection, size)

    def draw(painter: QPainter, rect: QRectF) -> None:
        found = fitted(rect.size())
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(found.shrink, found.shrink)
        room = rect.width(), found.zoom, screen.selection, rect.height()
        layout = found.arrange(routes, *room)
        draw_layout(painter, layout, theme, selection=screen.selection)
        painter.restore()

    statements = {s.id: s for route in routes for s in route.statements}
    return Exhibit(
        view="barrier-routes",
        title=strings.labelled(words.TITLE, summary),
        subtitle=strings.profile_line(pack.fields, profile),
        body=Picture(
            draw,
            QSizeF(WIDTH, lay_out(routes, WIDTH, 100, screen.selection).height),
            _spoken(routes, summary),
            lambda size: fitted(size).zoom * fitted(size).shrink,
        ),
        keys=in_order(pack, (r for s in statements.values() for r in pack.cites(s))),
        remarks=tuple(note.text for note in screen.profile.notes),
    )


def _fitted(routes: Sequence[Route], selection: str, size: QSizeF) -> Fitted:
    """As on the screen where that has room at full size; else whatever has the larger words."""
    tall, wide = (_at_most(lay, routes, selection, size) for lay in (lay_out, lay_wide))
    return tall if tall.zoom >= 100 or tall[1:] >= wide[1:] else wide


def _at_most(
    arrange: Callable[..., Layout], routes: Sequence[Route], selection: str, size: QSizeF
) -> Fitted:
    def high(zoom: int) -> float:
        return arrange(routes, size.width(), zoom, selection).height

    zoom = fitting_zoom(lambda percent: high(percent) <= size.height())
    return Fitted(arrange, zoom, min(1.0, size.height() / high(zoom)))


def _spoken(routes: Iterable[Route], summary: str) -> str:
    said = [f"{strings.labelled(words.TITLE, summary)}."]
    for route in routes:
        names = [use.strategy.name for use in route.uses if use.named]
        said.append(words.barrier_route_line(route.term.label, names, route.lit))
    return " ".join(said)
