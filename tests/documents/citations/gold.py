"""The gold list: what every reader of an exported list of references must find in it.

`gold.csv` was written from the pack's `references.json` and not by the exporters; whoever changes
a reference of the pack changes its line.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from nanoexplorer.core.evidence import Reference
from tests.documents.citations.examples import bundled


class Gold(NamedTuple):
    """One reference; `authors`: "Family, G. N." each, a body's name whole; `cut`: yes or no."""

    id: str
    csl: str
    ris: str
    bibtex: str
    authors: str
    cut: str
    year: str
    title: str
    venue: str
    publisher: str
    volume: str
    issue: str
    pages: str
    doi: str
    url: str


def gold() -> list[Gold]:
    """Every line, in the pack's order."""
    path = Path(__file__).with_name("gold.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [Gold(**row) for row in csv.DictReader(file)]


def references() -> tuple[Reference, ...]:
    """The bundled pack's references, which the list is about."""
    return bundled()


def pages(first: str, last: str) -> str:
    """A range as the list writes it."""
    return "-".join(end for end in (first, last) if end)
