"""Finds the glossary's terms in a text: whole words, each entry once, the longest term first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import GlossaryEntry
from nanoexplorer.core.folding import fold

_WORD: Final = re.compile(r"\w+")
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


class Found(NamedTuple):
    """A stretch of a text that stands for an entry of the glossary."""

    start: int
    end: int
    entry: GlossaryEntry
    named: bool
    """Whether it is the term itself or what it is short for, rather than something related."""


class Terms:
    """The glossary as it is looked up in: by the first word of every form of every term.

    A form with a capital is an abbreviation or a name and is found as it is written; any other is
    found in either case. Where two entries claim a form, the one whose term it is has it.
    """

    def __init__(self, glossary: tuple[GlossaryEntry, ...]) -> None:
        forms: dict[str, tuple[GlossaryEntry, bool]] = {}
        for form, entry, named in _forms(glossary):
            for written in _numbers(form):
                forms.setdefault(written, (entry, named))
        starts: defaultdict[str, list[tuple[str, GlossaryEntry, bool]]] = defaultdict(list)
        for form in sorted(forms, key=len, reverse=True):
            first = _WORD.search(form)
            if first and first.start() == 0:
                starts[first[0].casefold()].append((form, *forms[form]))
        self._starts = dict(starts)

    def find(self, text: str) -> Iterator[Found]:
        """The terms in a text from its start to its end, each entry where it occurs first."""
        plain = text.translate(_DASHES)
        seen: set[str] = set()
        done = 0
        for word in _WORD.finditer(plain):
            start = word.start()
            if start < done:
                continue
            for form, entry, named in self._starts.get(word[0].casefold(), ()):
                end = start + len(form)
                if _is_there(plain, form, start, end):
                    done = end
                    if entry.id not in seen:
                        seen.add(entry.id)
                        yield Found(start, end, entry, named)
                    break


def _is_there(text: str, form: str, start: int, end: int) -> bool:
    said = text[start:end]
    if said != form and (form != form.casefold() or said.casefold() != form):
        return False
    return end == len(text) or not (text[end].isalnum() or text[end] == "_")


def _forms(glossary: tuple[GlossaryEntry, ...]) -> Iterator[tuple[str, GlossaryEntry, bool]]:
    """All forms of all terms, the strongest claims first."""
    yield from ((entry.term, entry, True) for entry in glossary)
    yield from ((entry.expansion, entry, True) for entry in glossary if entry.expansion)
    yield from ((form, entry, False) for entry in glossary for form in entry.also)


def _numbers(form: str) -> Iterator[str]:
    """A form in the singular and, where it is regular, in the plural."""
    plain = form.translate(_DASHES)
    yield plain
    if plain.endswith("y"):
        yield f"{plain[:-1]}ies"
    elif plain and plain[-1].isalpha() and not plain.endswith("s"):
        yield f"{plain}s"


def glossary_hits(glossary: Iterable[GlossaryEntry], text: str) -> tuple[GlossaryEntry, ...]:
    """The entries in which all words of the text occur, by term; all for an empty text.

    Those that begin with the text come first.
    """
    words, whole = fold(text).split(), fold(text).strip()
    found = [entry for entry in glossary if all(w in _all_of(entry) for w in words)]
    return tuple(sorted(found, key=lambda e: (_rank(e, whole), fold(e.term), e.id)))


def _rank(entry: GlossaryEntry, text: str) -> int:
    """0 where the term begins with the text, 1 where what it is short for does, else 2."""
    forms = (entry.term, entry.expansion)
    return next((n for n, form in enumerate(forms) if fold(form).startswith(text)), 2)


def _all_of(entry: GlossaryEntry) -> str:
    return fold("\n".join((entry.term, entry.expansion, entry.definition, *entry.also)))
