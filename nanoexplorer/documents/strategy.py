"""One strategy in full: why, where it stands, what the sources say, what we add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nanoexplorer.core.evidence import CitationCheck, Evidence, Statement
from nanoexplorer.core.explaining import decisive_first
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected, Screen
from nanoexplorer.core.statuses import shown_statuses, status_of_row
from nanoexplorer.documents import evidence, links
from nanoexplorer.documents import reasons as reason_words
from nanoexplorer.documents.blocks import (
    Block,
    Document,
    Mark,
    Paragraph,
    Section,
    Status,
    Words,
    filled,
    minor,
    said,
)
from nanoexplorer.documents.statuses import marks_of, row_mark
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import inspector as words


def document(pack: Pack, screen: Screen) -> Document:
    """Everything that the inspector says. Raises LookupError where nothing is selected."""
    if screen.inspector is None or screen.profile is None:
        raise LookupError(export_words.NO_SELECTION)
    shown = screen.inspector
    profile = common.profile_line(pack.fields, screen.profile.profile)
    return Document(
        view="card",
        title=shown.card.strategy.name,
        subtitle=f"{pack.kind[shown.card.strategy.kind].label} · {profile}",
        sections=(_verdict(shown), *sections(pack, shown)),
        keys=shown.references,
        remarks=tuple(note.text for note in screen.profile.notes),
    )


def _verdict(shown: Inspected) -> Section:
    """What leads where a strategy stands alone: the verdict, and its statuses."""
    verdict = shown.card.verdict
    marks = marks_of(shown.card.statuses)
    return Section("verdict", common.VERDICT[verdict], (), marks=marks, verdict=verdict)


def sections(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """What follows from the profile first, then what no profile changes."""
    return (
        *reasons(pack, shown),
        *filled(
            statuses(pack, shown),
            evidence.statements(pack, shown.statements, column=1),
            evidence.approvals(pack, shown.approvals),
            evidence.notes(pack, shown.notes),
            evidence.checks(pack, shown.checks),
            evidence.references(pack, shown.references, column=1),
        ),
    )


def answer(
    pack: Pack,
    shown: Inspected,
    statements: Sequence[Statement],
    checks: Sequence[CitationCheck],
) -> tuple[Section, ...]:
    """Why and where it stands, with the statements behind both alone; then what we add."""
    return (
        *reasons(pack, shown),
        *filled(
            statuses(pack, shown),
            evidence.statements(pack, statements),
            evidence.approvals(pack, shown.approvals),
            evidence.notes(pack, shown.notes),
            evidence.checks(pack, checks),
        ),
    )


def reasons(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """What follows from the profile: why, why not, what decides, the nearest profile."""
    return filled(
        Section("why", words.WHY[shown.card.verdict], tuple(_why(pack, shown))),
        Section("if-known", words.IF_KNOWN, tuple(_branches(pack, shown))),
        Section("nearest", words.NEAREST, tuple(_nearest(pack, shown))),
    )


def _why(pack: Pack, shown: Inspected) -> Iterator[Block]:
    if not any(reason.criterion.field for reason in shown.card.reasons):
        yield Paragraph(said(words.WHY_ANY_PROFILE))
    for reason in decisive_first(shown.card.verdict, shown.card.reasons):
        yield reason_words.fact(pack, reason)


def _branches(pack: Pack, shown: Inspected) -> Iterator[Block]:
    for branch in shown.branches:
        yield Paragraph(said(common.branch_phrase(pack.field[branch.field], branch)))


def _nearest(pack: Pack, shown: Inspected) -> Iterator[Block]:
    if shown.nearest:
        change = common.change_phrase(pack.field, shown.nearest)
        yield Paragraph(said(words.NEAREST_LINE.format(change=change)))
        yield Paragraph((Words(words.NEAREST_OPEN, to=links.NEAREST),))


def statuses(pack: Pack, shown: Inspected) -> Section:
    """Every row of the evidence: its status, the source's own label, the scope and the place."""
    drawn = shown_statuses(shown.card.statuses)
    ids = [given.status.id for given in drawn]
    marks = dict(zip(ids, marks_of(shown.card.statuses), strict=True))
    rows = pack.evidence_of.get(shown.card.strategy.id, ())
    made = tuple(_status(pack, shown, row, marks.get(row.status)) for row in rows)
    return Section("statuses", words.STANDS, made)


def _status(pack: Pack, shown: Inspected, row: Evidence, drawn: Mark | None) -> Status:
    statement = pack.statement[row.statement]
    given = status_of_row(shown.card.statuses, row)
    mark = row_mark(given, row)._replace(filled=bool(drawn and drawn.filled))
    scope = pack.scope_label(row.scope, row.scope_named)
    where = (*minor(scope + common.AND_ALSO), *evidence.place(pack, statement))
    label = said(common.quoted(row.label)) if row.label else ()
    return Status(mark, label, (where,), (statement.id,), pack.cites(statement))
