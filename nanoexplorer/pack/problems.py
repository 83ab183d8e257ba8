"""What is wrong with a pack: codes and parameters; the words are in `strings`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Self

from nanoexplorer.files import ReadError
from nanoexplorer.overriding import override

WHOLE_FILE: Final = frozenset(
    (
        *("no-folder", "no-file", "no-sheet", "unreadable", "folder", "not-a-file", "too-large"),
        *("not-a-pack", "one-table", "other-workbook", "damaged", "password"),
        *(
            "too-many-files",
            "path-in-zip",
            "twice-in-zip",
            "hash",
            "unknown-table",
            "not-an-export",
        ),
        *("empty-file", "no-rows", "not-a-list", "too-deep"),
        *("not-utf8", "utf16", "workbook", "not-csv", "open-quote", "not-toml", "not-json"),
        *("no-header", "wrong-header", "unknown-column", "missing-column", "repeated-column"),
        *("cell-counts", "garbled-file", "too-many-rows", "line-too-long"),
    )
)
"""Codes of what is wrong with a whole file; they come first, and what follows from them is not
said."""
CAUSES: Final = WHOLE_FILE | {"add-column", "renamed-field"}
"""With these, what further problems may follow from."""
MOST_ALIKE = 3
MOST_PROBLEMS = 5_000


class Problem(NamedTuple):
    """One thing that is wrong: where, what (a code), what was found and what is allowed.

    `row` is the row of a table as a spreadsheet counts it, or the name of a part, or empty;
    `column` may be a key where the file is not a table. `near` is what was probably meant; `more`
    counts further rows with the same fault.
    """

    file: str
    row: str
    column: str
    code: str
    found: str = ""
    allowed: str = ""
    near: str = ""
    more: int = 0
    sheet: str = ""

    def place(self, others: int = 0) -> tuple[bool, int, str, int, str, str]:
        """Sorts causes before what may follow from them, then files with so many problems by these,
        then row by row.
        """
        number = int(self.row) if self.row.isascii() and self.row.isdecimal() else 0
        return self.code not in CAUSES, -others, self.file, number, self.row, self.column


class Wrong(NamedTuple):
    """What is wrong with a cell, wherever it stands."""

    code: str
    found: str = ""
    allowed: str = ""
    near: str = ""


class PackError(ValueError):
    """A folder that is no valid pack, with every problem that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


class Enough(Exception):
    """More is wrong than anybody reads."""


class Problems(list[Problem]):
    """Problems as they are found, up to what somebody could read. Raises Enough beyond."""

    @override
    def append(self, problem: Problem) -> None:
        if len(self) == MOST_PROBLEMS:
            raise Enough
        super().append(problem)

    @override
    def extend(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.append(problem)

    @override
    def __iadd__(self, problems: Iterable[Problem]) -> Self:  # type: ignore[override]
        self.extend(problems)
        return self


def unread(file: str, error: ReadError) -> Problem:
    """Why a file is not read."""
    allowed = f"{error.most:,}" if error.most else ""
    return Problem(file, "", "", error.code, error.strerror or "", allowed)


def near(found: str, there: Iterable[str]) -> str:
    """The word that was probably meant, or nothing."""
    from difflib import get_close_matches  # only where something is wrong

    words = {word.casefold(): word for word in there}
    close = get_close_matches(found.strip().casefold()[:64], list(words), n=1, cutoff=0.7)
    return words[close[0]] if close else ""


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """The worst file first, row by row; the same fault in many rows of a column is one line."""
    once = set(problems)
    worst = Counter(problem.file for problem in once)
    ordered = sorted(once, key=lambda problem: problem.place(worst[problem.file]))
    alike = Counter(map(_kind, ordered))
    shown: set[Sequence[str]] = set()
    kept = []
    for problem in ordered:
        kind = _kind(problem)
        if alike[kind] > MOST_ALIKE:
            if kind in shown:
                continue
            problem = problem._replace(more=alike[kind] - 1)
        shown.add(kind)
        kept.append(problem)
    return kept


def _kind(problem: Problem) -> tuple[str, ...]:
    return problem.file, problem.column, problem.code, problem.found


# JSON can spell half of a character pair, which no file can be written with.
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def shown(value: object) -> str:
    """A value of JSON or TOML as a message shows it, however deep or long it is."""
    if isinstance(value, (list, tuple)):
        return "[…]" if value else "[]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    try:
        return _HALF_A_PAIR.sub("\ufffd", str(value))[:200]
    except ValueError:  # a number of thousands of digits
        return "…"
