"""JSON of a view, and its references for reference managers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex.database import parse_string

from nanoexplorer.core import case_code
from nanoexplorer.core.shown.strategies import CHOSEN, IN_FULL
from nanoexplorer.render.records.match_json import match_json
from nanoexplorer.render.records.records import SCHEMA
from nanoexplorer.render.tables.table import table_of
from nanoexplorer.words import common
from tests.render.jobs import write_bib, write_json, write_ris
from tests.render.views import ALL_VIEWS, view_job

pytestmark = pytest.mark.usefixtures("app")


def test_json_of_the_strategies_is_what_match_prints(tmp_path: Path) -> None:
    job = view_job("strategies")
    write_json(job, tmp_path / "x.json")
    written = (tmp_path / "x.json").read_text(encoding="utf-8")
    assert written == match_json(job.pack, job.intent.profile)


@pytest.mark.parametrize("view", [view for view in ALL_VIEWS if view != "strategies"])
def test_json_of_another_view_has_a_head_and_the_rows_of_its_table(
    view: str, tmp_path: Path
) -> None:
    job = view_job(view)
    write_json(job, tmp_path / "x.json")
    found: dict[str, Any] = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    table = table_of(job)
    assert found["schema"] == SCHEMA
    assert found["disclaimer"] == common.disclaimer()
    assert found["view"] == view
    assert found["profile"] == job.intent.profile.as_dict()
    assert case_code.decode(job.pack, found["case_code"])[0] == job.intent.profile
    assert [tuple(row.values()) for row in found["rows"]] == list(table.rows)
    assert all(tuple(row) == table.columns for row in found["rows"])
    assert found["references"] == list(job.rendering.keys)
    assert ("second_profile" in found) == (view == "compare")


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_reference_managers_get_the_references_of_what_is_shown(view: str, tmp_path: Path) -> None:
    job = view_job(view)
    write_ris(job, tmp_path / "x.ris")
    write_bib(job, tmp_path / "x.bib")
    records = rispy.loads((tmp_path / "x.ris").read_text(encoding="utf-8"))
    keys = list(view_job(view, options=((IN_FULL, CHOSEN),)).rendering.keys)  # nothing is counted
    assert [record["id"] for record in records] == keys
    entries = parse_string((tmp_path / "x.bib").read_text(encoding="utf-8"), "bibtex").entries
    assert list(entries) == keys
    assert records or view == "barrier-routes"  # on the mini pack's routes nothing is said


def test_a_filtered_list_gives_the_filtered_references(tmp_path: Path) -> None:
    job = view_job("references", options=(("references.filter", "cork"),))
    write_ris(job, tmp_path / "x.ris")
    records = rispy.loads((tmp_path / "x.ris").read_text(encoding="utf-8"))
    assert [record["id"] for record in records] == list(job.rendering.keys)
    assert len(records) == 1


def test_bibtex_begins_with_a_comment_that_says_what_it_is(tmp_path: Path) -> None:
    job = view_job("card")
    write_bib(job, tmp_path / "x.bib")
    comment = (tmp_path / "x.bib").read_text(encoding="utf-8").splitlines()[0]
    assert comment.startswith("@comment{")
    assert comment.count("{") == comment.count("}") == 1
    assert common.disclaimer() in comment
    assert case_code.encode(job.pack, job.intent.profile) in comment
    assert f"{job.pack.id} {job.pack.version}" in comment
