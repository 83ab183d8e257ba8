"""References put into the sheet of a workbook that somebody works in; all else stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from nanoexplorer.pack.forms.reference_rows import COLUMNS, row_of
from nanoexplorer.pack.forms.workbook import LIST
from nanoexplorer.pack.forms.zipped import opened_zip
from nanoexplorer.pack.problems import PackError, Problem
from nanoexplorer.pack.sheets import is_remark, plain_name

LOST: Final = ("xl/charts/", "xl/media/", "xl/drawings/drawing", "xl/vbaProject")
"""Parts that would be lost: a workbook with one of them is left alone."""
AS_TEXT: Final = "@"


def with_entries(path: Path, entries: Sequence[dict[str, Any]]) -> bytes:
    """The workbook with these references. Raises PackError where it can't be had."""
    if any(name.startswith(LOST) for name in opened_zip(path).namelist()):
        raise PackError([Problem(path.name, "", "", "not-edited", sheet=LIST)])
    import openpyxl  # slow to import, and only here

    try:
        book = openpyxl.load_workbook(path)
        _write(_sheet(book), entries)
        made = BytesIO()
        book.save(made)
    except Exception as error:  # whatever a library meets in a file that is none of its kind
        raise PackError([Problem(path.name, "", "", "damaged")]) from error
    return made.getvalue()


def _sheet(book: Any) -> Any:  # noqa: ANN401
    found = (sheet for sheet in book.worksheets if plain_name(sheet.title) == LIST)
    return next(found, None) or book.create_sheet(LIST)


def _write(sheet: Any, entries: Sequence[dict[str, Any]]) -> None:  # noqa: ANN401
    """An entry a row below header and remarks; a column that is missing is added."""
    rows = [row_of(entry) for entry in entries]
    header = [plain_name(str(cell.value or "")) for cell in sheet[1]]
    used = [c for c in COLUMNS if any(c in row for row in rows) and c not in header]
    places = {name: place for place, name in enumerate([*filter(None, header), *used], start=1)}
    for name in used:
        sheet.cell(1, places[name]).value = name
    first = 2
    while is_remark([str(cell.value or "") for cell in sheet[first]]):
        first += 1
    if sheet.max_row >= first:
        sheet.delete_rows(first, sheet.max_row - first + 1)
    for number, row in enumerate(rows, start=first):
        for name, text in row.items():
            cell = sheet.cell(number, places[name])
            cell.value, cell.number_format = text, AS_TEXT
            cell.data_type = "s"  # never a formula
