"""`nanoexplorer pack`: what a curator begins with, and hands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.app.command_line import main
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell


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
