"""What is wrong with a pack, and what changed from one version to another, as JSON for others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nanoexplorer.core.explaining import Span, Stretch
from nanoexplorer.pack.problems import WHOLE_FILE, Problem
from nanoexplorer.render.records.match_json import pack_json
from nanoexplorer.words import common
from nanoexplorer.words.packs.problems import problem_line

if TYPE_CHECKING:
    from nanoexplorer.core.evidence import Criterion
    from nanoexplorer.core.pack import Pack
    from nanoexplorer.core.verdict_changes import Box, VerdictChange, VerdictChanges
    from nanoexplorer.pack.difference import Difference, RowChange

CHECK = "nanoexplorer/check/1"
DIFFERENCE = "nanoexplorer/pack-diff/1"

Json = dict[str, object]


def check_json(path: Path, problems: Sequence[Problem], remarks: Sequence[str] = ()) -> str:
    """The document, indented, with a newline at its end; the worst file comes first. `remarks`:
    what is valid, and may have been forgotten.
    """
    document = {
        "schema": CHECK,
        "pack": str(path),
        "valid": not problems,
        "problems": [_problem(problem) for problem in problems],
        "remarks": list(remarks),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _problem(problem: Problem) -> Json:
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


def difference_json(difference: Difference) -> str:
    """The document, indented, with a newline at its end. A verdict's `profiles` are as many as
    meet one of its `where`; of a field that is not named there any value does. Of a row that was
    added or is gone every cell that is not empty is among its `cells`.
    """
    verdicts = difference.verdicts
    document = {
        "schema": DIFFERENCE,
        "disclaimer": common.disclaimer(),
        "old": _pack(difference.old),
        "new": _pack(difference.new),
        "rows": [_row(row) for row in difference.rows],
        "profiles": verdicts.profiles,
        "verdicts": [_change(verdicts, change) for change in verdicts.changes],
        "uncounted": verdicts.uncounted,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _pack(pack: Pack) -> Json:
    return {**pack_json(pack), "date": pack.date, "licence": pack.licence}


def _row(row: RowChange) -> Json:
    """A row with its cells as its table has them: before and now, null where there is no row."""
    cells = [
        {
            "column": column,
            "old": None if row.old is None else before,
            "new": None if row.new is None else now,
        }
        for column, before, now in row.cells
    ]
    head = ("table", "key", "change", "columns")
    return {**{key: getattr(row, key) for key in head}, "cells": cells}


def _change(verdicts: VerdictChanges, change: VerdictChange) -> Json:
    why = verdicts.why[change.strategy]
    return {
        "strategy": change.strategy,
        "before": change.before,
        "after": change.after,
        "profiles": change.profiles,
        "where": [_box(box) for box in change.boxes],
        "criteria_gone": [_criterion(c) for c in why.gone],
        "criteria_new": [_criterion(c) for c in why.new],
    }


def _box(box: Box) -> Json:
    return {field: [_value(value) for value in values] for field, values in box}


def _value(value: Span) -> object:
    if isinstance(value, Stretch):
        return {"from": value.first, "to": value.last}
    if isinstance(value, tuple):
        return {"with": value.having, "without": value.lacking}
    return value


def _criterion(criterion: Criterion) -> Json:
    keys = ("alternative", "field", "effect", "test", "value", "when_unknown", "statement")
    return {key: getattr(criterion, key) for key in keys}
