"""What an editor does to a lesson: pure steps, and the way back."""

from __future__ import annotations

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Lesson, LessonCase, conditioned


def added(lesson: Lesson, place: int, cases: tuple[LessonCase, ...]) -> Lesson:
    """With cases put in behind a place; -1: at the head."""
    return lesson._replace(cases=(*lesson.cases[: place + 1], *cases, *lesson.cases[place + 1 :]))


def removed(lesson: Lesson, place: int) -> Lesson:
    return lesson._replace(cases=(*lesson.cases[:place], *lesson.cases[place + 1 :]))


def moved(lesson: Lesson, place: int, to: int) -> Lesson:
    """With a case at another place; the same lesson where there is no such place."""
    if not 0 <= to < len(lesson.cases):
        return lesson
    return added(removed(lesson, place), to - 1, (lesson.cases[place],))


def with_case(lesson: Lesson, place: int, case: LessonCase) -> Lesson:
    cases = list(lesson.cases)
    cases[place] = case
    return lesson._replace(cases=tuple(cases))


def with_text(case: LessonCase, key: str, text: str) -> LessonCase:
    """With one of the teacher's own texts: `title`, `note` or `aside`."""
    if key == "title":
        return case._replace(own_title=text)
    return case._replace(note=text) if key == "note" else case._replace(aside=text)


def with_shown(pack: Pack, case: LessonCase, strategy: str, shown: bool) -> LessonCase:
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
    """What a lesson was before each change; typing on in one text is one change."""

    def __init__(self) -> None:
        self._steps: list[tuple[Lesson, int]] = []
        self._last = ""

    @property
    def any(self) -> bool:
        return bool(self._steps)

    def add(self, lesson: Lesson, place: int, key: str = "") -> None:
        """Note what was before a change; `key`: the text that is typed in, if it is one."""
        if not key or key != self._last:
            self._steps.append((lesson, place))
        self._last = key

    def back(self) -> tuple[Lesson, int] | None:
        """The lesson and the marked case before the last change; None where there was none."""
        self._last = ""
        return self._steps.pop() if self._steps else None
