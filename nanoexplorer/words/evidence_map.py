"""Evidence map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import counted
from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nanoexplorer.core.decision_table import Verdict

TITLE = "{kinds}: what the sources report"
CAPTION = (
    "Number: statements in the sources, each once in a cell. Fill: the least advanced stage "
    "stated; the signs beside it: all of them. Outline only: for another disease, or "
    "discontinued. Faded: other profiles, or against. A dot: the sources say nothing — a gap."
)
COUNTS_TIP = (
    "Statements: different ones in this map. Gaps: places of which the sources say nothing, which "
    "is no evidence of no effect."
)
FILLED = "The sources say something in {places}; {gaps}"
PLACES = Forms("{number} place", "{number} places")
STATUS_TIP = "{label}: {definition}"
AT = "Evidence map. {cell}"
FADED = "named for other profiles, or reasons against are met"
GAPS = Forms("{number} gap", "{number} gaps")
A_GAP = "a gap"
HINT_ONE = "Click: select it. Double click, Ctrl+Enter: list what is found by “{row}”."
HINT_SEVERAL = "Click: the next of them. Double click, Ctrl+Enter: list what is found by “{row}”."
AND_MORE = "… and {count} more"


def counts(statements: int, gaps: int) -> str:
    """What stands beside the title: how much is said, and of how much nothing."""
    return f"{counted(statements, common.STATEMENTS)}, {counted(gaps, GAPS)}"


def cell(row: str, column: str, statements: int) -> str:
    """A cell by its place: *Gold · Imaging: 6 statements*."""
    said = counted(statements, common.STATEMENTS) if statements else A_GAP
    return f"{row} · {column}: {said}"


def strategy(name: str, verdict: Verdict, statuses: Iterable[str]) -> str:
    """A strategy of a cell: its name, its statuses and its verdict."""
    return f"{name} — {'; '.join(statuses)} — {common.VERDICT_SHORT[verdict]}"


def cell_line(cell: str, statuses: Iterable[str], verdict: str) -> str:
    """A cell in one line, for a screen reader."""
    return "; ".join(filter(None, (cell, ", ".join(statuses), verdict)))


def hint(strategies: int, row: str) -> str:
    """What a click on a cell does."""
    return (HINT_SEVERAL if strategies > 1 else HINT_ONE).format(row=row)
