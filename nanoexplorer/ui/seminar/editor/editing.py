"""What an editor does to a seminar: pure steps, and the way back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase, conditioned
from nanoexplorer.formats.seminar import FIELDS


def added(seminar: Seminar, place: int, cases: tuple[SeminarCase, ...]) -> Seminar:
    """With cases put in behind a place; -1: at the head."""
    return seminar._replace(
        cases=(*seminar.cases[: place + 1], *cases, *seminar.cases[place + 1 :])
    )


def removed(seminar: Seminar, places: Collection[int]) -> Seminar:
    """Without the cases at some places."""
    kept = (case for place, case in enumerate(seminar.cases) if place not in places)
    return seminar._replace(cases=tuple(kept))


def moved(seminar: Seminar, places: Sequence[int], step: int) -> Seminar:
    """With some cases a place on, or back; the same seminar where one has no such place."""
    if not all(0 <= place + step < len(seminar.cases) for place in places):
        return seminar
    cases = list(seminar.cases)
    for place in sorted(places, reverse=step > 0):
        cases.insert(place + step, cases.pop(place))
    return seminar._replace(cases=tuple(cases))


def reordered(seminar: Seminar, order: Sequence[int]) -> Seminar:
    """With its cases in another order; the same seminar where that is not all of them."""
    if sorted(order) != list(range(len(seminar.cases))):
        return seminar
    return seminar._replace(cases=tuple(seminar.cases[place] for place in order))


def duplicated(seminar: Seminar, places: Sequence[int]) -> Seminar:
    """With some cases once more, behind the last of them."""
    again = tuple(seminar.cases[place] for place in sorted(places))
    return added(seminar, max(places), again) if places else seminar


def with_case(seminar: Seminar, place: int, case: SeminarCase) -> Seminar:
    """With another case at a place."""
    cases = list(seminar.cases)
    cases[place] = case
    return seminar._replace(cases=tuple(cases))


def with_text(case: SeminarCase, key: str, text: str) -> SeminarCase:
    """With one of the teacher's own texts, by its key in a file."""
    return case._replace(**{FIELDS[key]: text})  # type: ignore[arg-type]


def with_shown(pack: Pack, case: SeminarCase, strategy: str, shown: bool) -> SeminarCase:
    """With a strategy that the room sees, or that it does not."""
    hidden = tuple(id_ for id_ in case.hidden if id_ != strategy)
    also = tuple(id_ for id_ in case.also if id_ != strategy)
    asked = strategy in conditioned(pack)
    if shown and not asked:
        also = (*also, strategy)
    if asked and not shown:
        hidden = (*hidden, strategy)
    return case._replace(hidden=hidden, also=also)


class Past:
    """What a seminar was before each change; typing on in one text is one change."""

    def __init__(self) -> None:
        self._steps: list[tuple[Seminar, int]] = []
        self._last = ""

    @property
    def any(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._steps)

    def add(self, seminar: Seminar, place: int, key: str = "") -> None:
        """Note what was before a change; `key`: the text that is typed in, if it is one."""
        if not key or key != self._last:
            self._steps.append((seminar, place))
        self._last = key

    def back(self) -> tuple[Seminar, int] | None:
        """The seminar and the marked case before the last change; None where there was none."""
        self._last = ""
        return self._steps.pop() if self._steps else None
