"""The file that a seminar is saved to: whether it may be written, and how it is."""

from __future__ import annotations

from pathlib import Path

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.formats.seminar import SeminarError, parse_seminar, read_seminar, seminar_text
from nanoexplorer.words import files as file_words
from nanoexplorer.words.common import one_line
from nanoexplorer.words.teaching import seminar as words
from nanoexplorer.writing import write_atomically


def refusal(path: Path, pack: Pack) -> str:
    """Why a file must not be written over; empty where it may."""
    try:
        read_seminar(path, pack)
    except SeminarError as error:
        if error.problems[0].code != "no-file":
            return words.REFUSED_TARGET.format(path=one_line(str(path)))
    return ""


def refused_name(asked: Path, path: Path) -> str:
    """Why a name that was asked for is refused: with its suffix, it is of a file that is there."""
    if path == asked or not path.exists():
        return ""
    return words.NAME_TAKEN.format(name=path.name)  # nobody was asked about this one


def seminar_in(path: Path, pack: Pack) -> Seminar | None:
    """What a file holds now; None where it can't be read, or is gone."""
    try:
        return read_seminar(path, pack).seminar
    except SeminarError:
        return None


def write_seminar(path: Path, seminar: Seminar, pack: Pack) -> str:
    """Write a seminar to a file; empty, or the line that says why it could not be."""
    content = seminar_text(seminar, pack).encode()
    try:
        parse_seminar(content, path.name, pack)  # what can't be opened again isn't saved
        write_atomically(path, content)
    except SeminarError as error:
        why = words.seminar_problems(error.file, error.problems)
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
