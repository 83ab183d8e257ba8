"""Words around the help; the page for teachers itself is in resources/help."""

from __future__ import annotations

HELP = "Help"
TEACHERS = "For teachers"
TEACHERS_TEXT = "Help for teachers"
TEACHERS_PAGE = "teachers.md"
"""The file of the page, in resources/help; a language may have one of its own."""
TEACHERS_MISSING = (
    "The page for teachers is missing: {file} can’t be read. Please install nanoexplorer again."
)
