"""The search: what it is called, what it found, what it looked in."""

from __future__ import annotations

from collections.abc import Sequence

MAKING_READY = "The search is being made ready…"
HINT = "Search strategies, words, authors…"
NAME = "Search in strategies, statements, notes, topics, references and glossary"
CLEAR_TIP = "Clear the search (Esc)"
LIST = "What is found"
GROUP = {
    "strategies": "Strategies",
    "statements": "Statements",
    "notes": "Notes of this pack",
    "topics": "Topics",
    "references": "References",
    "glossary": "Glossary",
}
ONE = {
    "strategies": "strategy",
    "statements": "statement",
    "notes": "note",
    "topics": "topic",
    "references": "reference",
    "glossary": "term of the glossary",
}
FOUND_IN = {
    "strategies": "{number} in strategies",
    "statements": "{number} in statements",
    "notes": "{number} in notes",
    "topics": "{number} in topics",
    "references": "{number} in references",
    "glossary": "{number} in glossary",
}
HEADING = "{group} — {count}"
ALL = "Show all {count}"
LOOKED_IN = (
    "Nothing has “{text}”. Looked in: names and cards of strategies, statements, notes, topics, "
    "authors and titles of references, glossary."
)
NEAREST = "Nearest:"
INSTEAD = "Search for “{text}”"
MEANT = "Also searched for: {words}"
RESPELT = "Another spelling was found: {words}"
CITES = "cites {authors}"
TERM = "{term} — {expansion}"
WHERE = "{source}, {section}"
ABOUT = "{where} · {subjects}"
CUT = "…"
MOST_WORDS = 4


def heading(group: str, count: int) -> str:
    """A group of what is found, and how many it has."""
    return HEADING.format(group=GROUP[group], count=count)


def meant(words: Sequence[str]) -> str:
    """What was searched for besides what was typed; of many the first."""
    more = [CUT] if len(words) > MOST_WORDS else []
    return MEANT.format(words=", ".join([*words[:MOST_WORDS], *more]))


def counted(counts: Sequence[tuple[str, int]]) -> str:
    """How much is found, as a screen reader says it: *2 in strategies, 1 in topics*."""
    return ", ".join(FOUND_IN[group].format(number=count) for group, count in counts if count)


def spoken(group: str, title: str, under: str) -> str:
    """One hit as a screen reader says it."""
    return f"{ONE[group]}: {title}. {under}"
