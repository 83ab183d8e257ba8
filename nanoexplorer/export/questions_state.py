"""A set of questions as text, as a handout's file carries it, and back: no answers are in it.

What comes back is data of unknown origin: every part is looked at before it is asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.questions import MOST_QUESTIONS, MOST_SEED, Question, Setup
from nanoexplorer.export.state import (
    StateError,
    check_schema,
    pack_version,
    parsed,
    read_profile,
    read_text,
)

SCHEMA: Final = "nanoexplorer/questions/1"


class QuestionSet(NamedTuple):
    """Questions in their order, what they were drawn from, and with which version of the pack."""

    setup: Setup
    questions: tuple[Question, ...]
    version: str


def questions_json(pack: Pack, setup: Setup, questions: Sequence[Question]) -> str:
    """All that asks the same questions again, in ASCII on one line."""
    state = {
        "schema": SCHEMA,
        "pack": {"id": pack.id, "version": pack.version},
        "cases": list(setup.cases),
        "number": setup.number,
        "seed": setup.seed,
        "questions": [
            {"profile": q.profile.as_dict(), "strategy": q.strategy, "case": q.case}
            for q in questions
        ],
    }
    return json.dumps(state, ensure_ascii=True, separators=(",", ":"))


def questions_of(pack: Pack, text: str) -> QuestionSet:
    """The questions that a text holds.

    Of another version of the pack: if every field, value and strategy still exists; a field that is
    new is unknown then. Raises StateError.
    """
    state = parsed(text)
    check_schema(state, SCHEMA)
    version = pack_version(pack, state)
    known = {case.id for case in pack.cases}
    cases = [read_text({"case": case}, "case") for case in _list(state, "cases", len(known) + 99)]
    setup = Setup(
        tuple(case for case in cases if case in known),
        _number(state, "number", MOST_QUESTIONS),
        _number(state, "seed", MOST_SEED),
    )
    older = version != pack.version
    found = [_question(pack, one, older) for one in _list(state, "questions", MOST_QUESTIONS)]
    if not found or len(set(found)) != len(found):
        raise StateError("damaged")
    return QuestionSet(setup, tuple(found), version)


def _question(pack: Pack, found: object, older: bool) -> Question:
    if not isinstance(found, dict):
        raise StateError("damaged")
    strategy, case = read_text(found, "strategy"), read_text(found, "case")
    profile = read_profile(pack, found.get("profile"), older)
    if strategy not in pack.strategy:
        raise StateError("strategy", strategy=strategy[:40])
    its_case = any(one.id == case and one.profile == profile for one in pack.cases)
    return Question(profile, strategy, case if its_case else "")


def _list(state: Mapping[str, Any], name: str, most: int) -> list[object]:
    found = state.get(name)
    if not isinstance(found, list) or len(found) > most:
        raise StateError("damaged")
    return found


def _number(state: Mapping[str, Any], name: str, most: int) -> int:
    found = state.get(name)
    if type(found) is not int or not 1 <= found <= most:
        raise StateError("damaged")
    return found
