"""A set of questions as a handout's file carries it: its shape, and the questions that it asks.

No answers are in it. What comes back is data of unknown origin: every part is looked at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS, MOST_SEED, Question, Setup
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.formats.shapes import Items, Keys, Whole
from nanoexplorer.formats.view import PACK, PROFILE, TYPED, StateError, read_profile, state_of

FAMILY: Final = "nanoexplorer/questions/"
SCHEMA: Final = f"{FAMILY}1"
MOST_CASES: Final = 10_000
SHAPE: Final = Keys(
    {
        "schema": TYPED,
        "pack": PACK,
        "cases": Items(TYPED, MOST_CASES),
        "number": Whole(1, MOST_QUESTIONS),
        "seed": Whole(1, MOST_SEED),
        "questions": Items(
            Keys(
                {"profile": PROFILE, "strategy": TYPED, "case": TYPED},
                {"title": TYPED},
                open=True,
            ),
            MOST_QUESTIONS,
            least=1,
        ),
    },
    {"only_dependent": Whole(0, 1), "seminar": TYPED},
    open=True,
)


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
        **({"only_dependent": 1} if setup.only_dependent else {}),
        **({"seminar": setup.seminar.title} if setup.seminar else {}),
        "questions": [_written(question) for question in questions],
    }
    return json.dumps(state, ensure_ascii=True, separators=(",", ":"))


def _written(question: Question) -> dict[str, object]:
    """A question; a title only where a teacher has given one."""
    profile, strategy, case, title = question
    made: dict[str, object] = {"profile": profile.as_dict(), "strategy": strategy, "case": case}
    return {**made, "title": title} if title else made


def questions_of(pack: Pack, text: str) -> QuestionSet:
    """The questions that a text holds; of a seminar they were drawn from its title alone.

    Of another version of the pack: if every field, value and strategy still exists; a field that is
    new is unknown then. Raises StateError.
    """
    state, version = state_of(pack, text, FAMILY, SHAPE)
    known = {case.id for case in pack.cases}
    cases = tuple(case for case in state["cases"] if case in known)
    older = version != pack.version
    found = tuple(_question(pack, one, older) for one in state["questions"])
    if len(set(found)) != len(found):
        raise StateError("damaged")
    only = bool(state.get("only_dependent"))
    seminar = Seminar(state["seminar"], ()) if "seminar" in state else None
    return QuestionSet(Setup(cases, state["number"], state["seed"], only, seminar), found, version)


def _question(pack: Pack, found: Mapping[str, Any], older: bool) -> Question:
    profile = read_profile(pack, found["profile"], older)
    strategy, case = found["strategy"], found["case"]
    if strategy not in pack.strategy:
        raise StateError("strategy", strategy=strategy[:40])
    its_case = any(one.id == case and one.profile == profile for one in pack.cases)
    return Question(profile, strategy, case if its_case else "", found.get("title", ""))
