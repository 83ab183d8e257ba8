"""Where a strategy stands: its rungs as the sources give them, and what is drawn of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from nanoexplorer.core.decision_table import holds
from nanoexplorer.core.evidence import Evidence, Note, Status
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile


class Rung(NamedTuple):
    """One status with all rows that state it.

    `hollow`: what is outside the pack's own subject, where its status says so, or noted as
    discontinued is not drawn as if it were for what the pack is about. `scopes`: what its rows are
    for, in words. `disputes`: the notes that contradict or limit one of its rows.
    """

    status: Status
    rows: tuple[Evidence, ...]
    hollow: bool
    discontinued: bool
    scopes: tuple[str, ...] = ()
    disputes: tuple[Note, ...] = ()

    def disputing(self, row: Evidence) -> tuple[Note, ...]:
        """The notes that dispute one of its rows."""
        return tuple(note for note in self.disputes if row.key in note.disputes)


def ladder(pack: Pack, strategy: str) -> tuple[Rung, ...]:
    """The rungs of a strategy, the furthest advanced first, with the disputes of every profile."""
    rows = pack.evidence_of.get(strategy, ())
    states = {approval.state for approval in pack.approvals_of.get(strategy, ())}
    gone = bool(states) and "approved" not in states
    always = [note for note in pack.disputes_of.get(strategy, ()) if not note.when]
    rungs = []
    for status in sorted(pack.statuses, key=lambda s: -s.rank):
        found = tuple(row for row in rows if row.status == status.id)
        if found:
            elsewhere = all(pack.scope[row.scope].means != "subject" for row in found)
            ended = status.approval and gone
            hollow = ended or (status.hollow_elsewhere and elsewhere)
            scopes = dict.fromkeys(pack.scope_label(row.scope, row.scope_named) for row in found)
            rung = Rung(status, found, hollow, ended, tuple(scopes))
            rungs.append(_disputed(rung, always))
    return tuple(rungs)


def standing(
    pack: Pack, profile: Profile, strategy: str, rungs: tuple[Rung, ...] | None = None
) -> tuple[Rung, ...]:
    """The ladder of a strategy with the disputes of this profile too; a note may have a condition.

    A caller that has the ladder hands it in.
    """
    known = ladder(pack, strategy) if rungs is None else rungs
    disputes = pack.disputes_of.get(strategy)
    if not disputes:
        return known
    more = [note for note in disputes if note.when and note_applies(pack, profile, note)]
    return tuple(_disputed(rung, more) for rung in known) if more else known


def _disputed(rung: Rung, notes: Iterable[Note]) -> Rung:
    """A rung with those of the notes that dispute one of its rows."""
    keys = {row.key for row in rung.rows}
    found = tuple(note for note in notes if not keys.isdisjoint(note.disputes))
    return rung._replace(disputes=(*rung.disputes, *found)) if found else rung


def note_applies(pack: Pack, profile: Profile, note: Note) -> bool:
    """Whether the profile is one for which the note is shown; an unknown value never is."""
    return all(
        pack.field[c.field].is_known(profile[c.field]) and holds(c, profile[c.field])
        for c in note.when
    )


def shown_rungs(rungs: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """The rungs that are drawn: *not stated* only where no source states any."""
    return tuple(rung for rung in rungs if rung.status.stated) or rungs


def rung_of(rungs: tuple[Rung, ...], row: Evidence) -> Rung:
    """The rung that a row of the evidence is on."""
    return next(rung for rung in rungs if row in rung.rows)


def least_advanced(rungs: tuple[Rung, ...]) -> Rung:
    """The rung that gives the fill where a strategy has several: the least advanced, as stated."""
    return shown_rungs(rungs)[-1]
