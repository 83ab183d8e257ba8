"""The ways past the barrier."""

from __future__ import annotations

from dataclasses import replace

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.shown.barrier_routes import barrier_routes
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import mini_pack


def test_routes_stand_in_the_packs_order_with_the_strategies_that_take_them() -> None:
    pack = mini_pack()
    found = barrier_routes(pack, pack.blank_profile)
    assert [(r.term.id, [u.strategy.id for u in r.uses]) for r in found] == [
        ("through-the-lid", ["double-wall-glass"]),
        ("over-the-rim", ["double-wall-glass", "felt-sleeve"]),
    ]


def test_a_route_lights_up_only_where_something_on_it_is_named() -> None:
    pack = mini_pack()
    blank, light = pack.blank_profile, pack.blank_profile.replace({"roast": "light", "cups": 2})
    assert [route.lit for route in barrier_routes(pack, blank)] == [False, False]
    assert [route.lit for route in barrier_routes(pack, light)] == [False, True]
    assert barrier_routes(pack, blank)[1].count(Verdict.OPEN) == 2


def test_the_drugs_that_pass_light_up_with_their_alteration() -> None:
    pack = load_pack(bundled_pack())

    def lit(**changes: str) -> set[str]:
        profile = pack.blank_profile.replace(changes)
        return {route.term.id for route in barrier_routes(pack, profile) if route.lit}

    assert "small-molecule" not in lit()
    assert "small-molecule" not in lit(egfr="wild-type", alk="not-rearranged")
    assert lit(alk="rearranged") == lit() | {"small-molecule"}


def test_only_what_is_said_of_the_mechanism_is_shown_each_statement_once() -> None:
    pack = load_pack(bundled_pack())
    for route in barrier_routes(pack, pack.blank_profile):
        said = route.statements
        assert said
        assert {s.aspect for s in said} == {"mechanism"}
        assert len({s.id for s in said}) == len(said)


def test_a_route_that_nothing_takes_stays_and_no_routes_are_none() -> None:
    pack = mini_pack()
    bare = replace(pack, strategies=(), criteria=(), evidence=(), statements=())
    assert [route.uses for route in barrier_routes(bare, bare.blank_profile)] == [(), ()]
    assert barrier_routes(replace(bare, vocabulary=()), bare.blank_profile) == ()
