"""BibTeX as reference managers export it, as CSL's entries."""

from __future__ import annotations

import re
from typing import Any, Final

Entry = dict[str, Any]
TYPES: Final = {
    "article": "article-journal",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "techreport": "report",
    "report": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
}
_PLAIN: Final = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages",),
    "publisher": ("publisher", "institution", "school"),
    "DOI": ("doi",),
    "URL": ("url",),
    "PMID": ("pmid",),
    "note": ("note",),
    "abstract": ("abstract",),
    "language": ("language", "langid"),
    "ISSN": ("issn",),
}
_READ: Final = frozenset(
    (*("author", "year", "date"), *(name for names in _PLAIN.values() for name in names))
)
_BRACES = re.compile(r"(?<!\\)[{}]")


def entries_in(text: str) -> list[Entry]:
    """The entries of a file; raises ValueError where it is none of BibTeX."""
    from bibtexparser import middlewares as steps  # only where a file of BibTeX is read
    from bibtexparser.entrypoint import parse_string

    try:
        stack = [steps.SeparateCoAuthors(), steps.SplitNameParts(), steps.LatexDecodingMiddleware()]
        library = parse_string(text, append_middleware=stack)
    except Exception as error:  # whatever the library meets in a file that is none of its kind
        raise ValueError(type(error).__name__) from error
    if library.failed_blocks:
        raise ValueError(f"line {(library.failed_blocks[0].start_line or 0) + 1}")
    if text.strip() and not library.entries:
        raise ValueError("@")
    return [_entry(entry) for entry in library.entries]


def _entry(read: Any) -> Entry:  # noqa: ANN401
    fields = {field.key.lower(): field.value for field in read.fields}
    entry: Entry = {"id": read.key, "type": TYPES.get(read.entry_type.lower(), "document")}
    for key, names in _PLAIN.items():
        if value := next((_plain(fields[name]) for name in names if fields.get(name)), ""):
            entry[key] = value
    entry["page"] = entry.get("page", "").replace("–", "-")
    entry["author"] = [_author(name) for name in fields.get("author", ())]
    year = _plain(fields.get("year") or fields.get("date") or "")
    entry["issued"] = {"raw": year} if year else {}
    others = {f"bibtex-{n}": _plain(v) for n, v in fields.items() if n not in _READ}
    return {**entry, **others}


def _plain(value: object) -> str:
    return " ".join(_BRACES.sub("", str(value)).split())


def _author(name: Any) -> Entry:  # noqa: ANN401
    """A person; one without a first name is a body."""
    family = _plain(" ".join([*name.von, *name.last, *name.jr]))
    given = _plain(" ".join(name.first))
    return {"family": family, "given": given} if given else {"literal": family}
