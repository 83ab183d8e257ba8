"""The evidence map: how much the sources say, by what and of what, how far it is, and the gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import ASPECT, Kind, Statement, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.statuses import GivenStatus, shown_statuses, statuses_for, statuses_of

KIND: Final = "evidence-map.kind"
"""The option that names the map that is shown."""


class Cell(NamedTuple):
    """Where a row and a column meet and the sources say something.

    `statements` counts each once; `statuses` are those of all its strategies, the furthest advanced
    first, so that the last gives the fill; `faded`: each is named for other
    profiles, or a reason against it is met.
    """

    row: int
    column: int
    strategies: tuple[str, ...]
    statements: int
    statuses: tuple[GivenStatus, ...]
    faded: bool


class EvidenceMap(NamedTuple):
    """A grid, its filled cells row by row, and how many different statements are in it.

    `rows` and `columns` are ids of the lists that the kind's map is made of, in the pack's order.
    """

    kind: Kind
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    statements: int

    @property
    def gaps(self) -> int:
        """The cells of which the sources say nothing, over the whole grid."""
        return len(self.rows) * len(self.columns) - len(self.cells)


def evidence_map_part(pack: Pack, intent: Intent) -> EvidenceMap:
    """The map that was chosen, for the intent's profile."""
    kind = map_kind(pack, dict(intent.options).get(KIND, ""))
    return evidence_map(pack, kind, intent.profile)


def map_kinds(pack: Pack) -> tuple[Kind, ...]:
    """The kinds of strategy that have a map, in the order of the maps."""
    return tuple(sorted((k for k in pack.kinds if k.map_order), key=lambda k: k.map_order))


def map_kind(pack: Pack, name: str) -> Kind:
    """The map of that name, or of that short one as older files have it; else the first one, which
    is empty in a pack without maps.
    """
    kinds = map_kinds(pack) or pack.kinds
    return next((kind for kind in kinds if name in (kind.id, kind.short.casefold())), kinds[0])


def map_label(pack: Pack, name: str, id_: str) -> str:
    """The label of a row or a column that is of a list of the vocabulary, or an aspect."""
    return pack.aspect[id_].label if name == ASPECT else pack.label(name, id_)


def evidence_map(pack: Pack, kind: Kind, profile: Profile) -> EvidenceMap:
    """The map as it stands for a profile; all but what is faded is worked out once a pack."""
    blank, bits = _blank_map(pack, kind)
    answer = pack.table.answer(profile)
    unnamed = answer.no_match | answer.against
    cells = (
        cell._replace(faded=not strategies & ~unnamed, statuses=_statuses(pack, profile, cell))
        for cell, strategies in zip(blank.cells, bits, strict=True)
    )
    return blank._replace(cells=tuple(cells))


@remembered(4)
def _blank_map(pack: Pack, kind: Kind) -> tuple[EvidenceMap, tuple[int, ...]]:
    """The map without a profile, and the strategies of each cell as bits in the table's order."""
    ours = tuple(strategy for strategy in pack.ordered if strategy.kind == kind.id)
    rows, columns = (_ids(pack, ours, name) for name in (kind.map_rows, kind.map_columns))
    said: defaultdict[tuple[int, int], dict[str, set[str]]] = defaultdict(dict)
    row_of, column_of = ({id_: n for n, id_ in enumerate(ids)} for ids in (rows, columns))
    for strategy, row, column, statement in _said(pack, kind, ours):
        if row in row_of and column in column_of:
            found = said[row_of[row], column_of[column]]
            found.setdefault(strategy, set()).add(statement)
    cells = tuple(_cell(pack, place, said[place]) for place in sorted(said))
    statements = {s for found in said.values() for these in found.values() for s in these}
    bits = tuple(sum(1 << pack.table.index[s] for s in cell.strategies) for cell in cells)
    return EvidenceMap(kind, rows, columns, cells, len(statements)), bits


def _ids(pack: Pack, ours: tuple[Strategy, ...], name: str) -> tuple[str, ...]:
    """What stands at one side of a map: what its strategies have of a list, or the aspects."""
    if not (name and ours):
        return ()
    if name == ASPECT:
        return tuple(aspect.id for aspect in pack.aspects if aspect.mapped)
    there = {id_ for strategy in ours for id_ in strategy.terms(name)}
    return tuple(term.id for term in pack.terms(name) if term.id in there)


def _said(
    pack: Pack, kind: Kind, ours: tuple[Strategy, ...]
) -> Iterator[tuple[str, str, str, str]]:
    """Strategy, row, column and statement of all that is said, in the pack's order."""
    if not kind.map_order:
        return
    for strategy in ours:
        for statement in pack.statements_of.get(strategy.id, ()):
            rows, columns = (
                _home(name, strategy, statement) for name in (kind.map_rows, kind.map_columns)
            )
            for row, column in product(rows, columns):
                yield strategy.id, row, column, statement.id


def _home(name: str, strategy: Strategy, statement: Statement) -> tuple[str, ...]:
    return (statement.aspect,) if name == ASPECT else strategy.terms(name)


def _cell(pack: Pack, place: tuple[int, int], said: dict[str, set[str]]) -> Cell:
    statuses = together(statuses_of(pack, strategy) for strategy in said)
    statements = len(set().union(*said.values()))
    return Cell(*place, tuple(said), statements, shown_statuses(statuses), faded=False)


def _statuses(pack: Pack, profile: Profile, cell: Cell) -> tuple[GivenStatus, ...]:
    """The statuses of a cell; only a note on a condition changes them with the profile."""
    notes = (n for s in cell.strategies for n in pack.disputes_of.get(s, ()))
    if pack.disputes_of and any(note.when for note in notes):
        return shown_statuses(together(statuses_for(pack, profile, s) for s in cell.strategies))
    return cell.statuses


def together(several: Iterable[tuple[GivenStatus, ...]]) -> tuple[GivenStatus, ...]:
    """The statuses of several strategies as one row: hollow where all of a status are."""
    by_status: defaultdict[int, list[GivenStatus]] = defaultdict(list)
    for statuses in several:
        for given in statuses:
            by_status[given.status.rank].append(given)
    return tuple(
        GivenStatus(
            status=found[0].status,
            rows=tuple(row for given in found for row in given.rows),
            hollow=all(given.hollow for given in found),
            discontinued=all(given.discontinued for given in found),
            scopes=tuple(dict.fromkeys(scope for given in found for scope in given.scopes)),
            disputes=tuple(dict.fromkeys(note for given in found for note in given.disputes)),
        )
        for _, found in sorted(by_status.items(), reverse=True)
    )
