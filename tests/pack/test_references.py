from __future__ import annotations

import json
from pathlib import Path

import pytest

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.references import read_references

GOOD: dict[str, object] = {
    "id": "a-1",
    "type": "article-journal",
    "title": "T",
    "custom": {"kind": "review"},
}


def read(tmp_path: Path, text: str) -> tuple[tuple[Reference, ...], list[Problem]]:
    path = tmp_path / "references.json"
    path.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    return read_references(Folder(tmp_path), problems), problems


def read_entries(tmp_path: Path, *entries: object) -> tuple[tuple[Reference, ...], list[Problem]]:
    return read(tmp_path, json.dumps(entries))


def test_an_entry_is_read_field_by_field(tmp_path: Path) -> None:
    entry = {
        **GOOD,
        "author": [{"family": "Wu", "given": "Y"}, {"literal": "A body"}],
        "container-title": "J",
        "volume": "1",
        "issue": "2",
        "page": "3–4",
        "issued": {"date-parts": [[2021]]},
        "publisher": "P",
        "DOI": "10.1000/x_(y)",
        "URL": "https://example.org/?a=b",
        "accessed": {"date-parts": [[2024, 5, 1]]},
        "custom": {"kind": "review", "et_al": True, "remark": "R"},
    }
    references, problems = read_entries(tmp_path, entry)
    assert not problems
    assert references == (
        Reference(
            id="a-1",
            type="article-journal",
            kind="review",
            title="T",
            authors=(Author("Wu", "Y", ""), Author("", "", "A body")),
            et_al=True,
            container="J",
            volume="1",
            issue="2",
            page="3–4",
            year=2021,
            publisher="P",
            doi="10.1000/x_(y)",
            url="https://example.org/?a=b",
            accessed="2024-05-01",
            remark="R",
        ),
    )


@pytest.mark.parametrize(
    ("change", "column", "code"),
    [
        ({"notes": "x"}, "notes", "unknown-key"),
        ({"type": "song"}, "type", "not-allowed"),
        ({"title": " "}, "title", "not-a-line-of-text"),
        ({"title": 3}, "title", "not-a-line-of-text"),
        ({"title": "a\nTY  - JOUR"}, "title", "line-break"),
        ({"title": "\ud800"}, "title", "control-character"),
        ({"title": "x" * 2001}, "title", "too-long"),
        ({"volume": 22}, "volume", "not-a-line-of-text"),
        ({"author": []}, "author", "not-a-list"),
        ({"author": {}}, "author", "not-a-list"),
        ({"author": ["Wu Y"]}, "author 1", "not-an-author"),
        ({"author": [{"family": "Wu"}]}, "author 1", "not-an-author"),
        ({"author": [{"family": "Wu", "given": ""}]}, "author 1 given", "not-a-line-of-text"),
        ({"issued": {"date-parts": [["2021"]]}}, "issued", "not-a-year"),
        ({"issued": {"date-parts": [[True]]}}, "issued", "not-a-year"),
        ({"issued": {"date-parts": [[20211]]}}, "issued", "not-a-year"),
        ({"issued": {"date-parts": [[2021, 5]]}}, "issued", "not-a-year"),
        ({"issued": {"date-parts": [[2021]], "season": 1}}, "issued", "not-a-year"),
        ({"issued": 2021}, "issued", "not-a-year"),
        ({"accessed": {"date-parts": [[2024, 2, 30]]}}, "accessed", "not-a-date"),
        ({"accessed": {"date-parts": [[10**30]]}}, "accessed", "not-a-date"),
        ({"DOI": "doi:10.1/x"}, "DOI", "not-a-doi"),
        ({"URL": "file:///etc/passwd"}, "URL", "not-a-web-address"),
        ({"custom": []}, "custom", "not-an-object"),
        ({"custom": {"kind": "blog"}}, "custom.kind", "not-allowed"),
        ({"custom": {"kind": "review", "et_al": "yes"}}, "custom.et_al", "not-allowed"),
        ({"custom": {"kind": "review", "colour": "x"}}, "custom.colour", "unknown-key"),
    ],
)
def test_a_wrong_value_is_named_once_and_read_as_empty(
    tmp_path: Path, change: dict[str, object], column: str, code: str
) -> None:
    references, problems = read_entries(tmp_path, {**GOOD, **change})
    assert [(p.row, p.column, p.code) for p in problems] == [("a-1", column, code)]
    assert [reference.id for reference in references] == ["a-1"]
    "".join(map(str, problems[0])).encode()


@pytest.mark.parametrize("key", ["type", "title"])
def test_what_has_to_be_there_is_missed(tmp_path: Path, key: str) -> None:
    entry = {name: value for name, value in GOOD.items() if name != key}
    _, problems = read_entries(tmp_path, entry)
    assert [(p.column, p.code) for p in problems] == [(key, "missing")]


@pytest.mark.parametrize(
    ("entry", "code"),
    [({**GOOD, "id": "A 1"}, "not-a-slug"), ({"type": "book"}, "missing"), (3, "not-an-object")],
)
def test_an_entry_without_an_id_is_named_by_its_place(
    tmp_path: Path, entry: object, code: str
) -> None:
    references, problems = read_entries(tmp_path, GOOD, entry)
    assert [reference.id for reference in references] == ["a-1"]
    assert problems[0].row == "entry 2"
    assert code in {problem.code for problem in problems}


def test_ids_and_keys_do_not_repeat(tmp_path: Path) -> None:
    references, problems = read_entries(tmp_path, GOOD, GOOD)
    assert len(references) == 1
    assert [(p.row, p.column, p.code) for p in problems] == [("entry 2", "id", "duplicate")]
    _, problems = read(tmp_path, json.dumps([GOOD]).replace('"title"', '"title": "S", "title"'))
    assert [(p.row, p.column, p.code) for p in problems] == [("a-1", "title", "duplicate")]


@pytest.mark.parametrize(
    ("text", "code"),
    [("[", "not-json"), ("{}", "not-a-list"), ("[" * 100_000, "too-deep"), ("", "empty-file")],
)
def test_a_file_that_is_no_list_is_one_problem(tmp_path: Path, text: str, code: str) -> None:
    assert [p.code for p in read(tmp_path, text)[1]] == [code]


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_references(Folder(tmp_path), problems) == ()
    assert [p.code for p in problems] == ["no-file"]
