"""Every view as one row of one table: tabs, exports, command line, help and tests loop over it.

A maker is named as `module:name` and imported when it is first asked for, so that a view costs
nothing at a start, and so that this table stands below all that it names.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple

Asks = Callable[[Any], bool]


def _always(pack: object) -> bool:
    del pack
    return True


class View(NamedTuple):
    """One view. `panel` is its widget, none for one that is no tab.

    It is there for a pack that has what it `asks` for. `part(pack, intent)` makes what is shown;
    `document(pack, screen)` says it, with what is drawn of it as a figure; `table(pack, screen)`
    gives it as rows. A `wide` one begins without the panels beside it.
    """

    name: str
    panel: str
    document: str
    table: str
    part: str = ""
    wide: bool = False
    asks: Asks = _always


VIEWS: Final = (
    View(
        "strategies",
        panel="nanoexplorer.ui.views.strategies.panel:StrategiesPanel",
        part="nanoexplorer.core.shown.strategies:strategies_part",
        document="nanoexplorer.documents.strategies:document",
        table="nanoexplorer.render.tables.strategies:strategies",
    ),
    View(
        "card",
        panel="",
        document="nanoexplorer.documents.strategy:document",
        table="nanoexplorer.render.tables.strategies:card",
    ),
    View(
        "evidence-map",
        panel="nanoexplorer.ui.views.evidence_map.panel:EvidenceMapPanel",
        part="nanoexplorer.core.shown.evidence_map:evidence_map_part",
        document="nanoexplorer.documents.evidence_map:document",
        table="nanoexplorer.render.tables.maps:evidence_map",
        wide=True,
        asks=lambda pack: any(kind.map_order for kind in pack.kinds),
    ),
    View(
        "decision-map",
        panel="nanoexplorer.ui.views.decision_map.panel:DecisionMapPanel",
        part="nanoexplorer.core.shown.decision_map:decision_map_part",
        document="nanoexplorer.documents.decision_map:document",
        table="nanoexplorer.render.tables.maps:decision_map",
        wide=True,
    ),
    View(
        "barrier-routes",
        panel="nanoexplorer.ui.views.barrier_routes.panel:BarrierPanel",
        part="nanoexplorer.core.shown.barrier_routes:barrier_part",
        document="nanoexplorer.documents.barrier_routes:document",
        table="nanoexplorer.render.tables.maps:barrier_routes",
        wide=True,
        asks=lambda pack: any(strategy.barrier_routes for strategy in pack.strategies),
    ),
    View(
        "compare",
        panel="nanoexplorer.ui.views.compare.panel:ComparePanel",
        part="nanoexplorer.core.shown.compare:compare_part",
        document="nanoexplorer.documents.compare:document",
        table="nanoexplorer.render.tables.strategies:compare",
        wide=True,
    ),
    View(
        "references",
        panel="nanoexplorer.ui.views.references.panel:ReferencesPanel",
        part="nanoexplorer.documents.reference_list.columns:references_part",
        document="nanoexplorer.documents.reference_list.page:document",
        table="nanoexplorer.render.tables.pack:references",
        wide=True,
    ),
    View(
        "sources",
        panel="nanoexplorer.ui.views.sources.panel:SourcesPanel",
        part="nanoexplorer.core.shown.sources:sources_part",
        document="nanoexplorer.documents.sources:document",
        table="nanoexplorer.render.tables.pack:sources",
        wide=True,
    ),
    View(
        "topics",
        panel="nanoexplorer.ui.views.topics.panel:TopicsPanel",
        part="nanoexplorer.core.shown.topics:topic_part",
        document="nanoexplorer.documents.topics:document",
        table="nanoexplorer.render.tables.pack:topics",
        wide=True,
        asks=lambda pack: bool(pack.topics),
    ),
)
"""In the order of the tabs; the card, which is the inspector's, is no tab."""
BY_NAME: Final = {view.name: view for view in VIEWS}
NAMES: Final = tuple(BY_NAME)
FIND: Final = "nanoexplorer.documents.finding:strategies_found"
"""Which strategies a search finds for a profile."""
TABS: Final = tuple(view.name for view in VIEWS if view.panel)


def names_for(pack: object) -> tuple[str, ...]:
    """The views that a pack has something for."""
    return tuple(view.name for view in VIEWS if view.asks(pack))


def tabs_for(pack: object) -> tuple[str, ...]:
    """Those of them that are tabs."""
    return tuple(name for name in names_for(pack) if name in TABS)


def shown_for(pack: object, name: str) -> str:
    """A view by its name, or the first one where the pack has nothing for it."""
    view = BY_NAME.get(name)
    return NAMES[0] if view and not view.asks(pack) else name


@cache
def load(maker: str) -> Any:  # noqa: ANN401  # whatever the row says
    """What a row names as `module:name`."""
    module, _, name = maker.partition(":")
    return getattr(import_module(module), name)
