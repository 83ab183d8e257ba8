"""References as RIS, the tagged lines that reference managers import."""

from __future__ import annotations

from collections.abc import Iterable

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.documents.citations.plain import AUTHORS_CUT, initials_apart, one_line, page_ends
from nanoexplorer.overriding import override

TYPES = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "document": "GEN",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}


def dump_ris(references: Iterable[Reference]) -> str:
    r"""One record after another, in the order given, with "\n" as the line end.

    RIS files end their lines with CR LF: write the text with `newline="\r\n"`.
    """
    import rispy  # on demand: nothing that opens the window may wait for it

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Without the running number that rispy sets above each record."""

        @override
        def set_header(self, count: int) -> str:
            return ""

    return str(rispy.dumps([_record(r) for r in references], implementation=Writer))


def _record(reference: Reference) -> dict[str, str | list[str]]:
    """The record under rispy's names, in the order of writing; what is unknown is left out."""
    first, last = page_ends(reference.page)
    journal = reference.container if reference.type == "article-journal" else ""
    texts: dict[str, str | list[str]] = {
        "type_of_reference": TYPES.get(reference.type, "GEN"),
        "id": reference.id,
        "authors": [_author(author) for author in reference.authors],
        "title": reference.title,
        "secondary_title": reference.container,
        "journal_name": journal,
        "publisher": reference.publisher,
        "year": "" if reference.year is None else str(reference.year),
        "volume": reference.volume,
        "number": reference.issue,
        "start_page": first,
        "end_page": last,
        "doi": reference.doi,
        "accession_number": reference.pmid,
        "urls": [reference.url],
        "access_date": reference.accessed.replace("-", "/"),
        "notes": [AUTHORS_CUT if reference.et_al else "", reference.remark],
    }
    safe = {name: _safe(value) for name, value in texts.items()}
    return {name: value for name, value in safe.items() if value}


def _safe(value: str | list[str]) -> str | list[str]:
    if isinstance(value, str):
        return one_line(value)
    return [line for line in map(one_line, value) if line]


def _author(author: Author) -> str:
    """As "Family, G. N."; a body's name whole. A comma in either would begin a given name."""
    if author.literal:
        return author.literal.replace(",", " ")
    family = author.family.replace(",", " ")
    given = initials_apart(author.given)
    return f"{family}, {given}" if given else family
