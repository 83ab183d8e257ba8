"""`nanoexplorer/match/2`: the keys that other programs rely on; more may be added."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import pytest

from nanoexplorer.core import case_code
from nanoexplorer.core.explaining import nearest_profile
from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.records.match_json import match_json
from nanoexplorer.words import common
from tests.packs import mini_pack

KEYS = {
    "": "schema disclaimer pack case_code profile strategies topics quantities",
    "pack": "id version title",
    "strategies": "id name kind group verdict reasons evidence approvals statements notes "
    "citation_checks nearest_profile",
    "strategies.reasons": "field effect test value found outcome basis hedge source section "
    "references",
    "strategies.evidence": "source status label_in_source scope section references",
    "strategies.statements": "id source section aspect disease model marker text references",
    "strategies.notes": "text references",
    "strategies.citation_checks": "reference text",
    "topics": "id name statements",
    "topics.statements": "id source section aspect disease model marker text references",
}


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def document(pack: Pack, **changes: str | int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(match_json(pack, pack.blank_profile.replace(changes)))
    return found


def parts(found: Any, path: str) -> list[dict[str, Any]]:
    """All objects at a path of keys."""
    rows = [found]
    for key in filter(None, path.split(".")):
        values = [row[key] for row in rows]
        rows = [
            item for value in values for item in (value if isinstance(value, list) else [value])
        ]
    return rows


@pytest.mark.parametrize("path", KEYS)
def test_every_object_has_its_keys(path: str) -> None:
    for pack in (mini_pack(), bundled()):
        rows = parts(document(pack), path)
        assert rows
        assert [row for row in rows if not set(KEYS[path].split()) <= set(row)] == []


def test_it_says_its_schema_and_the_disclaimer() -> None:
    found = document(bundled())
    assert found["schema"] == "nanoexplorer/match/2"
    assert found["disclaimer"] == common.disclaimer()


@pytest.mark.parametrize("changes", [{}, {"egfr": "mutated", "lesions": 2}, {"lesions": 999}])
def test_every_strategy_is_there_with_the_verdict_of_the_table(
    changes: dict[str, str | int],
) -> None:
    pack = bundled()
    profile = pack.blank_profile.replace(changes)
    found = document(pack, **changes)
    assert found["profile"] == profile.as_dict()
    assert case_code.decode(pack, found["case_code"])[0] == profile
    assert {s["id"]: s["verdict"] for s in found["strategies"]} == {
        s.id: pack.table.verdict(profile, s.id).value for s in pack.strategies
    }


def test_a_nearest_profile_lists_only_what_changes() -> None:
    pack = bundled()
    profile = pack.blank_profile.replace({"lesions": 9})
    for row in document(pack, lesions=9)["strategies"]:
        nearest = nearest_profile(pack.table, profile, row["id"])
        wanted = None if row["verdict"] in ("matches", "any-profile") else nearest
        assert row["nearest_profile"] == wanted


def test_references_are_ids_of_the_list() -> None:
    pack = bundled()
    rows = [row for path in KEYS if "s" in path for row in parts(document(pack), path)]
    cited = {id_ for row in rows for id_ in row.get("references", ())}
    assert cited
    assert cited <= set(pack.reference)


def test_what_is_not_there_is_null_and_never_empty_text() -> None:
    def empty(value: Any) -> bool:
        if isinstance(value, dict):
            return any(map(empty, value.values()))
        return any(map(empty, value)) if isinstance(value, list) else value == ""

    assert not empty(document(mini_pack()))
    assert not empty(document(bundled()))


def test_each_reason_says_whether_it_is_for_or_against() -> None:
    surgical: dict[str, str | int] = {"deep-seated": "yes", "lesions": 2}
    rows = document(bundled(), **surgical)["strategies"]
    [surgery] = [row for row in rows if row["id"] == "surgical-resection"]
    assert surgery["verdict"] == "against"
    assert [(r["field"], r["effect"], r["outcome"]) for r in surgery["reasons"]] == [
        ("lesions", "for", "met"),
        (None, "for", "outside"),
        ("deep-seated", "against", "met"),
        ("general-health", "against", "caveat"),
        (None, "against", "outside"),
    ]
    assert surgery["nearest_profile"] == {"deep-seated": "no"}
