"""What a strategy's card says, before anything is laid out or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from nanoexplorer import strings
from nanoexplorer.citations import list_of
from nanoexplorer.citations.cited import cited
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import Reason, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Card
from nanoexplorer.documents.blocks import Mark
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


class Piece(NamedTuple):
    """A stretch of words in one style, with a mark before it or none.

    `behind`: it says what the card rests on.
    """

    text: str
    mark: str
    role: str
    italic: bool = False
    behind: bool = False


class CardWords(NamedTuple):
    """Everything that a card says, ready-made; equal words give an equal drawing."""

    title: str
    chips: tuple[Mark, ...]
    pieces: tuple[Piece, ...]
    muted: bool

    @property
    def disputes(self) -> str:
        """What notes say against the statuses on the card, each once."""
        return "\n".join(dict.fromkeys(chip.disputed for chip in self.chips if chip.disputed))

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        chips = ", ".join(chip.said for chip in self.chips)
        told = (self.title, chips, *(piece.text for piece in self.pieces), self.disputes)
        return ". ".join(part for part in told if part)


def card_words(pack: Pack, card: Card) -> CardWords:
    """The words of a card."""
    muted = card.verdict is Verdict.NO_MATCH
    chips = marks_of(card.rungs)
    return CardWords(card.strategy.name, chips, tuple(_pieces(pack, card)), muted)


def _pieces(pack: Pack, card: Card) -> Iterator[Piece]:
    if card.verdict is Verdict.ANY_PROFILE:
        against = any(reason.criterion.field for reason in card.reasons)
        said = strings.NONE_AGAINST if against else strings.NO_CONDITION
        yield Piece(said, "", "ink-muted")
    for phrase, reasons in told(pack, card):
        yield from _reason(phrase, reasons[0])
    yield Piece(_behind(pack, card.references), "", "ink-muted", behind=True)
    if card.remarked:
        yield Piece(inspector_words.REMARKED, "flag", "caution")


@lru_cache(maxsize=16384)
def _behind(pack: Pack, references: tuple[str, ...]) -> str:
    """The numbered references behind a card, or the source itself; kept on one line if short."""
    numbered = [reference for reference in references if list_of(reference)]
    text = cited(pack, numbered or references)
    return text.replace(" ", NO_BREAK) if len(text) < KEPT_TOGETHER else text


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
    role = "caution" if doubtful else "ink-muted" if not mark else "ink"
    yield Piece(phrase, mark, role)
    if reason.criterion.basis == "interpretation":
        yield Piece(f"({strings.OUR_INTERPRETATION})", "", "ink-muted", italic=True)
