"""Packs in their forms: how long they take to open, and what changed from one to another.

Prints names and seconds.
"""

from __future__ import annotations

import csv
import gc
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nanoexplorer.core.verdict_changes import verdict_changes
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.making import write_pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.words.packs.columns import hints
from tests.bench.large_pack import large

TIMES = 7


def main() -> None:
    """Time everything, the fastest of some."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bundled = bundled_pack()
        shown("bundled", fastest(lambda: load_pack(bundled)))
        some = larger(bundled, folder / "some", statements=500)
        shown("statements-500", fastest(lambda: load_pack(some)))
        workbook, packed = folder / "a.xlsx", folder / "a.nxpack"
        for path in (workbook, packed):
            write_pack(path, contents_of(Folder(bundled)), hints())
        shown("workbook", fastest(lambda: load_pack(workbook)))
        shown("pack-file", fastest(lambda: load_pack(packed)))
        many = large(folder / "many", 10_000, 50_000)
        shown("large", fastest(lambda: load_pack(many), times=1))
        pack = load_pack(bundled)
        other = replace(pack, criteria=pack.criteria[::2])
        shown("diff", fastest(lambda: verdict_changes(pack, other)))


def shown(name: str, seconds: float) -> None:
    sys.stdout.write(f"{name} {seconds}\n")


def fastest(action: Callable[[], object], times: int = TIMES) -> float:
    taken = []
    for _ in range(times):
        gc.collect()
        began = time.perf_counter()
        action()
        taken.append(time.perf_counter() - began)
    return min(taken)


def larger(pack: Path, folder: Path, statements: int) -> Path:
    """A pack with so many statements: its own again, under other ids."""
    shutil.copytree(pack, folder)
    head, *rows = read(folder / "statements.csv")
    place = head.index("id")
    more = [rows[n % len(rows)].copy() for n in range(statements - len(rows))]
    for number, row in enumerate(more):
        row[place] = f"more-{number}"
    write(folder / "statements.csv", [head, *rows, *more])
    return folder


def read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)


if __name__ == "__main__":
    main()
