"""What the written forms share: initials, apart and together."""

from __future__ import annotations

import pytest

from nanoexplorer.documents.citations.plain import in_initials, initials_apart
from nanoexplorer.pack.references import initials


@pytest.mark.parametrize(
    ("kept", "apart"),
    [("M", "M."), ("ME", "M. E."), ("A-L", "A.-L."), ("ÜŞ", "Ü. Ş."), ("", "")],
)
def test_initials_are_written_apart_and_kept_together(kept: str, apart: str) -> None:
    assert initials_apart(kept) == apart
    assert initials(apart) == kept


@pytest.mark.parametrize("given", ["Mary", "M. E.", "Mary E.", "de", "MARIE-LUISE", "O’N"])
def test_a_name_that_is_no_run_of_initials_stays(given: str) -> None:
    assert initials_apart(given) == given


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Robert M.", "RM"),
        ("A. Eden", "AE"),
        ("Jean-Pierre", "JP"),
        ("José M.", "JM"),
        ("Jan de", "J"),
        ("ME", "ME"),
        ("A-L", "A-L"),
        ("M. E.", "ME"),
        ("MARIE-LUISE", "ML"),
        ("jan", "jan"),
        ("手術", "手術"),
        ("", ""),
    ],
)
def test_a_list_of_references_has_initials(given: str, shown: str) -> None:
    assert in_initials(given) == shown
