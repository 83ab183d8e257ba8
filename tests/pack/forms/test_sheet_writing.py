"""A workbook that we write has drop-downs for what is closed, and a hint in every column."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nanoexplorer.app.pack_command import EXAMPLE
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.making import with_hints
from nanoexplorer.pack.forms.sheet_writing import workbook_of
from nanoexplorer.pack.naming import complete
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.pack.sheets import Sheet
from nanoexplorer.places import resources
from nanoexplorer.words.packs.columns import column_line, hints
from tests.packs import MINI_PACK


@pytest.fixture(scope="module", name="book")
def _book() -> Any:
    return openpyxl.load_workbook(BytesIO(workbook_of(contents_of(Folder(MINI_PACK)), hints())))


def validation(book: Any, sheet: str, column: str) -> Any:
    heads = [cell.value for cell in book[sheet][1]]
    place = f"{chr(65 + heads.index(column))}3"
    found = [v for v in book[sheet].data_validations.dataValidation if place in v.sqref]
    assert len(found) == 1
    return found[0]


def test_every_column_has_a_hint(book: Any) -> None:
    for table in TABLES.values():
        for column in table.columns:
            found = validation(book, table.name, column.name)
            assert found.promptTitle == column.name
            assert found.prompt
            assert len(found.prompt) <= 255


@pytest.mark.parametrize(
    ("sheet", "column", "list_", "strict"),
    [
        ("criteria", "effect", '"for,against"', True),
        ("fields", "biomarker", '"yes,no"', True),
        ("statements", "source", "sources!$A$2:$A$500", False),
        ("statements", "references", "references!$A$2:$A$500", False),
        ("criteria", "strategy", "strategies!$B$2:$B$", False),
        ("criteria", "statement", "statements!$A$2:$A$", False),
        ("statements", "model", '"human,animal,in-vitro,not-stated"', False),
    ],
)
def test_what_is_closed_is_a_drop_down(
    book: Any, sheet: str, column: str, list_: str, strict: bool
) -> None:
    found = validation(book, sheet, column)
    assert found.type == "list"
    assert re.fullmatch(re.escape(list_) + r"\d*", found.formula1)
    assert bool(found.showErrorMessage) == strict


def test_a_list_of_the_vocabulary_is_offered_alone(book: Any) -> None:
    formula = validation(book, "strategies", "group").formula1
    assert formula.startswith("OFFSET(vocabulary!$C$1,MATCH(")
    assert '"group"' in formula


def offered(book: Any, formula: str) -> list[str]:
    """The texts of the cells that a drop-down points at."""
    part = re.fullmatch(r"OFFSET\((\w+)!\$([A-Z]+)\$1,MATCH\(\"(.+?)\",\1!\$([A-Z]+):.*", formula)
    if part:
        sheet = book[part[1]]
        rows = [n for n in range(1, sheet.max_row + 1) if sheet[f"{part[4]}{n}"].value == part[3]]
        cells = [sheet[f"{part[2]}{n}"] for n in range(rows[0], rows[0] + len(rows))]
    else:
        name, _, area = formula.partition("!")
        cells = [row[0] for row in book[name][area.replace("$", "")]]
    return [cell.value for cell in cells if cell.value]


@pytest.mark.parametrize("pack", [MINI_PACK, resources() / EXAMPLE])
def test_a_drop_down_of_another_sheet_offers_each_row_as_the_reader_takes_it(pack: Path) -> None:
    contents = with_hints(contents_of(Folder(pack)), column_line)
    book = openpyxl.load_workbook(BytesIO(workbook_of(contents, hints())))
    bodies = {name: [rows[0], *rows[2:]] for name, rows in contents.tables.items()}
    seen = 0
    for name, (header, *_) in bodies.items():
        for column in (column for column in TABLES[name].columns if column.name in header):
            found = validation(book, name, column.name)
            if len(column.cell.points_at) != 1 or found.type != "list":
                continue
            seen += 1
            texts = offered(book, found.formula1)
            there = ids_of(column.cell.points_at[0], bodies)
            assert there is None or [taken(bodies, name, column.name, t) for t in texts] == there
            assert texts
            assert not any(text.startswith("# ") for text in texts)
    assert seen > 8


def ids_of(target: str, tables: dict[str, list[list[str]]]) -> list[str] | None:
    """The ids of a table or of a part of it; None of what is in no table."""
    name, _, list_ = target.partition(":")
    if name not in tables:
        return None
    header, *rows = tables[name]
    part = header.index("list") if list_ else 0
    return [row[header.index("id")] for row in rows if not list_ or row[part] == list_]


def taken(tables: dict[str, list[list[str]]], name: str, column: str, text: str) -> str:
    """What the reader takes a text for."""
    sheets = {
        table: Sheet(
            [*header], [(n, [*row]) for n, row in enumerate(rows or [[""] * len(header)], 2)]
        )
        for table, (header, *rows) in tables.items()
    }
    place = sheets[name].header.index(column)
    sheets[name].rows[0][1][place] = text
    complete(sheets, {})
    return sheets[name].rows[0][1][place]


def test_headings_stay_in_sight_and_the_first_sheet_is_for_people(book: Any) -> None:
    assert book.sheetnames[0] == "_read me"
    assert all(book[name].freeze_panes for name in TABLES)


def test_no_cell_is_a_formula(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
