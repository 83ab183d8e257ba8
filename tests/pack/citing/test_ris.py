"""RIS as it is exported: every tag is taken along, and what is no RIS is refused."""

from __future__ import annotations

import pytest

from nanoexplorer.documents.citations.ris import dump_ris
from nanoexplorer.pack.citing.exported import ours
from nanoexplorer.pack.citing.ris import entries_in
from tests.documents.citations.examples import ARTICLE
from tests.pack.citing.exports import RIS


def test_a_tag_that_nobody_knows_is_kept() -> None:
    more = ours(entries_in(RIS)[0])["custom"]["more"]
    assert more["ris-keywords"] == ["leaves"]
    assert "a tag that nobody knows" in str(more)


def test_a_person_has_a_family_a_given_name_and_maybe_a_suffix() -> None:
    names = ("Groot, Jan", "Groot, Jan, Jr.", "Groot,", "Plant Agency")
    lines = "".join(f"AU  - {name}\n" for name in names)
    assert ours(entries_in(f"TY  - JOUR\n{lines}ER  - \n")[0])["author"] == [
        {"family": "Groot", "given": "Jan"},
        {"family": "Groot Jr.", "given": "Jan"},
        {"literal": "Groot"},
        {"literal": "Plant Agency"},
    ]


def test_what_the_app_writes_is_read_again() -> None:
    entry = ours(entries_in(dump_ris([ARTICLE]))[0])
    assert (entry["id"], entry["DOI"], entry["title"]) == (ARTICLE.id, ARTICLE.doi, ARTICLE.title)


@pytest.mark.parametrize("text", ["[]", "@book{a,}", "AU  - x\n"])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        entries_in(text)
