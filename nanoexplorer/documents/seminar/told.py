"""What is told of one strategy in a seminar: why, how far, from where, what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import status_of_row
from nanoexplorer.core.teaching.seminar_cases import SeminarCase
from nanoexplorer.core.teaching.seminar_steps import nearest_of
from nanoexplorer.documents.blocks import Tone, Weight, Words
from nanoexplorer.documents.card import line_words
from nanoexplorer.documents.evidence import where_cited
from nanoexplorer.documents.reasons import mark_of, rests_on, told, tone_of
from nanoexplorer.documents.seminar.page import Line
from nanoexplorer.documents.statuses import row_mark
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words.teaching import seminar as words

_MUTED: Final[Tone] = "muted"


def because(pack: Pack, shown: Card) -> tuple[Words, ...]:
    """Why a strategy has its verdict, and what that rests on, in one line."""
    said: list[Words] = []
    for piece in line_words(pack, shown).pieces:
        behind = piece.weight is Weight.BEHIND
        if said:
            said.append(Words(common.AND_ALSO, _MUTED))
        said += [w._replace(tone=_MUTED) if behind else w for w in piece.said]
    return tuple(said)


def told_of(pack: Pack, shown: Card) -> Iterator[Line]:
    """Name, verdict, reasons with their place, and where the sources place it."""
    yield Line(shown.strategy.name, "lead")
    yield Line(common.VERDICT[shown.verdict], "strong", "", shown.verdict)
    yield from _why(pack, shown)
    yield Line(inspector_words.STANDS, "caps", "ink-muted")
    said: dict[str, str] = {}
    for row in pack.evidence_of.get(shown.strategy.id, ()):
        where = where_cited(pack, pack.statement[row.statement])
        mark = row_mark(status_of_row(shown.statuses, row), row)
        if row.label:
            mark = mark._replace(label=common.quoted(row.label))
        scope = pack.scope_label(row.scope, row.scope_named)
        both = f"{mark.said} · {scope}"
        said[where] = f"{said[where]}; {both}" if where in said else both
    for where, both in said.items():
        yield Line(both)
        yield Line(where, "small", "ink-muted")


def _why(pack: Pack, shown: Card) -> Iterator[Line]:
    if shown.verdict is Verdict.ANY_PROFILE:
        against = any(reason.criterion.field for reason in shown.reasons)
        yield Line(words.NONE_AGAINST if against else inspector_words.WHY_ANY_PROFILE)
    said = list(told(pack, shown))
    rest = [tuple(dict.fromkeys(rests_on(pack, r) for r in reasons)) for _, reasons in said]
    for place, (phrase, reasons) in enumerate(said):
        reason = reasons[0]
        tone, mark = tone_of(reason), mark_of(reason)
        role = "ink-muted" if tone == "muted" else tone or "ink"
        outside = reason.outcome is Outcome.OUTSIDE
        yield Line(phrase, "small" if outside else "body", role, mark)
        if rest[place] not in rest[place + 1 : place + 2]:  # the next phrase rests on the same
            yield from (Line(where, "small", "ink-muted") for where in rest[place])


def nearest_said(pack: Pack, case: SeminarCase, strategy: str) -> Words:
    """What would have to be different for the source to name a strategy."""
    nearest = nearest_of(pack, case, strategy)
    change = common.change_phrase(pack.field, case.profile, nearest)
    return Words(inspector_words.NEAREST_LINE.format(change=change))
