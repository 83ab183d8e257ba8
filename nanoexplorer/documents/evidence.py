"""What the sources say and what the pack adds, each thing worded here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from nanoexplorer.core.evidence import Approval, CitationCheck, Note, Quantity, Reference, Statement
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
from nanoexplorer.documents.citations.cited import label, named
from nanoexplorer.documents.citations.vancouver import vancouver
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
    on = named(pack, statement.references)
    if statement.marker == "none":
        on = said(common.SOURCE_ITSELF)
    elif statement.marker == "passage":
        on = put_in(common.CITED_FOR_PASSAGE_HERE, cited=on)
    at = f"{pack.source[statement.source].called}, {statement.section}"
    return beside((Words(at), Words(common.AND_ALSO), *on))


def section_of(pack: Pack, statement: Statement) -> str:
    """The section that a statement stands in, and whose where the pack has several sources."""
    called = pack.source[statement.source].called
    return f"{called}, {statement.section}" if len(pack.sources) > 1 else statement.section


def about(pack: Pack, statement: Statement) -> Phrase:
    """Section, references, the disease, and in what it was seen."""
    seen = inspector_words.models(statement.model)
    disease = pack.scope_label(statement.disease, statement.disease_named)
    more = [minor(text) for text in (disease, seen) if text]
    return joined([place(pack, statement), *more], Words(common.AND_ALSO, "muted", minor=True))


def statement_entry(pack: Pack, statement: Statement) -> Entry:
    """One statement, with where it stands, and the way to what can be done with it."""
    tip, to = inspector_words.MORE_TIP, links.STATEMENT + statement.id
    more = Words(NO_BREAK + inspector_words.MORE, minor=True, to=to, tip=tip)
    under = (*about(pack, statement), more)
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
    made = tuple(_note(pack, note, "note") for note in rows)
    return Section("notes", inspector_words.NOTES, made)


def disputes(pack: Pack, rows: Iterable[Note]) -> Section:
    """The notes that contradict or limit a status."""
    made = tuple(_note(pack, note, "dispute") for note in rows)
    return Section("disputes", inspector_words.DISPUTES, made)


def _note(pack: Pack, note: Note, kind: EntryKind) -> Entry:
    text, under = explained(pack, note.text), beside(named(pack, note.references))
    return Entry(kind, text, (under,), (note.id,), note.references)


def checks(pack: Pack, rows: Iterable[CitationCheck]) -> Section:
    """What is remarked on how references fit the statements that cite them."""
    made = tuple(_check(pack, [check], said(check.text)) for check in rows)
    return Section("checks", inspector_words.CHECKS, made)


def folded_checks(pack: Pack, rows: Iterable[CitationCheck]) -> Section:
    """The same, those of a reference that begin alike in one line with their number."""
    alike: dict[str, list[CitationCheck]] = {}
    for check in rows:
        alike.setdefault(check.reference, []).append(check)
    made = (_folded(pack, found) for found in alike.values())
    return Section("checks", inspector_words.CHECKS, tuple(entry for e in made for entry in e))


def _folded(pack: Pack, found: list[CitationCheck]) -> Iterator[Entry]:
    texts = [check.text for check in found]
    split = (text.split(", ") for text in texts)
    clauses = takewhile(lambda same: len(set(same)) == 1, zip(*split, strict=False))
    alike = ", ".join(clause for clause, *_ in clauses)
    if len(found) > 1 and alike:
        counted = common.counted(len(found), inspector_words.CHECKS_FOLDED)
        number = (Words(counted, strong=True, tip="\n".join(texts)),)
        line = put_in(inspector_words.CHECK_LINE, checks=number, said=said(alike))
        yield _check(pack, found, line)
    else:
        yield from (_check(pack, [check], said(check.text)) for check in found)


def _check(pack: Pack, found: list[CitationCheck], line: Phrase) -> Entry:
    reference, ids = found[0].reference, tuple(check.id for check in found)
    return Entry("check", line, (beside(named(pack, [reference])),), ids, (reference,))


def references(pack: Pack, ids: Iterable[str], column: int = 0) -> Section:
    """References in full, with what kind of publication each is."""
    made = tuple(reference_fact(pack, pack.reference[id_]) for id_ in ids)
    return Section("references", inspector_words.REFERENCES, made, column)


def brief_references(pack: Pack, ids: Iterable[str]) -> Section:
    """The same with the kind in the same line."""
    found = references(pack, ids)
    facts = (one for one in found.blocks if isinstance(one, Fact))
    made = (
        one._replace(said=(*one.said, Words(common.AND_ALSO, "muted"), *one.under[0]), under=())
        for one in facts
    )
    return found._replace(blocks=tuple(made))


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
