"""The rows and cells that several listings share: reasons, statements, references, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer.citations import compress, list_of
from nanoexplorer.citations.cited import cited
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.evidence import NO_BREAK
from nanoexplorer.figures.exhibit import Cell, Row, Span

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
