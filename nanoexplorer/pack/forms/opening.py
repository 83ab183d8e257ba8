"""Which form of a pack stands at a path: told by what is in it, not by its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nanoexplorer.files import ReadError, read_whole
from nanoexplorer.pack.folder import Files, Folder
from nanoexplorer.pack.manifest import FILE
from nanoexplorer.pack.problems import PackError, Problem, unread

if TYPE_CHECKING:
    from zipfile import ZipFile

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_WORKBOOK, _OPEN_DOCUMENT = "xl/workbook.xml", "mimetype"


def files_in(path: Path) -> Files:
    """The files of the pack in a file: a workbook or a pack file. Raises PackError."""
    try:
        if not path.exists():
            raise PackError([Problem(str(path), "", "", "no-folder")])
    except OSError as error:  # a name too long, or a folder above that may not be read
        problem = Problem(str(path), "", "", "unreadable", error.strerror or "")
        raise PackError([problem]) from error
    except ValueError:  # no file has such a name
        raise PackError([Problem(str(path), "", "", "no-folder")]) from None
    return Folder(path.parent) if path.name == FILE else _in_a_file(path)


def _in_a_file(path: Path) -> Files:
    from nanoexplorer.pack.forms.zipped import ZIP_SIZE, Zipped, opened_zip

    try:
        begin = read_whole(path, ZIP_SIZE)[:4]
    except ReadError as error:
        raise PackError([unread(path.name, error)]) from None
    if not begin.startswith(b"PK"):
        raise PackError([Problem(path.name, "", "", _what_else(path, begin))])
    zipped = opened_zip(path)
    if _WORKBOOK in zipped.namelist():
        return _workbook(path, zipped)
    if _OPEN_DOCUMENT in zipped.namelist():
        raise PackError([Problem(path.name, "", "", "other-workbook")])
    return Zipped(path, zipped, FILE)


def _what_else(path: Path, begin: bytes) -> str:
    if begin == _OLD_WORKBOOK:
        return "other-workbook"
    return "one-table" if path.suffix.lower() == ".csv" else "not-a-pack"


def _workbook(path: Path, zipped: ZipFile) -> Files:
    from nanoexplorer.pack.forms.workbook import Workbook

    return Workbook(path, zipped)
