"""Read the tables of a pack as their row types: the typed values, the problems as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar

from nanoexplorer.core.cells import Column
from nanoexplorer.core.signs import fault_in, is_date, trimmed
from nanoexplorer.pack.folder import Files
from nanoexplorer.pack.naming import ID_LENGTH, Sheets, is_slug
from nanoexplorer.pack.problems import MOST_ALIKE, Problem, Wrong, near
from nanoexplorer.pack.profiles import MANY, Fields, condition, number_in, profile, whole_number
from nanoexplorer.pack.schema import TABLES, Table, files_of, parts_of
from nanoexplorer.pack.sheets import Sheet, read_sheet

CELL_LENGTH = 2000
EMPTY = frozenset(
    (
        *("empty", "empty-text", "empty-id", "empty-pointer"),
        *("no-step", "not-said-when-unknown"),
    )
)
"""Codes of a cell in which nothing stands."""
FLAGS = {"yes": True, "true": True, "no": False, "false": False}

R = TypeVar("R")


class Line(NamedTuple, Generic[R]):
    """One row of a table, with its number as a spreadsheet counts."""

    number: int
    row: R


class Rows:
    """The lines of every table, found by its declaration."""

    def __init__(self) -> None:
        self._lines: dict[str, list[Line[Any]]] = {}
        self.torn: set[str] = set()
        """The tables of which lines may be missing: what points at these is not judged."""
        self.absent: set[str] = set()
        """The tables that have no file, as a pack that does not need them."""
        self.renamed: set[str] = set()
        """Ids of fields that are called something else by now: nothing more is said of them."""
        self.wrong: set[tuple[str, int]] = set()
        """The lines with a cell that could not be read: they repeat nothing."""

    def __getitem__(self, table: Table[R]) -> list[Line[R]]:
        return self._lines[table.name]

    def all(self, table: Table[R]) -> tuple[R, ...]:
        """The rows of a table."""
        return tuple(line.row for line in self._lines[table.name])

    def replace(self, table: Table[R], lines: Iterable[Line[R]]) -> None:
        """Put worked-out lines in the place of those that were read."""
        self._lines[table.name] = list(lines)

    def whole(self, *tables: Table[Any]) -> bool:
        """Whether nothing of these tables is missing."""
        return not self.torn.intersection(table.name for table in tables)

    def sound(self, *tables: Table[Any]) -> bool:
        """Whether nothing of these tables is missing or could not be read."""
        names = {table.name for table in tables}
        return self.whole(*tables) and not any(name in names for name, _ in self.wrong)


def read_sheets(files: Files, rows: Rows, problems: list[Problem]) -> Sheets:
    """The sheets of all tables that are there and can be read."""
    sheets = {}
    for name, table in TABLES.items():
        if not table.needed and not files.has(table.file):
            rows.absent.add(name)
            continue
        columns = [column.name for column in table.columns]
        sheet = read_sheet(files, table.file, columns, table.needed_columns, problems)
        if sheet is None or not sheet.whole:
            rows.torn.add(name)
        if sheet:
            sheets[name] = sheet
    return sheets


def unknown_tables(files: Files) -> Iterator[Problem]:
    """Tables that are none of a pack's: one that is misnamed would be missed without a word."""
    for file in sorted(files.names()):
        name = file.removesuffix(".csv")
        if name != file and name not in TABLES and not name.startswith(("_", ".")):
            yield Problem(file, "", "", "unknown-table", "", ", ".join(TABLES), near(name, TABLES))


def read_table(
    table: Table[R],
    sheets: Sheets,
    rows: Rows,
    problems: list[Problem],
    fields: Fields | None = None,
) -> None:
    """Add a table's lines; a wrong cell is named and read as empty."""
    sheet = sheets.get(table.name)
    found: list[Problem] = []
    rows.replace(table, _lines(table, sheet, found, fields) if sheet else ())
    rows.wrong.update((table.name, int(problem.row)) for problem in found)
    if any(problem.column == "id" for problem in found):
        rows.torn.add(table.name)
    problems += _garbled(found)


def _lines(
    table: Table[R],
    sheet: Sheet,
    found: list[Problem],
    fields: Fields | None,
) -> list[Line[R]]:
    """Column by column: most texts repeat in one, and are looked at once."""
    columns = zip(*(cells for _, cells in sheet.rows), strict=True)
    there = dict(zip(sheet.header, columns, strict=False))  # a table without a row has none
    typed: list[Iterable[object]] = []
    for column in parts_of(table.row):
        if column is None:
            typed.append([()] * len(sheet.rows))
            continue
        texts = there.get(column.name) or [""] * len(sheet.rows)
        read = {text: _cell(column, trimmed(text), fields) for text in set(texts)}
        values = {text: value for text, (value, _) in read.items()}
        typed.append(map(values.__getitem__, texts))
        if any(wrong for _, wrong in read.values()):
            for (number, _), text in zip(sheet.rows, texts, strict=True):
                if wrong := read[text][1]:
                    found.append(Problem(table.file, str(number), column.name, *wrong))
    numbers = [number for number, _ in sheet.rows]
    rows = zip(*typed, strict=True)
    return [Line(number, table.row(*row)) for number, row in zip(numbers, rows, strict=True)]


def without_columns(problems: Iterable[Problem], sheets: Sheets) -> Iterator[Problem]:
    """The problems; an empty cell of a column that is not there is a column to add, and an id that
    an empty name would make is no problem of its own.
    """
    problems = list(problems)
    empty = {(p.file, p.row, p.column) for p in problems if p.code in EMPTY}
    named = {table.file: table.named for table in TABLES.values()}
    for problem in problems:
        names = named.get(problem.file, ())
        if problem.code == "empty-id" and any((*problem[:2], name) in empty for name in names):
            continue
        sheet = sheets.get(problem.file.removesuffix(".csv"))
        if sheet and problem.code in EMPTY and problem.column not in sheet.header:
            yield problem._replace(code="add-column", found=problem.column, allowed="")
        else:
            yield problem


def _garbled(problems: list[Problem]) -> list[Problem]:
    """Letters that are wrong all over a table are one fault: that of the whole file."""
    wrong = [problem for problem in problems if problem.code == "garbled"]
    if len(wrong) <= MOST_ALIKE:
        return problems
    first = min(wrong, key=Problem.place)
    rest = [problem for problem in problems if problem.code != "garbled"]
    return [first._replace(code="garbled-file", more=len(wrong) - 1), *rest]


def _cell(column: Column, text: str, fields: Fields | None) -> tuple[object, Wrong | None]:
    """The typed value, and what is wrong, if anything is."""
    if not text:
        named = column.cell.like or not column.cell.required
        return column.empty, None if named else _empty(column)
    code, found = fault_in(text)
    if code:
        return column.empty, Wrong(code, found)
    if is_date(text):
        return column.empty, Wrong("spreadsheet-date", text)
    if len(text) > column.cell.length:
        return column.empty, Wrong("too-long", text[:80], str(column.cell.length))
    if not column.many:
        return _value(column, text)
    parts = tuple(part.strip() for part in text.split(MANY))
    if len(set(parts)) != len(parts):
        return column.empty, Wrong("repeated-value", text)
    if column.cell.form == "profile":
        return profile(parts, fields)
    values = [_part(column, part, fields) for part in parts]
    wrong = next((wrong for _, wrong in values if wrong), None)
    return (column.empty if wrong else tuple(value for value, _ in values)), wrong


def _part(column: Column, text: str, fields: Fields | None) -> tuple[object, Wrong | None]:
    if not text:
        return "", Wrong("empty-part", "")
    if column.cell.form == "conditions":
        return condition(text, fields)
    return _value(column, text)


def _empty(column: Column) -> Wrong:
    cell = column.cell
    if cell.allowed:
        return Wrong("empty", "", ", ".join(cell.allowed))
    if column.type in ("number", "decimal"):
        return Wrong("empty", "", f"{cell.least}–{cell.most}")
    if cell.points_at:
        return Wrong("empty-pointer", "", files_of(cell))
    return Wrong("empty-id" if cell.form in ("id", "slug") else "empty-text", "")


def _value(column: Column, text: str) -> tuple[object, Wrong | None]:
    if column.type == "number":
        return _number(column, text)
    if column.type == "decimal":
        return _decimal(column, text)
    if column.type == "flag":
        flag = FLAGS.get(text.casefold())
        return flag is True, None if flag is not None else _not_allowed(text, ("yes", "no"))
    cell = column.cell
    if cell.allowed and text not in cell.allowed:
        plain = _plain(text)
        meant = next((word for word in cell.allowed if _plain(word) == plain), "")
        return meant or text, None if meant else _not_allowed(text, cell.allowed)
    if cell.form in ("id", "slug") and not cell.points_at and not is_slug(text):
        return text, Wrong("not-a-slug", text, str(ID_LENGTH))
    if cell.words and len(text.split()) > cell.words:
        return text, Wrong("too-many-words", text, str(cell.words))
    return text, None


def _plain(word: str) -> str:
    """A word of a closed list, however it is cased, with blanks or hyphens in it."""
    return "-".join(word.casefold().replace("_", " ").split())


def _number(column: Column, text: str) -> tuple[int | None, Wrong | None]:
    number = whole_number(text)
    if number is not None and column.cell.least <= number <= column.cell.most:
        return number, None
    return 0, Wrong("not-a-number", text, f"{column.cell.least}–{column.cell.most}")


def _decimal(column: Column, text: str) -> tuple[int | float, Wrong | None]:
    number = number_in(text)
    if number is not None and column.cell.least <= number <= column.cell.most:
        return number, None
    return 0, Wrong("not-a-decimal", text, f"{column.cell.least}–{column.cell.most}")


def _not_allowed(text: str, allowed: tuple[str, ...]) -> Wrong:
    return Wrong("not-allowed", text, ", ".join(allowed), near(text, allowed))
