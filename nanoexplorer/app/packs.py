"""The pack that a command is about: the bundled one, or the one that `--pack` names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nanoexplorer.app.options import PACK, BadInput
from nanoexplorer.places import bundled_pack
from nanoexplorer.words import commands as words
from nanoexplorer.words import common
from nanoexplorer.words.packs import problems as problems_words

if TYPE_CHECKING:  # a window that opens imports the pack's modules after it is painted
    from nanoexplorer.core.pack import Pack
    from nanoexplorer.pack.problems import PackError


class Packs:
    """Where the pack is that was asked for, if any; read once."""

    def __init__(self, asked: Path | None) -> None:
        self.asked = asked
        self._pack: Pack | None = None

    @property
    def pack(self) -> Pack:
        """The pack. Raises BadInput for one that is not valid, RuntimeError where it is ours."""
        if self._pack is None:
            self._pack = _bundled() if self.asked is None else _read(self.asked)
        return self._pack


def packs_in(arguments: list[str]) -> Packs:
    """Take `--pack PATH` out of the arguments, wherever it stands. Raises BadInput."""
    found: list[str] = []
    left: list[str] = []
    words_ = iter(arguments)
    for word in words_:
        if word == PACK:
            found.append(next(words_, ""))
        elif word.startswith(f"{PACK}="):
            found.append(word.partition("=")[2])
        else:
            left.append(word)
    if len(found) > 1:
        raise BadInput(words.TWICE.format(field=PACK[2:]))
    if found and not found[0]:
        raise BadInput(words.PACK_MISSING.format(option=PACK))
    arguments[:] = left
    return Packs(Path(found[0]) if found else None)


def _read(path: Path) -> Pack:
    from nanoexplorer.pack.opened import open_pack
    from nanoexplorer.pack.problems import PackError

    try:
        return open_pack(path)
    except PackError as error:
        first = problems_words.problem_line(error.problems[0])
        count = problems_words.problem_count(len(error.problems))
        raise BadInput(words.PACK_BROKEN.format(path=path, count=count, first=first)) from error


def _bundled() -> Pack:
    from nanoexplorer.pack.loader import load_pack
    from nanoexplorer.pack.problems import PackError

    try:
        return load_pack(bundled_pack())
    except PackError as error:
        lines = "\n".join(problems_words.problem_line(problem) for problem in error.problems)
        raise RuntimeError(lines) from error


def refused(path: Path, error: PackError, *, listed: bool = True) -> BadInput:
    """What to say of a pack that is not valid, after its problems have been printed."""
    for problem in error.problems if listed else ():
        print(common.one_line(problems_words.problem_line(problem)))
    count = problems_words.problem_count(len(error.problems))
    return BadInput(words.CHECK_BAD.format(folder=path, count=count))
