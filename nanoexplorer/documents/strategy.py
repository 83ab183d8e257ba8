"""One strategy in full: why, where it stands, what the sources say, what we add.

Its parts are sections. A panel shows them under tabs, whatever leaves the app one after another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.evidence import CitationCheck, Evidence, Note, Statement
from nanoexplorer.core.explaining import Branch, Reason, decisive_first, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected, Screen
from nanoexplorer.core.statuses import shown_statuses, status_of_row
from nanoexplorer.documents import evidence, links, statuses
from nanoexplorer.documents import reasons as reason_words
from nanoexplorer.documents.blocks import (
    Block,
    Document,
    Entry,
    Fact,
    Mark,
    Paragraph,
    Phrase,
    Section,
    Status,
    Words,
    beside,
    filled,
    minor,
    put_in,
    said,
)
from nanoexplorer.documents.citations.cited import hover, named
from nanoexplorer.documents.terms import explained
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import help as help_words
from nanoexplorer.words import inspector as words
from nanoexplorer.words import window as window_words

TABS: Final = ("why", "status", "evidence", "notes", "references")


def document(pack: Pack, screen: Screen) -> Document:
    """Everything that the inspector says. Raises LookupError where nothing is selected."""
    if screen.inspector is None:
        raise LookupError(export_words.NO_SELECTION)
    shown = screen.inspector
    profile = common.profile_line(pack.fields, screen.profile.profile)
    return Document(
        view="card",
        title=shown.card.strategy.name,
        subtitle=f"{pack.kind[shown.card.strategy.kind].label} · {profile}",
        sections=(_verdict(shown), *sections(pack, shown)),
        keys=shown.references,
        remarks=screen.profile.remarks,
        legend=(common.DISPUTED_KEY,) if statuses.disputes(shown.card.statuses) else (),
    )


def _verdict(shown: Inspected) -> Section:
    """What leads where a strategy stands alone: the verdict, and its statuses."""
    verdict = shown.card.verdict
    marks = statuses.marks_of(shown.card.statuses)
    answered = reason_words.verdict_said(shown.card)
    return Section("verdict", answered, (), marks=marks, verdict=verdict)


def sections(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """What follows from the profile first, then what no profile changes; each thing once."""
    disputing = _disputing(shown)
    return (
        *why(pack, shown),
        *_status(pack, shown),
        *filled(
            evidence.statements(pack, shown.statements, column=1),
            evidence.notes(pack, (note for note in shown.notes if note not in disputing)),
            evidence.checks(pack, shown.checks),
            evidence.references(pack, shown.references, column=1),
        ),
    )


def tab(pack: Pack, shown: Inspected, name: str) -> tuple[Section, ...]:
    """The sections under one of the TABS, whose name stands for the heading of the first."""
    match name:
        case "why":
            verdict = shown.card.verdict
            answered, tip = reason_words.verdict_said(shown.card), help_words.MEANS[verdict]
            first, *others = why(pack, shown)
            return (first._replace(heading=answered, verdict=verdict, tip=tip), *others)
        case "status":
            first, *others = _status(pack, shown)
            return (first._replace(heading=""), *others)
        case "evidence":
            says = evidence.statements(pack, shown.statements)._replace(heading="")
            return filled(says, evidence.folded_checks(pack, shown.checks))
        case "notes":
            return _notes(pack, shown)
        case _:
            found = tuple(_leading(pack, id_) for id_ in shown.references)
            return (Section("references", "", found),)


def _leading(pack: Pack, reference: str) -> Fact:
    """A reference in full, its name leading to the view of all."""
    fact = evidence.reference_fact(pack, pack.reference[reference])
    to, tip = links.REFERENCE + reference, hover(pack, reference)
    return fact._replace(name=tuple(words._replace(to=to, tip=tip) for words in fact.name))


def counts(shown: Inspected) -> Mapping[str, int]:
    """How many things stand under the tabs that have a number."""
    numbers = len(shown.statements), len(shown.notes), len(shown.references)
    return dict(zip(("evidence", "notes", "references"), numbers, strict=True))


def head(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """What stands over the tabs: what the statuses are for, and what notes do to them."""
    stands = (Paragraph(line) for line in statuses.stands(pack, shown.card))
    disputing = _disputing(shown)
    strips = [Entry("dispute", explained(pack, note.text), ids=(note.id,)) for note in disputing]
    others = len(shown.notes) - len(disputing)
    if others:
        forms = words.MORE_NOTES if disputing else window_words.NOTES
        number = said(common.counted(others, forms), strong=True)
        template = common.counted(others, words.STRIP, notes="{notes}")
        strips.append(Entry("strip", put_in(template, notes=number)))
    return filled(Section("stands", "", tuple(stands)), Section("strip", "", tuple(strips)))


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
            _rows(pack, shown),
            evidence.statements(pack, statements),
            evidence.approvals(pack, shown.approvals),
            evidence.notes(pack, shown.notes),
            evidence.checks(pack, checks),
        ),
    )


def reasons(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """What follows from the profile in short: why, what an unknown decides, the nearest profile."""
    is_open = shown.card.verdict is Verdict.OPEN
    facts = (reason_words.fact(pack, r) for r in _in_order(shown))
    return filled(
        _why(shown, (*_no_field(shown), *facts)),
        *(_different(pack, shown) if is_open else ()),
        _nearest(pack, shown),
    )


def why(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """What decides with the statements behind it, what else was compared, what is not asked; then
    what another value would change, and the nearest profile.
    """
    found = _in_order(shown)
    told = set(telling(shown.card.verdict, shown.card.reasons))
    asked = [reason for reason in found if reason.outcome is not Outcome.OUTSIDE]
    deciding = [reason for reason in asked if reason in told]
    others = (reason_words.fact(pack, reason) for reason in asked if reason not in told)
    outside = (_not_asked(pack, r) for r in found if r.outcome is Outcome.OUTSIDE)
    return filled(
        _why(shown, (*_no_field(shown), *_deciding(pack, deciding))),
        Section("others", words.OTHERS, tuple(others)),
        Section("not-asked", words.NOT_ASKED, tuple(outside)),
        *_different(pack, shown),
        _nearest(pack, shown),
    )


def _why(shown: Inspected, blocks: tuple[Block, ...]) -> Section:
    return Section("why", words.WHY[shown.card.verdict], blocks)


def _in_order(shown: Inspected) -> tuple[Reason, ...]:
    return decisive_first(shown.card.verdict, shown.card.reasons)


def _no_field(shown: Inspected) -> Iterator[Block]:
    asked = reason_words.not_asked(shown.card)
    if not asked and not any(reason.criterion.field for reason in shown.card.reasons):
        yield Paragraph(said(words.WHY_ANY_PROFILE))


def _deciding(pack: Pack, found: Sequence[Reason]) -> Iterator[Block]:
    """Each reason, and the statement behind it; once where several rest on the same."""
    for id_, group in groupby(found, lambda reason: reason.criterion.statement):
        for reason in group:
            fact = reason_words.fact_by_basis(pack, reason)
            yield fact if len(found) > 1 else fact._replace(mark="")
        yield from _behind(pack, pack.statement[id_])


def _not_asked(pack: Pack, reason: Reason) -> Fact:
    name = words.AGAINST if reason.is_against else words.NAMED_FOR
    return reason_words.fact(pack, reason)._replace(name=minor(name))


def _behind(pack: Pack, statement: Statement) -> Iterator[Fact]:
    ids, keys = (statement.id,), pack.cites(statement)
    yield Fact(minor(words.STATEMENT), explained(pack, statement.text), ids=ids, keys=keys)
    yield Fact(minor(words.SECTION), said(statement.section), ids=ids)
    if statement.marker == "none":
        yield Fact(minor(words.REFERENCE), said(common.SOURCE_ITSELF, "muted"), ids=ids)
        return
    leading = tuple(w._replace(strong=bool(w.to)) for w in named(pack, statement.references))
    kinds = [pack.reference[id_].kind for id_ in statement.references]
    under = minor(words.cited_for(kinds, statement.marker))
    yield Fact(minor(words.REFERENCE), leading, (under,), ids, keys)


def _different(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """A table for each field of which another value would change the verdict."""
    made = [
        Section(
            "different",
            _heading(pack, shown, field),
            tuple(_changes(pack, shown, found)),
        )
        for field, found in groupby(shown.changes, lambda change: change.field)
    ]
    if any(reason.criterion.field for reason in shown.card.reasons):
        end = minor(words.NO_OTHER if made else words.NO_VALUE)
        made.append(Section("no-other", "", (Paragraph(end),)))
    return tuple(made)


def _heading(pack: Pack, shown: Inspected, field_id: str) -> str:
    field = pack.field[field_id]
    known = any(
        reason.found is not None and field.is_known(reason.found)
        for reason in shown.card.reasons
        if reason.criterion.field == field_id
    )
    return (words.IF_DIFFERENT if known else words.IF_KNOWN).format(field=field.label)


def _changes(pack: Pack, shown: Inspected, found: Iterable[Branch]) -> Iterator[Fact]:
    for change in found:
        now = shown.card.profile[change.field]
        value = common.values_instead(pack.field[change.field], now, change.values)
        yield Fact(said(value), said(words.WOULD_BE[change.verdict]), mark=change.verdict)


def _nearest(pack: Pack, shown: Inspected) -> Section:
    blocks: tuple[Block, ...] = ()
    if shown.nearest:
        change = common.change_phrase(pack.field, shown.card.profile, shown.nearest)
        line = Paragraph(said(words.NEAREST_LINE.format(change=change)))
        blocks = (line, Paragraph((Words(words.NEAREST_OPEN, to=links.NEAREST),)))
    return Section("nearest", words.NEAREST, blocks)


def _status(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    return filled(
        _rows(pack, shown),
        evidence.disputes(pack, _disputing(shown)),
        evidence.approvals(pack, shown.approvals),
        Section("not-stated", "", tuple(_no_approval(pack, shown))),
    )


def _no_approval(pack: Pack, shown: Inspected) -> Iterator[Block]:
    """That no source states an approval, which a reader may know of: the scale shows none."""
    given = [one.status for one in shown.card.statuses if one.status.stated]
    asked = any(status.approval for status in pack.statuses)
    if given and asked and not any(status.approval for status in given):
        yield Paragraph(minor(words.NO_APPROVAL))


def _disputing(shown: Inspected) -> tuple[Note, ...]:
    """The notes that dispute one of the statuses, each once."""
    found = (note for given in shown.card.statuses for note in given.disputes)
    return tuple(dict.fromkeys(found))


def _notes(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    disputing = _disputing(shown)
    others = evidence.notes(pack, (note for note in shown.notes if note not in disputing))
    made = filled(evidence.disputes(pack, disputing), others)
    none = Section("notes", "", (Paragraph(said(words.NO_NOTES, "muted")),))
    return made or (none,)


def _rows(pack: Pack, shown: Inspected) -> Section:
    """Every row of the evidence: its status, the source's own label, the scope and the place."""
    drawn = shown_statuses(shown.card.statuses)
    ids = [given.status.id for given in drawn]
    marks = dict(zip(ids, statuses.marks_of(shown.card.statuses), strict=True))
    rows = pack.evidence_of.get(shown.card.strategy.id, ())
    made = tuple(_row(pack, shown, row, marks.get(row.status)) for row in rows)
    return Section("statuses", words.STANDS, made)


def _row(pack: Pack, shown: Inspected, row: Evidence, drawn: Mark | None) -> Status:
    statement = pack.statement[row.statement]
    given = status_of_row(shown.card.statuses, row)
    mark = statuses.row_mark(given, row)._replace(filled=bool(drawn and drawn.filled))
    scope = pack.scope_label(row.scope, row.scope_named)
    if given.apart:
        scope += common.AND_ALSO + words.APART
    where: Phrase = (*beside(said(scope + common.AND_ALSO)), *evidence.place(pack, statement))
    label = said(common.quoted(row.label)) if row.label else ()
    return Status(mark, label, (where,), (statement.id,), pack.cites(statement))
