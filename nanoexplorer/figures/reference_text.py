"""One reference in full, as prose: what it is, what cites it, what is remarked on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer import strings
from nanoexplorer.citations.cited import label
from nanoexplorer.core.evidence import Reference, Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.reference_list import Listed
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.figures.strategy_text import (
    LINK_STRATEGY,
    full_reference,
    small,
    where_cited,
    write_approvals,
    write_remarks,
)
from nanoexplorer.figures.terms import explained
from nanoexplorer.strings import references as words

SHOWN: Final = 100
"""Statements that are shown at most: a source is its own citation for all that it says."""


def write_reference(prose: Prose, pack: Pack, row: Listed, selected: str = "") -> None:
    """Write a reference; the name of the `selected` strategy stands out among those it is for."""
    reference = row.reference
    head = f"{_called(pack, reference)} · {strings.REFERENCE_KIND[reference.kind]}"
    prose.line([small(head)])
    prose.line(full_reference(reference))
    if reference.remark:
        prose.line([small(reference.remark)], above=0.5)
    _statements(prose, pack, row.statements, selected)
    write_approvals(prose, pack, row.approvals)
    write_remarks(prose, pack, row.notes, row.checks)


def _called(pack: Pack, reference: Reference) -> str:
    name = label(pack, reference.id)
    return words.NUMBER.format(number=name) if name.isdigit() else name


def _statements(prose: Prose, pack: Pack, statements: tuple[Statement, ...], selected: str) -> None:
    prose.heading(words.cited_by(len(statements)))
    for statement in statements[:SHOWN]:
        where = [small(where_cited(pack, statement))]
        subjects = list(_subjects(pack, statement, selected))
        prose.barred("bar-says", [explained(pack, statement.text), where, subjects])
    if len(statements) > SHOWN:
        rest = words.REST_NOT_SHOWN.format(count=len(statements) - SHOWN)
        prose.line([small(rest)], above=1)


def _subjects(pack: Pack, statement: Statement, selected: str) -> Iterator[Run]:
    """What a statement is about: its strategies lead there."""
    topics = {topic.id: topic.name for topic in pack.topics}
    before = words.ABOUT
    for id_ in statement.strategies:
        yield small(before)
        yield strategy_link(pack, id_, selected)
        before = strings.AND_ALSO
    for id_ in statement.topics:
        yield small(before + topics[id_])
        before = strings.AND_ALSO


def strategy_link(pack: Pack, strategy: str, selected: str) -> Run:
    """A strategy's name that leads to it, bold where it is the one that is selected."""
    weight = fonts.BOLD if strategy == selected else fonts.REGULAR
    name = pack.strategy[strategy].name
    return Run(name, "accent-text", fonts.SMALL, weight, link=LINK_STRATEGY + strategy)
