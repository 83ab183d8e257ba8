"""What an editor does to a seminar: pure steps, and the way back."""

from __future__ import annotations

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase, conditioned
from nanoexplorer.formats.seminar import FIELDS


def added(seminar: Seminar, place: int, cases: tuple[SeminarCase, ...]) -> Seminar:
    """With cases put in behind a place; -1: at the head."""
    return seminar._replace(
        cases=(*seminar.cases[: place + 1], *cases, *seminar.cases[place + 1 :])
    )


def removed(seminar: Seminar, place: int) -> Seminar:
    """Without the case at a place."""
    return seminar._replace(cases=(*seminar.cases[:place], *seminar.cases[place + 1 :]))


def moved(seminar: Seminar, place: int, to: int) -> Seminar:
    """With a case at another place; the same seminar where there is no such place."""
    if not 0 <= to < len(seminar.cases):
        return seminar
    return added(removed(seminar, place), to - 1, (seminar.cases[place],))


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
