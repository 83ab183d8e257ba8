"""The tables' reference is made from their declarations, and the committed one is not stale."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nanoexplorer.pack.schema import TABLES
from nanoexplorer.words.packs.reference import reference_lines

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_every_table_and_column_is_in_it() -> None:
    text = "\n".join(reference_lines())
    for table in TABLES.values():
        assert f"### {table.name}\n" in text
        for column in table.columns:
            assert f"| {column.name} |" in text or f"| **{column.name}** |" in text


def test_what_is_needed_stands_out() -> None:
    lines = list(reference_lines())
    place = lines.index("### strategies")
    rows = [line.split(" | ")[0] for line in lines[place + 6 : place + 15]]
    assert rows[:3] == ["| id", "| **name**", "| **kind**"]
    assert "| carrier" in rows


def test_the_committed_reference_is_what_the_declarations_make(tmp_path: Path) -> None:
    made = tmp_path / "tables.md"
    script = str(DOCS / "write_tables.py")
    subprocess.run([sys.executable, script, str(made)], check=True, capture_output=True)
    kept = (DOCS / "tables.md").read_text("utf-8")
    assert made.read_text("utf-8") == kept, "run docs/write_tables.py"
