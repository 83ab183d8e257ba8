"""What changed from one version of a pack to another, table by table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nanoexplorer.pack.difference import Difference, difference, version_of
from nanoexplorer.pack.loader import files_at, load_pack, read_pack
from tests.packs import (
    MINI_PACK,
    add_row,
    copy_of_mini_pack,
    edit_cell,
    mini_pack,
    read_rows,
    write_rows,
)


def found(pack: Path) -> Difference:
    return difference(load_pack(MINI_PACK), read_pack(files_at(pack)))


def test_the_same_pack_is_no_difference(tmp_path: Path) -> None:
    assert found(copy_of_mini_pack(tmp_path / "pack")).is_empty


def test_rows_are_added_changed_and_gone(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "statements.csv", 2, "text", "Said in other words.")
    add_row(pack, "topics.csv", "new-topic", "A new topic")
    rows = read_rows(pack / "citation_checks.csv")
    write_rows(pack / "citation_checks.csv", [rows[0], *rows[2:]])
    statement = read_rows(pack / "statements.csv")[1][0]
    assert {row[:4] for row in found(pack).rows} == {
        ("statements", statement, "changed", ("text",)),
        ("topics", "new-topic", "added", ()),
        ("citation_checks", rows[1][0], "removed", ()),
    }


def test_what_was_retired_is_said_to_be(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    rows = read_rows(pack / "citation_checks.csv")
    write_rows(pack / "citation_checks.csv", [rows[0], *rows[2:]])
    add_row(pack, "retired.csv", "citation_checks", rows[1][0], "2", "It was wrong.")
    assert [row[:3] for row in found(pack).rows] == [("citation_checks", rows[1][0], "retired")]


def test_a_status_and_a_reference_are_rows_too(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "evidence.csv", 2, "label", "other words")
    text = (pack / "references.json").read_text("utf-8")
    (pack / "references.json").write_text(text.replace('"title": "', '"title": "Re: ', 1), "utf-8")
    assert [(row.table, row.change, row.columns) for row in found(pack).rows] == [
        ("references", "changed", ("title",)),
        ("evidence", "changed", ("label",)),
    ]


def test_a_condition_or_a_status_that_became_another_is_one_row(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    status = read_rows(pack / "evidence.csv")[2][2]
    other = next(one.id for one in mini_pack().statuses if one.id != status)
    edit_cell(pack, "evidence.csv", 3, "status", other)
    criterion, evidence = found(pack).rows
    assert (criterion.table, criterion.change) == ("criteria", "changed")
    assert list(criterion.cells) == [("value", "12", "20")]
    assert (evidence.table, evidence.change) == ("evidence", "changed")
    assert list(evidence.cells) == [("status", status, other)]


def test_of_several_conditions_of_one_field_each_is_a_row(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    rows = read_rows(pack / "criteria.csv")
    one = next(row for row in rows[1:] if row[2] == "cups")
    place = rows.index(one)
    test, value = rows[0].index("test"), rows[0].index("value")
    twins = []
    for said, number in (("at-least", "20"), ("at-most", "30")):
        twin = [*one]
        twin[test], twin[value] = said, number
        twins.append(twin)
    write_rows(pack / "criteria.csv", [*rows[:place], *twins, *rows[place + 1 :]])
    assert sorted(row.change for row in found(pack).rows) == ["added", "added", "removed"]


def test_a_criterion_that_changes_changes_verdicts(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "criteria.csv", 2, "value", "dark")
    assert {change.strategy for change in found(pack).verdicts.changes} == {"paper-filter"}


@pytest.mark.parametrize(
    ("version", "is_"),
    [("1.2", "same"), ("1.10", "newer"), ("2", "newer"), ("1.1.9", "older"), ("1", "older")],
)
def test_versions_are_told_apart_by_their_numbers(version: str, is_: str) -> None:
    assert version_of(replace(mini_pack(), version=version), mini_pack()) == is_
    assert (
        version_of(replace(mini_pack(), id="another", version=version), mini_pack())
        == "another-pack"
    )
