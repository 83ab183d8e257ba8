"""References as BibTeX, in UTF-8, safe for LaTeX whatever the pack's text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.documents.citations.plain import initials_apart, one_line, page_ends

if TYPE_CHECKING:
    from bibtexparser.model import Entry

TYPES = {
    "article": "misc",
    "article-journal": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "document": "misc",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "misc",
}
VENUES = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
PUBLISHERS = {"phdthesis": "school", "techreport": "institution"}
# BibTeX counts braces even after a backslash, so that a lone one has to become a command.
_LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)
# DOIs and addresses are read as they are, not as LaTeX; only these would break the file.
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22"})
_NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9_.:+-]+")
# Where BibTeX would split a name; braces keep it whole.
_SPLITS_A_NAME = re.compile(r",|(?:^|\s)and(?:\s|$)|^others$", re.IGNORECASE)


def dump_bibtex(references: Iterable[Reference]) -> str:
    """One entry after another, in the order given; an entry's key is the reference's id.

    Raises ValueError where two share a key: no reader could tell them apart.
    """
    from bibtexparser.entrypoint import write_string  # on demand: a tenth of a second
    from bibtexparser.library import Library
    from bibtexparser.middlewares import AddEnclosingMiddleware
    from bibtexparser.writer import BibtexFormat

    layout = BibtexFormat()
    layout.indent = " "
    layout.block_separator = "\n"
    # Braces around each value, and nothing else: the values are escaped already.
    braces = AddEnclosingMiddleware(
        reuse_previous_enclosing=False, enclose_integers=True, default_enclosing="{"
    )
    library = Library([_entry(reference) for reference in references])
    return write_string(library, unparse_stack=[braces], bibtex_format=layout)


def _entry(reference: Reference) -> Entry:
    from bibtexparser.model import Entry, Field

    key = _NOT_IN_A_KEY.sub("-", reference.id)
    fields = [Field(name, value) for name, value in _fields(reference).items() if value]
    return Entry(_kind(reference), key, fields)


def _kind(reference: Reference) -> str:
    return TYPES.get(reference.type, "misc")


def _fields(reference: Reference) -> dict[str, str]:
    """The entry's fields in the order of writing, escaped; what is unknown is empty."""
    kind = _kind(reference)
    title = _latex(reference.title)
    return {
        "author": _authors(reference),
        # In braces of its own, so that no style changes its capitals.
        "title": f"{{{title}}}" if title else "",
        # Prints as "Thesis": the entry type alone would claim a doctorate.
        "type": "Thesis" if kind == "phdthesis" else "",
        VENUES.get(kind, "howpublished"): _latex(reference.container),
        PUBLISHERS.get(kind, "publisher"): _latex(reference.publisher),
        "year": "" if reference.year is None else str(reference.year),
        "volume": _latex(reference.volume),
        "number": _latex(reference.issue),
        "pages": "--".join(_latex(end) for end in page_ends(reference.page) if end),
        "doi": one_line(reference.doi).translate(_ADDRESS),
        "pmid": _latex(reference.pmid),
        "url": one_line(reference.url).translate(_ADDRESS),
        "urldate": _latex(reference.accessed),
        "annote": _latex(reference.remark),
    }


def _latex(text: str) -> str:
    return one_line(text).translate(_LATEX)


def _authors(reference: Reference) -> str:
    names = [name for name in map(_name, reference.authors) if name]
    return " and ".join([*names, "others"] if names and reference.et_al else names)


def _name(author: Author) -> str:
    if author.literal:
        body = _latex(author.literal)
        return f"{{{body}}}" if body else ""
    return ", ".join(
        part for part in (_part(author.family), _part(initials_apart(author.given))) if part
    )


def _part(name: str) -> str:
    text = _latex(name)
    return f"{{{text}}}" if _SPLITS_A_NAME.search(text) else text
