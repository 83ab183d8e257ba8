from __future__ import annotations

import pytest

from nanoexplorer.documents.citations.numbers import compress, main_list, number


@pytest.mark.parametrize(
    ("reference_id", "text"),
    [
        ("wu-60", "60"),
        ("wu", "wu"),
        ("overview", "overview"),
        ("note-smith-2019", "note-smith-2019"),
        ("note-2019", "note-2019"),
        ("a-b-7", "7"),
        ("wu-07", "wu-07"),
    ],
)
def test_a_number_stands_alone_and_anything_else_goes_by_its_id(
    reference_id: str, text: str
) -> None:
    assert number(reference_id) == text


def test_numbers_of_another_list_are_not_mistaken_for_the_main_lists() -> None:
    assert number("wu-60", main="wu") == "60"
    assert number("lee-60", main="wu") == "Lee 60"
    assert compress(("lee-61", "wu-61", "wu-60"), main="wu") == "60, 61, Lee 61"


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        ((), ""),
        (("wu-60", "wu-61", "wu-62"), "60–62"),
        (("wu-62", "wu-60", "wu-61", "wu-60"), "60–62"),
        (("wu-66", "wu-67"), "66, 67"),
        (("overview", "wu-9", "wu-10", "wu-11", "wu-3"), "3, 9–11, overview"),
        (("note-b", "note-a"), "note-b, note-a"),
    ],
)
def test_runs_of_three_or_more_are_joined_and_names_follow(ids: tuple[str, ...], text: str) -> None:
    assert compress(ids) == text


def test_the_main_list_is_the_only_one() -> None:
    assert main_list(("wu", "wu-1", "wu-2", "note-x-2019")) == "wu"
    assert main_list(("overview",)) == ""


def test_where_there_are_several_lists_every_number_says_of_which_it_is() -> None:
    ids = ("wu", "lee-1", "wu-1", "wu-2", "wu-3", "lee-4")
    main = main_list(ids)
    assert [number(id_, main) for id_ in ids[1:3]] == ["Lee 1", "Wu 1"]
    assert compress(ids, main) == "Lee 1, 4, Wu 1–3, wu"
