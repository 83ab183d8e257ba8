"""A teacher's seminar file: its shape, read strictly into a seminar, and a seminar as its text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.signs import is_unseen
from nanoexplorer.core.teaching.seminar_cases import MINUTES, Seminar, SeminarCase
from nanoexplorer.files import ReadError, carry_on, read_whole
from nanoexplorer.formats.reader import FormatError, parsed, schema_problem, shaped
from nanoexplorer.formats.shapes import (
    WRONG,
    Anything,
    Items,
    Keys,
    OneOf,
    OrNone,
    Problem,
    Problems,
    Text,
    Whole,
    whole_signs,
)

FAMILY: Final = "nanoexplorer/seminar/"
VERSION: Final = 2
FIRST: Final = 1
"""The version of the first build, which knew fewer keys."""
SUFFIX: Final = ".nxseminar"

FILE_SIZE: Final = 1_000_000
"""Bytes."""
CASES: Final = 200
STRATEGIES: Final = 1000
LENGTHS: Final = {"title": 200, "objective": 400, "question": 300, "note": 2000, "aside": 4000}
MANY_LINES: Final = ("note", "aside")
FIELDS: Final = {
    "title": "own_title",
    "objective": "own_objective",
    "question": "question",
    "note": "note",
    "aside": "aside",
    "minutes": "minutes",
    "only-dependent": "only_dependent",
}
"""What a case says of itself, by its key in a file."""
MARK_LENGTH: Final = 16
CASES_TYPE, BOARD_TYPE = "cases", "tumour-board"

_OWN: Final = {key: Text(most, lines=key in MANY_LINES) for key, most in LENGTHS.items()}
_STRATEGIES: Final = Items(Text(200), STRATEGIES)
CASE: Final = Keys(
    {"code": Text(case_code.MOST_TYPED)},
    {
        "case": Text(80),
        **_OWN,
        "minutes": Whole(0, MINUTES),
        "only-dependent": OneOf((True, False)),
        "hidden": _STRATEGIES,
        "also": _STRATEGIES,
    },
)
SHAPE: Final = Keys(
    {
        "schema": Anything(),
        "title": Text(LENGTHS["title"]),
        "pack": OrNone(Keys({"id": Text(60), "version": Text(60)})),
        "cases": Items(CASE, CASES),
    },
    # Where changes were kept aside and not saved: of which file, and what it held.
    {
        "type": OneOf((CASES_TYPE, BOARD_TYPE)),
        "unsaved_of": Text(4096, plain=False),
        "unsaved_since": Text(MARK_LENGTH),
    },
)
_BREAKS: Final = str.maketrans("\r\u2028\u2029", "\n\n\n")


class SeminarError(FormatError):
    """A file that is no seminar file for this pack, with every problem that was found."""

    def __init__(self, file: str, *problems: Problem) -> None:
        super().__init__(*problems)
        self.file = file


class Read(NamedTuple):
    """A seminar, the pack version it was made with, and whose unsaved changes it is, if any.

    `unsaved_since`: the mark of what that file held before them.
    """

    seminar: Seminar
    version: str
    unsaved_of: str = ""
    unsaved_since: str = ""


def read_seminar(path: Path, pack: Pack, on: Callable[[], None] = carry_on) -> Read:
    """The seminar in a file. Raises SeminarError, which names every problem; `on` as in `files`."""
    try:
        content = read_whole(path, FILE_SIZE, on)
    except ReadError as error:
        allowed = f"{error.most:,}" if error.most else ""
        problem = Problem((), error.code, error.strerror or "", allowed)
        raise SeminarError(path.name, problem) from None
    return parse_seminar(content, path.name, pack)


def parse_seminar(content: bytes, name: str, pack: Pack) -> Read:
    """The seminar in a file's content; `name` is for messages. Raises SeminarError."""
    try:
        data = parsed(content, FILE_SIZE)
    except FormatError as error:
        raise SeminarError(name, *error.problems) from None
    foreign = schema_problem(data, FAMILY, VERSION)
    if foreign and schema_problem(data, FAMILY, FIRST):
        raise SeminarError(name, foreign)
    problems = Problems()
    found = shaped(data, SHAPE, problems)
    version = _version(found.get("pack"), pack, problems)
    cases = tuple(_cases(found.get("cases", ()), pack, version != pack.version, problems))
    if problems.found:
        raise SeminarError(name, *problems.found)
    seminar = Seminar(found["title"], cases, found.get("type") == BOARD_TYPE)
    return Read(seminar, version, found.get("unsaved_of", ""), found.get("unsaved_since", ""))


def _version(about: dict[str, str] | None, pack: Pack, problems: Problems) -> str:
    """The pack version that the seminar was made with; another pack is a problem."""
    if not about or len(about) < 2:
        return ""
    if about["id"] != pack.id:
        problems.add(("pack", "id"), "other-pack", about["id"], pack.id)
    return about["version"]


def _cases(found: list[Any], pack: Pack, older: bool, problems: Problems) -> Iterator[SeminarCase]:
    for place, entry in enumerate(found):
        case = None if entry is WRONG else _case(entry, ("cases", place), pack, older, problems)
        if case:
            yield case


def _case(
    entry: dict[str, Any], path: tuple[str | int, ...], pack: Pack, older: bool, problems: Problems
) -> SeminarCase | None:
    hidden, also = (
        _strategies(entry.get(key, ()), (*path, key), pack, older, problems)
        for key in ("hidden", "also")
    )
    for both in sorted({*hidden} & {*also}):
        problems.add((*path, "also"), "hidden-and-also", both)
    made = _based_on(entry, path, pack, problems)
    own = {field: entry[key] for key, field in FIELDS.items() if key in entry}
    return made and made._replace(**own, hidden=hidden, also=also)


def _strategies(
    found: list[Any], path: tuple[str | int, ...], pack: Pack, older: bool, problems: Problems
) -> tuple[str, ...]:
    """Known ones, each once.

    With an older (or newer) pack one that this pack has not is left out: it can't be shown.
    """
    known: set[str] = set()
    for word in found:
        if word is WRONG:
            continue
        if word not in pack.strategy and not older:
            problems.add(path, "no-strategy", word)
        elif word in known:
            problems.add(path, "duplicate", word)
        known.add(word)
    return tuple(word for word in found if word in pack.strategy)


def _based_on(
    entry: dict[str, Any], path: tuple[str | int, ...], pack: Pack, problems: Problems
) -> SeminarCase | None:
    """The case of the pack if it is named and still has this profile, else the profile alone."""
    if "code" not in entry:
        return None
    try:
        profile, _ = case_code.decode(pack, entry["code"])
    except case_code.CaseCodeError as error:
        field = error.about.get("field", "")
        problems.add((*path, "code"), f"code-{error.code}", entry["code"], field)
        return None
    id_ = entry.get("case", "")
    case = next((c for c in pack.cases if c.id == id_ and c.profile == profile), None)
    if case is None:  # retired or changed since: the profile is what the code says
        return SeminarCase(profile)
    return SeminarCase(profile, case.id, case.title, case.objective, case.teaching_point)


def cleaned(text: str, key: str) -> str:
    """A text as it may stand under a key: no sign in it that nobody sees, and not too long."""
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    if key not in MANY_LINES:
        text = text.replace("\n", " ").replace("\t", " ")
    return "".join(sign for sign in text if sign in "\n\t" or not is_unseen(sign))[: LENGTHS[key]]


def seminar_text(
    seminar: Seminar, pack: Pack, unsaved_of: str | None = None, unsaved_since: str = ""
) -> str:
    """The text of a seminar file.

    `unsaved_of` marks changes that are kept aside, not saved: of which file, and `unsaved_since`
    the mark of what that file held before them.
    """
    data: dict[str, object] = {
        "schema": f"{FAMILY}{VERSION}",
        "title": seminar.title,
        "pack": {"id": pack.id, "version": pack.version},
        "cases": [_case_data(case, pack) for case in seminar.cases],
    }
    if seminar.board:
        data["type"] = BOARD_TYPE
    if unsaved_of is not None:
        data["unsaved_of"] = unsaved_of
    if unsaved_since:
        data["unsaved_since"] = unsaved_since
    escaped = not whole_signs(unsaved_of or "")  # a path may have bytes that are no text
    return json.dumps(data, ensure_ascii=escaped, indent=1) + "\n"


def mark_of(seminar: Seminar, pack: Pack) -> str:
    """A short text that tells one seminar from another, whatever pack version it was saved with."""
    said = json.dumps(
        [seminar.title, seminar.board, [_case_data(case, pack) for case in seminar.cases]]
    )
    return sha256(said.encode()).hexdigest()[:MARK_LENGTH]


def _case_data(case: SeminarCase, pack: Pack) -> dict[str, object]:
    """What is empty is left out; the pack's own words are never written."""
    said: dict[str, object] = {
        "case": case.case,
        **{key: getattr(case, field) for key, field in FIELDS.items()},
        "hidden": list(case.hidden),
        "also": list(case.also),
    }
    code = case_code.encode(pack, case.profile)
    return {"code": code, **{key: value for key, value in said.items() if value}}
