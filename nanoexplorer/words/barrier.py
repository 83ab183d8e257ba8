"""Barrier routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "Ways past the blood–brain barrier"
PARTS = {
    "blood": "Blood vessel",
    "endothelium": "Endothelium, tight junctions",
    "membrane": "Basement membrane",
    "end-feet": "Astrocyte end-feet",
    "brain": "Brain, with tumour",
}
LEGEND = {
    "matches": "named for this profile",
    "against": "reasons against are met",
    "open": "open: an unknown value decides",
    "no-match": "named for other profiles",
    "any-profile": "independent of the profile",
    "disputed": "disputed by a note",
}
"""What the marks say."""
LEGEND_REST = (
    "Dashed: how it passes is not said.",
    "Faded: nothing on this route is named for this profile or independent of it.",
    "A schematic, not to scale.",
)
MORE = "and {count} more in the list"
UNUSED = "No strategy of this pack takes this route."
NONE = "This pack names no routes past the barrier."
PICTURE = "Picture"
LIST = "List"
SHOW_PICTURE = "Show the picture of the barrier"
SHOW_LIST = "Show the routes as a list, with sections and references"
LIST_NAME = "Routes past the barrier, their strategies and what the sources say"
SCENE = (
    "A blood vessel on the left, the brain with a tumour on the right; between them the barrier: "
    "endothelium with tight junctions, basement membrane, astrocyte end-feet."
)
SILENT = "No statement of the pack says how it works."
DRUGS = "Drugs carried or given: {drugs}"
ALSO = "Also found as: {names}"
LIT = "A route lights up where a strategy on it is named for this profile, or is independent of it."
LIT_OF = "{lit} of {of} light up for this profile"
ROUTE = "{label}: {names}."
ROUTE_FADED = "{label}, faded: {names}."
NO_STRATEGY = "no strategy"
KEYS = "Up and Down walk through the strategies, Enter selects one."


def legend() -> tuple[tuple[str, str], ...]:
    """Marks and their words, and after them what has no mark."""
    return (*LEGEND.items(), *(("", text) for text in LEGEND_REST))


def mark_tip(mark: str) -> str:
    """What a mark of the legend means, in full."""
    return dict[str, str](common.VERDICT).get(mark, common.DISPUTED_LEGEND)


def route_line(label: str, names: Sequence[str], lit: bool) -> str:
    """A route in words, for a screen reader."""
    line = ROUTE if lit else ROUTE_FADED
    return line.format(label=label, names="; ".join(names) or NO_STRATEGY)
