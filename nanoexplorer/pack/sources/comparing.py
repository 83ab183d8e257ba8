"""What can be compared of a pack with the texts of its sources: not whether a claim is right, but
whether its place, its references, its numbers and what it quotes are there, and nothing is copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from nanoexplorer.core.decision_table import wanted
from nanoexplorer.core.evidence import Reference, Statement
from nanoexplorer.core.folding import fold
from nanoexplorer.core.profile import Field, Number
from nanoexplorer.pack.loader import ReadPack
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.schema import CRITERIA, EVIDENCE, QUANTITIES, STATEMENTS, TABLES, Table
from nanoexplorer.pack.sources.text import ABSTRACT, MOST_CITED, Section, SourceText

RUN: Final = 10
"""Words in a row that are taken for a copy."""
_GROUPS = ",\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE} "
"""What stands between the thousands of a number."""
_NUMBER = re.compile(rf"\d{{1,3}}(?:[{_GROUPS}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W_]+")
_IN_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_BLANKS = re.compile(r"\s+")
_VERBATIM = ("section", "label", "hedge")
"""Columns that say what the source says, as it stands."""

Texts = Mapping[str, SourceText]


class Coverage(NamedTuple):
    """Of one source: its sections with how many statements each has, in the text's order."""

    source: str
    sections: tuple[tuple[str, int], ...]


def source_texts(read: ReadPack, texts: Mapping[str, str]) -> dict[str, SourceText]:
    """The texts of sources, taken apart by the headings that the pack's statements name."""
    named: dict[str, list[str]] = {}
    for statement in read.pack.statements:
        named.setdefault(statement.source, []).append(statement.section)
    return {source: SourceText(text, named.get(source, ())) for source, text in texts.items()}


def compared(read: ReadPack, texts: Texts) -> list[Problem]:
    """Everything in a pack that does not fit the texts of its sources."""
    said = {statement.id: statement for statement in read.pack.statements}
    found = list(_statements(read, texts))
    for table, column in ((EVIDENCE, "label"), (CRITERIA, "hedge")):
        for number, row in _numbered(read, table):
            section = _section_of(said[row.statement], texts)
            quoted = getattr(row, column)
            if quoted and section and not _stands(quoted, section.text):
                code = "label-not-there", quoted, section.heading
                found.append(Problem(table.file, str(number), column, *code))
    for number, row in _numbered(read, QUANTITIES):
        section = _section_of(said[row.statement], texts)
        for figure in _missing(row.value, section.text) if section else ():
            code = "number-not-there", figure, section.heading if section else ""
            found.append(Problem(QUANTITIES.file, str(number), "value", *code))
    return [*found, *_conditions(read), *_copied(read, texts)]


def _conditions(read: ReadPack) -> Iterator[Problem]:
    """Numbers that a source is said to state, and that are none of those that its statement has."""
    for number, row in _numbered(read, CRITERIA):
        statement, field = read.pack.statement[row.statement], read.pack.field.get(row.field)
        there = _numbers_in(statement.text)
        if field is None or row.basis != "stated" or not there:
            continue
        for value in wanted(row):
            if not isinstance(value, str) and there.isdisjoint(_near(field, value)):
                wrong = "value", "number-not-said", field.written(value), statement.id
                yield Problem(CRITERIA.file, str(number), *wrong)


def _near(field: Field, value: Number) -> set[str]:
    """The ways to say a number: *at most 3* is *fewer than four* too."""
    beside = [field.on(value, steps) for steps in (-1, 0, 1)]
    return {f"{n:.12g}" for n in beside} | {field.written(n) for n in beside}


def _numbered(read: ReadPack, table: Table[Any]) -> Iterator[tuple[int, Any]]:
    sheet = read.sheets.get(table.name)
    if sheet is not None:
        rows = getattr(read.pack, table.name)
        yield from zip((number for number, _ in sheet.rows), rows, strict=True)


def _section_of(statement: Statement, texts: Texts) -> Section | None:
    text = texts.get(statement.source)
    return text.section(statement.section) if text else None


def _statements(read: ReadPack, texts: Texts) -> Iterator[Problem]:
    for number, statement in _numbered(read, STATEMENTS):
        text = texts.get(statement.source)
        if text is None:
            continue
        section = text.section(statement.section)
        if section is None:
            wrong = "section", "no-such-section", statement.section, statement.source
            yield Problem(STATEMENTS.file, str(number), *wrong)
            continue
        for id_ in statement.references:
            if not _cites(section, text, read.pack.reference[id_], statement.source):
                wrong = "references", "not-cited-in-section", id_, section.heading
                yield Problem(STATEMENTS.file, str(number), *wrong)
        for figure in _missing(statement.text, section.text):
            wrong = "text", "number-not-there", figure, section.heading
            yield Problem(STATEMENTS.file, str(number), *wrong)


def _cites(section: Section, text: SourceText, reference: Reference, source: str) -> bool:
    """Whether a section cites a reference: by its number, else by its first author. Where there are
    numbers and no list that says whose they are, nobody can tell, and it is taken for cited.
    """
    numbers = _numbers_of(text, reference, source) if text.has_marks else set()
    if numbers:
        return bool(numbers & section.cited)
    if text.has_marks and not text.entries:
        return True
    names = [author.family or author.literal for author in reference.authors[:1]]
    return all(fold(name) in fold(section.text) for name in names)


def _numbers_of(text: SourceText, reference: Reference, source: str) -> set[int]:
    """Its numbers in the list: where its DOI or its title stands, else as its id ends. Without a
    list, an id that is the source's with a number.
    """
    doi, title = fold(reference.doi), _plain(reference.title)
    for found in (
        {n for n, entry in text.entries.items() if doi and doi in fold(entry)},
        {n for n, entry in text.entries.items() if title and title in _plain(entry)},
    ):
        if found:
            return found
    of, _, last = reference.id.rpartition("-")
    if not last.isdecimal():
        return set()
    own = not text.entries and of == source and int(last) <= MOST_CITED
    return {int(last)} if own or int(last) in text.entries else set()


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _stands(quoted: str, text: str) -> bool:
    """Whether words stand in a text as they are, but for case and kinds of blanks."""
    return _BLANKS.sub(" ", quoted).casefold() in _BLANKS.sub(" ", text).casefold()


def _missing(said: str, text: str) -> list[str]:
    """The numbers of a text of the pack that a source's text has in none of the ways to read them,
    as they stand.
    """
    there = _numbers_in(text)
    figures = dict.fromkeys(_NUMBER.findall(said))
    return sorted(f for f in figures if not any(read <= there for read in _readings(f)))


def _readings(number: str) -> Iterator[set[str]]:
    """As one number, its thousands apart or not; as a decimal, or numbers with blanks between."""
    yield {re.sub(f"[{_GROUPS}]", "", number)}
    yield set(number.replace(",", ".").split())


def _numbers_in(text: str) -> set[str]:
    """The numbers of a source's text, those in words too."""
    said = set(_WORD.findall(text.casefold()))
    spelt = {str(number) for number, word in enumerate(_IN_WORDS, start=2) if word in said}
    return spelt.union(*(read for n in _NUMBER.findall(text) for read in _readings(n)))


def _copied(read: ReadPack, texts: Texts) -> Iterator[Problem]:
    runs = {run for text in texts.values() for run in _runs(text.whole)}
    for table in TABLES.values():
        sheet = read.sheets.get(table.name)
        for number, cells in sheet.rows if sheet else ():
            for column, cell in zip(sheet.header if sheet else (), cells, strict=False):
                run = next((run for run in _runs(cell) if run in runs), "")
                if run and column not in _VERBATIM:
                    yield Problem(table.file, str(number), column, "copied", run, str(RUN))


def _runs(text: str) -> Iterator[str]:
    """Every run of words, without case and signs."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


def coverage(read: ReadPack, texts: Texts) -> list[Coverage]:
    """How many statements each section of a source has."""
    found = []
    for source, text in texts.items():
        named = [s.section for s in read.pack.statements if s.source == source]
        if not text.sections:  # it is one, whatever the statements call it
            found.append(Coverage(source, ((named[0] if named else ABSTRACT, len(named)),)))
            continue
        headings = dict.fromkeys([*(s.heading for s in text.sections if s.text), *named])
        rows = {fold(heading): heading for heading in headings}
        counts = [(h, sum(fold(name) == key for name in named)) for key, h in rows.items()]
        found.append(Coverage(source, tuple(counts)))
    return found
