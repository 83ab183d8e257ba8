"""Hashed runs of ten words: they tell a copied sentence without holding the sentence.

Words are compared without case, punctuation and most of what parts British from American spelling.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from hashlib import blake2b

RUN = 10
"""Words in a run."""

_BYTES = 6
_LINE = 96
_WORD = re.compile(r"[^\W_]+")
# Tumour, tumor; oedema, edema; utilise, utilize; labelled, labeled; centre, center.
_SPELLINGS = (("our", "or"), ("ae", "e"), ("oe", "e"), ("z", "s"), ("ll", "l"))
_CENTRE = re.compile(r"tre\b")


def words(text: str) -> list[str]:
    """The words of a text, letters and digits only, in one spelling."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    for british, american in _SPELLINGS:
        plain = plain.replace(british, american)
    return _WORD.findall(_CENTRE.sub("ter", plain))


def runs(text: str) -> Iterator[tuple[bytes, str]]:
    """Every run of ten words, hashed, with its words as they are compared."""
    found = words(text)
    for start in range(len(found) - RUN + 1):
        run = " ".join(found[start : start + RUN])
        yield blake2b(run.encode(), digest_size=_BYTES).digest(), run


def dump(hashes: Iterable[bytes]) -> str:
    """Hashes, each once and sorted, as lines of base64."""
    text = b64encode(b"".join(sorted(set(hashes)))).decode()
    lines = (text[at : at + _LINE] for at in range(0, len(text), _LINE))
    return "\n".join(lines) + "\n"


def load(text: str) -> frozenset[bytes]:
    """The hashes that `dump` wrote."""
    packed = b64decode(text)
    return frozenset(packed[at : at + _BYTES] for at in range(0, len(packed), _BYTES))
