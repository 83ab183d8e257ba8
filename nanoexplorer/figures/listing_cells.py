"""The rows and cells that several listings share: reasons, statements, references, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer import strings
from nanoexplorer.citations import compress, list_of, vancouver
from nanoexplorer.citations.cited import cited, label
from nanoexplorer.core.evidence import (
    ASPECTS,
    Approval,
    CitationCheck,
    Note,
    Quantity,
    Reference,
    Statement,
)
from nanoexplorer.core.pack import Pack
from nanoexplorer.figures.exhibit import Block, Cell, Row, Span
from nanoexplorer.figures.strategy_text import NO_BREAK, meta_words, where_cited
from nanoexplorer.strings import inspector as inspector_words
from nanoexplorer.strings import sources as sources_words

ONE = (1.0,)
NUMBERED = (0.16, 0.84)
MUTED = "ink-muted"


def words(text: str, role: str = "ink", *, bold: bool = False, small: bool = False) -> Cell:
    """A cell with words of one style."""
    return Cell((Span(text, role, bold=bold, small=small),))


def under(*lines: str) -> Iterator[Span]:
    """Small lines under what a cell says, empty ones left out."""
    for line in lines:
        if line:
            yield Span(f"\n{line}", MUTED, small=True)


def lead(text: str, role: str = "ink") -> Row:
    """A heading between rows."""
    return Row((words(text, role, bold=True),), lead=True)


def raised(pack: Pack, references: Iterable[str]) -> Iterator[Span]:
    """Numbers of the sources' lists as superscripts; what has no number is named after them."""
    ids = tuple(references)
    numbered = [id_ for id_ in ids if list_of(id_)]
    others = [id_ for id_ in ids if not list_of(id_)]
    if numbered:
        yield Span(f"{NO_BREAK}{compress(numbered).replace(' ', '')}", MUTED, raised=True)
    if others and not numbered:  # as on a card: the source itself only where it cites nothing
        yield Span(f"  {cited(pack, others)}", MUTED, small=True)


def statement_rows(pack: Pack, statements: Iterable[Statement]) -> Iterator[Row]:
    """What the sources say, by aspect, each with where it stands and what it cites."""
    found = tuple(statements)
    for aspect in ASPECTS:
        group = [statement for statement in found if statement.aspect == aspect]
        if group:
            yield lead(strings.ASPECT[aspect])
        for statement in group:
            said = Span(statement.text)
            yield Row((Cell((said, *under(meta_words(pack, statement)))),))


def blocks(*made: Block) -> tuple[Block, ...]:
    """Those blocks that have something in them."""
    return tuple(block for block in made if block.rows)


def approvals(pack: Pack, rows: Iterable[Approval]) -> Block:
    """Agencies' decisions, which are notes and not of the sources."""
    made = [
        Row((_noted(pack, inspector_words.approval_line(*row[2:7]), [row.reference]),))
        for row in rows
    ]
    return Block(inspector_words.APPROVALS, ONE, tuple(made))


def notes(pack: Pack, rows: Iterable[Note]) -> Block:
    """What the pack adds, apart from what the sources say."""
    made = tuple(Row((_noted(pack, row.text, row.references),)) for row in rows)
    return Block(inspector_words.NOTES, ONE, made)


def checks(pack: Pack, rows: Iterable[CitationCheck]) -> Block:
    made = tuple(Row((_noted(pack, row.text, [row.reference], "caution"),)) for row in rows)
    return Block(inspector_words.CHECKS, ONE, made)


def _noted(pack: Pack, text: str, references: Iterable[str], role: str = "ink") -> Cell:
    return Cell((Span(text, role, italic=role == "ink"), *under(cited(pack, references))))


def references(pack: Pack, ids: Iterable[str]) -> Block:
    """References in full, with what kind of publication each is."""
    made = tuple(reference_row(pack, pack.reference[id_]) for id_ in ids)
    return Block(inspector_words.REFERENCES, NUMBERED, made)


def reference_row(pack: Pack, reference: Reference) -> Row:
    kind = strings.REFERENCE_KIND[reference.kind]
    said = Cell((Span(vancouver(reference)), *under(kind)))
    return Row((words(label(pack, reference.id), MUTED, small=True), said))


def measure_rows(pack: Pack, measure: str, rows: Iterable[Quantity]) -> Iterator[Row]:
    """A measure and all figures that are given for it, each with its population and place.

    For a block of two columns.
    """
    found = tuple(rows)
    tensions = sorted({row.tension for row in found} - {"none"})
    said = " · ".join(sources_words.TENSION[tension] for tension in tensions)
    differs = (Span(f"  {said}", "caution", small=True),) if said else ()
    yield Row((Cell((Span(measure, bold=True), *differs)),), lead=True)
    for row in found:
        place = where_cited(pack, pack.statement[row.statement])
        given = Cell((Span(row.population), *under(row.remark, place)))
        yield Row((words(f"{row.value} {row.unit}".strip()), given))


def in_order(pack: Pack, wanted: Iterable[str]) -> tuple[str, ...]:
    """Ids of references in the pack's order, each once."""
    ids = frozenset(wanted)
    return tuple(reference for reference in pack.reference if reference in ids)
