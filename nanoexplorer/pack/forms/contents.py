"""What a pack says, cell by cell, apart from the form that it has; and its writing as a folder's
files.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from nanoexplorer.pack.citing.exported import is_ours, ours
from nanoexplorer.pack.citing.merging import entries_in
from nanoexplorer.pack.folder import Files
from nanoexplorer.pack.forms.workbook import LICENCE, toml_text
from nanoexplorer.pack.loader import read_pack
from nanoexplorer.pack.manifest import FILE as MANIFEST
from nanoexplorer.pack.manifest import FILE_SIZE, KEYS
from nanoexplorer.pack.references import EXPORTED
from nanoexplorer.pack.references import FILE as REFERENCES
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.pack.sheets import FILE_SIZE as TABLE_SIZE
from nanoexplorer.pack.sheets import Sheet

_FORMULA = re.compile(r"[=@+-](?![0-9.,]*$)")

Row = list[str]


class Contents(NamedTuple):
    """The manifest as TOML's values, the entries as JSON's, the tables with their header first."""

    manifest: dict[str, Any]
    entries: list[dict[str, Any]]
    tables: dict[str, list[Row]]
    licence: bytes = b""
    codes_made: bool = False


def contents_of(files: Files) -> Contents:
    """All that a valid pack says, with what was left to us filled in. Raises PackError."""
    _, sheets, codes_made = read_pack(files)
    manifest = tomllib.loads(_text(files, MANIFEST, FILE_SIZE))
    entries = raw_entries(files)
    tables = {name: rows_of(sheet) for name, sheet in sheets.items()}
    licence = files.data(LICENCE, FILE_SIZE) if files.has(LICENCE) else b""
    return Contents(manifest, entries, tables, licence, codes_made)


def raw_entries(files: Files) -> list[dict[str, Any]]:
    """The entries of a pack as ours. Raises ValueError."""
    return [entry if is_ours(entry) else ours(entry) for entry in written_entries(files)]


def written_entries(files: Files) -> list[dict[str, Any]]:
    """The entries of a pack as they are written, those of an export as ours. Raises ValueError."""
    if not files.has(REFERENCES):
        exported = next((file for file in EXPORTED if files.has(file)), "")
        return [ours(e) for e in entries_in(_text(files, exported, TABLE_SIZE), exported)]
    return list(json.loads(_text(files, REFERENCES, TABLE_SIZE)))


def _text(files: Files, file: str, most: int) -> str:
    return files.data(file, most).decode("utf-8").lstrip("\ufeff")


def rows_of(sheet: Sheet) -> list[Row]:
    """A sheet's rows and remarks, in their order, below its header."""
    width = len(sheet.header)
    lines = sorted([*sheet.rows, *sheet.remarks], key=lambda line: line[0])
    return [sheet.header, *([*cells, *[""] * width][:width] for _, cells in lines)]


def folder_files(contents: Contents) -> dict[str, bytes]:
    """The files of a folder that says it."""
    files = {
        MANIFEST: manifest_text(contents.manifest).encode(),
        REFERENCES: entries_text(contents.entries).encode("utf-8", "replace"),
        **{TABLES[name].file: table_text(rows).encode() for name, rows in contents.tables.items()},
    }
    return {**files, LICENCE: contents.licence} if contents.licence else files


def entries_text(entries: list[dict[str, Any]]) -> str:
    """Entries as JSON that diffs well."""
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def table_text(rows: Iterable[Row]) -> str:
    """Rows as CSV; no cell begins as a formula does: readers drop the blank before it."""
    text = io.StringIO()
    guarded = ([f" {cell}" if _FORMULA.match(cell) else cell for cell in row] for row in rows)
    csv.writer(text, lineterminator="\n").writerows(guarded)
    return text.getvalue()


def manifest_text(manifest: dict[str, Any]) -> str:
    """The manifest as TOML."""
    lines = [
        f"{key} = {toml(manifest[key])}" for key in KEYS if key in manifest and key != "sources"
    ]
    return "\n".join([*lines, *_sources(manifest.get("sources", []))]) + "\n"


def _sources(sources: list[dict[str, Any]]) -> Iterator[str]:
    for source in sources:
        yield "\n[[sources]]"
        yield from (f"{key} = {toml(value)}" for key, value in source.items())


def toml(value: object) -> str:
    """A text or a date as TOML writes it."""
    return toml_text(value) if isinstance(value, str) else str(value)
