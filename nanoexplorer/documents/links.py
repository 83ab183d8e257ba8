"""Where words in a document lead: addresses of ours, and those of the web."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from nanoexplorer.documents.blocks import (
    Block,
    CardLine,
    Choices,
    Fact,
    Figure,
    Lead,
    Piece,
    Section,
    Table,
    Tally,
    Words,
    plain,
)

NEAREST: Final = "nearest:"
STATEMENT: Final = "statement:"
"""What can be done with a statement."""
STRATEGY: Final = "strategy:"
REFERENCE: Final = "reference:"
PLACE: Final = "place:"
"""Where the window shows something: a group of what a search finds, and an id."""
WEB: Final = ("https://", "http://")
DOI: Final = "https://doi.org/"


def place_of(group: str, id_: str) -> str:
    """The address of where the window shows something."""
    return f"{PLACE}{group}:{id_}"


def is_web(address: str) -> bool:
    """Whether an address leads out of the app; the others mean something inside it alone."""
    return address.startswith(WEB)


def on_paper(
    sections: Iterable[Section], *, web: bool = False, also: Collection[str] = ()
) -> tuple[Section, ...]:
    """The same sections without what leads somewhere inside the app alone.

    Addresses of the `web`, and others that lead somewhere, are kept where a reader can follow them.
    """
    return tuple(
        section._replace(
            blocks=tuple(kept for b in section.blocks if (kept := _inert(b, web, also)))
        )
        for section in sections
    )


def _inert(block: Block, web: bool, also: Collection[str]) -> Block | None:
    """A block without links and tips; None where nothing else was in it."""
    if isinstance(block, Tally | Table | Figure | Choices):
        return block
    if isinstance(block, CardLine):
        return block._replace(pieces=tuple(_inert_piece(p, web, also) for p in block.pieces))
    said = tuple(_flat(words, web, also) for words in block.said if not _acts(words))
    if isinstance(block, Lead):
        return block._replace(said=said)
    if not said and block.said:
        return None
    if isinstance(block, Fact):
        block = block._replace(name=tuple(_flat(w, web, also) for w in block.name))
    under = (tuple(_flat(w, web, also) for w in phrase if not _acts(w)) for phrase in block.under)
    return block._replace(said=said, under=tuple(p for p in under if plain(p).strip()))


def _inert_piece(piece: Piece, web: bool, also: Collection[str]) -> Piece:
    return piece._replace(said=tuple(_flat(words, web, also) for words in piece.said))


def _acts(words: Words) -> bool:
    """Whether it is a way to act, such as to report a fault; names that lead on are words too."""
    return words.to.startswith((NEAREST, STATEMENT))


def _flat(words: Words, web: bool, also: Collection[str]) -> Words:
    leads = (web and is_web(words.to)) or words.to in also
    return words._replace(to=words.to if leads else "", tip="")
