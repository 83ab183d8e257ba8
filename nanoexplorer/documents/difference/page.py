"""All that differs between two versions of a pack: for the command, the gate, a window, a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from nanoexplorer.core.folding import fold
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.blocks import (
    Block,
    Document,
    Fact,
    Paragraph,
    Section,
    filled,
    minor,
    said,
)
from nanoexplorer.documents.difference import rows as row_documents
from nanoexplorer.documents.difference import verdicts
from nanoexplorer.pack.difference import Difference, RowChange, version_of
from nanoexplorer.words import common
from nanoexplorer.words.packs import difference as words
from nanoexplorer.words.packs.whose import pack_said

Only = Literal["everything", "verdicts", "added", "changed", "gone"]
KINDS: Final[tuple[Only, ...]] = ("everything", "verdicts", "added", "changed", "gone")
"""What may be shown of it alone; what was retired is gone."""
FIRST: Final = ("statements", "evidence", "criteria", "references", "strategies")
"""The tables that a reader asks for first; the others keep their order."""
VIEW: Final = "pack-difference"
MOST_ROWS: Final = 40
"""Of each table, where lines are printed."""


def document(
    found: Difference, only: Only = "everything", most: int = 0, here: Pack | None = None
) -> Document:
    """What differs; `only` of one kind. `most`: rows of each table at most, 0 for all of them.

    `here`: the pack that is open, in which names lead to their places.
    """
    shown = [row for row in found.rows if _is_of(row, only)]
    sections = (
        Section("sides", "", tuple(_sides(found))),
        *_verdicts(found, only, most, here),
        *_tables(found, shown, most, here),
    )
    if not found.is_empty and len(filled(*sections)) == 1:
        nothing = Section("nothing", "", (Paragraph(said(words.NOTHING_OF_THIS)),))
        sections = (*sections, nothing)
    return Document(view=VIEW, title=title_of(found), subtitle="", sections=filled(*sections))


def title_of(found: Difference) -> str:
    """Both versions, the old one first."""
    old, new = (words.VERSION.format(id=p.id, version=p.version) for p in (found.old, found.new))
    return words.TITLE.format(old=old, new=new)


def limited(found: Difference, only: Only) -> Difference:
    """The rows and verdicts of one kind of change alone."""
    rows = tuple(row for row in found.rows if _is_of(row, only))
    if only in ("everything", "verdicts"):
        return found._replace(rows=rows)
    return found._replace(rows=rows, verdicts=replace(found.verdicts, changes=(), uncounted=()))


def _is_of(row: RowChange, only: Only) -> bool:
    if only == "gone":
        return row.change in ("removed", "retired")
    return only == "everything" or row.change == only


def sides(found: Difference) -> Iterator[tuple[str, str]]:
    """Which two are compared: whose they are, and of when."""
    for name, pack in ((words.SIDE_OLD, found.old), (words.SIDE_NEW, found.new)):
        yield name, words.SIDE.format(pack=pack_said(pack), date=pack.date)


def _sides(found: Difference) -> Iterator[Block]:
    """Which two are compared, what is to be said of that, and how much differs."""
    for name, text in sides(found):
        yield Fact(minor(name), said(text))
    if remark := remark_of(found):
        yield Paragraph(said(remark, "caution"))
    if found.is_empty:
        yield Paragraph(said(words.SAME, strong=True))
    else:
        yield Fact(minor(words.COUNTS), minor(common.AND_ALSO.join(counts(found)), ""))


def remark_of(found: Difference) -> str:
    """What somebody must know who compares these two; mostly nothing."""
    old, new = found.old, found.new
    kind = version_of(new, old)
    if kind == "another-pack":
        return words.OTHER_PACK.format(old=old.id, new=new.id)
    same = kind == "same" and not found.is_empty
    return words.SAME_VERSION.format(version=new.version) if same else ""


def counts(found: Difference) -> Iterator[str]:
    """How many rows of each table are not the same, in which way; and verdicts of how many."""
    strategies = {change.strategy for change in found.verdicts.changes}
    if strategies:
        number = common.counted(len(strategies), common.STRATEGIES)
        yield common.labelled(words.VERDICTS_TITLE, number)
    for table in _in_order(found.rows):
        of: list[str] = [row.change for row in found.rows if row.table == table]
        numbers = ((name, of.count(change)) for change, name in words.CHANGE.items())
        told = (words.NUMBER_OF.format(number=n, change=name) for name, n in numbers if n)
        yield common.labelled(words.TABLE[table], words.AND.join(told))


def _in_order(rows: Sequence[RowChange]) -> list[str]:
    names = dict.fromkeys(row.table for row in rows)
    return [*(name for name in FIRST if name in names), *(n for n in names if n not in FIRST)]


def _verdicts(found: Difference, only: Only, most: int, here: Pack | None) -> Iterator[Section]:
    if found.is_empty or only not in ("everything", "verdicts"):
        return
    number = common.grouped_number(found.verdicts.profiles)
    none = not (found.verdicts.changes or found.verdicts.uncounted)
    heading = words.VERDICTS_TITLE if none else words.VERDICTS.format(number=number)
    nothing = Paragraph(said(words.NO_VERDICT.format(number=number)))
    blocks = (nothing,) if none else tuple(verdicts.blocks(found, here, most))
    yield Section("verdicts", heading, blocks)


def _tables(
    found: Difference, shown: Sequence[RowChange], most: int, here: Pack | None
) -> Iterator[Section]:
    for table in _in_order(shown):
        rows = [row for row in shown if row.table == table]
        blocks: list[Block] = [row_documents.fact(found, row, here) for row in rows[: most or None]]
        if most and len(rows) > most:
            blocks.append(verdicts.rest(len(rows) - most, here))
        yield Section("difference", heading_of(table), tuple(blocks))


def heading_of(table: str) -> str:
    """What the rows of a table are, and the table's name where that is another word."""
    title = words.TABLE[table]
    if fold(title) == fold(table.replace("_", " ")):
        return title
    return words.HEADING.format(title=title, table=table)
