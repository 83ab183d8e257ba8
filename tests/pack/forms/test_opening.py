"""Folder, workbook and pack file are one pack; what is none of them is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from tests.pack.breaking import problems_in
from tests.pack.forms.forms import as_pack_file, as_workbook
from tests.packs import MINI_PACK, mini_pack


def is_mini_pack(pack: Pack) -> bool:
    return all(getattr(pack, n) == getattr(mini_pack(), n) for n in pack.__dataclass_fields__)


def test_a_workbook_is_read_as_the_folder_is(tmp_path: Path) -> None:
    assert is_mini_pack(load_pack(as_workbook(MINI_PACK, tmp_path / "mini.xlsx")))


def test_a_form_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    assert is_mini_pack(load_pack(as_workbook(MINI_PACK, tmp_path / "mini.zip")))


@pytest.mark.parametrize("inside", ["", "mini/"])
def test_a_pack_file_is_read_as_the_folder_is(tmp_path: Path, inside: str) -> None:
    assert is_mini_pack(load_pack(as_pack_file(MINI_PACK, tmp_path / "mini.nxpack", inside)))


def test_the_head_of_a_folder_opens_the_folder() -> None:
    assert is_mini_pack(load_pack(MINI_PACK / "pack.toml"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.nxpack", b"", "not-a-pack"),
        ("a.txt", b"hello", "not-a-pack"),
        ("a.xls", b"\xd0\xcf\x11\xe0rest", "other-workbook"),
        ("topics.csv", b"id,name,help\n", "one-table"),
        ("a.nxpack", b"PK\x03\x04", "damaged"),
        ("a.xlsx", b"PK\x03\x04" + bytes(500), "damaged"),
    ],
)
def test_what_is_no_pack_is_one_line(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert [problem.code for problem in problems_in(tmp_path / name)] == [code]


@pytest.mark.parametrize("name", ["nowhere.nxpack", "x" * 5000, "\0"])
def test_what_is_nowhere_is_one_line(tmp_path: Path, name: str) -> None:
    assert len(problems_in(tmp_path / name)) == 1
