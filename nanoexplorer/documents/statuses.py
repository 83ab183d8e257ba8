"""The marks of statuses: what stands on a chip, and which notes dispute it."""

from __future__ import annotations

from collections.abc import Sequence

from nanoexplorer import strings
from nanoexplorer.core.evidence import Note
from nanoexplorer.core.screen import Card
from nanoexplorer.core.standing import Rung, least_advanced, shown_rungs
from nanoexplorer.documents.blocks import Mark


def marks_of(rungs: tuple[Rung, ...]) -> tuple[Mark, ...]:
    """A mark for every status that is drawn; the fill is the least advanced one's."""
    if not rungs:
        return ()
    lowest = least_advanced(rungs)
    return tuple(
        mark_of(rung, filled=rung is lowest, notes=rung.disputes) for rung in shown_rungs(rungs)
    )


def statuses_line(shown: Card) -> str:
    """Every status that the sources give, as on its chips."""
    return strings.AND_ALSO.join(mark.said for mark in marks_of(shown.rungs))


def mark_of(rung: Rung, *, filled: bool, notes: Sequence[Note]) -> Mark:
    """The mark of one status, disputed by these notes."""
    return Mark(
        label=strings.rung_label(rung),
        glyph=rung.status.glyph,
        role=rung.status.role,
        filled=filled and not rung.hollow,
        disputed=strings.disputed_tip(notes),
    )
