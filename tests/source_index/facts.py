"""Where the index, the runs and the pack are, and how they are read."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKS = ROOT / "resources" / "packs"
PACK = PACKS / "lung-brain-metastases"
INDEX, RUNS = "index.json", "runs.txt"

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_HEDGES = {
    "may": r"may|might|could|possibly|perhaps",
    "potential": r"potential(?:ly)?",
    "promise": r"promis(?:e|es|ed|ing)",
    "hope": r"hopes?|hoped",
    "suggest": r"suggest(?:s|ed|ing)?",
    "indicate": r"indicat(?:es?|ed|ing)",
    "hardly": r"hardly|barely|scarcely",
    "hearsay": r"(?:is|are|was|were) (?:thought|believed|said|reported|held) to",
    "usually": r"usually|typical(?:ly)?|generally|normally",
    "often": r"often|frequent(?:ly)?|common(?:ly)?",
}
"""Families of words that make a claim weaker; those of one family stand for each other."""

Row = dict[str, str]


class Listed(NamedTuple):
    """An entry of a source's list of references."""

    doi: str
    year: int | None


class Indexed(NamedTuple):
    """What the index knows of a section; `status` is the cell of a row of the table."""

    references: frozenset[int]
    numbers: frozenset[str]
    labels: frozenset[str]
    hedges: frozenset[str]
    status: str


class Index(NamedTuple):
    """Sections by source and heading, entries by the pack's id of the reference.

    `in_part`: the sources of which the pack distils only a part, as its manifest says.
    """

    sections: dict[tuple[str, str], Indexed]
    entries: dict[str, Listed]
    in_part: frozenset[str]

    @property
    def sources(self) -> set[str]:
        return {source for source, _ in self.sections}


def rows(pack: Path, table: str) -> list[Row]:
    """The rows of one of a pack's tables."""
    with (pack / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def references(pack: Path) -> dict[str, dict[str, Any]]:
    """A pack's references by id."""
    listed = json.loads((pack / "references.json").read_text("utf-8"))
    return {reference["id"]: reference for reference in listed}


def numbers(text: str) -> set[str]:
    """The numbers written in digits in a text."""
    return set(_NUMBER.findall(text))


def hedges(text: str) -> set[str]:
    """The families of hedges that a text has a word of."""
    return {
        family
        for family, words in _HEDGES.items()
        if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)
    }


def facts_about(pack: Path) -> Path:
    """Where the facts about a pack's sources are; a copy of a pack has the same."""
    manifest = tomllib.loads((pack / "pack.toml").read_text("utf-8"))
    return HERE / str(manifest["id"])


def read_index(path: Path) -> Index:
    """The index as `make_index.py` wrote it."""
    sources = json.loads(path.read_text("utf-8"))
    return Index(
        {
            (source, section["heading"]): _indexed(section)
            for source, facts in sources.items()
            for section in facts["sections"]
        },
        {
            f"{source}-{entry['number']}": Listed(entry.get("doi", ""), entry.get("year"))
            for source, facts in sources.items()
            for entry in facts["list"]
        },
        frozenset(source for source, facts in sources.items() if facts.get("in_part")),
    )


def _indexed(section: dict[str, Any]) -> Indexed:
    return Indexed(
        frozenset(section["references"]),
        frozenset(section["numbers"]),
        frozenset(section["labels"]),
        frozenset(section["hedges"]),
        section.get("status", ""),
    )
