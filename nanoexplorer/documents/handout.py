"""What goes on paper for a profile: what depends on it, all behind that, or what is on screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card, inspect
from nanoexplorer.core.screen import Inspected, Screen
from nanoexplorer.core.shown.strategies import Column, Group, columns_of
from nanoexplorer.documents import evidence, strategies, strategy
from nanoexplorer.documents.blocks import (
    CardLine,
    Document,
    Paragraph,
    Section,
    Weight,
    filled,
    minor,
    said,
)
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.groups import gap_line, left_out, words_of
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.documents.strategies import heading, headline
from nanoexplorer.words import common
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import export as words
from nanoexplorer.words import window as window_words

FULL: Final = (Verdict.MATCHES, Verdict.AGAINST, Verdict.OPEN)
"""The groups whose strategies stand there with all that is behind them."""
COLUMN, GROUP, STRATEGY, WITHIN = 2, 3, 4, 5
"""The levels of headings."""


def handout(pack: Pack, screen: Screen, *, whole: bool = False) -> Document:
    """What depends on the profile with its reasons, the teaching point, and the references.

    `whole`: with all that the sources say of what is named, and every other strategy in a line.
    """
    return _whole(pack, screen) if whole else _brief(pack, screen)


def _brief(pack: Pack, screen: Screen) -> Document:
    shown = strategies.document(pack, screen)
    made = [_head(screen)]
    made += (_depending(section) for section in shown.sections)
    keys = {*shown.keys, *_keys_of_notes(screen)}
    if screen.inspector and not _is_told(screen.selection, shown):
        made.append(Section("selected", words.HANDOUT_SELECTED, (_selected(pack, screen),)))
        keys |= set(screen.inspector.card.references)
    listed = evidence.in_order(pack, keys)
    made += filled(evidence.brief_references(pack, listed))
    found = _document(pack, screen, shown.title, made, listed)
    return found._replace(remarks=shown.remarks, legend=shown.legend)


def _depending(section: Section) -> Section:
    """A section below its heading; what is only counted keeps the name of its group."""
    return section._replace(level=COLUMN, column=0, weight=Weight.BODY)


def _is_told(strategy: str, shown: Document) -> bool:
    cards = (block for block in shown.blocks if isinstance(block, CardLine))
    return any(strategy in card.ids for card in cards)


def _selected(pack: Pack, screen: Screen) -> CardLine:
    assert screen.inspector
    return card_words(pack, screen.inspector.card)


def _keys_of_notes(screen: Screen) -> Iterator[str]:
    for note in screen.profile.notes:
        yield from note.references


def _whole(pack: Pack, screen: Screen) -> Document:
    """What is named for the profile with reasons, statements and references; the rest in a line."""
    keys = evidence.in_order(pack, _cited(pack, screen))
    made = [_head(screen)]
    for column in columns_of(pack, screen):
        made += _column(pack, column)
    if screen.inspector and screen.selection not in _in_full(pack, screen):
        made.append(Section("selected", words.HANDOUT_SELECTED, ()))
        made += _strategy(pack, screen.inspector, COLUMN + 1)
    made += filled(evidence.brief_references(pack, keys))
    return _document(pack, screen, headline(pack, screen.profile), made, keys)


def printed(pack: Pack, screen: Screen) -> Document:
    """Every strategy in a line, and the selected one in full."""
    made = [_head(screen)]
    for column in columns_of(pack, screen):
        made.append(_column_head(pack, column))
        made += (_in_lines(pack, column, group) for group in column.groups)
        made += _left_out(column)
    keys: tuple[str, ...] = ()
    if screen.inspector:
        name = screen.inspector.card.strategy.name
        made.append(Section("selected", name, (), marks=marks_of(screen.inspector.card.statuses)))
        made += _deeper(strategy.sections(pack, screen.inspector), COLUMN + 1)
        keys = screen.inspector.references
    return _document(pack, screen, desktop_words.PRINT_TITLE, made, keys)


def _document(
    pack: Pack, screen: Screen, title: str, made: list[Section], keys: tuple[str, ...]
) -> Document:
    profile = common.profile_line(pack.fields, screen.profile.profile)
    return Document("handout", title, profile, tuple(made), keys, screen.profile.remarks)


def _in_full(pack: Pack, screen: Screen) -> list[str]:
    """The strategies that stand there in full, but for a selected one that is in no such group."""
    return [
        strategy
        for column in columns_of(pack, screen)
        for group in column.groups
        if group.verdict in FULL
        for strategy in group.strategies
    ]


def _head(screen: Screen) -> Section:
    blocks = [Paragraph(said(common.disclaimer(), "caution"))]
    case = screen.profile.case
    if case:
        line = common.labelled(window_words.OBJECTIVE, case.objective)
        blocks.append(Paragraph(minor(line), ids=(case.id,)))
    return Section("head", "", tuple(blocks))


def _column_head(pack: Pack, column: Column) -> Section:
    gaps = (gap_line(pack, column, gap) for gap in column.gaps)
    blocks = tuple(Paragraph(said(gap)) for gap in gaps)
    return Section("column", column.kind.plural, blocks)


def _column(pack: Pack, column: Column) -> Iterator[Section]:
    yield _column_head(pack, column)
    for group in column.groups:
        yield from _group(pack, column, group)
    yield from _left_out(column)


def _left_out(column: Column) -> Iterator[Section]:
    if column.left_out:
        yield Section("group", "", (Paragraph(minor(left_out(column))),))


def _group(pack: Pack, column: Column, group: Group) -> Iterator[Section]:
    if group.verdict in FULL:
        yield Section("group", heading(group), (), level=GROUP)
        for one in group.strategies:
            yield from _strategy(pack, inspect(pack, column.profile, one), STRATEGY)
    else:
        yield _in_lines(pack, column, group)


def _in_lines(pack: Pack, column: Column, group: Group) -> Section:
    """A group whose strategies stand there in a line each."""
    lines = (words_of(pack, column, one, group.verdict) for one in group.strategies)
    return Section("group", heading(group), tuple(lines), level=GROUP)


def _strategy(pack: Pack, shown: Inspected, level: int) -> Iterator[Section]:
    """A strategy with its reasons, its statements and what we add to them."""
    name, marks = shown.card.strategy.name, marks_of(shown.card.statuses)
    yield Section("strategy", name, (), level=level, marks=marks)
    yield from _deeper(
        filled(
            *strategy.reasons(pack, shown),
            evidence.statements(pack, shown.statements),
            evidence.approvals(pack, shown.approvals),
            evidence.notes(pack, shown.notes),
            evidence.checks(pack, shown.checks),
        ),
        WITHIN,
    )


def _deeper(sections: tuple[Section, ...], level: int) -> Iterator[Section]:
    yield from (section._replace(level=level) for section in sections)


def _cited(pack: Pack, screen: Screen) -> Iterator[str]:
    """Every reference that the pages point at."""
    for one in _in_full(pack, screen):
        yield from inspect(pack, screen.profile.profile, one).references
    yield from screen.inspector.references if screen.inspector else ()
    for column in columns_of(pack, screen):
        for group in column.groups:
            if group.verdict not in FULL:
                for one in group.strategies:
                    yield from card(pack, column.profile, one, group.verdict).references
    yield from _keys_of_notes(screen)
