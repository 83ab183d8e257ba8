"""The last page of a seminar: what was hard, that this was all, and whose words it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.said import Missed, all_rated, end_pages
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.core.teaching.seminar_steps import Stage, Step
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.documents.seminar.page import Line, Page
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words


def end_of(pack: Pack, seminar: Seminar, showing: Showing) -> Page:
    """What was hard, that this was all, and whose words it was."""
    cited = (Line(vancouver(pack.reference[source.reference]), "small") for source in pack.sources)
    said = words.PACK_POINT.format(version=pack.version)
    ratings = list(all_rated(pack, seminar, showing.said))
    pages = end_pages(pack, seminar, showing.said)
    number = min(showing.end_page, len(pages))
    hard = _hard(pack, seminar, pages[number - 1]) if ratings else ()
    return Page(
        stage=Stage.END,
        place="",
        now=called(Step(Stage.END, number, len(pages))),
        title=seminar.title or pack.title,
        question=Line(words.QUESTION[Stage.END], "strong", "accent-text"),
        left=tuple(hard),
        right=(
            Line(words.END_SOURCES, "caps", "ink-muted"),
            *cited,
            Line(said, "small", "ink-muted"),
        ),
        score=scored([one.right for one in ratings]),
        foot=f"{words.END_MORE} {words.END_FOOT}" if number < len(pages) else words.END_FOOT,
    )


def called(step: Step) -> str:
    """What a step is called, with its page where it has several."""
    stage = words.STAGE[step.stage]
    if step.pages == 1:
        return stage
    return words.PAGE_OF.format(stage=stage, page=step.page, pages=step.pages)


def _hard(pack: Pack, seminar: Seminar, missed: Sequence[Missed]) -> Iterator[Line]:
    """Each strategy that the room missed, and in which cases."""
    yield Line(words.END_HARD, "caps", "ink-muted")
    if not missed:
        yield Line(words.END_NONE_HARD)
    for strategy, answers in missed:
        yield Line(pack.strategy[strategy].name, "name")
        for one in answers:
            assert one.said.verdict
            case = seminar.cases[one.place]
            told = words.END_MISSED.format(
                said=common.VERDICT_SHORT[one.said.verdict],
                verdict=common.VERDICT_SHORT[one.verdict],
                case=case.shown_title or common.profile_line(pack.fields, case.profile),
            )
            yield Line(told, "small", "ink-muted")


def scored(told: list[bool | None]) -> tuple[str, str]:
    """How many of some answers are right, in words; nothing for none."""
    if not told:
        return "", ""
    return words.SCORE.format(right=told.count(True), of=len(told)), words.SCORE_IS
