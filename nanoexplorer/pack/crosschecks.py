"""What no single cell can tell: ids, pointers, and the rules that tie tables together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from nanoexplorer.core.profile import Field, Value
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.schema import ANY_FIELD, COUNTS, MANY, NAMED, TABLES, Column
from nanoexplorer.pack.tables import Row

Rows = Mapping[str, list[Row]]


def at(table: str, row: Row, column: str, code: str, found: str = "", allowed: str = "") -> Problem:
    """A problem of one cell."""
    return Problem(TABLES[table].file, str(row.line), column, code, found, allowed)


def crosschecks(rows: Rows, sources: set[str], references: set[str]) -> Iterator[Problem]:
    """Every problem that shows only when the tables are seen together (fields apart)."""
    yield from _repeated(rows)
    yield from _retired(rows)
    yield from _dangling(rows, sources, references)
    yield from _named(rows)
    yield from _statements(rows)
    yield from _strategies(rows)
    yield from _evidence(rows)
    yield from _effects(rows)


def _repeated(rows: Rows) -> Iterator[Problem]:
    for name, table in TABLES.items():
        seen: set[tuple[str, ...]] = set()
        for row in rows[name]:
            key = tuple(str(row.cells[column]) for column in table.unique)
            if key in seen:
                found = ", ".join(part for part in key if part)
                yield at(name, row, ", ".join(table.unique), "duplicate", found)
            seen.add(key)


def _retired(rows: Rows) -> Iterator[Problem]:
    gone = {(row.text("table"), row.text("id")): row.text("version") for row in rows["retired"]}
    for row in rows["retired"]:
        if row.text("table") not in TABLES:
            yield at("retired", row, "table", "not-allowed", row.text("table"), ", ".join(TABLES))
    for name, table in TABLES.items():
        if name == "retired" or "id" not in {column.name for column in table.columns}:
            continue
        for row in rows[name]:
            if (name, row.text("id")) in gone:
                version = gone[name, row.text("id")]
                yield at(name, row, "id", "retired-id", row.text("id"), version)


def _dangling(rows: Rows, sources: set[str], references: set[str]) -> Iterator[Problem]:
    there = {"sources": sources, "references": references}
    for name, found in rows.items():
        there[name] = {row.text("id") for row in found if "id" in row.cells}
    for term in rows["vocabulary"]:
        there.setdefault(f"vocabulary:{term.text('list')}", set()).add(term.text("id"))
    for name, table in TABLES.items():
        for column in table.columns:
            if column.points_at:
                yield from _pointers(name, column, rows[name], there.get(column.points_at, set()))


def _pointers(name: str, column: Column, rows: list[Row], there: set[str]) -> Iterator[Problem]:
    for row in rows:
        for value in row.many(column.name) if column.many else (row.text(column.name),):
            if value and value not in there:
                listed = column.points_at if len(there) > 20 else ", ".join(sorted(there))
                yield at(name, row, column.name, "points-nowhere", value, listed)


def _named(rows: Rows) -> Iterator[Problem]:
    for name, column in (("statements", "disease"), ("evidence", "scope")):
        for row in rows[name]:
            if (row.text(column) == NAMED) != bool(row.text(f"{column}_named")):
                found = row.text(f"{column}_named")
                yield at(name, row, f"{column}_named", "name-with-other-only", found, NAMED)


def _effects(rows: Rows) -> Iterator[Problem]:
    """Rows of one alternative are ANDed, so it is a reason for or against as a whole; what is
    unknown is no reason against."""
    first: dict[tuple[str, int | None], str] = {}
    for row in rows["criteria"]:
        effect = row.text("effect")
        held = first.setdefault((row.text("strategy"), row.number("alternative")), effect)
        if held != effect:
            yield at("criteria", row, "effect", "mixed-effects", effect, held)
        if effect == "against" and row.text("when_unknown") == "open":
            yield at("criteria", row, "when_unknown", "not-allowed", "open", "caveat")


def _statements(rows: Rows) -> Iterator[Problem]:
    subjects = {row.text("statement") for row in rows["statement_subjects"]}
    for row in rows["statement_subjects"]:
        if bool(row.text("strategy")) == bool(row.text("topic")):
            yield at("statement_subjects", row, "strategy", "one-of-two", "", "strategy, topic")
    for row in rows["statements"]:
        if row.text("id") not in subjects:
            yield at("statements", row, "id", "no-subject", row.text("id"))
        if (row.text("marker") == "none") == bool(row.many("references")):
            yield at("statements", row, "references", "references-and-marker", row.text("marker"))


def _strategies(rows: Rows) -> Iterator[Problem]:
    said = {row.text("strategy") for row in rows["statement_subjects"]}
    placed = {row.text("strategy") for row in rows["evidence"]}
    for row in rows["strategies"]:
        carrier_kind = row.text("kind") == "nanocarrier-strategy"
        for column in ("carrier", "purpose"):
            if carrier_kind != bool(row.text(column)):
                found = row.text(column)
                yield at("strategies", row, column, "for-nanocarriers", found)
        if row.text("id") not in said:
            yield at("strategies", row, "id", "no-statement", row.text("id"))
        if row.text("id") not in placed:
            yield at("strategies", row, "id", "no-status", row.text("id"))


def _evidence(rows: Rows) -> Iterator[Problem]:
    of = {row.text("id"): row.text("source") for row in rows["statements"]}
    about = {(r.text("statement"), r.text("strategy")) for r in rows["statement_subjects"]}
    for name in ("evidence", "criteria"):
        for row in rows[name]:
            statement = row.text("statement")
            if statement in of and (statement, row.text("strategy")) not in about:
                yield at(name, row, "statement", "statement-about-another", statement)
    for row in rows["evidence"]:
        source = of.get(row.text("statement"))
        if source and source != row.text("source"):
            yield at("evidence", row, "statement", "statement-of-another-source", source)
    cited = {row.text("id"): row.many("references") for row in rows["statements"]}
    for row in rows["citation_checks"]:
        references = cited.get(row.text("statement"))
        if references is not None and row.text("reference") not in references:
            yield at("citation_checks", row, "reference", "not-cited-there", row.text("reference"))


def ranks(rows: Rows) -> Iterator[Problem]:
    """Statuses form one ladder: no two share a rank."""
    by_rank = sorted(rows["statuses"], key=lambda row: row.number("rank") or 0)
    for one, other in pairwise(by_rank):
        if one.number("rank") == other.number("rank"):
            yield at("statuses", other, "rank", "duplicate", str(other.number("rank")))


def criterion_value(
    field: Field, test: str, text: str
) -> tuple[Value | tuple[Value, ...] | None, str]:
    """The value of a test on a field, several of `one-of`, or None and what is allowed."""
    if test == "one-of":
        texts = [part.strip() for part in text.split(MANY)]
        values = tuple(v for part in texts if (v := _known(field, part)) is not None)
        if len(set(values)) == len(texts):
            return values, ""
    elif test != "outside" and (field.kind == "count" or test in ANY_FIELD):
        value = _known(field, text)
        if value is not None:
            return value, ""
    return None, _allowed(field)


def _known(field: Field, text: str) -> Value | None:
    value = field.parse(text)
    known = value is not None and field.is_known(value)
    return value if known and str(value) == text else None


def _allowed(field: Field) -> str:
    if field.kind == "choice":
        return f"{', '.join(ANY_FIELD)}: {', '.join(field.known_options())}"
    return f"{', '.join((*ANY_FIELD, *COUNTS))}: {field.minimum}–{field.maximum}"
