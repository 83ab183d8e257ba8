"""What practice says of an answer: right or missed, and in plain words why, with the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nanoexplorer.core.decision_table import Outcome
from nanoexplorer.core.evidence import Evidence, Statement
from nanoexplorer.core.explaining import Reason
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.core.statuses import shown_statuses, status_of_row
from nanoexplorer.core.teaching.practice import (
    STATUS_MISSES,
    Answered,
    Miss,
    deciding_reasons,
    misses,
)
from nanoexplorer.documents.blocks import Paragraph, Phrase, Words, minor, put_in, said
from nanoexplorer.documents.citations.cited import by_name
from nanoexplorer.documents.reasons import found_of, is_interpreted, told, tone_of, with_beside
from nanoexplorer.documents.statuses import label_of, row_mark
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as words


class Feedback(NamedTuple):
    """What is said of one half of an answer: whether it is right, and in plain words why."""

    right: bool
    heading: str
    blocks: tuple[Paragraph, ...]


def feedback(pack: Pack, answered: Answered, shown: Inspected) -> tuple[Feedback, Feedback]:
    """Of the verdict, then of the status: what is right, why, and where the sources say so."""
    found = misses(pack, answered)
    verdict = [miss for miss in found if miss not in STATUS_MISSES]
    status = [miss for miss in found if miss in STATUS_MISSES]
    several = len(shown_statuses(shown.card.statuses)) > 1
    counts = (Paragraph(minor(words.SEVERAL_STATUSES)),) if several else ()
    return (
        _judged(words.FOR_WHOM, verdict, for_whom(pack, shown)),
        _judged(words.WHICH_STATUS, status, (*which_status(pack, shown), *counts)),
    )


def _judged(what: str, missed: Sequence[Miss], why: Iterable[Paragraph]) -> Feedback:
    heading = words.JUDGED["missed" if missed else "right"].format(what=what)
    kinds = (Paragraph(minor(words.MISS_LINE[miss])) for miss in missed)
    return Feedback(not missed, heading, (*why, *kinds))


def for_whom(pack: Pack, shown: Inspected) -> Iterator[Paragraph]:
    """A sentence for each condition that decides; what decides nothing here in small."""
    reasons = tuple(deciding_reasons(shown.card))
    if not reasons:
        yield Paragraph(said(words.WHY_ANY))
    for reason in reasons:
        yield Paragraph(_why(pack, reason), (_place(pack, reason),), (reason.criterion.statement,))
    for phrase, others in told(pack, shown.card):
        if others[0].outcome in (Outcome.CAVEAT, Outcome.OUTSIDE):
            yield Paragraph(minor(phrase, tone_of(others[0]) or "muted"))
    if shown.nearest:
        change = common.change_phrase(pack.field, shown.card.profile, shown.nearest)
        yield Paragraph(minor(words.WHY_NEAREST.format(change=change)))


def _why(pack: Pack, reason: Reason) -> Phrase:
    """What the source names it for, or against, and what the profile has of it."""
    criterion, field = reason.criterion, pack.field[reason.criterion.field]
    condition = common.condition_phrase(field, criterion)
    found = "" if reason.found is None else common.value_phrase(field, found_of(field, reason))
    same = reason.outcome is Outcome.MET and condition == found and not reason.beside
    if reason.is_against:
        text = words.WHY_AGAINST_AS if same else words.WHY_AGAINST
    else:
        text = words.WHY_AS if same else words.WHY[reason.outcome]
    asked = with_beside(common.hedged(condition, criterion.hedge), reason)
    return put_in(text, asked=said(asked, strong=True), found=said(found))


def _place(pack: Pack, reason: Reason) -> Phrase:
    """Where a condition stands, and that it is ours where we had to read it into the source."""
    place = minor(_where(pack, pack.statement[reason.criterion.statement]))
    ours = Words(common.interpretation(pack.ours), "muted", slanted=True, minor=True)
    return (*place, Words(" · ", "muted", minor=True), ours) if is_interpreted(reason) else place


def _where(pack: Pack, statement: Statement) -> str:
    """The section of a statement, who is cited for it, and how."""
    names = by_name(pack, pack.cites(statement))
    if statement.marker == "passage":
        names = common.CITED_FOR_PASSAGE_HERE.format(cited=names)
    return f"{statement.section} · {names}"


def which_status(pack: Pack, shown: Inspected) -> Iterator[Paragraph]:
    """A sentence for each row of the evidence; what a note disputes is told with it."""
    statuses = shown.card.statuses
    for row in pack.evidence_of.get(shown.card.strategy.id, ()):
        given = status_of_row(statuses, row)
        label = f"{common.quoted(row.label)} · " if row.label else ""
        lines = [minor(f"{label}{_where(pack, pack.statement[row.statement])}")]
        notes = row_mark(given, row).disputed
        lines += [minor(note) for note in notes.split("\n") if note]
        status = label_of(given) if given.discontinued else given.status.label
        status = words.NOTE_DISPUTES.format(status=status) if notes else status
        yield Paragraph(_given(pack, row, status), tuple(lines), (row.statement,))


def _given(pack: Pack, row: Evidence, status: str) -> Phrase:
    source = said(pack.source[row.source].called)
    if not pack.status[row.status].stated:
        return put_in(words.NO_STAGE, source=source)
    scope = said(pack.scope_label(row.scope, row.scope_named))
    unsaid = pack.scope[row.scope].means == "not-stated"
    text = words.GIVEN_AS_UNSAID if unsaid else words.GIVEN_AS
    return put_in(text, status=said(status, strong=True), source=source, scope=scope)
