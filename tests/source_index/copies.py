"""Whether ten words in a row of our own text stand so in a source."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.source_index.facts import ROOT
from tests.source_index.runs import runs

# Beside the packs. What others have written, such as licences and titles, is no text of ours.
OWN_TEXTS = ("*.md", "docs/*.md", "resources/help/*.md", "nanoexplorer/words/*.py")

Place = tuple[str, str]
"""Where a text stands, and the text."""


def pack_texts(pack: Path) -> Iterator[Place]:
    """Every cell of every table, the pack's description, remarks on references."""
    for table in sorted(pack.glob("*.csv")):
        with table.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                for column, cell in row.items():
                    yield f"{table.name}, row {number}, column {column}", str(cell)
    for line in (pack / "pack.toml").read_text("utf-8").splitlines():
        yield "pack.toml", line
    for reference in json.loads((pack / "references.json").read_text("utf-8")):
        for text in _strings(reference.get("custom", {})):  # all else is bibliography: facts
            yield f"references.json, {reference['id']}", text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)


def own_texts(root: Path = ROOT) -> Iterator[Place]:
    """The app's words and the documents."""
    for pattern in OWN_TEXTS:
        for file in sorted(root.glob(pattern)):
            if file.is_file():
                yield file.relative_to(root).as_posix(), file.read_text("utf-8")


def copied(places: Iterator[Place], hashes: frozenset[bytes]) -> Iterator[str]:
    """A line for every text with a run that a source has; the first such run is quoted."""
    for place, text in places:
        run = next((words for hash_, words in runs(text) if hash_ in hashes), "")
        if run:
            yield f"{place}: ten words as they stand in a source: {run}"
