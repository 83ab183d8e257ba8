"""The strategies: every kind in its groups, a card a line, and the finding over them."""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import explain
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import ProfilePart, Screen
from nanoexplorer.core.shown.strategies import Column, Gap, Group, columns_of
from nanoexplorer.documents.blocks import (
    Block,
    CardLine,
    Document,
    Lead,
    Paragraph,
    Section,
    minor,
    said,
)
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words

FOLDED = Verdict.NO_MATCH


def document(pack: Pack, screen: Screen) -> Document:
    """The columns side by side, with what is named for other profiles as a number alone."""
    assert screen.profile
    columns = columns_of(pack, screen)
    sections = tuple(_section(pack, column, place) for place, column in enumerate(columns))
    cards = [b for section in sections for b in section.blocks if isinstance(b, CardLine)]
    return Document(
        view="strategies",
        title=headline(pack, screen.profile),
        subtitle=common.profile_line(pack.fields, screen.profile.profile),
        sections=sections,
        keys=in_order(pack, (key for one in cards for key in one.keys)),
        remarks=tuple(_remarks(screen, columns, cards)),
    )


def headline(pack: Pack, shown: ProfilePart) -> str:
    """What is found, led by the title of the case that the profile is."""
    found = finding(pack, shown.profile)
    titles = (case.title for case in pack.cases if case.id == shown.case)
    return next((words.TITLE_OF_CASE.format(case=title, finding=found) for title in titles), found)


def finding(pack: Pack, profile: Profile) -> str:
    """What the profile says that something is named for, and whose word that is."""
    met = {
        reason.criterion.field
        for strategy in pack.table.names(pack.table.answer(profile).matches)
        for reason in explain(pack.table, profile, strategy)
        if reason.outcome is Outcome.MET and not reason.is_against
    }
    said_so = [common.value_phrase(f, profile[f.id]) for f in pack.fields if f.id in met]
    return words.finding_title(said_so, [source.called for source in pack.sources])


def _remarks(screen: Screen, columns: tuple[Column, ...], cards: list[CardLine]) -> Iterator[str]:
    assert screen.profile
    search = screen.search.strip()
    if search:
        found, of = sum(c.shown for c in columns), sum(c.of for c in columns)
        yield words.FOUND_BY.format(search=search, found=found, of=of)
    yield from (note.text for note in screen.profile.notes)
    if any(one.disputes for one in cards):
        yield common.DISPUTED_LEGEND


def _section(pack: Pack, column: Column, place: int) -> Section:
    return Section("strategies", column.kind.plural, tuple(_blocks(pack, column)), column=place)


def _blocks(pack: Pack, column: Column) -> Iterator[Block]:
    yield from (Paragraph(minor(gap_line(pack, column, gap), "caution")) for gap in column.gaps)
    for group in column.groups:
        if group.verdict is not FOLDED:
            yield from _group(pack, column, group)
    for group in column.groups:
        if group.verdict is FOLDED:
            yield Paragraph(minor(words.LISTED_NOT.format(heading=heading(group))))
    if not column.groups:
        yield Paragraph(minor(inspector_words.NOTHING_FOUND))


def _group(pack: Pack, column: Column, group: Group) -> Iterator[Block]:
    yield Lead(said(heading(group), "caution" if group.verdict is Verdict.OPEN else ""))
    for strategy in group.strategies:
        yield card_words(pack, card(pack, column.profile, strategy, group.verdict))


def heading(group: Group) -> str:
    """What stands over a group."""
    return common.group_heading(group.verdict, len(group.strategies))


def gap_line(pack: Pack, column: Column, gap: Gap) -> str:
    """That a column has nothing for a biomarker that is known."""
    return common.gap_line(pack.field[gap.field], gap.value, column.kind)
