"""The references, as they leave: filtered and sorted as the list on screen is."""

from __future__ import annotations

from nanoexplorer.core.resolve import inspect
from nanoexplorer.documents.citations.cited import whose
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.render.rows.rendering import Rendering
from nanoexplorer.words import references as words
from tests.render.renderings import bundled, everything, rows, said, shown


def texts(made: Rendering) -> list[str]:
    """The reference of each row, without what is remarked on it in further lines."""
    return [row.cells[1].text.split("\n")[0] for row in rows(made)]


def test_all_of_them_stand_in_the_packs_order() -> None:
    made = shown(bundled(), "references")
    assert texts(made) == [vancouver(reference) for reference in bundled().references]
    assert made.keys == tuple(bundled().reference)
    assert made.remarks == ()


def test_a_filter_limits_them_and_is_told() -> None:
    made = shown(bundled(), "references", references_filter="brain", references_kind="review")
    assert 0 < len(texts(made)) < len(bundled().references)
    assert all("brain" in text.lower() for text in texts(made))
    [remark] = made.remarks
    assert "“brain”" in remark
    assert "“review”" in remark
    assert made.title.endswith(
        words.references_counted(len(texts(made)), len(bundled().references), whose(bundled()))
    )


def test_they_can_be_sorted_with_the_greatest_first() -> None:
    made = shown(bundled(), "references", references_sort="-year")
    years = [bundled().reference[key].year or 0 for key in _ids(made)]
    assert years == sorted(years, reverse=True)


def _ids(made: Rendering) -> list[str]:
    by_text = {vancouver(r): r.id for r in bundled().references}
    return [by_text[text] for text in texts(made)]


def test_those_of_the_selected_strategy_alone() -> None:
    pack = bundled()
    made = shown(pack, "references", selection="osimertinib", references_of="selected")
    assert set(made.keys) == set(inspect(pack, pack.blank_profile, "osimertinib").references)
    assert any(pack.strategy["osimertinib"].name in remark for remark in made.remarks)


def test_a_filter_that_leaves_none_says_so() -> None:
    made = shown(bundled(), "references", references_filter="zzzz")
    assert everything(made) == words.NONE


def test_a_citation_check_stands_under_its_reference() -> None:
    check = bundled().citation_checks[0]
    made = shown(bundled(), "references")
    [row] = [
        row
        for row in rows(made)
        if row.cells[1].text.startswith(vancouver(bundled().reference[check.reference]))
    ]
    assert check.text in row.cells[1].text


def test_the_other_page_tells_what_stands_behind_each_strategy() -> None:
    made = shown(bundled(), "references", references_page="behind")
    lines = [said(row) for row in rows(made)]
    assert [line.split(" | ")[0] for line in lines] == [s.name for s in bundled().ordered]
    assert "reviews" in made.title
