"""A language as its file carries it: read strictly, each text in the shape that English has.

`{"schema": "nanoexplorer/language/1", "plural": "n != 1", "texts": {"starting.QUIT": "…", …}}`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from gettext import c2py
from pathlib import Path as File
from string import Formatter
from typing import Any, Final, NamedTuple

from nanoexplorer.files import ReadError, read_whole
from nanoexplorer.formats.reader import FormatError, parsed, schema_problem, shaped
from nanoexplorer.formats.shapes import (
    WRONG,
    Anything,
    Data,
    Items,
    Keys,
    Path,
    Problem,
    Problems,
    Text,
)
from nanoexplorer.words import desktop as words
from nanoexplorer.words.common import one_line
from nanoexplorer.words.files import why_unread
from nanoexplorer.words.language import ENGLISH, Forms, Language, speak, texts
from nanoexplorer.words.teaching.seminar import seminar_problem

FAMILY: Final = "nanoexplorer/language/"
SCHEMA: Final = f"{FAMILY}1"
MOST_BYTES: Final = 2_000_000
MOST_SIGNS: Final = 10_000
MOST_FORMS: Final = 6
CODE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}", re.ASCII)


def speak_language(code: str, folder: File) -> str:
    """Speak the language of a code, whose file is in a folder. Where it can't be: English.

    Returns why it can't, in one line.
    """
    speak(Language())
    if code == ENGLISH:
        return ""
    file = folder / f"{code}.json"
    if not CODE.fullmatch(code) or not file.is_file():
        return one_line(words.LANGUAGE_UNKNOWN.format(code=code))
    try:
        speak(language_of(read_whole(file, MOST_BYTES)))
    except ReadError as error:
        return words.LANGUAGE_UNREAD.format(code=code, why=why_unread(error))
    except FormatError as error:
        why = seminar_problem(file.name, error.problems[0])
        return words.LANGUAGE_UNREAD.format(code=code, why=why)
    return ""


def language_of(content: bytes) -> Language:
    """The language in a file's content. Raises FormatError with everything that is wrong."""
    data = parsed(content, MOST_BYTES)
    foreign = schema_problem(data, FAMILY, 1)
    if foreign:
        raise FormatError(foreign)
    known = {name: _Like(text) for name, text in texts().items()}
    shape = Keys({"schema": Anything(), "plural": Text(MOST_SIGNS), "texts": Keys({}, known)})
    found = shaped(data, shape)
    return Language(_plural(found["plural"]), found["texts"])


def _plural(rule: str) -> Callable[[int], int]:
    try:
        return c2py(rule)
    except (ValueError, RecursionError):
        raise FormatError(Problem(("plural",), "not-allowed", rule[:80], "n != 1")) from None


class _Like(NamedTuple):
    """The shape of an English text: its keys, its places, and no braces but those that it has."""

    english: Any

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        if isinstance(self.english, str):
            return Text(MOST_SIGNS, lines=True, like=self._can_fill).read(value, path, problems)
        if isinstance(self.english, Mapping):
            keys = Keys({}, {key: _Like(one) for key, one in self.english.items()})
            found = keys.read(value, path, problems)
            return found if found is WRONG else {**self.english, **found}
        if isinstance(self.english, Forms):
            form = Text(MOST_SIGNS, like=_Like(self.english[-1])._can_fill)
            found = Items(form, MOST_FORMS, least=1).read(value, path, problems)
            return found if found is WRONG else Forms(*found)
        many = len(self.english)
        found = Items(Anything(), many, least=many).read(value, path, problems)
        if found is WRONG:
            return WRONG
        pairs = enumerate(zip(self.english, found, strict=True))
        return tuple(_Like(a).read(b, (*path, place), problems) for place, (a, b) in pairs)

    def _can_fill(self, text: str) -> bool:
        """Whether a text has no braces that nothing would be filled into."""
        try:
            return _braces(text) <= _braces(self.english)
        except ValueError:
            return False


def _braces(text: str) -> set[tuple[str, str | None, str | None]]:
    """What is filled in, and how."""
    return {(name, spec, way) for _, name, spec, way in Formatter().parse(text) if name is not None}
