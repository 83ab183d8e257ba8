"""The pack's fields with their options."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from nanoexplorer.core.decision_table import wanted
from nanoexplorer.core.profile import MOST_TOGETHER, SEVERAL, Field, Option, Value
from nanoexplorer.pack.crosschecks import problem_at
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.profiles import Fields
from nanoexplorer.pack.schema import CRITERIA, FIELDS, OPTIONS, Table
from nanoexplorer.pack.tables import Line, Rows

FEWEST_TOGETHER = 2
MOST_NAMED = 6
"""Options of a field of several that criteria name: each more doubles what is to be answered."""


def build_fields(rows: Rows, problems: list[Problem]) -> tuple[Field, ...]:
    """The fields; an option that is of none of them is another check's."""
    if rows[FIELDS] and not rows[OPTIONS] and rows.whole(OPTIONS):
        code = "no-file" if OPTIONS.name in rows.absent else "no-rows"
        problems.append(Problem(OPTIONS.file, "", "", code))
        rows.torn.add(OPTIONS.name)
    options: defaultdict[str, list[Option]] = defaultdict(list)
    for option in rows.all(OPTIONS):
        options[option.field].append(option)
    lines = [
        line._replace(row=line.row._replace(options=tuple(options[line.row.id])))
        for line in rows[FIELDS]
    ]
    renamed = _renamed(lines, options, rows)
    for line in lines:
        if old := renamed.get(line.row.id):
            problems.append(problem_at(FIELDS, line, "id", "renamed-field", line.row.id, old))
            problems += _strayed(old, line.row.id, rows)
            rows.renamed.add(old)
        elif rows.whole(OPTIONS):
            _check_options(line, problems)
        _check_numbers(line, problems)
    _check_alone(rows, problems)
    _check_codes(rows, problems)
    return tuple(line.row for line in lines)


def _renamed(
    lines: list[Line[Field]], options: Mapping[str, list[Option]], rows: Rows
) -> dict[str, str]:
    """The fields without options, and whose options were probably meant to be theirs."""
    ids = {line.row.id for line in lines}
    bare = [line.row.id for line in lines if line.row.id and not line.row.options]
    orphans = [field for field in options if field and field not in ids]
    if not rows.whole(FIELDS, OPTIONS) or len(bare) != 1 or len(orphans) != 1:
        return {}
    return {bare[0]: orphans[0]}


def _strayed(old: str, field: str, rows: Rows) -> Iterator[Problem]:
    """The one option of a field may as well be what is wrong, so it is named beside the field."""
    found = [line for line in rows[OPTIONS] if line.row.field == old]
    if len(found) == 1:
        yield problem_at(OPTIONS, found[0], "field", "points-nowhere", old, field)


def _check_options(line: Line[Field], problems: list[Problem]) -> None:
    field = line.row
    if all(option.known for option in field.options):
        problems.append(problem_at(FIELDS, line, "id", "no-unknown-option", field.id))
    if field.kind == "choice" and not field.known_options():
        problems.append(problem_at(FIELDS, line, "id", "no-known-option", field.id))
    if field.kind == SEVERAL and len(field.together) < FEWEST_TOGETHER:
        problems.append(problem_at(FIELDS, line, "id", "too-few-together", field.id))
    if len(field.together) > MOST_TOGETHER:
        found = str(len(field.together)), str(MOST_TOGETHER)
        problems.append(problem_at(FIELDS, line, "id", "too-many-together", *found))
    numbers = (option.id.isdecimal() for option in field.options)
    if field.has_numbers and (field.known_options() or any(numbers)):
        problems.append(problem_at(FIELDS, line, "id", "count-with-known-option", field.id))


def _check_alone(rows: Rows, problems: list[Problem]) -> None:
    kinds = {field.id: field.kind for field in rows.all(FIELDS)}
    for line in rows[OPTIONS]:
        if line.row.alone and kinds.get(line.row.field, SEVERAL) != SEVERAL:
            problems.append(problem_at(OPTIONS, line, "alone", "one-kind-only", "yes", SEVERAL))


def check_named(rows: Rows, fields: Fields, problems: list[Problem]) -> None:
    """Whether criteria name no more options of a field of several than can be combined quickly."""
    named: defaultdict[str, set[Value]] = defaultdict(set)
    for line in rows[CRITERIA]:
        field = fields.get(line.row.field)
        if field is None or field.kind != SEVERAL:
            continue
        before = len(named[field.id])
        named[field.id].update(set(wanted(line.row)).intersection(field.together))
        if before <= MOST_NAMED < len(named[field.id]):
            found = field.id, str(MOST_NAMED)
            problems.append(problem_at(CRITERIA, line, "value", "too-many-named", *found))


def _check_numbers(line: Line[Field], problems: list[Problem]) -> None:
    field = line.row
    for column in ("step", "unit"):
        found = getattr(field, column)
        if found and field.kind != "decimal":
            problems.append(
                problem_at(FIELDS, line, column, "one-kind-only", str(found), "decimal")
            )
    if not field.has_numbers:
        return
    if not field.minimum < field.maximum:
        found = str(field.maximum)
        problems.append(problem_at(FIELDS, line, "maximum", "not-above-minimum", found))
    check = _check_count if field.kind == "count" else _check_decimal
    check(line, problems)


def _check_count(line: Line[Field], problems: list[Problem]) -> None:
    field = line.row
    for column in ("minimum", "maximum"):
        found = getattr(field, column)
        if not isinstance(found, int):
            problems.append(
                problem_at(FIELDS, line, column, "not-a-number", str(found), "0–999999999")
            )
    for column in ("singular", "plural"):
        if not getattr(field, column):
            problems.append(problem_at(FIELDS, line, column, "empty-text"))


def _check_decimal(line: Line[Field], problems: list[Problem]) -> None:
    field = line.row
    if not field.step:
        problems.append(problem_at(FIELDS, line, "step", "no-step"))
        return
    for column in ("minimum", "maximum"):
        found = getattr(field, column)
        if field.at(field.place(found)) != found:
            problems.append(
                problem_at(FIELDS, line, column, "not-in-steps", str(found), str(field.step))
            )


def _check_codes(rows: Rows, problems: list[Problem]) -> None:
    """A case code can be read back only where letters are not shared."""
    coded: list[tuple[Table[Any], Line[Any], str]] = [
        *((FIELDS, line, "") for line in rows[FIELDS]),
        *((OPTIONS, line, line.row.field) for line in rows[OPTIONS]),
    ]
    seen = set()
    for table, line, within in coded:
        code = line.row.code
        if code and (table.name, within, code) in seen:
            problems.append(problem_at(table, line, "code", "duplicate", code))
        seen.add((table.name, within, code))
