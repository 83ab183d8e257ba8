"""The words in which two texts differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.documents.blocks import plain
from nanoexplorer.documents.difference.changed_words import MOST_WORDS, marked, stretches, told

WORDS = ("a", "b", "c", "usually", "three", "four", "lesions")
texts = st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join)


@given(texts, texts)
def test_both_texts_are_whole_and_only_what_differs_is_strong(old: str, new: str) -> None:
    before, now = marked(stretches(old, new))
    assert (plain(before), plain(now)) == (old, new)
    kept = [[word.text.strip() for word in phrase if not word.strong] for phrase in (before, now)]
    assert kept[0] == kept[1]
    assert (old == new) == (not any(word.strong for word in (*before, *now)))


@given(texts, texts)
def test_what_differs_is_said_in_words_where_some_of_it_stayed(old: str, new: str) -> None:
    parts = stretches(old, new)
    said = told(parts)
    assert bool(said) == (old == new or any(part.alike for part in parts))
    for part in parts[:6]:
        if said and not part.alike:
            assert f"“{part.old or part.new}”" in said


def test_a_word_is_named_with_what_it_became() -> None:
    parts = stretches("at most 3 lesions, usually", "at most 4 lesions")
    assert told(parts) == "differs: “3 lesions, usually” became “4 lesions”"


def test_a_text_without_end_is_not_compared_word_by_word() -> None:
    long = "word " * (MOST_WORDS + 1)
    assert len(stretches(long, f"{long}more")) == 1
