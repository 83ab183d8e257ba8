"""Text as a search compares it: without case, accents and kinds of hyphen, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from unicodedata import combining, normalize

_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"}
)
"""Letters that Unicode does not take apart; of `ß` case folding makes two."""
_WORD: Final = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_JOINT: Final = frozenset("-\u2010\u2011\u2012\u2013\u2212.'\u2019")
_JOINED: Final = re.compile(
    rf"{_WORD.pattern}(?:[{re.escape(''.join(sorted(_JOINT)))}]{_WORD.pattern})+"
)


class Word(NamedTuple):
    """A word of a text: where it stands, and how it reads when folded."""

    start: int
    end: int
    text: str


def fold(text: str) -> str:
    """Text without case and accents, and with one kind of hyphen."""
    plain = text.translate(_DASHES).casefold()
    if plain.isascii():
        return plain
    apart = normalize("NFKD", plain.translate(_LETTERS))
    return "".join(c for c in apart if not combining(c))


def folded_words(text: str) -> str:
    """The words of a text as a search compares them, one blank between two."""
    return fold(" ".join(_WORD.findall(text)))


def words(text: str) -> list[Word]:
    """The words of a text, in its order; signs between them are left out."""
    return [Word(w.start(), w.end(), fold(w[0])) for w in _WORD.finditer(text)]


def word_forms(text: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each word of a text as it reads when folded and as it is written, joined ones at the end.

    `known` keeps what was folded before: of very many texts most words are the same.
    """
    for written in dict.fromkeys(_WORD.findall(text)):
        if written not in known:
            known[written] = fold(written)
        yield known[written], written
    for written in _JOINED.findall(text):
        yield "".join(known[part] for part in _WORD.findall(written)), written


def joined(text: str, found: list[Word]) -> Iterator[Word]:
    """What is written with a hyphen, a dot or an apostrophe, as one word: `PD-L1` as `pdl1`."""
    run: list[Word] = []
    for word in found:
        if run and not (word.start - run[-1].end == 1 and text[run[-1].end] in _JOINT):
            yield from _one(run)
            run = []
        run.append(word)
    yield from _one(run)


def _one(run: list[Word]) -> Iterator[Word]:
    if len(run) > 1:
        yield Word(run[0].start, run[-1].end, "".join(word.text for word in run))
