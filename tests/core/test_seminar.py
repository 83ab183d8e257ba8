"""A seminar's steps: nothing is lost, nothing hidden is shown, and every step leads back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching import seminar
from nanoexplorer.core.teaching.said import NOTHING, Said, SaidOf, rated
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import (
    PAGE,
    Seminar,
    SeminarCase,
    all_minutes,
    case_of,
    conditioned,
    hidden_named,
    planned_minutes,
    seminar_of,
    shown_strategies,
    spoken_of,
    told_objective,
    told_point,
)
from nanoexplorer.core.teaching.seminar_steps import (
    NOTE_LINES,
    Plan,
    Stage,
    Step,
    nearest_of,
    note_parts,
    plan_of,
    steps_of,
)
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import mini_pack, packs_with_profiles

Doing = Callable[[Plan, Showing, int], Showing]


def strategy_at(plan: Plan, showing: Showing, number: int) -> str:
    """Some strategy of the step on show, or one that is on no page."""
    found = seminar.current(plan, showing).strategies
    return found[number % len(found)] if found else "no-such-strategy"


DOINGS: dict[str, Doing] = {
    "forward": lambda plan, showing, _: seminar.forward(plan, showing),
    "back": lambda plan, showing, _: seminar.back(plan, showing),
    "go": lambda plan, s, number: seminar.go(plan, number % len(plan), s.said),
    "reveal": lambda p, s, number: seminar.reveal(p, s, strategy_at(p, s, number)),
    "reveal-all": lambda plan, showing, _: seminar.reveal_all(plan, showing),
    "guess": lambda p, s, number: seminar.turn_verdict(p, s, strategy_at(p, s, number)),
    "card": lambda p, s, number: seminar.show_card(p, s, strategy_at(p, s, number)),
    "view": lambda _, s, __: seminar.show_view(s, ("one", "two")),
}
WALKS = st.lists(
    st.tuples(st.sampled_from([*DOINGS, "forward", "forward"]), st.integers(0, 40)), max_size=60
)


@st.composite
def seminars(draw: st.DrawFn) -> tuple[Pack, Seminar]:
    """One to three cases of a random pack; some strategies hidden, some added."""
    pack, profile = draw(packs_with_profiles())
    ids = [s.id for s in pack.strategies]
    some = st.sets(st.sampled_from(ids), max_size=8) if ids else st.just(set[str]())
    case = st.builds(
        lambda hidden, also: SeminarCase(
            profile, hidden=tuple(hidden), also=tuple(also - hidden), own_title="A case"
        ),
        some,
        some,
    )
    return pack, Seminar("", tuple(draw(st.lists(case, min_size=1, max_size=3))))


def walked(plan: Plan, walk: list[tuple[str, int]]) -> list[Showing]:
    showings = [seminar.go(plan, 0)]
    for name, number in walk:
        showings.append(DOINGS[name](plan, showings[-1], number))
    return showings


def place(showing: Showing) -> tuple[int, int]:
    return showing.place, showing.step


def to_next_step(plan: Plan, showing: Showing) -> Showing:
    """Forward until the step changes, through every reveal."""
    after = seminar.forward(plan, showing)
    while place(after) == place(showing) and after != showing:
        showing, after = after, seminar.forward(plan, after)
    return after


@settings(max_examples=80)
@given(seminars(), WALKS)
def test_back_undoes_forward(drawn: tuple[Pack, Seminar], walk: list[tuple[str, int]]) -> None:
    plan = plan_of(*drawn)
    for showing in walked(plan, walk):
        after = to_next_step(plan, showing)
        if place(after) != place(showing):
            assert place(seminar.back(plan, after)) == place(showing)
        before = seminar.back(plan, showing)
        if place(before) != place(showing):
            assert place(to_next_step(plan, before)) == place(showing)


@settings(max_examples=80)
@given(seminars(), WALKS)
def test_to_reveal_again_changes_nothing(
    drawn: tuple[Pack, Seminar], walk: list[tuple[str, int]]
) -> None:
    plan = plan_of(*drawn)
    for showing in walked(plan, walk):
        all_of_it = seminar.reveal_all(plan, showing)
        assert seminar.reveal_all(plan, all_of_it) == all_of_it
        assert not seminar.waiting(plan, all_of_it)
        for strategy in seminar.current(plan, showing).strategies:
            once = seminar.reveal(plan, showing, strategy)
            assert seminar.reveal(plan, once, strategy).revealed == once.revealed
            assert showing.revealed <= once.revealed


@settings(max_examples=80)
@given(seminars(), WALKS)
def test_what_is_hidden_is_never_shown(
    drawn: tuple[Pack, Seminar], walk: list[tuple[str, int]]
) -> None:
    pack, drawn_seminar = drawn
    plan = plan_of(pack, drawn_seminar)
    for showing in walked(plan, walk):
        hidden = set(drawn_seminar.cases[showing.place].hidden)
        assert not hidden & set(seminar.current(plan, showing).strategies)
        said = {name for place, name, _ in showing.said if place == showing.place}
        assert not hidden & (showing.revealed | said | {showing.card})


@settings(max_examples=80)
@given(seminars())
def test_nothing_is_lost_between_prediction_and_reveal(drawn: tuple[Pack, Seminar]) -> None:
    pack, drawn_seminar = drawn
    for case, steps in zip(drawn_seminar.cases, plan_of(pack, drawn_seminar), strict=True):
        wanted = set(shown_strategies(pack, case))
        assert wanted == (conditioned(pack) | set(case.also)) - set(case.hidden)
        for stage in (Stage.PREDICT, Stage.REVEAL):
            found = [s for step in steps if step.stage is stage for s in step.strategies]
            assert sorted(found) == sorted(wanted)
        near = {s for step in steps if step.stage is Stage.NEAREST for s in step.strategies}
        unnamed = (Verdict.AGAINST, Verdict.NO_MATCH, Verdict.OPEN)
        assert all(pack.table.verdict(case.profile, s) in unnamed for s in near)
        assert (steps[0].stage, steps[-1].stage) == (Stage.PROFILE, Stage.POINT)


@settings(max_examples=80)
@given(seminars())
def test_a_page_is_short_and_has_its_kinds_one_after_the_other(drawn: tuple[Pack, Seminar]) -> None:
    pack, drawn_seminar = drawn
    for steps in plan_of(pack, drawn_seminar):
        for step in steps:
            assert len(step.strategies) <= PAGE
            assert 1 <= step.page <= step.pages
            if step.stage in (Stage.PREDICT, Stage.REVEAL):
                kinds = [pack.strategy[s].kind for s in step.strategies]
                assert kinds == sorted(kinds, key=list(pack.kind).index)


@settings(max_examples=60)
@given(seminars())
def test_forward_alone_shows_every_step_and_reveals_everything(
    drawn: tuple[Pack, Seminar],
) -> None:
    plan = plan_of(*drawn)
    showing = seminar.go(plan, 0)
    seen, told = {place(showing)}, set()
    while not showing.ended:
        seen.add(place(showing))
        showing = seminar.forward(plan, showing)
        told |= {(showing.place, s) for s in showing.revealed}
    assert seen == {(n, m) for n, steps in enumerate(plan) for m in range(len(steps))}
    assert told == {(n, s) for n, st_ in enumerate(plan) for step in st_ for s in step.strategies}
    assert seminar.forward(plan, showing) == showing
    assert seminar.current(plan, showing) == Step(Stage.END)
    assert not seminar.back(plan, showing).ended


@settings(max_examples=60)
@given(seminars(), WALKS)
def test_the_room_is_heard_only_while_it_predicts(
    drawn: tuple[Pack, Seminar], walk: list[tuple[str, int]]
) -> None:
    plan = plan_of(*drawn)
    for showing in walked(plan, walk):
        for strategy in seminar.current(plan, showing).strategies:
            predicts = seminar.current(plan, showing).stage is Stage.PREDICT
            asked = predicts and not showing.beside
            assert (seminar.turn_verdict(plan, showing, strategy) != showing) == asked
            assert (seminar.turn_status(plan, showing, strategy, ("x",)) != showing) == asked
            assert (seminar.count_votes(plan, showing, strategy, (0, 7)) != showing) == asked


@settings(max_examples=60)
@given(seminars(), WALKS)
def test_what_the_room_said_goes_along_and_what_is_revealed_does_not(
    drawn: tuple[Pack, Seminar], walk: list[tuple[str, int]]
) -> None:
    plan = plan_of(*drawn)
    showings = walked(plan, walk)
    for before, after in pairwise(showings):
        if before.place != after.place:
            assert after.said == before.said
            assert not after.revealed
            assert not after.answered


def predicting() -> tuple[Plan, Showing]:
    plan = plan_of(mini_pack(), seminar_of(mini_pack()))
    return plan, seminar.forward(plan, seminar.go(plan, 0))


def test_a_verdict_turns_through_all_that_a_room_can_say() -> None:
    plan, showing = predicting()
    strategy = seminar.current(plan, showing).strategies[0]
    said = []
    for _ in range(6):
        showing = seminar.turn_verdict(plan, showing, strategy)
        said.append(showing.said_on(strategy).verdict)
    assert said == [*Verdict, None]
    assert showing.said == ()


def test_a_status_turns_through_those_of_the_pack_and_leaves_the_verdict() -> None:
    plan, showing = predicting()
    strategy = seminar.current(plan, showing).strategies[0]
    showing = seminar.turn_verdict(plan, showing, strategy)
    said = []
    for _ in range(3):
        showing = seminar.turn_status(plan, showing, strategy, ("early", "late"))
        said.append(showing.said_on(strategy))
    assert [one.status for one in said] == ["early", "late", ""]
    assert {one.verdict for one in said} == {Verdict.MATCHES}


def test_hands_that_were_counted_say_the_verdict_that_most_say() -> None:
    plan, showing = predicting()
    strategy = seminar.current(plan, showing).strategies[0]
    counted = seminar.count_votes(plan, showing, strategy, (1, 0, 5, 2, 0))
    assert counted.said_on(strategy) == Said(Verdict.OPEN, "", (1, 0, 5, 2, 0))
    tied = seminar.count_votes(plan, counted, strategy, (5, 5, 0, 0, 0))
    assert tied.said_on(strategy).verdict is None
    assert seminar.count_votes(plan, tied, strategy, ()).said_on(strategy) == NOTHING


def test_a_case_taken_again_forgets_what_the_room_said_of_it_alone() -> None:
    plan, showing = predicting()
    strategy = seminar.current(plan, showing).strategies[0]
    showing = seminar.turn_verdict(plan, showing, strategy)
    second = seminar.forward(plan, seminar.go(plan, 1, showing.said))
    second = seminar.turn_verdict(plan, second, strategy)
    assert [place for place, _, _ in second.said] == [0, 1]
    assert [place for place, _, _ in seminar.again(plan, second).said] == [0]


def test_what_was_said_goes_with_its_case_also_where_two_have_one_profile() -> None:
    first, second = seminar_of(mini_pack()).cases[:2]
    twice = Seminar("", (first, first, second))
    said = tuple(SaidOf(place, "x", Said(Verdict.OPEN, str(place))) for place in range(3))

    def kept(*cases: SeminarCase) -> list[tuple[int, str]]:
        found = seminar.said_in(twice, said, Seminar("", cases))
        return [(place, one.status) for place, _, one in found]

    assert kept(first, first, second) == [(0, "0"), (1, "1"), (2, "2")]
    assert kept(second, first) == [(1, "0"), (0, "2")]
    assert kept(first) == [(0, "0")]


def test_a_card_and_a_view_lead_back_to_the_same_step() -> None:
    plan, showing = predicting()
    assert seminar.show_card(plan, showing, seminar.current(plan, showing).strategies[0]) == showing
    told = seminar.reveal_all(plan, showing)
    strategy = seminar.current(plan, told).strategies[0]
    for there in (
        seminar.show_card(plan, told, strategy),
        seminar.reveal(plan, told, strategy),
        seminar.show_view(told, ("one", "two")),
    ):
        assert there.beside
        assert seminar.forward(plan, there) == seminar.back(plan, there) == told
    first = seminar.show_view(told, ("one", "two"))
    second = seminar.show_view(first, ("one", "two"))
    assert (first.view, second.view) == ("one", "two")
    assert seminar.show_view(second, ("one", "two")) == told


def test_the_nearest_profile_is_asked_before_it_is_answered() -> None:
    plan = bundled()
    showing = seminar.go(plan, 0)
    while seminar.current(plan, showing).stage is not Stage.NEAREST:
        showing = seminar.forward(plan, showing)
    assert seminar.waiting(plan, showing) == seminar.current(plan, showing).strategies
    answered = seminar.forward(plan, showing)
    assert answered.step == showing.step
    assert not seminar.waiting(plan, answered)


@pytest.mark.parametrize("path", sorted(bundled_pack().parent.iterdir()), ids=lambda p: p.name)
def test_a_case_takes_at_most_nine_presses_where_no_answer_is_typed(path: Path) -> None:
    pack = load_pack(path)
    plan = plan_of(pack, seminar_of(pack))
    for number in range(len(plan)):
        showing, presses = seminar.go(plan, number), 0
        while seminar.current(plan, showing).stage is not Stage.POINT:
            showing, presses = seminar.forward(plan, showing), presses + 1
        assert presses <= 9, number


def test_what_a_room_said_is_rated_beside_what_the_sources_say() -> None:
    pack = load_pack(bundled_pack())
    case = seminar_of(pack).cases[0]
    right = rated(pack, case, 0, "osimertinib", Said(Verdict.MATCHES, "in-practice"))
    assert (right.right, right.status_right) == (True, True)
    wrong = rated(pack, case, 0, "osimertinib", Said(Verdict.OPEN, "preclinical"))
    assert (wrong.right, wrong.status_right) == (False, False)
    silent = rated(pack, case, 0, "osimertinib", NOTHING)
    assert (silent.right, silent.status_right) == (None, None)


def test_revealing_all_while_the_room_predicts_goes_to_that_pages_reveal() -> None:
    plan, showing = predicting()
    asked = seminar.current(plan, showing)
    told = seminar.current(plan, after := seminar.reveal_all(plan, showing))
    assert (told.stage, told.page, told.strategies) == (Stage.REVEAL, 1, asked.strategies)
    assert after.revealed == set(asked.strategies)


def bundled() -> Plan:
    pack = load_pack(bundled_pack())
    return plan_of(pack, seminar_of(pack))


def test_after_answers_taken_early_the_page_that_is_not_asked_yet_follows() -> None:
    plan = bundled()
    showing = seminar.reveal_all(plan, seminar.forward(plan, seminar.go(plan, 0)))
    seen = [seminar.current(plan, showing)]
    while seen[-1].stage is not Stage.NEAREST:
        showing = to_next_step(plan, showing)
        seen.append(seminar.current(plan, showing))
    assert [(step.stage, step.page) for step in seen] == [
        (Stage.REVEAL, 1),
        (Stage.PREDICT, 2),
        (Stage.REVEAL, 2),
        (Stage.NEAREST, 1),
    ]


def test_answers_taken_early_to_the_second_page_leave_those_to_the_first_to_come() -> None:
    plan = bundled()
    second = seminar.forward(plan, seminar.forward(plan, seminar.go(plan, 0)))
    after = to_next_step(plan, seminar.reveal_all(plan, second))
    assert seminar.current(plan, after)[:2] == (Stage.REVEAL, 1)
    assert seminar.waiting(plan, after)


@settings(max_examples=80)
@given(seminars(), WALKS)
def test_whatever_was_taken_early_no_step_is_passed_over(
    drawn: tuple[Pack, Seminar], walk: list[tuple[str, int]]
) -> None:
    plan = plan_of(*drawn)
    showing = walked(plan, walk)[-1]
    while showing.step:
        showing = seminar.back(plan, showing)
    seen: list[int] = [showing.step]
    case = showing.place
    while (after := to_next_step(plan, showing)).place == case and after != showing:
        showing = after
        if showing.step == seen[-1]:
            break  # the end of the last case, all revealed
        seen.append(showing.step)
    assert sorted(seen) == list(range(len(plan[case])))


@pytest.mark.parametrize("number", [-1, 2])
def test_a_case_that_is_not_there_is_refused(number: int) -> None:
    plan, _ = predicting()
    with pytest.raises(IndexError):
        seminar.go(plan, number)


def test_the_packs_seminar_is_its_cases_in_their_order() -> None:
    pack = load_pack(bundled_pack())
    drawn_seminar = seminar_of(pack)
    assert [case.case for case in drawn_seminar.cases] == [case.id for case in pack.cases]
    assert all(case.objective and case.teaching_point for case in drawn_seminar.cases)


def test_a_teachers_own_title_stands_before_the_packs() -> None:
    case = seminar_of(mini_pack()).cases[0]
    assert case.shown_title == "Sunday morning"
    assert case._replace(own_title="Mine").shown_title == "Mine"


def test_a_strategy_that_a_case_speaks_of_is_asked_for_though_unconditioned() -> None:
    pack = load_pack(bundled_pack())
    case = next(case for case in pack.cases if case.id == "approved-for-what")
    spoken = spoken_of(pack, case)
    assert spoken
    assert not set(spoken) & conditioned(pack)
    assert set(spoken) <= set(shown_strategies(pack, case_of(pack, case)))


@settings(max_examples=100)
@given(st.text(st.sampled_from("ab é\n"), max_size=2000))
def test_a_long_note_is_parted_and_no_word_is_lost(note: str) -> None:
    parts = note_parts(note)
    assert "".join("".join(parts).split()) == "".join(note.split())
    assert parts
    assert all(len(part.split("\n")) <= NOTE_LINES for part in parts)
    assert all(part.strip() for part in parts) or parts == (note,)


def test_a_short_note_stays_as_it_was_written() -> None:
    assert note_parts("One  line\n\nand another ") == ("One  line\n\nand another ",)


def test_a_text_that_names_what_is_hidden_is_found_by_any_name_of_it() -> None:
    pack = load_pack(bundled_pack())
    case = case_of(pack, pack.cases[0])
    assert hidden_named(pack, case, case.teaching_point) == ()
    for hidden in ("surgical-resection", "osimertinib", "stereotactic-radiosurgery"):
        own = case._replace(hidden=(hidden,))
        assert hidden_named(pack, own, case.teaching_point) == (hidden,), hidden
        assert told_point(pack, own) == ""
    quiet = case._replace(hidden=("alectinib",))
    assert told_point(pack, quiet) == case.teaching_point


def test_an_objective_is_the_teachers_else_the_packs_unless_it_names_what_is_hidden() -> None:
    pack = load_pack(bundled_pack())
    case = next(case_of(pack, c) for c in pack.cases if "osimertinib" in c.objective)
    assert told_objective(pack, case) == case.objective
    hidden = case._replace(hidden=("osimertinib",))
    assert told_objective(pack, hidden) == ""
    assert told_objective(pack, hidden._replace(own_objective="Mine")) == "Mine"


def test_minutes_are_the_teachers_else_as_a_rule_and_add_up() -> None:
    pack = load_pack(bundled_pack())
    whole = seminar_of(pack)
    assert planned_minutes(pack, whole.cases[0]._replace(minutes=9)) == 9
    assert 60 <= all_minutes(pack, whole) <= 80
    one = Seminar("", (whole.cases[0]._replace(minutes=9), whole.cases[1]))
    assert all_minutes(pack, one) == 9 + planned_minutes(pack, whole.cases[1])


def test_only_what_depends_on_the_profile_is_asked_where_that_is_wanted() -> None:
    pack = load_pack(bundled_pack())
    case = next(case for case in seminar_of(pack).cases if case.also)
    narrow = case._replace(only_dependent=True)
    assert set(shown_strategies(pack, narrow)) == conditioned(pack)


def test_each_part_of_a_note_has_a_page() -> None:
    case = seminar_of(mini_pack()).cases[0]._replace(note="word " * 399)
    pages = [s for s in steps_of(mini_pack(), case) if s.stage is Stage.POINT]
    assert [step.page for step in pages] == list(range(1, len(pages) + 1))
    assert len(pages) == len(note_parts(case.note)) > 1


def test_a_pack_without_cases_has_an_empty_plan() -> None:
    pack = replace(mini_pack(), cases=())
    assert plan_of(pack, seminar_of(pack)) == ()


def test_the_nearest_profile_is_named_for() -> None:
    pack = load_pack(bundled_pack())
    drawn_seminar = seminar_of(pack)
    for case, steps in zip(drawn_seminar.cases, plan_of(pack, drawn_seminar), strict=True):
        for strategy in (s for p in steps if p.stage is Stage.NEAREST for s in p.strategies):
            change = dict(nearest_of(pack, case, strategy))
            near = case.profile.replace(change)
            assert pack.table.verdict(near, strategy) is Verdict.MATCHES


def test_kinds_come_in_the_order_of_the_pack() -> None:
    pack = load_pack(bundled_pack())
    for steps in plan_of(pack, seminar_of(pack)):
        kinds = [pack.strategy[p.strategies[0]].kind for p in steps if p.stage is Stage.PREDICT]
        assert kinds == sorted(kinds, key=list(pack.kind).index)
