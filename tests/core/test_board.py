"""A tumour board: roles of the pack, and both sides in its own statements alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.teaching.board import SIDE, deciding, in_pages, roles_of, sides_of
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    SeminarCase,
    seminar_of,
    shown_strategies,
)
from nanoexplorer.core.teaching.seminar_steps import Stage, plan_of, steps_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import packs_with_profiles


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(bundled_pack())


def test_each_strategy_has_one_role_and_roles_are_the_packs(pack: Pack) -> None:
    case = seminar_of(pack).cases[0]
    roles = roles_of(pack, case)
    spoken_for = [id_ for role in roles for id_ in role.strategies]
    assert sorted(spoken_for) == sorted(shown_strategies(pack, case))
    names = {term.label for term in pack.terms("group")} | {kind.plural for kind in pack.kinds}
    assert {role.name for role in roles} <= names
    assert len({role.name for role in roles}) == len(roles) >= 4


@settings(max_examples=60)
@given(packs_with_profiles())
def test_both_sides_are_statements_of_the_pack_and_no_page_is_too_long(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    case = SeminarCase(profile)
    for role in roles_of(pack, case):
        sides = sides_of(pack, role.strategies)
        assert not set(sides.speaks_for) & set(sides.against)
        for statement in (*sides.speaks_for, *sides.against):
            assert pack.statement[statement.id] is statement
            assert set(statement.strategies) & set(role.strategies)
        pages = in_pages(sides)
        assert all(len(side) <= SIDE for page in pages for side in page)
        assert tuple(s for page in pages for s in page.speaks_for) == sides.speaks_for
        assert tuple(s for page in pages for s in page.against) == sides.against


def test_what_decides_is_behind_the_conditions(pack: Pack) -> None:
    asked = shown_strategies(pack, seminar_of(pack).cases[0])
    sides = deciding(pack, asked)
    behind = {row.statement for row in pack.criteria if row.strategy in asked and row.field}
    assert {statement.id for statement in sides.speaks_for} <= behind
    assert not set(sides.speaks_for) & set(sides.against)


def test_a_board_goes_from_the_profile_over_roles_and_both_sides_to_what_is_left_open(
    pack: Pack,
) -> None:
    case = seminar_of(pack).cases[0]
    stages = list(dict.fromkeys(step.stage for step in steps_of(pack, case, board=True)))
    assert stages == [
        Stage.PROFILE,
        Stage.ROLE,
        Stage.DISCUSS,
        Stage.PREDICT,
        Stage.REVEAL,
        Stage.SUMMARY,
    ]
    own = case._replace(note="Ask.")
    assert steps_of(pack, own, board=True)[-1].stage is Stage.POINT
    [steps] = plan_of(pack, Seminar("", (case,), board=True))
    assert steps == steps_of(pack, case, board=True)
