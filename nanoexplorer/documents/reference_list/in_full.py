"""One reference in full: what it is, what cites it and for what, and what is remarked on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from nanoexplorer.core.evidence import Note, Reference, Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.reference_list import Listed
from nanoexplorer.documents import evidence, links
from nanoexplorer.documents.blocks import (
    Block,
    Entry,
    Fact,
    Lead,
    Paragraph,
    Phrase,
    Section,
    Words,
    filled,
    joined,
    minor,
    plain,
    said,
)
from nanoexplorer.documents.citations.cited import by_name
from nanoexplorer.documents.citations.numbers import list_of, number
from nanoexplorer.documents.citations.plain import one_line
from nanoexplorer.documents.citations.vancouver import without_title
from nanoexplorer.documents.sources import strategy_name
from nanoexplorer.documents.terms import explained
from nanoexplorer.words import common
from nanoexplorer.words import references as words

SHOWN: Final = 100
"""Statements that are shown at most: a source is its own citation for all that it says."""


def sections(pack: Pack, row: Listed | None, selected: str = "") -> tuple[Section, ...]:
    """All of it; the name of the `selected` strategy stands out among those it is for."""
    return (*facts(pack, row), *cited_by(pack, row, selected))


def facts(pack: Pack, row: Listed | None) -> tuple[Section, ...]:
    """What it is, and which approvals rest on it."""
    if row is None:
        return (Section("reference", "", (Paragraph(said(words.NONE, "muted")),)),)
    return (
        Section("reference", "", tuple(_facts(pack, row))),
        *filled(evidence.approvals(pack, row.approvals)),
    )


def _facts(pack: Pack, row: Listed) -> Iterator[Block]:
    one = row.reference
    yield Paragraph(minor(_called(pack, one)))
    yield Lead(said(one_line(one.title)), 1, (one.id,), (one.id,))
    yield Paragraph(_published(one), (minor(one.remark),) if one.remark else ())
    for name, told in _named(pack, row):
        yield Fact(minor(words.FACTS[name]), told)


def _called(pack: Pack, reference: Reference) -> str:
    called = {source.id: source.called for source in pack.sources}
    itself = {source.reference: source.called for source in pack.sources}
    if reference.id in itself:
        return words.A_SOURCE.format(called=itself[reference.id])
    source = list_of(reference.id)
    if source not in called:
        return words.OF_A_NOTE
    return words.NUMBER.format(number=number(reference.id), called=called[source])


def _published(reference: Reference) -> Phrase:
    """Authors, venue, year and pages."""
    told = [Words(f"{part} ", slanted=n == 1) for n, part in enumerate(without_title(reference))]
    return tuple(words for words in told if words.text.strip())


def _named(pack: Pack, row: Listed) -> Iterator[tuple[str, Phrase]]:
    one = row.reference
    yield "short", said(by_name(pack, [one.id]), strong=True)
    if one.doi:
        yield "doi", (Words(one.doi, to=links.DOI + one.doi),)
    elif one.url:
        yield "address", (Words(one.url, to=one.url if links.is_web(one.url) else ""),)
    yield "kind", said(common.REFERENCE_KIND[one.kind])
    if row.checks:
        checked = len({check.statement for check in row.checks})
        of = common.counted(len(row.statements), words.CHECKS_OF, checked=checked)
        yield "checks", (Words(of, strong=True), Words(words.JUDGED, "muted"))


def cited_by(pack: Pack, row: Listed | None, selected: str = "") -> tuple[Section, ...]:
    """The statements that cite it, each with what it is about and what is remarked on the fit;
    then the notes that do.
    """
    if row is None:
        return ()
    citing = Section(
        "cited-by", words.cited_by(len(row.statements)), tuple(_statements(pack, row, selected))
    )
    notes = Section(
        "notes", common.counted(len(row.notes), words.USED_IN), tuple(_notes(pack, row, selected))
    )
    if not row.notes:
        return (citing,)
    return (citing, notes) if row.statements else (notes,)


def _notes(pack: Pack, row: Listed, selected: str) -> Iterator[Block]:
    """What the pack adds by this reference, and to what."""
    for note in row.notes:
        about = _subjects(pack, note, selected)
        under = (_beside_each_other(about),) if about else ()
        yield Entry("note", explained(pack, note.text), under, (note.id,), note.references)


def _statements(pack: Pack, row: Listed, selected: str) -> Iterator[Block]:
    places = {evidence.section_of(pack, statement) for statement in row.statements}
    alone = len(places) == 1 and len(row.statements) > 1
    if alone:
        yield Paragraph(minor(words.ALL_IN.format(section=next(iter(places)))))
    checks: defaultdict[str, list[str]] = defaultdict(list)
    for check in row.checks:
        checks[check.statement].append(check.text)
    for statement in row.statements[:SHOWN]:
        about = _about(pack, statement, selected, where=not alone)
        remarks = (minor(words.CHECK.format(text=text)) for text in checks[statement.id])
        under = (*([about] if about else []), *remarks)
        text = explained(pack, statement.text)
        yield Entry("statement", text, under, (statement.id,), pack.cites(statement))
    if len(row.statements) > SHOWN:
        rest = len(row.statements) - SHOWN
        yield Paragraph(minor(words.REST_NOT_SHOWN.format(count=rest)))


def _about(pack: Pack, statement: Statement, selected: str, *, where: bool) -> Phrase:
    """What it is about; how it attaches, and where it stands."""
    parts = _subjects(pack, statement, selected)
    if statement.marker != "none":
        parts.append(minor(words.ATTACHED[statement.marker]))
    if where:
        parts.append(minor(evidence.section_of(pack, statement)))
    return _beside_each_other(parts)


def _beside_each_other(parts: Sequence[Phrase]) -> Phrase:
    return joined(parts, Words(common.AND_ALSO, "muted", minor=True))


def _subjects(pack: Pack, of: Statement | Note, selected: str) -> list[Phrase]:
    """The strategies that something is about, which lead there, and the topics."""
    strategies = (pack.strategy[id_] for id_ in of.strategies)
    topics = (minor(pack.topic[id_].name) for id_ in of.topics)
    return [*((strategy_name(strategy, selected),) for strategy in strategies), *topics]


def parted(section: Section) -> tuple[Section, Section]:
    """What leads the statements that cite it, and the statements."""
    first = next(n for n, block in enumerate(section.blocks) if isinstance(block, Entry))
    blocks = section.blocks
    rest = section._replace(heading="", blocks=blocks[first:])
    return section._replace(blocks=blocks[:first]), rest


def halves(section: Section, count: int) -> tuple[tuple[Section, ...], ...]:
    """A section's blocks in so many columns of about the same length."""
    lengths = [_length(block) for block in section.blocks]
    columns: list[list[Block]] = [[]]
    for place, block in enumerate(section.blocks):
        before = sum(lengths[:place])
        if before >= len(columns) * sum(lengths) / count and len(columns) < count:
            columns.append([])
        columns[-1].append(block)
    return tuple((section._replace(blocks=tuple(blocks)),) for blocks in columns)


def _length(block: Block) -> int:
    assert isinstance(block, Entry | Paragraph)
    return len(plain(block.said)) + sum(len(plain(phrase)) for phrase in block.under) + 40
