"""The cells whose meaning the pack's fields give: profiles, conditions, the values of criteria."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import get_args

from nanoexplorer.core.evidence import Condition, Criterion, Test
from nanoexplorer.core.profile import JOINT, Field, Profile, Value, blank_profile
from nanoexplorer.pack.problems import Wrong, near

Fields = Mapping[str, Field | None]
"""The pack's fields by id; None for one that is at fault itself, of which nothing more is said."""

ANY_FIELD = ("is", "is-not", "one-of")
NUMBERS = ("at-most", "at-least", "below", "above")
OUTSIDE = "outside"
"""Tests on any field, tests on numbers alone, and the one on what no field asks."""
CAVEAT = "caveat"
"""What an unknown makes of a reason against."""
MANY = ";"
ONE_OF = "one-of"
CONDITIONS = ("is", "is-not", *NUMBERS)
"""What a note can be shown on: the tests with one value."""
NO_FIELDS = "no-fields"
"""Of a cell that speaks of fields in a pack that has none; the table is named instead."""
# As spreadsheets write whole numbers, too.
_NUMBER = re.compile(r"([0-9]{1,9})(?:[.,]0{1,9})?")
_BETWEEN = re.compile(r"\s*[+,;&/|]+\s*|\s+and\s+", re.IGNORECASE)
_BLANKS = re.compile(r"[\s+,;&/|]+(?:and\s+)?", re.IGNORECASE)
"""What people write between several values: signs, or nothing but blanks."""
_DECIMAL = re.compile(r"[0-9]{1,9}[.,][0-9]{1,4}")


def whole_number(text: str) -> int | None:
    """The number that a text is; None for no whole one."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def number_in(text: str) -> int | float | None:
    """The number that a text is, with at most four digits behind its dot; None for no such one."""
    whole = whole_number(text)
    if whole is None and _DECIMAL.fullmatch(text.strip()):
        return float(text.strip().replace(",", "."))
    return whole


def value_of(field: Field, text: str) -> Value | None:
    """The value of a field that a cell holds; None where it is none of this field's."""
    number = whole_number(text) if field.kind == "count" else None
    return field.parse(text if number is None else str(number))


def values_listed(field: Field, *, known: bool = False) -> str:
    """What a field can be: a range and options, or only what is known."""
    options = [option.id for option in field.options if option.known or not known]
    numbers = [_range(field)] if field.has_numbers else []
    return ", ".join([*numbers, *options])


def _range(field: Field) -> str:
    """*1–40*, *0.00, 0.01 … 2.00*."""
    first, last = field.written(field.minimum), field.written(field.maximum)
    if field.kind == "count":
        return f"{first}–{last}"
    return f"{first}, {field.written(field.on(field.minimum, 1))} … {last}"


def meant(field: Field, text: str) -> str:
    """The value that was probably meant, all of it, or nothing."""
    options = [option.id for option in field.options]
    if not field.together:
        return nearest(text, options)
    for between in (_BETWEEN, _BLANKS):
        found = field.parse(JOINT.join(_several(text, options, between)))
        if found is not None:
            return str(found)
    return ""


def nearest(text: str, ids: Collection[str]) -> str:
    """The id that was probably meant: the only one with these words in it, or a near one."""
    word = "-".join(text.casefold().split())
    having = [id_ for id_ in ids if word and f"-{word}-" in f"-{id_}-"]
    if word in having or len(having) == 1:
        return word if word in having else having[0]
    return near(text, ids)


def _several(text: str, ids: Collection[str], between: re.Pattern[str] = _BETWEEN) -> list[str]:
    """The ids that several parts of a text probably meant; none where one of them meant none."""
    found = [nearest(part, ids) for part in between.split(text.strip()) if part]
    return list(dict.fromkeys(found)) if all(found) else []


def tests_on(field: Field) -> tuple[str, ...]:
    """The tests that a criterion can make on a field."""
    return (*ANY_FIELD, *NUMBERS) if field.has_numbers else ANY_FIELD


def criterion_value(
    field: Field, test: str, text: str
) -> tuple[Value | tuple[Value, ...] | None, Wrong | None]:
    """The value of a test on a field, several of `one-of`, or what is wrong with it."""
    tests = tests_on(field)
    if test not in tests:
        return None, Wrong("not-this-test", test, ", ".join(tests))
    if test != ONE_OF:
        return _known(field, text)
    values: list[Value] = []
    for part in text.split(MANY):
        value, wrong = _known(field, part.strip())
        if value is None and len(_BETWEEN.split(part.strip())) > 1:
            ids = f"{MANY} ".join(_several(text, field.known_options()))
            return None, Wrong("listed-otherwise", text, values_listed(field, known=True), ids)
        if value is None:
            return None, wrong
        if value in values:
            return None, Wrong("repeated-value", text)
        values.append(value)
    return tuple(values), None


def _known(field: Field, text: str) -> tuple[Value | None, Wrong | None]:
    value = value_of(field, text)
    listed = values_listed(field, known=True)
    if value is not None and len(field.parts(value)) > 1:
        return None, Wrong("one-each", text, listed)
    if value is None or not field.is_known(value):
        known = field.known_options()
        return None, Wrong("not-allowed", text, listed, nearest(text, known))
    return value, None


def condition(text: str, fields: Fields | None) -> tuple[Condition | None, Wrong | None]:
    """One condition of a note, `field test value`."""
    if fields is None:
        return None, None
    if not fields:
        return None, Wrong(NO_FIELDS, text)
    words = text.split(maxsplit=2)
    if len(words) != 3:
        return None, Wrong("not-a-condition", text, ", ".join(CONDITIONS))
    field = fields.get(words[0])
    if field is None and words[0] in fields:
        return None, None
    if field is None:
        return None, Wrong("no-such-field", words[0], ", ".join(fields), near(words[0], fields))
    if words[1] == ONE_OF:
        tests = ", ".join(test for test in tests_on(field) if test != ONE_OF)
        return None, Wrong("not-this-test", ONE_OF, tests)
    value, wrong = criterion_value(field, words[1], words[2])
    if wrong and wrong.code == "one-each":
        ids = _several(words[2], field.known_options())
        each = f"{MANY} ".join(f"{field.id} {words[1]} {id_}" for id_ in ids)
        return None, Wrong("a-condition-each", words[2], wrong.allowed, each)
    if value is None:
        return None, wrong
    return Condition(field.id, words[1], value), None  # type: ignore[arg-type]


def profile(parts: tuple[str, ...], fields: Fields | None) -> tuple[Profile | None, Wrong | None]:
    """A case's profile, `field=value` each; a field that is left out is unknown."""
    if fields is None:
        return None, None
    if not fields:
        return None, Wrong(NO_FIELDS, ";".join(parts))
    changes: dict[str, Value] = {}
    for text in parts:
        name, equals, written = (part.strip() for part in text.partition("="))
        field = fields.get(name)
        if not equals:
            return None, Wrong("not-a-value", text, ", ".join(fields))
        if field is None and name in fields:
            continue
        if field is None:
            return None, Wrong("no-such-field", name, ", ".join(fields), near(name, fields))
        value = value_of(field, written)
        if value is None:
            code = "not-of-several" if field.together else "not-of-field"
            return None, Wrong(code, text, values_listed(field), meant(field, written))
        if name in changes:
            return None, Wrong("field-twice", text)
        changes[name] = value
    return blank_profile(tuple(filter(None, fields.values()))).replace(changes), None


def checked_criterion(
    row: Criterion, fields: Fields | None
) -> tuple[Criterion | None, str, Wrong | None]:
    """A row of the decision table with its value, or the column that is wrong and why."""
    if (row.test == OUTSIDE) == bool(row.field):
        return None, "field", Wrong("field-unless-outside", row.field)
    if row.test == OUTSIDE:
        return row, "", None
    field = (fields or {}).get(row.field)
    if field is None or row.test not in get_args(Test):
        return None, "", None
    value, wrong = criterion_value(field, row.test, str(row.value))
    if value is None:
        return None, "test" if wrong and wrong.code == "not-this-test" else "value", wrong
    if row.effect == "against":  # what is unknown is no reason against, and is said all the same
        row = row._replace(when_unknown=row.when_unknown or CAVEAT)
    return row._replace(value=value), "", None
