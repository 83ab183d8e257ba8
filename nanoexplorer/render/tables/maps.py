"""The maps as rows: cells of the evidence map and the decision map, strategies on their routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer.core.decision_table import Answer
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.barrier_routes import BarrierPart, Route, Use
from nanoexplorer.core.shown.decision_map import DecisionMapPart
from nanoexplorer.core.shown.evidence_map import Cell as Bubble
from nanoexplorer.core.statuses import GivenStatus, shown_statuses
from nanoexplorer.documents import statuses
from nanoexplorer.documents.citations.cited import cited
from nanoexplorer.documents.decision_map import place_text, verdict_of
from nanoexplorer.documents.evidence_map import map_words
from nanoexplorer.render.tables.strategies import disputes, joined
from nanoexplorer.render.tables.table import Cell, Table
from nanoexplorer.words import barrier as barrier_words
from nanoexplorer.words import common
from nanoexplorer.words import export_tables as words


def yes_or_no(holds: bool) -> str:
    """A truth as a cell's word."""
    return words.YES if holds else words.NO


def evidence_map(pack: Pack, screen: Screen) -> Table:
    """A row for every cell of the map, the gaps with no statement in them too."""
    said = map_words(pack, screen)
    return Table(
        ("row", "column", "statements", "strategies", "status", "disputed", "other_profiles_only"),
        tuple(
            (row, column, *_bubble(pack, said.cells.get((down, across))))
            for down, row in enumerate(said.rows)
            for across, column in enumerate(said.columns)
        ),
    )


def _bubble(pack: Pack, cell: Bubble | None) -> tuple[Cell, ...]:
    if cell is None:
        return (0, "", "", "", "")
    names = joined(pack.strategy[id_].name for id_ in cell.strategies)
    stands = _status(cell.statuses), disputes(cell.statuses)
    return (cell.statements, names, *stands, yes_or_no(cell.faded))


def _status(given_statuses: Iterable[GivenStatus]) -> str:
    return joined(map(statuses.said, given_statuses))


def decision_map(pack: Pack, screen: Screen) -> Table:
    """A row for every cell of the map: its profile, and what is named for it or depends.

    Of a map of one strategy its verdict stands there instead of all that is named.
    """
    part = screen.part
    assert isinstance(part, DecisionMapPart)
    answer = ("strategy", "verdict") if part.chosen.strategy else _COUNTED
    return Table(
        ("row", "column", "profile_of_cell", "here", *answer),
        tuple(_profiles(pack, part)),
    )


_COUNTED = ("named", "named_strategies", "open", "open_strategies")


def _profiles(pack: Pack, part: DecisionMapPart) -> Iterator[tuple[Cell, ...]]:
    chart = part.chart
    for row, answers in enumerate(chart.answers):
        for column, answer in enumerate(answers):
            slots = chart.slots(row, column)
            split = len(chart.row_slots[row])
            place = (place_text(pack, slots[:split]), place_text(pack, slots[split:]))
            here = yes_or_no((row, column) == chart.here)
            answer_cells = _answer(pack, answer, part.chosen.strategy)
            yield (*place, place_text(pack, slots), here, *answer_cells)


def _answer(pack: Pack, answer: Answer, strategy: str) -> tuple[Cell, ...]:
    if strategy:
        verdict = verdict_of(answer, 1 << pack.table.index[strategy])
        return (pack.strategy[strategy].name, common.VERDICT[verdict])
    named, depends = _names(pack, answer.matches), _names(pack, answer.open)
    return (len(named), joined(named), len(depends), joined(depends))


def _names(pack: Pack, bits: int) -> list[str]:
    return [pack.strategy[id_].name for id_ in pack.table.names(bits)]


def barrier_routes(pack: Pack, screen: Screen) -> Table:
    """A row for every strategy on its route; a route that none takes has one without."""
    part = screen.part
    assert isinstance(part, BarrierPart)
    columns = ("route", "strategy", "verdict", "status", "disputed", "drugs", "text", "references")
    return Table(columns, tuple(row for route in part.routes for row in _route(pack, route)))


def _route(pack: Pack, route: Route) -> Iterator[tuple[Cell, ...]]:
    if not route.uses:
        yield (route.term.label, "", "", "", "", "", barrier_words.UNUSED, "")
    for use in route.uses:
        yield (route.term.label, *_use(pack, use))


def _use(pack: Pack, use: Use) -> tuple[Cell, ...]:
    references = dict.fromkeys(r for s in use.statements for r in pack.cites(s))
    drawn = shown_statuses(use.statuses)
    return (
        use.strategy.name,
        common.VERDICT[use.verdict],
        _status(drawn),
        disputes(drawn),
        joined(use.strategy.drugs),
        joined(_texts(pack, use)) or barrier_words.SILENT,
        cited(pack, references),
    )


def _texts(pack: Pack, use: Use) -> Iterator[str]:
    """What statements say; of several each with what it rests on."""
    for one in use.statements:
        cites = cited(pack, pack.cites(one))
        several = len(use.statements) > 1
        yield common.CITED.format(said=one.text, cited=cites) if several else one.text
