"""An entry goes into a row of a sheet and comes back whole, whatever it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.pack.forms.reference_rows import COLUMNS, column_of, entry_of, row_of
from nanoexplorer.places import bundled_pack
from tests.packs import MINI_PACK

TEXT = st.text(alphabet="aÄ,; -{}\"'.", min_size=1, max_size=8)
JSON = st.recursive(
    TEXT | st.booleans() | st.integers(-9, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
CELL = st.from_regex(r"[A-Za-zÄ]{1,8}", fullmatch=True)
TYPED = [c for c in COLUMNS if c not in ("more", "year", "accessed", "et_al")]
KEYS = st.sampled_from(
    ("id", "type", "title", "author", "issued", "accessed", "custom", "DOI", "page", "language")
)


def test_a_row_says_what_an_entry_does() -> None:
    entry = {
        "id": "a-1",
        "author": [{"family": "de Groot", "given": "J"}, {"literal": "Health Agency"}],
        "issued": {"date-parts": [[2019]]},
        "accessed": {"date-parts": [[2024, 5, 31]]},
        "custom": {"kind": "review", "et_al": True},
    }
    assert row_of(entry) == {
        "id": "a-1",
        "kind": "review",
        "et_al": "yes",
        "authors": "de Groot, J; Health Agency",
        "year": "2019",
        "accessed": "2024-05-31",
    }


@pytest.mark.parametrize("folder", [MINI_PACK, *bundled_pack().parent.iterdir()])
def test_a_pack_needs_no_column_for_more(folder: Path) -> None:
    for entry in json.loads((folder / "references.json").read_text("utf-8")):
        assert "more" not in row_of(entry)
        assert entry_of(row_of(entry)) == entry


@given(st.dictionaries(KEYS, JSON, max_size=8))
def test_nothing_of_an_entry_is_lost(entry: dict[str, object]) -> None:
    row = row_of(entry)
    assert set(row) <= set(COLUMNS)
    assert entry_of(row) == entry


@given(st.dictionaries(st.sampled_from(TYPED), CELL), st.dictionaries(KEYS, JSON, max_size=8))
def test_what_is_typed_in_a_cell_goes_before_more(
    cells: dict[str, str], more: dict[str, object]
) -> None:
    """From cells to a reference and back to cells, whatever an import has left beside them."""
    alone = entry_of(cells)
    entry = entry_of({**cells, "more": json.dumps(more)})
    for key, value in alone.items():
        if key == "custom":
            assert value.items() <= entry[key].items()
        else:
            assert entry[key] == value
    again = row_of(entry)
    assert entry_of(again) == entry
    assert cells.items() <= again.items()
    kept = json.loads(again.get("more", "{}"))
    assert not kept.keys() & (alone.keys() - {"custom"})
    if isinstance(kept.get("custom"), dict):
        assert not kept["custom"].keys() & set(alone.get("custom", ()))


def test_a_key_that_is_wrong_is_found_in_its_column() -> None:
    keys = ("DOI", "issued", "custom.kind", "author 2 family", "language")
    assert [column_of(key) for key in keys] == ["doi", "year", "kind", "authors", "language"]
