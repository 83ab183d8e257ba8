"""A lesson as the text of a seminar file."""

from __future__ import annotations

import json
from hashlib import sha256

from nanoexplorer.core import case_code
from nanoexplorer.core.lesson import Lesson, LessonCase
from nanoexplorer.core.pack import Pack
from nanoexplorer.lessons import schema


def lesson_text(
    lesson: Lesson, pack: Pack, unsaved_of: str | None = None, unsaved_since: str = ""
) -> str:
    """The text of a seminar file.

    `unsaved_of` marks changes that are kept aside, not saved: of which file, and `unsaved_since`
    the mark of what that file held before them.
    """
    data: dict[str, object] = {
        "schema": schema.SCHEMA,
        "title": lesson.title,
        "pack": {"id": pack.id, "version": pack.version},
        "cases": [_case(case, pack) for case in lesson.cases],
    }
    if unsaved_of is not None:
        data["unsaved_of"] = unsaved_of
    if unsaved_since:
        data["unsaved_since"] = unsaved_since
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def mark_of(lesson: Lesson, pack: Pack) -> str:
    """A short text that tells one lesson from another, whatever pack version it was saved with."""
    said = json.dumps([lesson.title, [_case(case, pack) for case in lesson.cases]])
    return sha256(said.encode()).hexdigest()[: schema.MARK_LENGTH]


def _case(case: LessonCase, pack: Pack) -> dict[str, object]:
    """What is empty is left out; the pack's own words are never written."""
    said: dict[str, object] = {
        "case": case.case,
        "title": case.own_title,
        "note": case.note,
        "aside": case.aside,
        "hidden": list(case.hidden),
        "also": list(case.also),
    }
    code = case_code.encode(pack, case.profile)
    return {"code": code, **{key: value for key, value in said.items() if value}}
