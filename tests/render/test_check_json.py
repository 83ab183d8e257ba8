"""What is wrong with a pack, as JSON for editors."""

from __future__ import annotations

import json
from pathlib import Path

from nanoexplorer.pack.problems import Problem
from nanoexplorer.render.records.packs import CHECK, check_json


def test_a_valid_pack_has_no_problems() -> None:
    document = json.loads(check_json(Path("pack"), ()))
    assert document == {
        "schema": CHECK,
        "pack": "pack",
        "valid": True,
        "problems": [],
        "remarks": [],
    }


def test_a_problem_says_where_it_is_and_what() -> None:
    cell = Problem("a.xlsx", "3", "name", "empty-text", sheet="topics")
    entry = Problem("pack.toml", "sources 2", "id", "duplicate", "wu")
    whole = Problem("topics.csv", "", "", "no-file")
    found = json.loads(check_json(Path("a"), (cell, entry, whole)))["problems"]
    assert found[0][
        "message"
    ] == "a.xlsx, sheet topics, row 3, column name: the cell is empty; " + ("it wants a text")
    assert [(p["file"], p["sheet"], p["row"], p["entry"], p["column"]) for p in found] == [
        ("a.xlsx", "topics", 3, None, "name"),
        ("pack.toml", None, None, "sources 2", "id"),
        ("topics.csv", None, None, None, None),
    ]
    assert [p["whole_file"] for p in found] == [False, False, True]
