"""Traces the running app and fails for every socket beyond the display's and the desktop's.

usage: no_network_test.py [PROGRAM]

Under strace and an X server of its own: every view, a click on a DOI with the browser replaced,
every kind of export, driven from the sources (tests/network/drive.py); and, where a frozen PROGRAM
is given, its own test, its window, and every kind of export. Called by `make package-test`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from nanoexplorer.render.kinds import HANDOUT, KINDS  # noqa: E402

WANTED = ("strace", "Xvfb")
SECONDS = 6
"""How long the frozen window is watched, by `timeout`."""

SOCKET = re.compile(r"\bsocket(?:pair)?\((?P<family>\w+)")
LOCAL_PATH = re.compile(r'sun_path=@?"(?P<path>[^"]*)"')
INTERNET = re.compile(r"\bAF_(?!UNIX\b|LOCAL\b)\w+")
# The display, the desktop's buses, and glibc asking the system for users' names.
ALLOWED = re.compile(
    r"^/tmp/.X11-unix/X\d+$|/bus$|/dbus-[^/]*$|/system_bus_socket$|/at-spi/|/wayland-\d+$"
    r"|^/var/run/nscd/socket$|^/run/systemd/userdb/"
)
BROWSER = '#!/bin/sh\necho "$1" >>"$BROWSER_LOG"\n'


@contextmanager
def display() -> Iterator[str]:
    """An X server of its own that listens on a local socket alone."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1440x900x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def home(folder: Path, screen: str) -> dict[str, str]:
    """A home without a desktop's bus, and a browser that only writes down what it is given.

    Without a word on the bus some systems start one, whose end strace would wait for.
    """
    tools = folder / "bin"
    tools.mkdir()
    for name in ("xdg-open", "firefox", "chromium", "x-www-browser"):
        (tools / name).write_text(BROWSER, encoding="utf-8")
        (tools / name).chmod(0o755)
    kept = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(folder), "DISPLAY": screen}
    kept |= {"LC_ALL": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    return kept | {"BROWSER_LOG": str(folder / "browsed.txt")}


def traced(folder: Path, name: str, environment: dict[str, str], *command: str) -> list[str]:
    """What a command asks of the network, call by call; raises where the command fails."""
    log = folder / f"{name}.trace"
    strace = ["strace", "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", str(log)]
    done = subprocess.run(
        [*strace, *command],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    ended_by_us = command[0] == "timeout" and done.returncode == 124
    if done.returncode and not ended_by_us:
        raise SystemExit(
            f"no network: {name} fails ({done.returncode})\n{done.stdout}{done.stderr}"
        )
    return log.read_text(encoding="utf-8", errors="replace").splitlines()


def offences(calls: list[str]) -> list[str]:
    """Every call that reaches beyond this machine's display and desktop."""
    found = []
    for call in calls:
        paths = [match["path"] for match in LOCAL_PATH.finditer(call)]
        strange = any(path and not ALLOWED.search(path) for path in paths)
        if INTERNET.search(call) or strange:
            found.append(call)
    return found


def report(name: str, calls: list[str]) -> bool:
    sockets = sum(bool(SOCKET.search(call)) for call in calls)
    wrong = offences(calls)
    print(f"no network: {name}: {sockets} local sockets, {len(wrong)} beyond")
    for call in wrong:
        print(f"    {call}")
    return not wrong


def finds_what_is_there(folder: Path, environment: dict[str, str]) -> bool:
    """Whether a program that does go to the network is caught; else the rest would say nothing."""
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    return bool(offences(traced(folder, "control", environment, sys.executable, "-c", code)))


def programs(folder: Path, program: str | None) -> Iterator[tuple[str, list[str]]]:
    drive = ROOT / "tests" / "network" / "drive.py"
    yield "from the sources", [sys.executable, "-B", str(drive), str(folder / "driven")]
    if program:
        yield "frozen, its own test", [program, "--smoke"]
        yield "frozen, its window", ["timeout", str(SECONDS), program]
        for kind in KINDS:
            file = f"frozen-{kind.name}{kind.suffix}"
            handout = ["--handout"] if kind.name == HANDOUT else []
            yield f"frozen, export to {file}", [program, "export", file, *handout]


def main(program: str | None) -> int:
    lacking = [name for name in WANTED if not which(name)]
    if lacking:
        print(f"no network: not tested here ({' and '.join(lacking)} wanted)")
        return 0
    with TemporaryDirectory() as scratch, display() as screen:
        folder = Path(scratch)
        (folder / "driven").mkdir()
        environment = home(folder, screen)
        if not finds_what_is_there(folder, environment):
            raise SystemExit(
                "no network: strace sees nothing here, so that this test proves nothing"
            )
        right = [
            report(name, traced(folder, name, environment, *command))
            for name, command in programs(folder, program)
        ]
        browsed = folder / "browsed.txt"
        urls = browsed.read_text(encoding="utf-8").split() if browsed.exists() else []
    print(f"no network: the browser was given {urls}")
    clicked = len(urls) == 1 and urls[0].startswith("https://doi.org/")
    return 0 if all(right) and clicked else 1


if __name__ == "__main__":
    raise SystemExit(main(str(Path(sys.argv[1]).absolute()) if len(sys.argv) > 1 else None))
