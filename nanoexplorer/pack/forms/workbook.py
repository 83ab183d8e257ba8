"""A workbook as the files that its sheets would be: the loader reads these as it reads a folder's.

A sheet has the name of its table; `pack` and `sources` are `pack.toml`, `references` is
`references.json`. What begins with `_` is the curator's own. Nothing is calculated: of a formula
the value is read that the spreadsheet has saved with it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar
from zipfile import ZipFile

from nanoexplorer.core.evidence import Source
from nanoexplorer.files import ReadError
from nanoexplorer.overriding import override
from nanoexplorer.pack.folder import Files
from nanoexplorer.pack.forms.reference_rows import COLUMNS, column_of, entry_of
from nanoexplorer.pack.manifest import FILE as MANIFEST
from nanoexplorer.pack.problems import PackError, Problem
from nanoexplorer.pack.references import FILE as REFERENCES
from nanoexplorer.pack.sheets import (
    MOST_ROWS,
    Unreadable,
    is_remark,
    plain_name,
    without_end,
    wrong_header,
)

LICENCE: Final = "LICENSE"
"""A file without a table, kept on a sheet that is not read."""
PACK, SOURCES, LIST = "pack", "sources", "references"
OWN: Final = "_"
"""How a sheet's name begins that is the curator's own."""
KEY, VALUE = "key", "value"
MOST_COLUMNS: Final = 100
MOST_CELLS: Final = 1_000_000
_TAGS = 4
"""Of a cell: two that open, two that close."""
_WIDEST = 16_384 * _TAGS
"""Tags of a row that is as wide as a spreadsheet allows."""
_ROW = re.compile(rb"<(?:\w+:)?row[ >]")
_HEAD = 2000
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FILE_NAME = re.compile(r"\b([a-z_]+)\.(?:csv|toml|json)\b")

_T = TypeVar("_T")
Row = list[str]
Numbered = list[tuple[int, Row]]
"""Rows with their numbers, as the spreadsheet counts."""


class Workbook(Files):
    """A workbook. Raises PackError where it can't be opened."""

    def __init__(self, path: Path, zipped: ZipFile) -> None:
        self.path = path
        self._problem = Problem(path.name, "", "", "damaged")
        if self._guarded(lambda: _has_document_type(zipped)):
            raise PackError([self._problem])
        if self._guarded(lambda: _is_overfull(zipped)):
            raise PackError([Problem(path.name, "", "", "too-many-cells", "", f"{MOST_CELLS:,}")])
        sheets = self._guarded(lambda: _opened(zipped))
        self._sheets = {plain_name(sheet.title): sheet for sheet in sheets}
        self._rows: dict[str, list[Row]] = {}
        self._numbers: dict[tuple[str, str], int] = {}

    @override
    def names(self) -> Collection[str]:
        return [
            {PACK: MANIFEST, LIST: REFERENCES}.get(name) or f"{name}.csv"
            for name in self._sheets
            if name != SOURCES
        ]

    @override
    def has(self, file: str) -> bool:
        return _sheet_of(file) in self._sheets

    @override
    def data(self, file: str, most: int) -> bytes:
        """What the sheet's file would be. Raises ReadError."""
        if not self.has(file):
            raise ReadError("no-file", self.path)
        others = {MANIFEST: self._manifest, REFERENCES: self._references, LICENCE: self._licence}
        made = others.get(file)
        text = made() if made else _csv(self._read(_sheet_of(file)))
        data = text.encode("utf-8", "replace")
        if len(data) > most:
            raise ReadError("too-large", self.path, most=most)
        return data

    def _licence(self) -> str:
        return "".join(f"{''.join(row)}\n" for row in self._read(_sheet_of(LICENCE)))

    def _guarded(self, action: Callable[[], _T]) -> _T:
        """What an action gives; raises PackError for whatever is wrong with the workbook."""
        try:
            return action()
        except (PackError, ReadError):
            raise
        except Exception as error:  # whatever a library meets in a file that is none of its kind
            raise PackError([self._problem]) from error

    def _read(self, name: str) -> list[Row]:
        """Every row of a sheet as text, its header first."""
        if name not in self._rows:
            self._rows[name] = self._guarded(lambda: self._texts(name))
        return self._rows[name]

    def _texts(self, name: str) -> list[Row]:
        sheet = self._sheets[name]
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong
        rows: list[Row] = []
        filled = 0
        for cells in sheet.iter_rows(max_col=MOST_COLUMNS):
            rows.append(without_end([text_of(cell) for cell in cells]))
            filled = len(rows) if rows[-1] else filled
            if len(rows) > MOST_ROWS + 1:
                raise Unreadable(self.path, self._at(name, "too-many-rows", f"{MOST_ROWS:,}"))
        return rows[:filled]

    def _at(self, sheet: str, code: str, allowed: str = "") -> Problem:
        return Problem(self.path.name, "", "", code, "", allowed, sheet=sheet)

    def _table(self, name: str, columns: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """The filled cells of each row by column. Raises Unreadable for a wrong header."""
        header, rows = self._headed(name)
        if wrong := wrong_header(name, header, columns, ()):
            raise Unreadable(self.path, wrong._replace(file=self.path.name, sheet=name))
        for number, row in rows:
            yield number, {c: text for c, text in zip(header, row, strict=False) if text}

    def _headed(self, name: str) -> tuple[Row, Numbered]:
        rows = self._read(name)
        header = [plain_name(cell) for cell in rows[0]] if rows else []
        body = [(n, row) for n, row in enumerate(rows[1:], start=2) if row]
        return header, [(n, row) for n, row in body if not is_remark(row)]

    def _manifest(self) -> str:
        """TOML: of the sheet `pack` a key a row, of `sources` a table a row."""
        lines = {}
        for number, row in self._pairs():
            key, value = row.get(KEY, ""), row.get(VALUE, "")
            if key in lines:
                wrong = Problem(self.path.name, str(number), KEY, "duplicate", key, sheet=PACK)
                raise Unreadable(self.path, wrong)
            self._numbers[PACK, key] = number
            lines[key] = f"{toml_text(key)} = {_dated(key, value)}" if value else ""
        text = "\n".join(line for line in lines.values() if line)
        return "\n".join([text, *self._source_tables()])

    def _pairs(self) -> Iterator[tuple[int, dict[str, str]]]:
        for number, row in self._table(PACK, (KEY, VALUE)):
            yield number, {**row, KEY: plain_name(row.get(KEY, ""))}

    def _source_tables(self) -> Iterator[str]:
        rows = self._table(SOURCES, Source._fields) if SOURCES in self._sheets else ()
        for place, (number, row) in enumerate(rows, start=1):
            self._numbers[SOURCES, f"sources {place}"] = number
            yield "[[sources]]"
            yield from (f"{toml_text(key)} = {toml_text(value)}" for key, value in row.items())

    def _references(self) -> str:
        entries = []
        for number, row in self._table(LIST, COLUMNS):
            entry = entry_of(row)
            entries.append(entry)
            self._numbers[LIST, f"entry {len(entries)}"] = number
            self._numbers.setdefault((LIST, str(entry.get("id", ""))), number)
        return json.dumps(entries)

    @override
    def placed(self, problem: Problem) -> Problem:
        """A problem of what a sheet was read as, at the sheet's own row and column."""
        if problem.file == self.path.name or problem.sheet:
            return problem
        sheet, column = _sheet_of(problem.file), problem.column
        row = problem.row
        if sheet == PACK:
            sheet = SOURCES if row or column == SOURCES else PACK
            row = self._number(sheet, row or column)
        elif sheet == LIST:
            row, column = self._number(sheet, row), column_of(column)
        allowed = _FILE_NAME.sub(lambda name: _sheet_of(name[0]), problem.allowed)
        file = self.path.name
        code = "no-sheet" if problem.code == "no-file" else problem.code
        placed = problem._replace(file=file, sheet=sheet, code=code)
        return placed._replace(row=row, column=column, allowed=allowed)

    def _number(self, sheet: str, row: str) -> str:
        return str(self._numbers.get((sheet, row), ""))


def _sheet_of(file: str) -> str:
    others = {MANIFEST: PACK, REFERENCES: LIST, LICENCE: f"{OWN}{LICENCE.lower()}"}
    return others.get(file) or file.partition(".")[0]


def _opened(zipped: ZipFile) -> list[Any]:
    from openpyxl import load_workbook  # slow to import, and only here

    book = load_workbook(zipped.fp, read_only=True, data_only=True, keep_links=False)
    return list(book.worksheets)


def _has_document_type(zipped: ZipFile) -> bool:
    """Whether a part declares what no workbook needs: it could grow without end when read."""
    return any(b"<!DOCTYPE" in _head(zipped, name) for name in zipped.namelist())


def _is_overfull(zipped: ZipFile) -> bool:
    """Whether reading it would take minutes, or more memory than there is."""
    tags = 0
    for name in zipped.namelist():
        if name.startswith("xl/"):
            part = zipped.read(name)
            tags += part.count(b"<")
            widest = max((row.count(b"<") for row in _ROW.split(part)), default=0)
            if tags > MOST_CELLS * _TAGS or (_ROW.search(part) and widest > _WIDEST):
                return True
    return False


def _head(zipped: ZipFile, name: str) -> bytes:
    with zipped.open(name) as part:
        return part.read(_HEAD)


def text_of(cell: Any) -> str:  # noqa: ANN401
    """A cell as a person reads it; a date as one, so that it is seen."""
    value: object = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float) and "%" in cell.number_format:
        return f"{value * 100:.12g}%"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _csv(rows: list[Row]) -> str:
    """A row as wide as the header: a sheet says nothing of empty cells at its end."""
    width = len(rows[0]) if rows else 0
    text = io.StringIO()
    padded = ([*row, *[""] * (width - len(row))] if row else row for row in rows)
    csv.writer(text, lineterminator="\n").writerows(padded)
    return text.getvalue()


def toml_text(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _dated(key: str, value: str) -> str:
    return value if key == "date" and _ISO_DATE.fullmatch(value) else toml_text(value)
