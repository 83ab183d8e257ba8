"""Rows that nobody has laid out are guessed at; what is known moves what stands below."""

from __future__ import annotations

from nanoexplorer.ui.controls.heights import Heights


def test_rows_are_as_high_as_others_like_them_until_they_are_known() -> None:
    heights = Heights([(1, 30), (3, 20)])
    assert heights.tops == [0, 30, 50, 70, 90]
    assert not heights.knows(1)
    heights.learn(1, 25)
    assert heights.knows(1)
    assert heights.tops == [0, 30, 55, 75, 95]


def test_a_row_is_found_by_its_height_and_the_last_one_for_what_lies_beyond() -> None:
    heights = Heights([(2, 10)])
    assert [heights.at(y) for y in (-5, 0, 9, 10, 19, 20, 99)] == [0, 0, 0, 1, 1, 1, 1]


def test_without_rows_there_is_nothing_but_the_beginning() -> None:
    assert Heights().at(7) == 0
    assert Heights().tops == [0]
