"""BibTeX as it is exported: commands become letters, and what is no BibTeX is refused."""

from __future__ import annotations

import pytest

from nanoexplorer.documents.citations.bibtex import dump_bibtex
from nanoexplorer.pack.citing.bibtex import entries_in
from nanoexplorer.pack.citing.exported import ours
from tests.documents.citations.examples import ARTICLE
from tests.pack.citing.exports import BIBTEX


def test_commands_are_letters_and_unknown_fields_are_kept() -> None:
    leaf, water = map(ours, entries_in(BIBTEX))
    assert water["title"] == "How to wäter"
    assert leaf["title"] == "A Leaf in the shade"
    assert leaf["custom"]["more"]["bibtex-keywords"] == "leaves"


def test_what_the_app_writes_is_read_again() -> None:
    entry = ours(entries_in(dump_bibtex([ARTICLE]))[0])
    assert (entry["id"], entry["DOI"], entry["title"]) == (ARTICLE.id, ARTICLE.doi, ARTICLE.title)


@pytest.mark.parametrize("text", ["@article{a, title = {x}", "[]", "TY  - JOUR"])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        entries_in(text)
