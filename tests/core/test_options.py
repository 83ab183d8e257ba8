"""What can be chosen: one right answer, and wrong ones that are each a mistake of a known kind."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.teaching.options import (
    options,
    right_answer,
    tempting_statuses,
    tempting_verdicts,
)
from nanoexplorer.core.teaching.practice import Answered, misses
from nanoexplorer.core.teaching.questions import (
    MOST_SEED,
    Setup,
    draw_questions,
    question_id,
    right_statuses,
)
from tests.packs import packs
from tests.render.renderings import bundled


@given(packs(), st.integers(1, MOST_SEED))
def test_one_option_is_right_and_every_other_is_missed(pack: Pack, seed: int) -> None:
    for question in draw_questions(pack, Setup((), 12, seed)):
        found = options(pack, question)
        right = [given for given in found if not misses(pack, Answered(question, given))]
        assert right == [right_answer(pack, question)]
        assert len(set(found)) == len(found) >= 2


@given(packs(), st.integers(1, MOST_SEED))
def test_what_is_alike_among_the_options_tells_nothing(pack: Pack, seed: int) -> None:
    for question in draw_questions(pack, Setup((), 12, seed)):
        found = options(pack, question)
        for each in (Counter(o.verdict for o in found), Counter(o.status for o in found)):
            assert len(set(each.values())) == 1


@given(packs(), st.integers(1, MOST_SEED))
def test_no_status_that_a_source_gives_is_offered_as_wrong(pack: Pack, seed: int) -> None:
    for question in draw_questions(pack, Setup((), 12, seed)):
        shown = card(pack, question.profile, question.strategy)
        assert not set(tempting_statuses(pack, shown)) & set(right_statuses(shown))
        assert shown.verdict not in tempting_verdicts(shown)


def test_every_verdict_is_somewhere_right_and_somewhere_tempting() -> None:
    asked = draw_questions(bundled(), Setup((), 300, 1))
    right = {right_answer(bundled(), question).verdict for question in asked}
    wrong = {o.verdict for q in asked for o in options(bundled(), q)} - {Verdict.AGAINST}
    assert right == set(Verdict)
    assert wrong == set(Verdict) - {Verdict.AGAINST}


def test_an_overlooked_reason_against_leads_to_what_the_rest_says() -> None:
    seen = Counter(
        tempting_verdicts(shown)
        for question in draw_questions(bundled(), Setup((), 300, 2))
        if (shown := card(bundled(), question.profile, question.strategy)).verdict
        is Verdict.AGAINST
    )
    assert set(seen) >= {(Verdict.MATCHES,), (Verdict.NO_MATCH,)}


def test_the_right_answer_stands_at_every_place_alike() -> None:
    asked = draw_questions(bundled(), Setup((), 400, 3))
    places = Counter(options(bundled(), q).index(right_answer(bundled(), q)) for q in asked)
    assert set(places) == {0, 1, 2, 3}
    assert min(places.values()) > 60


@pytest.mark.parametrize("seed", [1, 2])
def test_options_are_the_same_again(seed: int) -> None:
    asked = draw_questions(bundled(), Setup((), 20, seed))
    assert [options(bundled(), q) for q in asked] == [options(bundled(), q) for q in asked]
    assert len({question_id(bundled(), question) for question in asked}) == 20
