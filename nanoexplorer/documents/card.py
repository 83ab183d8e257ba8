"""What a strategy's card says, and what a line of it says, before anything is laid out or drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import Branch, Reason, branches, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field
from nanoexplorer.core.screen import Card
from nanoexplorer.documents.blocks import CardLine, Phrase, Piece, Tone, Weight, Words, minor
from nanoexplorer.documents.citations import compress, list_of
from nanoexplorer.documents.citations.cited import cited as cited_by_number
from nanoexplorer.documents.citations.cited import leading, main_of
from nanoexplorer.documents.reasons import beside_it, is_ours, mark_of, not_asked, with_beside
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.words import common
from nanoexplorer.words import window as words

NO_BREAK: Final = "\u00a0"
_MUTED: Final[Tone] = "muted"


def card_words(pack: Pack, card: Card) -> CardLine:
    """The words of a card, a line for each of its reasons."""
    if card.verdict is Verdict.NO_MATCH:
        return line_words(pack, card)
    return _line(pack, card, (*_reasons(pack, card), *_behind(pack, card)))


def line_words(pack: Pack, card: Card, *, cited: bool = True) -> CardLine:
    """The words of a strategy as a line: its name, and what the profile has to do with it.

    `cited`: with what it rests on.
    """
    because = _because(pack, card) if card.verdict in _BECAUSE else _reasons(pack, card)
    behind = _behind(pack, card) if cited else ()
    return _line(pack, card, (*because, *behind))


def _line(pack: Pack, card: Card, pieces: tuple[Piece, ...]) -> CardLine:
    return CardLine(
        card.strategy.name,
        marks_of(card.statuses),
        pieces,
        _numbers(pack, card.references),
        muted=card.verdict is Verdict.NO_MATCH,
        ids=(card.strategy.id, *card.statements),
        keys=card.references,
        notes=common.counted(card.notes, words.NOTES) if card.notes else "",
    )


def _told(card: Card) -> list[Reason]:
    """The reasons that tell of the verdict; what the profile does not ask stands elsewhere."""
    found = telling(card.verdict, card.reasons)
    return [reason for reason in found if reason.outcome is not Outcome.OUTSIDE]


def _reasons(pack: Pack, card: Card) -> Iterator[Piece]:
    told = _told(card)
    if card.verdict is Verdict.ANY_PROFILE and any(r.criterion.field for r in card.reasons):
        yield Piece((Words(common.NONE_AGAINST, _MUTED),))
    if not_asked(card):
        yield Piece((Words(common.CONDITION_NOT_ASKED_SAID, _MUTED),))
    before = 0
    for reason in _by_alternative(told):
        if reason.outcome is not Outcome.CAVEAT:
            said = _with_basis(_phrase(pack, card, reason), reason)
            now = 0 if reason.is_against else reason.criterion.alternative
            another = (Words(words.OR_ELSE, _MUTED),) if before not in (0, now) else ()
            yield Piece((*another, *said), mark_of(reason))
            before = now
    caveats = [reason for reason in told if reason.outcome is Outcome.CAVEAT]
    if caveats:
        names = dict.fromkeys(named(pack, reason) for reason in caveats)
        named_ = words.CAVEATS.format(fields=", ".join(names))
        yield Piece((Words(named_, _MUTED),), mark_of(caveats[0]))


def _by_alternative(told: Sequence[Reason]) -> list[Reason]:
    """What speaks against first; then what has to be met together stands together."""
    return sorted(told, key=lambda r: 0 if r.is_against else r.criterion.alternative)


def _phrase(pack: Pack, card: Card, reason: Reason) -> Phrase:
    """What was found in bold, and what it means."""
    field, criterion = pack.field[reason.criterion.field], reason.criterion
    found, asked = _found(field, reason), common.short_condition(field, criterion)
    if reason.outcome is Outcome.OPEN:
        asked = common.hedged(asked, criterion.hedge)
        return _open(field, branches(pack.table, card.profile, card.strategy.id), found, asked)
    template = words.REASON_AGAINST if reason.is_against else words.REASON_MET
    if criterion.test == "is":  # what is asked is what was found
        asked = words.A_REASON_AGAINST if reason.is_against else words.IT
        against = words.REASON_AGAINST_WITH if reason.beside else words.REASON_AGAINST_IT
        template = against if reason.is_against else words.REASON_MET
    asked = common.hedged(asked, criterion.hedge)
    if criterion.test != "is":
        asked = with_beside(asked, reason)
    return _strong(template, found, "", asked=asked, beside=beside_it(reason))


def _open(field: Field, known: Sequence[Branch], found: str, asked: str) -> Phrase:
    """What either answer would mean, where that is all that is open."""
    sides = _sides(field, known)
    if sides is None:
        return _strong(words.REASON_OPEN, found, "caution", asked=asked)
    met, unmet = (words.BRANCH[side] for side in sides)
    return _strong(words.REASON_IF, found, "caution", asked=asked, met=met, unmet=unmet)


def _sides(field: Field, known: Sequence[Branch]) -> tuple[Verdict, Verdict] | None:
    """The verdict if a condition is met, and if it is not; None where more is open."""
    ours = [branch for branch in known if branch.field == field.id]
    met = [b.verdict for b in ours if b.verdict is Verdict.MATCHES]
    unmet = [b.verdict for b in ours if b.verdict is not Verdict.MATCHES]
    return (met[0], unmet[0]) if len(met) == len(unmet) == 1 else None


def _strong(template: str, found: str, tone: Tone, **about: str) -> Phrase:
    """A text with what was found in bold."""
    before, _, after = template.partition("{found}")
    parts = (
        Words(before.format(**about), tone),
        Words(found, tone, strong=True),
        Words(after.format(**about)),
    )
    return tuple(part for part in parts if part.text)


def _with_basis(phrase: Phrase, reason: Reason) -> Phrase:
    """A phrase that says where it is our interpretation."""
    if not is_ours(reason):
        return phrase
    before, _, after = words.WITH_BASIS.partition("{basis}")
    ours = Words(common.OUR_INTERPRETATION, _MUTED, slanted=True)
    return tuple(w for w in (*phrase, Words(before, _MUTED), ours, Words(after, _MUTED)) if w.text)


_BECAUSE: Final = (Verdict.OPEN, Verdict.NO_MATCH)
"""The verdicts of which a line says what makes them so, or would decide."""


def _because(pack: Pack, card: Card) -> Iterator[Piece]:
    """Why it is named for other profiles, or what would decide, in one line."""
    wanted = Outcome.OPEN if card.verdict is Verdict.OPEN else Outcome.UNMET
    template = words.DECIDED_BY if wanted is Outcome.OPEN else words.BECAUSE
    before, _, after = template.partition("{reasons}")
    said: list[Words] = [Words(before, _MUTED)]
    for place, reason in enumerate(r for r in _told(card) if r.outcome is wanted):
        short = _deciding(pack, reason) if wanted is Outcome.OPEN else _missing(pack, reason)
        text = f"{common.AND_ALSO}{short}" if place else short
        said += _with_basis((Words(text, _MUTED),), reason)
    yield Piece(tuple(w for w in (*said, Words(after, _MUTED)) if w.text))


def _deciding(pack: Pack, reason: Reason) -> str:
    """What is asked of a field: *lesions: at most 3 (usually)*."""
    field, criterion = pack.field[reason.criterion.field], reason.criterion
    asked = common.hedged(common.short_condition(field, criterion), criterion.hedge)
    return common.labelled(named(pack, reason), asked)


def _missing(pack: Pack, reason: Reason) -> str:
    """What was found and what is asked: *2 lesions; named for at least 4 (typically)*."""
    field, criterion = pack.field[reason.criterion.field], reason.criterion
    worded = common.short_condition if field.has_numbers else common.condition_phrase
    asked = common.hedged(worded(field, criterion), criterion.hedge)
    return words.UNMET.format(found=_found(field, reason), asked=asked)


def named(pack: Pack, reason: Reason) -> str:
    """The field of a reason as it is called within a line."""
    field = pack.field[reason.criterion.field]
    return field.plural or words.within(field.label, pack.language)


def _found(field: Field, reason: Reason) -> str:
    return "" if reason.found is None else common.value_phrase(field, reason.found)


def _behind(pack: Pack, card: Card) -> Iterator[Piece]:
    said = _rests_on(pack, card.references)
    if said:
        yield Piece(said, weight=Weight.BEHIND)


@lru_cache(maxsize=16384)
def _rests_on(pack: Pack, references: tuple[str, ...]) -> Phrase:
    """The numbered references behind a card, or the source itself; each leads there."""
    numbered = [reference for reference in references if list_of(reference)]
    return tuple(w._replace(tone=_MUTED) for w in leading(pack, numbered or references))


def _numbers(pack: Pack, references: tuple[str, ...]) -> Phrase:
    """Numbers of the sources' lists as superscripts; the source itself only where it cites none."""
    numbered = [reference for reference in references if list_of(reference)]
    if numbered:
        said = f"{NO_BREAK}{compress(numbered, main_of(pack)).replace(', ', ',')}"
        return (Words(said, "muted", raised=True),)
    return minor(f"  {cited_by_number(pack, references)}") if references else ()
