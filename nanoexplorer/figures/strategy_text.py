"""One strategy in full, as prose: where it stands, why, what the sources say, what we add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nanoexplorer import strings
from nanoexplorer.citations import vancouver
from nanoexplorer.citations.cited import cited, label
from nanoexplorer.core.decision_table import Outcome
from nanoexplorer.core.evidence import (
    ASPECTS,
    Approval,
    CitationCheck,
    Evidence,
    Note,
    Reference,
    Statement,
)
from nanoexplorer.core.explaining import Reason, decisive_first
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.core.standing import rung_of
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import NEXT_LINE, Prose, Run
from nanoexplorer.figures.terms import explained
from nanoexplorer.strings import inspector as inspector_words

NO_BREAK = "\u00a0"
_REFERENCE = re.compile(r"\b(refs?) (?=\d)")
LINE = NEXT_LINE
NAME_WIDTH = 14.5
NUMBER_WIDTH = 8.0
AGAINST = frozenset({"limitation", "resistance", "toxicity", "challenge"})
LINK_NEAREST = "nearest:"
LINK_REPORT = "report:"
LINK_DOI = "https://doi.org/"
LINK_STRATEGY = "strategy:"

REASON_ROLE = {
    Outcome.MET: "ink",
    Outcome.OPEN: "caution",
    Outcome.CAVEAT: "caution",
    Outcome.UNMET: "ink",
    Outcome.OUTSIDE: "ink-muted",
}


def write_strategy(prose: Prose, pack: Pack, shown: Inspected, *, links: bool = True) -> None:
    """Write everything below the title; without `links` what only a screen can show is left out:
    links, and the terms that are explained where one hovers."""
    write_why(prose, pack, shown, links=links)
    write_evidence(prose, pack, shown, links=links)


def write_why(prose: Prose, pack: Pack, shown: Inspected, *, links: bool = True) -> None:
    """Write what follows from the profile: why, why not, what decides, the nearest profile."""
    _why(prose, pack, shown)
    _branches(prose, pack, shown)
    _nearest(prose, pack, shown, links)


def write_evidence(prose: Prose, pack: Pack, shown: Inspected, *, links: bool = True) -> None:
    """Write what no profile changes, but for notes that are shown for some profiles only."""
    write_standing(prose, pack, shown, links=links)
    write_statements(prose, pack, shown.statements, links=links)
    write_approvals(prose, pack, shown.approvals)
    write_remarks(prose, pack, shown.notes, shown.checks, links=links)
    write_references(prose, pack, shown.references, links=links)


def small(text: str, role: str = "ink-muted", link: str = "") -> Run:
    """A run of the small size; no line begins with a dot, or with the number of a reference."""
    held = _REFERENCE.sub(f"\\1{NO_BREAK}", text).replace(" · ", f"{NO_BREAK}· ")
    return Run(held, role, fonts.SMALL, link=link)


def disputed_runs(notes: Sequence[Note], size: int = fonts.BODY, *, tip: bool) -> Iterator[Run]:
    """The mark of a status that notes dispute, and what it stands for; nothing for no note."""
    if notes:
        sign = f"{NO_BREAK}{strings.DISPUTED_SIGN}{NO_BREAK}"
        said = strings.disputed_tip(notes) if tip else ""
        yield Run("  ", size=size)
        yield Run(sign, "on-disputed", size, fonts.SEMIBOLD, ground="disputed")
        yield Run(NO_BREAK, size=size)
        yield Run(strings.DISPUTED, size=size, tip=said)


def where_cited(pack: Pack, statement: Statement) -> str:
    """Section and references of a statement, and how the references attach."""
    if statement.marker == "none":
        on = strings.SOURCE_ITSELF
    else:
        on = cited(pack, statement.references)
        if statement.marker == "passage":
            on = f"{on}, {strings.CITED_FOR_PASSAGE}"
    return f"{pack.source[statement.source].called}, {statement.section} · {on}"


def _why(prose: Prose, pack: Pack, shown: Inspected) -> None:
    prose.heading(inspector_words.WHY[shown.card.verdict], above=0)
    if not any(reason.criterion.field for reason in shown.card.reasons):
        prose.line([Run(inspector_words.WHY_ANY_PROFILE)])
    for reason in decisive_first(shown.card.verdict, shown.card.reasons):
        _reason(prose, pack, reason)


def _reason(prose: Prose, pack: Pack, reason: Reason) -> None:
    name = reason_name(pack, reason)
    role = REASON_ROLE[reason.outcome]
    lead = Run(f"{strings.OUTCOME[reason.outcome]}: ", role, weight=fonts.SEMIBOLD)
    asked = Run(asked_words(pack, reason) + LINE, role)
    prose.pair(small(name), [lead, asked, small(rests_on(pack, reason))], NAME_WIDTH)


def reason_name(pack: Pack, reason: Reason) -> str:
    """The field that a reason is about, or that it is not asked here."""
    field = pack.field.get(reason.criterion.field)
    outside = strings.OUTSIDE_AGAINST if reason.is_against else strings.OUTSIDE_LABEL
    return field.label if field else outside


def rests_on(pack: Pack, reason: Reason) -> str:
    """Where the condition behind a reason is stated or read, and what is cited for it."""
    statement = pack.statement[reason.criterion.statement]
    words = (
        inspector_words.READ_IN
        if reason.criterion.basis == "interpretation"
        else inspector_words.STATED_IN
    )
    return f"{words.format(section=statement.section)} · {cited(pack, pack.cites(statement))}"


def asked_words(pack: Pack, reason: Reason) -> str:
    """What the source names it for, and what was found."""
    criterion = reason.criterion
    field = pack.field.get(criterion.field)
    if field is None or reason.found is None:
        return strings.hedged(str(criterion.value), criterion.hedge)
    asked = strings.hedged(strings.condition_phrase(field, criterion), criterion.hedge)
    found = strings.PROFILE_SAYS.format(found=strings.value_phrase(field, reason.found))
    named = inspector_words.AGAINST_IS if reason.is_against else strings.NAMED_FOR
    return f"{named.format(asked=asked)}; {found}"


def _branches(prose: Prose, pack: Pack, shown: Inspected) -> None:
    if shown.branches:
        prose.heading(inspector_words.IF_KNOWN)
    for branch in shown.branches:
        prose.line([Run(strings.branch_phrase(pack.field[branch.field], branch))])


def _nearest(prose: Prose, pack: Pack, shown: Inspected, links: bool) -> None:
    if shown.nearest is None:
        return
    prose.heading(inspector_words.NEAREST)
    change = strings.change_phrase(pack.field, shown.nearest)
    prose.line([Run(inspector_words.NEAREST_LINE.format(change=change))])
    if links:
        prose.line([Run(inspector_words.NEAREST_OPEN, "accent-text", link=LINK_NEAREST)])


def write_standing(prose: Prose, pack: Pack, shown: Inspected, *, links: bool = True) -> None:
    """Every row of the evidence, the source's own label verbatim beside the status."""
    prose.heading(inspector_words.STANDS)
    for row in pack.evidence_of.get(shown.card.strategy.id, ()):
        prose.line(list(_standing(pack, shown, row, links)), below=0.5)


def _standing(pack: Pack, shown: Inspected, row: Evidence, links: bool) -> Iterator[Run]:
    statement, rung = pack.statement[row.statement], rung_of(shown.card.rungs, row)
    yield Run(strings.rung_label(rung), weight=fonts.SEMIBOLD)
    yield from disputed_runs(rung.disputing(row), tip=links)
    if row.label:
        yield Run(f" — {strings.quoted(row.label)}")
    place = f"{strings.scope(row.scope, row.scope_named)} · {where_cited(pack, statement)}"
    yield small(f"{LINE}{place}")


def write_statements(
    prose: Prose, pack: Pack, statements: Sequence[Statement], *, links: bool = True
) -> None:
    """What the sources say, by aspect; what speaks against has a bar of another colour."""
    prose.heading(inspector_words.SAYS)
    for aspect in ASPECTS:
        found = [s for s in statements if s.aspect == aspect]
        if found:
            prose.line([small(strings.ASPECT[aspect], "ink")], above=1, level=3)
        bar = "bar-caution" if aspect in AGAINST else "bar-says"
        for statement in found:
            said = explained(pack, statement.text) if links else [Run(statement.text)]
            prose.barred(bar, [said, list(_meta(pack, statement, links))])


def meta_words(pack: Pack, statement: Statement) -> str:
    """What stands under a statement: section, references, the disease and in what it was seen."""
    seen = inspector_words.models(statement.model)
    about = strings.scope(statement.disease, statement.disease_named)
    return " · ".join([where_cited(pack, statement), about, *([seen] if seen else [])])


def _meta(pack: Pack, statement: Statement, links: bool) -> Iterator[Run]:
    yield small(meta_words(pack, statement))
    if links:
        yield small("  ")
        yield small(
            inspector_words.REPORT.replace(" ", NO_BREAK),
            "accent-text",
            link=LINK_REPORT + statement.id,
        )


def write_approvals(prose: Prose, pack: Pack, approvals: Sequence[Approval]) -> None:
    """Agencies' decisions, set apart from what the sources say."""
    if approvals:
        prose.heading(inspector_words.APPROVALS)
    for a in approvals:
        line = inspector_words.approval_line(a.agency, a.product, a.indication, a.year, a.state)
        on = small(cited(pack, [a.reference]))
        prose.barred("bar-note", [[Run(line)], [on]], "note-surface")


def write_remarks(
    prose: Prose,
    pack: Pack,
    notes: Sequence[Note],
    checks: Sequence[CitationCheck],
    *,
    links: bool = True,
) -> None:
    """What the pack adds, set apart from what the sources say."""
    if notes:
        prose.heading(inspector_words.NOTES)
    for note in notes:
        on = small(cited(pack, note.references))
        said = explained(pack, note.text) if links else [Run(note.text)]
        prose.barred("bar-note", [said, [on]], "note-surface")
    if checks:
        prose.heading(inspector_words.CHECKS)
    for check in checks:
        on = small(cited(pack, [check.reference]))
        prose.barred("bar-caution", [[Run(check.text)], [on]], "caution-soft")


def write_references(
    prose: Prose, pack: Pack, references: Iterable[str], *, links: bool = True
) -> None:
    """The full list behind the numbers, with what kind of publication each is."""
    prose.heading(inspector_words.REFERENCES)
    for id_ in references:
        reference = pack.reference[id_]
        kind = small(f"{LINE}{strings.REFERENCE_KIND[reference.kind]}")
        said = full_reference(reference, links=links)
        prose.pair(small(label(pack, id_)), [*said, kind], NUMBER_WIDTH)


def full_reference(reference: Reference, *, links: bool = True) -> list[Run]:
    """A reference in full, its DOI a link to follow."""
    text = vancouver(reference)
    if not (links and reference.doi):
        return [Run(text)]
    head, doi, tail = text.partition(f"doi:{reference.doi}")
    return [Run(head), Run(doi, "accent-text", link=LINK_DOI + reference.doi), Run(tail)]
