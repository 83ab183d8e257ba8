"""Differences to word: of the mini pack and copies of it, and of packs at random."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.blocks import Document
from nanoexplorer.documents.difference.page import document
from nanoexplorer.pack.difference import Difference, difference
from nanoexplorer.pack.loader import ReadPack
from nanoexplorer.pack.opened import open_pack, read_at
from nanoexplorer.render.plain_lines import lines_of
from tests.packs import MINI_PACK, packs, random_pack


def found(pack: Path) -> Difference:
    """From the mini pack to a copy of it."""
    return difference(open_pack(MINI_PACK), read_at(pack))


def said(pack: Path, **about: Any) -> list[str]:
    return list(lines_of(document(found(pack), **about)))


def between(old: Pack, new: Pack) -> Difference:
    return difference(old, ReadPack(new, {}))


def in_words(made: Document) -> str:
    return "\n".join(lines_of(made))


def two_packs() -> st.SearchStrategy[tuple[Pack, Pack]]:
    """A pack, and one that has some of its rows and some of another's."""

    def second(first: Pack, seed: int) -> tuple[Pack, Pack]:
        random = Random(seed)
        other = random_pack(random, len(first.fields), len(first.strategies))
        if random.random() < 0.3:
            return first, other
        kept = [row for row in first.criteria if random.random() < 0.7]
        changed = [
            row._replace(text=f"{row.text} Indeed.") if random.random() < 0.2 else row
            for row in first.statements
        ]
        return first, replace(first, criteria=tuple(kept), statements=tuple(changed))

    return st.builds(second, packs(), st.integers(0, 2**32))
