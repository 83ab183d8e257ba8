"""The difference of two packs as JSON has what the lines say."""

from __future__ import annotations

import json
from pathlib import Path

from nanoexplorer.pack.difference import difference
from nanoexplorer.pack.loader import files_at, load_pack, read_pack
from nanoexplorer.render.records.packs import DIFFERENCE, difference_json
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell


def test_the_document_names_profiles_and_reasons(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    found = difference(load_pack(MINI_PACK), read_pack(files_at(pack)))
    document = json.loads(difference_json(found))
    assert document["schema"] == DIFFERENCE
    (change,) = document["verdicts"]
    assert (change["before"], change["after"]) == ("matches", "no-match")
    assert change["where"] == [{"cups": [{"from": 12, "to": 19}]}]
    assert [c["value"] for c in change["criteria_new"]] == [20]
    assert 0 < change["profiles"] < document["profiles"]
