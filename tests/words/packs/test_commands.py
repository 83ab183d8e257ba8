"""What a new workbook says of itself is true of it."""

from __future__ import annotations

from nanoexplorer.pack.forms.workbook import LIST, OWN, PACK, SOURCES
from nanoexplorer.words.packs import commands


def test_the_lines_name_the_sheets_as_they_are_called() -> None:
    said = " ".join(commands.READ_ME_LINES)
    for sheet in (PACK, SOURCES, LIST, "fields", "strategies", "statements", "evidence"):
        assert f" {sheet}" in said
    assert f"begins with {OWN} " in said
