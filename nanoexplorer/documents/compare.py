"""Two profiles side by side: the strategies whose verdict differs, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Change, Outcome, Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Value
from nanoexplorer.core.resolve import rests_on
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.compare import ComparePart, Difference, behind
from nanoexplorer.documents.blocks import (
    Cell,
    Document,
    Fact,
    Row,
    Section,
    Table,
    Words,
    filled,
    minor,
    said,
)
from nanoexplorer.documents.citations.cited import by_name
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.documents.reasons import cited_for, has_unasked, interpreted
from nanoexplorer.words import common
from nanoexplorer.words import compare as words
from nanoexplorer.words import export as export_words
from nanoexplorer.words import window as window_words

WIDTHS = (0.25, 0.11, 0.13, 0.13, 0.21, 0.17)


class FieldRow(NamedTuple):
    """A field in both profiles."""

    field: Field
    first: Value
    second: Value

    @property
    def differs(self) -> bool:
        """Whether the profiles differ in it."""
        return self.first != self.second

    @property
    def known(self) -> bool:
        """Whether one of them knows it, or they differ in not knowing."""
        return self.differs or self.field.is_known(self.first)


def document(pack: Pack, screen: Screen) -> Document:
    """Both profiles and their differences; of a single profile that it is the only one."""
    part = screen.part
    assert isinstance(part, ComparePart)
    rows = tuple(_rows(pack, part))
    table = Table(() if all(one.lead for one in rows) else words.COLUMNS, WIDTHS, rows)
    summed = summary(part)
    return Document(
        view="compare",
        title=common.labelled(words.TITLE, summed) if summed else words.TITLE,
        subtitle=_subtitle(pack, part),
        sections=filled(
            Section("profiles", "", tuple(_profiles(pack, part))),
            Section("differences", "", (table,) if table.rows else ()),
        ),
        keys=in_order(pack, table.keys),
        remarks=() if part.second else (export_words.ONE_PROFILE,),
    )


def summary(part: ComparePart) -> str:
    """How many verdicts changed, and how."""
    return words.summary([(change.value, len(group)) for change, group in part.groups])


def _subtitle(pack: Pack, part: ComparePart) -> str:
    """What differs between the profiles; the profile itself where there is but one."""
    first, second = part.first, part.second
    if second is None:
        return common.profile_line(pack.fields, first)
    apart = [f for f in pack.fields if first[f.id] != second[f.id]]
    return common.AND_ALSO.join(
        export_words.COMPARE_PAIR.format(
            first=common.value_phrase(field, first[field.id]),
            second=common.value_phrase(field, second[field.id]),
        )
        for field in apart
    )


def field_rows(pack: Pack, part: ComparePart) -> tuple[FieldRow, ...]:
    """Both profiles field by field, in the pack's order; without a second one it is the first."""
    other = part.second or part.first
    return tuple(FieldRow(field, part.first[field.id], other[field.id]) for field in pack.fields)


def _profiles(pack: Pack, part: ComparePart) -> Iterator[Table | Fact]:
    """The columns, and in a line what neither knows; of one profile that it is the only one."""
    yield _columns(pack, part)
    unknown = [found.field.label for found in field_rows(pack, part) if not found.known]
    if part.second is None:
        yield Fact(minor(words.SECOND), said(export_words.ONE_PROFILE, "caution"))
    elif unknown:
        yield Fact(minor(words.UNKNOWN), minor(common.AND_ALSO.join(unknown)))


def _columns(pack: Pack, part: ComparePart) -> Table:
    """The two columns of what one of them knows, and the case codes; of a single profile the
    one.
    """
    rows = [found for found in field_rows(pack, part) if found.known]
    heads = (words.FIELD, words.FIRST, *((words.SECOND, words.DIFFERENCE) if part.second else ()))
    widths = (0.22, 0.31, 0.31, 0.16) if part.second else (0.4, 0.6)
    both = (part.first, *((part.second,) if part.second else ()))
    codes = (minor(case_code.encode(pack, profile)) for profile in both)
    last = (minor(window_words.CASE_CODE), *codes, *((minor(""),) if part.second else ()))
    return Table(
        heads, widths, (*(_field(found, part) for found in rows), Row(tuple(map(Cell, last))))
    )


def _field(found: FieldRow, part: ComparePart) -> Row:
    values = (common.value_beside(found.field, value) for value in (found.first, found.second))
    first, second = (said(value, strong=found.differs) for value in values)
    mark = said(words.DIFFERS if found.differs else "", strong=True)
    cells = (minor(found.field.label), first, *((second, mark) if part.second else ()))
    return Row(tuple(map(Cell, cells)))


def _rows(pack: Pack, part: ComparePart) -> Iterator[Row]:
    """The changes in their groups; what is unchanged is a number alone, as it is folded."""
    for change, group in part.groups:
        over = words.heading(change, len(group))
        if change is Change.SAME:
            yield Row((Cell(minor(export_words.LISTED_NOT.format(heading=over))),), lead=True)
        else:
            yield Row((Cell(said(over, strong=True)),), lead=True)
            yield from (row(pack, found) for found in group)


def row(pack: Pack, found: Difference) -> Row:
    """One strategy under both profiles, and what made the difference."""
    strategy = pack.strategy[found.strategy]
    keys = pack.cited(behind(pack, found))
    phrases = (
        said(strategy.name, strong=True),
        minor(pack.kind[strategy.kind].label),
        _verdict(found.before),
        _verdict(found.after),
        minor("\n".join(dict.fromkeys(_flipped(pack, found))), ""),
        minor(by_name(pack, keys)),
    )
    ids = (found.strategy, *rests_on(pack, found.strategy))
    return Row(tuple(map(Cell, phrases)), ids=ids, keys=keys)


def _flipped(pack: Pack, found: Difference) -> Iterator[str]:
    """What made the difference; where the reasons rest on different works each with its own."""
    several = len({pack.cites(pack.statement[r.criterion.statement]) for r in found.reasons}) > 1
    for reason in found.reasons:
        said_ = interpreted(pack, reason)
        if reason.outcome is Outcome.MET and has_unasked(pack, reason):
            said_ = common.WITH_UNASKED.format(asked=said_)
        yield common.CITED.format(said=said_, cited=cited_for(pack, reason)) if several else said_


def _verdict(verdict: Verdict) -> tuple[Words, ...]:
    return minor(common.VERDICT_SHORT[verdict], "caution" if verdict is Verdict.OPEN else "")
