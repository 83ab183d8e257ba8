"""What no single cell can tell: ids, pointers, and the rules that tie tables together.

Where a table could not be read whole, nothing is said of what points at it: hundreds of lines would
bury the one that names the cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from nanoexplorer.core.cells import Column
from nanoexplorer.core.folding import fold, folded_words
from nanoexplorer.pack.naming import slug_of
from nanoexplorer.pack.problems import Problem, Wrong, near
from nanoexplorer.pack.profiles import MANY
from nanoexplorer.pack.schema import (
    CITATION_CHECKS,
    CRITERIA,
    EVIDENCE,
    GLOSSARY,
    KINDS,
    NOTES,
    RETIRED,
    SCOPES,
    SEARCH_WORDS,
    STATEMENTS,
    STATUSES,
    STRATEGIES,
    TABLES,
    TOPICS,
    VOCABULARY,
    Table,
    file_of,
    files_of,
)
from nanoexplorer.pack.tables import Line, Rows

LISTED = 20


def problem_at(table: Table[Any], line: Line[Any], column: str, *wrong: str) -> Problem:
    """A problem of one cell."""
    return Problem(table.file, str(line.number), column, *Wrong(*wrong))


def crosschecks(rows: Rows, sources: set[str], references: set[str]) -> Iterator[Problem]:
    """Every problem that shows only when the tables are seen together (fields apart)."""
    there = _ids(rows, sources, references)
    yield from _hollow(rows, there)
    yield from _repeated(rows)
    yield from _retired(rows)
    yield from _dangling(rows, there)
    yield from _kinds(rows)
    yield from _scopes(rows)
    yield from _named(rows)
    yield from _statements(rows)
    yield from _strategies(rows)
    yield from _topics(rows)
    yield from _abouts(rows)
    yield from _evidence(rows)
    yield from _effects(rows)
    yield from _ranks(rows)
    yield from _disputes(rows)
    yield from _search_words(rows)


def _repeated(rows: Rows) -> Iterator[Problem]:
    for table in TABLES.values():
        seen: set[tuple[str, ...]] = set()
        parts = ([str(getattr(row, part)) for row in rows.all(table)] for part in table.unique)
        keys = list(zip(*parts, strict=True))
        if len(set(keys)) == len(keys):
            continue
        for line, key in zip(rows[table], keys, strict=True):
            if (table.name, line.number) in rows.wrong:
                continue
            if key in seen:
                found = ", ".join(part for part in key if part)
                yield problem_at(table, line, ", ".join(table.unique), "duplicate", found)
            seen.add(key)


def _retired(rows: Rows) -> Iterator[Problem]:
    gone = {(row.table, row.id): row.version for row in rows.all(RETIRED)}
    for line in rows[RETIRED]:
        if line.row.table and line.row.table not in TABLES:
            allowed = ", ".join(TABLES), near(line.row.table, TABLES)
            yield problem_at(RETIRED, line, "table", "not-allowed", line.row.table, *allowed)
    for name, table in TABLES.items():
        if table is not RETIRED and "id" in _columns(table):
            for line in rows[table]:
                if (name, line.row.id) in gone:
                    version = gone[name, line.row.id]
                    yield problem_at(table, line, "id", "retired-id", line.row.id, version)


def _columns(table: Table[Any]) -> set[str]:
    return {column.name for column in table.columns}


def _ids(rows: Rows, sources: set[str], references: set[str]) -> dict[str, set[str]]:
    """What can be pointed at, by table or list of the vocabulary."""
    there = {"sources": sources, "references": references}
    for name, table in TABLES.items():
        if "id" in _columns(table):
            there[name] = {row.id for row in rows.all(table)}
    for term in rows.all(VOCABULARY):
        there.setdefault(f"vocabulary:{term.list}", set()).add(term.id)
    return there


def _hollow(rows: Rows, there: dict[str, set[str]]) -> Iterator[Problem]:
    """Tables that others point at and in which nothing stands: one line each, and no echoes."""
    pointed = {
        target.partition(":")[0]
        for table in TABLES.values()
        for column in table.columns
        for target in column.cell.points_at
        if _values(table, column, rows) - _there(column, there, but=target)
    }
    pointed |= {table.name for table in TABLES.values() if table.needed}
    for name in sorted(pointed - rows.torn):
        if not there.get(name) and not (name in TABLES and rows[TABLES[name]]):
            code = "no-file" if name in rows.absent else "no-rows"
            rows.torn.add(name)
            yield Problem(file_of(name), "", "", code)


def _dangling(rows: Rows, there: dict[str, set[str]]) -> Iterator[Problem]:
    for table in TABLES.values():
        for column in table.columns:
            targets = {target.partition(":")[0] for target in column.cell.points_at}
            if targets and not targets & rows.torn:
                known = rows.renamed if "fields" in targets else set()
                yield from _pointers(table, column, rows, _there(column, there) | known)


def _there(column: Column, there: dict[str, set[str]], but: str = "") -> set[str]:
    """What a column can point at, without one of its tables."""
    targets = (target for target in column.cell.points_at if target != but)
    return set[str]().union(*(there.get(target, set()) for target in targets))


def _values(table: Table[Any], column: Column, rows: Rows) -> set[str]:
    """What stands in a column."""
    cells = {getattr(row, column.name) for row in rows.all(table)}
    return set(chain.from_iterable(cells) if column.many else cells) - {""}


def _pointers(table: Table[Any], column: Column, rows: Rows, there: set[str]) -> Iterator[Problem]:
    nowhere = _values(table, column, rows) - there
    for line in rows[table] if nowhere else ():
        found = getattr(line.row, column.name)
        for value in found if column.many else (found,):
            if value in nowhere:
                code, allowed = "points-nowhere", ", ".join(sorted(there))
                if len(there) > LISTED:
                    code, allowed = "not-in-file", files_of(column.cell)
                meant = near(value, there) or near(slug_of(value), there)
                if column.many:
                    meant = _several(value, there) or meant
                yield problem_at(table, line, column.name, code, value, allowed, meant)


def _several(text: str, there: set[str]) -> str:
    """What was meant where known names stand with commas between them."""
    parts = [part.strip() for part in text.split(",")]
    known = len(parts) > 1 and all(part in there or slug_of(part) in there for part in parts)
    return f"{MANY} ".join(parts) if known else ""


def _kinds(rows: Rows) -> Iterator[Problem]:
    """A kind has a map with rows and columns, or none of these."""
    for line in rows[KINDS]:
        row = line.row
        for column in ("map_rows", "map_columns"):
            found = getattr(row, column)
            if bool(found) != bool(row.map_order) and (KINDS.name, line.number) not in rows.wrong:
                yield problem_at(KINDS, line, column, "with-map-order-only", found)


def _scopes(rows: Rows) -> Iterator[Problem]:
    """One scope is what the pack is about."""
    own = [line for line in rows[SCOPES] if line.row.means == "subject"]
    if rows[SCOPES] and len(own) != 1 and rows.sound(SCOPES):
        yield Problem(SCOPES.file, "", "means", "not-one-subject", str(len(own)), "subject")


def _named(rows: Rows) -> Iterator[Problem]:
    if not rows.sound(SCOPES):
        return
    takes_name = {row.id for row in rows.all(SCOPES) if row.means == "named"}
    there = {row.id for row in rows.all(SCOPES)}
    named_in: tuple[tuple[Table[Any], str], ...] = ((STATEMENTS, "disease"), (EVIDENCE, "scope"))
    for table, column in named_in:
        for line in rows[table]:
            kept, named = getattr(line.row, column), getattr(line.row, f"{column}_named")
            if kept in there and (kept in takes_name) != bool(named):
                wrong = "name-with-other-only", named, ", ".join(sorted(takes_name))
                yield problem_at(table, line, f"{column}_named", *wrong)


def _statements(rows: Rows) -> Iterator[Problem]:
    for line in rows[STATEMENTS]:
        marker = line.row.marker
        if marker == "none" and line.row.references:
            yield problem_at(STATEMENTS, line, "marker", "marker-none", marker)
        elif marker not in ("", "none") and not line.row.references:
            yield problem_at(STATEMENTS, line, "references", "marked", marker)


def _strategies(rows: Rows) -> Iterator[Problem]:
    said = {id_ for row in rows.all(STATEMENTS) for id_ in row.subjects}
    placed = {row.strategy for row in rows.all(EVIDENCE)}
    kinds = rows.all(KINDS) if rows.sound(KINDS) else ()
    maps = {row.id: (row.map_rows, row.map_columns) for row in kinds}
    for line in rows[STRATEGIES]:
        id_ = line.row.id
        for column in ("carrier", "purpose"):
            found = getattr(line.row, column)
            if line.row.kind in maps and (column in maps[line.row.kind]) != bool(found):
                yield problem_at(STRATEGIES, line, column, "for-the-map-only", found, column)
        if id_ and id_ not in said and rows.whole(STATEMENTS):
            yield problem_at(STRATEGIES, line, "id", "no-statement", id_)
        if id_ and id_ not in placed and rows.whole(EVIDENCE):
            yield problem_at(STRATEGIES, line, "id", "no-status", id_)


def _topics(rows: Rows) -> Iterator[Problem]:
    """A subject is a strategy or a topic, and its id says which."""
    strategies = {row.id for row in rows.all(STRATEGIES)}
    for line in rows[TOPICS]:
        if line.row.id and line.row.id in strategies:
            yield problem_at(TOPICS, line, "id", "also-a-strategy", line.row.id)


def _abouts(rows: Rows) -> Iterator[Problem]:
    """What rests on a statement is of a strategy that the statement is about."""
    if not rows.whole(STATEMENTS):
        return
    about = {row.id: row.subjects for row in rows.all(STATEMENTS) if row.subjects}
    resting: tuple[Table[Any], ...] = (EVIDENCE, CRITERIA)
    for table in resting:
        for line in rows[table]:
            said = line.row.statement
            if line.row.strategy and said in about and line.row.strategy not in about[said]:
                yield problem_at(table, line, "statement", "statement-about-another", said)


def _evidence(rows: Rows) -> Iterator[Problem]:
    statements = {row.id: row for row in rows.all(STATEMENTS)}
    alternatives = {(c.strategy, c.alternative) for c in rows.all(CRITERIA) if c.effect == "for"}
    for line in rows[EVIDENCE]:
        tied = line.row.alternative
        if tied and rows.sound(CRITERIA) and (line.row.strategy, tied) not in alternatives:
            yield problem_at(EVIDENCE, line, "alternative", "no-such-alternative", str(tied))
        said = statements.get(line.row.statement)
        if said and said.source and line.row.source and said.source != line.row.source:
            found = "statement-of-another-source", said.source
            yield problem_at(EVIDENCE, line, "statement", *found)
    for check in rows[CITATION_CHECKS]:
        said = statements.get(check.row.statement)
        if said and said.references and check.row.reference not in said.references:
            found = "not-cited-there", check.row.reference
            yield problem_at(CITATION_CHECKS, check, "reference", *found)


def _effects(rows: Rows) -> Iterator[Problem]:
    """Rows of one alternative are ANDed, so it is a reason for or against as a whole; what is
    unknown is no reason against.
    """
    first: dict[tuple[str, int], str] = {}
    for line in rows[CRITERIA]:
        row = line.row
        if (CRITERIA.name, line.number) in rows.wrong:
            continue
        held = first.setdefault((row.strategy, row.alternative), row.effect)
        if held != row.effect:
            yield problem_at(CRITERIA, line, "effect", "mixed-effects", row.effect, held)
        if row.effect == "against" and row.when_unknown == "open":
            yield problem_at(CRITERIA, line, "when_unknown", "open-against", "open")
        if row.effect == "for" and row.field and not row.when_unknown:
            yield problem_at(CRITERIA, line, "when_unknown", "not-said-when-unknown")


def _ranks(rows: Rows) -> Iterator[Problem]:
    """Statuses are one scale: no two share a rank, and what is not stated is below all."""
    seen = set()
    lowest = min((row.rank for row in rows.all(STATUSES) if row.stated), default=0)
    for line in rows[STATUSES]:
        if (STATUSES.name, line.number) in rows.wrong:
            continue
        if line.row.rank in seen:
            yield problem_at(STATUSES, line, "rank", "duplicate", str(line.row.rank))
        seen.add(line.row.rank)
        if rows.sound(STATUSES) and not line.row.stated and line.row.rank > lowest:
            yield problem_at(
                STATUSES, line, "rank", "not-stated-above", str(line.row.rank), str(lowest)
            )


def _disputes(rows: Rows) -> Iterator[Problem]:
    """A note disputes statuses of the strategies it is on; *not stated* states nothing."""
    if not (rows.whole(EVIDENCE) and rows.sound(STATUSES)):
        return
    silent = {row.id for row in rows.all(STATUSES) if not row.stated}
    stated = [row for row in rows.all(EVIDENCE) if row.status not in silent]
    for line in rows[NOTES]:
        allowed = [row.key for row in stated if row.strategy in line.row.strategies]
        for key in line.row.disputes:
            if key not in allowed:
                found = "not-a-status-there", key, "", near(key, allowed)
                yield problem_at(NOTES, line, "disputes", *found)


def _search_words(rows: Rows) -> Iterator[Problem]:
    """What a search word finds stands in the names of a strategy, in a statement or a term."""
    if rows.torn & {STRATEGIES.name, STATEMENTS.name, GLOSSARY.name}:
        return
    named = [entry for row in rows.all(GLOSSARY) for entry in (row.term, row.expansion, *row.also)]
    for row in rows.all(STRATEGIES):
        named += [row.name, *row.drugs, *row.also_called]
    searched = _Texts([*named, *(row.text for row in rows.all(STATEMENTS))])
    for line in rows[SEARCH_WORDS]:
        for column, text in (("word", line.row.word), ("finds", line.row.finds)):
            read = folded_words(text)
            finds = column == "word" or read in searched
            if text and not (read and finds):
                yield problem_at(SEARCH_WORDS, line, column, "finds-nothing", text)


class _Texts:
    """Texts in which words are looked for: one is taken apart only where it may have them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._folded = "\n".join(map(fold, texts))
        self._read: dict[int, str] = {}

    def __contains__(self, words: str) -> bool:
        """Whether folded words stand side by side in one of the texts."""
        first, start, line = words.partition(" ")[0], 0, 0
        while first and (at := self._folded.find(first, start)) >= 0:
            line += self._folded.count("\n", start, at)
            if line not in self._read:
                self._read[line] = f" {folded_words(self._texts[line])} "
            if f" {words} " in self._read[line]:
                return True
            start = self._folded.find("\n", at)
            if start < 0:
                return False
        return False
