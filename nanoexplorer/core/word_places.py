"""Where each word stands: sets of places, a bit for each, made when they are asked for.

A word of many places is kept as such a set. Most words of a large pack stand in a few of a hundred
thousand places, and as sets they would take half a gigabyte: of these the places are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

_DENSE: Final = 64
"""In one of so many places, from which on a set of bits takes less room than a list."""


class WordPlaces:
    """Words, and the places of each, as sets."""

    def __init__(self, places: Mapping[str, Sequence[int]], size: int) -> None:
        """The places of each word, and how many places there are."""
        self._many = {
            word: bits_of(found) for word, found in places.items() if len(found) * _DENSE > size
        }
        self._few = {word: tuple(found) for word, found in places.items() if word not in self._many}

    def __contains__(self, word: str) -> bool:
        return word in self._few or word in self._many

    def __iter__(self) -> Iterator[str]:
        return chain(self._few, self._many)

    def any_of(self, words: Iterable[str]) -> int:
        """The places in which one of some words stands."""
        found, single = 0, list[int]()
        for word in words:
            found |= self._many.get(word, 0)
            single += self._few.get(word, ())
        return found | bits_of(single)


def bits_of(places: Sequence[int]) -> int:
    """Places as a set."""
    made = bytearray((max(places) >> 3) + 1 if places else 0)
    for place in places:
        made[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(made, "little")


def places_in(bits: int) -> Iterator[int]:
    """The places of a set, in rising order; what lies between them costs next to nothing."""
    signs = bin(bits)[:1:-1]
    place = signs.find("1")
    while place >= 0:
        yield place
        place = signs.find("1", place + 1)
