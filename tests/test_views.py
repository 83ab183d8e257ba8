"""Which views there are for a pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.views import NAMES, names_for, shown_for, tabs_for
from tests.packs import mini_pack
from tests.shipped import SHIPPED, shipped


def test_a_view_that_a_pack_has_nothing_for_is_not_there() -> None:
    absent = {path.name: set(NAMES) - set(names_for(shipped(path))) for path in SHIPPED}
    assert absent == {"lung-brain-metastases": set(), "weight-management": {"barrier-routes"}}


@pytest.mark.parametrize(
    ("without", "view"),
    [
        ({"topics": ()}, "topics"),
        ({"kinds": tuple(k._replace(map_order=0) for k in mini_pack().kinds)}, "evidence-map"),
        (
            {"strategies": tuple(s._replace(barrier_routes=()) for s in mini_pack().strategies)},
            "barrier-routes",
        ),
    ],
)
def test_without_what_it_asks_for_a_view_gives_way_to_the_first(
    without: dict[str, object], view: str
) -> None:
    pack = mini_pack()
    assert view in tabs_for(pack)
    assert shown_for(pack, view) == view
    bare = replace(pack, **without)  # type: ignore[arg-type]
    assert set(tabs_for(pack)) - set(tabs_for(bare)) == {view}
    screen = resolve(Intent(bare.blank_profile, tab=view), bare)
    assert screen.tab == NAMES[0]
    assert screen.part == resolve(Intent(bare.blank_profile, tab=NAMES[0]), bare).part
