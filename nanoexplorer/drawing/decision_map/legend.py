"""What colours, lines and marks of the decision map mean, and where that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.documents.decision_map import MapWords
from nanoexplorer.words import common
from nanoexplorer.words import decision_map as decision_map_words

SIDE: Final = 18
STEPS: Final = 8
"""Steps of the scale at most."""
_BESIDE: Final = 6
_BETWEEN: Final = 14


class Entry(NamedTuple):
    """One sign `wide` px wide and its words; the sign is the first that is given, else a line."""

    text: str
    wide: int = SIDE
    verdict: Verdict | None = None
    number: int | None = None
    mark: Verdict | None = None
    here: bool = False
    tip: str = ""


def entries(words: MapWords) -> Iterator[Entry]:
    """The whole legend; last what the marks of the selected strategy mean, where they are."""
    tips = decision_map_words.ENTRY_TIPS
    if words.one:
        for verdict in Verdict:
            tip = common.VERDICT[verdict]
            yield Entry(common.VERDICT_SHORT[verdict], verdict=verdict, tip=tip)
    else:
        yield Entry(decision_map_words.NOTHING, number=0, tip=tips["nothing"])
        most = max(words.most, 1)
        steps = min(most, STEPS)
        for step in range(steps):
            count = round(1 + step * (most - 1) / max(steps - 1, 1))
            last = decision_map_words.NAMED if step == steps - 1 else ""
            wide = SIDE + 8 * (len(str(count)) - 1)
            yield Entry(last, wide, number=count, tip=tips["named"])
    yield Entry(decision_map_words.HERE, here=True, tip=tips["here"])
    yield Entry(
        decision_map_words.LINE, tip=tips["line"].format(changes=decision_map_words.CHANGES)
    )
    if words.marked:
        tip = tips["selected"]
        named = decision_map_words.SELECTED.format(name=words.marked)
        yield Entry(named, mark=Verdict.MATCHES, tip=tip)
        yield Entry(decision_map_words.SELECTED_AGAINST, mark=Verdict.AGAINST, tip=tip)
        yield Entry(decision_map_words.SELECTED_OPEN, mark=Verdict.OPEN, tip=tip)


def flow(
    words: MapWords, width: float, top: float, scale: float, advance: Callable[[str], float]
) -> tuple[tuple[tuple[Entry, QRectF], ...], float]:
    """The entries with their boxes, line after line from `top` on, and where they end."""
    placed = []
    x, y, side = 0.0, top, SIDE * scale
    for entry in entries(words):
        said = _BESIDE * scale + advance(entry.text) if entry.text else 0.0
        wide = entry.wide * scale + said
        if x and x + wide > width:
            x, y = 0.0, y + side + 6 * scale
        placed.append((entry, QRectF(x, y, wide + 1, side)))
        x += wide + (_BETWEEN if entry.text else 2) * scale
    return tuple(placed), y + side
