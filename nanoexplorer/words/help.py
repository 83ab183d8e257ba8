"""Words around the help: the glossary, and the page for teachers from resources/help."""

from __future__ import annotations

HELP = "Help"
TEACHERS = "For teachers"
TEACHERS_TEXT = "Help for teachers"
TEACHERS_PAGE = "teachers.md"
"""The file of the page, in resources/help; a language may have one of its own."""
TEACHERS_MISSING = (
    "The page for teachers is missing: {file} can’t be read. Please install nanoexplorer again."
)

GLOSSARY = "Glossary"
SEARCH = "Search terms and explanations…"
SEARCH_NAME = "Search in the glossary"
LIST = "Terms"
NONE = "No term is found by this search."
EMPTY = "This pack has no glossary."
RELATED = "Related: {terms}"
TEXT = "What the term means"
SEE_TERM = "See: {explanation}"


def explanation(term: str, expansion: str, definition: str) -> str:
    """A term of the glossary in a tooltip."""
    head = f"{term} — {expansion}" if expansion else term
    return f"{head}\n{definition}"
