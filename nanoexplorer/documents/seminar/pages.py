"""What a seminar shows at one step, in words: the room's page, ready to be laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.teaching.said import VERDICTS, Rated, Said, rated
from nanoexplorer.core.teaching.seminar import Showing, current
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    SeminarCase,
    conditioned,
    shown_strategies,
    told_objective,
    told_point,
)
from nanoexplorer.core.teaching.seminar_steps import Plan, Stage, Step, note_parts
from nanoexplorer.documents.seminar.board import discussion_page, role_page, summary_page
from nanoexplorer.documents.seminar.ending import called, end_of, scored
from nanoexplorer.documents.seminar.page import Answer, Line, Page, Row, Shown, Vote
from nanoexplorer.documents.seminar.told import because, nearest_said, told_of
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.words import common
from nanoexplorer.words import window as window_words
from nanoexplorer.words.teaching import seminar as words


def page_of(pack: Pack, seminar: Seminar, plan: Plan, showing: Showing) -> Page:
    """The page that is on show."""
    step = current(plan, showing)
    if step.stage is Stage.END:
        return end_of(pack, seminar, showing)
    case = seminar.cases[showing.place]
    profile = tuple(common.profile_values(pack.fields, case.profile))
    title = case.shown_title or common.AND_ALSO.join(text for text, _ in profile)
    page = Page(
        stage=step.stage,
        place=words.CASE_OF.format(number=showing.place + 1, of=len(seminar.cases)),
        now=words.CARD if showing.card else called(step),
        title=title,
        profile=() if step.stage is Stage.PROFILE or not case.shown_title else profile,
        question=_question(step),
        steps=tuple(_steps(plan[showing.place], step)),
        own_title=bool(case.own_title),
    )
    if showing.card:
        return _card(pack, case, showing, page)
    return _FILL[step.stage](Shown(pack, case, step, showing), page)


def _question(step: Step) -> Line | None:
    said = words.QUESTION.get(step.stage, "")
    return Line(said, "strong", "accent-text") if said else None


def _steps(steps: tuple[Step, ...], now: Step) -> Iterator[tuple[str, str]]:
    """What a case consists of; what comes more than once is said once."""
    stages = list(dict.fromkeys(step.stage for step in steps))
    at = stages.index(now.stage)
    for place, stage in enumerate(stages):
        if place == at:
            yield called(now), "now"
        else:
            yield words.STAGE[stage], "done" if place < at else "later"


def _profile(shown: Shown, page: Page) -> Page:
    pack, case = shown.pack, shown.case
    values = common.profile_values(pack.fields, case.profile, whole=True)
    found = (Line(text, "large", "ink" if known else "caution") for text, known in values)
    return page._replace(
        left=tuple(_asked(pack, case)),
        right=(Line(words.FOUND, "caps", "ink-muted"), *found),
        foot=words.CASE_CODE_LINE.format(code=case_code.encode(pack, case.profile)),
    )


def _asked(pack: Pack, case: SeminarCase) -> Iterator[Line]:
    """What is to be learned, and what is asked first; nothing where neither is given."""
    objective = told_objective(pack, case)
    if objective:
        yield Line(window_words.OBJECTIVE, "caps", "ink-muted")
        yield Line(objective, "large", own=bool(case.own_objective))
    if case.question:
        yield Line(words.OPENING, "caps", "ink-muted")
        yield Line(case.question, "large", own=True)


def _rows(pack: Pack, step: Step) -> Iterator[Row]:
    """The strategies of a step, each kind under its heading."""
    number = 0
    for kind, ids in groupby(step.strategies, key=lambda id_: pack.strategy[id_].kind):
        for place, id_ in enumerate(ids):
            number += 1
            heading = "" if place else pack.kind[kind].plural
            yield Row(id_, number, pack.strategy[id_].name, heading)


def _predict(shown: Shown, page: Page) -> Page:
    pack, case = shown.pack, shown.case
    asked = set(shown_strategies(pack, case))
    rest = sum(s.id not in asked and s.id not in case.hidden for s in pack.strategies)
    hidden = len(set(case.hidden) & conditioned(pack))
    rows = tuple(
        _room_says(pack, row, shown.showing.said_on(row.strategy))
        for row in _rows(pack, shown.step)
    )
    heads = (words.ROOM, "", words.STATUS)
    opening = Line(case.question, "strong", "accent-text", own=True) if case.question else None
    return page._replace(
        opening=opening,
        answers=VERDICTS if rows else (),
        rows=rows,
        heads=heads,
        foot=words.left_out(rest, hidden),
    )


def _room_says(pack: Pack, row: Row, said: Said, found: Rated | None = None) -> Row:
    """A row with what the room says, beside what is right once that is known."""
    right, status_right = (found.right, found.status_right) if found else (None, None)
    verdict = said.verdict
    return row._replace(
        room=Answer(common.VERDICT_SHORT[verdict], right) if verdict else None,
        room_status=Answer(pack.status[said.status].label, status_right) if said.status else None,
        votes=tuple(
            Vote(verdict, number, found is not None and found.verdict is verdict)
            for verdict, number in zip(VERDICTS, said.votes, strict=False)
        ),
    )


def _reveal(shown: Shown, page: Page) -> Page:
    rows = tuple(_revealed(shown, row) for row in _rows(shown.pack, shown.step))
    heads = (words.ROOM, words.ANSWER, words.STATUS)
    return page._replace(rows=rows, heads=heads, score=_score(shown))


def _revealed(shown: Shown, row: Row) -> Row:
    pack, case, _, showing = shown
    said = showing.said_on(row.strategy)
    if row.strategy not in showing.revealed:
        return _room_says(pack, row, said)
    told = card(pack, case.profile, row.strategy)
    found = rated(pack, case, showing.place, row.strategy, said)
    return _room_says(pack, row, said, found)._replace(
        below=because(pack, told), verdict=told.verdict, chips=marks_of(told.statuses)
    )


def _score(shown: Shown) -> tuple[str, str]:
    """How often the room was right in what is revealed of this case; nothing where it said none."""
    pack, case, _, showing = shown
    told = [
        rated(pack, case, place, id_, said).right
        for place, id_, said in showing.said
        if place == showing.place and id_ in showing.revealed and said.verdict
    ]
    return scored(told)


def _card(pack: Pack, case: SeminarCase, showing: Showing, page: Page) -> Page:
    shown = card(pack, case.profile, showing.card)
    return page._replace(
        question=None,
        left=tuple(told_of(pack, shown)),
        chips=marks_of(shown.statuses),
        told=True,
    )


def _nearest(shown: Shown, page: Page) -> Page:
    pack, case, step, showing = shown
    rows = tuple(_rows(pack, step))
    if showing.step not in showing.answered:
        return page._replace(rows=rows, foot=words.NEAREST_HELP)
    told = tuple(row._replace(below=(nearest_said(pack, case, row.strategy),)) for row in rows)
    question = Line(words.NEAREST_ANSWERED, "strong", "accent-text")
    return page._replace(rows=told, question=question, foot=words.NEAREST_HELP)


def _point(shown: Shown, page: Page) -> Page:
    pack, case, number = shown.pack, shown.case, shown.step.page
    said, point = told_point(pack, case), []
    if said and number == 1:
        by = words.PACK_POINT.format(version=pack.version)
        point = [Line(said, "large"), Line(by, "small", "ink-muted")]
    part = note_parts(case.note)[number - 1]
    note = [Line(part, "note", own=True)] if part else []
    if not point and not note:  # nobody said what to take away: the room does
        point = [Line(words.YOUR_TURN, "large", "ink-muted")]
    return page._replace(left=(*point, *note))


_FILL: Final[dict[Stage, Callable[[Shown, Page], Page]]] = {
    Stage.PROFILE: _profile,
    Stage.ROLE: role_page,
    Stage.DISCUSS: discussion_page,
    Stage.SUMMARY: summary_page,
    Stage.PREDICT: _predict,
    Stage.REVEAL: _reveal,
    Stage.NEAREST: _nearest,
    Stage.POINT: _point,
}
