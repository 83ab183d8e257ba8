from __future__ import annotations

import pytest

from nanoexplorer.core.shown.reference_list import chosen, kinds_of, listed
from tests.packs import mini_pack

ROWS = listed(mini_pack())


def ids(places: tuple[int, ...]) -> list[str]:
    return [ROWS[place].reference.id for place in places]


def test_every_reference_is_listed_with_what_points_at_it() -> None:
    pack = mini_pack()
    assert [row.reference for row in ROWS] == list(pack.references)
    by_id = {row.reference.id: row for row in ROWS}
    assert [s.id for s in by_id["handbook-5"].statements] == ["s-cork", "s-spills"]
    assert [c.id for c in by_id["handbook-5"].checks] == ["check-cork"]
    assert len(by_id["leaflet"].statements) == 3  # its own citation
    assert len(by_id["note-guild"].notes) == len(pack.notes)
    assert len(by_id["note-guild"].approvals) == 2
    assert by_id["note-guild"].statements == ()


def test_a_filter_asks_for_all_words_the_kind_and_the_given_references() -> None:
    everything = tuple(range(len(ROWS)))
    assert chosen(ROWS) == everything
    assert chosen(ROWS, "  ") == everything
    assert ids(chosen(ROWS, kind="thesis")) == ["handbook-4"]
    assert ids(chosen(ROWS, of={"handbook-2", "leaflet"})) == ["leaflet", "handbook-2"]
    assert chosen(ROWS, of=frozenset()) == ()
    assert ids(chosen(ROWS, "HANDBOOK-4")) == ["handbook-4"]
    assert chosen(ROWS, "handbook-4", kind="review") == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.reference.id)
def test_a_reference_is_found_by_its_title_and_first_author(row: object) -> None:
    reference = row.reference  # type: ignore[attr-defined]
    place = list(mini_pack().references).index(reference)
    people = [a.family or a.literal for a in reference.authors[:1]]
    for text in (reference.title, *people, str(reference.year or "")):
        assert place in chosen(ROWS, text.upper())


def test_the_kinds_are_those_that_there_are() -> None:
    assert kinds_of(ROWS) == {r.kind for r in mini_pack().references}
