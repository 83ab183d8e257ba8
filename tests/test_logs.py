"""`--debug` shows what the packages do, else nothing is logged, and nothing private ever is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nanoexplorer", *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_with_debug_every_package_that_works_says_so_on_stderr(tmp_path: Path) -> None:
    made = run("export", str(tmp_path / "x.csv"), "--debug", "--egfr", "mutated")
    packages = {line.split("nanoexplorer.")[1].split(":")[0] for line in made.stderr.splitlines()}
    assert {"pack", "export"} <= packages
    assert made.stdout == f"{tmp_path / 'x.csv'}\n"
    assert "mutated" not in made.stderr


def test_without_it_nothing_is_logged(tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "x.csv")).stderr == ""
    code = "import sys; from nanoexplorer.app import command_line; command_line.main(['match'])"
    code += "; print('logging' in sys.modules)"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.splitlines()[-1] == "False"
