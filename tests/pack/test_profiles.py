"""What was probably meant by a cell that speaks of fields: the whole of it, or nothing."""

from __future__ import annotations

import pytest

from nanoexplorer.core.profile import Option
from nanoexplorer.pack.profiles import condition, criterion_value, meant, profile
from tests.packs import mini_pack

IDS = ("kras-g12c", "keap1-loss", "tp53", "none", "not-tested")
GENES = (
    mini_pack()
    .fields[0]
    ._replace(
        id="genes",
        kind="several",
        options=tuple(
            Option("genes", id_, "", id_, id_, id_ != "not-tested", id_, "", id_ == "none")
            for id_ in IDS
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("kras-g12c+KEAP1", "kras-g12c+keap1-loss"),
        ("KRAS G12C + KEAP1", "kras-g12c+keap1-loss"),
        ("keap1 and tp53", "keap1-loss+tp53"),
        ("tp53, kras_g12c", "kras-g12c+tp53"),
        ("tp53 keap1", "keap1-loss+tp53"),
        ("KEAP1", "keap1-loss"),
        ("tp35", "tp53"),
        ("kras-g12c+braf", ""),
        ("kras-g12c+none", ""),
        ("+", ""),
        ("", ""),
    ],
)
def test_of_several_values_all_are_suggested_or_none(text: str, value: str) -> None:
    assert meant(GENES, text) == value
    _, wrong = profile((f"genes={text}",), {"genes": GENES})
    assert wrong is not None
    assert wrong.near == value


@pytest.mark.parametrize(
    ("test", "text", "code", "near"),
    [
        ("is", "KEAP1", "not-allowed", "keap1-loss"),
        ("is", "tp53+kras-g12c", "one-each", ""),
        ("one-of", "tp53, KEAP1", "listed-otherwise", "tp53; keap1-loss"),
        ("one-of", "tp53+kras-g12c", "listed-otherwise", "tp53; kras-g12c"),
        ("one-of", "none; tp53+keap1", "listed-otherwise", "none; tp53; keap1-loss"),
        ("one-of", "tp53, braf", "listed-otherwise", ""),
        ("one-of", "tp53; tp35", "not-allowed", "tp53"),
    ],
)
def test_a_criterion_says_how_several_values_are_written(
    test: str, text: str, code: str, near: str
) -> None:
    value, wrong = criterion_value(GENES, test, text)
    assert value is None
    assert wrong is not None
    assert (wrong.code, wrong.near) == (code, near)


def test_a_condition_says_how_several_are_written() -> None:
    _, wrong = condition("genes is-not kras-g12c+tp53", {"genes": GENES})
    assert wrong is not None
    assert wrong.code == "a-condition-each"
    assert wrong.near == "genes is-not kras-g12c; genes is-not tp53"
