"""Where a strategy stands: its statuses as the sources give them, and what is drawn of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from nanoexplorer.core.decision_table import alternatives_met, holds
from nanoexplorer.core.evidence import Evidence, Note, Status
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile


class GivenStatus(NamedTuple):
    """One status with all rows that state it.

    `hollow`: what is outside the pack's own subject, where its status says so, or noted as
    discontinued is not drawn as if it were for what the pack is about. `scopes`: what its rows are
    for, in words. `disputes`: the notes that contradict or limit one of its rows. `apart`: all of
    them are tied to a condition that the profile does not meet, though it meets another one.
    """

    status: Status
    rows: tuple[Evidence, ...]
    hollow: bool
    discontinued: bool
    scopes: tuple[str, ...] = ()
    disputes: tuple[Note, ...] = ()
    apart: bool = False

    def disputing(self, row: Evidence) -> tuple[Note, ...]:
        """The notes that dispute one of its rows."""
        return tuple(note for note in self.disputes if row.key in note.disputes)


def statuses_of(pack: Pack, strategy: str) -> tuple[GivenStatus, ...]:
    """A strategy's statuses, the furthest advanced first, with the disputes of every profile."""
    rows = pack.evidence_of.get(strategy, ())
    states = {approval.state for approval in pack.approvals_of.get(strategy, ())}
    gone = bool(states) and "approved" not in states
    always = [note for note in pack.disputes_of.get(strategy, ()) if not note.when]
    statuses = []
    found = {pack.status[row.status] for row in rows}
    for status in sorted(found, key=lambda s: -s.rank):
        ours = tuple(row for row in rows if row.status == status.id)
        elsewhere = all(pack.scope[row.scope].means != "subject" for row in ours)
        ended = status.approval and gone
        hollow = ended or (status.hollow_elsewhere and elsewhere)
        scopes = dict.fromkeys(pack.scope_label(row.scope, row.scope_named) for row in ours)
        given = GivenStatus(status, ours, hollow, ended, tuple(scopes))
        statuses.append(_disputed(given, always))
    return tuple(statuses)


def statuses_for(
    pack: Pack, profile: Profile, strategy: str, statuses: tuple[GivenStatus, ...] | None = None
) -> tuple[GivenStatus, ...]:
    """Its statuses with the disputes of this profile too; a note may have a condition.

    A caller that has them hands them in.
    """
    known = statuses_of(pack, strategy) if statuses is None else statuses
    if any(row.alternative for given in known for row in given.rows):
        known = _of_what_is_met(pack, profile, strategy, known)
    disputes = pack.disputes_of.get(strategy)
    if not disputes:
        return known
    more = [note for note in disputes if note.when and note_applies(pack, profile, note)]
    return tuple(_disputed(given, more) for given in known) if more else known


def _of_what_is_met(
    pack: Pack, profile: Profile, strategy: str, known: tuple[GivenStatus, ...]
) -> tuple[GivenStatus, ...]:
    """Where the profile meets an alternative, what is stated of others alone stands apart."""
    met = alternatives_met(pack.table, profile, strategy)
    if not met:
        return known
    return tuple(
        given._replace(apart=all(row.alternative not in {0, *met} for row in given.rows))
        for given in known
    )


def _disputed(given: GivenStatus, notes: Iterable[Note]) -> GivenStatus:
    """A status with those of the notes that dispute one of its rows."""
    keys = {row.key for row in given.rows}
    found = tuple(note for note in notes if not keys.isdisjoint(note.disputes))
    return given._replace(disputes=(*given.disputes, *found)) if found else given


def note_applies(pack: Pack, profile: Profile, note: Note) -> bool:
    """Whether the profile is one for which the note is shown; an unknown value never is."""
    return all(
        pack.field[c.field].is_known(profile[c.field])
        and holds(pack.field[c.field], c, profile[c.field])
        for c in note.when
    )


def shown_statuses(statuses: tuple[GivenStatus, ...]) -> tuple[GivenStatus, ...]:
    """The statuses that are drawn: *not stated* only where no source states any."""
    here = tuple(given for given in statuses if not given.apart)
    return tuple(given for given in here if given.status.stated) or here or statuses


def status_of_row(statuses: tuple[GivenStatus, ...], row: Evidence) -> GivenStatus:
    """The status that a row of the evidence states."""
    return next(given for given in statuses if row in given.rows)


def least_advanced(statuses: tuple[GivenStatus, ...]) -> GivenStatus:
    """The status that gives the fill where there are several: the least advanced, as stated."""
    return shown_statuses(statuses)[-1]
