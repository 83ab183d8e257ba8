"""A pack's order and its look-ups."""

from __future__ import annotations

from hypothesis import given, settings

from nanoexplorer.core.pack import Pack
from tests.packs import mini_pack, packs


@settings(max_examples=120)
@given(packs())
def test_strategies_stand_in_the_order_of_groups_and_then_of_names(pack: Pack) -> None:
    groups = [term.id for term in pack.vocabulary if term.list == "group"]
    places = [(groups.index(s.group), s.name.casefold()) for s in pack.ordered]
    assert places == sorted(places)
    assert set(pack.ordered) == set(pack.strategies)
    assert len(pack.ordered) == len(pack.strategies)


def test_the_mini_pack_is_ordered_by_its_vocabulary() -> None:
    assert [s.id for s in mini_pack().ordered] == [
        "office-urn",
        "paper-filter",
        "moka-pot",
        "cafe-press",
        "cold-brew",
        "cork-coaster",
        "double-wall-glass",
        "felt-sleeve",
    ]


def test_a_statement_with_two_subjects_stands_with_both() -> None:
    pack = mini_pack()
    about_both = pack.statement["s-spills"]
    assert about_both in pack.statements_on["spills"]
    assert about_both in pack.statements_of["cork-coaster"]


def test_a_statement_without_references_cites_its_source() -> None:
    pack = mini_pack()
    assert pack.cites(pack.statement["s-moka-bitter"]) == ("leaflet",)
    assert pack.cites(pack.statement["s-moka-dark"]) == ("handbook-1", "handbook-2")
    assert [s.id for s in pack.cited_by["leaflet"]] == ["s-moka-bitter", "s-felt-urn", "s-waking"]


def test_labels_are_looked_up_in_their_own_list() -> None:
    pack = mini_pack()
    assert pack.label("group", "sleeve") == "Sleeves"
    assert pack.label("carrier", "sleeve") == ""
    assert [term.id for term in pack.terms("carrier")] == ["felt", "glass"]
    assert pack.terms("nothing") == ()
