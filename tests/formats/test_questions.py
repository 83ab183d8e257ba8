"""Questions as a file carries them: back as they were, no answers in them, refused in one line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS, Setup, draw_questions
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase
from nanoexplorer.formats.questions import QuestionSet, questions_json, questions_of
from nanoexplorer.formats.view import StateError, state_json
from nanoexplorer.words import export as words
from tests.packs import mini_pack
from tests.render.renderings import bundled

OLD = "0.1"


def written(number: int = 4) -> tuple[Pack, str]:
    pack = mini_pack()
    setup = Setup(tuple(case.id for case in pack.cases), number, 7)
    return pack, questions_json(pack, setup, draw_questions(pack, setup))


def changed(text: str, **parts: Any) -> str:
    return json.dumps({**json.loads(text), **parts})


def first(text: str, **parts: Any) -> str:
    """With parts of its first question changed."""
    one, *rest = json.loads(text)["questions"]
    return changed(text, questions=[{**one, **parts}, *rest])


def refusal(pack: Pack, text: str) -> str:
    """The line that says why questions are refused; empty where they are not."""
    try:
        questions_of(pack, text)
    except StateError as error:
        return words.STATE_ERROR[error.code].format(name="a", **error.about)
    return ""


@given(st.integers(1, 40), st.integers(1, 99), st.booleans(), st.booleans())
def test_questions_come_back_as_they_were_in_their_order(
    number: int, seed: int, random: bool, only: bool
) -> None:
    pack = mini_pack()
    cases = () if random else tuple(case.id for case in pack.cases)
    setup = Setup(cases, number, seed, only)
    questions = draw_questions(pack, setup)
    text = questions_json(pack, setup, questions)
    assert questions_of(pack, text) == QuestionSet(setup, questions, pack.version)
    assert text.isascii()
    assert "\n" not in text


def test_what_was_drawn_from_a_seminar_says_which_and_keeps_its_titles() -> None:
    pack = mini_pack()
    case = SeminarCase(pack.cases[0].profile, own_title="Hers: “this”")
    setup = Setup((), 3, 7, seminar=Seminar("Mine", (case,)))
    questions = draw_questions(pack, setup)
    found = questions_of(pack, questions_json(pack, setup, questions))
    assert found.questions == questions
    assert {question.title for question in found.questions} == {"Hers: “this”"}
    assert found.setup == setup._replace(seminar=Seminar("Mine", ()))


def test_a_large_set_comes_back() -> None:
    pack = bundled()
    setup = Setup((), MOST_QUESTIONS * 9 // 10, 7)
    questions = draw_questions(pack, setup)
    assert questions_of(pack, questions_json(pack, setup, questions)).questions == questions


def test_nothing_is_in_it_but_what_is_asked() -> None:
    _, text = written()
    state = json.loads(text)
    assert set(state) == {"schema", "pack", "cases", "number", "seed", "questions"}
    for question in state["questions"]:
        assert set(question) == {"profile", "strategy", "case"}


def test_questions_of_another_version_open_where_all_of_them_still_exist() -> None:
    pack, text = written()
    about = {"id": pack.id, "version": OLD}
    new = pack.fields[0]
    questions = json.loads(text)["questions"][:1]
    questions[0]["profile"].pop(new.id)
    found = questions_of(pack, changed(text, pack=about, questions=questions))
    assert found.version == OLD
    assert found.questions[0].profile[new.id] == new.default
    assert "lacks" in refusal(pack, changed(text, questions=questions))


def test_a_field_value_or_strategy_that_is_gone_is_named_whatever_the_version() -> None:
    pack, text = written()
    older = changed(text, pack={"id": pack.id, "version": OLD})
    profile = json.loads(text)["questions"][0]["profile"]
    field = pack.fields[0]
    assert "“gone”" in refusal(pack, first(older, strategy="gone"))
    assert "“gone”" in refusal(pack, first(older, profile={**profile, "gone": "yes"}))
    assert "“gone”" in refusal(pack, first(older, profile={**profile, field.id: "gone"}))


def test_a_case_that_is_gone_or_has_another_profile_now_gives_no_title() -> None:
    pack, text = written()
    case = pack.cases[0]
    other = next(c.id for c in pack.cases if c.profile != case.profile)
    for title in ("gone", other):
        one = first(text, case=title, profile=case.profile.as_dict())
        assert questions_of(pack, one).questions[0].case == ""
    assert questions_of(pack, changed(text, cases=["gone", case.id])).setup.cases == (case.id,)


def test_another_pack_and_a_later_format_are_told_from_damage() -> None:
    pack, text = written()
    assert pack.id in refusal(replace(pack, id="other"), text)
    later = refusal(pack, changed(text, schema="nanoexplorer/questions/2"))
    assert later == words.STATE_ERROR["newer"].format(name="a")
    view = state_json(pack, Intent(pack.blank_profile), "strategies")
    assert refusal(pack, view) == words.STATE_ERROR["damaged"].format(name="a")


@pytest.mark.parametrize(
    "parts",
    [
        {"questions": []},
        {"questions": [{}]},
        {"number": True},
        {"number": 0},
        {"number": MOST_QUESTIONS + 1},
        {"seed": -1},
        {"seed": 10**9},
        {"seed": "1"},
        {"cases": [1]},
        {"cases": ["x"] * 10_001},
    ],
)
def test_what_cannot_be_asked_is_damaged(parts: dict[str, Any]) -> None:
    pack, text = written()
    damaged = words.STATE_ERROR["damaged"].format(name="a")
    assert refusal(pack, changed(text, **parts)) == damaged


def test_no_question_is_asked_twice_or_more_often_than_there_is_room_for() -> None:
    pack, text = written()
    one, *_ = json.loads(text)["questions"]
    for count in (2, MOST_QUESTIONS + 1):
        assert "damaged" in refusal(pack, changed(text, questions=[one] * count))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=6,
    ),
    st.sampled_from(("schema", "pack", "cases", "number", "seed", "questions")),
)
def test_a_part_that_is_something_else_is_refused(found: Any, part: str) -> None:
    pack, text = written()
    said = refusal(pack, changed(text, **{part: found}))
    assert said == "" or "“a”" in said


@given(st.text(max_size=40))
def test_any_text_is_refused_and_never_breaks(text: str) -> None:
    assert refusal(mini_pack(), text)
