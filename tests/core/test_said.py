"""What a room says: hands that are counted, and text that counts none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.teaching.said import VERDICTS, VoteError, most_said, votes_of


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("12 5 3 0", (12, 5, 3, 0, 0)),
        ("12, 5; 3", (12, 5, 3, 0, 0)),
        ("  7 ", (7, 0, 0, 0, 0)),
        ("0 0 0", ()),
        ("", ()),
        ("999 0 0 0 1", (999, 0, 0, 0, 1)),
    ],
)
def test_hands_are_one_number_a_verdict(text: str, votes: tuple[int, ...]) -> None:
    assert votes_of(text) == votes


@pytest.mark.parametrize(
    ("text", "found"),
    [("12 five", "five"), ("-3", "-3"), ("1 2 3 4 5 6", "6"), ("1.5", "1.5"), ("12345", "12345")],
)
def test_what_counts_no_hands_is_named(text: str, found: str) -> None:
    with pytest.raises(VoteError) as raised:
        votes_of(text)
    assert raised.value.found == found


@given(st.text(max_size=30))
def test_any_text_is_counted_or_refused(text: str) -> None:
    try:
        votes = votes_of(text)
    except VoteError:
        return
    assert len(votes) in (0, len(VERDICTS))


def test_what_most_say_is_told_from_a_tie() -> None:
    assert most_said((1, 0, 4, 0, 2)) is Verdict.OPEN
    assert most_said((4, 0, 4, 0, 0)) is None
    assert most_said(()) is None
