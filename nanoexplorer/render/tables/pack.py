"""What no profile changes, as rows: references, figures of the sources, topics."""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer.core.evidence import Author, Quantity
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.reference_list import Listed
from nanoexplorer.core.shown.topics import TopicPart
from nanoexplorer.documents.citations.cited import cited, label
from nanoexplorer.documents.reference_list.columns import ReferencesPart
from nanoexplorer.render.tables.strategies import joined, remark_row, said_row
from nanoexplorer.render.tables.table import Cell, Table
from nanoexplorer.words import common
from nanoexplorer.words import export_tables as words
from nanoexplorer.words import sources as sources_words


def references(pack: Pack, screen: Screen) -> Table:
    """A row for every reference that is listed."""
    columns = (
        "number", "authors", "year", "title", "venue", "volume", "issue", "pages", "kind", "doi",
        "cited_by", "checks",
    )  # fmt: skip
    part = screen.part
    assert isinstance(part, ReferencesPart)
    return Table(columns, tuple(_reference(pack, row) for row in part.rows))


def _reference(pack: Pack, row: Listed) -> tuple[Cell, ...]:
    one = row.reference
    authors = [_author(author) for author in one.authors]
    return (
        label(pack, one.id),
        joined([*authors, words.ET_AL] if one.et_al else authors),
        one.year,
        one.title,
        one.container or one.publisher,
        one.volume,
        one.issue,
        one.page,
        common.REFERENCE_KIND[one.kind],
        one.doi,
        len(row.statements),
        joined(check.text for check in row.checks),
    )


def _author(author: Author) -> str:
    return author.literal or f"{author.family} {author.given}".strip()


def sources(pack: Pack, _screen: Screen) -> Table:
    """Every figure that a source gives, those of one measure side by side."""
    columns = (
        "measure", "value", "unit", "population", "source", "section", "references", "tension",
        "remark",
    )  # fmt: skip
    measures = dict.fromkeys(quantity.measure for quantity in pack.quantities)
    return Table(
        columns,
        tuple(_figure(pack, q) for m in measures for q in pack.quantities if q.measure == m),
    )


def _figure(pack: Pack, one: Quantity) -> tuple[Cell, ...]:
    statement = pack.statement[one.statement]
    return (
        one.measure,
        one.value,
        one.unit,
        one.population,
        pack.source[statement.source].label,
        statement.section,
        cited(pack, pack.cites(statement)),
        sources_words.TENSION.get(one.tension, words.TENSION_NONE),
        one.remark,
    )


def topics(pack: Pack, screen: Screen) -> Table:
    """Every statement on the topic that is shown, then what the pack adds to it."""
    columns = (
        "topic", "part", "aspect", "text", "source", "section", "references", "disease", "seen_in",
    )  # fmt: skip
    part = screen.part
    rows = _topic(pack, part) if isinstance(part, TopicPart) else ()
    return Table(columns, tuple(rows))


def _topic(pack: Pack, part: TopicPart) -> Iterator[tuple[Cell, ...]]:
    rows = [said_row(pack, statement) for statement in part.statements]
    rows += [remark_row("note", n.text, cited(pack, n.references)) for n in part.notes]
    rows += [remark_row("check", c.text, cited(pack, [c.reference])) for c in part.checks]
    yield from ((part.topic.name, *row) for row in rows)
