"""The last page of a seminar: what was hard, that this was all, and whose words it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.said import Rated, all_rated
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
)
from nanoexplorer.core.teaching.seminar_steps import Stage
from nanoexplorer.documents.citations import vancouver
from nanoexplorer.documents.seminar.page import Line, Page
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words

MOST_HARD: Final = 6
"""Of what was missed, on the last page."""


def end_of(pack: Pack, seminar: Seminar, showing: Showing) -> Page:
    """What was hard, that this was all, and whose words it was."""
    cited = (Line(vancouver(pack.reference[source.reference]), "small") for source in pack.sources)
    said = words.PACK_POINT.format(version=pack.version)
    ratings = list(all_rated(pack, seminar, showing.said))
    return Page(
        stage=Stage.END,
        place="",
        now=words.STAGE[Stage.END],
        title=seminar.title or pack.title,
        question=Line(words.QUESTION[Stage.END], "strong", "accent-text"),
        left=tuple(_hard(pack, seminar, ratings)),
        right=(
            Line(words.END_SOURCES, "caps", "ink-muted"),
            *cited,
            Line(said, "small", "ink-muted"),
        ),
        score=scored([one.right for one in ratings]),
        foot=words.END_FOOT,
    )


def _hard(pack: Pack, seminar: Seminar, ratings: list[Rated]) -> Iterator[Line]:
    """What the room missed; nothing where it said nothing."""
    if not ratings:
        return
    yield Line(words.END_HARD, "caps", "ink-muted")
    missed = [one for one in ratings if not one.right]
    if not missed:
        yield Line(words.END_NONE_HARD)
    for one in missed[:MOST_HARD]:
        assert one.said.verdict
        case = seminar.cases[one.place]
        told = words.END_MISSED.format(
            said=common.VERDICT_SHORT[one.said.verdict],
            verdict=common.VERDICT_SHORT[one.verdict],
            case=case.shown_title or common.profile_line(pack.fields, case.profile),
        )
        yield Line(pack.strategy[one.strategy].name, "name")
        yield Line(told, "small", "ink-muted")
    if len(missed) > MOST_HARD:
        more = words.END_MORE.format(number=len(missed) - MOST_HARD)
        yield Line(more, "small", "ink-muted")


def scored(told: list[bool | None]) -> tuple[str, str]:
    """How many of some answers are right, in words; nothing for none."""
    if not told:
        return "", ""
    return words.SCORE.format(right=told.count(True), of=len(told)), words.SCORE_IS
