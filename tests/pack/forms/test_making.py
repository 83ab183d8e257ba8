"""A pack is written whole or not at all, and never over what stands there."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms import making
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.making import BOM, with_hints, write_folder, write_pack, zip_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.words.packs.columns import column_line, hints
from tests.packs import MINI_PACK, mini_pack


@pytest.mark.parametrize("name", ["new", "new.xlsx", "new.nxpack"])
def test_what_stands_there_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(FileExistsError):
        write_pack(tmp_path / name, contents_of(Folder(MINI_PACK)), hints())
    assert (tmp_path / name).read_text() == "mine"


def test_a_folder_that_could_not_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_folder(tmp_path / "new", {"pack.toml": b"x"})
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="modes")
def test_a_new_folder_may_be_read_as_any_other(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", {"pack.toml": b"x"})
    (tmp_path / "other").mkdir()
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_zip_of_the_same_files_is_the_same(tmp_path: Path) -> None:
    files = {"b": b"2", "a": b"1"}
    made = zip_of(files)
    assert made == zip_of(dict(reversed(files.items())))
    (tmp_path / "x.zip").write_bytes(made)
    with ZipFile(tmp_path / "x.zip") as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {making.LONG_AGO}


@pytest.mark.parametrize("name", ["new", "new.xlsx", "new.nxpack"])
def test_hints_stand_under_the_headings_and_are_not_read(tmp_path: Path, name: str) -> None:
    contents = with_hints(contents_of(Folder(MINI_PACK)), column_line)
    hinted = [cell for rows in contents.tables.values() for cell in rows[1]]
    assert all(cell.startswith("# ") for cell in hinted)
    write_pack(tmp_path / name, contents, hints())
    pack = load_pack(tmp_path / name)
    assert pack.statements == mini_pack().statements
    assert pack.criteria == mini_pack().criteria


def test_a_hint_is_a_remark_still_where_columns_were_deleted_or_moved(tmp_path: Path) -> None:
    contents = with_hints(contents_of(Folder(MINI_PACK)), column_line)
    rows = contents.tables["topics"]
    contents.tables["topics"] = [list(reversed(row[1:])) for row in rows]
    contents.tables["topics"][3][0] = ""
    write_pack(tmp_path / "new", contents, hints())
    assert [t.name for t in load_pack(tmp_path / "new").topics] == [
        topic.name for topic in mini_pack().topics
    ]


def test_a_spreadsheet_is_told_that_a_table_is_utf_8(tmp_path: Path) -> None:
    write_pack(tmp_path / "new", contents_of(Folder(MINI_PACK)), hints())
    marked = {f.name for f in (tmp_path / "new").iterdir() if f.read_bytes().startswith(BOM)}
    assert marked == {table.file for table in TABLES.values()}
