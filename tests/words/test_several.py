"""Several values of a field at once, in words."""

from __future__ import annotations

import pytest

from nanoexplorer.core.profile import Field, Profile
from nanoexplorer.core.profile_space import Slot
from nanoexplorer.core.several import Holding
from nanoexplorer.words import common
from nanoexplorer.words.commands import allowed_values
from nanoexplorer.words.decision_map import slot_label, slot_phrase
from tests.packs import mini_pack, option


def _field() -> Field:
    found = [
        option(name.lower(), code, known=True)._replace(label=name, phrase=f"{name} mutated")
        for name, code in (("KRAS", "K"), ("TP53", "T"), ("STK11", "C"))
    ]
    none = option("none", "N", known=True)._replace(alone=True, label="none", phrase="wild type")
    unknown = option("unknown", "X", known=False)
    field = mini_pack().field["water"]._replace(id="genes", label="Genes", kind="several")
    return field._replace(options=(*found, none, unknown))


GENES = _field()


@pytest.mark.parametrize(
    ("value", "phrase", "beside"),
    [
        ("kras", "KRAS mutated", "KRAS"),
        ("kras+tp53", "KRAS mutated and TP53 mutated", "KRAS + TP53"),
        (
            "kras+tp53+stk11",
            "KRAS mutated, TP53 mutated and STK11 mutated",
            "KRAS + TP53 + STK11",
        ),
        ("none", "wild type", "none"),
    ],
)
def test_a_value_is_said_whole(value: str, phrase: str, beside: str) -> None:
    assert common.value_phrase(GENES, value) == phrase
    assert common.value_beside(GENES, value) == beside


def test_what_would_change_a_verdict_is_said_by_what_is_there_and_what_is_not() -> None:
    spans = (Holding(("kras",), ("tp53",)), Holding(("none",), ()), "unknown")
    assert common.values_beside(GENES, spans) == "KRAS and not TP53, none or unknown"
    assert common.values_beside(GENES, (Holding(("kras", "tp53"), ()),)) == "KRAS and TP53"
    assert common.values_beside(GENES, (Holding((), ()),)) == common.ANY_KNOWN


@pytest.mark.parametrize(
    ("found", "having", "lacking", "said"),
    [
        ("kras", ("kras", "tp53"), ("stk11",), "TP53 too"),
        ("kras+stk11", ("kras", "tp53"), ("stk11",), "TP53 too and not STK11"),
        ("kras", (), ("kras",), "not KRAS"),
        ("kras+tp53", ("none",), (), "none"),
        ("none", ("kras",), ("tp53",), "KRAS and not TP53"),
        ("unknown", ("kras",), ("tp53",), "KRAS and not TP53"),
    ],
)
def test_beside_what_was_found_only_what_comes_or_goes_is_said(
    found: str, having: tuple[str, ...], lacking: tuple[str, ...], said: str
) -> None:
    spans = (Holding(having, lacking),)
    assert common.values_instead(GENES, found, spans) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kras", "kras+tp53", "TP53 mutated too"),
        ("kras+tp53", "tp53", "not KRAS mutated"),
        ("none", "tp53", "TP53 mutated"),
        ("unknown", "kras+tp53", "KRAS mutated and TP53 mutated"),
        ("kras", "none", "wild type"),
    ],
)
def test_the_nearest_profile_is_said_by_what_comes_or_goes(old: str, new: str, said: str) -> None:
    profile = Profile(("genes",), (old,))
    assert common.change_phrase({"genes": GENES}, profile, [("genes", new)]) == said


def test_a_place_on_an_axis_is_said_by_what_is_enough_to_be_there() -> None:
    named = ("kras", "tp53")
    both = Slot("genes", "kras", None, True, ("kras", "tp53", "kras+tp53"), named)
    assert slot_label(GENES, both) == "KRAS or TP53"
    assert slot_phrase(GENES, both) == "KRAS mutated or TP53 mutated"
    other = Slot("genes", "stk11", None, True, ("stk11",), named)
    assert slot_label(GENES, other) == "STK11"
    many = GENES._replace(
        options=tuple(option(f"g{n}", "A", known=True) for n in range(6)) + GENES.options[-1:]
    )
    assert slot_label(many, Slot("genes", "g0", None, True, ("g0",), ("g5",))) == "g0 or 4 others"
    combined = Slot("genes", "kras+tp53", None, True, ("kras+tp53",), named)
    assert slot_label(GENES, combined) == "KRAS + TP53"


def test_the_command_line_says_what_goes_together() -> None:
    said = allowed_values(GENES)
    assert said == (
        "one of kras, tp53, stk11, or several with + between them; or alone none, unknown"
    )
