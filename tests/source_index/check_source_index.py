"""`make check`: the packs that ship against facts about their sources, and copied sentences.

Prints a line for everything that does not fit and exits with 2; one line and 0 if all is well.
`make_index.py` says how the facts are made.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.source_index.checks import CHECKS
from tests.source_index.copies import copied, own_texts, pack_texts
from tests.source_index.facts import HERE, INDEX, PACKS, RUNS, facts_about, read_index
from tests.source_index.runs import load


def problems(pack: Path) -> list[str]:
    """Everything about a pack that does not fit its index, or is copied from any source."""
    index = read_index(facts_about(pack) / INDEX)
    found = [line for check in CHECKS for line in check(pack, index)]
    return found + list(copied(pack_texts(pack), hashes()))


def hashes() -> frozenset[bytes]:
    """The hashed runs of the sources of every pack."""
    return frozenset().union(*(load(file.read_text("ascii")) for file in HERE.glob(f"*/{RUNS}")))


def main() -> int:
    """Print what does not fit; the exit status."""
    packs = sorted(folder for folder in PACKS.iterdir() if folder.is_dir())
    found = [f"{pack.name}: {line}" for pack in packs for line in problems(pack)]
    found += copied(own_texts(), hashes())
    for line in found:
        print(line)
    if found:
        print(f"source index: {len(found)} problems", file=sys.stderr)
        return 2
    for pack in packs:
        index = read_index(facts_about(pack) / INDEX)
        counts = f"{len(index.sections)} sections, {len(index.entries)} listed references"
        print(f"source index: {pack.name} fits {counts}")
    print(f"source index: no copy among {len(hashes())} runs of ten words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
