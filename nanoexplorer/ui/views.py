"""The views in the order of their tabs; each is imported when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable

from nanoexplorer.ui.view import View


def _evidence_map() -> type[View]:
    from nanoexplorer.ui.panels.evidence_map_panel import EvidenceMapPanel

    return EvidenceMapPanel


def _decision_map() -> type[View]:
    from nanoexplorer.ui.panels.decision_map_panel import DecisionMapPanel

    return DecisionMapPanel


def _barrier_routes() -> type[View]:
    from nanoexplorer.ui.panels.barrier_panel import BarrierPanel

    return BarrierPanel


def _compare() -> type[View]:
    from nanoexplorer.ui.panels.compare_panel import ComparePanel

    return ComparePanel


def _references() -> type[View]:
    from nanoexplorer.ui.panels.references_panel import ReferencesPanel

    return ReferencesPanel


def _sources() -> type[View]:
    from nanoexplorer.ui.panels.sources_panel import SourcesPanel

    return SourcesPanel


def _topics() -> type[View]:
    from nanoexplorer.ui.panels.topics_panel import TopicsPanel

    return TopicsPanel


VIEWS: dict[str, Callable[[], type[View]]] = {
    "evidence-map": _evidence_map,
    "decision-map": _decision_map,
    "barrier-routes": _barrier_routes,
    "compare": _compare,
    "references": _references,
    "sources": _sources,
    "topics": _topics,
}
"""Name -> what imports the view. The strategies stand before them and are always there."""
