"""Writing several files that belong together: all of them or none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from nanoexplorer.files import give_usual_mode


def numbered(path: Path, count: int) -> tuple[Path, ...]:
    """`name.png`, `name-2.png`, … for so many files."""
    more = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, count + 1))
    return (path, *more)


class WholeFiles:
    """A context: what is added is put in place at its end, unless that is an exception."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Path]] = []

    def __enter__(self) -> WholeFiles:
        return self

    def add(self, path: Path, content: bytes) -> None:
        """Write beside `path`, under a name of its own; raises OSError."""
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as made:
            self._waiting.append((made.name, path))
            made.write(content)
            made.flush()
            os.fsync(made.fileno())

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None:
                _look_at([path for _, path in self._waiting])
                for made, path in self._waiting:
                    give_usual_mode(made, path)
                    os.replace(made, path)
        finally:
            for made, _path in self._waiting:
                with suppress(OSError):
                    os.unlink(made)


def _look_at(paths: Sequence[Path]) -> None:
    """Refuse before the first is put in place what could not be put in place."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(21, os.strerror(21), str(path))
