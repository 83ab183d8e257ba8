"""The difference of two packs as JSON has what the lines say."""

from __future__ import annotations

import json
from pathlib import Path

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.documents.difference.verdicts import where
from nanoexplorer.pack.difference import difference
from nanoexplorer.pack.loader import files_at, load_pack, read_pack
from nanoexplorer.render.records.packs import DIFFERENCE, difference_json
from tests.boundary_packs import boundary_pack
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell, read_rows, write_rows


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


def test_several_values_at_once_are_told_by_what_is_there_and_what_is_not(tmp_path: Path) -> None:
    old, new = (boundary_pack(tmp_path / name, "co-mutations") for name in ("old", "new"))
    head, *rows = read_rows(new / "criteria.csv")
    kept = [row for row in rows if row[0] != "cold-brew" or row[head.index("value")] != "kras"]
    write_rows(new / "criteria.csv", [head, *kept])
    found = difference(load_pack(old), read_pack(files_at(new)))
    told = {
        (change["before"], change["after"]): change["where"]
        for change in json.loads(difference_json(found))["verdicts"]
    }
    both = {"with": ["kras", "egfr", "tp53"], "without": []}
    assert told["against", "matches"] == [{"genes": [both]}]
    (boxes,) = (c.boxes for c in found.verdicts.changes if c.after is Verdict.MATCHES)
    assert where(found, boxes) == "Genes: KRAS, EGFR and TP53"
