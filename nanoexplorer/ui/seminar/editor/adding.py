"""What is added to a seminar: a case of the pack by its name, or any profile by its case code."""

from __future__ import annotations

from typing import NamedTuple

from nanoexplorer.core import case_code
from nanoexplorer.core.evidence import Case
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.teaching.seminar_cases import SeminarCase, case_of
from nanoexplorer.formats.shapes import Problem
from nanoexplorer.words.common import one_line
from nanoexplorer.words.packs import problems
from nanoexplorer.words.teaching import seminar as words

SHOWN = 40
"""Letters of what was typed that a line repeats."""


class Found(NamedTuple):
    """The case that a text stands for, or None; and what there is to say of it, if anything."""

    case: SeminarCase | None
    line: str = ""


def case_of_profile(pack: Pack, profile: Profile) -> SeminarCase:
    """A profile as a case: one that is a case of the pack is taken as that."""
    same = (case for case in pack.cases if case.profile == profile)
    case = next(same, None)
    return case_of(pack, case) if case else SeminarCase(profile)


def found_case(pack: Pack, text: str) -> Found:
    """The case that a name, an id or a case code stands for."""
    named = _named(pack, text.strip().casefold())
    if len(named) == 1:
        return Found(case_of(pack, named[0]))
    if named:
        titles = [case.title for case in named]
        return Found(None, words.several_cases(_shown(text), titles))
    try:
        profile, version = case_code.decode(pack, text)
    except case_code.CaseCodeError as error:
        return Found(None, _wrong(pack, text, error))
    older = problems.CASE_CODE_OLDER.format(found=version, ours=pack.version)
    return Found(case_of_profile(pack, profile), "" if version == pack.version else older)


def _named(pack: Pack, text: str) -> list[Case]:
    """The case whose id or title it is, else all whose title it is a part of."""
    exact = [case for case in pack.cases if text in (case.id.casefold(), case.title.casefold())]
    return exact or [case for case in pack.cases if text and text in case.title.casefold()]


def _wrong(pack: Pack, text: str, error: case_code.CaseCodeError) -> str:
    """What is wrong with it, and what is allowed."""
    if error.code == "not-a-code":
        example = case_code.encode(pack, pack.blank_profile)
        return words.ADD_UNKNOWN.format(text=_shown(text), example=example)
    problem = Problem((), f"code-{error.code}", _shown(text), error.about.get("field", ""))
    return words.seminar_problem(words.CODE, problem)


def _shown(text: str) -> str:
    line = one_line(text.strip())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
