"""`make check`: the bundled pack against facts about its sources, and against copied sentences.

Prints a line for everything that does not fit and exits with 2; one line and 0 if all is well.
`make_index.py` says how the facts are made.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.source_index.checks import CHECKS
from tests.source_index.copies import copied, own_texts, pack_texts
from tests.source_index.facts import INDEX, PACK, RUNS, read_index
from tests.source_index.runs import load


def problems(pack: Path) -> list[str]:
    """Everything about a pack that does not fit the index, or is copied."""
    index = read_index(INDEX)
    found = [line for check in CHECKS for line in check(pack, index)]
    return found + list(copied(pack_texts(pack), hashes()))


def hashes() -> frozenset[bytes]:
    """The hashed runs of the sources."""
    return load(RUNS.read_text("ascii"))


def main() -> int:
    """Print what does not fit; the exit status."""
    found = problems(PACK) + list(copied(own_texts(), hashes()))
    for line in found:
        print(line)
    if found:
        print(f"source index: {len(found)} problems", file=sys.stderr)
        return 2
    index = read_index(INDEX)
    counts = f"{len(index.sections)} sections, {len(index.entries)} listed references"
    print(f"source index: the pack fits {counts} and {len(hashes())} runs of ten words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
