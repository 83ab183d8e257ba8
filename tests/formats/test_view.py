from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.topics import topic_of
from nanoexplorer.formats.view import StateError, intent_of, state_json
from nanoexplorer.views import NAMES
from nanoexplorer.words import export as words
from tests.packs import mini_pack, packs_with_profiles

TYPED = st.text(st.characters(codec="utf-8"), max_size=30)
TABS = sorted(set(NAMES) - {"card"})


def changed(text: str, **parts: Any) -> str:
    return json.dumps({**json.loads(text), **parts})


def test_a_topic_that_nobody_chose_comes_back_as_the_one_that_was_shown() -> None:
    pack = mini_pack()
    text = state_json(pack, Intent(pack.blank_profile, options=(("a", "b"),)), "topics")
    later = replace(pack, topics=pack.topics[::-1])
    intent, _, _ = intent_of(later, text)
    assert topic_of(later, intent) == pack.topics[0]
    assert dict(intent.options)["a"] == "b"
    strategies = state_json(pack, Intent(pack.blank_profile), "strategies")
    assert intent_of(pack, strategies)[0].options == ()


def written() -> tuple[Pack, str]:
    pack = mini_pack()
    return pack, state_json(pack, Intent(pack.blank_profile), "strategies")


@given(
    packs_with_profiles(),
    st.data(),
    TYPED,
    st.lists(st.tuples(TYPED, TYPED), max_size=4),
    st.sampled_from(TABS),
    st.sampled_from(sorted(NAMES)),
)
def test_a_state_comes_back_as_it_was(
    drawn: tuple[Pack, Profile],
    data: st.DataObject,
    search: str,
    options: list[tuple[str, str]],
    tab: str,
    view: str,
) -> None:
    pack, profile = drawn[0], drawn[1]
    intent = Intent(
        profile,
        second_profile=data.draw(st.sampled_from([None, pack.blank_profile])),
        selection=data.draw(st.sampled_from(["", *pack.strategy])),
        search=search,
        tab=tab,
        options=tuple(options),
    )
    text = state_json(pack, intent, view)
    assert intent_of(pack, text) == (intent, view, pack.version)
    assert text.isascii()
    assert "\n" not in text


@given(st.text(max_size=40))
def test_any_text_is_refused_or_read_but_never_breaks(text: str) -> None:
    with pytest.raises(StateError):
        intent_of(mini_pack(), text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=6,
    ),
    st.sampled_from(
        ("schema", "pack", "view", "profile", "second_profile", "search", "tab", "options")
    ),
)
def test_a_part_that_is_something_else_is_refused(found: Any, part: str) -> None:
    pack, text = written()
    said = refusal(pack, changed(text, **{part: found}))
    assert said == "" or "“a”" in said


def refusal(pack: Pack, text: str) -> str:
    """The line that says why a state is refused; empty where it is not."""
    try:
        intent_of(pack, text)
    except StateError as error:
        return words.STATE_ERROR[error.code].format(name="a", **error.about)
    return ""


def test_a_nest_without_end_is_damaged() -> None:
    with pytest.raises(StateError, match="damaged"):
        intent_of(mini_pack(), "[" * 100_000)


def test_another_pack_is_named() -> None:
    pack, text = written()
    with pytest.raises(StateError) as refused:
        intent_of(replace(pack, id="other"), text)
    assert refused.value.code == "other-pack"
    assert refused.value.about["pack"] == pack.id


def test_a_later_version_of_the_format_is_told_from_damage() -> None:
    pack, text = written()
    with pytest.raises(StateError, match="newer"):
        intent_of(pack, changed(text, schema="nanoexplorer/view/2"))


@pytest.mark.parametrize("version", ["", "1.2\n2", "x" * 200, "1\u202e2"])
def test_a_version_that_no_line_could_show_is_damaged(version: str) -> None:
    pack, text = written()
    with pytest.raises(StateError, match="damaged"):
        intent_of(pack, changed(text, pack={"id": pack.id, "version": version}))


def test_a_field_that_is_new_is_unknown_where_the_pack_was_another() -> None:
    pack, text = written()
    first, *rest = pack.fields
    profile = {field.id: field.default for field in rest}
    older = changed(text, pack={"id": pack.id, "version": "0.1"}, profile=profile)
    intent, _, version = intent_of(pack, older)
    assert version == "0.1"
    assert intent.profile[first.id] == first.default
    with pytest.raises(StateError, match="missing"):
        intent_of(pack, changed(text, profile=profile))


def test_a_field_or_value_that_there_is_not_is_refused_whatever_the_version() -> None:
    pack, text = written()
    old = {"id": pack.id, "version": "0.1"}
    profile = json.loads(text)["profile"]
    with pytest.raises(StateError, match="field"):
        intent_of(pack, changed(text, pack=old, profile={**profile, "gone": "yes"}))
    field = pack.fields[0].id
    wrong: list[Any] = ["gone", True, 1.5, None, [], -1]
    for value in wrong:
        with pytest.raises(StateError, match="value"):
            intent_of(pack, changed(text, pack=old, profile={**profile, field: value}))


def test_a_strategy_that_there_is_not_is_not_selected() -> None:
    pack, text = written()
    assert intent_of(pack, changed(text, selection="gone"))[0].selection == ""
