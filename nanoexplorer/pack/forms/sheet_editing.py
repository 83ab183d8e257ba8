"""References put into the sheet of a workbook that somebody works in; all else stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import chain, count
from pathlib import Path
from typing import Any, Final

from nanoexplorer.pack.forms.reference_rows import COLUMNS, entry_of, row_of
from nanoexplorer.pack.forms.workbook import LIST, text_of
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
    """An entry a row, in the order of those that stand there; what an entry leaves as it is, and
    remarks, are not touched. A column that is missing is added.
    """
    rows = [row_of(entry) for entry in entries]
    header = [plain_name(_text(cell)) for cell in sheet[1]]
    used = [c for c in COLUMNS if any(c in row for row in rows) and c not in header]
    places = {name: place for place, name in enumerate([*filter(None, header), *used], start=1)}
    for name in used:
        sheet.cell(1, places[name]).value = name
    lines = [row[0].row for row in sheet.iter_rows(min_row=2) if _is_entry(row)]
    for number in reversed(lines[len(entries) :]):
        sheet.delete_rows(number)
    last = max(1, *(row[0].row for row in sheet.iter_rows() if any(map(_text, row))))
    for number, row, entry in zip(chain(lines, count(last + 1)), rows, entries, strict=False):
        there = {name: _text(sheet.cell(number, place)) for name, place in places.items()}
        if entry_of({name: text for name, text in there.items() if text}) != entry:
            _fill(
                sheet,
                number,
                {places[name]: row.get(name, "") for name in places.keys() & set(COLUMNS)},
            )


def _is_entry(cells: Sequence[Any]) -> bool:
    texts = [_text(cell) for cell in cells]
    return any(texts) and not is_remark(texts)


def _fill(sheet: Any, number: int, texts: dict[int, str]) -> None:  # noqa: ANN401
    for place, text in texts.items():
        cell = sheet.cell(number, place)
        if text != _text(cell):
            cell.value, cell.number_format = text or None, AS_TEXT
            cell.data_type = "s"  # never a formula


def _text(cell: Any) -> str:  # noqa: ANN401
    return text_of(cell).strip()
