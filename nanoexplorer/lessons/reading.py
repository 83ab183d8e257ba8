"""Read a seminar file strictly: a lesson, or everything that is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from nanoexplorer.core import case_code
from nanoexplorer.core.lesson import Lesson, LessonCase
from nanoexplorer.core.pack import Pack
from nanoexplorer.lessons import schema
from nanoexplorer.lessons.values import Entry, Report, is_text, known_keys, reporter, text_of, words
from nanoexplorer.pack.problems import Problem


class LessonError(ValueError):
    """A file that is no seminar file for this pack, with every problem that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


class Read(NamedTuple):
    """A lesson, the pack version it was made with, and whose unsaved changes it is, if any.

    `unsaved_since`: the mark of what that file held before them.
    """

    lesson: Lesson
    version: str
    unsaved_of: str = ""
    unsaved_since: str = ""


def read_lesson(path: Path, pack: Pack) -> Read:
    """The lesson in a file. Raises LessonError, which names every problem."""
    try:
        with path.open("rb") as file:
            content = file.read(schema.FILE_SIZE + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        code = "no-seminar" if isinstance(error, FileNotFoundError) else "unreadable"
        raise LessonError([Problem(path.name, "", "", code, why)]) from None
    return parse_lesson(content, path.name, pack)


def parse_lesson(content: bytes, name: str, pack: Pack) -> Read:
    """The lesson in a file's content; `name` is for messages. Raises LessonError."""
    entry = _decode(content, name)
    problems: list[Problem] = []
    report = reporter(name, "", problems)
    _check_schema(entry, report, problems)
    known_keys(entry, (*schema.TOP_KEYS, *schema.OPTIONAL_KEYS), "", report)
    _needed(entry, schema.TOP_KEYS, report)
    version = _version(entry.get("pack"), pack, report)
    title = text_of(entry, "title", schema.LENGTHS["title"], report)
    origin = text_of(entry, "unsaved_of", schema.PATH_LENGTH, report)
    since = text_of(entry, "unsaved_since", schema.MARK_LENGTH, report)
    cases = _cases(entry.get("cases", []), name, pack, version != pack.version, problems)
    if problems:
        raise LessonError(problems)
    return Read(Lesson(title, cases), version, origin, since)


def _decode(content: bytes, name: str) -> Entry:
    def refuse(code: str, found: str = "", allowed: str = "") -> LessonError:
        return LessonError([Problem(name, "", "", code, found, allowed)])

    if len(content) > schema.FILE_SIZE:
        raise refuse("too-large", allowed=str(schema.FILE_SIZE))
    try:
        data = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise refuse("not-utf8") from None
    except _Twice as twice:
        raise refuse("duplicate", str(twice)[:60]) from None
    except (ValueError, RecursionError) as error:
        raise refuse("not-json", str(error)[:200]) from None
    if not isinstance(data, dict):
        raise refuse("foreign", allowed=schema.SCHEMA)
    return data


class _Twice(ValueError):
    """A key that stands twice in one object."""


def _once(pairs: list[tuple[str, object]]) -> Entry:
    entry = dict(pairs)
    if len(entry) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in entry if names.count(name) > 1))
    return entry


def _check_schema(entry: Entry, report: Report, problems: list[Problem]) -> None:
    """A foreign or newer file is refused for that alone: the rest is not ours to judge."""
    found = entry.get("schema")
    if found == schema.SCHEMA:
        return
    number = found.removeprefix(schema.FORMAT) if isinstance(found, str) else ""
    newer = number.isascii() and number.isdigit() and len(number) < 9 and int(number) > 1
    report("schema", "newer" if newer else "foreign", found or "", schema.SCHEMA)
    raise LessonError(problems)


def _needed(entry: Entry, keys: tuple[str, ...], report: Report) -> None:
    for key in keys:
        if key not in entry:
            report(key, "missing")


def _version(entry: object, pack: Pack, report: Report) -> str:
    """The pack version that the lesson was made with; another pack is a problem."""
    if entry is None:
        return ""
    if not isinstance(entry, dict):
        report("pack", "not-an-object", entry)
        return ""
    known_keys(entry, schema.PACK_KEYS, "pack.", report)
    for key in schema.PACK_KEYS:
        if not is_text(entry.get(key), 60):
            report(f"pack.{key}", "not-a-line-of-text", entry.get(key, ""))
            return ""
    if entry["id"] != pack.id:
        report("pack.id", "other-pack", entry["id"], pack.id)
    return str(entry["version"])


def _cases(
    entries: object, name: str, pack: Pack, older: bool, problems: list[Problem]
) -> tuple[LessonCase, ...]:
    if not isinstance(entries, list):
        problems.append(Problem(name, "", "cases", "not-a-list", type(entries).__name__))
        return ()
    if len(entries) > schema.CASES:
        problems.append(
            Problem(name, "", "cases", "too-many", str(len(entries)), str(schema.CASES))
        )
        return ()
    found = (
        _case(entry, reporter(name, f"case {place}", problems), pack, older)
        for place, entry in enumerate(entries, start=1)
    )
    return tuple(case for case in found if case)


def _case(entry: object, report: Report, pack: Pack, older: bool) -> LessonCase | None:
    if not isinstance(entry, dict):
        report("", "not-an-object", entry)
        return None
    known_keys(entry, schema.CASE_KEYS, "", report)
    _needed(entry, schema.NEEDED_OF_A_CASE, report)
    texts = {key: text_of(entry, key, most, report) for key, most in schema.LENGTHS.items()}
    hidden, also = (words(entry, key, pack.strategy, report, older) for key in ("hidden", "also"))
    for both in set(hidden) & set(also):
        report("also", "hidden-and-also", both)
    made = _based_on(entry, report, pack)
    return made and made._replace(
        own_title=texts["title"],
        note=texts["note"],
        aside=texts["aside"],
        hidden=hidden,
        also=also,
    )


def _based_on(entry: Entry, report: Report, pack: Pack) -> LessonCase | None:
    """The case of the pack if it is named and still has this profile, else the profile alone."""
    code = text_of(entry, "code", 200, report)
    try:
        profile, _ = case_code.decode(pack, code)
    except case_code.CaseCodeError as error:
        if code:
            report("code", f"code-{error.code}", code, error.about.get("field", ""))
        elif "code" in entry:
            report("code", "code-not-a-code", code)
        return None
    id_ = text_of(entry, "case", 80, report)
    case = next((c for c in pack.cases if c.id == id_ and c.profile == profile), None)
    if case is None:  # retired or changed since: the profile is what the code says
        return LessonCase(profile)
    return LessonCase(profile, case.id, case.title, case.objective, case.teaching_point)
