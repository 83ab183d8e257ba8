"""The strategies: every kind in its groups, and the finding over them.

What the profile decides is a line each; what is independent of it is one line with how many there
are, or left out, or a line each on request: options of the strategies, see `core.shown`.
"""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import explain
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import ProfilePart, Screen
from nanoexplorer.core.shown.strategies import Column, Group, columns_of, in_full
from nanoexplorer.documents.blocks import (
    Block,
    CardLine,
    Document,
    Lead,
    Paragraph,
    Section,
    Tally,
    Tone,
    Weight,
    Words,
    minor,
    said,
)
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.documents.groups import gap_line, left_out, tally, words_of
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words


def document(pack: Pack, screen: Screen) -> Document:
    """The columns side by side."""
    columns = columns_of(pack, screen)
    whole = in_full(screen.options)
    sections = tuple(_section(pack, column, place, whole) for place, column in enumerate(columns))
    point = _teaching_point(screen.profile, max(0, len(columns) - 1))
    shown = [b for section in sections for b in section.blocks if isinstance(b, CardLine | Tally)]
    return Document(
        view="strategies",
        title=headline(pack, screen.profile),
        subtitle=common.profile_line(pack.fields, screen.profile.profile),
        sections=(*sections, *point),
        keys=in_order(pack, (key for one in shown for key in one.keys)),
        remarks=tuple(_remarks(screen, columns)),
        legend=tuple(_legend(shown)),
    )


def headline(pack: Pack, shown: ProfilePart) -> str:
    """The title of the case that the profile is, or else what is found."""
    return shown.case.title if shown.case else finding(pack, shown.profile)


def finding(pack: Pack, profile: Profile) -> str:
    """What the profile says that something is named for."""
    met = {
        reason.criterion.field
        for strategy in pack.table.names(pack.table.answer(profile).matches)
        for reason in explain(pack.table, profile, strategy)
        if reason.outcome is Outcome.MET and not reason.is_against
    }
    said_so = [common.value_phrase(f, profile[f.id]) for f in pack.fields if f.id in met]
    return words.finding_title(said_so, [source.called for source in pack.sources])


def _teaching_point(shown: ProfilePart, column: int) -> tuple[Section, ...]:
    """What the pack teaches by the case that the profile is, where there is room for it."""
    if shown.case is None:
        return ()
    point = Paragraph(said(shown.case.teaching_point))
    heading = window_words.TEACHING_POINT
    return (Section("teaching-point", heading, (point,), column, Weight.BEHIND),)


def _remarks(screen: Screen, columns: tuple[Column, ...]) -> Iterator[str]:
    search = screen.search.strip()
    if search:
        found, of = sum(c.shown for c in columns), sum(c.of for c in columns)
        yield words.FOUND_BY.format(search=search, found=found, of=of)
    yield from screen.profile.remarks


def _legend(shown: list[CardLine | Tally]) -> Iterator[str]:
    """What the numbers count, and what the mark of a disputed status means."""
    if any(isinstance(one, Tally) for one in shown):
        yield words.TALLY_LEGEND
    if any(one.disputed if isinstance(one, Tally) else one.disputes for one in shown):
        yield common.DISPUTED_KEY


def _section(pack: Pack, column: Column, place: int, whole: bool) -> Section:
    blocks = tuple(_blocks(pack, column, whole))
    return Section("strategies", column.kind.plural, blocks, column=place)


def _blocks(pack: Pack, column: Column, whole: bool) -> Iterator[Block]:
    named = sum(group.verdict is Verdict.MATCHES for group in column.groups)
    for group in column.groups[:named]:
        yield from _group(pack, column, group, whole)
    yield from (Paragraph(minor(gap_line(pack, column, gap))) for gap in column.gaps)
    for group in column.groups[named:]:
        yield from _group(pack, column, group, whole)
    if column.left_out:
        yield Paragraph(minor(left_out(column)))
    if not (column.groups or column.left_out):
        yield Paragraph(minor(inspector_words.NOTHING_FOUND))


def _group(pack: Pack, column: Column, group: Group, whole: bool) -> Iterator[Block]:
    if group.verdict is Verdict.ANY_PROFILE and not whole:
        called = said(common.VERDICT_GROUP[group.verdict], strong=True)
        of = window_words.kind_counted(column.kind, len(group.strategies), pack.language)
        yield tally(pack, column, group.strategies, called)._replace(of=of)
        return
    yield _lead(group)
    for strategy in group.strategies:
        yield words_of(pack, column, strategy, group.verdict)


def _lead(group: Group) -> Lead:
    """What stands over a group, and how many strategies are in it."""
    tone: Tone = "caution" if group.verdict is Verdict.OPEN else ""
    number = common.grouped_number(len(group.strategies))
    called = Words(common.VERDICT_GROUP[group.verdict], tone)
    return Lead((called, Words(f"  {number}", "muted")), mark=group.verdict)


def heading(group: Group) -> str:
    """What stands over a group."""
    return common.group_heading(group.verdict, len(group.strategies))
