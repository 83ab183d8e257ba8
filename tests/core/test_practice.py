"""What was missed is told from the decision table and the evidence; kinds are never added up."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile, Value
from nanoexplorer.core.resolve import card
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.core.teaching.practice import (
    STATUS_MISSES,
    Answered,
    Given,
    Miss,
    Round,
    behind,
    missed,
    misses,
    tried,
)
from nanoexplorer.core.teaching.questions import Question, Setup, draw_questions, right_statuses
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import packs_with_profiles

VERDICT_MISSES = frozenset(Miss) - STATUS_MISSES
EXTRA = {Miss.HEDGE, Miss.INTERPRETATION}


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def right(pack: Pack, question: Question) -> Given:
    shown = card(pack, question.profile, question.strategy)
    return Given(shown.verdict, right_statuses(shown)[0])


def asked(strategy: str, **values: Value) -> tuple[Pack, Question]:
    pack = bundled()
    return pack, Question(pack.blank_profile.replace(values), strategy, "")


def missed_by(strategy: str, verdict: Verdict, **values: Value) -> set[Miss]:
    """What is missed by an answer whose status is right."""
    pack, question = asked(strategy, **values)
    wanted = right(pack, question)
    return set(misses(pack, Answered(question, Given(verdict, wanted.status))))


@given(packs_with_profiles(), st.data())
def test_every_wrong_verdict_has_one_kind_and_every_wrong_status_has_one(
    found: tuple[Pack, Profile], data: st.DataObject
) -> None:
    pack, profile = found
    if not pack.strategies:
        return
    strategy = data.draw(st.sampled_from([s.id for s in pack.strategies]))
    verdict = data.draw(st.sampled_from(list(Verdict)))
    status = data.draw(st.sampled_from([s.id for s in pack.statuses]))
    shown = card(pack, profile, strategy)
    kinds = set(misses(pack, Answered(Question(profile, strategy, ""), Given(verdict, status))))
    assert len((kinds & VERDICT_MISSES) - EXTRA) == (verdict is not shown.verdict)
    assert len(kinds & STATUS_MISSES) == (status not in right_statuses(shown))
    assert not kinds & EXTRA or verdict is not shown.verdict


@given(packs_with_profiles())
def test_what_the_pack_says_is_never_missed(found: tuple[Pack, Profile]) -> None:
    pack, profile = found
    for strategy in pack.strategies:
        question = Question(profile, strategy.id, "")
        shown = card(pack, profile, strategy.id)
        for stated in shown_statuses(shown.statuses):
            answer = Answered(question, Given(shown.verdict, stated.status.id))
            assert misses(pack, answer) == ()


@given(packs_with_profiles())
def test_an_unknown_is_taken_for_a_negative_only_where_the_verdict_is_open(
    found: tuple[Pack, Profile],
) -> None:
    pack, profile = found
    for strategy in pack.strategies:
        shown = card(pack, profile, strategy.id)
        question = Question(profile, strategy.id, "")
        kinds = misses(pack, Answered(question, Given(Verdict.NO_MATCH, right_statuses(shown)[0])))
        assert (Miss.UNKNOWN_NEGATIVE in kinds) == (shown.verdict is Verdict.OPEN)


def test_an_unknown_taken_for_a_negative_or_a_finding_is_told_apart() -> None:
    assert missed_by("osimertinib", Verdict.NO_MATCH) == {Miss.UNKNOWN_NEGATIVE}
    assert missed_by("osimertinib", Verdict.MATCHES) == {Miss.UNKNOWN_POSITIVE}
    assert missed_by("osimertinib", Verdict.OPEN) == set()


def test_a_condition_overlooked_or_invented_is_told_apart() -> None:
    assert missed_by("osimertinib", Verdict.ANY_PROFILE) == {Miss.CONDITION_OVERLOOKED}
    assert missed_by("pain-management", Verdict.OPEN) == {Miss.CONDITION_INVENTED}


def test_a_caveat_is_not_a_condition_and_a_hedge_counts_where_it_decides() -> None:
    kinds = missed_by("surgical-resection", Verdict.OPEN, lesions=2)
    assert kinds == {Miss.CAVEAT_DECIDED, Miss.HEDGE}
    known: dict[str, Value] = {"deep-seated": "no", "general-health": "good", "lesions": 5}
    assert missed_by("surgical-resection", Verdict.MATCHES, **known) == {
        Miss.CONDITION_MISREAD,
        Miss.HEDGE,
    }


def test_our_interpretation_is_told_where_it_decides() -> None:
    kinds = missed_by("whole-brain-radiotherapy", Verdict.MATCHES, lesions=3)
    assert Miss.INTERPRETATION in kinds
    assert Miss.CONDITION_MISREAD in kinds


def test_a_reason_against_is_overlooked_or_taken_for_met() -> None:
    met: dict[str, Value] = {"deep-seated": "yes", "lesions": 2}
    assert missed_by("surgical-resection", Verdict.MATCHES, **met) == {Miss.AGAINST_OVERLOOKED}
    assert missed_by("surgical-resection", Verdict.NO_MATCH, **met) == {Miss.AGAINST_OVERLOOKED}
    assert missed_by("surgical-resection", Verdict.AGAINST, **met) == set()
    unknown = missed_by("surgical-resection", Verdict.AGAINST, lesions=2)
    assert unknown == {Miss.CAVEAT_DECIDED, Miss.HEDGE}
    not_met: dict[str, Value] = {"deep-seated": "no", "general-health": "good", "lesions": 5}
    assert missed_by("surgical-resection", Verdict.AGAINST, **not_met) == {
        Miss.CONDITION_MISREAD,
        Miss.HEDGE,
    }
    assert missed_by("pain-management", Verdict.AGAINST) == {Miss.CONDITION_INVENTED}


@pytest.mark.parametrize(
    ("strategy", "status", "kind"),
    [
        ("osimertinib", "preclinical", Miss.STATUS_DOWN),
        ("osimertinib", "not-stated", Miss.STAGE_OVERLOOKED),
        ("dendrimers", "in-practice", Miss.STATUS_UP),
        ("checkpoint-inhibitor-conjugated-nanotherapies", "preclinical", Miss.STAGE_INVENTED),
    ],
)
def test_a_status_guessed_up_down_or_out_of_nothing(strategy: str, status: str, kind: Miss) -> None:
    pack, question = asked(strategy)
    given_ = Given(right(pack, question).verdict, status)
    assert misses(pack, Answered(question, given_)) == (kind,)


def test_counts_are_by_kind_and_name_their_answers() -> None:
    pack, question = asked("osimertinib", lesions=2)
    other = question._replace(strategy="surgical-resection")
    wrong = [
        Answered(question, Given(Verdict.NO_MATCH, "preclinical")),
        Answered(other, Given(Verdict.OPEN, "preclinical")),
    ]
    counted = {one.miss: one.answers for one in missed(pack, wrong)}
    assert counted == {
        Miss.UNKNOWN_NEGATIVE: (1,),
        Miss.CAVEAT_DECIDED: (2,),
        Miss.HEDGE: (2,),
        Miss.STATUS_DOWN: (1, 2),
    }
    assert list(counted) == [miss for miss in Miss if miss in counted]


def test_the_statements_behind_an_answer_are_those_of_its_reasons_and_statuses() -> None:
    pack, question = asked("surgical-resection", lesions=2)
    shown = card(pack, question.profile, question.strategy)
    statements = {statement.id for statement in behind(pack, shown)}
    assert statements >= {reason.criterion.statement for reason in shown.reasons}
    assert statements >= {row.statement for stated in shown.statuses for row in stated.rows}
    assert any(reason.outcome is Outcome.CAVEAT for reason in shown.reasons)


def a_round(number: int = 3) -> tuple[Pack, Round]:
    pack = bundled()
    return pack, Round(draw_questions(pack, Setup((), number, 1)))


def test_a_round_goes_from_question_to_answer_to_the_next() -> None:
    pack, now = a_round(2)
    for number in (1, 2):
        assert now.question is not None
        assert now.given is None
        assert now.on() is now
        now = now.answer(right(pack, now.question))
        assert now.given is not None
        assert len(now.answered) == number
        now = now.on()
    assert now.is_over
    assert now.question is None
    assert now.answer(now.answers[0]) is now


def test_an_answer_that_was_given_stays() -> None:
    pack, now = a_round()
    assert now.question
    once = now.answer(right(pack, now.question))
    assert once.answer(Given(Verdict.OPEN, "approved")) is once
    again = once.on().back()
    assert again.place == 0
    assert again.given == once.given
    assert again.back() == again


def test_an_early_end_counts_only_what_was_answered() -> None:
    pack, now = a_round(3)
    assert now.question
    over = now.answer(right(pack, now.question)).on().end()
    assert over.is_over
    assert len(over.questions) == len(over.answers) == 1
    assert now.end().is_over
    assert now.end().answered == ()


@given(st.lists(st.sampled_from(["answer", "on", "back", "end"]), max_size=30))
def test_a_round_never_loses_an_answer_or_its_place(steps: list[str]) -> None:
    _, now = a_round()
    for step in steps:
        before = now.answers
        now = now.answer(Given(Verdict.OPEN, "approved")) if step == "answer" else {
            "on": now.on, "back": now.back, "end": now.end
        }[step]()  # fmt: skip
        assert now.answers[: len(before)] == before
        assert 0 <= now.place <= len(now.questions)
        assert len(now.answers) <= len(now.questions)


def test_what_was_missed_comes_again_and_sooner_the_second_time() -> None:
    pack, _ = asked("osimertinib")
    first, *others = draw_questions(pack, Setup((), 8, 1))
    wrong = Given(Verdict.MATCHES, "preclinical")
    now = Round((first, *others)).answer(wrong, missed=True).on()
    assert now.questions == (first, *others[:3], first, *others[3:])
    for question in others[:3]:
        assert now.question == question
        assert not now.comes_again
        now = now.answer(right(pack, question)).on()
    assert now.question == first
    assert now.comes_again
    now = now.answer(wrong, missed=True)
    assert now.questions[5:8] == (*others[3:5], first)
    now = now.on().answer(wrong).on().answer(wrong).on()
    assert now.question == first
    assert now.answer(wrong, missed=True).questions == now.questions  # no third time


def test_what_is_missed_last_comes_again_all_the_same() -> None:
    pack, _ = asked("osimertinib")
    [question] = draw_questions(pack, Setup((), 1, 1))
    now = Round((question,)).answer(Given(Verdict.OPEN, "approved"), missed=True).on()
    assert now.question == question
    assert now.answer(right(pack, question)).on().is_over


def test_going_back_asks_nothing_anew_and_what_waits_is_not_asked_twice() -> None:
    pack, _ = asked("osimertinib")
    questions = draw_questions(pack, Setup((), 4, 1))
    wrong = Given(Verdict.OPEN, "approved")
    now = Round(questions).answer(wrong, missed=True)
    assert now.answer(wrong, missed=True) == now
    assert now.on().back().questions == now.questions


def test_each_question_is_told_once_however_often_it_was_asked() -> None:
    pack, question = asked("osimertinib")
    _, other = asked("surgical-resection", lesions=2)
    wrong = Given(Verdict.NO_MATCH, "preclinical")
    answers = [
        Answered(question, wrong),
        Answered(other, right(pack, other)),
        Answered(question, wrong),
        Answered(question, right(pack, question)),
    ]
    [one, two] = tried(pack, answers)
    assert (one.number, one.first, one.right_in_the_end) == (1, answers[0], True)
    assert (two.number, two.first, two.right_in_the_end) == (2, answers[1], True)
    [last] = tried(pack, answers[2:3])
    assert not last.right_in_the_end
