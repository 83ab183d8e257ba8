"""Strategies as rows: all of them, one in full, and two profiles beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Final

from nanoexplorer.core.evidence import Evidence, Statement
from nanoexplorer.core.explaining import decisive_first
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card as card_of
from nanoexplorer.core.screen import Card, Inspected, Screen
from nanoexplorer.core.shown.compare import ComparePart, Difference
from nanoexplorer.core.shown.strategies import columns_of
from nanoexplorer.core.statuses import GivenStatus, shown_statuses, status_of_row
from nanoexplorer.documents import reasons, statuses
from nanoexplorer.documents.citations.cited import cited
from nanoexplorer.render.tables.table import Cell, Table
from nanoexplorer.words import common
from nanoexplorer.words import compare as compare_words
from nanoexplorer.words import export_tables as words
from nanoexplorer.words import inspector as inspector_words

_BETWEEN = "; "
_SAID = ("part", "aspect", "text", "source", "section", "references", "disease", "seen_in")


def joined(texts: Iterable[str]) -> str:
    """Texts in one cell, each once, in their order."""
    return _BETWEEN.join(dict.fromkeys(text for text in texts if text))


def disputes(given_statuses: Iterable[GivenStatus]) -> str:
    """Which statuses notes dispute, and the notes in full."""
    return joined(
        words.disputed(statuses.label_of(r), n.text) for r in given_statuses for n in r.disputes
    )


def strategies(pack: Pack, screen: Screen) -> Table:
    """A row for every strategy that is shown, in the order of the screen; what no strategy of the
    pack has is no column.
    """
    columns = (
        "kind", "group", "strategy", "verdict", "reasons", "status", "status_stands", "disputed",
        "label_in_source", "scope", "carrier", "purpose", "barrier_routes", "drugs",
    )  # fmt: skip
    rows = tuple(
        _strategy(pack, card_of(pack, column.profile, id_, group.verdict))
        for column in columns_of(pack, screen)
        for group in column.groups
        for id_ in group.strategies
    )
    absent = {name for name in _MAYBE if not any(getattr(s, name) for s in pack.strategies)}
    kept = [name not in absent for name in columns]
    return Table(tuple(compress(columns, kept)), tuple(tuple(compress(row, kept)) for row in rows))


_MAYBE: Final = ("carrier", "purpose", "barrier_routes", "drugs")


def _strategy(pack: Pack, shown: Card) -> tuple[Cell, ...]:
    one = shown.strategy
    rows, drawn = pack.evidence_of.get(one.id, ()), shown_statuses(shown.statuses)
    return (
        pack.kind[one.kind].label,
        pack.label("group", one.group),
        one.name,
        common.VERDICT[shown.verdict],
        joined(reasons.line_placed(pack, r) for r in decisive_first(shown.verdict, shown.reasons)),
        joined(map(statuses.said, drawn)),
        reasons.placed(pack, (row.statement for one in drawn for row in one.rows)),
        disputes(drawn),
        joined(common.quoted(row.label) if row.label else "" for row in rows),
        joined(pack.scope_label(row.scope, row.scope_named) for row in rows),
        pack.label("carrier", one.carrier),
        pack.label("purpose", one.purpose),
        joined(pack.label("barrier-route", route) for route in one.barrier_routes),
        joined(one.drugs),
    )


def card(pack: Pack, screen: Screen) -> Table:
    """The selected strategy in full: a row for all that the inspector says of it."""
    assert screen.inspector is not None
    shown = screen.inspector
    columns = ("strategy", "verdict", *_SAID)
    head = (shown.card.strategy.name, common.VERDICT[shown.card.verdict])
    return Table(columns, tuple((*head, *row) for row in _card(pack, shown)))


def _card(pack: Pack, shown: Inspected) -> Iterator[tuple[Cell, ...]]:
    for reason in decisive_first(shown.card.verdict, shown.card.reasons):
        statement = pack.statement[reason.criterion.statement]
        yield (words.PART["why"], "", reasons.line(pack, reason), *_place(pack, statement), "", "")
    for row in pack.evidence_of.get(shown.card.strategy.id, ()):
        scope = pack.scope_label(row.scope, row.scope_named)
        place = _place(pack, pack.statement[row.statement])
        yield (words.PART["stands"], "", _stands(shown, row), *place, scope, "")
    for aspect in pack.aspects:
        found = [statement for statement in shown.statements if statement.aspect == aspect.id]
        yield from (said_row(pack, statement) for statement in found)
    for a in shown.approvals:
        line = inspector_words.approval_line(a.agency, a.product, a.indication, a.year, a.state)
        yield (words.PART["approval"], "", line, "", "", cited(pack, [a.reference]), "", "")
    for note in shown.notes:
        yield remark_row("note", note.text, cited(pack, note.references))
    for check in shown.checks:
        yield remark_row("check", check.text, cited(pack, [check.reference]))


def _stands(shown: Inspected, row: Evidence) -> str:
    stands = statuses.row_mark(status_of_row(shown.card.statuses, row), row).said
    return f"{stands} — {common.quoted(row.label)}" if row.label else stands


def said_row(pack: Pack, statement: Statement) -> tuple[Cell, ...]:
    """A statement under the columns of a card."""
    return (
        words.PART["says"],
        pack.aspect[statement.aspect].label,
        statement.text,
        *_place(pack, statement),
        pack.scope_label(statement.disease, statement.disease_named),
        inspector_words.models(statement.model),
    )


def remark_row(part: str, text: str, references: str) -> tuple[Cell, ...]:
    """What the pack adds, under the columns of a card: it has no section of a source."""
    return (words.PART[part], "", text, "", "", references, "", "")


def _place(pack: Pack, statement: Statement) -> tuple[str, str, str]:
    """Source, section, and what it cites there, or the source itself."""
    source = pack.source[statement.source]
    return source.label, statement.section, cited(pack, pack.cites(statement))


def compare(pack: Pack, screen: Screen) -> Table:
    """Every strategy under both profiles, differences first."""
    part = screen.part
    assert isinstance(part, ComparePart)
    columns = (
        "change", "strategy", "kind", "first_verdict", "second_verdict", "difference",
    )  # fmt: skip
    found = (one for _, group in part.groups for one in group)
    return Table(columns, tuple(_difference(pack, one) for one in found))


def _difference(pack: Pack, found: Difference) -> tuple[Cell, ...]:
    strategy = pack.strategy[found.strategy]
    return (
        compare_words.SHORT[found.change],
        strategy.name,
        pack.kind[strategy.kind].label,
        common.VERDICT_SHORT[found.before],
        common.VERDICT_SHORT[found.after],
        joined(reasons.line_placed(pack, reason) for reason in found.reasons),
    )
