"""A row: what it is called, and what of it differs, before and now."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.documents.difference.rows import called_of
from tests.documents.difference.changes import between, found, said
from tests.packs import (
    MINI_PACK,
    add_row,
    copy_of_mini_pack,
    edit_cell,
    example,
    mini_pack,
    read_rows,
    write_rows,
)


def test_a_text_stands_there_before_and_now_with_what_differs_in_words(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    text = read_rows(MINI_PACK / "statements.csv")[1][-1]
    assert text.startswith("The handbook pours ")
    edit_cell(pack, "statements.csv", 2, "text", text.replace("handbook pours", "leaflet pours"))
    told = said(pack)
    place = told.index("  changed: s-paper-light")
    assert told[place + 1] == f"      text before: {text}"
    assert told[place + 2].startswith("      text now: The leaflet pours ")
    assert told[place + 3] == "      differs: “handbook” became “leaflet”"


def test_a_cell_that_was_empty_is_new_and_one_that_is_empty_is_gone(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "evidence.csv", 2, "label", "other words")
    assert "      label is new: other words" in said(pack)
    assert "      label is gone: other words" in [
        line.replace("is new", "is gone") for line in said(pack)
    ]


def test_what_is_gone_has_its_text_and_what_was_retired_says_so(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    rows = read_rows(pack / "citation_checks.csv")
    write_rows(pack / "citation_checks.csv", [rows[0], *rows[2:]])
    add_row(pack, "retired.csv", "citation_checks", rows[1][0], "2", "It was wrong.")
    told = said(pack)
    place = told.index(f"  retired: {rows[1][0]}")
    assert told[place + 1].strip() == rows[1][-1]


@pytest.mark.parametrize("swapped", [False, True])
def test_every_row_of_every_table_has_a_name_in_words(swapped: bool) -> None:
    packs = (example(), mini_pack())
    difference = between(*(reversed(packs) if swapped else packs))
    tables = {row.table for row in difference.rows}
    assert {"statements", "evidence", "criteria", "references", "fields", "pack"} <= tables
    for row in difference.rows:
        pack = difference.old if row.new is None else difference.new
        called = called_of(pack, row)
        assert called
        assert "(" not in called or row.table != "pack"
        assert "bound method" not in called


def test_what_differs_in_a_row_is_its_own_columns_alone(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "statements.csv", 2, "subjects", "paper-filter; office-urn")
    [row] = found(pack).rows
    assert list(row.cells) == [("subjects", "paper-filter", "paper-filter; office-urn")]
