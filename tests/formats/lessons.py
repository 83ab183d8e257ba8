"""Lessons and seminar files for tests."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.signs import is_unseen
from nanoexplorer.core.teaching.seminar_cases import Lesson, LessonCase, case_of, lesson_of
from nanoexplorer.formats.seminar import LessonError, lesson_text, parse_lesson
from nanoexplorer.words.seminar import lesson_problem
from tests.packs import profiles

NAME = "lecture.nxseminar"
UNSEEN: Any = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def data_of(lesson: Lesson, pack: Pack) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(lesson_text(lesson, pack))
    return made


def content(data: object) -> bytes:
    return json.dumps(data).encode()


def sample(pack: Pack) -> dict[str, Any]:
    """A file with the pack's cases, the first of them worked on."""
    lesson = lesson_of(pack)
    first = lesson.cases[0]._replace(own_title="My title", note="A note", hidden=(), also=())
    return data_of(Lesson("A lecture", (first, *lesson.cases[1:])), pack)


def complaints(found: bytes, pack: Pack) -> list[str]:
    """What is said of a file: a line per problem; none where it can be read."""
    try:
        parse_lesson(found, NAME, pack)
    except LessonError as error:
        return [lesson_problem(error.file, problem) for problem in error.problems]
    return []


def seen(most: int, *, lines: bool = False) -> st.SearchStrategy[str]:
    signs = st.characters(exclude_categories=UNSEEN).filter(lambda sign: not is_unseen(sign))
    return st.text(signs | st.sampled_from("\n\t") if lines else signs, max_size=min(most, 60))


def cases(pack: Pack) -> st.SearchStrategy[LessonCase]:
    """A profile or a case of the pack, with anything that a teacher may add."""
    plain = profiles(pack).map(LessonCase) | st.sampled_from(pack.cases).map(
        lambda c: case_of(pack, c)
    )
    ids = st.lists(st.sampled_from(sorted(pack.strategy)), unique=True, max_size=4).map(tuple)

    def worked(draw: tuple[LessonCase, str, str, str, tuple[str, ...], tuple[str, ...]]) -> Any:
        case, title, note, aside, hidden, also = draw
        also = tuple(id_ for id_ in also if id_ not in hidden)
        return case._replace(own_title=title, note=note, aside=aside, hidden=hidden, also=also)

    long = seen(2000, lines=True)
    return st.tuples(plain, seen(200), long, long, ids, ids).map(worked)


def lessons(pack: Pack) -> st.SearchStrategy[Lesson]:
    return st.builds(Lesson, seen(200), st.lists(cases(pack), max_size=5).map(tuple))
