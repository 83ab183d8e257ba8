"""A case of a teacher's seminar as it leaves: own title, what was left out, own notes, all marked.

What a teacher wrote stands beside what the sources say, and never without a word that it is theirs.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.strategies import Column, Group, StrategiesPart
from nanoexplorer.core.teaching.seminar_cases import SeminarCase, told_objective, told_point
from nanoexplorer.render.rows.rendering import Columns, Rendering
from nanoexplorer.words import export as words
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import seminar as seminar_words


class PlacedCase(NamedTuple):
    """A case of a teacher's seminar, which place it has there, and the seminar's own title."""

    case: SeminarCase
    place: str
    seminar: str = ""


def less(screen: Screen, hidden: Container[str]) -> Screen:
    """A screen without some strategies, and without a column that has lost all of its own."""
    part = screen.part
    assert isinstance(part, StrategiesPart)
    kept = (_less(column, hidden) for column in part.columns)
    return replace(screen, part=part._replace(columns=tuple(column for column in kept if column)))


def _less(column: Column, hidden: Container[str]) -> Column | None:
    left = (
        Group(group.verdict, tuple(s for s in group.strategies if s not in hidden))
        for group in column.groups
    )
    groups = tuple(group for group in left if group.strategies)
    return None if column.groups and not groups else column._replace(groups=groups)


def with_case(rendering: Rendering, case: SeminarCase) -> Rendering:
    """A rendering under the teacher's own title, with what the teacher did to it.

    What the sources report stays in the line below that title. The pack's teaching point, which may
    name what is left out, goes with it.
    """
    remarks = (*title_remarks(case), *rendering.remarks)
    if case.hidden and isinstance(rendering.body, Columns):
        rendering = rendering._replace(body=rendering.body._replace(spare=()))
    if not case.own_title:
        return rendering._replace(remarks=remarks)
    below = f"{rendering.title}\n{rendering.subtitle}"
    return rendering._replace(title=case.own_title, subtitle=below, remarks=remarks)


def title_remarks(case: SeminarCase) -> Iterator[str]:
    """What the teacher did to a case: a title of their own, strategies left out."""
    if case.own_title:
        yield words.CASE_TITLE
    if case.hidden:
        yield words.case_hidden(len(set(case.hidden)))


def notes_of(pack: Pack, placed_case: PlacedCase) -> Iterator[str]:
    """What the speaker reads of the case itself: whose words each part is stands above it.

    The note for the teacher alone is left out: decks are handed on, speaker notes and all.
    """
    yield placed_case.place
    if placed_case.seminar:
        yield words.CASE_SEMINAR.format(title=placed_case.seminar)
    for heading, text in told_of(pack, placed_case.case):
        yield ""
        yield heading
        yield text


def told_of(pack: Pack, case: SeminarCase) -> Iterator[tuple[str, str]]:
    """What is told of a case beside what the sources say, each under whose it is."""
    told = (
        (words.CASE_OBJECTIVE, "" if case.own_objective else told_objective(pack, case)),
        (seminar_words.owned(window_words.OBJECTIVE), case.own_objective),
        (seminar_words.owned(seminar_words.OPENING), case.question),
        (seminar_words.NOTES_POINT, told_point(pack, case)),
        (seminar_words.OWN_NOTE, case.note),
    )
    yield from ((heading, text) for heading, text in told if text)
