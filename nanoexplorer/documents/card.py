"""What a strategy's card says, and what a line of it says, before anything is laid out or drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import Branch, Reason, branches, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.documents.blocks import CardLine, Phrase, Piece, Tone, Weight, Words, put_in, said
from nanoexplorer.documents.citations.cited import leading
from nanoexplorer.documents.reasons import (
    beside_it,
    found_of,
    has_unasked,
    is_interpreted,
    mark_of,
    not_asked,
    statements_of,
    with_beside,
)
from nanoexplorer.documents.statuses import label_of, marks_of
from nanoexplorer.words import common
from nanoexplorer.words import window as words

_MUTED: Final[Tone] = "muted"


def card_words(pack: Pack, card: Card) -> CardLine:
    """The words of a card, a line for each of its reasons."""
    if card.verdict is Verdict.NO_MATCH:
        return line_words(pack, card)
    return _line(card, _with_behind(pack, card, _reasons(pack, card)))


def line_words(pack: Pack, card: Card, *, cited: bool = True) -> CardLine:
    """The words of a strategy as a line: its name, and what the profile has to do with it.

    `cited`: with what that rests on, or its statuses where nothing else is said.
    """
    because = _because(pack, card) if card.verdict in _BECAUSE else _reasons(pack, card)
    return _line(card, _with_behind(pack, card, because) if cited else because)


def _line(card: Card, pieces: Iterable[Piece]) -> CardLine:
    return CardLine(
        card.strategy.name,
        marks_of(card.statuses),
        tuple(pieces),
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
        asked = [reason for reason in card.reasons if reason.criterion.field]
        yield _resting(pack, (Words(common.NONE_AGAINST, _MUTED),), asked)
    if unasked := not_asked(card):
        yield _resting(pack, (Words(common.CONDITION_NOT_ASKED_SAID, _MUTED),), unasked)
    before = 0
    for reason in _by_alternative(told):
        if reason.outcome is not Outcome.CAVEAT:
            said_ = _with_basis(pack, _phrase(pack, card, reason), reason)
            now = 0 if reason.is_against else reason.criterion.alternative
            another = (Words(words.OR_ELSE, _MUTED),) if before not in (0, now) else ()
            yield _resting(pack, (*another, *said_), (reason,), mark_of(reason))
            before = now
    caveats = [reason for reason in told if reason.outcome is Outcome.CAVEAT]
    if caveats:
        names = dict.fromkeys(named(pack, reason) for reason in caveats)
        named_ = words.CAVEATS.format(fields=", ".join(names))
        yield _resting(pack, (Words(named_, _MUTED),), caveats, mark_of(caveats[0]))


def _resting(pack: Pack, phrase: Phrase, found: Sequence[Reason], mark: str = "") -> Piece:
    """What reasons say, with the statements that they rest on."""
    ids = tuple(dict.fromkeys(id_ for one in found for id_ in statements_of(pack, one)))
    return Piece(phrase, mark, ids=ids, keys=pack.cited(ids))


def _by_alternative(told: Sequence[Reason]) -> list[Reason]:
    """What speaks against first; then what has to be met together stands together."""
    return sorted(told, key=lambda r: 0 if r.is_against else r.criterion.alternative)


def _phrase(pack: Pack, card: Card, reason: Reason) -> Phrase:
    """What was found in bold, and what it means."""
    field, criterion = pack.field[reason.criterion.field], reason.criterion
    found, asked = _found(field, reason), common.short_condition(field, criterion)
    if reason.outcome is Outcome.OPEN:
        asked = _with_unasked(pack, common.hedged(asked, criterion.hedge), reason)
        return _open(field, branches(pack.table, card.profile, card.strategy.id), found, asked)
    template = words.REASON_AGAINST if reason.is_against else words.REASON_MET
    if criterion.test == "is":  # what is asked is what was found
        asked = words.A_REASON_AGAINST if reason.is_against else words.IT
        against = words.REASON_AGAINST_WITH if reason.beside else words.REASON_AGAINST_IT
        template = against if reason.is_against else words.REASON_MET
    asked = _with_unasked(pack, common.hedged(asked, criterion.hedge), reason)
    if criterion.test != "is":
        asked = with_beside(asked, reason)
    return _strong(template, found, "", asked=asked, beside=beside_it(reason))


def _with_unasked(pack: Pack, asked: str, reason: Reason) -> str:
    """A condition, and that another goes with it, which stands where all is told."""
    return common.WITH_UNASKED.format(asked=asked) if has_unasked(pack, reason) else asked


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


def _with_basis(pack: Pack, phrase: Phrase, reason: Reason) -> Phrase:
    """A phrase that says where it is an interpretation, and whose."""
    if not is_interpreted(reason):
        return phrase
    before, _, after = words.WITH_BASIS.partition("{basis}")
    ours = Words(common.interpretation(pack.ours), _MUTED, slanted=True)
    return tuple(w for w in (*phrase, Words(before, _MUTED), ours, Words(after, _MUTED)) if w.text)


_BECAUSE: Final = (Verdict.OPEN, Verdict.NO_MATCH)
"""The verdicts of which a line says what makes them so, or would decide."""


def _because(pack: Pack, card: Card) -> Iterator[Piece]:
    """Why it is named for other profiles, or what would decide, in one line."""
    wanted = Outcome.OPEN if card.verdict is Verdict.OPEN else Outcome.UNMET
    template = words.DECIDED_BY if wanted is Outcome.OPEN else words.BECAUSE
    before, _, after = template.partition("{reasons}")
    made: list[Words] = [Words(before, _MUTED)]
    field = ""
    for place, reason in enumerate(r for r in _told(card) if r.outcome is wanted):
        worded = _deciding if wanted is Outcome.OPEN else _missing
        if worded is _missing and reason.criterion.field == field:  # what was found is said
            worded = _missing_too
        short, field = worded(pack, reason), reason.criterion.field
        text = f"{common.AND_ALSO}{short}" if place else short
        made += _with_basis(pack, (Words(text, _MUTED),), reason)
    phrase = tuple(w for w in (*made, Words(after, _MUTED)) if w.text)
    yield _resting(pack, phrase, [r for r in _told(card) if r.outcome is wanted])


def _deciding(pack: Pack, reason: Reason) -> str:
    """What is asked of a field: *lesions: at most 3 (usually)*."""
    field, criterion = pack.field[reason.criterion.field], reason.criterion
    asked = common.hedged(common.short_condition(field, criterion), criterion.hedge)
    return common.labelled(named(pack, reason), _with_unasked(pack, asked, reason))


def _missing(pack: Pack, reason: Reason) -> str:
    """What was found and what is asked: *2 lesions; named for at least 4 (typically)*."""
    found = _found(pack.field[reason.criterion.field], reason)
    return words.UNMET.format(found=found, named=_missing_too(pack, reason))


def _missing_too(pack: Pack, reason: Reason) -> str:
    """What is asked of a field: *named for at least 4 (typically)*."""
    field, criterion = pack.field[reason.criterion.field], reason.criterion
    worded = common.short_condition if field.has_numbers else common.condition_phrase
    return words.NAMED_FOR.format(asked=common.hedged(worded(field, criterion), criterion.hedge))


def named(pack: Pack, reason: Reason) -> str:
    """The field of a reason as it is called within a line: by what it counts where its name says
    so too (*lesions* of brain lesions), and is no unit.
    """
    field = pack.field[reason.criterion.field]
    short = field.plural if field.plural.casefold() in field.label.casefold() else ""
    return short or words.within(field.label, pack.language)


def _found(field: Field, reason: Reason) -> str:
    return "" if reason.found is None else common.value_phrase(field, found_of(field, reason))


def _with_behind(pack: Pack, card: Card, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """What is said, and below all that rests on the same what it rests on; where nothing is said,
    what the statuses rest on.
    """
    empty = True
    for keys, together in groupby(pieces, attrgetter("keys")):
        yield from together
        yield Piece(_muted(leading(pack, keys)), weight=Weight.BEHIND, keys=keys)
        empty = False
    if empty:
        yield from _statuses_cited(pack, card)


def _statuses_cited(pack: Pack, card: Card) -> Iterator[Piece]:
    """What each status rests on, and which one it is: *in practice: Angeli 2021 [67]*."""
    for given in shown_statuses(card.statuses):
        ids = tuple(dict.fromkeys(row.statement for row in given.rows))
        keys = pack.cited(ids)
        called = put_in(common.LABELLED, label=said(label_of(given)), said=leading(pack, keys))
        yield Piece(_muted(called), weight=Weight.BEHIND, ids=ids, keys=keys)


def _muted(phrase: Phrase) -> Phrase:
    return tuple(w._replace(tone=_MUTED) for w in phrase)
