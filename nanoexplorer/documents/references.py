"""The references: one in full, with what it is, what cites it, and what is remarked on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer import strings
from nanoexplorer.citations.cited import label
from nanoexplorer.core.evidence import Reference, Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.reference_list import Listed
from nanoexplorer.documents import evidence
from nanoexplorer.documents.blocks import (
    Block,
    Entry,
    Paragraph,
    Section,
    Words,
    filled,
    minor,
    said,
)
from nanoexplorer.documents.sources import strategy_name
from nanoexplorer.documents.terms import explained
from nanoexplorer.strings import references as words

SHOWN: Final = 100
"""Statements that are shown at most: a source is its own citation for all that it says."""


def sections(pack: Pack, row: Listed | None, selected: str = "") -> tuple[Section, ...]:
    """One reference; the name of the `selected` strategy stands out among those it is for."""
    if row is None:
        return (Section("reference", "", (Paragraph(said(words.NONE, "muted")),)),)
    return (
        Section("reference", "", tuple(_head(pack, row.reference))),
        Section(
            "cited-by",
            words.cited_by(len(row.statements)),
            tuple(_statements(pack, row.statements, selected)),
        ),
        *filled(
            evidence.approvals(pack, row.approvals),
            evidence.notes(pack, row.notes),
            evidence.checks(pack, row.checks),
        ),
    )


def _head(pack: Pack, reference: Reference) -> Iterator[Block]:
    kind = strings.REFERENCE_KIND[reference.kind]
    yield Paragraph(minor(f"{_called(pack, reference)} · {kind}"))
    under = (minor(reference.remark),) if reference.remark else ()
    ids = (reference.id,)
    yield Paragraph(evidence.full_reference(reference), under, ids, ids)


def _called(pack: Pack, reference: Reference) -> str:
    name = label(pack, reference.id)
    return words.NUMBER.format(number=name) if name.isdigit() else name


def _statements(pack: Pack, statements: tuple[Statement, ...], selected: str) -> Iterator[Block]:
    for statement in statements[:SHOWN]:
        where = minor(evidence.where_cited(pack, statement))
        subjects = tuple(_subjects(pack, statement, selected))
        text = explained(pack, statement.text)
        under = (where, subjects) if subjects else (where,)
        yield Entry("statement", text, under, (statement.id,), pack.cites(statement))
    if len(statements) > SHOWN:
        yield Paragraph(minor(words.REST_NOT_SHOWN.format(count=len(statements) - SHOWN)))


def _subjects(pack: Pack, statement: Statement, selected: str) -> Iterator[Words]:
    """What a statement is about: its strategies lead there."""
    topics = {topic.id: topic.name for topic in pack.topics}
    before = words.ABOUT
    for id_ in statement.strategies:
        yield from minor(before)
        yield strategy_name(pack.strategy[id_], selected)
        before = strings.AND_ALSO
    for id_ in statement.topics:
        yield from minor(before + topics[id_])
        before = strings.AND_ALSO
