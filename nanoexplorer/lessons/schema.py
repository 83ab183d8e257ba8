"""What a seminar file may hold, as data: its keys, and how long each text may be."""

from __future__ import annotations

from typing import Final

FORMAT: Final = "nanoexplorer/seminar/"
VERSION: Final = 1
SCHEMA: Final = f"{FORMAT}{VERSION}"
SUFFIX: Final = ".nxseminar"

FILE_SIZE: Final = 1_000_000
"""Bytes."""
CASES: Final = 200
STRATEGIES: Final = 1000

LENGTHS: Final = {"title": 200, "note": 2000, "aside": 4000}
PATH_LENGTH: Final = 4096
MARK_LENGTH: Final = 16
TOP_KEYS: Final = ("schema", "title", "pack", "cases")
OPTIONAL_KEYS: Final = ("unsaved_of", "unsaved_since")
"""Where changes were kept aside and not saved: which file they belong to, and what it held."""
PACK_KEYS: Final = ("id", "version")
CASE_KEYS: Final = ("code", "case", "title", "note", "aside", "hidden", "also")
NEEDED_OF_A_CASE: Final = ("code",)
MANY_LINES: Final = ("note", "aside")
