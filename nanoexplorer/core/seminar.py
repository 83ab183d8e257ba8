"""A seminar: which cases in which order, what is on show, and how one step leads to the next.

Pure: nothing here is kept. What the room said is gone with the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from textwrap import wrap
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import KINDS, Case, Strategy
from nanoexplorer.core.explaining import nearest_profile
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile, Value

PAGE: Final = 7
"""Strategies on one page: as many as can be read from the last row."""


NOTE_LINES: Final = 7
NOTE_WIDTH: Final = 85
"""Lines of a note on one page, and characters in each."""


class Stage(StrEnum):
    """What the room is asked, or told."""

    PROFILE = "profile"
    PREDICT = "predict"
    REVEAL = "reveal"
    NEAREST = "nearest"
    POINT = "point"


class Guess(StrEnum):
    """What the room says of a strategy before it is revealed."""

    NAMED = "named"
    OPEN = "open"
    NOT_NAMED = "not-named"


class LessonCase(NamedTuple):
    """One case of a lesson: a profile, what the pack says of it, and what the teacher adds.

    `case`: the pack's case that it is, or empty. `own_title`, `note` and `aside` are the
    teacher's: the room sees title and note, marked as such, the aside is for the teacher alone.
    `hidden`: strategies left out; `also`: strategies shown though no condition names them.
    """

    profile: Profile
    case: str = ""
    title: str = ""
    objective: str = ""
    teaching_point: str = ""
    own_title: str = ""
    note: str = ""
    aside: str = ""
    hidden: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def shown_title(self) -> str:
        return self.own_title or self.title


class Lesson(NamedTuple):
    """Cases in the order in which they are taken."""

    title: str
    cases: tuple[LessonCase, ...]


def lesson_of(pack: Pack) -> Lesson:
    """The pack's own cases, in its order."""
    return Lesson("", tuple(case_of(pack, case) for case in pack.cases))


def case_of(pack: Pack, case: Case) -> LessonCase:
    """A case of the pack, with the strategies that it speaks of though nothing conditions them."""
    return LessonCase(
        case.profile,
        case.id,
        case.title,
        case.objective,
        case.teaching_point,
        also=spoken_of(pack, case),
    )


def spoken_of(pack: Pack, case: Case) -> tuple[str, ...]:
    """Strategies without a condition that the case is about all the same, at most a page.

    A name of theirs stands in the case's words, or they are named after a biomarker that stands
    in its title: what a room would take to be named for it.
    """
    text = f"{case.title} {case.objective} {case.teaching_point}".casefold()
    title = case.title.casefold()
    marked = [f.label.casefold() for f in pack.fields if f.biomarker and _has(title, f.label)]
    asked = conditioned(pack)
    found = (s for s in pack.ordered if s.id not in asked and _spoken(s, text, marked))
    return tuple(s.id for s in found)[:PAGE]


def _spoken(strategy: Strategy, text: str, marked: list[str]) -> bool:
    names = (strategy.name.split(" (")[0], *strategy.also_called)
    called = " ".join((strategy.name, *strategy.also_called, *strategy.drugs)).casefold()
    by_name = any(_has(text, name) for name in names if len(name) > 3)
    return by_name or any(_has(called, mark) for mark in marked)


def _has(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words.casefold())}\b", text) is not None


def conditioned(pack: Pack) -> frozenset[str]:
    """The strategies whose verdict depends on the profile: what a room can reason about."""
    return frozenset(c.strategy for c in pack.criteria if c.field)


def shown_strategies(pack: Pack, case: LessonCase) -> tuple[str, ...]:
    """What the room predicts: those with a condition, and those added, less those left out."""
    wanted = (conditioned(pack) | set(case.also)) - set(case.hidden)
    return tuple(s.id for s in pack.ordered if s.id in wanted)


class Step(NamedTuple):
    """One thing on show; `page` counts from 1 among the `pages` of its stage."""

    stage: Stage
    page: int = 1
    pages: int = 1
    strategies: tuple[str, ...] = ()


def steps_of(pack: Pack, case: LessonCase) -> tuple[Step, ...]:
    """The steps of a case, from its profile to its teaching point."""
    pages = _pages(pack, shown_strategies(pack, case))
    far = [s for page in pages for s in page if nearest_profile(pack.table, case.profile, s)]
    return (
        Step(Stage.PROFILE),
        *_steps(Stage.PREDICT, pages),
        *_steps(Stage.REVEAL, pages),
        *_steps(Stage.NEAREST, list(_sliced(far))),
        *_steps(Stage.POINT, [()] * len(note_parts(case.note))),
    )


def note_parts(note: str) -> tuple[str, ...]:
    """A teacher's note in parts that can be read from the last row, one or more; words stay whole.

    Each is on a page of its own, the first one below the teaching point.
    """
    lines = [
        (number, line)
        for number, paragraph in enumerate(note.split("\n"))
        for line in wrap(paragraph, NOTE_WIDTH) or [""]
    ]
    if len(lines) <= NOTE_LINES:
        return (note,)
    parts = (lines[at : at + NOTE_LINES] for at in range(0, len(lines), NOTE_LINES))
    return tuple(text for part in parts if (text := _joined(part)))


def _joined(lines: list[tuple[int, str]]) -> str:
    """The lines of each paragraph on one line again."""
    paragraphs = groupby(lines, key=lambda line: line[0])
    return "\n".join(" ".join(text for _, text in group) for _, group in paragraphs).strip()


def _steps(stage: Stage, pages: list[tuple[str, ...]]) -> Iterator[Step]:
    for number, page in enumerate(pages, start=1):
        yield Step(stage, number, len(pages), page)


def _pages(pack: Pack, strategies: Iterable[str]) -> list[tuple[str, ...]]:
    """Pages of one kind of strategy each."""
    ids = list(strategies)
    kinds = ([s for s in ids if pack.strategy[s].kind == kind] for kind in KINDS)
    return [page for kind in kinds for page in _sliced(kind)]


def _sliced(ids: list[str]) -> Iterator[tuple[str, ...]]:
    """Pages as even as can be: eight are four and four, not seven and one."""
    count = -(-len(ids) // PAGE)
    start = 0
    for number in range(count):
        end = start + -(-(len(ids) - start) // (count - number))
        yield tuple(ids[start:end])
        start = end


def nearest_of(pack: Pack, case: LessonCase, strategy: str) -> tuple[tuple[str, Value], ...]:
    """The fields to change for the nearest profile that the source names a strategy for."""
    return tuple((nearest_profile(pack.table, case.profile, strategy) or {}).items())


Plan = tuple[tuple[Step, ...], ...]
"""The steps of every case of a lesson."""


def plan_of(pack: Pack, lesson: Lesson) -> Plan:
    """All steps of a lesson."""
    return tuple(steps_of(pack, case) for case in lesson.cases)


@dataclass(frozen=True)
class Showing:
    """Where a seminar is: case and step count from 0; what is revealed, what the room said.

    `last` is the strategy revealed last: it is told in full.
    """

    place: int = 0
    step: int = 0
    revealed: frozenset[str] = frozenset()
    guesses: tuple[tuple[str, Guess], ...] = ()
    last: str = ""

    def guess_on(self, strategy: str) -> Guess | None:
        return dict(self.guesses).get(strategy)


def current(plan: Plan, showing: Showing) -> Step:
    """The step that is on show."""
    return plan[showing.place][showing.step]


def waiting(plan: Plan, showing: Showing) -> tuple[str, ...]:
    """What is still to be revealed on this step."""
    step = current(plan, showing)
    if step.stage is not Stage.REVEAL:
        return ()
    return tuple(s for s in step.strategies if s not in showing.revealed)


def forward(plan: Plan, showing: Showing) -> Showing:
    """Reveal the next strategy of a reveal, or take the next step; the end stays the end."""
    hidden = waiting(plan, showing)
    if hidden:
        return reveal(plan, showing, hidden[0])
    if showing.step + 1 < len(plan[showing.place]):
        return replace(showing, step=showing.step + 1, last="")
    return go(plan, showing.place + 1) if showing.place + 1 < len(plan) else showing


def back(plan: Plan, showing: Showing) -> Showing:
    """One step back, to the end of the case before if need be; what is revealed stays so."""
    if showing.step:
        return replace(showing, step=showing.step - 1, last="")
    if not showing.place:
        return showing
    return Showing(showing.place - 1, len(plan[showing.place - 1]) - 1)


def go(plan: Plan, place: int) -> Showing:
    """The beginning of a case; raises IndexError for one that is not there."""
    if not 0 <= place < len(plan):
        raise IndexError(place)
    return Showing(place)


def at_end(plan: Plan, showing: Showing) -> bool:
    """Whether nothing follows."""
    return forward(plan, showing) == showing


def reveal(plan: Plan, showing: Showing, strategy: str) -> Showing:
    """Reveal one strategy of a reveal, or tell it in full again; another changes nothing."""
    step = current(plan, showing)
    if step.stage is not Stage.REVEAL or strategy not in step.strategies:
        return showing
    return replace(showing, revealed=showing.revealed | {strategy}, last=strategy)


def reveal_all(plan: Plan, showing: Showing) -> Showing:
    """Reveal all that is left on this step; while the room predicts, go to its reveal first."""
    step = current(plan, showing)
    if step.stage is Stage.PREDICT:
        same = next(
            place
            for place, other in enumerate(plan[showing.place])
            if other.stage is Stage.REVEAL and other.page == step.page
        )
        return reveal_all(plan, replace(showing, step=same, last=""))
    left = waiting(plan, showing)
    if not left:
        return showing
    return replace(showing, revealed=showing.revealed | set(left), last=showing.last or left[0])


_TURN: Final[dict[Guess | None, Guess | None]] = {
    None: Guess.NAMED,
    Guess.NAMED: Guess.OPEN,
    Guess.OPEN: Guess.NOT_NAMED,
    Guess.NOT_NAMED: None,
}


def turn_guess(plan: Plan, showing: Showing, strategy: str) -> Showing:
    """The room's guess by turns: named, open, not named, none."""
    return guess(plan, showing, strategy, _TURN[showing.guess_on(strategy)])


def guess(plan: Plan, showing: Showing, strategy: str, said: Guess | None) -> Showing:
    """Mark what the room says while it predicts; None takes the mark away."""
    step = current(plan, showing)
    if step.stage is not Stage.PREDICT or strategy not in step.strategies:
        return showing
    kept = tuple(pair for pair in showing.guesses if pair[0] != strategy)
    return replace(showing, guesses=(*kept, (strategy, said)) if said else kept)
