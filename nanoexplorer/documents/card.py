"""What a strategy's card says, before anything is laid out or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.explaining import Reason
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Card
from nanoexplorer.documents.blocks import REMARKED, CardLine, Phrase, Piece, Weight, Words, minor
from nanoexplorer.documents.citations import compress, list_of
from nanoexplorer.documents.citations.cited import cited
from nanoexplorer.documents.reasons import is_ours, mark_of, told, tone_of
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words

NO_BREAK: Final = "\u00a0"
KEPT_TOGETHER: Final = 28


def card_words(pack: Pack, card: Card) -> CardLine:
    """The words of a card."""
    return CardLine(
        card.strategy.name,
        marks_of(card.statuses),
        tuple(_pieces(pack, card)),
        _numbers(pack, card.references),
        muted=card.verdict is Verdict.NO_MATCH,
        ids=(card.strategy.id, *card.statements),
        keys=card.references,
    )


def _pieces(pack: Pack, card: Card) -> Iterator[Piece]:
    if card.verdict is Verdict.ANY_PROFILE:
        against = any(reason.criterion.field for reason in card.reasons)
        if against:
            yield Piece(common.NONE_AGAINST, "", "muted")
        else:
            yield Piece(common.NO_CONDITION, "", "muted", weight=Weight.BODY)
    for phrase, reasons in told(pack, card):
        yield from _reason(phrase, reasons[0])
    yield Piece(_behind(pack, card.references), "", "muted", weight=Weight.BEHIND)
    if card.remarked:
        yield Piece(inspector_words.REMARKED, REMARKED, "caution")


@lru_cache(maxsize=16384)
def _behind(pack: Pack, references: tuple[str, ...]) -> str:
    """The numbered references behind a card, or the source itself; kept on one line if short."""
    numbered = [reference for reference in references if list_of(reference)]
    text = cited(pack, numbered or references)
    return text.replace(" ", NO_BREAK) if len(text) < KEPT_TOGETHER else text


def _numbers(pack: Pack, references: tuple[str, ...]) -> Phrase:
    """Numbers of the sources' lists as superscripts; the source itself only where it cites none."""
    numbered = [reference for reference in references if list_of(reference)]
    if numbered:
        said = f"{NO_BREAK}{compress(numbered).replace(' ', '')}"
        return (Words(said, "muted", raised=True),)
    return minor(f"  {cited(pack, references)}") if references else ()


def _reason(phrase: str, reason: Reason) -> Iterator[Piece]:
    yield Piece(phrase, mark_of(reason), tone_of(reason))
    if is_ours(reason):
        yield Piece(common.in_brackets(common.OUR_INTERPRETATION), "", "muted", slanted=True)
