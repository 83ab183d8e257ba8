"""Where words in a document lead: addresses of ours, and those of the web."""

from __future__ import annotations

from typing import Final

NEAREST: Final = "nearest:"
REPORT: Final = "report:"
STRATEGY: Final = "strategy:"
REFERENCE: Final = "reference:"
DOI: Final = "https://doi.org/"


def is_web(address: str) -> bool:
    """Whether an address leads out of the app; the others mean something inside it alone."""
    return address.startswith("https://")
