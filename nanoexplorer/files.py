"""Reading a file within bounds."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from io import RawIOBase
from pathlib import Path
from typing import Final

from nanoexplorer.overriding import override

PART: Final = 1 << 16
"""Bytes that are read at a time: between two parts a reader can be stopped."""


class ReadError(OSError):
    """A file that is not read: `code` is a key of `strings.files.UNREAD`, `most` what is allowed.

    The system's own reason, where there is one, is `strerror`.
    """

    def __init__(self, code: str, path: Path, why: str = "", most: int = 0) -> None:
        super().__init__(errno.EINVAL, why, str(path))
        self.code, self.most = code, most


class ReadStopped(Exception):
    """Nobody waits for the file any longer."""


def carry_on() -> None:
    """For whoever waits to the end; another `on` raises ReadStopped."""


class Bounded(RawIOBase):
    """An ordinary file, of which no more than `budget` bytes are read. Raises ReadError.

    A pipe, a device or a socket would keep whoever reads it waiting, or never end. `on` is called
    before each read, and may raise ReadStopped.
    """

    def __init__(self, path: Path, budget: int, on: Callable[[], None] = carry_on) -> None:
        super().__init__()
        self.path, self.budget, self._on, self._most = path, budget, on, budget
        self._place = 0
        self._file = _opened(path)
        self.size = os.fstat(self._file).st_size

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def tell(self) -> int:
        return self._place

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        begin = (0, self._place, self.size)[whence]
        if begin + offset < 0:
            raise ValueError(offset)
        self._place = begin + offset
        return self._place

    @override
    def read(self, size: int | None = -1) -> bytes:
        """What stands from here, never more than is left of the budget."""
        wanted = self.budget + 1 if size is None or size < 0 else size
        parts: list[bytes] = []
        while wanted > 0:
            part = self._part(min(wanted, PART))
            if not part:
                break
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)

    @override
    def readall(self) -> bytes:
        return self.read()

    def _part(self, size: int) -> bytes:
        self._on()
        try:
            os.lseek(self._file, self._place, os.SEEK_SET)
            part = os.read(self._file, size)
        except OSError as error:
            raise ReadError("unreadable", self.path, _why(error)) from None
        self._place += len(part)
        self.budget -= len(part)
        if self.budget < 0:
            raise ReadError("too-large", self.path, most=self._most)
        return part

    @override
    def close(self) -> None:
        if not self.closed:
            os.close(self._file)
        super().close()


def read_whole(path: Path, most: int, on: Callable[[], None] = carry_on) -> bytes:
    """All of an ordinary file of at most so many bytes. Raises ReadError."""
    with Bounded(path, most, on) as file:
        if file.size > most:
            raise ReadError("too-large", path, most=most)
        return file.read()


def _opened(path: Path) -> int:
    """An ordinary file, open to be read: looked at before, since opening a device may do things,
    and after, since another may stand there by then. Raises ReadError.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        _ordinary(path, path.stat().st_mode)
        file = os.open(path, flags)
    except FileNotFoundError as error:
        raise ReadError("no-file", path, _why(error)) from None
    except ReadError:
        raise
    except OSError as error:
        raise ReadError("unreadable", path, _why(error)) from None
    except ValueError:  # no file has such a name: a null byte, or half a sign
        raise ReadError("no-file", path) from None
    try:
        _ordinary(path, os.fstat(file).st_mode)
    except BaseException:
        os.close(file)
        raise
    return file


def _ordinary(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise ReadError("folder" if stat.S_ISDIR(mode) else "not-a-file", path)


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
