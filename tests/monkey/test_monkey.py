"""A few seconds of `make monkey`, always the same ones; and that it would see what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.monkey.monkey import grown, surroundings

APP = [sys.executable, "-m", "tests.monkey.app"]


@pytest.mark.parametrize(("theme", "zoom", "seed"), [("light", "100", "1"), ("dark", "150", "2")])
def test_random_use_warns_of_nothing(tmp_path: Path, theme: str, zoom: str, seed: str) -> None:
    asked = ("--theme", theme, "--zoom", zoom, "--seed", seed)
    done = subprocess.run(
        [*APP, str(tmp_path), "--hands", "--events", "150", *asked],
        env=surroundings(tmp_path, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == ["0 wrong"], done.stderr
    assert "150 events" in done.stdout
    assert done.returncode == 0


def test_memory_that_grows_after_all_was_seen_is_told_from_warming_up() -> None:
    warming = [f"{n:6d} s {min(100 + 20 * n, 200):6d} MB {n:7d} events" for n in range(20)]
    leaking = [f"{n:6d} s {100 + 20 * n:6d} MB {n:7d} events" for n in range(20)]
    assert grown(warming) == (200, 200)
    before, after = grown(leaking)
    assert after > 1.15 * before
