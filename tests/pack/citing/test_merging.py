"""An export goes into a pack's list: matched by DOI, then by key; what is cited keeps its id."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nanoexplorer.pack.citing.merging import entries_in, merged
from nanoexplorer.pack.forms.reference_rows import entry_of, row_of
from tests.pack.citing.exports import BIBTEX, CSL, RIS

LEAF: dict[str, Any] = {
    "id": "leaf",
    "type": "article-journal",
    "title": "An old title",
    "DOI": "10.1000/LEAF.1",
    "custom": {"kind": "primary-clinical", "remark": "Ours."},
}

TYPED = {
    "id": "review-1",
    "type": "thesis",
    "kind": "guideline",
    "title": "Typed",
    "authors": "Typed, A; Body",
    "et_al": "yes",
    "container": "Typed",
    "year": "1999",
    "volume": "99",
    "issue": "98",
    "page": "97",
    "publisher": "Typed",
    "pmid": "99999999",
    "url": "https://example.org/typed",
    "accessed": "2020-01-02",
    "remark": "Typed",
}


@pytest.mark.parametrize(("text", "name"), [(CSL, "a.json"), (RIS, "a.RIS"), (BIBTEX, "a.bib")])
def test_a_doi_is_the_same_work_whatever_it_is_called(text: str, name: str) -> None:
    found = merged([LEAF], entries_in(text, name))
    assert found.changed == ("leaf",)
    assert len(found.added) == 1
    assert found.kept == (("leaf", ("title",)),)
    entry = found.entries[0]
    assert (entry["title"], entry["volume"]) == ("An old title", "12")
    assert entry["custom"]["kind"] == "primary-clinical"
    assert entry["custom"]["remark"] == "Ours."


@pytest.mark.parametrize(("text", "name"), [(CSL, "a.json"), (RIS, "a.ris"), (BIBTEX, "a.bib")])
def test_what_somebody_typed_after_an_import_stays_at_the_next(text: str, name: str) -> None:
    """Cell by cell: each column of the first work is typed anew, and the export comes again."""
    exported = entries_in(text, name)
    once = merged([], exported).entries
    for column, typed in TYPED.items():
        row = row_of(once[0]) | {column: typed}
        again = merged([entry_of(row), *once[1:]], exported)
        assert again.added == ()
        assert row_of(again.entries[0])[column] == typed
        assert row_of(again.entries[1]) == row_of(once[1])


def test_what_the_export_says_otherwise_is_named() -> None:
    exported = json.loads(CSL)
    typed = merged([], exported).entries
    typed[0] = {**typed[0], "title": "Mine", "DOI": "10.1000/LEAF.1"}
    typed[0]["custom"] = {**typed[0]["custom"], "kind": "review", "pmid": "7"}
    found = merged(typed, exported)
    assert found.kept == ((typed[0]["id"], ("title", "custom.pmid")),)


def test_rows_whose_id_is_empty_or_double_are_rows_of_their_own() -> None:
    there: list[dict[str, Any]] = [
        {"type": "book", "title": "One", "custom": {"kind": "review"}},
        {"type": "book", "title": "Two", "custom": {"kind": "review"}},
        *({**LEAF, "DOI": f"10.1000/{n}"} for n in range(2)),
    ]
    found = merged(there, [])
    assert found.entries == there


def test_a_key_is_the_same_work_where_no_doi_says_otherwise() -> None:
    without = {key: value for key, value in LEAF.items() if key != "DOI"}
    exported = [{"id": "Leaf", "type": "book", "title": "New", "volume": "3"}]
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
