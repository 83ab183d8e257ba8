"""Writing files whole or not at all: one, or several that belong together.

What is written first stands beside its target under a short name of ours, which every disk allows
whatever the target is called; it says which process makes it, so that what a killed one has left
is found and swept by the next write into that folder. Several files are put in place by a plan
that stands there meanwhile: where a process is killed half-way, the next one carries it out.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

LEFT: Final = ".nanoexplorer-"
"""How every name begins that is there for the time of a write alone."""
PART, OLD, PLAN = ".part", ".old", ".plan"
FORBIDDEN: Final = '<>:"/\\|?*'
LONGEST_TITLE: Final = 100
STALE: Final = 24 * 3600
"""Seconds after which what another machine's process has left is swept too."""
_MOST_PLANNED: Final = 1 << 20


class WriteError(OSError):
    """A place where nothing is written: `code` is a key of `strings.files.UNWRITTEN`."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(errno.EACCES, "", str(path))
        self.code = code


def name_from(*titles: str) -> str:
    """A file's name out of titles, without a suffix: signs that no system forbids, and not long."""
    named = " – ".join(title for title in (_allowed(title) for title in titles) if title)
    return named if len(named) <= LONGEST_TITLE else f"{named[: LONGEST_TITLE - 1].rstrip()}…"


def _allowed(title: str) -> str:
    """A title without what no name may have; a system takes no name with a dot at either end."""
    kept = "".join(" " if sign in FORBIDDEN or not sign.isprintable() else sign for sign in title)
    return " ".join(kept.split()).strip(". ")


def write_atomically(path: Path, content: bytes) -> None:
    """Write one file; raises OSError, the old file untouched and nothing half-written left."""
    with WholeFiles() as files:
        files.add(path, content)


def target_of(path: Path) -> Path:
    """What is written in place of a path: behind links, so that a link stays one.

    Raises WriteError for a loop of links, for what is no ordinary file (a pipe or a device would
    be replaced by one), and for a file that nobody may write; OSError where it can't be looked at.
    """
    try:
        target = path.resolve()
        found = os.stat(target)
    except FileNotFoundError:
        return target
    except RuntimeError:  # pathlib's word for a loop
        raise WriteError("loop", path) from None
    except ValueError:
        raise WriteError("no-name", path) from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise WriteError("loop", path) from None
        raise
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise WriteError("not-a-file", path)
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError("protected", path)
    return target


class WholeFiles:
    """A context: what is added is put in place at its end, unless that is an exception."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Path, Path]] = []

    def __enter__(self) -> WholeFiles:
        return self

    def add(self, path: Path, content: bytes) -> None:
        """Write beside `path`, or what it is a link to; raises OSError."""
        path = target_of(path)
        sweep(path.parent)
        made = _name(path.parent, PART, len(self._waiting))
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        file = os.open(made, flags, 0o600)
        self._waiting.append((made, path))
        try:
            _write(file, content)
            os.fsync(file)
        finally:
            with suppress(OSError):  # a full disk refuses what still waits once more
                os.close(file)

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None:
                _put(self._waiting)
        finally:
            for made, _path in self._waiting:
                with suppress(OSError):
                    os.unlink(made)


def _write(file: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(file, left) :]


def _put(waiting: list[tuple[Path, Path]]) -> None:
    """Put all in place; where one can't be, those before it are the old ones again."""
    for made, path in waiting:
        _give_usual_mode(made, path)
    if len(waiting) < 2:
        for made, path in waiting:
            os.replace(made, path)
        return
    kept = [(path, _kept(path, n)) for n, (_, path) in enumerate(waiting)]
    plan = _plan(waiting)
    try:
        for made, path in waiting:
            os.replace(made, path)
    except BaseException:
        for path, old in kept:
            _put_back(path, old)
        raise
    finally:
        _unlink(plan)
        for _path, old in kept:
            if old:
                _unlink(old)


def _plan(waiting: list[tuple[Path, Path]]) -> Path:
    """What is to be put where, for whoever finds it half done."""
    plan = _name(waiting[0][1].parent, PLAN, 0)
    pairs = [[str(made), str(path)] for made, path in waiting]
    plan.write_text(json.dumps(pairs, ensure_ascii=True), encoding="ascii")
    return plan


def _kept(path: Path, number: int) -> Path | None:
    """The old file under another name beside it, as long as the new ones may still fail."""
    if not os.path.lexists(path):
        return None
    old = _name(path.parent, OLD, number)
    try:
        os.link(path, old)
    except OSError:  # not every disk has links
        old.write_bytes(path.read_bytes())
    return old


def _put_back(path: Path, old: Path | None) -> None:
    """What was there before: the old file, or none."""
    with suppress(OSError):
        if old is None:
            path.unlink()
        else:
            os.replace(old, path)


def _give_usual_mode(made: Path, path: Path) -> None:
    """Let a file be read by whoever may read `path`, or any new file; raises OSError.

    It is its owner's alone until then, which would be lost on a classmate's share.
    """
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0o022)
        os.umask(mask)
        mode = 0o666 & ~mask
    os.chmod(made, mode)


def _name(folder: Path, kind: str, number: int) -> Path:
    """A name that says whose it is: machine, process, and when that began to write."""
    return folder / f"{LEFT}{_machine()}-{os.getpid()}-{time.monotonic_ns():x}-{number}{kind}"


def _machine() -> str:
    from zlib import crc32

    windows = sys.platform == "win32"
    name = os.environ.get("COMPUTERNAME", "") if windows else os.uname().nodename
    return f"{crc32(name.encode()):08x}"


def sweep(folder: Path) -> None:
    """Remove what killed writes have left in a folder, a set that was begun put in place first."""
    with suppress(OSError):
        left = [path for path in _left_in(folder) if _is_dead(path)]
        for plan in left:
            if plan.suffix == PLAN:
                _carry_out(plan, left)
        for path in left:
            _unlink(path)


def _left_in(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            ours = entry.name.startswith(LEFT) and entry.name.endswith((PART, OLD, PLAN))
            if ours and entry.is_file(follow_symlinks=False):
                yield folder / entry.name


def _is_dead(path: Path) -> bool:
    """Whether the process that made it is gone; of another machine's only its age tells."""
    machine, _, rest = path.name.removeprefix(LEFT).partition("-")
    process = rest.partition("-")[0]
    if machine == _machine() and process.isascii() and process.isdigit() and os.name == "posix":
        return int(process) != os.getpid() and not _lives(int(process))
    return time.time() - path.stat().st_mtime > STALE


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass
    return True


def _carry_out(plan: Path, left: list[Path]) -> None:
    """Put in place what a killed process had begun to; only files of ours, beside the plan."""
    with suppress(OSError, ValueError, RecursionError):
        if plan.stat().st_size > _MOST_PLANNED:
            return
        for made, path in json.loads(plan.read_text(encoding="ascii")):
            part, target = Path(made), Path(path)
            if part in left and part.suffix == PART and target.parent == part.parent:
                os.replace(part, target)


def _unlink(path: Path) -> None:
    with suppress(OSError):
        os.unlink(path)
