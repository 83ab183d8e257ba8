"""The decision map of the bundled pack: the whole space of profiles in one call, and one map."""

from __future__ import annotations

import time
from collections.abc import Callable

from nanoexplorer.core.profile_space import ProfileSpace
from nanoexplorer.core.shown.decision_map import lay_map
from nanoexplorer.core.shown.decision_rows import coverage
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack

TIMES = 15


def worst_but_one(work: Callable[[], object]) -> float:
    """Seconds that a call took: the 95th percentile of TIMES calls."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return sorted(taken)[round(0.95 * (TIMES - 1))]


def measure() -> None:
    """Print the seconds for all answers, for the map drawn of them, and for table and overlaps."""
    pack = load_pack(bundled_pack())
    table = pack.table
    space = ProfileSpace(table)
    rows = tuple(field.id for field in pack.fields if field.biomarker and not field.folded)
    columns = tuple(field.id for field in pack.fields if field.kind == "count")
    print(f"space {worst_but_one(lambda: ProfileSpace(table))}")
    print(f"map {worst_but_one(lambda: lay_map(space, pack.blank_profile, rows, columns))}")
    print(f"coverage {worst_but_one(lambda: coverage(pack, space))}")
    print(f"profiles {space.size}")


if __name__ == "__main__":
    measure()
