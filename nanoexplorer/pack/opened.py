"""A pack that somebody opens: one that comes with the app, or one of somebody else's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.manifest import FILE
from nanoexplorer.places import comes_with_the_app

SUFFIXES: Final = (".nxpack", ".xlsx")
"""The names of files that are packs."""


def is_a_pack(path: Path) -> bool:
    """Whether somebody who names it means a pack; nothing is read."""
    if path.name == FILE or path.suffix.lower() in SUFFIXES:
        return True
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no file can have such a name
        return False


def open_pack(path: Path) -> Pack:
    """The pack at a path, which knows whether it is ours. Raises PackError."""
    return replace(load_pack(path), ours=comes_with_the_app(path))
