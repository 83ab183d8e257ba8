"""The references: one in full, with what it is, what cites it, and what is remarked on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.reference_kinds import (
    KINDS_SHOWN,
    SOURCE_ITSELF,
    Behind,
    cited_for,
    kinds_behind,
    kinds_behind_all,
)
from nanoexplorer.core.shown.reference_list import Listed
from nanoexplorer.documents import evidence
from nanoexplorer.documents.blocks import Cell, Document, Row, Section, Table, minor, said
from nanoexplorer.documents.citations.cited import label, whose
from nanoexplorer.documents.reference_list.columns import Filters, ReferencesPart
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import references as words

LIST: Final = (0.08, 0.66, 0.16, 0.10)
BEHIND: Final = (0.42, 0.58)
"""Shares of the columns."""


def document(pack: Pack, screen: Screen) -> Document:
    """The page of the references that is shown."""
    part = screen.part
    assert isinstance(part, ReferencesPart)
    table = _behind(pack) if part.behind else _list(pack, part)
    listed = counted(pack, part)
    return Document(
        view="references",
        title=finding(pack) if part.behind else f"{pack.title}: {listed}",
        subtitle=common.profile_line(pack.fields, screen.profile.profile),
        sections=(Section("behind" if part.behind else "list", "", (table,)),),
        keys=evidence.in_order(pack, table.keys),
        remarks=() if part.behind else tuple(_limits(pack, part)),
    )


def counted(pack: Pack, part: ReferencesPart) -> str:
    """How many references are listed, and whose."""
    return words.references_counted(len(part.rows), part.of, whose(pack))


def finding(pack: Pack) -> str:
    """What kinds of publication stand behind the strategies, in a line."""
    everything = kinds_behind_all(pack)
    publications = everything.publications - everything.of(SOURCE_ITSELF)
    return words.kinds_title(publications, everything.of("review"))


def _list(pack: Pack, part: ReferencesPart) -> Table:
    rows = tuple(_listed(pack, row) for row in part.rows)
    none = Row((Cell(said(words.NONE, "muted")),), lead=True)
    return Table(export_words.REFERENCE_HEAD, LIST, rows or (none,))


def _listed(pack: Pack, row: Listed) -> Row:
    reference = row.reference
    full = [words._replace(minor=True) for words in evidence.full_reference(reference)]
    full += minor(f"\n{reference.remark}") if reference.remark else ()
    full += (one for check in row.checks for one in minor(f"\n{check.text}", "caution"))
    phrases = (
        minor(label(pack, reference.id)),
        tuple(full),
        minor(common.REFERENCE_KIND[reference.kind]),
        minor(str(len(row.statements) or actions_words.NO_NUMBER)),
    )
    return Row(tuple(map(Cell, phrases)), ids=(reference.id,), keys=(reference.id,))


def _limits(pack: Pack, part: ReferencesPart) -> Iterator[str]:
    """What the list leaves out, and by what it is sorted if not by its numbers."""
    filters, limits = part.filters, []
    if filters.text.strip():
        limits.append(export_words.LIMIT_WORDS.format(words=filters.text.strip()))
    if filters.kind:
        limits.append(export_words.LIMIT_KIND.format(kind=common.REFERENCE_KIND[filters.kind]))
    if filters.of_selected and part.selected:
        name = pack.strategy[part.selected].name
        limits.append(export_words.LIMIT_SELECTED.format(name=name))
    if filters.checked:
        limits.append(export_words.LIMIT_CHECKED)
    if limits:
        yield export_words.REFERENCES_LIMIT.format(limits=common.listed(limits))
    if filters.by != Filters().by or filters.down:
        column = words.COLUMNS[filters.by]
        order = export_words.REFERENCES_FALLING if filters.down else export_words.REFERENCES_SORTED
        yield order.format(column=column)


def _behind(pack: Pack) -> Table:
    """What kinds of publication stand behind each strategy."""
    rows = tuple(_bar(pack, behind) for behind in kinds_behind(pack))
    return Table(export_words.BEHIND_HEAD, BEHIND, rows)


def _bar(pack: Pack, behind: Behind) -> Row:
    cells = (said(pack.strategy[behind.strategy].name), minor(kinds_line(behind)))
    keys = tuple(cited_for(pack, behind.strategy))
    return Row(tuple(map(Cell, cells)), ids=(behind.strategy,), keys=keys)


def kinds_line(behind: Behind) -> str:
    """The kinds of publication behind a strategy, counted."""
    kinds = zip(KINDS_SHOWN, behind.counts, strict=True)
    return "; ".join(f"{count} {words.kind_shown(kind)}" for kind, count in kinds if count)
