"""A workbook's cells are read as what they show, and its problems named at its own cells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart

from nanoexplorer.pack.forms import workbook
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.words.packs.problems import problem_line
from tests.pack.breaking import problems_in
from tests.pack.forms.forms import as_workbook
from tests.pack.forms.test_opening import is_mini_pack
from tests.packs import MINI_PACK


def changed(tmp_path: Path, change: Callable[[Any], object]) -> Path:
    path = as_workbook(MINI_PACK, tmp_path / "mini.xlsx")
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def cell(sheet: str, place: str, value: object) -> Callable[[Any], object]:
    return lambda book: book[sheet].__setitem__(place, value)


def lines(path: Path) -> list[str]:
    return [problem_line(problem) for problem in problems_in(path)]


@pytest.mark.parametrize(
    "change",
    [
        cell("statuses", "F2", True),
        cell("statuses", "B2", 3.0),
        cell("fields", "F4", 1),
        cell("statements", "A1", "ID "),
        cell("topics", "Z900", None),
        cell("topics", "D1", " "),
        cell("topics", "A40", "# a remark"),
        lambda book: setattr(book["statements"], "title", " Statements"),
        lambda book: setattr(book["field_options"], "title", "Field options"),
        lambda book: book.create_sheet("_my own").append(["anything"]),
        lambda book: book.create_chartsheet("_chart").add_chart(BarChart()),
    ],
)
def test_the_form_is_forgiven(tmp_path: Path, change: Callable[[Any], object]) -> None:
    assert is_mini_pack(load_pack(changed(tmp_path, change)))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (cell("topics", "B3", None), "mini.xlsx, sheet topics, row 3, column name: "),
        (cell("pack", "B5", "x"), "mini.xlsx, sheet pack, row 5, column date: "),
        (cell("pack", "A6", "colour"), "mini.xlsx, sheet pack, column language: "),
        (cell("pack", "A3", "id"), "mini.xlsx, sheet pack, row 3, column key: "),
        (cell("sources", "B2", None), "mini.xlsx, sheet sources, row 2, column label: "),
        (cell("references", "H2", "soon"), "mini.xlsx, sheet references, row 2, column year: "),
        (cell("references", "C3", "x"), "mini.xlsx, sheet references, row 3, column kind: "),
        (cell("references", "E1", "names"), "mini.xlsx, sheet references, row 1, column names: "),
        (cell("strategies", "C2", "x"), "mini.xlsx, sheet strategies, row 2, column kind: "),
        (lambda book: book.remove(book["statuses"]), "mini.xlsx, sheet statuses: the "),
        (lambda book: book.remove(book["references"]), "mini.xlsx, sheet references: the "),
    ],
)
def test_a_problem_is_named_at_its_cell(
    tmp_path: Path, change: Callable[[Any], object], line: str
) -> None:
    assert any(found.startswith(line) for found in lines(changed(tmp_path, change)))


def test_what_others_point_at_is_a_sheet_too(tmp_path: Path) -> None:
    path = changed(tmp_path, cell("statements", "J2", None))
    assert lines(path)[0].endswith("it wants an id of strategies, topics")


def test_a_formula_is_read_as_what_was_saved_with_it_and_never_calculated(tmp_path: Path) -> None:
    path = changed(tmp_path, cell("topics", "B2", '=HYPERLINK("http://example.org","x")'))
    assert "sheet topics, row 2, column name: the cell is empty" in lines(path)[0]


def test_too_many_rows_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 50)
    path = changed(tmp_path, cell("topics", "A60", "x"))
    assert "mini.xlsx, sheet topics: the file has too many rows; allowed: 50" in lines(path)


def test_a_document_type_is_not_read(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda _: None)
    with ZipFile(path, "a") as book:
        book.writestr("xl/more.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    assert [problem.code for problem in problems_in(path)] == ["damaged"]


def test_a_date_in_the_head_is_a_date(tmp_path: Path) -> None:
    path = changed(tmp_path, cell("pack", "B5", datetime(2020, 2, 29)))
    assert load_pack(path).date == "2020-02-29"


def test_a_date_that_the_spreadsheet_made_is_known(tmp_path: Path) -> None:
    path = changed(tmp_path, cell("quantities", "C2", datetime(2026, 3, 4)))
    assert (
        "row 2, column value: found “2026-03-04”, a date that a spreadsheet made" in lines(path)[0]
    )


def test_a_sheet_that_is_no_table_is_named(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda book: book.create_sheet("Statement"))
    assert "mini.xlsx, sheet statement: this is no table" in lines(path)[0]
    assert "did you mean “statements”?" in lines(path)[0]


@pytest.mark.parametrize(
    "row",
    [b"<row>" + b"<c><v>1</v></c>" * 20_000 + b"</row>", b"<x:row ><x:c/></x:row>" * 1_400_000],
)
def test_a_sheet_that_would_fill_the_memory_is_not_read(tmp_path: Path, row: bytes) -> None:
    made, path = as_workbook(MINI_PACK, tmp_path / "mini.xlsx"), tmp_path / "bomb.xlsx"
    with ZipFile(made) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, row if name.endswith("sheet1.xml") else old.read(name))
    assert [problem.code for problem in problems_in(path)] == ["too-many-cells"]


def test_a_share_is_read_as_it_is_shown(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["quantities"]["C2"] = 0.145
        book["quantities"]["C2"].number_format = "0.0%"
        book["quantities"]["C3"] = 0.145

    values = [quantity.value for quantity in load_pack(changed(tmp_path, change)).quantities]
    assert values[:2] == ["14.5%", "0.145"]


def test_a_sheet_that_is_missing_is_called_a_sheet(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda book: book.remove(book["evidence"]))
    assert lines(path) == ["mini.xlsx, sheet evidence: the sheet is missing"]
