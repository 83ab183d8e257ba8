"""Read one CSV table against its schema: the cells as typed values, the problems as they come."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from nanoexplorer.files import ReadError, read_whole
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.schema import MANY, Column, Table

Cell = str | int | None | tuple[str, ...]

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 64
CELL_LENGTH = 2000
FILE_SIZE = 30_000_000
"""Bytes of a table."""
NUMBER = re.compile(r"[0-9]{1,9}")
# Control characters and the invisible ones that reorder or hide text.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def has_unseen(text: str) -> bool:
    """Whether a control character or an invisible one is in a text; none of them is printable."""
    return not text.isprintable() and _UNSEEN.search(text) is not None


class Row(NamedTuple):
    """One line of a table: its place in the file and its cells by column."""

    line: int
    cells: dict[str, Cell]

    def text(self, column: str) -> str:
        value = self.cells[column]
        return value if isinstance(value, str) else ""

    def many(self, column: str) -> tuple[str, ...]:
        value = self.cells[column]
        return value if isinstance(value, tuple) else ()

    def number(self, column: str) -> int | None:
        value = self.cells[column]
        return value if isinstance(value, int) else None


def read_text(path: Path, problems: list[Problem], most: int = FILE_SIZE) -> str | None:
    """The text of a file, UTF-8 with or without a byte order mark; None if it can't be had."""
    try:
        return read_whole(path, most).decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(path.name, "", "", "not-utf8"))
    except ReadError as error:
        found, allowed = error.strerror or "", f"{error.most:,}" if error.most else ""
        problems.append(Problem(path.name, "", "", error.code, found, allowed))
    return None


def read_table(folder: Path, table: Table, problems: list[Problem]) -> list[Row]:
    """All rows that have the right number of cells; a wrong cell is named and read as empty."""
    text = read_text(folder / table.file, problems)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if not _header_is_right(table, header, problems):
            return []
        lines = [
            (reader.line_num, cells)
            for cells in reader
            if any(cells) and _fits(table, header, cells, reader.line_num, problems)
        ]
    except csv.Error as error:
        problems.append(Problem(table.file, str(reader.line_num), "", "not-csv", str(error)))
        return []
    return _rows(table, header, lines, problems)


def _header_is_right(table: Table, header: list[str], problems: list[Problem]) -> bool:
    wanted = [column.name for column in table.columns]
    listed = ", ".join(wanted)
    for name, times in Counter(header).items():
        if name not in wanted:
            problems.append(Problem(table.file, "1", name, "unknown-column", name, listed))
        elif times > 1:
            problems.append(Problem(table.file, "1", name, "repeated-column", name, listed))
    for name in wanted:
        if name not in header:
            problems.append(Problem(table.file, "1", name, "missing-column", "", listed))
    return sorted(header) == sorted(wanted)


def _fits(
    table: Table, header: list[str], cells: list[str], line: int, problems: list[Problem]
) -> bool:
    if len(cells) != len(header):
        found, allowed = str(len(cells)), str(len(header))
        problems.append(Problem(table.file, str(line), "", "cell-count", found, allowed))
    return len(cells) == len(header)


def _rows(
    table: Table, header: list[str], lines: list[tuple[int, list[str]]], problems: list[Problem]
) -> list[Row]:
    """The typed cells, column by column: most texts repeat in one, and are looked at once."""
    typed: list[list[Cell]] = []
    for column in table.columns:
        place = header.index(column.name)
        texts = [cells[place] for _, cells in lines]
        read = {text: _cell(column, text.strip()) for text in set(texts)}
        typed.append([read[text][0] for text in texts])
        if any(code for _, code, _ in read.values()):
            for (line, _), text in zip(lines, texts, strict=True):
                _, code, allowed = read[text]
                if code:
                    wrong = Problem(table.file, str(line), column.name, code, text, allowed)
                    problems.append(wrong)
    names = [column.name for column in table.columns]
    return [
        Row(line, dict(zip(names, cells, strict=True)))
        for (line, _), cells in zip(lines, zip(*typed, strict=True), strict=True)
    ]


def _cell(column: Column, text: str) -> tuple[Cell, str, str]:
    """The typed value, and the code of what is wrong with what is allowed, if anything is."""
    if not text:
        empty: Cell = () if column.many else None if column.kind == "number" else ""
        return empty, "empty" if column.required else "", ", ".join(column.allowed)
    if len(text) > CELL_LENGTH:
        return "", "too-long", str(CELL_LENGTH)
    if has_unseen(text):
        return "", "control-character", ""
    if column.many:
        parts = tuple(part.strip() for part in text.split(MANY))
        wrong = [found for part in parts if (found := _wrong(column, part))[0]]
        if len(set(parts)) != len(parts):
            wrong.append(("repeated-value", ""))
        return (parts, *wrong[0]) if wrong else (parts, "", "")
    wrong_one = _wrong(column, text)
    if column.kind == "number":
        return (None if wrong_one[0] else int(text), *wrong_one)
    return (text, *wrong_one)


def _wrong(column: Column, text: str) -> tuple[str, str]:
    if not text:
        return "empty", ""
    if column.allowed and text not in column.allowed:
        return "not-allowed", ", ".join(column.allowed)
    if column.kind == "number" and not NUMBER.fullmatch(text):
        return "not-a-number", ""
    if column.kind in ("id", "slug") and not (SLUG.fullmatch(text) and len(text) <= ID_LENGTH):
        return "not-a-slug", str(ID_LENGTH)
    if column.words and len(text.split()) > column.words:
        return "too-many-words", str(column.words)
    return "", ""
