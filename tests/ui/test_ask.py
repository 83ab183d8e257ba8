from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.ui.ask import with_suffix


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [
        ("list", "RIS (*.ris)", "list.ris"),
        ("list.bib", "RIS (*.ris)", "list.bib"),
        ("my.list v1.0", "", "my.list v1.0"),
        ("list", "", "list"),
    ],
)
def test_a_name_without_a_suffix_gets_that_of_the_filter(name: str, kind: str, path: str) -> None:
    assert with_suffix(Path("folder") / name, kind) == Path("folder") / path
