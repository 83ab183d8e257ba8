"""Unsaved changes kept aside, offered after a crash; and the lock that says who holds a file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.formats.seminar import SUFFIX, Read, SeminarError, read_seminar
from nanoexplorer.ui.base.ask import AskChoice
from nanoexplorer.words.common import one_line
from nanoexplorer.words.teaching import seminar as words
from nanoexplorer.writing import write_atomically

MOST_LEFT: Final = 50
"""Of the files that crashes have left, the newest: each is read and asked about."""
PATTERN: Final = f"unsaved-*{SUFFIX}"
STALE: Final = 12 * 60 * 60 * 1000
"""Milliseconds after which a lock from another computer is taken for a forgotten one."""


def lock_of(path: Path) -> QLockFile:
    """The lock beside a file. One whose holder has crashed on this computer counts for nothing."""
    lock = QLockFile(str(path.with_name(f".{path.name}.lock")))
    lock.setStaleLockTime(STALE)
    return lock


def is_held(lock: QLockFile) -> bool:
    """Take a lock; whether somebody else has it. Where none can be made, nobody has."""
    return not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError


class Unsaved:
    """One file of unsaved changes in a folder; it is there only while there are any."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path: Path | None = None
        self._lock: QLockFile | None = None

    def left(self) -> list[Path]:
        """What others left behind, the newest first; what is still in use is theirs."""
        found: list[tuple[float, Path]] = []
        for path in self.folder.glob(PATTERN):
            lock = lock_of(path)
            if path != self.path and not is_held(lock):
                lock.unlock()
                with suppress(OSError):  # gone since
                    found.append((path.stat().st_mtime, path))
        return [path for _, path in sorted(found, reverse=True)[:MOST_LEFT]]

    def take(self, path: Path) -> None:
        """Make a file that was left behind ours."""
        self.remove()
        self.path, self._lock = path, lock_of(path)
        self._lock.tryLock(0)

    def write(self, text: str) -> None:
        """Keep changes aside; raises OSError."""
        if self.path is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.take(self.folder / f"unsaved-{uuid4().hex}{SUFFIX}")
            assert self.path is not None
        write_atomically(self.path, text.encode())

    def remove(self) -> None:
        """Nothing is unsaved any more."""
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
        self.path = self._lock = None


def put_by(path: Path) -> Path:
    """Take what can't be read out of the way, so that it is complained of once; its new place."""
    with suppress(OSError):
        return path.rename(path.with_suffix(f"{SUFFIX}.unread"))
    return path


def wanted_leftover(
    unsaved: Unsaved, pack: Pack, window: QWidget, ask: AskChoice, complain: Callable[[str], None]
) -> tuple[Path, Read] | None:
    """The unsaved changes that are to be opened, if any; those not wanted are deleted."""
    choices = (words.RECOVER_YES, words.RECOVER_NO, words.RECOVER_LATER)
    for path in unsaved.left():
        try:
            read = read_seminar(path, pack)
        except SeminarError as error:
            if any(problem.code == "other-pack" for problem in error.problems):
                continue  # it waits until its pack is open
            complain(words.NOT_RECOVERED.format(path=one_line(str(put_by(path)))))
            continue
        said = words.RECOVER.format(name=leftover_name(read))
        answer = ask(window, words.RECOVER_TITLE, said, choices)
        if answer == words.RECOVER_YES:
            return path, read
        if answer == words.RECOVER_NO:
            unsaved.take(path)
            unsaved.remove()
    return None


def leftover_name(read: Read) -> str:
    """What unsaved changes are called in a sentence."""
    return one_line(Path(read.unsaved_of).name or read.seminar.title or words.UNTITLED)
