"""The text of a file, and the rows of a CSV table: forgiving in form. What is wrong with a whole
file is one problem.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from nanoexplorer.files import ReadError
from nanoexplorer.pack.folder import Files
from nanoexplorer.pack.problems import Problem, near, unread

SEPARATORS = (",", ";", "\t")
SHOWN = 80
REMARK = "# "
FILE_SIZE = 20_000_000
"""Bytes of a table."""
MOST_ROWS = 100_000
"""Of a table, and entries of a list."""
LINE_LENGTH = 1_000_000
MOST_MISFITS = 3
_SEPARATOR_LINE = re.compile(r"sep=.\r?\n?", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"\x00")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Sheet(NamedTuple):
    """The header's columns, and each row's number in a spreadsheet with its cells."""

    header: list[str]
    rows: list[tuple[int, list[str]]]
    whole: bool = True
    remarks: tuple[tuple[int, list[str]], ...] = ()


class Unreadable(ReadError):
    """A table of which a problem says why it can't be read."""

    def __init__(self, path: Path, problem: Problem) -> None:
        super().__init__(problem.code, path)
        self.problem = problem


def read_text(
    files: Files, file: str, problems: list[Problem], most: int = FILE_SIZE
) -> str | None:
    """The text of a file, UTF-8 with or without byte order marks; None if it can't be had."""
    try:
        data = files.data(file, most)
    except ReadError as error:
        told = error.problem if isinstance(error, Unreadable) else unread(file, error)
        problems.append(told)
        return None
    return _decoded(file, data, problems)


def _decoded(file: str, data: bytes, problems: list[Problem]) -> str | None:
    try:
        text = data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        if data.startswith(_WORKBOOKS):
            problems.append(Problem(file, "", "", "workbook"))
        elif _UTF16[2] in data[:200] or data.startswith(_UTF16[:2]):
            problems.append(Problem(file, "", "", "utf16"))
        else:
            problems.append(_not_utf8(file, data, error.start))
        return None
    if data.startswith(_WORKBOOKS[0]) and file.endswith(".csv"):
        problems.append(Problem(file, "", "", "workbook"))
        return None
    if "\x00" in text[:200] and text[:200].count("\x00") > 20:
        problems.append(Problem(file, "", "", "utf16"))
        return None
    return text


def _not_utf8(file: str, data: bytes, place: int) -> Problem:
    """Names the row of the first byte that does not fit, and the word as Windows would read it."""
    before = data[:place].decode("utf-8")
    if file.endswith(".csv"):
        row = str(sum(1 for _ in _reader(before + "x", ",", strict=False)))
    else:
        row = f"line {len(before.splitlines() or [''])}"
    line = data[max(0, place - 20) : place + 20].decode("cp1252", "replace").splitlines()
    word = next((w for w in re.split(r"[\s,;\"]+", " ".join(line)) if not w.isascii()), "")
    return Problem(file, row, "", "not-utf8", "".join(s for s in word if s.isprintable()))


def read_sheet(
    files: Files,
    file: str,
    names: Collection[str],
    needed: Collection[str],
    problems: list[Problem],
) -> Sheet | None:
    """The rows of a table under its known columns, of which some are needed; None where it has
    none that can be read.
    """
    text = read_text(files, file, problems)
    if text is None:
        return None
    text = _SEPARATOR_LINE.sub("", text, count=1) if text[:4].lower() == "sep=" else text
    listed = ", ".join(names)
    if not text.strip():
        problems.append(Problem(file, "", "", "empty-file", "", listed))
        return None
    separator, header = _header(text, names)
    wrong = wrong_header(file, header, names, needed)
    if wrong:
        problems.append(wrong)
        return None
    return _sheet(file, text, separator, header, problems)


def _reader(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(_lines(text), delimiter=separator, strict=strict)


def _lines(text: str) -> Iterator[str]:
    """Raises csv.Error for one that would make millions of cells."""
    for line in io.StringIO(text, newline=""):
        if len(line) > LINE_LENGTH:
            raise csv.Error(LINE_LENGTH)
        yield line


def _header(text: str, names: Collection[str]) -> tuple[str, list[str]]:
    """The separator under which most columns are known, and the header as it reads then."""
    found = {}
    for separator in SEPARATORS:
        try:
            cells = next(_reader(text[: LINE_LENGTH + 1], separator, strict=False), [])
        except csv.Error:
            cells = []
        found[separator] = without_end([plain_name(cell) for cell in cells])
    best = max(SEPARATORS, key=lambda separator: len(set(found[separator]) & set(names)))
    return best, found[best]


def plain_name(name: str) -> str:
    """The name of a column, a sheet or a key, however it is spaced and cased."""
    return "_".join(name.replace("\ufeff", "").replace("\xa0", " ").casefold().split())


def without_end(cells: list[str]) -> list[str]:
    """The cells without the empty ones at the end."""
    last = max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return cells[:last]


def is_remark(cells: list[str]) -> bool:
    """Whether a row is for people: its first filled cell begins with a number sign and a blank."""
    return next(filter(None, cells), "").startswith(REMARK)


def wrong_header(
    file: str, header: list[str], names: Collection[str], needed: Collection[str]
) -> Problem | None:
    """What is wrong with a header, in one problem."""
    listed = ", ".join(names)
    times = Counter(header)
    unknown = [name for name in header if name not in names]
    missing = [name for name in needed if name not in times]
    twice = [name for name, number in times.items() if number > 1]
    if not set(names) & set(header):
        return Problem(file, "1", "", "no-header", ", ".join(header)[:SHOWN], listed)
    if twice:
        return Problem(file, "1", ", ".join(twice)[:SHOWN], "repeated-column", "", listed)
    left = [name for name in names if name not in times]
    meant = near(unknown[0], left) if len(unknown) == 1 else ""
    if unknown and missing:
        found = ", ".join(unknown)[:SHOWN]
        return Problem(file, "1", found, "wrong-header", ", ".join(missing), listed, meant)
    if unknown:
        found = ", ".join(unknown)[:SHOWN]
        return Problem(file, "1", found, "unknown-column", "", listed, meant)
    if missing:
        return Problem(file, "1", ", ".join(missing), "missing-column", "", listed)
    return None


def _sheet(
    file: str, text: str, separator: str, header: list[str], problems: list[Problem]
) -> Sheet | None:
    rows: list[tuple[int, list[str]]] = []
    remarks: list[tuple[int, list[str]]] = []
    number = 0
    try:
        for number, cells in enumerate(_reader(text, separator, strict=True), start=1):
            if number > 1 and any(map(str.strip, cells)):
                (remarks if is_remark(cells) else rows).append((number, cells))
            if len(rows) > MOST_ROWS:
                problems.append(Problem(file, "", "", "too-many-rows", "", f"{MOST_ROWS:,}"))
                return None
    except csv.Error as error:
        problems.append(_not_csv(file, number + 1, error))
        return None
    sheet = _of_one_width(file, header, rows, problems)
    return sheet._replace(remarks=tuple(remarks))


def _not_csv(file: str, row: int, error: csv.Error) -> Problem:
    """The reader names a quote by where it noticed; the row that opened it is the one to mend."""
    if error.args == (LINE_LENGTH,):
        return Problem(file, str(row), "", "line-too-long", "", f"{LINE_LENGTH:,}")
    code = "open-quote" if "limit" in str(error) or "end of data" in str(error) else "not-csv"
    return Problem(file, str(row), "", code)


def _of_one_width(
    file: str, header: list[str], rows: list[tuple[int, list[str]]], problems: list[Problem]
) -> Sheet:
    width = len(header)
    fitting = []
    misfits = []
    for number, cells in rows:
        if len(cells) > width and not any(map(str.strip, cells[width:])):
            cells = cells[:width]
        if len(cells) == width:
            fitting.append((number, cells))
        else:
            misfits.append(
                Problem(file, str(number), "", "cell-count", str(len(cells)), str(width))
            )
    if len(misfits) > MOST_MISFITS:
        first = misfits[0]._replace(code="cell-counts", more=len(misfits) - 1)
        misfits = [first]
    problems += misfits
    return Sheet(header, fitting, not misfits)
