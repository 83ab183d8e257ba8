"""Writes the notices of everything inside a bundle into it, where About and a reader find them.

usage: licences.py BUNDLE   (the folder with the program and _internal)

As THIRD-PARTY-NOTICES.txt beside the program, and as a list from which About makes the same text.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import inside

from nanoexplorer.ui.help.licences import LISTED, notices

NOTICES = "THIRD-PARTY-NOTICES.txt"


def resources_of(bundle: Path) -> Path:
    """Where PyInstaller has put our resources; below Contents in an app of macOS."""
    found = sorted(bundle.rglob("nanoexplorer/resources/licences/qt.txt"))
    if not found:
        raise SystemExit(f"licences: {bundle} holds no nanoexplorer/resources/licences")
    return found[0].parent


def main(bundle: Path) -> None:
    parts = (*inside.packages(bundle), *inside.debian_parts(bundle))
    listed = json.dumps(parts, ensure_ascii=False, indent=0) + "\n"
    (resources_of(bundle) / LISTED).write_text(listed, encoding="utf-8", newline="\n")
    if (bundle / "_internal").is_dir():  # an app of macOS has no room for it outside
        (bundle / NOTICES).write_text(notices(parts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: licences.py BUNDLE")
    main(Path(sys.argv[1]))
