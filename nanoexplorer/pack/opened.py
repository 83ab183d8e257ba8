"""A pack that somebody opens: one that comes with the app, or one of somebody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import Progress, ReadPack, files_at, nobody, read_pack
from nanoexplorer.pack.manifest import FILE
from nanoexplorer.pack.problems import PackError
from nanoexplorer.places import comes_with_the_app

if TYPE_CHECKING:
    from nanoexplorer.pack.difference import Difference

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


def open_pack(path: Path, progress: Progress = nobody) -> Pack:
    """The pack at a path, which knows whether it is ours. Raises PackError."""
    return read_at(path, progress).pack


def read_at(path: Path, progress: Progress = nobody) -> ReadPack:
    """The same with the sheets of which it was made. Raises PackError."""
    found = read_pack(files_at(path), progress)
    return found._replace(pack=replace(found.pack, ours=comes_with_the_app(path)))


class OtherVersion(NamedTuple):
    """Another version of a pack that is known here, and what is not the same in the new one."""

    version: str
    newer: bool
    """Whether the known one is."""
    difference: Difference


def other_version(pack: Pack, path: Path, known: Iterable[Path]) -> OtherVersion | None:
    """The first known pack of the same id that can still be read; None where there is none."""
    from nanoexplorer.pack.difference import difference

    for other in known:
        try:
            old = open_pack(other)
            if old.id != pack.id:
                continue
            found = difference(old, read_at(path))
        except PackError:
            continue
        return OtherVersion(old.version, _order(old.version) > _order(pack.version), found)
    return None


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
