"""A pack that was read and found whole, kept as plain values: the next start reads no table.

As Python keeps bytecode: a copy, of use only while the pack's files and the code that reads them
are the very same; whatever is odd about it, the pack is read anew. It holds plain values alone
(`marshal`), no classes and no code: what it was made of becomes a row by the names below.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from nanoexplorer import __version__
from nanoexplorer.core import evidence as ev
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Option, Profile
from nanoexplorer.logs import log

Row = type[Any]
Values = Sequence[Any]


class Inner(NamedTuple):
    """A part of a row that is a row itself, or several of them."""

    name: str
    row: Row
    many: bool = True


ROWS: Final[dict[str, Row]] = {
    "sources": ev.Source,
    "fields": Field,
    "kinds": ev.Kind,
    "scopes": ev.Scope,
    "aspects": ev.Aspect,
    "statuses": ev.Status,
    "vocabulary": ev.Term,
    "strategies": ev.Strategy,
    "topics": ev.Topic,
    "statements": ev.Statement,
    "criteria": ev.Criterion,
    "evidence": ev.Evidence,
    "approvals": ev.Approval,
    "notes": ev.Note,
    "citation_checks": ev.CitationCheck,
    "quantities": ev.Quantity,
    "cases": ev.Case,
    "glossary": ev.GlossaryEntry,
    "references": ev.Reference,
    "search_words": ev.SearchWord,
}
"""Which row type stands in which part of a pack; the other parts are texts."""
INNER: Final[dict[Row, Inner]] = {
    Field: Inner("options", Option),
    ev.Note: Inner("when", ev.Condition),
    ev.Case: Inner("profile", Profile, many=False),
    ev.Reference: Inner("authors", ev.Author),
}


ROOMS: Final = ("pack", "pack/forms", "pack/citing", "core")
"""Where the code is that reads a pack."""
SLICE: Final = 2_000
MOST_BYTES: Final = 100_000_000
"""Of the files of a pack that is kept: who opens another folder does not wait for all in it."""


class KeptPack:
    """The pack at a path, as it is kept in a file."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.file = file
        self._mark = b""  # made before the pack is read: what changes meanwhile is read next time
        with suppress(OSError):
            self._mark = _mark(folder)

    def pack(self) -> Pack | None:
        """The pack; None where it has to be read."""
        try:
            content = self.file.read_bytes()
            payload = content[len(self._mark) + 4 :]
            if not self._mark or content != self._whole(payload):
                return None
            plain: dict[str, Values] = marshal.loads(payload)
            parts: dict[str, Any] = {name: _part(name, value) for name, value in plain.items()}
            pack = Pack(**parts)
        except (OSError, ValueError, EOFError, TypeError):
            return None
        log("pack", "kept", id=pack.id, version=pack.version)
        return pack

    def keep(self, pack: Pack) -> None:
        """Keep a pack that was read, unless that can't be written."""
        from nanoexplorer.writing import write_atomically

        if self._mark:
            parts = {name: getattr(pack, name) for name in Pack.__dataclass_fields__}
            payload = marshal.dumps(
                {name: _in_slices(name, value) for name, value in parts.items()}
            )
            with suppress(OSError):
                write_atomically(self.file, self._whole(payload))

    def _whole(self, payload: bytes) -> bytes:
        return self._mark + crc32(payload).to_bytes(4, "big") + payload


def _plain(value: Any) -> Any:  # noqa: ANN401  # as a cell may be
    if isinstance(value, Profile):
        return (value.fields, value.values)
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _in_slices(name: str, value: Values) -> Values:
    """The rows of a part, so many at a time: meanwhile nothing else in the app can go on."""
    if name not in ROWS:
        return value
    starts = range(0, len(value), SLICE)
    return [marshal.dumps(_plain(tuple(value[n : n + SLICE]))) for n in starts]


def _part(name: str, value: Values) -> Values:
    row = ROWS.get(name)
    if row is None:
        return value
    return tuple(chain.from_iterable(_rows(row, marshal.loads(rows)) for rows in value))


def _rows(row: Row, values: Values) -> Values:
    if inner := INNER.get(row):
        values = [_with_inner(row, inner, value) for value in values]
    return tuple(map(row._make, values))


def _with_inner(row: Row, inner: Inner, value: Values) -> list[Any]:
    parts = list(value)
    place = row._fields.index(inner.name)
    parts[place] = _rows(inner.row, parts[place]) if inner.many else inner.row(*parts[place])
    return parts


def _mark(folder: Path) -> bytes:
    """What must be the same: the app, the code that reads a pack, and every byte of its files."""
    data, files = 0, _files(folder)
    if sum(path.stat().st_size for path in files) > MOST_BYTES:
        return b""
    for path in files:
        name = path.name.encode("utf-8", "surrogateescape")
        data = crc32(path.read_bytes(), crc32(name, data))
    states = [_state(module) for room in ROOMS for module in _modules(room)]
    code = crc32(repr(states).encode())
    return f"nanoexplorer {__version__} {marshal.version} {code} {data}\n".encode()


def _files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    with os.scandir(folder) as entries:
        return sorted(Path(entry.path) for entry in entries if entry.is_file())


def _modules(room: str) -> list[os.DirEntry[str]]:
    """The modules of a room, where they are files: a bundle has others with its version alone."""
    with suppress(OSError), os.scandir(Path(__file__).parents[1] / room) as entries:
        return [entry for entry in entries if entry.name.endswith(".py")]
    return []


def _state(module: os.DirEntry[str]) -> tuple[str, int, int]:
    found = module.stat()
    return module.name, found.st_size, found.st_mtime_ns
