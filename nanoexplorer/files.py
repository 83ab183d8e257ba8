"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write through a temporary file beside `path` and rename it over; raises OSError.

    Where anything fails the old file is untouched and nothing half-written stays. A link stays one:
    what it leads to is written.
    """
    path = path.resolve()
    from tempfile import NamedTemporaryFile  # 5 ms, and only a write needs it

    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as temporary:
        try:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
        except BaseException:
            with suppress(OSError):  # a full disk refuses what still waits once more
                temporary.close()
            os.unlink(temporary.name)
            raise
    try:
        give_usual_mode(temporary.name, path)
        os.replace(temporary.name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary.name)
        raise


def give_usual_mode(made: str, path: Path) -> None:
    """Let a temporary file be read by whoever may read `path`, or any new file; raises OSError.

    A temporary file is its owner's alone, which would be lost on a classmate's share.
    """
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0o022)
        os.umask(mask)
        mode = 0o666 & ~mask
    os.chmod(made, mode)
