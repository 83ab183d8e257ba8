"""The file that a seminar is saved to: whether it may be written, and how it is."""

from __future__ import annotations

from pathlib import Path

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Lesson
from nanoexplorer.formats.seminar import LessonError, lesson_text, parse_lesson, read_lesson
from nanoexplorer.words import files as file_words
from nanoexplorer.words import seminar as words
from nanoexplorer.words.common import one_line
from nanoexplorer.writing import write_atomically


def refusal(path: Path, pack: Pack) -> str:
    """Why a file must not be written over; empty where it may."""
    try:
        read_lesson(path, pack)
    except LessonError as error:
        if error.problems[0].code != "no-file":
            return words.REFUSED_TARGET.format(path=one_line(str(path)))
    return ""


def refused_name(asked: Path, path: Path) -> str:
    """Why a name that was asked for is refused: with its suffix, it is of a file that is there."""
    if path == asked or not path.exists():
        return ""
    return words.NAME_TAKEN.format(name=path.name)  # nobody was asked about this one


def lesson_in(path: Path, pack: Pack) -> Lesson | None:
    """What a file holds now; None where it can't be read, or is gone."""
    try:
        return read_lesson(path, pack).lesson
    except LessonError:
        return None


def write_lesson(path: Path, lesson: Lesson, pack: Pack) -> str:
    """Write a lesson to a file; empty, or the line that says why it could not be."""
    content = lesson_text(lesson, pack).encode()
    try:
        parse_lesson(content, path.name, pack)  # what can't be opened again isn't saved
        write_atomically(path, content)
    except LessonError as error:
        why = words.lesson_problems(error.file, error.problems)
    except OSError as error:
        why = file_words.why_unwritten(error)
    else:
        return ""
    return words.NOT_SAVED.format(path=one_line(str(path)), why=why)


def free_name(path: Path) -> Path:
    """A name beside a file that no file has yet, to save another version under."""
    number = 2
    while (found := path.with_stem(f"{path.stem} {number}")).exists():
        number += 1
    return found
