"""What the sources say and what the pack adds, each thing worded here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nanoexplorer.core.evidence import (
    Approval,
    CitationCheck,
    Note,
    Quantity,
    Reference,
    Statement,
)
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents import links
from nanoexplorer.documents.blocks import (
    Block,
    Entry,
    EntryKind,
    Fact,
    Lead,
    Phrase,
    Section,
    Words,
    beside,
    joined,
    minor,
    plain,
    put_in,
    said,
)
from nanoexplorer.documents.citations import vancouver
from nanoexplorer.documents.citations.cited import label, named
from nanoexplorer.documents.terms import explained
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import sources as sources_words

NO_BREAK: Final = "\u00a0"


def where_cited(pack: Pack, statement: Statement) -> str:
    """Section and references of a statement, and how the references attach."""
    return plain(place(pack, statement))


def place(pack: Pack, statement: Statement) -> Phrase:
    """The same, its references leading on."""
    if statement.marker == "none":
        on = said(common.SOURCE_ITSELF)
    else:
        on = named(pack, statement.references)
        if statement.marker == "passage":
            on = put_in(common.CITED_FOR_PASSAGE_HERE, cited=on)
    at = f"{pack.source[statement.source].called}, {statement.section}"
    return beside((Words(at), Words(common.AND_ALSO), *on))


def about(pack: Pack, statement: Statement) -> Phrase:
    """Section, references, the disease, and in what it was seen."""
    seen = inspector_words.models(statement.model)
    disease = pack.scope_label(statement.disease, statement.disease_named)
    more = [minor(text) for text in (disease, seen) if text]
    return joined([place(pack, statement), *more], Words(common.AND_ALSO, "muted", minor=True))


def statement_entry(pack: Pack, statement: Statement) -> Entry:
    """One statement, with where it stands, and the way to report a fault in it."""
    report = inspector_words.REPORT.replace(" ", NO_BREAK)
    under = (
        *about(pack, statement),
        Words("  ", minor=True),
        Words(report, minor=True, to=links.REPORT + statement.id),
    )
    kind: EntryKind = "against" if pack.aspect[statement.aspect].against else "statement"
    text = explained(pack, statement.text)
    return Entry(kind, text, (under,), (statement.id,), pack.cites(statement))


def statements(pack: Pack, found: Sequence[Statement], column: int = 0) -> Section:
    """What the sources say, by aspect."""
    blocks: list[Block] = []
    for aspect in pack.aspects:
        group = [s for s in found if s.aspect == aspect.id]
        if group:
            blocks.append(Lead(said(aspect.label)))
        blocks += (statement_entry(pack, s) for s in group)
    return Section("statements", inspector_words.SAYS, tuple(blocks), column)


def approvals(pack: Pack, rows: Iterable[Approval]) -> Section:
    """Agencies' decisions, which are notes and not of the sources."""
    made = tuple(
        Entry(
            "approval",
            said(inspector_words.approval_line(a.agency, a.product, a.indication, a.year, a.state)),
            (beside(named(pack, [a.reference])),),
            (a.id,),
            (a.reference,),
        )
        for a in rows
    )
    return Section("approvals", inspector_words.APPROVALS, made)


def notes(pack: Pack, rows: Iterable[Note]) -> Section:
    """What the pack adds, apart from what the sources say."""
    made = tuple(
        Entry(
            "note",
            explained(pack, note.text),
            (beside(named(pack, note.references)),),
            (note.id,),
            note.references,
        )
        for note in rows
    )
    return Section("notes", inspector_words.NOTES, made)


def checks(pack: Pack, rows: Iterable[CitationCheck]) -> Section:
    """What is remarked on how references fit the statements that cite them."""
    made = tuple(
        Entry(
            "check",
            said(check.text),
            (beside(named(pack, [check.reference])),),
            (check.id,),
            (check.reference,),
        )
        for check in rows
    )
    return Section("checks", inspector_words.CHECKS, made)


def references(pack: Pack, ids: Iterable[str], column: int = 0) -> Section:
    """References in full, with what kind of publication each is."""
    made = tuple(reference_fact(pack, pack.reference[id_]) for id_ in ids)
    return Section("references", inspector_words.REFERENCES, made, column)


def reference_fact(pack: Pack, reference: Reference) -> Fact:
    """A reference in full under its label, with its kind below."""
    kind = minor(common.REFERENCE_KIND[reference.kind])
    name = minor(label(pack, reference.id))
    return Fact(name, full_reference(reference), (kind,), (reference.id,), (reference.id,))


def full_reference(reference: Reference) -> Phrase:
    """A reference in full, its DOI or else its web address a link to follow."""
    text, url = vancouver(reference), reference.url
    if not reference.doi and not links.is_web(url):
        return said(text)
    shown = f"doi:{reference.doi}" if reference.doi else url
    head, where, tail = text.partition(shown)
    to = links.DOI + reference.doi if reference.doi else url
    found = (Words(head), Words(where, to=to), Words(tail))
    return tuple(words for words in found if words.text)


def measure(pack: Pack, name: str, rows: Sequence[Quantity], *, in_full: bool) -> Iterator[Block]:
    """A measure with all figures given for it; `in_full` adds the statement behind each."""
    tensions = sorted({row.tension for row in rows} - {"none"})
    differs = " · ".join(sources_words.TENSION[tension] for tension in tensions)
    lead = [Words(name, strong=True)]
    lead += [Words(f"  {differs}", "caution", minor=True)] if differs else []
    yield Lead(tuple(lead))
    for row in rows:
        yield _figure(pack, row, in_full)


def _figure(pack: Pack, row: Quantity, in_full: bool) -> Fact:
    """For whom the figure is given, what is remarked, and where it stands."""
    statement = pack.statement[row.statement]
    under = [minor(statement.text, "")] if in_full else []
    under += [minor(row.remark)] if row.remark else []
    under.append(place(pack, statement))
    value = said(f"{row.value} {row.unit}".strip())
    given = explained(pack, row.population)
    return Fact(value, given, tuple(under), (row.id, statement.id), pack.cites(statement))


def in_order(pack: Pack, wanted: Iterable[str]) -> tuple[str, ...]:
    """Ids of references in the pack's order, each once."""
    ids = frozenset(wanted)
    return tuple(reference for reference in pack.reference if reference in ids)
