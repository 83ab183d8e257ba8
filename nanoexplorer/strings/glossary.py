"""The glossary."""

from __future__ import annotations

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
