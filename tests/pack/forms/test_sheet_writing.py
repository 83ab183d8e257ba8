"""A workbook that we write has drop-downs for what is closed, and a hint in every column."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.sheet_writing import workbook_of
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.words.packs.columns import hints
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
        ("criteria", "strategy", "strategies!$B$2:$B$500", False),
        ("criteria", "statement", "statements!$A$2:$A$500", False),
        ("statements", "model", '"human,animal,in-vitro,not-stated"', False),
    ],
)
def test_what_is_closed_is_a_drop_down(
    book: Any, sheet: str, column: str, list_: str, strict: bool
) -> None:
    found = validation(book, sheet, column)
    assert (found.type, found.formula1) == ("list", list_)
    assert bool(found.showErrorMessage) == strict


def test_a_list_of_the_vocabulary_is_offered_alone(book: Any) -> None:
    formula = validation(book, "strategies", "group").formula1
    assert formula.startswith("OFFSET(vocabulary!$C$1,MATCH(")
    assert '"group"' in formula


def test_headings_stay_in_sight_and_the_first_sheet_is_for_people(book: Any) -> None:
    assert book.sheetnames[0] == "_read me"
    assert all(book[name].freeze_panes for name in TABLES)


def test_no_cell_is_a_formula(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
