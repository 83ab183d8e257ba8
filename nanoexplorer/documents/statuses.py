"""A status in words: what stands on a chip or in a line, and which notes dispute it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nanoexplorer.core.evidence import Evidence, Note
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import Rung, least_advanced, shown_rungs
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.words import common


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
    return common.AND_ALSO.join(mark.said for mark in marks_of(shown.rungs))


def mark_of(rung: Rung, *, filled: bool, notes: Sequence[Note]) -> Mark:
    """The mark of one status, disputed by these notes."""
    return Mark(
        label=label_of(rung),
        glyph=rung.status.glyph,
        role=rung.status.role,
        filled=filled and not rung.hollow,
        disputed=disputed_by(notes),
    )


def said(rung: Rung) -> str:
    """A status where nothing is drawn: its label, and whether a note disputes it."""
    return mark_of(rung, filled=False, notes=rung.disputes).said


def row_mark(rung: Rung, row: Evidence) -> Mark:
    """The mark of a status for one of the rows that state it."""
    return mark_of(rung, filled=False, notes=rung.disputing(row))


def label_of(rung: Rung) -> str:
    """A status on a chip; an approval for something else names what it is for."""
    if not rung.hollow:
        return rung.status.label
    if rung.discontinued:
        return common.RUNG_DISCONTINUED.format(status=rung.status.label)
    return common.hedged(rung.status.label, "; ".join(rung.scopes))


def disputed_by(notes: Iterable[Note]) -> str:
    """What the mark of a disputed status stands for: the notes in full."""
    return "\n".join(common.DISPUTED_BY.format(note=note.text) for note in notes)


def disputes(rungs: Iterable[Rung]) -> str:
    """What notes say against these statuses, in full; empty where none does."""
    return "\n".join(disputed_by(rung.disputes) for rung in rungs if rung.disputes)
