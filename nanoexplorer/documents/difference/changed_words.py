"""Which words of a text are not those of another, marked in both, and said."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from nanoexplorer.documents.blocks import Phrase, Words
from nanoexplorer.words.packs import difference as words

MOST_WORDS: Final = 600
"""Of a text that is compared word by word."""
MOST_TOLD: Final = 6
"""Differences of one text that are said."""


class Stretch(NamedTuple):
    """Words of a text, and those that stand in their place in the other; alike or not."""

    old: str
    new: str
    alike: bool


def stretches(old: str, new: str) -> tuple[Stretch, ...]:
    """Two texts beside each other, in stretches that are alike and stretches that are not."""
    before, now = old.split(" "), new.split(" ")
    if max(len(before), len(now)) > MOST_WORDS:
        return (Stretch(old, new, old == new),)
    found = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    return tuple(
        Stretch(" ".join(before[a:b]), " ".join(now[c:d]), tag == "equal")
        for tag, a, b, c, d in found
    )


def marked(parts: tuple[Stretch, ...]) -> tuple[Phrase, Phrase]:
    """Both texts, strong where they are not alike."""
    old = [Words(part.old, strong=not part.alike, minor=True) for part in parts if part.old]
    new = [Words(part.new, strong=not part.alike, minor=True) for part in parts if part.new]
    return _spaced(old), _spaced(new)


def _spaced(parts: list[Words]) -> Phrase:
    last = len(parts) - 1
    return tuple(
        part if place == last else part._replace(text=f"{part.text} ")
        for place, part in enumerate(parts)
    )


def told(parts: tuple[Stretch, ...]) -> str:
    """What differs, in words; nothing where no word of the old text is left."""
    if not any(part.alike for part in parts):
        return ""
    found = list(_told(parts))
    rest = len(found) - MOST_TOLD
    shown = [*found[:MOST_TOLD], words.MORE.format(number=rest)] if rest > 0 else found
    return words.DIFFERS.format(differences=words.AND.join(shown))


def _told(parts: tuple[Stretch, ...]) -> Iterator[str]:
    for part in parts:
        if part.alike:
            continue
        said = words.BECAME if part.old and part.new else words.WENT if part.old else words.CAME
        yield said.format(old=part.old, new=part.new)
