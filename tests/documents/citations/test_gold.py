"""The bundled references in each format, read by libraries that are not ours: 1:1 as in `gold`."""

from __future__ import annotations

import re

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from pybtex.database import Entry, Person
from pybtex.database.input.bibtex import Parser

from nanoexplorer.documents.citations import dump
from nanoexplorer.documents.citations.plain import AUTHORS_CUT
from tests.documents.citations.gold import Gold, gold, pages, references

EXACT = re.compile(r"[{}\\]")


def test_the_gold_list_has_every_reference_of_the_pack() -> None:
    assert [line.id for line in gold()] == [reference.id for reference in references()]


def test_rispy_reads_every_record_as_it_is() -> None:
    records = rispy.loads(dump(references(), "ris"))
    found = [
        Gold(
            id=record["id"],
            csl=line.csl,
            ris=record["type_of_reference"],
            bibtex=line.bibtex,
            authors="; ".join(record.get("authors", [])),
            cut="yes" if AUTHORS_CUT in record.get("notes", []) else "no",
            year=record.get("year", ""),
            title=record["title"],
            venue=record.get("secondary_title", ""),
            publisher=record.get("publisher", ""),
            volume=record.get("volume", ""),
            issue=record.get("number", ""),
            pages=pages(record.get("start_page", ""), record.get("end_page", "")),
            doi=record.get("doi", ""),
            url=record.get("urls", [""])[0],
        )
        for record, line in zip(records, gold(), strict=True)
    ]
    assert found == gold()


def _plain(text: str) -> str:
    return EXACT.sub("", text)


def _name(person: Person) -> str:
    family = " ".join(person.prelast_names + person.last_names)
    given = " ".join(person.first_names + person.middle_names)
    return _plain(", ".join(part for part in (family, given) if part))


def _of_bibtex(key: str, kind: str, fields: dict[str, str], names: list[str], line: Gold) -> Gold:
    """An entry as the list has it; `names` may end in what BibTeX calls *others*."""
    venue = next((fields[n] for n in ("journal", "booktitle", "howpublished") if n in fields), "")
    house = next((fields[n] for n in ("publisher", "school", "institution") if n in fields), "")
    return Gold(
        id=key,
        csl=line.csl,
        ris=line.ris,
        bibtex=kind,
        authors="; ".join(name for name in names if name != "others"),
        cut="yes" if names[-1:] == ["others"] else "no",
        year=fields.get("year", ""),
        title=_plain(fields["title"]),
        venue=_plain(venue),
        publisher=_plain(house),
        volume=_plain(fields.get("volume", "")),
        issue=_plain(fields.get("number", "")),
        pages=fields.get("pages", "").replace("--", "-"),
        doi=fields.get("doi", ""),
        url=fields.get("url", ""),
    )


def test_pybtex_reads_every_entry_as_it_is() -> None:
    data = Parser().parse_string(dump(references(), "bibtex"))
    found = []
    for (key, entry), line in zip(data.entries.items(), gold(), strict=True):
        assert isinstance(entry, Entry)
        names = [_name(person) for person in entry.persons.get("author", [])]
        found.append(_of_bibtex(key, entry.type, dict(entry.fields.items()), names, line))
    assert found == gold()


def test_bibtexparser_reads_every_entry_as_it_is() -> None:
    library = parse_string(dump(references(), "bibtex"), parse_stack=[RemoveEnclosingMiddleware()])
    assert not library.failed_blocks
    found = []
    for entry, line in zip(library.entries, gold(), strict=True):
        fields = {field.key: str(field.value) for field in entry.fields}
        written = fields.get("author", "")
        names = [_plain(name) for name in written.split(" and ")] if written else []
        found.append(_of_bibtex(entry.key, entry.entry_type, fields, names, line))
    assert found == gold()
