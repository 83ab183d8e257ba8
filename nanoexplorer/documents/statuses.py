"""A status in words: what stands on a chip or in a line, and which notes dispute it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nanoexplorer.core.evidence import Evidence, Note, Status
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import GivenStatus, least_advanced, shown_statuses
from nanoexplorer.documents.blocks import Mark, Phrase, Words, put_in
from nanoexplorer.documents.citations.cited import cited
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as words


def marks_of(statuses: tuple[GivenStatus, ...]) -> tuple[Mark, ...]:
    """A mark for every status that is drawn; the fill is the least advanced one's."""
    if not statuses:
        return ()
    lowest = least_advanced(statuses)
    return tuple(
        mark_of(given, filled=given is lowest, notes=given.disputes)
        for given in shown_statuses(statuses)
    )


def statuses_line(shown: Card) -> str:
    """Every status that the sources give, as on its chips."""
    return common.AND_ALSO.join(mark.said for mark in marks_of(shown.statuses))


def statuses_cited(pack: Pack, shown: Card) -> str:
    """The same, each with what it rests on by number."""
    given_ = shown_statuses(shown.statuses)
    marks = marks_of(shown.statuses)
    rests = (pack.cited(row.statement for row in given.rows) for given in given_)
    return common.AND_ALSO.join(
        common.CITED.format(said=mark.said, cited=cited(pack, keys))
        for mark, keys in zip(marks, rests, strict=True)
    )


def mark_of(given: GivenStatus, *, filled: bool, notes: Sequence[Note]) -> Mark:
    """The mark of one status, disputed by these notes."""
    return Mark(
        label=label_of(given),
        glyph=given.status.glyph,
        role=given.status.role,
        filled=filled and not given.hollow,
        disputed=disputed_by(notes),
        short=given.status.short_label,
        hollow=given.hollow,
    )


def status_mark(status: Status, hollow: bool) -> Mark:
    """The mark of a status as such, of no single strategy."""
    return Mark(
        status.label, status.glyph, status.role, not hollow, short=status.short_label, hollow=hollow
    )


def said(given: GivenStatus) -> str:
    """A status where nothing is drawn: its label, and whether a note disputes it."""
    return mark_of(given, filled=False, notes=given.disputes).said


def row_mark(given: GivenStatus, row: Evidence) -> Mark:
    """The mark of a status for one of the rows that state it."""
    return mark_of(given, filled=False, notes=given.disputing(row))


def label_of(given: GivenStatus) -> str:
    """A status on a chip; an approval for something else names what it is for."""
    if not given.hollow:
        return given.status.label
    if given.discontinued:
        return common.STATUS_DISCONTINUED.format(status=given.status.label)
    return common.hedged(given.status.label, "; ".join(given.scopes))


def stands(pack: Pack, card: Card) -> Iterator[Phrase]:
    """What each status is for, and who says so: *In practice for lung cancer · the review*; where
    one source says several, what it says alone.
    """
    drawn = shown_statuses(card.statuses)
    rows = [(given, row) for given in drawn for row in given.rows]
    alone = len(rows) > 1 and len({row.source for _, row in rows}) == 1
    yield from dict.fromkeys(_stands(pack, given, row, alone=alone) for given, row in rows)


def _stands(pack: Pack, given: GivenStatus, row: Evidence, *, alone: bool) -> Phrase:
    """One row of the evidence in a line; only what is stated is for something."""
    label = label_of(given) if given.discontinued else given.status.label
    tip = common.labelled(given.status.label, given.status.definition)
    lead: Phrase = (Words(label[:1].upper() + label[1:], strong=True, tip=tip),)
    if given.status.stated:
        scope = (Words(pack.scope_label(row.scope, row.scope_named)),)
        lead = put_in(inspector_words.STATUS_FOR, status=lead, scope=scope)
    by = () if alone else (Words(common.AND_ALSO + pack.source[row.source].called),)
    line = tuple(words if words.strong else words._replace(tone="muted") for words in (*lead, *by))
    return (*line, *sign(given.disputing(row)))


def sign(notes: Sequence[Note]) -> Phrase:
    """The sign of what notes dispute, and its words, which tell the notes; nothing for none."""
    if not notes:
        return ()
    told = Words(common.DISPUTED, strong=True, tip=disputed_by(notes))
    return Words("  "), Words(common.DISPUTED_SIGN, sign=True), Words("\u00a0"), told


def disputed_by(notes: Iterable[Note]) -> str:
    """What the mark of a disputed status stands for: the notes in full."""
    return "\n".join(common.DISPUTED_BY.format(note=note.text) for note in notes)


def meaning(status: Status) -> str:
    """What a status means, in the pack's words."""
    if not status.definition:
        return status.label
    return common.labelled(status.label, status.definition)


def tip(given: GivenStatus) -> str:
    """What a status means, what it is for, and what notes say against it."""
    status = given.status
    lines = [meaning(status)]
    if status.stated:
        lines.append(words.STATUS_FOR.format(scopes="; ".join(given.scopes)))
    return "\n".join([*lines, *filter(None, [disputed_by(given.disputes)])])


def disputes(statuses: Iterable[GivenStatus]) -> str:
    """What notes say against these statuses, in full; empty where none does."""
    return "\n".join(disputed_by(given.disputes) for given in statuses if given.disputes)
