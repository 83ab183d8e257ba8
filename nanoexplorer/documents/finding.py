"""The search over a pack as people use it: what is printed on a card is found as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from threading import Lock
from typing import Final

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.folding import words
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.resolve import card, changing, rests_on
from nanoexplorer.core.search import Found, Index, Said
from nanoexplorer.documents.blocks import CardLine, Piece, Weight
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.citations.cited import by_name
from nanoexplorer.documents.terms import glossary

_MAKING: Final = Lock()


def index_of(pack: Pack) -> Index:
    """The pack ready to be searched; made once, whichever thread asks first."""
    with _MAKING:
        return _index(pack)


@remembered()
def _index(pack: Pack) -> Index:
    varying = changing(pack)
    blank = pack.blank_profile
    answer = zip(Verdict, pack.table.answer(blank), strict=True)
    verdict = {strategy: v for v, bits in answer for strategy in pack.table.names(bits)}

    def said(strategy: str) -> Iterator[str]:
        printed = card_words(pack, card(pack, blank, strategy, verdict[strategy]))
        yield from (chip.label for chip in printed.chips)
        if strategy not in varying:
            yield from (piece.text for piece in printed.pieces)
            return
        yield from (piece.text for piece in printed.pieces if _behind(piece))
        cited = (pack.cited((id_,)) for id_ in rests_on(pack, strategy))
        yield from (by_name(pack, keys) for keys in dict.fromkeys(cited))

    return Index(pack, said, glossary(pack))


@remembered()
def _alike(pack: Pack) -> tuple[tuple[str, int], ...]:
    """The strategies that a profile changes, those with equal rows together: one, and all."""
    alike: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for strategy in sorted(changing(pack)):
        rows = pack.table.rows[pack.table.index[strategy]].values()
        criteria = (c._replace(strategy="", statement="") for every in rows for c in every)
        notes = (note.id for note in pack.notes_of.get(strategy, ()))
        alike[(*criteria, *notes)].append(strategy)
    return tuple((of[0], index_of(pack).bits_of(of)) for of in alike.values())


@remembered(8)
def _printed(pack: Pack, profile: Profile) -> Said:
    """What a profile puts on the cards that it changes: the words, and on which cards."""
    return tuple(
        (_words_of(card_words(pack, card(pack, profile, one))), every)
        for one, every in _alike(pack)
    )


def _words_of(printed: CardLine) -> frozenset[str]:
    said = [piece.text for piece in printed.pieces if not _behind(piece)]
    return frozenset(word.text for text in said for word in words(text))


def _behind(piece: Piece) -> bool:
    """Whether it says what another piece rests on: who is cited is found whatever the profile."""
    return piece.weight is Weight.BEHIND


@remembered(64)
def find(pack: Pack, profile: Profile, text: str) -> Found:
    """Everything that a search finds for a profile."""
    return index_of(pack).find(text, _printed(pack, profile))


def strategies_found(pack: Pack, profile: Profile, text: str) -> frozenset[str] | None:
    """The strategies that a search finds; None where nothing is searched for."""
    return find(pack, profile, text).strategies if words(text) else None
