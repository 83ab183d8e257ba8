"""The exhibits of all views, by the view's name; each maker is imported when it is wanted."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.figures.exhibit import Exhibit
from nanoexplorer.palette import Theme

EXHIBITS: Final = {
    "strategies": "strategies",
    "card": "card",
    "evidence-map": "evidence_map",
    "decision-map": "decision_map",
    "barrier-routes": "barrier_routes",
    "compare": "compare",
    "references": "references",
    "sources": "sources",
    "topics": "topics",
}
"""View -> the module here that makes its exhibit, by `exhibit(pack, screen, theme)`.

`card` is the inspector's: the selected strategy in full.
"""


def exhibit(pack: Pack, screen: Screen, theme: Theme, view: str) -> Exhibit:
    """What a view shows, ready to leave the app.

    Raises KeyError for a view that there is not.
    """
    module = import_module(f"{__name__}.{EXHIBITS[view]}")
    made: Exhibit = module.exhibit(pack, screen, theme)
    return made
