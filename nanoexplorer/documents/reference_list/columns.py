"""The columns of the list of references, what it may be limited to, and how it is sorted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from nanoexplorer.core.evidence import REFERENCE_KINDS, Reference
from nanoexplorer.core.folding import fold
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.resolve import inspect
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.reference_list import Listed, chosen, listed
from nanoexplorer.documents.citations.cited import label
from nanoexplorer.documents.citations.plain import one_line
from nanoexplorer.words import actions, common

SELECTED: Final = "selected"
CHECKED: Final = "checked"
DOWN: Final = "-"
BEHIND: Final = "behind"
"""The page of what stands behind each strategy."""


class Column(NamedTuple):
    """A column: its name, what stands in it, what it is sorted by if not by that, its side."""

    name: str
    text: Callable[[Pack, Listed], str]
    key: Callable[[Listed], Any] | None = None
    right: bool = False


def _author(reference: Reference) -> str:
    first = next(iter(reference.authors), None)
    return one_line(first.literal or first.family) if first else ""


COLUMNS: Final = (
    Column("number", lambda pack, row: label(pack, row.reference.id), None, right=True),
    Column("author", lambda _, row: _author(row.reference)),
    Column(
        "year",
        lambda _, row: "" if row.reference.year is None else str(row.reference.year),
        lambda row: row.reference.year or 0,
    ),
    Column("title", lambda _, row: one_line(row.reference.title)),
    Column("venue", lambda _, row: one_line(row.reference.container or row.reference.publisher)),
    Column("kind", lambda _, row: common.REFERENCE_KIND[row.reference.kind]),
    Column("doi", lambda _, row: row.reference.doi),
    Column(
        "cited", lambda _, row: _count(len(row.statements)), lambda row: len(row.statements), True
    ),
    Column("checks", lambda _, row: _count(len(row.checks)), lambda row: len(row.checks), True),
)
NAMES: Final = tuple(column.name for column in COLUMNS)
_IN_ORDER: Final = NAMES.index("number")  # the pack's own order, not the alphabet's


def _count(number: int) -> str:
    return str(number) if number else actions.NO_NUMBER


class Filters(NamedTuple):
    """What is listed, and how it is sorted."""

    text: str = ""
    kind: str = ""
    of_selected: bool = False
    checked: bool = False
    by: str = NAMES[0]
    down: bool = False


UNFILTERED: Final = dict.fromkeys(
    (
        "references.page",
        "references.filter",
        "references.kind",
        "references.of",
        "references.checked",
    ),
    "",
)
"""Options with which every reference is listed."""


def filters_from(options: Mapping[str, str]) -> Filters:
    """The filters that the options of the intent name; what they cannot mean is left out."""
    kind, sort = options.get("references.kind", ""), options.get("references.sort", "")
    by = sort.removeprefix(DOWN)
    return Filters(
        text=options.get("references.filter", ""),
        kind=kind if kind in REFERENCE_KINDS else "",
        of_selected=options.get("references.of", "") == SELECTED,
        checked=options.get("references.checked", "") == CHECKED,
        by=by if by in NAMES else NAMES[0],
        down=sort.startswith(DOWN) and by in NAMES,
    )


def sorting(by: str, down: bool) -> str:
    """A sorting as the value of an option, as `filters_from` reads it."""
    return f"{DOWN}{by}" if down else by


class ReferencesPart(NamedTuple):
    """What is listed and how, `shown`: the one in full, `behind`: whether the other page is shown.

    `of`: how many there are; `selected`: the strategy that stands out among those it is for.
    """

    filters: Filters
    rows: tuple[Listed, ...]
    of: int
    shown: Listed | None
    selected: str
    behind: bool


def references_part(pack: Pack, intent: Intent) -> ReferencesPart:
    """The references as the options of an intent filter and sort them; no profile changes them."""
    options = dict(intent.options)
    filters = filters_from(options)
    selected = intent.selection if intent.selection in pack.strategy else ""
    of = None
    if filters.of_selected and selected:
        of = frozenset(inspect(pack, intent.profile, selected).references)
    rows = filtered(pack, filters, of)
    wanted = (row for row in rows if row.reference.id == options.get("references.shown", ""))
    return ReferencesPart(
        filters,
        rows,
        len(pack.references),
        next(wanted, rows[0] if rows else None),
        selected,
        options.get("references.page", "") == BEHIND,
    )


def filtered(pack: Pack, filters: Filters, of: Collection[str] | None = None) -> tuple[Listed, ...]:
    """What the filters leave, in their order; `of`: the references of the selected strategy."""
    rows = listed(pack)
    rank = _ranks(pack, NAMES.index(filters.by))
    of = of if filters.of_selected else None
    places = chosen(rows, filters.text, filters.kind, of, checked=filters.checked)
    return tuple(rows[n] for n in sorted(places, key=rank.__getitem__, reverse=filters.down))


@remembered(32)
def _ranks(pack: Pack, column: int) -> Sequence[int]:
    """Where each reference stands when all are sorted by a column; equal ones keep their order."""
    rows, key = listed(pack), COLUMNS[column].key
    if column == _IN_ORDER:
        return range(len(rows))
    if key:
        keys: Sequence[Any] = [key(row) for row in rows]
    else:
        texts = [COLUMNS[column].text(pack, row) for row in rows]
        keys = [(not text, fold(text)) for text in texts]
    places = {value: place for place, value in enumerate(sorted(set(keys)))}
    return [places[value] for value in keys]
