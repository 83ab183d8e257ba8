"""A pack that somebody opens: one that comes with the app, or one of somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import Progress, ReadPack, files_at, nobody, read_pack
from nanoexplorer.pack.manifest import FILE
from nanoexplorer.pack.problems import PackError, Problem
from nanoexplorer.places import comes_with_the_app

if TYPE_CHECKING:
    from nanoexplorer.pack.difference import Difference
    from nanoexplorer.pack.kept import KeptPack

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


def kept_pack(kept: KeptPack, path: Path) -> Pack | None:
    """The pack at a path as it was kept when it was open last; None where it has to be read."""
    pack = kept.pack()
    return pack and replace(pack, ours=comes_with_the_app(path))


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
    from nanoexplorer.pack.difference import difference, version_of

    for other in known:
        try:
            old = open_pack(other)
            if old.id != pack.id:
                continue
            found = difference(old, read_at(path))
        except PackError:
            continue
        return OtherVersion(old.version, version_of(old, pack) == "newer", found)
    return None


class Unreadable(Exception):
    """One of two packs to be compared is not valid."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        super().__init__(path)
        self.path, self.problems = path, problems


def compared(here: Path, other: Path, go: Callable[[], None], *, swapped: bool) -> Difference:
    """What differs between the pack that is open and another; raises Unreadable.

    From the older one to the newer, and of two of one version, or two packs, from the other one to
    the one that is open; `swapped`: the other way round.
    """
    from nanoexplorer.pack.difference import difference, version_of

    new, old = _read_for(here, go), _read_for(other, go)
    if (version_of(new.pack, old.pack) == "older") != swapped:
        new, old = old, new
    return difference(old.pack, new, go)


def _read_for(path: Path, go: Callable[[], None]) -> ReadPack:
    try:
        return read_at(path, lambda *_: go())
    except PackError as error:
        raise Unreadable(path, error.problems) from None
