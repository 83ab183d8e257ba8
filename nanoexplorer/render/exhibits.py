"""What a view puts on a slide or into a picture: its document as rows, or its drawing."""

from __future__ import annotations

from nanoexplorer import views
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.blocks import Document
from nanoexplorer.figures.exhibit import Exhibit
from nanoexplorer.palette import Theme
from nanoexplorer.render.listing import listing


def exhibit(pack: Pack, screen: Screen, theme: Theme, view: str) -> Exhibit:
    """What a view shows, ready to leave the app.

    Raises KeyError for a view that there is not, LookupError where it has nothing to show.
    """
    row = views.BY_NAME[view]
    if not row.document:
        made: Exhibit = views.load(row.exhibit)(pack, screen, theme)
        return made
    said: Document = views.load(row.document)(pack, screen)
    return Exhibit(view, said.title, said.subtitle, listing(said), said.keys, said.remarks)
