"""Two profiles, as they leave: what changed and why; what did not is a number."""

from __future__ import annotations

from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Change
from nanoexplorer.core.shown.compare import compare
from nanoexplorer.words import compare as compare_words
from nanoexplorer.words import export as words
from tests.packs import mini_pack
from tests.render.renderings import blocks, bundled, case, everything, rows, said, shown


def test_a_single_profile_says_that_it_is_the_only_one() -> None:
    made = shown(bundled(), "compare")
    assert words.ONE_PROFILE in made.remarks
    assert words.ONE_PROFILE in everything(made)
    assert made.keys == ()


def test_both_profiles_stand_there_with_their_codes() -> None:
    three, four = case("three-lesions"), case("four-lesions")
    made = shown(bundled(), "compare", three, four)
    text = everything(made)
    assert case_code.encode(bundled(), three) in text
    assert case_code.encode(bundled(), four) in text
    assert made.subtitle == "3 lesions → 4 lesions"


def test_two_columns_of_fields_mark_what_differs() -> None:
    made = shown(bundled(), "compare", case("three-lesions"), case("four-lesions"))
    lines = [said(row) for row in rows(made)]
    assert f"Brain lesions | 3 | 4 | {compare_words.DIFFERS}" in lines
    assert sum(compare_words.DIFFERS in line for line in lines) == 1


def test_where_no_verdict_changes_no_column_has_a_heading() -> None:
    three = case("three-lesions")
    [fields, *_, alike] = blocks(shown(bundled(), "compare", three, three))
    assert fields.head
    assert alike.head == ()


def test_every_change_stands_under_its_heading_and_the_unchanged_are_counted() -> None:
    pack = bundled()
    three, four = case("three-lesions"), case("four-lesions")
    lines = [said(row) for row in rows(shown(pack, "compare", three, four))]
    found = compare(pack, three, four)
    for change in Change:
        group = [d for d in found if d.change is change]
        heading = compare_words.heading(change, len(group))
        if change is Change.SAME:
            assert lines[-1] == words.LISTED_NOT.format(heading=heading)
        elif group:
            place = lines.index(heading)
            names = [line.split(" | ")[0] for line in lines[place + 1 : place + 1 + len(group)]]
            assert names == [pack.strategy[d.strategy].name for d in group]


def test_what_made_the_difference_is_told_with_its_references() -> None:
    made = shown(bundled(), "compare", case("three-lesions"), case("four-lesions"))
    [line] = [said(row) for row in rows(made) if said(row).startswith("Surgical resection")]
    assert "named for at most 3 lesions (usually)" in line
    assert line.endswith("Diehl 2023, Vadhavekar 2024, Broggi 2023 [60–62]")
    assert {"wu-60", "wu-61", "wu-62"} <= set(made.keys)


def test_the_same_profile_twice_changes_nothing() -> None:
    pack = mini_pack()
    made = shown(pack, "compare", pack.blank_profile, pack.blank_profile)
    heading = compare_words.heading("same", len(pack.strategies))
    assert said([*rows(made)][-1]) == words.LISTED_NOT.format(heading=heading)
