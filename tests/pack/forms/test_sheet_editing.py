"""References go into a workbook's sheet, and everything else in it stays."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nanoexplorer.pack.forms.contents import raw_entries
from nanoexplorer.pack.forms.opening import files_in
from nanoexplorer.pack.forms.sheet_editing import with_entries
from nanoexplorer.pack.problems import PackError
from tests.pack.forms.forms import as_workbook
from tests.pack.forms.test_zipped import added
from tests.packs import MINI_PACK

ENTRY: dict[str, Any] = {
    "id": "new",
    "type": "book",
    "title": "=1+1",
    "custom": {"kind": "review", "pmid": "7"},
}


def edited(path: Path, entries: list[dict[str, Any]]) -> Any:
    return openpyxl.load_workbook(BytesIO(with_entries(path, entries)))


def rows(sheet: Any) -> list[dict[str, object]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [{k: v for k, v in zip(head, row, strict=True) if v is not None} for row in body]


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return as_workbook(MINI_PACK, tmp_path / "mini.xlsx")


def test_the_sheet_has_the_entries_and_no_formula(path: Path) -> None:
    book = edited(path, [ENTRY])
    (row,) = rows(book["references"])
    assert row == {"id": "new", "type": "book", "title": "=1+1", "kind": "review", "pmid": "7"}
    assert book["references"]["D2"].data_type == "s"


def test_remarks_columns_and_other_sheets_stay(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["references"]
    sheet.insert_rows(2)
    sheet["A2"] = "# a hint"
    sheet.delete_cols(13)
    book["topics"]["A1"].font = openpyxl.styles.Font(bold=True)
    book.create_sheet("_mine")["A1"] = "kept"
    book.save(path)
    changed = edited(path, [ENTRY])
    assert changed["references"]["A2"].value == "# a hint"
    assert rows(changed["references"])[1]["pmid"] == "7"
    assert changed["topics"]["A1"].font.bold
    assert changed["_mine"]["A1"].value == "kept"


def test_rows_that_are_not_concerned_stay_as_they_were_typed(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["references"]
    sheet.insert_rows(3)
    sheet["A3"] = "# seen by nobody yet"
    sheet.cell(4, [c.value for c in sheet[1]].index("year") + 1).value = 2019
    sheet["A4"].font = openpyxl.styles.Font(bold=True)
    book.save(path)
    entries = raw_entries(files_in(path))
    before = list(sheet.iter_rows(values_only=True))
    made = edited(path, [*entries, ENTRY])["references"]
    after = list(made.iter_rows(values_only=True))
    assert [row[: len(before[0])] for row in after[:-1]] == before
    assert after[-1][0] == "new"
    assert made["A4"].font.bold


def test_a_workbook_without_the_sheet_gets_one(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.remove(book["references"])
    book.save(path)
    assert rows(edited(path, [ENTRY])["references"])[0]["id"] == "new"


@pytest.mark.parametrize("part", ["xl/charts/chart1.xml", "xl/media/a.png", "xl/vbaProject.bin"])
def test_what_would_be_lost_is_said_and_nothing_is_written(path: Path, part: str) -> None:
    with pytest.raises(PackError) as caught:
        with_entries(added(path, part), [ENTRY])
    assert caught.value.problems[0].code == "not-edited"
