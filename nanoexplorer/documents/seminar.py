"""What a seminar shows at one step, in words: the room's page, ready to be laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Card
from nanoexplorer.core.statuses import status_of_row
from nanoexplorer.core.teaching.seminar import Showing, current
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    SeminarCase,
    conditioned,
    told_objective,
    told_point,
)
from nanoexplorer.core.teaching.seminar_steps import Plan, Stage, nearest_of, note_parts
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.citations import vancouver
from nanoexplorer.documents.citations.cited import by_name
from nanoexplorer.documents.evidence import where_cited
from nanoexplorer.documents.reasons import mark_of, rests_on, told, tone_of
from nanoexplorer.documents.statuses import row_mark
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words.teaching import seminar as words


class Line(NamedTuple):
    """One paragraph: its kind says how large it is, `mark` of which verdict or outcome a mark
    stands before it; without a `role` it is written as that mark is.
    """

    text: str
    kind: str = "body"
    role: str = "ink"
    mark: str = ""
    own: bool = False
    """It is the teacher's, and marked so in a corner."""


class Row(NamedTuple):
    """One strategy of a page: number, name, what stands below it, the verdict at its end."""

    strategy: str
    number: int
    name: str
    below: str = ""
    verdict: Verdict | None = None
    chosen: bool = False


class Page(NamedTuple):
    """All that the room sees at one step. `left` and `right` stand beside each other."""

    stage: Stage
    kicker: str
    title: str
    profile: str
    question: str
    rows: tuple[Row, ...] = ()
    left: tuple[Line, ...] = ()
    right: tuple[Line, ...] = ()
    chips: tuple[Mark, ...] = ()
    """Below the second line of `right`."""
    foot: str = ""
    own_title: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """What a screen reader comes to one after the other."""
        rows = (f"{row.number}: {row.name} {row.below}".strip() for row in self.rows)
        lines = (_spoken(line) for line in (*self.left, *self.right))
        chips = (chip.said for chip in self.chips)
        title = common.hedged(self.title, words.OWN if self.own_title else "")
        said = (self.kicker, title, self.profile, self.question, *rows, *lines, *chips)
        return tuple(part for part in (*said, self.foot) if part)

    @property
    def spoken(self) -> str:
        """The page as a screen reader says it."""
        return ". ".join(self.parts)


def _spoken(line: Line) -> str:
    return common.hedged(line.text, words.OWN if line.own else "")


def page_of(pack: Pack, seminar: Seminar, plan: Plan, showing: Showing) -> Page:
    """The page that is on show."""
    step = current(plan, showing)
    if step.stage is Stage.END:
        return _end(pack, seminar)
    case = seminar.cases[showing.place]
    stage = words.STAGE[step.stage]
    if step.pages > 1:
        stage = words.PAGE_OF.format(stage=stage, page=step.page, pages=step.pages)
    place = words.CASE_OF.format(number=showing.place + 1, of=len(seminar.cases))
    profile = common.profile_line(pack.fields, case.profile)
    page = Page(
        stage=step.stage,
        kicker=f"{place} · {stage}",
        title=case.shown_title or profile,
        profile="" if step.stage is Stage.PROFILE else profile,
        question=words.QUESTION.get(step.stage, ""),
        own_title=bool(case.own_title),
    )
    return _FILL[step.stage](pack, case, plan, showing, page)


Fill = Callable[[Pack, SeminarCase, Plan, Showing, Page], Page]


def _profile(pack: Pack, case: SeminarCase, _plan: Plan, _showing: Showing, page: Page) -> Page:
    found = (
        Line(
            common.value_phrase(field, case.profile[field.id]),
            "large",
            "ink" if field.is_known(case.profile[field.id]) else "ink-muted",
        )
        for field in pack.fields
    )
    return page._replace(
        left=tuple(_asked(pack, case)),
        right=(Line(words.FOUND, "caps", "ink-muted"), *found),
        foot=words.CASE_CODE_LINE.format(code=case_code.encode(pack, case.profile)),
    )


def _asked(pack: Pack, case: SeminarCase) -> Iterator[Line]:
    """What is to be learned, and what is asked first; nothing where neither is given."""
    objective = told_objective(pack, case)
    if objective:
        yield Line(words.OBJECTIVE, "caps", "ink-muted")
        yield Line(objective, "large", own=bool(case.own_objective))
    if case.question:
        yield Line(words.OPENING, "caps", "ink-muted")
        yield Line(case.question, "large", own=True)


def _predict(pack: Pack, case: SeminarCase, plan: Plan, showing: Showing, page: Page) -> Page:
    asked = {s for step in plan[showing.place] for s in step.strategies}
    rest = sum(s.id not in asked and s.id not in case.hidden for s in pack.strategies)
    hidden = len(set(case.hidden) & conditioned(pack))
    rows = tuple(
        Row(s, number, pack.strategy[s].name, _room(showing, s))
        for number, s in enumerate(current(plan, showing).strategies, start=1)
    )
    return page._replace(rows=rows, foot=words.left_out(rest, hidden))


def _room(showing: Showing, strategy: str) -> str:
    said = showing.guess_on(strategy)
    return words.ROOM_SAYS.format(guess=words.GUESS[said]) if said else ""


def _reveal(pack: Pack, case: SeminarCase, plan: Plan, showing: Showing, page: Page) -> Page:
    step = current(plan, showing)
    rows = tuple(
        _revealed(pack, case, showing, s, number)
        for number, s in enumerate(step.strategies, start=1)
    )
    if showing.last not in step.strategies:
        waits = (Line(words.REVEAL_LEAD, "large", "ink-muted"),)
        return page._replace(rows=rows, right=waits)
    shown = card(pack, case.profile, showing.last)
    return page._replace(
        rows=rows, right=tuple(_told(pack, shown)), chips=card_words(pack, shown).chips
    )


def _revealed(pack: Pack, case: SeminarCase, showing: Showing, id_: str, number: int) -> Row:
    name, room = pack.strategy[id_].name, _room(showing, id_)
    if id_ not in showing.revealed:
        return Row(id_, number, name, room)
    verdict = pack.table.verdict(case.profile, id_)
    below = " · ".join(part for part in (common.VERDICT_SHORT[verdict], room) if part)
    return Row(id_, number, name, below, verdict, id_ == showing.last)


def _told(pack: Pack, shown: Card) -> Iterator[Line]:
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
    rest = [{rests_on(pack, reason) for reason in reasons} for _, reasons in said]
    for place, (phrase, reasons) in enumerate(said):
        reason = reasons[0]
        tone, mark = tone_of(reason), mark_of(reason)
        role = "ink-muted" if tone == "muted" else tone or "ink"
        outside = reason.outcome is Outcome.OUTSIDE
        yield Line(phrase, "small" if outside else "body", role, mark)
        for place_of in sorted(rest[place].difference(*rest[place + 1 :])):
            yield Line(place_of, "small", "ink-muted")
    if not shown.reasons and shown.references:
        yield Line(by_name(pack, shown.references), "small", "ink-muted")


def _nearest(pack: Pack, case: SeminarCase, plan: Plan, showing: Showing, page: Page) -> Page:
    rows = []
    for number, s in enumerate(current(plan, showing).strategies, start=1):
        change = common.change_phrase(pack.field, nearest_of(pack, case, s))
        below = words.NEAREST_CHANGE.format(change=change)
        rows.append(Row(s, number, pack.strategy[s].name, below))
    return page._replace(rows=tuple(rows), foot=words.NEAREST_HELP)


def _point(pack: Pack, case: SeminarCase, plan: Plan, showing: Showing, page: Page) -> Page:
    number = current(plan, showing).page
    said, point = told_point(pack, case), []
    if said and number == 1:
        by = words.PACK_POINT.format(version=pack.version)
        point = [Line(said, "large"), Line(by, "small", "ink-muted")]
    part = note_parts(case.note)[number - 1]
    note = [Line(part, "note", own=True)] if part else []
    if not point and not note:  # nobody said what to take away: the room does
        point = [Line(words.YOUR_TURN, "large", "ink-muted")]
    return page._replace(left=(*point, *note))


def _end(pack: Pack, seminar: Seminar) -> Page:
    """That this was all, and whose words it was."""
    cited = (Line(vancouver(pack.reference[source.reference])) for source in pack.sources)
    said = words.PACK_POINT.format(version=pack.version)
    return Page(
        stage=Stage.END,
        kicker=words.STAGE[Stage.END],
        title=seminar.title or pack.title,
        profile="",
        question=words.QUESTION[Stage.END],
        left=(
            Line(words.END_SOURCES, "caps", "ink-muted"),
            *cited,
            Line(said, "small", "ink-muted"),
        ),
        foot=words.END_FOOT,
    )


_FILL: Final[dict[Stage, Fill]] = {
    Stage.PROFILE: _profile,
    Stage.PREDICT: _predict,
    Stage.REVEAL: _reveal,
    Stage.NEAREST: _nearest,
    Stage.POINT: _point,
}
