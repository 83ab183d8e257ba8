"""The sources side by side: on what they differ, what each covers, how far each goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from nanoexplorer.core.evidence import Source, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import rests_on
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.sources import Coverage, SourcesPart
from nanoexplorer.documents import evidence, links
from nanoexplorer.documents.blocks import (
    Block,
    Document,
    Fact,
    Lead,
    Paragraph,
    Phrase,
    Section,
    Words,
    filled,
    minor,
    said,
)
from nanoexplorer.documents.citations.numbers import list_of
from nanoexplorer.words import common
from nanoexplorer.words import references as references_words
from nanoexplorer.words import sources as words

MOST_NAMED: Final = 60
"""Strategies of a group that are named at most."""


def document(pack: Pack, screen: Screen) -> Document:
    """What the tab of the sources says; a profile changes none of it."""
    part = screen.part
    assert isinstance(part, SourcesPart)
    return Document(
        view="sources",
        title=common.counted(len(pack.sources), words.TEXT),
        subtitle=common.profile_line(pack.fields, screen.profile.profile),
        sections=sections(pack, part),
        keys=evidence.in_order(pack, _cited(pack, part)),
    )


def sections(pack: Pack, part: SourcesPart) -> tuple[Section, ...]:
    """All of it: who the sources are, on what they differ, what each covers."""
    return (*who(pack), *beside_each_other(pack, part))


def who(pack: Pack) -> tuple[Section, ...]:
    """Each source: what it is, how complete it is here, and how far its search reaches."""
    return tuple(Section("who", source.label, tuple(_who(pack, source))) for source in pack.sources)


def beside_each_other(pack: Pack, part: SourcesPart) -> tuple[Section, ...]:
    """On what the sources differ, and what each covers alone; of a single one what it covers, and
    where it contradicts itself, if it does.
    """
    number = len(pack.sources)
    differ, cover = (common.counted(number, forms) for forms in (words.DIFFER, words.COVER))
    differences = _differences(pack, part) if number > 1 or part.differences else ()
    return filled(
        Section("figures", differ, tuple(differences)),
        Section("coverage", cover, tuple(_coverage(pack, part)), column=1),
    )


def _cited(pack: Pack, part: SourcesPart) -> Iterator[str]:
    yield from (source.reference for source in pack.sources)
    for difference in part.differences:
        for row in difference.rows:
            yield from pack.cites(pack.statement[row.statement])


def _differences(pack: Pack, part: SourcesPart) -> Iterator[Block]:
    yield Paragraph(minor(words.DIFFER_HELP if part.differences else words.AGREE))
    for difference in part.differences:
        yield from evidence.measure(pack, difference.measure, difference.rows, in_full=True)


def _coverage(pack: Pack, part: SourcesPart) -> Iterator[Block]:
    for covered in part.coverage:
        yield from _covered(pack, covered, part.selected)


def _covered(pack: Pack, part: Coverage, selected: str) -> Iterator[Block]:
    names = [pack.source[id_].called for id_ in part.sources]
    heading = words.covered_by(names, len(pack.sources), len(part.strategies), len(part.topics))
    yield Lead(said(heading, strong=True), level=2)
    for group in dict.fromkeys(strategy.group for strategy in part.strategies):
        ours = tuple(s for s in part.strategies if s.group == group)
        named = strategy_names(ours, selected)
        yield Fact(minor(pack.label("group", group)), named, ids=_ids(pack, ours))
    if part.topics:
        topics = common.AND_ALSO.join(topic.name for topic in part.topics)
        yield Fact(minor(common.TABS["topics"]), minor(topics, ""))


def _ids(pack: Pack, strategies: Sequence[Strategy]) -> tuple[str, ...]:
    """The strategies, and the statements that they rest on."""
    return tuple(id_ for s in strategies for id_ in (s.id, *rests_on(pack, s.id)))


def strategy_names(strategies: Sequence[Strategy], selected: str) -> Phrase:
    """Names that lead to their strategies, the selected one standing out."""
    made: list[Words] = []
    for strategy in strategies[:MOST_NAMED]:
        made += minor(common.AND_ALSO) if made else ()
        made.append(strategy_name(strategy, selected))
    if len(strategies) > MOST_NAMED:
        rest = references_words.REST_NOT_SHOWN.format(count=len(strategies) - MOST_NAMED)
        made += minor(common.AND_ALSO + rest)
    return tuple(made)


def strategy_name(strategy: Strategy, selected: str) -> Words:
    """A name that leads to its strategy, strong where it is the one that is selected."""
    chosen = strategy.id == selected
    return Words(strategy.name, minor=True, strong=chosen, to=links.STRATEGY + strategy.id)


def _who(pack: Pack, source: Source) -> Iterator[Block]:
    reference = pack.reference[source.reference]
    kind = (minor(common.REFERENCE_KIND[reference.kind]),)
    ids = (reference.id,)
    yield Paragraph(evidence.full_reference(reference), kind, ids, ids)
    yield from (Fact(minor(name), said(text)) for name, text in _of(pack, source) if text)


def _of(pack: Pack, source: Source) -> tuple[tuple[str, str], ...]:
    statements = sum(1 for statement in pack.statements if statement.source == source.id)
    listed = sum(1 for found in pack.references if list_of(found.id) == source.id)
    return (
        (words.SOURCE_COVERS, source.covers),
        (words.SOURCE_SEARCH, source.search_reach),
        (words.SOURCE_HERE, words.source_here(statements, listed)),
        (words.SOURCE_REMARK, pack.reference[source.reference].remark),
    )
