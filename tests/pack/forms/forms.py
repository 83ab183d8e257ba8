"""The mini pack, or a copy of it, in each of the three forms."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

from nanoexplorer.pack.forms.reference_rows import COLUMNS, row_of
from tests.packs import read_rows


def as_workbook(folder: Path, path: Path) -> Path:
    """A folder's tables as sheets, written by another hand than ours."""
    book = Workbook()
    book.remove(book.active)
    data = tomllib.loads((folder / "pack.toml").read_text("utf-8"))
    sources = data.pop("sources")
    _sheet(book, "pack", [["key", "value"], *([key, str(data[key])] for key in data)])
    _sheet(book, "sources", [[*sources[0]], *([*source.values()] for source in sources)])
    entries = map(row_of, json.loads((folder / "references.json").read_text("utf-8")))
    rows = [[entry.get(column, "") for column in COLUMNS] for entry in entries]
    _sheet(book, "references", [[*COLUMNS], *rows])
    for file in folder.glob("*.csv"):
        _sheet(book, file.stem, read_rows(file))
    book.save(path)
    return path


def _sheet(book: Workbook, title: str, rows: list[list[str]]) -> None:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append([cell or None for cell in row])


def as_pack_file(folder: Path, path: Path, inside: str = "") -> Path:
    """A folder's files in a zip."""
    with ZipFile(path, "w") as zipped:
        for file in sorted(folder.iterdir()):
            zipped.writestr(inside + file.name, file.read_bytes())
    return path
