"""The code of a view: there and back for every view of any pack, and nothing else is one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.case_code import encode
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.formats.view import CARD, StateError
from nanoexplorer.formats.view_code import MOST_SIGNS, intent_of_code, is_ours, view_code
from nanoexplorer.views import NAMES
from tests.packs import mini_pack, packs_with_profiles, profiles

PACKED = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
"""The signs of which a QR code packs two in eleven bits (ISO/IEC 18004, alphanumeric mode)."""


def refusal(text: str) -> str:
    with pytest.raises(StateError) as caught:
        intent_of_code(mini_pack(), text)
    return caught.value.code


@settings(max_examples=150, deadline=None)
@given(packs_with_profiles(), st.sampled_from(NAMES), st.text(max_size=12), st.data())
def test_a_code_reopens_its_view(
    drawn: tuple[Pack, object], view: str, typed: str, data: st.DataObject
) -> None:
    pack = drawn[0]
    tab = NAMES[0] if view == CARD else view
    second = data.draw(profiles(pack)) if view == "compare" else None
    chosen = data.draw(st.sampled_from(["", *pack.strategy]))
    options = ((f"{view}.kind", "of-a"), (f"{view}.typed", typed)) if typed else ()
    search = data.draw(st.sampled_from(["", "Gold & 10 %", "β-x"]))
    intent = Intent(data.draw(profiles(pack)), second, chosen, search, tab, options)
    code = view_code(pack, intent, view)
    assert set(code) <= PACKED
    assert is_ours(code)
    if code != encode(pack, intent.profile).replace("-", ""):
        assert intent_of_code(pack, code) == (intent, view, pack.version)


def test_what_was_chosen_in_another_view_makes_no_code_longer() -> None:
    pack = mini_pack()
    bare = Intent(pack.blank_profile, tab="evidence-map")
    more = Intent(pack.blank_profile, tab="evidence-map", options=(("topics.shown", "x"),))
    assert view_code(pack, bare, "evidence-map") == view_code(pack, more, "evidence-map")


def test_what_is_too_long_for_a_code_leaves_the_case_code() -> None:
    pack = mini_pack()
    intent = Intent(pack.blank_profile, search="x" * MOST_SIGNS)
    code = view_code(pack, intent, NAMES[0])
    assert intent_of_code(pack, code)[0] == Intent(pack.blank_profile, tab=NAMES[0])


@given(st.text(max_size=80))
def test_a_code_of_somebody_else_is_none_of_ours(text: str) -> None:
    if not text.startswith("NX"):
        assert refusal(text) == "other-code"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("https://example.org", "other-code"),
        ("NX", "other-code"),
        ("NXA2M1.2RXWXCXHX4", "damaged"),
        ("NX000", "damaged"),
    ],
)
def test_a_code_that_is_damaged_or_of_another_pack_is_refused(text: str, code: str) -> None:
    assert refusal(text) == code


def test_a_strategy_that_is_gone_is_said() -> None:
    pack = mini_pack()
    code = view_code(pack, Intent(pack.blank_profile), NAMES[0])
    assert refusal(f"{code}*000") == "selection-gone"
