"""What is wrong with a pack: codes and parameters; the words are in `strings`."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong: where, what (a code), what was found and what is allowed.

    `row` is the line of the file as a spreadsheet or an editor counts it, or empty; `column` may
    be a key where the file is not a table.
    """

    file: str
    row: str
    column: str
    code: str
    found: str = ""
    allowed: str = ""


class PackError(ValueError):
    """A folder that is no valid pack, with every problem that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)
