"""A difference in lines: counts, verdicts with the profiles and the reason, rows."""

from __future__ import annotations

from pathlib import Path

from nanoexplorer.pack.difference import difference
from nanoexplorer.pack.loader import files_at, load_pack, read_pack
from nanoexplorer.words.packs.difference import lines
from tests.packs import MINI_PACK, add_row, copy_of_mini_pack, edit_cell


def said(pack: Path) -> list[str]:
    return list(lines(difference(load_pack(MINI_PACK), read_pack(files_at(pack)))))


def test_nothing_is_one_line(tmp_path: Path) -> None:
    found = said(copy_of_mini_pack(tmp_path / "pack"))
    assert found == ["coffee-brewing 1.2 → coffee-brewing 1.2", "Nothing has changed."]


def test_a_verdict_says_where_and_why(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    found = said(pack)
    assert "criteria: 1 added, 1 gone" in found
    line = next(line for line in found if "Office urn" in line or "urn" in line.lower())
    assert "named → other profile" in line
    assert "Cups 12–19" in line
    assert "      because it is new: for cups at-least 20" in found
    assert "      because it is gone: for cups at-least 12" in found


def test_no_verdict_is_said_too_and_many_rows_are_cut(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    for number in range(50):
        add_row(pack, "topics.csv", f"topic-{number}", f"Topic {number}")
    found = said(pack)
    assert any(line.startswith("No verdict has changed in any of ") for line in found)
    assert found[-1] == "  … and 10 more"
