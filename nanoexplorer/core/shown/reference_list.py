"""The references of a pack as a list to filter: what cites each of them, and what is remarked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from nanoexplorer.core.evidence import Approval, CitationCheck, Note, Reference, Statement
from nanoexplorer.core.folding import fold
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered


class Listed(NamedTuple):
    """A reference with everything in the pack that points at it; `words` finds it, folded."""

    reference: Reference
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    approvals: tuple[Approval, ...]
    checks: tuple[CitationCheck, ...]
    words: str


@remembered()
def listed(pack: Pack) -> tuple[Listed, ...]:
    """Every reference of the pack, in its order."""
    notes, approvals, checks = _notes(pack), _approvals(pack), _checks(pack)
    return tuple(
        Listed(
            reference=reference,
            statements=pack.cited_by.get(reference.id, ()),
            notes=tuple(notes.get(reference.id, ())),
            approvals=tuple(approvals.get(reference.id, ())),
            checks=tuple(checks.get(reference.id, ())),
            words=_words(reference),
        )
        for reference in pack.references
    )


def chosen(
    rows: Sequence[Listed],
    text: str = "",
    kind: str = "",
    of: Collection[str] | None = None,
    *,
    checked: bool = False,
) -> tuple[int, ...]:
    """The places of the rows that have all words of the text, the kind if one is given, and are
    among `of`, ids of references, if given; those with a citation check alone if `checked`.
    """
    words = fold(text).split()
    return tuple(
        place
        for place, row in enumerate(rows)
        if (not kind or row.reference.kind == kind)
        and (of is None or row.reference.id in of)
        and (bool(row.checks) or not checked)
        and all(word in row.words for word in words)
    )


def kinds_of(rows: Sequence[Listed]) -> frozenset[str]:
    """The kinds of publication that there are."""
    return frozenset(row.reference.kind for row in rows)


def _words(r: Reference) -> str:
    people = (author.literal or f"{author.family} {author.given}" for author in r.authors)
    year = "" if r.year is None else str(r.year)
    return fold("\n".join((r.id, *people, r.title, r.container, r.publisher, year, r.doi)))


def _notes(pack: Pack) -> dict[str, list[Note]]:
    found: defaultdict[str, list[Note]] = defaultdict(list)
    for note in pack.notes:
        for id_ in dict.fromkeys(note.references):
            found[id_].append(note)
    return found


def _approvals(pack: Pack) -> dict[str, list[Approval]]:
    found: defaultdict[str, list[Approval]] = defaultdict(list)
    for approval in pack.approvals:
        found[approval.reference].append(approval)
    return found


def _checks(pack: Pack) -> dict[str, list[CitationCheck]]:
    found: defaultdict[str, list[CitationCheck]] = defaultdict(list)
    for check in pack.citation_checks:
        found[check.reference].append(check)
    return found
