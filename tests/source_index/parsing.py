"""A source as extracted text -> its sections, what each cites, and its list of references.

The sources are not part of this repository; only facts and hashes made from them are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

ABSTRACT, REFERENCES = "Abstract", "References"
BESIDE_THE_POINT = ("Funding", "Disclosure")
"""Sections that make no claim a pack could distil."""

_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_SIGNS, "0123456789")
# ⁷, ¹², ^{14,15}, ^{127–129}; in the table [94]. Headings and captions have none that count.
_MARK = re.compile(rf"[{_SIGNS}]+|\^\{{([\d,–-]+)\}}|\[(\d+)\]")
_CAPTION = re.compile(r"(?:Figure|Table) \d+ |Abbreviations?: |Keywords: ")
_ENTRY = re.compile(r"(\d+)\. (.+)")
_DOI = re.compile(r"doi:(\S+)")
_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?=\**[;:.])")
_HEADING_WORDS = 15


class Section(NamedTuple):
    """A heading, the text under it without reference marks, and the references cited in it.

    `status` is for a row of the table alone: the cell as it stands.
    """

    heading: str
    text: str
    references: tuple[int, ...]
    status: str = ""


class Entry(NamedTuple):
    """An entry of the list of references: its number, its DOI where it gives one, its year."""

    number: int
    doi: str
    year: int | None
    text: str


class Source(NamedTuple):
    """A parsed source. `captions` are texts outside the sections, figures' and the table's."""

    sections: tuple[Section, ...]
    captions: tuple[str, ...]
    entries: tuple[Entry, ...]


def parse(text: str) -> Source:
    """Take a source apart. One without an `Abstract:` is an abstract alone: its first paragraph.

    What follows an abstract alone, or the list of references, is furniture of the page.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    start = next((i for i, line in enumerate(lines) if line.startswith(f"{ABSTRACT}: ")), None)
    if start is None:
        return Source((_section(ABSTRACT, lines[:1]),), (), ())
    end = lines.index(REFERENCES)
    body = lines[start:end]
    captions = tuple(line for line in body if _CAPTION.match(line))
    sections = tuple(_sections([line for line in body if not _CAPTION.match(line)]))
    return Source(sections, captions, tuple(_entries(lines[end + 1 :])))


def _sections(body: list[str]) -> Iterator[Section]:
    heading, paragraphs = ABSTRACT, [body[0].removeprefix(f"{ABSTRACT}: ")]
    rows: list[Section] = []
    for line in body[1:]:
        if "\t" in line:
            rows += _row(line)
        elif is_heading(line):
            yield from _finished(heading, paragraphs, rows)
            heading, paragraphs, rows = line, [], []
        else:
            paragraphs.append(line)
    yield from _finished(heading, paragraphs, rows)


def _finished(heading: str, paragraphs: list[str], rows: list[Section]) -> Iterator[Section]:
    if heading not in BESIDE_THE_POINT:
        yield _section(heading, paragraphs)
    yield from rows


def is_heading(line: str) -> bool:
    """A short line that begins with a capital and ends without a full stop or a mark."""
    return (
        line[0].isupper()
        and (line[-1].isalpha() or line[-1] == ")")
        and len(line.split()) <= _HEADING_WORDS
    )


def _row(line: str) -> Iterator[Section]:
    application, particle, status, purpose, example, references = line.split("\t")
    if application != "Application":  # the table's head
        text = "\n".join((application, particle, status, purpose, example))
        yield Section(f"Table 1: {application}", text, tuple(cited(references)), status)


def _section(heading: str, paragraphs: list[str]) -> Section:
    text = " ".join(paragraphs).replace("**", "")
    return Section(heading, _MARK.sub("", text), tuple(sorted(set(cited(text)))))


def cited(text: str) -> Iterator[int]:
    """The reference numbers of all marks in a text, ranges written out."""
    for mark in _MARK.finditer(text):
        numbers = mark[1] or mark[2] or mark[0].translate(_PLAIN)
        for part in numbers.split(","):
            ends = [int(end) for end in re.split("[–-]", part)]
            yield from range(ends[0], ends[-1] + 1)


def _entries(lines: list[str]) -> Iterator[Entry]:
    for line in lines:
        found = _ENTRY.fullmatch(line)
        if found:
            text = found[2]
            doi, year = _DOI.search(text), _YEAR.search(text)
            yield Entry(int(found[1]), doi[1] if doi else "", int(year[1]) if year else None, text)
