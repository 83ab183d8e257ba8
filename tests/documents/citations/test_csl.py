from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given

from nanoexplorer.core.evidence import Reference
from nanoexplorer.documents.citations import dump
from nanoexplorer.documents.citations.csl import to_csl
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.references import read_references
from tests.documents.citations.examples import EXAMPLES, LABEL, TITLE_ALONE, any_reference, bundled


def test_an_entry_holds_what_is_known_and_nothing_else() -> None:
    assert to_csl(TITLE_ALONE) == {
        "id": "overview",
        "type": "article",
        "title": "Overview of trials of particles",
        "custom": {"kind": "unclear"},
    }
    assert to_csl(LABEL)["author"] == [{"literal": "Food and Drug Administration"}]
    assert to_csl(LABEL)["accessed"] == {"date-parts": [[2024, 5, 31]]}


def test_what_is_written_is_read_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "references.json"
    for references in (EXAMPLES, bundled()):
        problems: list[Problem] = []
        path.write_text(dump(references, "csl"), encoding="utf-8")
        assert read_references(Folder(tmp_path), problems) == references
        assert not problems


@given(any_reference)
def test_whatever_the_text_it_is_json_that_a_file_can_hold(reference: Reference) -> None:
    text = dump([reference], "csl")
    assert text.endswith("]\n")
    (entry,) = json.loads(text.encode())
    assert entry == to_csl(reference)
