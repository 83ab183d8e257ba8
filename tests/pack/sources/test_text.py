"""A source's text is taken apart by its headings, whatever its marks look like."""

from __future__ import annotations

import pytest

from nanoexplorer.pack.sources.text import SourceText, cited_in, is_heading

TEXT = """\
A Book of Brewing

Abstract: Coffee is brewed¹ in two ways.

1. Introduction
It was found by goats.^{2,4–6} It spread [7, 9].
Growing conditions
Shade helps.³⁻⁵

Table 1 What helps
Filter\tpaper\tApproved\tcoffee\tnone\t[12]

References
1. Goat A. Finding coffee. 1701. doi:10.1000/goat
2. Bean B. Other things.
"""


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a¹²", {12}),
        ("a¹,²", {1, 2}),
        ("a^{14,15}", {14, 15}),
        ("a^{127–129}", {127, 128, 129}),
        ("a [3; 5-7]", {3, 5, 6, 7}),
        ("a [1–99999]", set()),
        ("a [sic] 12 (3)", set()),
    ],
)
def test_marks_are_read_in_every_form(text: str, numbers: set[int]) -> None:
    assert set(cited_in(text)) == numbers


@pytest.mark.parametrize("line", ["Introduction", "2.1 Growing conditions", "IV. Results (2020)"])
def test_a_short_line_without_a_full_stop_is_a_heading(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize("line", ["It ends so.", "lower case", "A\tB", "Ends with mark [3]", "12"])
def test_a_sentence_or_a_row_is_none(line: str) -> None:
    assert not is_heading(line)


def test_sections_stand_under_their_headings() -> None:
    text = SourceText(TEXT)
    found = text.section("introduction")
    assert found is not None
    assert found.cited == {2, 4, 5, 6, 7, 9}
    assert "goats" in found.text
    assert "^{" not in found.text
    assert text.section("Growing conditions") is not None
    assert text.section("Nowhere") is None
    assert set(text.entries) == {1, 2}


def test_the_abstract_and_a_row_of_the_table_are_found() -> None:
    text = SourceText(TEXT)
    abstract, row = text.section("Abstract"), text.section("Table 1: Filter")
    assert abstract is not None
    assert abstract.cited == {1}
    assert row is not None
    assert row.cited == {12}


def test_an_abstract_alone_is_what_stands_before_the_first_heading() -> None:
    abstract = SourceText("Coffee is good.\nSomebody Anybody\nA Journal").section("Abstract")
    assert abstract is not None
    assert abstract.text == "Coffee is good."


def test_a_heading_that_a_statement_names_needs_no_look_of_one() -> None:
    text = SourceText("Abstract\nA.\nWhat now?\nNothing.", ["What now?"])
    assert [section.heading for section in text.sections] == ["Abstract", "What now?"]


def test_a_text_without_headings_is_one_section_under_any_name() -> None:
    text = SourceText("Background: coffee is brewed [1].\nResults: it was good.")
    section = text.section("Findings")
    assert section is not None
    assert section.cited == {1}
    assert "good" in section.text
    assert text.has_marks
