"""The sources side by side, as prose: on what they differ, what each covers, how far each goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer import strings
from nanoexplorer.citations import list_of
from nanoexplorer.core.evidence import Source, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.side_by_side import Coverage, coverage, differences
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.figures.quantity_text import write_measure
from nanoexplorer.figures.reference_text import strategy_link
from nanoexplorer.figures.strategy_text import full_reference, small
from nanoexplorer.strings import references as references_words
from nanoexplorer.strings import sources as sources_words

NAME_WIDTH = 13.0
GROUP_WIDTH = 22.5
SHOWN = 60
"""Strategies of a group that are named at most."""
LARGE = 150
"""Percent from which on there is no room for the names of groups beside what is in them."""


def write_sources(prose: Prose, pack: Pack, selected: str = "") -> None:
    """Write everything; the name of the `selected` strategy stands out."""
    _differences(prose, pack)
    _coverage(prose, pack, selected)
    prose.heading(sources_words.REACH, above=3)
    for source in pack.sources:
        _source(prose, pack, source)


def _differences(prose: Prose, pack: Pack) -> None:
    found = differences(pack)
    prose.heading(sources_words.DIFFER, above=0)
    prose.line([small(sources_words.DIFFER_HELP if found else sources_words.AGREE)])
    for difference in found:
        write_measure(prose, pack, difference.measure, difference.rows, said=True)


def _coverage(prose: Prose, pack: Pack, selected: str) -> None:
    prose.heading(sources_words.COVER, above=3)
    for part in coverage(pack):
        _part(prose, pack, part, selected)


def _part(prose: Prose, pack: Pack, part: Coverage, selected: str) -> None:
    names = [pack.source[id_].called for id_ in part.sources]
    lead = sources_words.covered_by(names, len(part.strategies), len(part.topics))
    prose.line([Run(lead, weight=fonts.SEMIBOLD)], above=1.5)
    width = GROUP_WIDTH if prose.zoom < LARGE else 2.0
    for group, strategies in _groups(pack, part.strategies):
        prose.pair(small(group), list(_links(pack, strategies, selected)), width)
    if part.topics:
        topics = strings.AND_ALSO.join(topic.name for topic in part.topics)
        prose.pair(small(strings.TABS["topics"]), [small(topics, "ink")], width)


def _groups(
    pack: Pack, strategies: Iterable[Strategy]
) -> Iterator[tuple[str, tuple[Strategy, ...]]]:
    """Strategies by group, in the pack's order."""
    rows = tuple(strategies)
    for group in dict.fromkeys(strategy.group for strategy in rows):
        yield pack.label("group", group), tuple(s for s in rows if s.group == group)


def _links(pack: Pack, strategies: tuple[Strategy, ...], selected: str) -> Iterator[Run]:
    for place, strategy in enumerate(strategies[:SHOWN]):
        if place:
            yield small(strings.AND_ALSO)
        yield strategy_link(pack, strategy.id, selected)
    if len(strategies) > SHOWN:
        rest = references_words.REST_NOT_SHOWN.format(count=len(strategies) - SHOWN)
        yield small(strings.AND_ALSO + rest)


def _source(prose: Prose, pack: Pack, source: Source) -> None:
    reference = pack.reference[source.reference]
    statements = sum(1 for statement in pack.statements if statement.source == source.id)
    cited = sum(1 for found in pack.references if list_of(found.id) == source.id)
    prose.line([Run(source.label, weight=fonts.SEMIBOLD)], above=1.5)
    prose.line(full_reference(reference), below=0.5)
    for name, said in (
        (sources_words.SOURCE_COVERS, source.covers),
        (sources_words.SOURCE_SEARCH, source.search_reach),
        (sources_words.SOURCE_HERE, sources_words.source_here(statements, cited)),
        (sources_words.SOURCE_REMARK, reference.remark),
    ):
        if said:
            prose.pair(small(name), [Run(said)], NAME_WIDTH)
