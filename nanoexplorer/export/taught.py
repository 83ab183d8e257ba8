"""A case of a teacher's seminar as it leaves: own title, what was left out, own notes, all marked.

What a teacher wrote stands beside what the sources say, and never without a word that it is theirs.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path

from nanoexplorer import strings
from nanoexplorer.core.lesson import Lesson, LessonCase
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.core.strategies import Column, Group, StrategiesPart
from nanoexplorer.export.job import ExportError, Job, Taught
from nanoexplorer.figures.exhibit import Exhibit
from nanoexplorer.formats.seminar import LessonError, Read, read_lesson
from nanoexplorer.strings import export as words
from nanoexplorer.strings import seminar as seminar_words


def read_seminar(path: Path, pack: Pack) -> Read:
    """A teacher's file. Raises ExportError for one that is none, or that has no case."""
    try:
        read = read_lesson(path, pack)
    except LessonError as error:
        raise ExportError(seminar_words.lesson_problems(error.file, error.problems)) from error
    if not read.lesson.cases:
        raise ExportError(strings.labelled(path.name, words.DECK_EMPTY))
    return read


def lesson_jobs(job: Job, lesson: Lesson) -> list[Job]:
    """A job for every case of a lesson, in its order; all else is as in the job given."""
    count = len(lesson.cases)
    return [
        replace(
            job,
            intent=Intent(case.profile),
            view="strategies",
            taught=Taught(case, words.TAUGHT_CASE.format(number=place, of=count), lesson.title),
        )
        for place, case in enumerate(lesson.cases, start=1)
    ]


def less(screen: Screen, hidden: Container[str]) -> Screen:
    """A screen without some strategies, and without a column that has lost all of its own."""
    part = screen.part
    assert isinstance(part, StrategiesPart)
    kept = (_less(column, hidden) for column in part.columns)
    return replace(screen, part=part._replace(columns=tuple(column for column in kept if column)))


def _less(column: Column, hidden: Container[str]) -> Column | None:
    left = (
        Group(group.verdict, tuple(s for s in group.strategies if s not in hidden))
        for group in column.groups
    )
    groups = tuple(group for group in left if group.strategies)
    return None if column.groups and not groups else column._replace(groups=groups)


def as_taught(exhibit: Exhibit, case: LessonCase) -> Exhibit:
    """An exhibit under the teacher's own title, with what the teacher did to it.

    What the sources report stays in the line below that title.
    """
    remarks = (*_remarks(case), *exhibit.remarks)
    if not case.own_title:
        return exhibit._replace(remarks=remarks)
    below = f"{exhibit.title}\n{exhibit.subtitle}"
    return exhibit._replace(title=case.own_title, subtitle=below, remarks=remarks)


def _remarks(case: LessonCase) -> Iterator[str]:
    if case.own_title:
        yield words.TAUGHT_TITLE
    if case.hidden:
        yield words.taught_hidden(len(set(case.hidden)))


def notes_of(taught: Taught) -> Iterator[str]:
    """What the speaker reads of the case itself: whose words each part is stands above it.

    The note for the teacher alone is left out: decks are handed on, speaker notes and all.
    """
    case = taught.case
    yield taught.place
    if taught.seminar:
        yield words.TAUGHT_SEMINAR.format(title=taught.seminar)
    for heading, text in (
        (words.TAUGHT_OBJECTIVE, case.objective),
        (words.TAUGHT_POINT, case.teaching_point),
        (seminar_words.OWN_NOTE, case.note),
    ):
        if text:
            yield ""
            yield heading
            yield text
