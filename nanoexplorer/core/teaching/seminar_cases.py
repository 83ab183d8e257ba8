"""A seminar: which cases in which order, and which strategies the room is asked about."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import Case, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile

PAGE: Final = 7
"""Strategies on one page: as many as can be read from the last row."""


class SeminarCase(NamedTuple):
    """One case of a seminar: a profile, what the pack says of it, and what the teacher adds.

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
        """The teacher's title where there is one, else the pack's."""
        return self.own_title or self.title


class Seminar(NamedTuple):
    """Cases in the order in which they are taken."""

    title: str
    cases: tuple[SeminarCase, ...]


def seminar_of(pack: Pack) -> Seminar:
    """The pack's own cases, in its order."""
    return Seminar("", tuple(case_of(pack, case) for case in pack.cases))


def case_of(pack: Pack, case: Case) -> SeminarCase:
    """A case of the pack, with the strategies that it speaks of though nothing conditions them."""
    return SeminarCase(
        case.profile,
        case.id,
        case.title,
        case.objective,
        case.teaching_point,
        also=spoken_of(pack, case),
    )


def spoken_of(pack: Pack, case: Case) -> tuple[str, ...]:
    """Strategies independent of the profile that the case is about all the same, at most a page.

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


def shown_strategies(pack: Pack, case: SeminarCase) -> tuple[str, ...]:
    """What the room predicts: those with a condition, and those added, less those left out."""
    wanted = (conditioned(pack) | set(case.also)) - set(case.hidden)
    return tuple(s.id for s in pack.ordered if s.id in wanted)
