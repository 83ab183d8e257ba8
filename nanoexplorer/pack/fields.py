"""Fields, criteria, conditions and profiles: the cells whose meaning the pack's fields give."""

from __future__ import annotations

from collections.abc import Mapping

from nanoexplorer.core.evidence import Condition, Criterion
from nanoexplorer.core.profile import Field, Option, Profile, Value, blank_profile
from nanoexplorer.pack.crosschecks import Rows, at, criterion_value
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.schema import CONDITIONS
from nanoexplorer.pack.tables import Row

Fields = Mapping[str, Field]


def build_fields(rows: Rows, problems: list[Problem]) -> tuple[Field, ...]:
    """The pack's fields with their options."""
    fields = tuple(_field(row, rows) for row in rows["fields"])
    for row, field in zip(rows["fields"], fields, strict=True):
        _check_field(row, field, problems)
    _check_codes(rows, problems)
    return fields


def _field(row: Row, rows: Rows) -> Field:
    ours = (o for o in rows["field_options"] if o.text("field") == row.text("id"))
    texts = {name: row.text(name) for name in ("id", "code", "label", "tag", "singular", "plural")}
    return Field(
        **texts,
        kind="count" if row.text("kind") == "count" else "choice",
        minimum=row.number("minimum") or 0,
        maximum=row.number("maximum") or 0,
        biomarker=row.text("biomarker") == "yes",
        folded=row.text("folded") == "yes",
        options=tuple(_option(option) for option in ours),
        help=row.text("help"),
    )


def _option(row: Row) -> Option:
    return Option(
        row.text("id"),
        row.text("code"),
        row.text("label"),
        row.text("short_label"),
        row.text("known") == "yes",
        row.text("phrase"),
        row.text("help"),
    )


def _check_field(row: Row, field: Field, problems: list[Problem]) -> None:
    if all(option.known for option in field.options):
        problems.append(at("fields", row, "id", "no-unknown-option", field.id))
    if field.kind == "choice" and not field.known_options():
        problems.append(at("fields", row, "id", "no-known-option", field.id))
    if field.kind == "count":
        if field.known_options() or any(o.id.isdigit() for o in field.options):
            problems.append(at("fields", row, "id", "count-with-known-option", field.id))
        if not field.minimum < field.maximum:
            problems.append(at("fields", row, "maximum", "not-above-minimum", str(field.maximum)))
        for column in ("singular", "plural"):
            if not row.text(column):
                problems.append(at("fields", row, column, "empty"))


def _check_codes(rows: Rows, problems: list[Problem]) -> None:
    """A case code can be read back only where letters are not shared."""
    for table, within in (("fields", ""), ("field_options", "field")):
        seen = set()
        for row in rows[table]:
            key = (row.text(within) if within else "", row.text("code"))
            if key in seen and key[1]:
                problems.append(at(table, row, "code", "duplicate", key[1]))
            seen.add(key)


def build_criteria(rows: Rows, fields: Fields, problems: list[Problem]) -> tuple[Criterion, ...]:
    """The rows of the decision table; a wrong one is named and left out."""
    return tuple(c for row in rows["criteria"] if (c := _criterion(row, fields, problems)))


def _criterion(row: Row, fields: Fields, problems: list[Problem]) -> Criterion | None:
    test = row.text("test")
    field = fields.get(row.text("field"))
    value: Value | tuple[Value, ...] = row.text("value")
    if (test == "outside") == bool(row.text("field")):
        problems.append(at("criteria", row, "field", "field-unless-outside", row.text("field")))
        return None
    if test != "outside":
        if field is None:
            return None
        checked, allowed = criterion_value(field, test, row.text("value"))
        if checked is None:
            found = f"{test} {row.text('value')}"
            problems.append(at("criteria", row, "value", "not-allowed", found, allowed))
            return None
        value = checked
        if not row.text("when_unknown"):
            problems.append(at("criteria", row, "when_unknown", "empty", "", "open, caveat"))
    return Criterion(
        strategy=row.text("strategy"),
        alternative=row.number("alternative") or 0,
        field=row.text("field"),
        effect=row.text("effect"),  # type: ignore[arg-type]
        test=test,  # type: ignore[arg-type]
        value=value,
        basis=row.text("basis"),
        hedge=row.text("hedge"),
        when_unknown=row.text("when_unknown"),
        statement=row.text("statement"),
    )


def build_conditions(row: Row, fields: Fields, problems: list[Problem]) -> tuple[Condition, ...]:
    """The conditions of a note, `field test value` each."""
    conditions = []
    for text in row.many("when"):
        words = text.split()
        field = fields.get(words[0]) if len(words) == 3 and words[1] in CONDITIONS else None
        value, allowed = criterion_value(field, words[1], words[2]) if field else (None, "")
        if field is None or value is None:
            problems.append(at("notes", row, "when", "not-a-condition", text, allowed))
        else:
            conditions.append(Condition(field.id, words[1], value))  # type: ignore[arg-type]
    return tuple(conditions)


def build_profile(row: Row, fields: tuple[Field, ...], problems: list[Problem]) -> Profile:
    """A case's profile, `field=value` each; a field that is left out is unknown."""
    by_id = {field.id: field for field in fields}
    changes: dict[str, Value] = {}
    for text in row.many("profile"):
        name, _, written = (part.strip() for part in text.partition("="))
        field = by_id.get(name)
        value = field.parse(written) if field else None
        if field is None or value is None or name in changes:
            allowed = ", ".join(o.id for o in field.options) if field else ", ".join(by_id)
            problems.append(at("cases", row, "profile", "not-a-value", text, allowed))
        else:
            changes[name] = value
    return blank_profile(fields).replace(changes)
