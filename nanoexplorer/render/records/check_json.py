"""`nanoexplorer/check/1`: what is wrong with a pack, as JSON for editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from nanoexplorer.pack.problems import WHOLE_FILE, Problem
from nanoexplorer.words.packs.problems import problem_line

SCHEMA = "nanoexplorer/check/1"


def check_json(path: Path, problems: Sequence[Problem], remarks: Sequence[str] = ()) -> str:
    """The document, indented, with a newline at its end; the worst file comes first. `remarks`:
    what is valid, and may have been forgotten.
    """
    document = {
        "schema": SCHEMA,
        "pack": str(path),
        "valid": not problems,
        "problems": [_problem(problem) for problem in problems],
        "remarks": list(remarks),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _problem(problem: Problem) -> dict[str, object]:
    """`row` is a number where it is one of a table, `entry` the part of another file."""
    number = problem.row.isascii() and problem.row.isdecimal()
    return {
        "file": problem.file,
        "sheet": problem.sheet or None,
        "row": int(problem.row) if number else None,
        "entry": None if number or not problem.row else problem.row,
        "column": problem.column or None,
        "code": problem.code,
        "whole_file": problem.code in WHOLE_FILE,
        "message": problem_line(problem),
        "found": problem.found,
        "allowed": problem.allowed,
        "did_you_mean": problem.near or None,
        "more_rows": problem.more,
    }
