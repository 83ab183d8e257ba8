"""Strategies, as they leave: both columns in their groups, with reasons, rungs and references."""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer import strings
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import explain
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Card, Column, Screen
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.figures.exhibit import Block, Cell, Exhibit, Listing, Row, Span
from nanoexplorer.figures.listing_cells import MUTED, ONE, lead, raised, words
from nanoexplorer.palette import Theme
from nanoexplorer.strings import export as ours
from nanoexplorer.strings import inspector as inspector_words

BETWEEN = " · "
_FOLDED = Verdict.NO_MATCH


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """The two columns, with what is named for other profiles as a number alone."""
    assert screen.profile
    columns = [column for column in (screen.treatments, screen.carriers) if column]
    return Exhibit(
        view="strategies",
        title=finding(pack, screen.profile.profile),
        subtitle=strings.profile_line(pack.fields, screen.profile.profile),
        body=Listing(tuple((_block(pack, column),) for column in columns)),
        keys=in_order(pack, (r for shown in _cards(pack, columns) for r in shown.references)),
        remarks=tuple(_remarks(pack, screen, columns)),
    )


def finding(pack: Pack, profile: Profile) -> str:
    """What the profile says that something is named for, and whose word that is."""
    met = {
        reason.criterion.field
        for strategy in pack.table.names(pack.table.answer(profile).matches)
        for reason in explain(pack.table, profile, strategy)
        if reason.outcome is Outcome.MET and not reason.is_against
    }
    said = [strings.value_phrase(f, profile[f.id]) for f in pack.fields if f.id in met]
    return ours.finding_title(said, [source.called for source in pack.sources])


def _remarks(pack: Pack, screen: Screen, columns: list[Column]) -> Iterator[str]:
    assert screen.profile
    if screen.search.strip():
        found, of = sum(c.shown for c in columns), sum(c.of for c in columns)
        yield ours.FOUND_BY.format(search=screen.search.strip(), found=found, of=of)
    yield from (note.text for note in screen.profile.notes)
    if any(rung.disputes for shown in _cards(pack, columns) for rung in shown.rungs):
        yield strings.DISPUTED_LEGEND


def _shown(column: Column) -> Iterator[tuple[Verdict, tuple[str, ...]]]:
    yield from (group for group in column.groups if group.verdict is not _FOLDED)


def _cards(pack: Pack, columns: list[Column]) -> Iterator[Card]:
    """The cards that leave in full."""
    for column in columns:
        for verdict, strategies in _shown(column):
            for strategy in strategies:
                yield card(pack, column.profile, strategy, verdict)


def _block(pack: Pack, column: Column) -> Block:
    return Block(strings.KIND_PLURAL[column.kind], ONE, tuple(_rows(pack, column)))


def _rows(pack: Pack, column: Column) -> Iterator[Row]:
    for gap in column.gaps:
        said = strings.gap_line(pack.field[gap.field], gap.value, column.kind)
        yield Row((words(said, "caution", small=True),))
    for verdict, strategies in _shown(column):
        role = "caution" if verdict is Verdict.OPEN else "ink"
        yield lead(strings.group_heading(verdict, len(strategies)), role)
        for strategy in strategies:
            yield Row((_cell(pack, column, verdict, strategy),), ids=(strategy,))
    for group in column.groups:
        if group.verdict is _FOLDED:
            heading = strings.group_heading(_FOLDED, len(group.strategies))
            yield Row((words(ours.LISTED_NOT.format(heading=heading), MUTED, small=True),))
    if not column.groups:
        yield Row((words(inspector_words.NOTHING_FOUND, MUTED, small=True),))


def _cell(pack: Pack, column: Column, verdict: Verdict, strategy: str) -> Cell:
    """A card in one line: its name with reference numbers, its reasons, its rungs."""
    shown = card(pack, column.profile, strategy, verdict)
    said = card_words(pack, shown)
    pieces = [p for p in said.pieces if not p.behind and p.text != strings.NO_CONDITION]
    spans = [Span(said.title), *raised(pack, shown.references)]
    for place, piece in enumerate(pieces):
        before = "  " if place == 0 else " " if piece.italic else BETWEEN
        role = piece.role if piece.role == "caution" else MUTED
        spans.append(Span(f"{before}{piece.text}", role, italic=piece.italic, small=True))
    return Cell(tuple(spans), said.chips)
