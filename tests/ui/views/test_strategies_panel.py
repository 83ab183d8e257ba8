"""Both columns: groups, folding, gaps, and selection by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.explaining import explain
from nanoexplorer.core.shown.strategies import Column, columns_of
from nanoexplorer.documents.reasons import phrase
from nanoexplorer.ui.views.strategies.cards.model import CardRow, Heading, Line
from nanoexplorer.words import common
from nanoexplorer.words import window as words
from tests.controllers import (
    cards,
    click_row,
    find,
    inspector_text,
    press,
    row_of,
    rows,
    screen,
    session,
)

COLUMNS = ("treatments", "carriers")
NO_MATCH = common.VERDICT["no-match"]


def named(controller: Controller, column: str) -> dict[Verdict, list[str]]:
    """The strategies that a column shows under each verdict."""
    found: dict[Verdict, list[str]] = {}
    model = cards(controller, column).cards
    for place in range(model.rowCount()):
        row = model.row(place)
        if isinstance(row, CardRow):
            found.setdefault(row.verdict, []).append(row.strategy)
    return found


def column_of(controller: Controller, column: str) -> Column:
    return columns_of(session(controller).pack, screen(controller))[COLUMNS.index(column)]


def headings(controller: Controller, column: str) -> list[Heading]:
    model = cards(controller, column).cards
    stretches = (model.row(place) for place in range(model.rowCount()))
    return [row for row in stretches if isinstance(row, Heading)]


def gaps(controller: Controller, column: str) -> list[str]:
    model = cards(controller, column).cards
    stretches = (model.row(place) for place in range(model.rowCount()))
    return [row.text for row in stretches if isinstance(row, Line)]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_shows_its_groups_in_order_and_folds_the_last(
    controller: Controller, column: str
) -> None:
    session(controller).change_profile({"egfr": "mutated", "alk": "not-rearranged", "lesions": 5})
    session(controller).change_profile({"pdl1": "not-expressed"})
    shown = headings(controller, column)
    groups = column_of(controller, column).groups
    assert [h.verdict for h in shown] == [g.verdict for g in groups]
    assert [h.number for h in shown] == [len(g.strategies) for g in groups]
    assert [h.verdict for h in shown if h.folded] == [Verdict.NO_MATCH]
    open_groups = {g.verdict: list(g.strategies) for g in groups if g.verdict != "no-match"}
    assert named(controller, column) == open_groups


def test_a_heading_says_its_verdict_and_how_many_there_are(controller: Controller) -> None:
    session(controller).edit_profile("egfr", "mutated")
    place = row_of(controller, "treatments", common.VERDICT_GROUP["matches"])
    assert rows(controller, "treatments")[place] == common.group_heading(Verdict.MATCHES, 1)


def test_a_card_says_its_name_its_statuses_and_its_reasons(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated", "lesions": 5})
    pack = session(controller).pack
    for column in COLUMNS:
        for strategy in named(controller, column).get(Verdict.MATCHES, []):
            name = pack.strategy[strategy].name
            text = rows(controller, column)[row_of(controller, column, name)]
            for reason in explain(pack.table, session(controller).profile, strategy):
                if reason.outcome == "met":
                    assert phrase(pack, reason) in text


def test_a_count_stands_at_the_head_of_a_column(controller: Controller) -> None:
    session(controller).edit_profile("egfr", "mutated")
    for column in COLUMNS:
        count = find(controller, QLabel, f"{cards(controller, column).objectName()}_count").text()
        number = len(named(controller, column).get(Verdict.MATCHES, []))
        assert count == words.column_count(number, 0, None)


def with_a_folded_group(controller: Controller) -> int:
    session(controller).edit_profile("egfr", "wild-type")
    return row_of(controller, "treatments", NO_MATCH)


def test_a_click_opens_the_folded_group_and_another_closes_it(controller: Controller) -> None:
    place = with_a_folded_group(controller)
    click_row(controller, "treatments", place)
    assert named(controller, "treatments")[Verdict.NO_MATCH] == ["osimertinib"]
    text = rows(controller, "treatments")[place + 1]
    assert "EGFR mutated" in text
    assert "EGFR wild-type" in text
    click_row(controller, "treatments", place)
    assert Verdict.NO_MATCH not in named(controller, "treatments")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space])
def test_a_key_opens_the_folded_group_and_left_closes_it(
    controller: Controller, key: Qt.Key
) -> None:
    place = with_a_folded_group(controller)
    view = cards(controller, "treatments")
    view.setFocus()
    view.setCurrentIndex(view.model().index(place, 0))
    press(view, key)
    assert Verdict.NO_MATCH in named(controller, "treatments")
    assert view.currentIndex().row() == place
    press(view, Qt.Key.Key_Left)
    assert Verdict.NO_MATCH not in named(controller, "treatments")
    press(view, Qt.Key.Key_Left)
    assert Verdict.NO_MATCH not in named(controller, "treatments")


def test_an_opened_group_stays_open_when_the_profile_changes(controller: Controller) -> None:
    click_row(controller, "treatments", with_a_folded_group(controller))
    session(controller).edit_profile("alk", "not-rearranged")
    assert set(named(controller, "treatments")[Verdict.NO_MATCH]) == {"osimertinib", "alectinib"}


def test_only_the_last_group_folds(controller: Controller) -> None:
    before = named(controller, "treatments")
    click_row(
        controller, "treatments", row_of(controller, "treatments", common.VERDICT["any-profile"])
    )
    assert named(controller, "treatments") == before


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [("alk", "rearranged", "carriers"), ("pdl1", "expressed", "treatments")],
)
def test_a_known_biomarker_without_a_strategy_is_said_to_be_a_gap(
    controller: Controller, field: str, value: str, column: str
) -> None:
    assert gaps(controller, column) == []
    session(controller).edit_profile(field, value)
    kind = column_of(controller, column).kind
    line = common.gap_line(session(controller).pack.field[field], value, kind)
    assert line in gaps(controller, column)
    assert line in rows(controller, column)
    session(controller).edit_profile(field, "unclear")
    assert gaps(controller, column) == []


def test_a_click_on_a_card_shows_it_in_the_inspector(controller: Controller) -> None:
    assert find(controller, QLabel, "inspector.empty").isVisible()
    click_row(controller, "treatments", row_of(controller, "treatments", "Surgical resection"))
    assert screen(controller).selection == "surgical-resection"
    assert find(controller, QLabel, "inspector.title").text() == "Surgical resection"
    assert not find(controller, QLabel, "inspector.empty").isVisible()
    click_row(controller, "carriers", row_of(controller, "carriers", "Dendrimers"))
    assert find(controller, QLabel, "inspector.title").text() == "Dendrimers"


def test_only_one_card_is_marked(controller: Controller) -> None:
    for column, name in (("treatments", "Surgical resection"), ("carriers", "Dendrimers")):
        click_row(controller, column, row_of(controller, column, name))
        marked = [
            cards(controller, c).cards.row(index.row())
            for c in COLUMNS
            for index in cards(controller, c).selectedIndexes()
        ]
        assert [row.strategy for row in marked if isinstance(row, CardRow)] == [
            screen(controller).selection
        ]


def test_walking_with_the_arrow_keys_reads_card_by_card(controller: Controller) -> None:
    view = cards(controller, "treatments")
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    seen = []
    for _ in range(view.model().rowCount() - 1):
        press(view, Qt.Key.Key_Down)
        if isinstance(view.cards.row(view.currentIndex().row()), CardRow):
            seen.append(screen(controller).selection)
    shown = [strategy for group in named(controller, "treatments").values() for strategy in group]
    assert seen == shown


def test_enter_shows_the_card_that_is_marked(controller: Controller) -> None:
    click_row(controller, "treatments", row_of(controller, "treatments", "Palliative care"))
    session(controller).change(selection="")
    press(cards(controller, "treatments"), Qt.Key.Key_Return)
    assert screen(controller).selection == "palliative-care"
    assert inspector_text(controller)


def test_a_selected_strategy_stays_selected_when_it_changes_its_group(
    controller: Controller,
) -> None:
    session(controller).change(selection="osimertinib")
    for value in ("mutated", "wild-type", "unclear"):
        session(controller).edit_profile("egfr", value)
        assert screen(controller).selection == "osimertinib"
        assert find(controller, QLabel, "inspector.title").text() == "EGFR inhibitor (osimertinib)"


def test_a_profile_edit_keeps_the_place_in_the_column(controller: Controller) -> None:
    view = cards(controller, "carriers")
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    session(controller).edit_profile("lesions", 9)
    assert abs(bar.value() - place) < 4


def test_a_strategy_that_is_selected_in_another_view_is_marked_on_the_way_back(
    controller: Controller,
) -> None:
    session(controller).change(selection="osimertinib")
    session(controller).change(tab="compare")
    session(controller).change(selection="whole-brain-radiotherapy")
    session(controller).change(tab="strategies")
    view = cards(controller, "treatments")
    [chosen] = view.selectionModel().selectedIndexes()
    row = view.cards.row(chosen.row())
    assert isinstance(row, CardRow)
    assert row.strategy == "whole-brain-radiotherapy"
