"""`nanoexplorer check` on every form of a pack, in lines or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nanoexplorer.app.command_line import main
from nanoexplorer.words.commands import CODES_MADE
from tests.pack.forms.forms import as_pack_file, as_workbook
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell


@pytest.mark.parametrize("make", [as_pack_file, as_workbook])
def test_every_form_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: object
) -> None:
    path = make(MINI_PACK, tmp_path / "mini")  # type: ignore[operator]
    assert main(["check", str(path)]) == 0
    assert "coffee-brewing 1.2 is valid" in capsys.readouterr().out


def test_json_stands_alone_on_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "topics.csv", 2, "name", "")
    assert main(["check", "--json", str(pack)]) == 2
    out, err = capsys.readouterr()
    assert [p["row"] for p in json.loads(out)["problems"]] == [2]
    assert err == f"{pack}: 1 problem\n"
    assert main(["check", "--json", str(MINI_PACK)]) == 0
    assert json.loads(capsys.readouterr().out)["valid"]


@pytest.mark.parametrize("words", [["check"], ["pack", "bundle"]])
def test_codes_that_are_made_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    written = [str(tmp_path / "a.nxpack")] if words[-1] == "bundle" else []
    assert main([*words, str(pack), *written]) == 0
    assert CODES_MADE not in capsys.readouterr().out
    edit_cell(pack, "field_options.csv", 2, "code", "")
    assert main([*words, str(pack), *written]) == 0
    assert CODES_MADE in capsys.readouterr().out
