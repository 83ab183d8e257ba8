"""The sources side by side, as they leave: where they differ, what each covers, how far it goes."""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer import strings
from nanoexplorer.citations import list_of, vancouver
from nanoexplorer.core.evidence import Source, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.side_by_side import Coverage, coverage, differences
from nanoexplorer.figures.exhibit import Block, Cell, Exhibit, Listing, Row, Span
from nanoexplorer.figures.listing_cells import (
    MUTED,
    blocks,
    in_order,
    lead,
    measure_rows,
    under,
    words,
)
from nanoexplorer.palette import Theme
from nanoexplorer.strings import sources as sources_words

PAIR = (0.28, 0.72)


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """What the tab of the sources says; a profile changes none of it."""
    assert screen.profile
    left = blocks(
        Block(sources_words.DIFFER, PAIR, tuple(_differences(pack))),
        Block(sources_words.REACH, PAIR, tuple(_reach(pack))),
    )
    right = blocks(Block(sources_words.COVER, PAIR, tuple(_coverage(pack))))
    return Exhibit(
        view="sources",
        title=sources_words.TEXT,
        subtitle=strings.profile_line(pack.fields, screen.profile.profile),
        body=Listing(tuple(column for column in (left, right) if column)),
        keys=in_order(pack, _cited(pack)),
    )


def _cited(pack: Pack) -> Iterator[str]:
    yield from (source.reference for source in pack.sources)
    for difference in differences(pack):
        for row in difference.rows:
            yield from pack.cites(pack.statement[row.statement])


def _differences(pack: Pack) -> Iterator[Row]:
    found = differences(pack)
    if not found:
        yield Row((words(sources_words.AGREE, MUTED, small=True),), lead=True)
    for difference in found:
        yield from measure_rows(pack, difference.measure, difference.rows)


def _coverage(pack: Pack) -> Iterator[Row]:
    for part in coverage(pack):
        yield from _part(pack, part)


def _part(pack: Pack, part: Coverage) -> Iterator[Row]:
    names = [pack.source[id_].called for id_ in part.sources]
    yield lead(sources_words.covered_by(names, len(part.strategies), len(part.topics)))
    for group in dict.fromkeys(strategy.group for strategy in part.strategies):
        ours = [s for s in part.strategies if s.group == group]
        yield _named(pack.label("group", group), ours)
    if part.topics:
        said = strings.AND_ALSO.join(topic.name for topic in part.topics)
        yield Row((words(strings.TABS["topics"], MUTED, small=True), words(said, small=True)))


def _named(name: str, strategies: list[Strategy]) -> Row:
    said = strings.AND_ALSO.join(strategy.name for strategy in strategies)
    return Row((words(name, MUTED, small=True), words(said, small=True)))


def _reach(pack: Pack) -> Iterator[Row]:
    for source in pack.sources:
        reference = pack.reference[source.reference]
        head = Cell((Span(source.label, bold=True), *under(vancouver(reference))))
        yield Row((head,), lead=True)
        for name, said in _said(pack, source):
            if said:
                yield Row((words(name, MUTED, small=True), words(said)))


def _said(pack: Pack, source: Source) -> tuple[tuple[str, str], ...]:
    statements = sum(1 for statement in pack.statements if statement.source == source.id)
    cited = sum(1 for found in pack.references if list_of(found.id) == source.id)
    return (
        (sources_words.SOURCE_COVERS, source.covers),
        (sources_words.SOURCE_SEARCH, source.search_reach),
        (sources_words.SOURCE_HERE, sources_words.source_here(statements, cited)),
        (sources_words.SOURCE_REMARK, pack.reference[source.reference].remark),
    )
