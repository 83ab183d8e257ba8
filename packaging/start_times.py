"""Measures starts of the frozen app beside those of an empty frozen window, and memory.

usage: start_times.py PROBE   (the folder that `build_bundle.sh --probe` fills)

Both are started by turns; of each the slowest third is left out, as in tests/bench. Exit status 1
where a goal is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STARTS = 21
KEPT = 14
MIB = 110


def run(program: Path, folder: str) -> dict[str, float]:
    """Start a program once; its lines are names and numbers."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [str(program), str(time.monotonic()), folder]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return {name: float(number) for name, number in map(str.split, done.stdout.splitlines())}


def usual(times: list[float]) -> float:
    return statistics.median(sorted(times)[:KEPT])


def line(what: str, value: str, floor: str, goal: str, good: bool) -> bool:
    print(f"  {'ok   ' if good else 'WRONG'} {what}: {value}{floor} (goal {goal})")
    return good


def main(probe: Path) -> int:
    start, floor = probe / "start" / "start", probe / "floor" / "floor"
    with tempfile.TemporaryDirectory() as folder:
        run(floor, folder)
        run(start, folder)
        pairs = [(run(floor, folder), run(start, folder)) for _ in range(STARTS)]
    empty = usual([found["window"] for found, _ in pairs])
    window = usual([found["window"] for _, found in pairs])
    content = usual([found["content"] for _, found in pairs])
    memory = max(found["memory"] for _, found in pairs)
    heavy = max(found["heavy"] for _, found in pairs)

    def beside(seconds: float) -> tuple[str, str]:
        times = f", {seconds / empty:.2f} × the {empty * 1000:.0f} ms of an empty frozen window"
        return f"{seconds * 1000:.0f} ms", times

    results = (
        line("first paint", *beside(window), "1.5 ×", window <= 1.5 * empty),
        line("content", *beside(content), "2.5 ×", content <= 2.5 * empty),
        line("memory at content", f"{memory:.0f} MiB", "", f"{MIB} MiB", memory <= MIB),
        line("pandas, numpy, pyqtgraph loaded by then", f"{heavy:.0f}", "", "0", heavy == 0),
    )
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
