"""References as text and in the formats of reference managers. No Qt, and quick to import."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from nanoexplorer.core.evidence import Reference
from nanoexplorer.documents.citations.vancouver import vancouver

Format = Literal["csl", "ris", "bibtex", "text"]
FORMATS: tuple[Format, ...] = get_args(Format)
# How the lines of a file in this format end; in memory, and to the terminal, it is always "\n".
LINE_ENDS: dict[Format, str] = {"csl": "\n", "ris": "\r\n", "bibtex": "\n", "text": "\n"}


def dump(references: Iterable[Reference], format: Format) -> str:
    """All references in one of FORMATS, in the order given. Raises ValueError for another."""
    if format == "csl":
        from nanoexplorer.documents.citations.csl import dump_csl as write
    elif format == "ris":
        from nanoexplorer.documents.citations.ris import dump_ris as write
    elif format == "bibtex":
        from nanoexplorer.documents.citations.bibtex import dump_bibtex as write
    elif format == "text":
        write = dump_text
    else:
        raise ValueError(f"{format!r} is none of {', '.join(FORMATS)}")
    return write(references)


def dump_text(references: Iterable[Reference]) -> str:
    """A line each, headed by its id: "wu-60. Diehl CD, …"."""
    return "".join(f"{reference.id}. {vancouver(reference)}\n" for reference in references)
