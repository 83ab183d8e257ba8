"""Topics, and the sources side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import counted, listed
from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from collections.abc import Sequence

TOPIC_TEXT = "The topic in full"
TOPIC_NOTES = "No statement of a source stands here; these are notes of the pack."
TOPIC_EMPTY = "The pack has nothing on this: no statement of a source, and no note."
FIGURES = "Figures, side by side"
TENSION = {
    "between-sources": "the sources differ",
    "within-source": "a source contradicts itself",
}
TEXT = Forms("The source", "The sources side by side")
DIFFER = Forms("Where it contradicts itself", "Where they differ")
DIFFER_HELP = (
    "What the sources give beside each other, each with whom it is about; nothing is decided here."
)
AGREE = "Nothing in this pack is marked as a difference."
COVER = Forms("What it covers", "What each covers alone")
SOURCE_COVERS = "Used here"
SOURCE_SEARCH = "Its search"
SOURCE_HERE = "In this pack"
SOURCE_REMARK = "Unknown"
ONLY = "Only {names}: {counts}"
BOTH = "Both {names}: {counts}"
SEVERAL = "{names}: {counts}"
NO_LIST_HERE = "{statements}; no list of its references here"
IN_ITS_LIST = "{statements}; {references} in its list"


def covered_by(names: Sequence[str], of: int, strategies: int, topics: int) -> str:
    """The heading over what some sources cover and no other of all does."""
    counts = f"{counted(strategies, common.STRATEGIES)}, {counted(topics, common.TOPICS)}"
    if of == 1:
        return counts
    who = {1: ONLY, 2: BOTH}.get(len(names), SEVERAL)
    return who.format(names=listed(names), counts=counts)


def source_here(statements: int, references: int) -> str:
    """What a pack has of a source."""
    said = counted(statements, common.STATEMENTS)
    if not references:
        return NO_LIST_HERE.format(statements=said)
    return IN_ITS_LIST.format(statements=said, references=counted(references, common.REFERENCES))
