"""An export goes into a pack's list: matched by DOI, then by key; what is cited keeps its id."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nanoexplorer.pack.citing.merging import entries_in, merged
from tests.pack.citing.exports import BIBTEX, CSL, RIS

LEAF: dict[str, Any] = {
    "id": "leaf",
    "type": "article-journal",
    "title": "An old title",
    "DOI": "10.1000/LEAF.1",
    "custom": {"kind": "primary-clinical", "remark": "Ours."},
}


@pytest.mark.parametrize(("text", "name"), [(CSL, "a.json"), (RIS, "a.RIS"), (BIBTEX, "a.bib")])
def test_a_doi_is_the_same_work_whatever_it_is_called(text: str, name: str) -> None:
    found = merged([LEAF], entries_in(text, name))
    assert found.changed == ("leaf",)
    assert len(found.added) == 1
    entry = found.entries[0]
    assert entry["title"].casefold() == "a leaf in the shade"
    assert entry["custom"]["kind"] == "primary-clinical"
    assert entry["custom"]["remark"] == "Ours."


def test_a_key_is_the_same_work_where_no_doi_says_otherwise() -> None:
    without = {key: value for key, value in LEAF.items() if key != "DOI"}
    exported = [{"id": "Leaf", "type": "book", "title": "New"}]
    assert merged([without], exported).changed == ("leaf",)
    other = [{"id": "leaf", "type": "book", "title": "New", "DOI": "10.1000/other"}]
    assert merged([LEAF], other).added == ("leaf-2",)


def test_the_same_export_again_changes_nothing() -> None:
    once = merged([LEAF], json.loads(CSL))
    again = merged(once.entries, json.loads(CSL))
    assert (again.entries, again.added, again.changed) == (once.entries, (), ())


def test_an_entry_without_a_key_gets_an_id_of_what_it_says() -> None:
    entry = {
        "type": "book",
        "title": "Of leaves and more",
        "author": [{"family": "Groot", "given": "J"}],
        "issued": {"date-parts": [[2020]]},
    }
    assert merged([], [entry]).added == ("groot-2020-of-leaves",)


@pytest.mark.parametrize(("text", "name"), [("{}", "a.json"), ("[", "a.json"), ("[]", "a.ris")])
def test_what_is_no_export_is_refused(text: str, name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        entries_in(text, name)
