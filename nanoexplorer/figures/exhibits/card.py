"""The inspector's card, as it leaves: the selected strategy in full."""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer import strings
from nanoexplorer.core.evidence import Evidence
from nanoexplorer.core.explaining import Reason, decisive_first
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected, Screen
from nanoexplorer.core.standing import rung_of, shown_rungs
from nanoexplorer.figures.card_words import Chip, chips_of
from nanoexplorer.figures.exhibit import Block, Cell, Exhibit, Listing, Row, Span
from nanoexplorer.figures.listing_cells import (
    MUTED,
    ONE,
    approvals,
    blocks,
    checks,
    notes,
    references,
    statement_rows,
    under,
    words,
)
from nanoexplorer.figures.strategy_text import (
    REASON_ROLE,
    asked_words,
    reason_name,
    rests_on,
    where_cited,
)
from nanoexplorer.palette import Theme
from nanoexplorer.strings import export as ours
from nanoexplorer.strings import inspector as inspector_words

NAMED = (0.24, 0.76)


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """Everything that the inspector says. Raises LookupError where nothing is selected."""
    if screen.inspector is None or screen.profile is None:
        raise LookupError(ours.NO_SELECTION)
    shown = screen.inspector
    kind = strings.KIND[shown.card.strategy.kind]
    profile = strings.profile_line(pack.fields, screen.profile.profile)
    return Exhibit(
        view="card",
        title=shown.card.strategy.name,
        subtitle=f"{kind} · {profile}",
        body=Listing((_left(pack, shown), _right(pack, shown))),
        keys=shown.references,
        remarks=tuple(note.text for note in screen.profile.notes),
    )


def _left(pack: Pack, shown: Inspected) -> tuple[Block, ...]:
    """What follows from the profile, where it stands, and what we add."""
    return blocks(
        Block(inspector_words.WHY[shown.card.verdict], NAMED, tuple(_why(pack, shown))),
        Block(inspector_words.IF_KNOWN, ONE, tuple(_branches(pack, shown))),
        Block(inspector_words.NEAREST, ONE, tuple(_nearest(pack, shown))),
        Block(inspector_words.STANDS, ONE, tuple(_stands(pack, shown))),
        approvals(pack, shown.approvals),
        notes(pack, shown.notes),
        checks(pack, shown.checks),
    )


def _right(pack: Pack, shown: Inspected) -> tuple[Block, ...]:
    return blocks(
        Block(inspector_words.SAYS, ONE, tuple(statement_rows(pack, shown.statements))),
        references(pack, shown.references),
    )


def _why(pack: Pack, shown: Inspected) -> Iterator[Row]:
    if not any(reason.criterion.field for reason in shown.card.reasons):
        yield Row((words(inspector_words.WHY_ANY_PROFILE),))
    for reason in decisive_first(shown.card.verdict, shown.card.reasons):
        yield _reason(pack, reason)


def _reason(pack: Pack, reason: Reason) -> Row:
    role = REASON_ROLE[reason.outcome]
    said = (
        Span(f"{strings.OUTCOME[reason.outcome]}: ", role, bold=True),
        Span(asked_words(pack, reason), role),
    )
    name = words(reason_name(pack, reason), MUTED, small=True)
    return Row((name, Cell((*said, *under(rests_on(pack, reason))))))


def _branches(pack: Pack, shown: Inspected) -> Iterator[Row]:
    for branch in shown.branches:
        yield Row((words(strings.branch_phrase(pack.field[branch.field], branch)),))


def _nearest(pack: Pack, shown: Inspected) -> Iterator[Row]:
    if shown.nearest:
        change = strings.change_phrase(pack.field, shown.nearest)
        yield Row((words(inspector_words.NEAREST_LINE.format(change=change)),))


def _stands(pack: Pack, shown: Inspected) -> Iterator[Row]:
    """Every rung with its chip; the source's own label, the scope and the place beside it."""
    drawn = shown_rungs(shown.card.rungs)
    chips = dict(zip((r.status.id for r in drawn), chips_of(shown.card.rungs), strict=True))
    for row in pack.evidence_of.get(shown.card.strategy.id, ()):
        notes = rung_of(shown.card.rungs, row).disputing(row)
        chip = chips.get(row.status)
        own = chip and chip._replace(disputed=strings.disputed_tip(notes))
        yield Row((_standing(pack, row, own),))


def _standing(pack: Pack, row: Evidence, chip: Chip | None) -> Cell:
    said = strings.quoted(row.label) if row.label else pack.status[row.status].label
    scope = strings.scope(row.scope, row.scope_named)
    where = where_cited(pack, pack.statement[row.statement])
    return Cell((Span(said), *under(scope, where)), (chip,) if chip else ())
