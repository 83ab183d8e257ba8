"""The sources beside each other: on what they differ, and what each of them covers alone."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from nanoexplorer.core.evidence import Quantity, Strategy, Topic
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.screen import Intent

TENSIONS = ("between-sources", "within-source")


class Difference(NamedTuple):
    """A measure on which sources differ or a source contradicts itself, with all its figures."""

    measure: str
    tensions: tuple[str, ...]
    rows: tuple[Quantity, ...]


class Coverage(NamedTuple):
    """What all these sources speak of, and no other does."""

    sources: tuple[str, ...]
    strategies: tuple[Strategy, ...]
    topics: tuple[Topic, ...]


class SourcesPart(NamedTuple):
    """The sources side by side; `selected`: the strategy that stands out among those covered."""

    differences: tuple[Difference, ...]
    coverage: tuple[Coverage, ...]
    selected: str


def sources_part(pack: Pack, intent: Intent) -> SourcesPart:
    """What no profile changes, and which strategy is selected."""
    return SourcesPart(*_unchanging(pack), intent.selection)


@remembered()
def _unchanging(pack: Pack) -> tuple[tuple[Difference, ...], tuple[Coverage, ...]]:
    return differences(pack), coverage(pack)


def differences(pack: Pack) -> tuple[Difference, ...]:
    """Measures with a tension: between sources first, then within one, in the pack's order."""
    measures: defaultdict[str, list[Quantity]] = defaultdict(list)
    for row in pack.quantities:
        measures[row.measure].append(row)
    found = []
    for measure, rows in measures.items():
        said = {row.tension for row in rows}
        tensions = tuple(tension for tension in TENSIONS if tension in said)
        if tensions:
            found.append(Difference(measure, tensions, tuple(_by_source(pack, rows))))
    return tuple(sorted(found, key=lambda d: TENSIONS.index(d.tensions[0])))


def _by_source(pack: Pack, rows: list[Quantity]) -> list[Quantity]:
    """Figures of one source together, the sources in the pack's order."""
    places = {source.id: place for place, source in enumerate(pack.sources)}
    return sorted(rows, key=lambda row: places[pack.statement[row.statement].source])


def coverage(pack: Pack) -> tuple[Coverage, ...]:
    """For each source what it covers alone, and for several together what they share.

    A source that covers nothing alone is there too; a group of sources that share nothing is not.
    """
    strategies: defaultdict[tuple[str, ...], list[Strategy]] = defaultdict(list)
    topics: defaultdict[tuple[str, ...], list[Topic]] = defaultdict(list)
    for strategy in pack.ordered:
        said = {statement.source for statement in pack.statements_of.get(strategy.id, ())}
        strategies[_in_order(pack, said)].append(strategy)
    for topic in pack.topics:
        said = {statement.source for statement in pack.statements_on.get(topic.id, ())}
        topics[_in_order(pack, said)].append(topic)
    alone = [(source.id,) for source in pack.sources]
    shared = sorted((k for k in {*strategies, *topics} if len(k) > 1), key=lambda k: (len(k), k))
    return tuple(
        Coverage(key, tuple(strategies.get(key, ())), tuple(topics.get(key, ())))
        for key in [*alone, *shared]
    )


def _in_order(pack: Pack, sources: set[str]) -> tuple[str, ...]:
    return tuple(source.id for source in pack.sources if source.id in sources)
