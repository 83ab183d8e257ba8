"""What a strategy's card says, before anything is laid out or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final

from nanoexplorer import strings
from nanoexplorer.citations import compress, list_of
from nanoexplorer.citations.cited import cited
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import Reason, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Card
from nanoexplorer.documents.blocks import CardLine, Phrase, Piece, Weight, Words, minor
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.strings import inspector as inspector_words

NO_BREAK: Final = "\u00a0"
KEPT_TOGETHER: Final = 28
MARKS: Final = {
    Outcome.MET: ("tick", "verdict-matches"),
    Outcome.OPEN: ("question", "verdict-open"),
    Outcome.CAVEAT: ("question", "verdict-open"),
    Outcome.UNMET: ("cross", "verdict-no-match"),
}
AGAINST: Final = ("barred", "verdict-against")


def mark_of(reason: Reason) -> tuple[str, str]:
    """What stands before a reason, and in which role; a reason against that is met has its own."""
    if reason.is_against and reason.outcome is Outcome.MET:
        return AGAINST
    return MARKS.get(reason.outcome, ("", ""))


def card_words(pack: Pack, card: Card) -> CardLine:
    """The words of a card."""
    return CardLine(
        card.strategy.name,
        marks_of(card.rungs),
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
            yield Piece(strings.NONE_AGAINST, "", "muted")
        else:
            yield Piece(strings.NO_CONDITION, "", "muted", weight=Weight.BODY)
    for phrase, reasons in told(pack, card):
        yield from _reason(phrase, reasons[0])
    yield Piece(_behind(pack, card.references), "", "muted", weight=Weight.BEHIND)
    if card.remarked:
        yield Piece(inspector_words.REMARKED, "flag", "caution")


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


def told(pack: Pack, card: Card) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    """The reasons that tell of a verdict in words, with what each phrase says; what the profile
    does not ask is one phrase for, and one against."""
    for (outside, _), found in groupby(telling(card.verdict, card.reasons), _together):
        reasons = tuple(found)
        if outside:
            yield strings.outside_phrase(reasons), reasons
        else:
            yield from ((strings.reason_phrase(pack.field, r), (r,)) for r in reasons)


def _together(reason: Reason) -> tuple[bool, bool]:
    return reason.outcome is Outcome.OUTSIDE, reason.is_against


def _reason(phrase: str, reason: Reason) -> Iterator[Piece]:
    mark, _ = mark_of(reason)
    doubtful = reason.outcome in (Outcome.OPEN, Outcome.CAVEAT)
    yield Piece(phrase, mark, "caution" if doubtful else "" if mark else "muted")
    if reason.criterion.basis == "interpretation":
        yield Piece(strings.in_brackets(strings.OUR_INTERPRETATION), "", "muted", slanted=True)
