"""Topics, and the sources side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.strings import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

TOPIC_TEXT = "The topic in full"
TOPIC_SILENT = "The sources are silent here; these are notes of the pack."
FIGURES = "Figures, side by side"
TENSION = {
    "between-sources": "the sources differ",
    "within-source": "a source contradicts itself",
}
TEXT = "The sources side by side"
DIFFER = "Where they differ"
DIFFER_HELP = (
    "What the sources give beside each other, each with whom it is about; nothing is decided here."
)
AGREE = "Nothing in this pack is marked as a difference."
COVER = "What each covers alone"
REACH = "How complete each is here, and how far its search reaches"
SOURCE_COVERS = "Used here"
SOURCE_SEARCH = "Its search"
SOURCE_HERE = "In this pack"
SOURCE_REMARK = "Unknown"


def covered_by(names: Sequence[str], strategies: int, topics: int) -> str:
    """The heading over what some sources cover and no other does."""
    counts = (
        f"{counted(strategies, 'strategy', 'strategies')}, {counted(topics, 'topic', 'topics')}"
    )
    who = f"Only {names[0]}" if len(names) == 1 else f"Both {' and '.join(names)}"
    if len(names) > 2:
        who = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{who}: {counts}"


def source_here(statements: int, references: int) -> str:
    """What a pack has of a source."""
    said = counted(statements, "statement", "statements")
    if not references:
        return f"{said}; no list of its references here"
    return f"{said}; {counted(references, 'reference', 'references')} in its list"
