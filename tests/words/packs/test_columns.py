"""Every column of every table says what goes there, from its declaration; nothing else does."""

from __future__ import annotations

import pytest

from nanoexplorer.core.evidence import Source
from nanoexplorer.pack.forms.reference_rows import COLUMNS
from nanoexplorer.pack.manifest import KEYS
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.words.packs import columns

EVERY = {(table, column) for table in TABLES.values() for column in table.columns}


def test_every_column_is_worded_and_no_other() -> None:
    assert all(columns.column_line(*one) for one in EVERY)
    named = {f"{table.name}.{column.name}" for table, column in EVERY}
    named |= {column.name for _, column in EVERY}
    assert set(columns.COLUMN) <= named
    assert set(columns.TABLE) == set(TABLES)


def test_every_other_sheet_is_worded() -> None:
    assert set(columns.PACK_KEY) | {"sources"} == set(KEYS)
    assert set(columns.SOURCE_COLUMN) == set(Source._fields)
    assert set(columns.REFERENCE_COLUMN) == set(COLUMNS)


def line(table: str, column: str) -> str:
    found = next(c for c in TABLES[table].columns if c.name == column)
    return columns.column_line(TABLES[table], found)


@pytest.mark.parametrize(
    ("table", "column", "part"),
    [
        ("criteria", "effect", "one of for, against"),
        ("criteria", "field", "a name or an id of fields; may be empty"),
        ("criteria", "alternative", "a whole number from 1 to 99"),
        ("fields", "step", "a number from 0 to"),
        ("fields", "biomarker", "one of yes, no"),
        ("strategies", "drugs", "several, with semicolons between; may be empty"),
        ("strategies", "group", "a name or an id of vocabulary"),
        ("evidence", "label", "at most 8 words"),
        ("field_options", "short_label", "left empty, it is as label"),
        ("field_options", "phrase", "left empty, it is field and label"),
    ],
)
def test_a_declaration_says_what_is_allowed(table: str, column: str, part: str) -> None:
    assert part in line(table, column)
