"""No network, ever: the app goes everywhere, and no socket of it leaves this machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from nanoexplorer.render.kinds import KINDS
from nanoexplorer.views import NAMES

DRIVE = Path(__file__).with_name("drive.py")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", *arguments], capture_output=True, text=True, check=False
    )


def test_every_view_every_export_and_a_click_on_a_doi_reach_no_network(tmp_path: Path) -> None:
    done = run(str(DRIVE), str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    did = done.stdout.split("\n")
    assert {line for line in did if line.startswith("view ")} >= {"view topics", "view compare"}
    assert [line for line in did if line.startswith("browser https://doi.org/")]
    written = {file.name for file in tmp_path.iterdir()}
    assert {kind.suffix for kind in KINDS} <= {Path(name).suffix for name in written}
    assert all(any(name.startswith(view) for name in written) for view in NAMES)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request as r\ntry: r.urlopen('http://127.0.0.1:9')\nexcept OSError: 0",
    ],
)
def test_what_does_reach_it_is_found(code: str) -> None:
    watched = f"import sys; sys.path.insert(0, {str(DRIVE.parent)!r}); import drive\n{code}"
    done = run("-c", f"{watched}\nprint(len(drive.beyond))")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
