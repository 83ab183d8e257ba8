"""Writing a pack: as a folder, a workbook or a pack file, whole or not at all."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nanoexplorer.pack.forms.contents import Contents, folder_files
from nanoexplorer.pack.forms.sheet_writing import Describe, Hints, workbook_of
from nanoexplorer.pack.forms.zipped import BUNDLE, LIST, hash_of
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.pack.sheets import REMARK
from nanoexplorer.writing import write_atomically

LISTED: Final = ("id", "title", "version", "date", "licence", "curators")
"""What the list in a pack file says of the pack."""
BOM: Final = b"\xef\xbb\xbf"
"""Tells a spreadsheet that a table is UTF-8; without it letters are garbled there."""
WORKBOOK, PACK_FILE = ".xlsx", ".nxpack"
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip, so that the same pack makes the same bytes."""


def write_pack(path: Path, contents: Contents, hints: Hints) -> None:
    """Write a pack in the form that the path's suffix asks for; raises OSError, also where
    something stands there.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if path.suffix.lower() == WORKBOOK:
        write_atomically(path, workbook_of(contents, hints))
    elif path.suffix.lower() == PACK_FILE:
        write_atomically(path, bundle_of(contents))
    else:
        files = folder_files(contents)
        write_folder(path, {n: BOM + d if n.endswith(".csv") else d for n, d in files.items()})


def bundle_of(contents: Contents) -> bytes:
    """The pack file of a pack: its files, and a list of them with their hashes."""
    files = folder_files(contents)
    said = {key: str(contents.manifest[key]) for key in LISTED}
    listed = {"schema": BUNDLE, **said, "files": {name: hash_of(files[name]) for name in files}}
    text = json.dumps(listed, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return zip_of({**files, LIST: text.encode()})


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """A new folder with files, none of which is half-written; raises OSError."""
    made = Path(mkdtemp(prefix=".nanoexplorer-", dir=path.parent))
    try:
        for name, data in files.items():
            (made / name).write_bytes(data)
        mask = os.umask(0o022)
        os.umask(mask)
        made.chmod(0o777 & ~mask)
        made.rename(path)
    except BaseException:
        _remove(made)
        raise


def _remove(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """A zip that is the same, byte for byte, whenever and wherever it is made of the same files."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=9) as zipped:
        for name in sorted(files):
            entry = ZipInfo(name, LONG_AGO)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            entry.compress_type = ZIP_DEFLATED
            zipped.writestr(entry, files[name])
    return made.getvalue()


def with_hints(contents: Contents, describe: Describe) -> Contents:
    """The tables with a line under each heading that says what goes there; each cell is marked, so
    that it is a remark still where columns were moved or deleted.
    """
    tables = {
        name: [rows[0], _hints(name, rows[0], describe), *rows[1:]]
        for name, rows in contents.tables.items()
    }
    return contents._replace(tables=tables)


def _hints(name: str, header: list[str], describe: Describe) -> list[str]:
    columns = {column.name: column for column in TABLES[name].columns}
    return [f"{REMARK}{describe(TABLES[name], columns[column])}" for column in header]
