"""Packs as workbooks: no validator finds a fault in any.

Needs what the extra `export-test` brings; `make export-test` installs it and runs this folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from nanoexplorer.app.command_line import main
from nanoexplorer.places import bundled_pack
from tests.packs import MINI_PACK


def faults(path: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_no_validator_finds_a_fault_in_a_new_one(tmp_path: Path) -> None:
    assert main(["pack", "new", str(tmp_path / "new.xlsx")]) == 0
    assert faults(tmp_path / "new.xlsx") == []


@pytest.mark.parametrize("folder", [MINI_PACK, *bundled_pack().parent.iterdir()])
def test_nor_in_a_pack_that_was_a_folder(folder: Path, tmp_path: Path) -> None:
    assert main(["pack", "convert", str(folder), str(tmp_path / "made.xlsx")]) == 0
    assert faults(tmp_path / "made.xlsx") == []
