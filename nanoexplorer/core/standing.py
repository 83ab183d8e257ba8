"""Where a strategy stands: its rungs as the sources give them, and what is drawn of them."""

from __future__ import annotations

from typing import NamedTuple

from nanoexplorer.core.evidence import SCOPES, Evidence, Status
from nanoexplorer.core.pack import Pack

FIRST_SCOPE = SCOPES[0]


class Rung(NamedTuple):
    """One status with all rows that state it.

    `hollow`: an approval, or a use in practice, that is outside the pack's first scope or noted as
    discontinued is not drawn as if it were for what the app is about.
    """

    status: Status
    rows: tuple[Evidence, ...]
    hollow: bool
    discontinued: bool


def ladder(pack: Pack, strategy: str) -> tuple[Rung, ...]:
    """The rungs of a strategy, the furthest advanced first."""
    rows = pack.evidence_of.get(strategy, ())
    states = {approval.state for approval in pack.approvals_of.get(strategy, ())}
    gone = bool(states) and "approved" not in states
    rungs = []
    for status in sorted(pack.statuses, key=lambda s: -s.rank):
        found = tuple(row for row in rows if row.status == status.id)
        if found:
            elsewhere = all(row.scope != FIRST_SCOPE for row in found)
            ended = status.id == "approved" and gone
            far = status.id in ("approved", "in-practice") and elsewhere
            rungs.append(Rung(status, found, far or ended, ended))
    return tuple(rungs)


def shown_rungs(rungs: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """The rungs that are drawn: *not stated* only where no source states any."""
    return tuple(rung for rung in rungs if rung.status.rank > 0) or rungs


def least_advanced(rungs: tuple[Rung, ...]) -> Rung:
    """The rung that gives the fill where a strategy has several: the least advanced, as stated."""
    return shown_rungs(rungs)[-1]
