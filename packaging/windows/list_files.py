"""Writes the files of a bundle as instructions of NSIS: to install each, and to remove each.

usage: list_files.py BUNDLE INSTALL REMOVE

One by one, because an uninstaller that removes a whole folder also removes what others put there.
"""

from __future__ import annotations

import sys
from pathlib import Path


def windows(path: Path) -> str:
    return str(path).replace("/", "\\")


def folders(files: list[Path]) -> list[Path]:
    """Every folder that holds a file, the inner ones last."""
    return sorted({parent for file in files for parent in file.parents if parent != Path()})


def place(folder: Path) -> str:
    """Where a file or folder comes to; a $ in its own name is doubled."""
    return "$INSTDIR" if folder == Path() else f"$INSTDIR\\{windows(folder).replace('$', '$$')}"


def install_lines(bundle: Path, files: list[Path]) -> list[str]:
    lines = []
    for folder in [Path(), *folders(files)]:
        here = [file for file in files if file.parent == folder]
        if here:
            lines.append(f'SetOutPath "{place(folder)}"')
        lines += [f'File "{bundle / file}"' for file in here]
    return lines


def remove_lines(files: list[Path]) -> list[str]:
    lines = [f'Delete "{place(file)}"' for file in files]
    return lines + [f'RMDir "{place(folder)}"' for folder in reversed(folders(files))]


def main(bundle: Path, install: Path, remove: Path) -> None:
    files = sorted(f.relative_to(bundle) for f in bundle.rglob("*") if f.is_file())
    if not files:
        raise SystemExit(f"list_files: {bundle} holds no file")
    # With a byte-order mark, or makensis takes letters beyond ASCII for another code page.
    for path, lines in ((install, install_lines(bundle, files)), (remove, remove_lines(files))):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit("usage: list_files.py BUNDLE INSTALL REMOVE")
    main(*map(Path, sys.argv[1:]))
