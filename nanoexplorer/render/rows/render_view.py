"""What a view puts on a slide or into a picture: its document as rows, or its drawing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSizeF

from nanoexplorer import views
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.blocks import Document, Figure, Tally
from nanoexplorer.drawing import figures as drawings
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.rows.columns import in_columns
from nanoexplorer.render.rows.rendering import Picture, Rendering


def render_view(pack: Pack, screen: Screen, theme: Theme, view: str) -> Rendering:
    """What a view shows, ready to leave the app.

    Raises KeyError for a view that there is not, LookupError where it has nothing to show.
    """
    said: Document = views.load(views.BY_NAME[view].document)(pack, screen)
    figure = next((block for block in said.blocks if isinstance(block, Figure)), None)
    body = picture(figure, theme) if figure else in_columns(said)
    tallies = tuple(block for block in said.blocks if isinstance(block, Tally) and block.of)
    about = (said.keys, said.remarks, tallies, said.legend)
    return Rendering(view, said.title, said.subtitle, body, *about)


def picture(figure: Figure, theme: Theme) -> Picture:
    """A figure by its drawing."""
    name, data = figure.name, figure.data
    fit, least = drawings.DRAWINGS[name]

    def zoom(size: QSizeF) -> float:
        found = fit(data, theme, size)
        return found.zoom * found.shrink

    draw = partial(drawings.draw, name, data, theme)
    return Picture(draw, least(data, theme), figure.spoken, zoom)
