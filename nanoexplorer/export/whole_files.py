"""Writing several files that belong together: all of them or none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from nanoexplorer.export.job import Job
from nanoexplorer.files import give_usual_mode


def numbered(path: Path, count: int) -> tuple[Path, ...]:
    """`name.png`, `name-2.png`, … for so many files."""
    more = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, count + 1))
    return (path, *more)


def places(job: Job, path: Path, count: int) -> tuple[Path, ...]:
    """Where so many files go. Raises Cancelled where what stands there already is to stay."""
    paths = numbered(path, count)
    unnamed = [one for one in paths[1:] if one.exists()]
    if unnamed:
        job.agree(unnamed)
    return paths


class WholeFiles:
    """A context: what is added is put in place at its end, unless that is an exception."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Path]] = []

    def __enter__(self) -> WholeFiles:
        return self

    def add(self, path: Path, content: bytes) -> None:
        """Write beside `path` or what it is a link to, under a name of its own; raises OSError."""
        path = path.resolve()
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as made:
            self._waiting.append((made.name, path))
            made.write(content)
            made.flush()
            os.fsync(made.fileno())

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None:
                _look_at([path for _, path in self._waiting])
                self._put()
        finally:
            for made, _path in self._waiting:
                with suppress(OSError):
                    os.unlink(made)

    def _put(self) -> None:
        """Put all in place; where one can't be, those before it are the old ones again."""
        done: list[tuple[Path, Path | None]] = []
        try:
            for made, path in self._waiting:
                give_usual_mode(made, path)
                if len(self._waiting) > 1:
                    done.append((path, _kept(path)))
                os.replace(made, path)
        except BaseException:
            for path, old in reversed(done):
                _put_back(path, old)
            raise
        for _path, old in done:
            if old:
                with suppress(OSError):
                    old.unlink()


def _kept(path: Path) -> Path | None:
    """The old file under another name beside it, as long as the new ones may still fail."""
    if not os.path.lexists(path):
        return None
    old = path.with_name(f".{path.name}.old")
    with suppress(OSError):  # one may be left of a crash
        old.unlink()
    try:
        os.link(path, old)
    except OSError:  # not every disk has links
        os.replace(path, old)
    return old


def _put_back(path: Path, old: Path | None) -> None:
    """What was there before: the old file, or none."""
    with suppress(OSError):
        if old is None:
            path.unlink()
        else:
            os.replace(old, path)
            old.unlink()  # it is still there where both are the same file


def _look_at(paths: Sequence[Path]) -> None:
    """Refuse before the first is put in place what could not be put in place."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(21, os.strerror(21), str(path))
