"""Questions are drawn by a seed: the same ones again, none twice, verdicts mixed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.statuses import least_advanced
from nanoexplorer.core.teaching.questions import (
    MOST_QUESTIONS,
    MOST_SEED,
    Hard,
    Question,
    Setup,
    draw_questions,
    hard_about,
    question_id,
    random_profile,
    shuffled,
    states_a_stage,
)
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.words import common
from tests.packs import example, mini_pack, packs, values_of

SEEDS = st.integers(1, MOST_SEED)


def every_case(pack: Pack) -> tuple[str, ...]:
    return tuple(case.id for case in pack.cases)


@given(packs(), SEEDS, st.integers(1, 40))
def test_a_set_has_no_question_twice_and_is_the_same_again(
    pack: Pack, seed: int, number: int
) -> None:
    setup = Setup((), number, seed)
    questions = draw_questions(pack, setup)
    assert len(set(questions)) == len(questions) <= number
    assert questions == draw_questions(pack, setup)
    assert {question.strategy for question in questions} <= set(pack.strategy)


@given(packs(), SEEDS)
def test_a_random_profile_is_one_of_the_pack(pack: Pack, seed: int) -> None:
    profile = random_profile(pack, Random(seed))
    assert profile.fields == tuple(field.id for field in pack.fields)
    for field in pack.fields:
        assert field.parse(str(profile[field.id])) == profile[field.id]


def test_every_known_value_of_several_comes_up_in_time() -> None:
    pack = example()
    field = next(field for field in pack.fields if field.together)
    found = {random_profile(pack, Random(seed))[field.id] for seed in range(600)}
    assert found == set(values_of(field))


@given(st.lists(st.integers()), SEEDS)
def test_shuffling_loses_nothing(items: list[int], seed: int) -> None:
    assert Counter(shuffled(Random(seed), items)) == Counter(items)


@pytest.mark.parametrize("seed", [1, 4711, MOST_SEED])
@pytest.mark.parametrize("cases", [True, False])
def test_verdicts_are_mixed_and_hard_ones_are_among_them(seed: int, cases: bool) -> None:
    pack = load_pack(bundled_pack())
    questions = draw_questions(pack, Setup(every_case(pack) if cases else (), 20, seed))
    cards = [card(pack, q.profile, q.strategy) for q in questions]
    assert len(questions) == 20
    assert {shown.verdict for shown in cards} == set(Verdict)
    assert {one for shown in cards for one in hard_about(shown)} == set(Hard)
    assert not all(map(states_a_stage, cards))
    assert max(Counter(shown.verdict for shown in cards).values()) <= 10


@pytest.mark.parametrize("number", [20, 40, 200])
@pytest.mark.parametrize("seed", [1, 4711])
def test_a_set_is_balanced_by_verdict_kind_and_status(number: int, seed: int) -> None:
    pack = load_pack(bundled_pack())
    questions = draw_questions(pack, Setup((), number, seed))
    cards = [card(pack, q.profile, q.strategy) for q in questions]
    verdicts = Counter(shown.verdict for shown in cards)
    assert set(verdicts) == set(Verdict)
    assert min(verdicts.values()) >= number / 10
    assert max(verdicts.values()) <= number * 0.35
    kinds = Counter(shown.strategy.kind for shown in cards)
    assert max(kinds.values()) <= number * 0.6
    assert set(kinds) == {kind.id for kind in pack.kinds}
    statuses = {least_advanced(shown.statuses).status.id for shown in cards}
    assert statuses == {status.id for status in pack.statuses}


def test_no_two_questions_read_alike() -> None:
    pack = load_pack(bundled_pack())
    questions = draw_questions(pack, Setup((), MOST_QUESTIONS, 4711))
    read = {(q.strategy, common.profile_line(pack.fields, q.profile)) for q in questions}
    assert len(read) == len(questions) == MOST_QUESTIONS


def test_what_decides_nothing_makes_no_new_question_while_others_are_left() -> None:
    pack = load_pack(bundled_pack())
    questions = draw_questions(pack, Setup((), 40, 5))
    independent = [
        q.strategy
        for q in questions
        if pack.table.verdict(q.profile, q.strategy) is Verdict.ANY_PROFILE
    ]
    assert len(set(independent)) == len(independent)


def test_a_seminar_is_asked_about_with_its_titles_and_without_what_it_hides() -> None:
    pack = mini_pack()
    one, other = (SeminarCase(case.profile, case.id) for case in pack.cases[:2])
    hidden = pack.strategies[0].id
    seminar = Seminar("Mine", (one._replace(own_title="Hers"), other._replace(hidden=(hidden,))))
    questions = draw_questions(pack, Setup((), 100, 1, seminar=seminar))
    assert {q.title for q in questions if q.profile == one.profile} == {"Hers"}
    assert {q.title for q in questions if q.profile == other.profile} == {""}
    asked = {(q.profile, q.strategy) for q in questions}
    assert (one.profile, hidden) in asked
    assert (other.profile, hidden) not in asked
    assert len(asked) == 2 * len(pack.strategies) - 1


def test_a_case_that_shows_only_what_depends_on_it_is_asked_about_that_alone() -> None:
    pack = load_pack(bundled_pack())
    cases = [SeminarCase(case.profile, only_dependent=n == 0) for n, case in enumerate(pack.cases)]
    questions = draw_questions(pack, Setup((), 200, 1, seminar=Seminar("", tuple(cases[:2]))))
    verdicts = {
        n: {pack.table.verdict(q.profile, q.strategy) for q in questions if q.profile == profile}
        for n, profile in enumerate(case.profile for case in cases[:2])
    }
    assert Verdict.ANY_PROFILE not in verdicts[0]
    assert Verdict.ANY_PROFILE in verdicts[1]


def test_the_id_of_a_question_rests_on_what_is_asked_alone() -> None:
    pack = mini_pack()
    case, strategy = pack.cases[0], pack.strategies[0].id
    question = Question(case.profile, strategy, case.id)
    newer = replace(pack, version="99.9")
    assert question_id(newer, question) == question_id(pack, question)
    assert question_id(pack, question._replace(case="", title="Hers")) == question_id(
        pack, question
    )
    others = [question._replace(strategy=s.id) for s in pack.strategies[1:]]
    others += [question._replace(profile=c.profile) for c in pack.cases[1:]]
    assert len({question_id(pack, q) for q in (question, *others)}) == 1 + len(others)
    assert question_id(replace(pack, id="another"), question) != question_id(pack, question)


def test_a_seed_is_the_same_on_every_system() -> None:
    """Printed sheets rest on it: change this only with a new version of the seed."""
    pack = mini_pack()
    questions = draw_questions(pack, Setup(every_case(pack), 3, 4711))
    assert [(q.case, q.strategy) for q in questions] == SAME_AGAIN


SAME_AGAIN = [
    ("sunday", "cold-brew"),
    ("meeting", "moka-pot"),
    ("meeting", "double-wall-glass"),
]


@pytest.mark.parametrize("cases", [True, False])
def test_only_what_depends_on_the_profile_is_asked_on_request(cases: bool) -> None:
    pack = load_pack(bundled_pack())
    setup = Setup(every_case(pack) if cases else (), 30, 7, only_dependent=True)
    questions = draw_questions(pack, setup)
    assert len(questions) == 30
    verdicts = {pack.table.verdict(q.profile, q.strategy) for q in questions}
    assert verdicts == set(Verdict) - {Verdict.ANY_PROFILE}


def test_another_seed_asks_something_else() -> None:
    pack = load_pack(bundled_pack())
    one, other = (draw_questions(pack, Setup((), 8, seed)) for seed in (1, 2))
    assert one != other


def test_one_case_is_asked_about_until_nothing_is_left() -> None:
    pack = mini_pack()
    case = pack.cases[0]
    questions = draw_questions(pack, Setup((case.id,), MOST_QUESTIONS, 1))
    assert {q.strategy for q in questions} == set(pack.strategy)
    assert len(questions) == len(pack.strategies)
    assert {(q.case, q.profile) for q in questions} == {(case.id, case.profile)}


def test_a_case_that_the_pack_has_not_is_an_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        draw_questions(mini_pack(), Setup(("nowhere",), 3, 1))


def test_no_more_are_drawn_than_a_round_may_have() -> None:
    pack = load_pack(bundled_pack())
    assert len(draw_questions(pack, Setup((), 10_000, 1))) == MOST_QUESTIONS
