"""RIS as reference managers export it, as CSL's entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Entry = dict[str, Any]
TYPES: Final = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-newspaper",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "BLOG": "webpage",
}
_PLAIN: Final = {
    "volume": ("volume",),
    "issue": ("number",),
    "publisher": ("publisher",),
    "DOI": ("doi",),
    "title": ("title", "primary_title"),
    "container-title": ("journal_name", "secondary_title", "alternate_title3", "alternate_title2"),
    "abstract": ("abstract", "notes_abstract"),
    "language": ("language",),
    "ISSN": ("issn",),
    "id": ("id",),
}
_READ: Final = frozenset(
    (
        *("type_of_reference", "authors", "first_authors", "year", "publication_year", "date"),
        *("start_page", "end_page", "urls", "access_date", "notes", "accession_number"),
        *(name for names in _PLAIN.values() for name in names),
    )
)


def entries_in(text: str) -> list[Entry]:
    """The records of a file; raises ValueError where it is none of RIS."""
    import rispy  # only where a file of RIS is read

    try:
        records = rispy.loads(text, skip_unknown_tags=False)
    except Exception as error:  # whatever the library meets in a file that is none of its kind
        raise ValueError(type(error).__name__) from error
    if text.strip() and not records:
        raise ValueError("TY")
    return [_entry(record) for record in records]


def _entry(record: Mapping[str, Any]) -> Entry:
    entry: Entry = {"type": TYPES.get(str(record.get("type_of_reference")), "document")}
    for key, names in _PLAIN.items():
        if value := next((str(record[name]) for name in names if record.get(name)), ""):
            entry[key] = value
    people = [*record.get("first_authors", ()), *record.get("authors", ())]
    entry["author"] = [_author(str(name)) for name in people]
    year = next((str(record[n]) for n in ("year", "publication_year", "date") if record.get(n)), "")
    entry["issued"] = {"raw": year} if year else {}
    pages = (str(record.get(name, "")) for name in ("start_page", "end_page"))
    entry["page"] = "-".join(page for page in pages if page)
    entry["URL"] = next(iter(record.get("urls", ())), "")
    entry["note"] = "\n".join(map(str, record.get("notes", ())))
    if (number := str(record.get("accession_number", ""))).isdecimal():
        entry["PMID"] = number
    others = {f"ris-{name}": value for name, value in record.items() if name not in _READ}
    return {**entry, **others}


def _author(name: str) -> Entry:
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 1:
        return {"literal": name}
    return dict(zip(("family", "given", "suffix"), filter(None, parts), strict=False))
