"""Prints the manual page, made from the command line's own help, so that the two agree.

usage: man_page.py > nanoexplorer.1

The date is that of SOURCE_DATE_EPOCH, or today's.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from nanoexplorer import __version__
from nanoexplorer.app import command_line as cli
from nanoexplorer.app.packs import packs_in
from nanoexplorer.words import common

SUMMARY = "explore what published reviews report about nanocarriers; educational only"
FILES = (
    ("~/.config/nanoexplorer/settings.json", "What the window remembers."),
    ("~/.config/nanoexplorer/practice.json", "Results of practice, where you asked to keep them."),
    ("~/.config/nanoexplorer/unsaved/", "Changes to seminar files that wait to be recovered."),
    ("~/.local/share/nanoexplorer/crash.log", "Faults of the program."),
    ("*.nxseminar", "Seminar files, wherever you keep them."),
    ("*.nxpack", "Pack files, wherever you keep them."),
)
ENVIRONMENT = (
    ("QT_QPA_PLATFORM", "The kind of display, such as xcb, wayland or offscreen."),
    ("QT_SCALE_FACTOR", "Makes everything larger; the window has a zoom of its own."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "Where the files above are kept instead."),
)


def day() -> str:
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))


def escaped(text: str) -> str:
    """Text that roff takes as it is: hyphens that can be copied, no line that is a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line[:1] in (".", "'") else line for line in text.split("\n"))


def tagged(term: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield f"\\fB{escaped(term)}\\fR"
    yield escaped(text)


def example(text: str) -> Iterator[str]:
    """Lines as they stand; help has its examples indented, and sentences that are not."""
    for line in text.strip().splitlines():
        if line.startswith("  "):
            yield from (".PP", ".nf", ".RS", escaped(line.strip()), ".RE", ".fi")
        else:
            yield from (".PP", escaped(line))


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
            continue
        names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        value = action.metavar if action.option_strings and action.nargs != 0 else ""
        if action.option_strings and action.choices:
            value = "|".join(map(str, action.choices))
        yield from tagged(f"{names} {value}".strip(), action.help or "")


def commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    found = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return {name: command for action in found for name, command in action.choices.items()}


def command_lines(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f".SS {common.APP} {name}"
    yield escaped(f"{parser.description or ''}".strip())
    yield from options(parser)
    yield from example(parser.epilog or "")


def page() -> Iterator[str]:
    parser = cli._parser(list(cli.COMMANDS), packs_in([]))
    yield f'.TH NANOEXPLORER 1 "{day()}" "nanoexplorer {__version__}" "User Commands"'
    yield from (".SH NAME", f"nanoexplorer \\- {SUMMARY}")
    yield from (".SH SYNOPSIS", ".B nanoexplorer", ".RI [ FILE ]", ".br")
    yield from (".B nanoexplorer", ".I command", ".RI [ options ]")
    yield from (".SH DESCRIPTION", escaped(parser.description or ""))
    yield ".SH OPTIONS"
    yield from tagged("FILE.nxseminar", "open the window with this seminar file")
    yield from tagged("FILE.nxpack", "open the window with this pack")
    yield from options(parser)
    yield ".SH COMMANDS"
    for name, command in commands(parser).items():
        yield from command_lines(name, command)
    yield ".SH EXAMPLES"
    yield from example(parser.epilog or "")
    for head, rows in (("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT)):
        yield f".SH {head}"
        for term, text in rows:
            yield from tagged(term, text)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    print(*page(), sep="\n")
