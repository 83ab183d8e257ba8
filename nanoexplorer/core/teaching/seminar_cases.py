"""A seminar: which cases in which order, and which strategies the room is asked about."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import Case, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile

PAGE: Final = 8
"""Strategies on one page: as many as can be read from the last row."""
MINUTES: Final = 600
"""A case takes no longer."""
_BESIDE_ROWS, _A_ROW = 1.5, 0.35
"""Minutes of a case: for its profile, its questions and its end, and for each strategy asked."""


class SeminarCase(NamedTuple):
    """One case of a seminar: a profile, what the pack says of it, and what the teacher adds.

    `case`: the pack's case that it is, or empty. What follows the teaching point is the teacher's,
    each part optional: `own_title`, `own_objective`, `question` (asked before the answers) and
    `note` (what to take away) are shown to the room and marked, `aside` is for the teacher alone;
    `minutes` are planned for it, 0 where none are given. `hidden`: strategies left out; `also`:
    strategies shown though no condition names them; `only_dependent`: these are not shown.
    """

    profile: Profile
    case: str = ""
    title: str = ""
    objective: str = ""
    teaching_point: str = ""
    own_title: str = ""
    note: str = ""
    aside: str = ""
    own_objective: str = ""
    question: str = ""
    minutes: int = 0
    only_dependent: bool = False
    hidden: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def shown_title(self) -> str:
        """The teacher's title where there is one, else the pack's."""
        return self.own_title or self.title


class Seminar(NamedTuple):
    """Cases in the order in which they are taken; `board`: each as a tumour board."""

    title: str
    cases: tuple[SeminarCase, ...]
    board: bool = False


def told_objective(pack: Pack, case: SeminarCase) -> str:
    """The teacher's objective, else the pack's unless that names what the teacher has hidden."""
    return case.own_objective or _without_hidden(pack, case, case.objective)


def told_point(pack: Pack, case: SeminarCase) -> str:
    """The pack's teaching point, unless that names what the teacher has hidden."""
    return _without_hidden(pack, case, case.teaching_point)


def _without_hidden(pack: Pack, case: SeminarCase, text: str) -> str:
    return "" if hidden_named(pack, case, text) else text


def hidden_named(pack: Pack, case: SeminarCase, text: str) -> tuple[str, ...]:
    """The strategies left out of a case that a text names all the same."""
    if not case.hidden:
        return ()
    said = _tokens(text) - _tokens(" ".join(field.label for field in pack.fields))
    called = {s.id: _tokens(_called(s)) for s in pack.strategies}
    spread = Counter(token for tokens in called.values() for token in tokens)
    return tuple(
        id_ for id_ in case.hidden if any(spread[word] == 1 for word in called[id_] & said)
    )


def _called(strategy: Strategy) -> str:
    return " ".join((strategy.name, *strategy.also_called, *strategy.drugs))


def _tokens(text: str) -> set[str]:
    """The words of a text that can tell one strategy from another."""
    return set(re.findall(r"[^\W_]{4,}", text.casefold()))


def planned_minutes(pack: Pack, case: SeminarCase) -> int:
    """The minutes that the teacher plans for a case, else what it takes as a rule."""
    return case.minutes or round(_BESIDE_ROWS + _A_ROW * len(shown_strategies(pack, case)))


def all_minutes(pack: Pack, seminar: Seminar) -> int:
    """The minutes that all cases take."""
    return sum(planned_minutes(pack, case) for case in seminar.cases)


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
    called = _called(strategy).casefold()
    by_name = any(_has(text, name) for name in names if len(name) > 3)
    return by_name or any(_has(called, mark) for mark in marked)


def _has(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words.casefold())}\b", text) is not None


def conditioned(pack: Pack) -> frozenset[str]:
    """The strategies whose verdict depends on the profile: what a room can reason about."""
    return frozenset(c.strategy for c in pack.criteria if c.field)


def shown_strategies(pack: Pack, case: SeminarCase) -> tuple[str, ...]:
    """What the room predicts: those with a condition, and those added, less those left out."""
    added = () if case.only_dependent else case.also
    wanted = (conditioned(pack) | set(added)) - set(case.hidden)
    return tuple(s.id for s in pack.ordered if s.id in wanted)
