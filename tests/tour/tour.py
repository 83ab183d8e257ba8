"""`make screenshots`: pictures of the real window in its themes, sizes and zooms, to look at.

They go to build/screenshots; `--docs` makes the few anew that the documentation shows. Where Xvfb
is installed the pictures are what an X server shows, else what Qt's offscreen platform draws.
Words after the options choose pictures: `make screenshots ARGS="inspector dark"`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screenshots"
DOCS = ROOT / "docs" / "screenshots"
SCREEN = "3000x2000x24"


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of a process that shows windows: an X server of its own, or none."""
    if which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:  # written once the server answers
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()


def take(folder: Path, words: list[str], environment: dict[str, str]) -> int:
    """Take pictures in one process for each device pixel ratio, which Qt reads at its start."""
    folder.mkdir(parents=True, exist_ok=True)
    status = 0
    for ratio in ("1", "2"):
        command = [sys.executable, "-m", "tests.tour.pictures", str(folder), ratio, *words]
        surroundings = {**os.environ, **environment, "QT_SCALE_FACTOR": ratio}
        surroundings.pop("WAYLAND_DISPLAY", None)
        status = (
            status or subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode
        )
    return status


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", action="store_true", help="make those of docs/screenshots anew")
    parser.add_argument("words", nargs="*", help="only pictures with all these words in their name")
    asked = parser.parse_args()
    folder = DOCS if asked.docs else OUT
    with display() as environment:
        return take(folder, ["--docs", *asked.words] if asked.docs else asked.words, environment)


if __name__ == "__main__":
    raise SystemExit(main())
