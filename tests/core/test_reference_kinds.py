from __future__ import annotations

from nanoexplorer.core.evidence import REFERENCE_KINDS
from nanoexplorer.core.shown.reference_kinds import (
    KINDS_SHOWN,
    SOURCE_ITSELF,
    Behind,
    kinds_behind,
    kinds_behind_all,
)
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import mini_pack


def test_every_kind_has_its_place() -> None:
    assert sorted(KINDS_SHOWN) == sorted([*REFERENCE_KINDS, SOURCE_ITSELF])


def test_publications_are_counted_once_by_kind() -> None:
    rows = {row.strategy: row for row in kinds_behind(mini_pack())}
    moka = rows["moka-pot"]
    assert {kind: moka.of(kind) for kind in KINDS_SHOWN if moka.of(kind)} == {
        "primary-clinical": 1,
        "guideline": 1,
        SOURCE_ITSELF: 1,  # the leaflet gives no reference; its own kind does not count
    }
    assert moka.publications == 3


def test_the_rows_stand_in_the_order_of_the_pack() -> None:
    pack = mini_pack()
    assert [row.strategy for row in kinds_behind(pack)] == [s.id for s in pack.ordered]


def test_all_together_count_each_publication_once() -> None:
    pack = load_pack(bundled_pack())
    whole = kinds_behind_all(pack)
    rows = kinds_behind(pack)
    assert isinstance(whole, Behind)
    assert max(row.publications for row in rows) < whole.publications
    assert whole.publications < sum(row.publications for row in rows)
    cited = {r for s in pack.statements if s.strategies for r in pack.cites(s)}
    assert whole.publications == len(cited)
