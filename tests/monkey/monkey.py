"""`make monkey`: hours of random use in minutes, from within and by real X events.

Each run is one process with a home of its own. It is well if nothing warned, nothing was raised,
no widget is wrongly kept, and memory is flat once all has been seen.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

HERE = Path(__file__).resolve().parent
LOOKS: Final = (("light", 100), ("dark", 150))
WARM: Final = 0.5
"""After this part of a run everything has been seen, and memory may not grow."""
GROWTH: Final = 1.15
SCREEN: Final = (1600, 1000)
KEYS: Final = (
    "Tab", "shift+Tab", "Up", "Down", "Left", "Right", "Home", "End", "Prior", "Next", "space",
    "Return", "Escape", "Escape", "F1", "F5", "F6", "F6", "F7", "shift+F6", "ctrl+z", "ctrl+y",
    "ctrl+r", "ctrl+k", "ctrl+e", "ctrl+o", "ctrl+s", "ctrl+plus", "ctrl+minus", "ctrl+0",
    "ctrl+slash", "ctrl+shift+c", "ctrl+shift+v", "ctrl+shift+t", "ctrl+shift+p",
    *"abegnrt1234590",
)  # fmt: skip
AT_ONCE: Final = 20


def app_command(home: Path, options: argparse.Namespace, theme: str, zoom: int) -> list[str]:
    command = [sys.executable, "-m", "tests.monkey.app", str(home), "--seed", str(options.seed)]
    return [*command, "--seconds", str(60 * options.minutes), "--theme", theme, "--zoom", str(zoom)]


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """A home of its own: no setting, cache or log of the person's is touched."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    own = {name: str(home / name.lower()) for name in names}
    root = str(HERE.parents[1])
    return {**os.environ, **own, "PYTHONPATH": root, "LC_ALL": "C.UTF-8", **more}


@contextmanager
def display() -> Iterator[str]:
    """A screen of X that nobody sees, with a window manager; its name."""
    read, write = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    name = f":{os.read(read, 16).decode().strip()}"
    manager = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": name},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield name
    finally:
        manager.terminate()
        manager.wait()
        server.terminate()
        server.wait()


def x_events(random: Random) -> list[str]:
    """What xdotool is to do next."""
    words: list[str] = []
    for _ in range(AT_ONCE):
        if random.random() < 0.5:
            place = [str(random.randrange(side)) for side in SCREEN]
            button = random.choices(("1", "4", "5"), (8, 1, 1))[0]
            words += ["mousemove", *place, "click", button]
        else:
            words += ["key", random.choice(KEYS)]
    return words


def run_by_x(command: list[str], home: Path, seed: int) -> list[str]:
    """Run the app under X while xdotool types and clicks; what the app said."""
    with display() as name:
        own = surroundings(home, DISPLAY=name, QT_QPA_PLATFORM="xcb")
        with (home / "said").open("w+", encoding="utf-8") as said:
            app = subprocess.Popen(command, env=own, stdout=said, stderr=subprocess.STDOUT)
            random = Random(seed)
            given = 0
            while app.poll() is None:
                given += AT_ONCE
                subprocess.run(
                    ["xdotool", *x_events(random)],
                    env=own, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
            said.seek(0)
            lines = said.read().splitlines()
            return [*lines, f"{given} given by X", f"exit {app.returncode}"]


def run_within(command: list[str], home: Path) -> list[str]:
    own = surroundings(home, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        [*command, "--hands"],
        env=own, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return [*done.stdout.splitlines(), f"exit {done.returncode}"]


def grown(said: list[str]) -> tuple[float, float]:
    """The usual memory of the middle of a run, and of its end; a picture that is made passes."""
    held = [float(line.split()[2]) for line in said if line.endswith(" events")]
    warm = held[int(len(held) * WARM) :]
    half = len(warm) // 2
    return (median(warm[:half]), median(warm[half:])) if half else (1.0, 1.0)


def report(what: str, said: list[str], home: Path) -> bool:
    """Print a run, all of it where something is wrong; whether it is well."""
    before, after = grown(said)
    crashes = list(home.rglob("crash.log"))
    well = said[-1] == "exit 0" and not crashes and after <= before * GROWTH
    looks = [line for line in said if line.endswith(" events")]
    print(f"== {what}: {'ok' if well else 'WRONG'}, {before:.0f} -> {after:.0f} MB")
    print("\n".join(looks[:: max(1, len(looks) // 12)] if well else said), flush=True)
    return well


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--way", choices=("both", "x", "within"), default="both")
    asked.add_argument("--look", choices=("both", *(theme for theme, _ in LOOKS)), default="both")
    options = asked.parse_args()
    well = []
    for theme, zoom in LOOKS:
        if options.look not in ("both", theme):
            continue
        for way in ("within", "x"):
            if options.way not in ("both", way):
                continue
            with tempfile.TemporaryDirectory() as folder:
                home = Path(folder)
                command = app_command(home, options, theme, zoom)
                said = (
                    run_within(command, home)
                    if way == "within"
                    else run_by_x(command, home, options.seed)
                )
                well.append(report(f"{way}, {theme} {zoom} %", said, home))
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
