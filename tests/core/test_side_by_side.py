from __future__ import annotations

from nanoexplorer.core.shown.sources import coverage, differences
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import mini_pack


def test_a_measure_without_a_tension_is_no_difference() -> None:
    (found,) = differences(mini_pack())
    assert found.measure == "Time to waking up"
    assert found.tensions == ("between-sources",)


def test_the_figures_of_a_source_stand_together_in_the_order_of_the_sources() -> None:
    (found,) = differences(mini_pack())
    assert [row.id for row in found.rows] == ["waking-handbook", "waking-leaflet"]


def test_what_differs_between_sources_comes_before_what_one_contradicts() -> None:
    found = differences(load_pack(bundled_pack()))
    assert [d.tensions[0] for d in found] == sorted(d.tensions[0] for d in found)
    assert found[0].measure == "Median survival"
    assert {"Liquid biopsy: sensitivity and readiness"} <= {d.measure for d in found}
    assert "Five-year survival" not in {d.measure for d in found}


def test_what_a_source_covers_alone_and_what_several_share() -> None:
    found = {part.sources: part for part in coverage(mini_pack())}
    assert list(found) == [("handbook",), ("leaflet",), ("handbook", "leaflet")]
    assert found[("leaflet",)].strategies == ()
    assert [topic.id for topic in found[("leaflet",)].topics] == ["waking-up"]
    assert "moka-pot" in {s.id for s in found["handbook", "leaflet"].strategies}


def test_every_strategy_is_covered_once() -> None:
    pack = load_pack(bundled_pack())
    covered = [s.id for part in coverage(pack) for s in part.strategies]
    assert sorted(covered) == sorted(pack.strategy)
