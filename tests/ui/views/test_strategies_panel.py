"""Both columns: groups, folding, gaps, and selection by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nanoexplorer.app.controller import Desk
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.explaining import explain
from nanoexplorer.core.shown.strategies import Column, columns_of
from nanoexplorer.documents.reasons import phrase
from nanoexplorer.ui.views.strategies.cards.model import CardRow, Heading, Line
from nanoexplorer.words import common
from nanoexplorer.words import window as words
from tests.desks import cards, click_row, find, inspector_text, press, row_of, rows, screen, session

COLUMNS = ("treatments", "carriers")
NO_MATCH = common.VERDICT["no-match"]


def named(desk: Desk, column: str) -> dict[Verdict, list[str]]:
    """The strategies that a column shows under each verdict."""
    found: dict[Verdict, list[str]] = {}
    model = cards(desk, column).cards
    for place in range(model.rowCount()):
        row = model.row(place)
        if isinstance(row, CardRow):
            found.setdefault(row.verdict, []).append(row.strategy)
    return found


def column_of(desk: Desk, column: str) -> Column:
    return columns_of(session(desk).pack, screen(desk))[COLUMNS.index(column)]


def headings(desk: Desk, column: str) -> list[Heading]:
    model = cards(desk, column).cards
    stretches = (model.row(place) for place in range(model.rowCount()))
    return [row for row in stretches if isinstance(row, Heading)]


def gaps(desk: Desk, column: str) -> list[str]:
    model = cards(desk, column).cards
    stretches = (model.row(place) for place in range(model.rowCount()))
    return [row.text for row in stretches if isinstance(row, Line)]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_shows_its_groups_in_order_and_folds_the_last(desk: Desk, column: str) -> None:
    session(desk).change_profile({"egfr": "mutated", "alk": "not-rearranged", "lesions": 5})
    session(desk).change_profile({"pdl1": "not-expressed"})
    shown = headings(desk, column)
    groups = column_of(desk, column).groups
    assert [h.verdict for h in shown] == [g.verdict for g in groups]
    assert [h.number for h in shown] == [len(g.strategies) for g in groups]
    assert [h.verdict for h in shown if h.folded] == [Verdict.NO_MATCH]
    open_groups = {g.verdict: list(g.strategies) for g in groups if g.verdict != "no-match"}
    assert named(desk, column) == open_groups


def test_a_heading_says_its_verdict_and_how_many_there_are(desk: Desk) -> None:
    session(desk).edit_profile("egfr", "mutated")
    place = row_of(desk, "treatments", common.VERDICT_GROUP["matches"])
    assert rows(desk, "treatments")[place] == common.group_heading(Verdict.MATCHES, 1)


def test_a_card_says_its_name_its_rungs_and_its_reasons(desk: Desk) -> None:
    session(desk).change_profile({"egfr": "mutated", "lesions": 5})
    pack = session(desk).pack
    for column in COLUMNS:
        for strategy in named(desk, column).get(Verdict.MATCHES, []):
            name = pack.strategy[strategy].name
            text = rows(desk, column)[row_of(desk, column, name)]
            for reason in explain(pack.table, session(desk).profile, strategy):
                if reason.outcome == "met":
                    assert phrase(pack, reason) in text


def test_a_count_stands_at_the_head_of_a_column(desk: Desk) -> None:
    session(desk).edit_profile("egfr", "mutated")
    for column in COLUMNS:
        count = find(desk, QLabel, f"{cards(desk, column).objectName()}_count").text()
        number = len(named(desk, column).get(Verdict.MATCHES, []))
        assert count == words.column_count(number, 0, None)


def with_a_folded_group(desk: Desk) -> int:
    session(desk).edit_profile("egfr", "wild-type")
    return row_of(desk, "treatments", NO_MATCH)


def test_a_click_opens_the_folded_group_and_another_closes_it(desk: Desk) -> None:
    place = with_a_folded_group(desk)
    click_row(desk, "treatments", place)
    assert named(desk, "treatments")[Verdict.NO_MATCH] == ["osimertinib"]
    text = rows(desk, "treatments")[place + 1]
    assert "EGFR mutated" in text
    assert "EGFR wild-type" in text
    click_row(desk, "treatments", place)
    assert Verdict.NO_MATCH not in named(desk, "treatments")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space])
def test_a_key_opens_the_folded_group_and_left_closes_it(desk: Desk, key: Qt.Key) -> None:
    place = with_a_folded_group(desk)
    view = cards(desk, "treatments")
    view.setFocus()
    view.setCurrentIndex(view.model().index(place, 0))
    press(view, key)
    assert Verdict.NO_MATCH in named(desk, "treatments")
    assert view.currentIndex().row() == place
    press(view, Qt.Key.Key_Left)
    assert Verdict.NO_MATCH not in named(desk, "treatments")
    press(view, Qt.Key.Key_Left)
    assert Verdict.NO_MATCH not in named(desk, "treatments")


def test_an_opened_group_stays_open_when_the_profile_changes(desk: Desk) -> None:
    click_row(desk, "treatments", with_a_folded_group(desk))
    session(desk).edit_profile("alk", "not-rearranged")
    assert set(named(desk, "treatments")[Verdict.NO_MATCH]) == {"osimertinib", "alectinib"}


def test_only_the_last_group_folds(desk: Desk) -> None:
    before = named(desk, "treatments")
    click_row(desk, "treatments", row_of(desk, "treatments", common.VERDICT["any-profile"]))
    assert named(desk, "treatments") == before


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [("alk", "rearranged", "carriers"), ("pdl1", "expressed", "treatments")],
)
def test_a_known_biomarker_without_a_strategy_is_said_to_be_a_gap(
    desk: Desk, field: str, value: str, column: str
) -> None:
    assert gaps(desk, column) == []
    session(desk).edit_profile(field, value)
    kind = column_of(desk, column).kind
    line = common.gap_line(session(desk).pack.field[field], value, kind)
    assert line in gaps(desk, column)
    assert line in rows(desk, column)
    session(desk).edit_profile(field, "unclear")
    assert gaps(desk, column) == []


def test_a_click_on_a_card_shows_it_in_the_inspector(desk: Desk) -> None:
    assert find(desk, QLabel, "inspector.empty").isVisible()
    click_row(desk, "treatments", row_of(desk, "treatments", "Surgical resection"))
    assert screen(desk).selection == "surgical-resection"
    assert find(desk, QLabel, "inspector.title").text() == "Surgical resection"
    assert not find(desk, QLabel, "inspector.empty").isVisible()
    click_row(desk, "carriers", row_of(desk, "carriers", "Dendrimers"))
    assert find(desk, QLabel, "inspector.title").text() == "Dendrimers"


def test_only_one_card_is_marked(desk: Desk) -> None:
    for column, name in (("treatments", "Surgical resection"), ("carriers", "Dendrimers")):
        click_row(desk, column, row_of(desk, column, name))
        marked = [
            cards(desk, c).cards.row(index.row())
            for c in COLUMNS
            for index in cards(desk, c).selectedIndexes()
        ]
        assert [row.strategy for row in marked if isinstance(row, CardRow)] == [
            screen(desk).selection
        ]


def test_walking_with_the_arrow_keys_reads_card_by_card(desk: Desk) -> None:
    view = cards(desk, "treatments")
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    seen = []
    for _ in range(view.model().rowCount() - 1):
        press(view, Qt.Key.Key_Down)
        if isinstance(view.cards.row(view.currentIndex().row()), CardRow):
            seen.append(screen(desk).selection)
    shown = [strategy for group in named(desk, "treatments").values() for strategy in group]
    assert seen == shown


def test_enter_shows_the_card_that_is_marked(desk: Desk) -> None:
    click_row(desk, "treatments", row_of(desk, "treatments", "Palliative care"))
    session(desk).change(selection="")
    press(cards(desk, "treatments"), Qt.Key.Key_Return)
    assert screen(desk).selection == "palliative-care"
    assert inspector_text(desk)


def test_a_selected_strategy_stays_selected_when_it_changes_its_group(desk: Desk) -> None:
    session(desk).change(selection="osimertinib")
    for value in ("mutated", "wild-type", "unclear"):
        session(desk).edit_profile("egfr", value)
        assert screen(desk).selection == "osimertinib"
        assert find(desk, QLabel, "inspector.title").text() == "EGFR inhibitor (osimertinib)"


def test_a_profile_edit_keeps_the_place_in_the_column(desk: Desk) -> None:
    view = cards(desk, "carriers")
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    session(desk).edit_profile("lesions", 9)
    assert abs(bar.value() - place) < 4


def test_a_strategy_that_is_selected_in_another_view_is_marked_on_the_way_back(desk: Desk) -> None:
    session(desk).change(selection="osimertinib")
    session(desk).change(tab="compare")
    session(desk).change(selection="whole-brain-radiotherapy")
    session(desk).change(tab="strategies")
    view = cards(desk, "treatments")
    [chosen] = view.selectionModel().selectedIndexes()
    row = view.cards.row(chosen.row())
    assert isinstance(row, CardRow)
    assert row.strategy == "whole-brain-radiotherapy"
