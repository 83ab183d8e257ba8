"""What reference managers export is read as it is, and nothing of it is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.documents.citations.csl import to_csl
from nanoexplorer.pack.citing.exported import is_ours, ours
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.references import read_references
from tests.pack.citing.exports import BIBTEX, CSL, RIS

FILES = {"references.json": CSL, "references.ris": RIS, "references.bib": BIBTEX}


def read(tmp_path: Path, file: str, text: str) -> tuple[Reference, ...]:
    (tmp_path / file).write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    found = read_references(Folder(tmp_path), problems)
    assert problems == []
    return found


@pytest.mark.parametrize("file", FILES)
def test_an_article_is_read_from_every_format(tmp_path: Path, file: str) -> None:
    leaf = read(tmp_path, file, FILES[file])[0]
    assert leaf.type == "article-journal"
    assert leaf.title.casefold() == "a leaf in the shade"
    assert leaf.authors == (Author("de Groot", "Jan", ""), Author("", "", "Plato"))
    assert (leaf.year, leaf.volume, leaf.issue, leaf.page) == (2025, "12", "3", "11-19")
    assert (leaf.doi, leaf.pmid, leaf.kind) == ("10.1000/leaf.1", "12345678", "unclear")
    assert leaf.container == "Journal of Invented Plants"


@pytest.mark.parametrize("file", FILES)
def test_a_page_of_a_body_is_read_from_every_format(tmp_path: Path, file: str) -> None:
    page = read(tmp_path, file, FILES[file])[1]
    assert (page.type, page.year) == ("webpage", 2024)
    assert page.authors == (Author("", "", "Plant Agency"),)


def test_an_id_is_made_of_the_key(tmp_path: Path) -> None:
    assert [r.id for r in read(tmp_path, "references.json", CSL)] == ["degrootleafshade2025", "7"]
    (tmp_path / "references.json").unlink()
    ids = [r.id for r in read(tmp_path, "references.bib", BIBTEX)]
    assert ids == ["degrootleafshade2025", "water"]


def test_what_we_have_no_use_for_is_kept_and_leaves_again(tmp_path: Path) -> None:
    leaf = read(tmp_path, "references.json", CSL)[0]
    exported = json.loads(CSL)[0]
    left = to_csl(leaf)
    for key in ("abstract", "ISSN", "journalAbbreviation", "language", "source", "citation-key"):
        assert left[key] == exported[key]
    assert left["PMID"] == "12345678"


def test_a_slip_in_a_key_of_ours_is_no_key_of_a_managers() -> None:
    entry = ours({"id": "a", "type": "book", "titel": "T", "x-own": 1})
    assert entry["titel"] == "T"
    assert entry["custom"]["more"] == {"x-own": 1}


def test_an_entry_of_ours_stays_as_it_is() -> None:
    entry = {"id": "a", "type": "book", "title": "T", "custom": {"kind": "review"}}
    assert is_ours(entry)
    assert ours(entry) == entry


def test_without_a_title_it_is_said(tmp_path: Path) -> None:
    entries = [{"id": "a", "type": "book"}]
    (tmp_path / "references.json").write_text(json.dumps(entries), encoding="utf-8")
    problems: list[Problem] = []
    read_references(Folder(tmp_path), problems)
    assert [(p.row, p.column, p.code) for p in problems] == [("a", "title", "missing")]


@pytest.mark.parametrize(
    "entry",
    [
        {"id": {}, "author": [3], "issued": [], "accessed": {"date-parts": [["x"]]}, "DOI": 3},
        {"id": "", "author": {"family": 3}, "issued": {"date-parts": [[]]}, "note": 4, "type": []},
        {"issued": {"date-parts": [[True, "a"]]}, "custom": [], "volume": True, "PMID": {}},
        {"type": {"a": 1}, "author": [{"family": ["x"]}], "citation-key": ["x"]},
    ],
)
def test_whatever_stands_in_an_entry_it_is_read(tmp_path: Path, entry: object) -> None:
    (tmp_path / "references.json").write_text(json.dumps([entry]), encoding="utf-8")
    problems: list[Problem] = []
    read_references(Folder(tmp_path), problems)
    assert problems
