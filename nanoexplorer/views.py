"""Every view as one row of one table: tabs, exports, command line, help and tests loop over it.

A maker is named as `module:name` and imported when it is first asked for, so that a view costs
nothing at a start, and so that this table stands below all that it names.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple


class View(NamedTuple):
    """One view. `panel` is its widget, none for one that is no tab.

    `part(pack, intent)` makes what is shown; `document(pack, screen)` says it, with what is drawn
    of it as a figure; `table(pack, screen)` gives it as rows.
    """

    name: str
    panel: str
    document: str
    table: str
    part: str = ""


_TABLES: Final = "nanoexplorer.export"
_PANELS: Final = "nanoexplorer.ui.panels"

VIEWS: Final = (
    View(
        "strategies",
        panel=f"{_PANELS}.strategies_panel:StrategiesPanel",
        part="nanoexplorer.core.strategies:strategies_part",
        document="nanoexplorer.documents.strategies:document",
        table=f"{_TABLES}.table_strategies:strategies",
    ),
    View(
        "card",
        panel="",
        document="nanoexplorer.documents.strategy:document",
        table=f"{_TABLES}.table_strategies:card",
    ),
    View(
        "evidence-map",
        panel=f"{_PANELS}.evidence_map_panel:EvidenceMapPanel",
        part="nanoexplorer.core.evidence_map:evidence_map_part",
        document="nanoexplorer.documents.evidence_map:document",
        table=f"{_TABLES}.table_maps:evidence_map",
    ),
    View(
        "decision-map",
        panel=f"{_PANELS}.decision_map_panel:DecisionMapPanel",
        part="nanoexplorer.core.decision_map:decision_map_part",
        document="nanoexplorer.documents.decision_map:document",
        table=f"{_TABLES}.table_maps:decision_map",
    ),
    View(
        "barrier-routes",
        panel=f"{_PANELS}.barrier_panel:BarrierPanel",
        part="nanoexplorer.core.barrier_routes:barrier_part",
        document="nanoexplorer.documents.barrier_routes:document",
        table=f"{_TABLES}.table_maps:barrier_routes",
    ),
    View(
        "compare",
        panel=f"{_PANELS}.compare_panel:ComparePanel",
        part="nanoexplorer.core.compare:compare_part",
        document="nanoexplorer.documents.compare:document",
        table=f"{_TABLES}.table_strategies:compare",
    ),
    View(
        "references",
        panel=f"{_PANELS}.references_panel:ReferencesPanel",
        part="nanoexplorer.documents.reference_columns:references_part",
        document="nanoexplorer.documents.references:document",
        table=f"{_TABLES}.table_pack:references",
    ),
    View(
        "sources",
        panel=f"{_PANELS}.sources_panel:SourcesPanel",
        part="nanoexplorer.core.side_by_side:sources_part",
        document="nanoexplorer.documents.sources:document",
        table=f"{_TABLES}.table_pack:sources",
    ),
    View(
        "topics",
        panel=f"{_PANELS}.topics_panel:TopicsPanel",
        part="nanoexplorer.core.topics:topic_part",
        document="nanoexplorer.documents.topics:document",
        table=f"{_TABLES}.table_pack:topics",
    ),
)
"""In the order of the tabs; the card, which is the inspector's, is no tab."""
BY_NAME: Final = {view.name: view for view in VIEWS}
NAMES: Final = tuple(BY_NAME)
FIND: Final = "nanoexplorer.documents.finding:strategies_found"
"""Which strategies a search finds for a profile."""
TABS: Final = tuple(view.name for view in VIEWS if view.panel)


@cache
def load(maker: str) -> Any:
    """What a row names as `module:name`."""
    module, _, name = maker.partition(":")
    return getattr(import_module(module), name)
