"""`nanoexplorer pack`: what a curator begins with, and hands on."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from nanoexplorer.app.command_line import main
from nanoexplorer.pack.forms.making import zip_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.schema import FIELDS, OPTIONS
from nanoexplorer.words.packs.commands import SAME_VERSION
from tests.pack.citing.exports import BIBTEX, CSL, RIS
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell, read_rows


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("name", ["mine", "mine.xlsx", "mine.nxpack"])
def test_a_new_pack_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    path = tmp_path / name
    assert said(capsys, "pack", "new", path)[0] == 0
    status, out, _ = said(capsys, "check", path)
    assert status == 0
    assert "is valid" in out


def test_a_new_pack_has_every_column_that_a_field_may_need_with_its_line(tmp_path: Path) -> None:
    assert main(["pack", "new", str(tmp_path / "mine")]) == 0
    for table in (FIELDS, OPTIONS):
        head, hints, *_ = read_rows(tmp_path / "mine" / table.file)
        made_or_like = {c.name for c in table.columns if c.name in ("id", "code") or c.cell.like}
        assert {column.name for column in table.columns} - made_or_like <= {
            name.strip("\ufeff") for name in head
        }
        assert all(hint.strip("# ") for hint in hints)


def test_a_pack_changes_its_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "pack", "convert", MINI_PACK, tmp_path / "a.xlsx")
    assert (status, out.count("\n")) == (0, 1)
    assert "coffee-brewing 1.2 is written" in out


def test_a_wrong_pack_is_named_and_not_converted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "topics.csv", 2, "name", "")
    status, out, err = said(capsys, "pack", "convert", pack, tmp_path / "a.xlsx")
    assert status == 2
    assert "topics.csv, row 2, column name: " in out
    assert err.count("\n") == 1
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("pack",), "the following arguments are required: action"),
        (("pack", "new"), "the following arguments are required: PATH"),
        (("pack", "new", "tests"), "something stands there"),
        (("pack", "new", "nowhere/at/all"), "nowhere/at/all: can’t be written: "),
        (("pack", "convert", "nowhere", "a"), "nowhere: 1 problem"),
    ],
)
def test_bad_usage_is_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], line: str
) -> None:
    status, _, err = said(capsys, *words)
    assert status == 2
    assert err.count("\n") == 1
    assert line in err


def test_a_bundle_is_the_same_bytes_and_replaces_the_last_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mini.nxpack"
    assert said(capsys, "pack", "bundle", MINI_PACK, path)[0] == 0
    made = path.read_bytes()
    assert said(capsys, "pack", "bundle", path, path)[0] == 0
    assert path.read_bytes() == made
    assert said(capsys, "check", path)[0] == 0


def test_a_bundle_says_which_other_one_has_its_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    (tmp_path / "a-damaged.nxpack").write_bytes(b"PK")
    (tmp_path / "b.nxpack").write_bytes(zip_of({"manifest.json": b"[]"}))
    told = SAME_VERSION.format(other="mini.nxpack", version="1.2")
    for name in ("mini.nxpack", "mini.nxpack", "other.nxpack"):
        assert told not in said(capsys, "pack", "bundle", pack, tmp_path / name)[1]
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    for name in ("other.nxpack", "mini.nxpack"):
        assert told in said(capsys, "pack", "bundle", pack, tmp_path / name)[1]
    toml = (pack / "pack.toml").read_text("utf-8")
    (pack / "pack.toml").write_text(toml.replace('"1.2"', '"1.3"'), "utf-8")
    assert said(capsys, "pack", "bundle", pack, tmp_path / "new.nxpack")[1].count("\n") == 1


def test_a_bundle_has_its_own_suffix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = said(capsys, "pack", "bundle", MINI_PACK, tmp_path / "a.zip")
    assert status == 2
    assert "allowed: .nxpack" in err


def test_a_difference_is_text_or_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    told = said(capsys, "pack", "diff", MINI_PACK, pack)[1]
    assert "Conditions and reasons against: 1 changed" in told
    status, out, _ = said(capsys, "pack", "diff", MINI_PACK, pack, "--json")
    assert status == 0
    assert json.loads(out)["verdicts"]


@pytest.mark.parametrize("form", ["pack", "pack.xlsx"])
@pytest.mark.parametrize(("name", "text"), [("a.json", CSL), ("a.ris", RIS), ("a.bib", BIBTEX)])
def test_an_export_goes_among_the_references(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, form: str
) -> None:
    pack = tmp_path / form
    assert said(capsys, "pack", "convert", MINI_PACK, pack)[0] == 0
    (tmp_path / name).write_text(text, encoding="utf-8")
    status, out, _ = said(capsys, "pack", "references", pack, tmp_path / name)
    assert status == 0
    assert "2 added, 0 changed" in out
    assert "0 added, 0 changed" in said(capsys, "pack", "references", pack, tmp_path / name)[1]
    assert said(capsys, "check", pack)[0] == 0


def test_what_is_typed_after_an_import_counts_and_outlasts_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, export = tmp_path / "pack.xlsx", tmp_path / "a.bib"
    assert said(capsys, "pack", "convert", MINI_PACK, pack)[0] == 0
    export.write_text(BIBTEX, encoding="utf-8")
    assert said(capsys, "pack", "references", pack, export)[0] == 0
    book = openpyxl.load_workbook(pack)
    sheet = book["references"]
    columns = [cell.value for cell in sheet[1]]
    for column, typed in (("kind", "thesis"), ("pmid", "99999999"), ("title", "Typed")):
        sheet.cell(sheet.max_row - 1, columns.index(column) + 1).value = typed
    book.save(pack)
    for _ in range(2):
        leaf = load_pack(pack).references[-2]
        assert (leaf.kind, leaf.pmid, leaf.title) == ("thesis", "99999999", "Typed")
        told = said(capsys, "pack", "references", pack, export)[1]
        assert f"{leaf.id}: stays as it is, the export says otherwise: title, pmid" in told


@pytest.mark.parametrize("form", ["pack", "pack.xlsx"])
def test_a_cell_that_an_import_fills_counts_as_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """Also of a work that the export does not name."""
    pack, export = tmp_path / form, tmp_path / "a.bib"
    said(capsys, "pack", "convert", MINI_PACK, pack)
    export.write_text(BIBTEX, encoding="utf-8")
    said(capsys, "pack", "references", pack, export)
    assert "0 added, 0 changed" in said(capsys, "pack", "references", pack, export)[1]
    if pack.is_dir():
        entries = json.loads((pack / "references.json").read_text("utf-8"))
        del entries[0]["custom"]["kind"]
        (pack / "references.json").write_text(json.dumps(entries), "utf-8")
    else:
        book = openpyxl.load_workbook(pack)
        sheet = book["references"]
        row = next(row for row in sheet.iter_rows() if row[0].value == "handbook")
        row[[cell.value for cell in sheet[1]].index("kind")].value = None
        book.save(pack)
    assert "0 added, 1 changed" in said(capsys, "pack", "references", pack, export)[1]
    assert load_pack(pack).reference["handbook"].kind == "unclear"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.txt", CSL, "allowed: .json, .ris, .bib"),
        ("a.json", "{}", "as exported"),
        ("a.json", "[3]", "as exported"),
        ("a.ris", "", None),
        ("none.ris", None, "no such file"),
    ],
)
def test_what_is_no_export_is_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str | None,
    line: str | None,
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    before = (pack / "references.json").read_bytes()
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    status, _, err = said(capsys, "pack", "references", pack, tmp_path / name)
    if line is None:
        assert status == 0
    else:
        assert status == 2
        assert line in err
        assert (pack / "references.json").read_bytes() == before


def test_references_stand_in_a_folder_as_they_were_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    entries = json.loads((pack / "references.json").read_text("utf-8"))
    (pack / "references.json").unlink()
    assert main(["references", "--format", "ris", "--pack", str(MINI_PACK)]) == 0
    (pack / "references.ris").write_text(capsys.readouterr().out, encoding="utf-8")
    status, out, _ = said(capsys, "check", pack)
    assert (status, f"{len(entries)} references" in out) == (0, True), out


def test_a_pack_file_is_not_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.nxpack").write_bytes(b"x")
    (tmp_path / "a.json").write_text(CSL, encoding="utf-8")
    status, _, err = said(capsys, "pack", "references", tmp_path / "a.nxpack", tmp_path / "a.json")
    assert status == 2
    assert "found no folder and no workbook" in err
