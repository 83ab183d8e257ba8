"""The evidence map: how much the sources say, by what and of what, how far it is, and the gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from nanoexplorer.core.evidence import Statement, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.standing import Rung, ladder, shown_rungs, standing

MapKind = Literal["carriers", "treatments"]
MAP_KINDS: Final[tuple[MapKind, ...]] = ("carriers", "treatments")
ASPECTS_SHOWN: Final = ("indication", "benefit", "limitation", "resistance", "toxicity")
"""What is said of treatment modalities, as the columns of the second map."""

KIND: Final = "evidence-map.kind"
"""The option that names the map that is shown."""

_STRATEGIES: Final = {"carriers": "nanocarrier-strategy", "treatments": "treatment-modality"}


class Cell(NamedTuple):
    """Where a row and a column meet and the sources say something.

    `statements` counts each once; `rungs` are those of all its strategies, the furthest advanced
    first, so that the last gives the fill; `faded`: each is named for other
    profiles, or a reason against it is met.
    """

    row: int
    column: int
    strategies: tuple[str, ...]
    statements: int
    rungs: tuple[Rung, ...]
    faded: bool


class EvidenceMap(NamedTuple):
    """A grid, its filled cells row by row, and how many different statements are in it.

    `rows` and `columns` are ids, in the pack's order: of carriers and purposes, or of groups and
    aspects.
    """

    kind: MapKind
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    statements: int

    @property
    def gaps(self) -> int:
        """The cells of which the sources say nothing, over the whole grid."""
        return len(self.rows) * len(self.columns) - len(self.cells)


class Options(NamedTuple):
    """What was chosen for the map; the first kind for one that is none."""

    kind: MapKind

    @classmethod
    def from_options(cls, options: Iterable[tuple[str, str]]) -> Options:
        wanted = dict(options).get(KIND, "")
        return cls(next((kind for kind in MAP_KINDS if kind == wanted), MAP_KINDS[0]))


def evidence_map_part(pack: Pack, intent: Intent) -> EvidenceMap:
    """The map that was chosen, for the intent's profile."""
    return evidence_map(pack, Options.from_options(intent.options).kind, intent.profile)


def evidence_map(pack: Pack, kind: MapKind, profile: Profile) -> EvidenceMap:
    """The map as it stands for a profile; all but what is faded is worked out once a pack."""
    blank, bits = _blank_map(pack, kind)
    answer = pack.table.answer(profile)
    unnamed = answer.no_match | answer.against
    cells = (
        cell._replace(faded=not strategies & ~unnamed, rungs=_rungs(pack, profile, cell))
        for cell, strategies in zip(blank.cells, bits, strict=True)
    )
    return blank._replace(cells=tuple(cells))


@lru_cache(maxsize=4)
def _blank_map(pack: Pack, kind: MapKind) -> tuple[EvidenceMap, tuple[int, ...]]:
    """The map without a profile, and the strategies of each cell as bits in the table's order."""
    rows, columns = _rows(pack, kind), _columns(pack, kind)
    said: defaultdict[tuple[int, int], dict[str, set[str]]] = defaultdict(dict)
    row_of, column_of = ({id_: n for n, id_ in enumerate(ids)} for ids in (rows, columns))
    for strategy, row, column, statement in _said(pack, kind):
        if row in row_of and column in column_of:
            found = said[row_of[row], column_of[column]]
            found.setdefault(strategy, set()).add(statement)
    cells = tuple(_cell(pack, place, said[place]) for place in sorted(said))
    statements = {s for found in said.values() for these in found.values() for s in these}
    bits = tuple(sum(1 << pack.table.index[s] for s in cell.strategies) for cell in cells)
    return EvidenceMap(kind, rows, columns, cells, len(statements)), bits


def _rows(pack: Pack, kind: MapKind) -> tuple[str, ...]:
    if kind == "carriers":
        return tuple(term.id for term in pack.terms("carrier"))
    ours = {strategy.group for strategy in _strategies(pack, kind)}
    return tuple(term.id for term in pack.terms("group") if term.id in ours)


def _columns(pack: Pack, kind: MapKind) -> tuple[str, ...]:
    if kind == "carriers":
        return tuple(term.id for term in pack.terms("purpose"))
    return ASPECTS_SHOWN if _rows(pack, kind) else ()


def _strategies(pack: Pack, kind: MapKind) -> Iterator[Strategy]:
    return (strategy for strategy in pack.ordered if strategy.kind == _STRATEGIES[kind])


def _said(pack: Pack, kind: MapKind) -> Iterator[tuple[str, str, str, str]]:
    """Strategy, row, column and statement of all that is said, in the pack's order."""
    for strategy in _strategies(pack, kind):
        for statement in pack.statements_of.get(strategy.id, ()):
            yield strategy.id, *_home(kind, strategy, statement), statement.id


def _home(kind: MapKind, strategy: Strategy, statement: Statement) -> tuple[str, str]:
    if kind == "carriers":
        return strategy.carrier, strategy.purpose
    return strategy.group, statement.aspect


def _cell(pack: Pack, place: tuple[int, int], said: dict[str, set[str]]) -> Cell:
    rungs = together(ladder(pack, strategy) for strategy in said)
    statements = len(set().union(*said.values()))
    return Cell(*place, tuple(said), statements, shown_rungs(rungs), faded=False)


def _rungs(pack: Pack, profile: Profile, cell: Cell) -> tuple[Rung, ...]:
    """The rungs of a cell; only a note on a condition changes them with the profile."""
    notes = (n for s in cell.strategies for n in pack.disputes_of.get(s, ()))
    if pack.disputes_of and any(note.when for note in notes):
        return shown_rungs(together(standing(pack, profile, s) for s in cell.strategies))
    return cell.rungs


def together(ladders: Iterable[tuple[Rung, ...]]) -> tuple[Rung, ...]:
    """The rungs of several strategies as one ladder: hollow where all of a rung are."""
    by_status: defaultdict[int, list[Rung]] = defaultdict(list)
    for rungs in ladders:
        for rung in rungs:
            by_status[rung.status.rank].append(rung)
    return tuple(
        Rung(
            status=found[0].status,
            rows=tuple(row for rung in found for row in rung.rows),
            hollow=all(rung.hollow for rung in found),
            discontinued=all(rung.discontinued for rung in found),
            disputes=tuple(dict.fromkeys(note for rung in found for note in rung.disputes)),
        )
        for _, found in sorted(by_status.items(), reverse=True)
    )
