"""Marks the glossary's terms in a text, each with its explanation to hover over."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.terms import Found, Terms
from nanoexplorer.documents.blocks import Phrase, Words
from nanoexplorer.words import help as help_words

KEPT: Final = 2048
"""Texts that are remembered with their terms."""


@lru_cache(maxsize=4)
def terms_of(pack: Pack) -> Terms:
    """The glossary of a pack, ready to be looked up in."""
    return Terms(pack.glossary)


@lru_cache(maxsize=KEPT)
def explained(pack: Pack, text: str) -> Phrase:
    """A text, the first occurrence of every term with an explanation."""
    words: list[Words] = []
    done = 0
    for found in terms_of(pack).find(text):
        if found.start > done:
            words.append(Words(text[done : found.start]))
        words.append(Words(text[found.start : found.end], tip=_tip(found)))
        done = found.end
    if done < len(text) or not words:
        words.append(Words(text[done:]))
    return tuple(words)


def _tip(found: Found) -> str:
    """What a tooltip says of a term, as plain text; of what is only related, where it leads."""
    entry = found.entry
    words = help_words.explanation(entry.term, entry.expansion, entry.definition)
    return words if found.named else help_words.SEE_TERM.format(explanation=words)
