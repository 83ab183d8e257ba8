"""The glossary: a pack's terms and the app's own; marks the pack's in a text, to hover over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from nanoexplorer.core.evidence import GlossaryEntry
from nanoexplorer.core.folding import fold
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.terms import Found, Terms
from nanoexplorer.documents.blocks import Phrase, Words
from nanoexplorer.words import common
from nanoexplorer.words import help as help_words

KEPT: Final = 2048
"""Texts that are remembered with their terms."""


@lru_cache(maxsize=2)
def glossary(pack: Pack) -> tuple[GlossaryEntry, ...]:
    """All that is explained: the pack's terms, its statuses, and the app's own words.

    What a pack explains itself is as the pack has it.
    """
    known = {fold(entry.term) for entry in pack.glossary}
    more = (entry for entry in _own(pack) if fold(entry.term) not in known)
    return (*pack.glossary, *more)


def _own(pack: Pack) -> Iterator[GlossaryEntry]:
    """An id of ours has a sign that none of a pack has."""
    for id_, term in help_words.TERM.items():
        heading = common.VERDICT_GROUP.get(id_, "")
        yield GlossaryEntry(f":{id_}", term, heading, help_words.MEANS[id_], ())
    for status in pack.statuses:
        yield GlossaryEntry(f":status:{status.id}", status.label, "", status.definition, ())


@lru_cache(maxsize=4)
def terms_of(pack: Pack) -> Terms:
    """The glossary of a pack, ready to be looked up in."""
    return Terms(pack.glossary)


@lru_cache(maxsize=KEPT)
def explained(pack: Pack, text: str) -> Phrase:
    """A text, the first occurrence of every term with an explanation."""
    said: list[Words] = []
    done = 0
    for found in terms_of(pack).find(text):
        if found.start > done:
            said.append(Words(text[done : found.start]))
        said.append(Words(text[found.start : found.end], tip=_tip(found)))
        done = found.end
    if done < len(text) or not said:
        said.append(Words(text[done:]))
    return tuple(said)


def _tip(found: Found) -> str:
    """What a tooltip says of a term, as plain text; of what is only related, where it leads."""
    entry = found.entry
    told = help_words.explanation(entry.term, entry.expansion, entry.definition)
    return told if found.named else help_words.SEE_TERM.format(explanation=told)
