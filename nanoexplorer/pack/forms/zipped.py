"""The files in a zip, read in memory and within bounds: nothing is extracted or followed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from stat import S_ISLNK
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from nanoexplorer.files import ReadError, read_whole
from nanoexplorer.overriding import override
from nanoexplorer.pack.folder import Files
from nanoexplorer.pack.problems import PackError, Problem, unread

ZIP_SIZE: Final = 50_000_000
UNPACKED_SIZE: Final = 100_000_000
"""Bytes of a zip, and of all that is in it."""
LIST_SIZE: Final = 1_000_000
MOST_FILES: Final = 500
LIST, BUNDLE = "manifest.json", "nanoexplorer/pack/1"
"""The file that lists the others with their hashes, and its schema."""
NOT_READ: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What a damaged zip, one with a password, or one of another making raises."""
_ENCRYPTED: Final = 1


def opened_zip(path: Path) -> ZipFile:
    """A zip in memory, every name and size in it looked at. Raises PackError."""
    try:
        zipped = ZipFile(BytesIO(read_whole(path, ZIP_SIZE)))
    except ReadError as error:
        raise PackError([unread(path.name, error)]) from None
    except (*NOT_READ, OSError):
        raise PackError([Problem(path.name, "", "", "damaged")]) from None
    if problem := _fault(path.name, zipped.infolist()):
        raise PackError([problem])
    return zipped


def _fault(file: str, entries: list[ZipInfo]) -> Problem | None:
    """What is wrong with the list of what a zip holds."""
    if len(entries) > MOST_FILES:
        return Problem(file, "", "", "too-many-files", "", f"{MOST_FILES:,}")
    if sum(entry.file_size for entry in entries) > UNPACKED_SIZE:
        return Problem(file, "", "", "too-large", "", f"{UNPACKED_SIZE:,}")
    names = set()
    for entry in entries:
        if _leads_out(entry):
            return Problem(file, "", "", "path-in-zip", entry.filename[:80])
        if entry.flag_bits & _ENCRYPTED:
            return Problem(file, "", "", "password", entry.filename[:80])
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            return Problem(file, "", "", "damaged")
        if entry.filename in names:
            return Problem(file, "", "", "twice-in-zip", entry.filename[:80])
        names.add(entry.filename)
    return None


def _leads_out(entry: ZipInfo) -> bool:
    """Whether a name points out of the zip, or is a link to elsewhere."""
    path = PurePosixPath(entry.filename)
    strange = "\\" in entry.filename or ":" in entry.filename or not entry.filename.isprintable()
    link = S_ISLNK(entry.external_attr >> 16)
    return strange or link or path.is_absolute() or ".." in path.parts


def list_in(path: Path) -> dict[str, Any]:
    """What a pack file that was bundled by us says of itself; nothing where it is none."""
    try:
        with opened_zip(path) as zipped, zipped.open(LIST) as listed:
            found = json.loads(listed.read(LIST_SIZE))
    except (PackError, KeyError, RecursionError, *NOT_READ):
        return {}
    return found if isinstance(found, dict) else {}


def hash_of(data: bytes) -> str:
    """The SHA-256 of a file, as its list has it."""
    return sha256(data).hexdigest()


class Zipped(Files):
    """A pack file; its tables stand in it, or in the one folder that has the `head` file."""

    def __init__(self, path: Path, zipped: ZipFile, head: str) -> None:
        self.path, self._zip = path, zipped
        found = [n for n in zipped.namelist() if PurePosixPath(n).name == head]
        inside = min(found, key=lambda name: name.count("/"), default="")
        self._inside = inside.removesuffix(head)
        self._hashes: dict[str, object] = {}
        self._hashes = self._listed()

    def _listed(self) -> dict[str, object]:
        """The hash of every file, where the zip was bundled by us."""
        if not self.has(LIST):
            return {}
        try:
            listed = json.loads(self._read(LIST, LIST_SIZE))
        except (ValueError, RecursionError, ReadError):
            return {}
        files = listed.get("files") if isinstance(listed, dict) else None
        return files if isinstance(files, dict) else {}

    @override
    def names(self) -> Collection[str]:
        within = [n for n in self._zip.namelist() if n.startswith(self._inside)]
        names = (name.removeprefix(self._inside) for name in within)
        return [name for name in names if name and "/" not in name]

    @override
    def has(self, file: str) -> bool:
        return self._stands(file) or file in self._hashes

    def _stands(self, file: str) -> bool:
        return self._inside + file in self._zip.namelist()

    @override
    def data(self, file: str, most: int) -> bytes:
        data = self._read(file, most)
        if self._hashes and self._hashes.get(file) != hash_of(data):
            raise ReadError("hash", self.path / file)
        return data

    def _read(self, file: str, most: int) -> bytes:
        path = self.path / file
        if not self._stands(file):
            raise ReadError("no-file", path)
        try:
            with self._zip.open(self._inside + file) as opened:
                data = opened.read(most + 1)
        except NOT_READ:
            raise ReadError("damaged", path) from None
        if len(data) > most:
            raise ReadError("too-large", path, most=most)
        return data

    @override
    def placed(self, problem: Problem) -> Problem:
        return problem
